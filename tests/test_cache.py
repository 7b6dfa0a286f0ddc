from seedpress.cache import Cache
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
