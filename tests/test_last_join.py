"""Notes of a join are there for the next one, and are believed only where they are sound."""

from pathlib import Path

import pytest

from seedpress import last_join
from seedpress.last_join import LastJoin, forget
from seedpress.notes import Notes, digest
from seedpress.reached import reached
from seedpress.settings import Settings


@pytest.fixture
def given(tmp_path: Path) -> Settings:
    (tmp_path / ".seedpress").mkdir()
    return Settings(root=tmp_path)


def recalled(given: Settings, made_by: str = "us") -> Notes:
    return LastJoin(given, made_by, ()).notes("stage")


def noted(given: Settings, **what: str) -> None:
    last = LastJoin(given, "us", ())
    for key, value in what.items():
        last.notes("stage").put(key.encode(), value.encode())
    last.remember()


def test_what_was_put_is_there_the_next_time(given: Settings) -> None:
    noted(given, a="1", b="2")
    notes = recalled(given)
    assert (notes.get(b"a"), notes.get(b"b"), notes.get(b"c")) == (b"1", b"2", None)


def test_each_stage_has_its_own(given: Settings) -> None:
    noted(given, a="1")
    assert LastJoin(given, "us", ()).notes("other").get(b"a") is None


def test_what_nobody_asked_for_is_forgotten(given: Settings) -> None:
    noted(given, a="1", b="2")
    last = LastJoin(given, "us", ())
    assert last.notes("stage").get(b"a") == b"1"
    last.remember()
    assert recalled(given).get(b"a") == b"1"
    assert recalled(given).get(b"b") is None


def test_a_file_that_would_be_the_same_is_left(given: Settings) -> None:
    noted(given, a="1")
    file = given.root / ".seedpress" / "join-stage.msgpack"
    before = file.stat().st_ino
    last = LastJoin(given, "us", ())
    last.notes("stage").get(b"a")
    last.remember()
    assert file.stat().st_ino == before


def test_notes_of_a_stage_that_was_changed_are_not_believed(
    given: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted(given, a="1")
    assert recalled(given).get(b"a") == b"1"
    programs = {"stage/__init__.py": b"other rules"}
    monkeypatch.setattr(last_join, "reached", {"seedpress.stage": programs}.__getitem__)
    assert recalled(given).get(b"a") is None


def test_notes_of_names_depend_on_every_step_that_makes_them() -> None:
    steps = ("resolve", "within", "folded", "gist", "bearers", "national", "relatives", "states")
    assert {f"entities/{step}.py" for step in steps} <= reached("seedpress.entities").keys()
    assert "keywords/shortlist.py" in reached("seedpress.keywords")


@pytest.mark.parametrize("harm", ["gone", "cut", "bit", "strange", "empty", "others", "forgotten"])
def test_without_sound_notes_there_are_none(given: Settings, harm: str) -> None:
    noted(given, a="1")
    file = given.root / ".seedpress" / "join-stage.msgpack"
    whole = file.read_bytes()
    made_by = "others" if harm == "others" else "us"
    if harm == "gone":
        file.unlink()
    elif harm == "cut":
        file.write_bytes(whole[:-1])
    elif harm == "bit":
        file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    elif harm == "strange":
        file.write_bytes(b"\xff\x00 no notes")
    elif harm == "empty":
        file.write_bytes(b"")
    elif harm == "forgotten":
        forget(given)
    assert recalled(given, made_by).get(b"a") is None


MANY = {f"n{number}": str(number) for number in range(100)}


def one_more(given: Settings, but: int = 0, **what: str) -> None:
    """A join that asks for all of MANY `but` some, for what came later, and puts something."""
    last = LastJoin(given, "us", ())
    notes = last.notes("stage")
    for key in [*MANY][but:]:
        notes.get(key.encode())
    for key, value in what.items():
        if notes.get(key.encode()) is None:
            notes.put(key.encode(), value.encode())
    last.remember()


def test_a_few_new_ones_are_put_beside_the_others(given: Settings) -> None:
    noted(given, **MANY)
    file = given.root / ".seedpress" / "join-stage.msgpack"
    later = given.root / ".seedpress" / "join-stage-later.msgpack"
    before = file.read_bytes()
    one_more(given, but=2, a="1")
    assert later.exists()
    first = later.stat().st_mtime_ns
    one_more(given, but=3, a="1")
    assert (file.read_bytes(), later.stat().st_mtime_ns) == (before, first)
    one_more(given, but=3, b="2", c="3")
    notes = recalled(given)
    assert [notes.get(key) for key in (b"a", b"b", b"c", b"n0")] == [None, b"2", b"3", b"0"]
    assert file.read_bytes() == before
    one_more(given, but=3, **{f"x{number}": "" for number in range(10)})
    assert file.read_bytes() != before
    assert not later.exists()
    notes = recalled(given)
    assert [notes.get(key) for key in (b"b", b"x9", b"n2", b"n3")] == [None, b"", None, b"3"]


@pytest.mark.parametrize("harm", ["gone", "cut", "of others", "forgotten"])
def test_what_was_put_beside_is_believed_where_it_is_sound(given: Settings, harm: str) -> None:
    noted(given, **MANY)
    one_more(given, a="1")
    later = given.root / ".seedpress" / "join-stage-later.msgpack"
    whole = later.read_bytes()
    if harm == "gone":
        later.unlink()
    elif harm == "cut":
        later.write_bytes(whole[:-1])
    elif harm == "of others":
        forget(given)
        noted(given, **MANY, z="another")
        later.write_bytes(whole)
    elif harm == "forgotten":
        forget(given)
        assert not later.exists()
    notes = recalled(given)
    assert notes.get(b"a") is None
    assert notes.get(b"n7") == (None if harm == "forgotten" else b"7")


def test_parts_of_a_digest_are_told_apart() -> None:
    assert len({digest(b"ab", b"c"), digest(b"a", b"bc"), digest(b"abc"), digest(b"abc", b"")}) == 4


def test_an_unknown_origin_is_empty() -> None:
    assert [Notes(("x", "")).origin(place) for place in range(3)] == [b"x", b"", b""]
