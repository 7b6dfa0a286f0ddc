import sqlite3
from contextlib import closing

import msgspec
import pytest

from seedpress.cache import LAYOUT, Cache, _state
from seedpress.model import Alias


def test_remembers_values_by_key(tmp_path):
    store = Cache(tmp_path / "c" / "cache.sqlite")
    store.put("k", Alias("Kyiv", 3))
    store.close()
    again = Cache(tmp_path / "c" / "cache.sqlite")
    assert again.get("k", Alias) == Alias("Kyiv", 3)
    assert again.get("other", Alias) is None
    again.close()


def test_a_foreign_file_is_begun_anew(tmp_path):
    path = tmp_path / "cache.sqlite"
    path.write_bytes(b"not a database, but long enough to look like something" * 50)
    store = Cache(path)
    store.put("k", Alias("a", 1))
    assert store.get("k", Alias) == Alias("a", 1)
    store.close()


def test_a_value_of_other_types_is_as_good_as_not_there(tmp_path):
    store = Cache(tmp_path / "cache.sqlite")
    store.put("k", {"quite": "another"})
    assert store.get("k", Alias) is None
    store.close()


def test_keep_only_forgets_what_was_not_used(tmp_path):
    store = Cache(tmp_path / "cache.sqlite")
    store.put("old", Alias("a", 1))
    store.put("new", Alias("b", 1))
    store.keep_only({"new"})
    assert store.get("old", Alias) is None
    assert store.get("new", Alias) == Alias("b", 1)
    store.close()


def test_without_a_path_or_without_keeping_nothing_is_written(tmp_path):
    Cache(None).put("k", Alias("a", 1))
    path = tmp_path / "cache.sqlite"
    Cache(path).close()
    store = Cache(path, keep=False)
    store.put("k", Alias("a", 1))
    store.close()
    kept = Cache(path)
    assert kept.get("k", Alias) is None
    kept.close()


def test_careful_is_remembered_until_it_is_taken_back(tmp_path):
    store = Cache(tmp_path / "cache.sqlite")
    assert not store.careful
    store.careful = True
    again = Cache(tmp_path / "cache.sqlite", keep=False)
    again.careful = False  # one that keeps nothing has no say
    again.close()
    assert store.careful
    store.careful = False
    assert not store.careful
    store.close()


FOREIGN = {
    "other tables": ("CREATE TABLE mine (a)",),
    "our table in another shape": ("CREATE TABLE store (a)",),
    "our layout without our tables": (f"PRAGMA user_version = {LAYOUT}",),
    "our layout and other columns": ("CREATE TABLE store (a)", f"PRAGMA user_version = {LAYOUT}"),
    "a later layout": (f"PRAGMA user_version = {LAYOUT + 1}",),
}


@pytest.mark.parametrize("statements", FOREIGN.values(), ids=FOREIGN)
def test_the_store_of_another_is_begun_anew(tmp_path, statements):
    path = tmp_path / "cache.sqlite"
    with closing(sqlite3.connect(path)) as database:
        for statement in statements:
            database.execute(statement)
        database.commit()
    works(path)


DAMAGED = {
    "nothing is left": lambda _: b"",
    "half of it": lambda data: data[: len(data) // 2],
    "most of it": lambda data: data[: len(data) * 9 // 10],
    "another end": lambda data: data[: len(data) // 2] + b"\xa5" * 40_000,
    "zeros": lambda data: bytes(len(data)),
}


@pytest.mark.parametrize("damage", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_store_is_begun_anew(tmp_path, damage):
    path = tmp_path / "cache.sqlite"
    store = Cache(path)
    for number in range(200):
        store.put(f"k{number}", Alias("a" * 500, number))
    store.close()
    path.write_bytes(damage(path.read_bytes()))
    works(path)
    path.with_name("cache.sqlite-journal").write_bytes(b"\xd9" * 999)
    works(path)


@pytest.mark.parametrize("damage", DAMAGED.values(), ids=DAMAGED)
def test_damage_that_shows_late_costs_what_was_kept_and_no_more(tmp_path, damage):
    path = tmp_path / "cache.sqlite"
    store = Cache(path)
    keys = [f"k{number}" for number in range(200)]
    for number, key in enumerate(keys):
        store.put(key, Alias("a" * 500, number))
    store.close()
    path.write_bytes(damage(path.read_bytes()))
    path.with_name("cache.sound").write_text(_state(path))  # as if it had come while that stood
    store = Cache(path)
    found = store.get_all(keys, Alias)
    assert all(value == Alias("a" * 500, number) for number, value in found.items())
    store.keep_only({"k7"})
    assert store.get("k8", Alias) is None
    store.careful = True
    store.put("k", Alias("b", 1))
    store.close()
    again = Cache(path)
    assert again.careful
    assert again.get("k", Alias) == Alias("b", 1)
    again.close()


def test_a_value_that_is_not_what_was_put_is_as_good_as_not_there(tmp_path):
    path = tmp_path / "cache.sqlite"
    store = Cache(path)
    for key in ("a", "b"):
        store.put(key, Alias("same length", 1))
    store.close()
    with closing(sqlite3.connect(path)) as database:
        (value,) = database.execute("SELECT value FROM store WHERE key = 'a'").fetchone()
        database.execute(
            "UPDATE store SET value = ? WHERE key = 'a'", (value.replace(b"same", b"some"),)
        )
        database.commit()
    store = Cache(path)
    decode = msgspec.msgpack.Decoder(Alias).decode
    for later in (None, decode, decode):
        assert store.get_all(["a", "b"], Alias, later) == {1: Alias("same length", 1)}
    assert store.get("a", Alias) is None
    store.close()


def test_a_store_that_stands_as_it_was_closed_is_not_looked_through(tmp_path, monkeypatch):
    path = tmp_path / "cache.sqlite"
    looked: list[object] = []
    monkeypatch.setattr("seedpress.cache._is_whole", lambda one: looked.append(one) or True)
    Cache(path).close()
    Cache(path).close()
    Cache(path, keep=False).close()
    assert not looked
    path.write_bytes(path.read_bytes())
    Cache(path, keep=False).close()  # who keeps nothing has no say
    Cache(path).close()
    assert len(looked) == 2
    Cache(path).close()
    assert len(looked) == 2


def works(path):
    store = Cache(path)
    assert store.get("k7", Alias) is None
    store.put("k", Alias("b", 1))
    store.close()
    again = Cache(path)
    assert again.get("k", Alias) == Alias("b", 1)
    again.close()


def test_a_store_that_another_has_locked_is_left_alone(tmp_path, monkeypatch):
    path = tmp_path / "cache.sqlite"
    store = Cache(path)
    store.put("k", Alias("a", 1))
    store.close()
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path: connect(path, timeout=0))
    with closing(connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            Cache(path)
        other.rollback()
        other.execute("BEGIN IMMEDIATE")  # who only reads need not wait for a writer
        reader = Cache(path, keep=False)
        assert reader.get("k", Alias) == Alias("a", 1)
        reader.close()
