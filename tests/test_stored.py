"""Analyses as the cache gives them back are those that were put, whatever of them is asked for."""

import copy
import dataclasses
from dataclasses import replace

import msgspec
import pytest

from seedpress import stored
from seedpress.analyse import Reading, analyse
from seedpress.cache import Cache
from seedpress.model import Article
from seedpress.readers import find
from seedpress.settings import Settings

TEXT = "Title\n\nOleg Marin spoke in Brno on Monday.\n\n- Rain fell.\n- Nobody minded.\n"


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    settings = Settings(root=tmp_path_factory.mktemp("stored"))
    settings.seeds_folder.mkdir()
    (settings.seeds_folder / "a.txt").write_text(TEXT)
    files, _ = find(settings.seeds_folder, settings.limits)
    return analyse(files[0], settings, frozenset())


def kept(known):
    return stored.reading(msgspec.msgpack.encode(known))


def test_what_is_stored_is_what_was_put(known):
    assert kept(known) == known
    assert known == kept(known)
    assert kept(known) == kept(known)
    here, there = kept(known).analyses[0], known.analyses[0]
    assert here.names == there.names
    assert here.phrases == there.phrases
    assert hash(here.article) == hash(there.article)
    assert here != replace(there, words=7)
    assert here != "another thing"
    assert here.article != replace(there.article, text="Others.")
    assert replace(here, words=7) == replace(there, words=7)
    assert len({here, kept(known).analyses[0]}) == 1


@pytest.mark.parametrize("field", [each.name for each in dataclasses.fields(Article)])
def test_each_part_of_an_article_is_there(known, field):
    here, there = kept(known).analyses[0].article, known.analyses[0].article
    assert getattr(here, field) == getattr(there, field)
    with pytest.raises(AttributeError):
        _ = here.another


def test_it_can_be_carried_over(known):
    assert copy.deepcopy(kept(known).analyses[0].article) == known.analyses[0].article
    assert copy.deepcopy(kept(known)) == known


def test_it_is_encoded_as_a_whole(known):
    article = kept(known).analyses[0].article
    encoded = msgspec.msgpack.encode(article)
    assert msgspec.msgpack.decode(encoded, type=Article) == known.analyses[0].article


def test_names_are_decoded_when_somebody_asks(known):
    analyses = kept(known).analyses
    assert "names" not in vars(analyses[0])
    assert analyses[0].names == known.analyses[0].names
    assert "names" in vars(analyses[0])


def test_only_what_surely_is_as_it_was_put_is_decoded_later(known, tmp_path):
    path = tmp_path / "cache.sqlite"
    store = Cache(path)
    for key in ("sure", "of before", "damaged", "no reading"):
        store.put(key, known if key != "no reading" else {"analyses": 7})
    store._ask("DELETE FROM sums WHERE key IN ('of before', 'no reading')")
    store._ask("UPDATE sums SET sum = sum + 1 WHERE key = 'damaged'")
    keys = ["sure", "of before", "damaged", "no reading", "not there"]
    first = store.get_all(keys, Reading, stored.reading)
    assert [*first] == [0, 1]
    assert {*map(repr, map(type, (r.analyses[0] for r in first.values())))} == {
        repr(stored.Stored),
        repr(type(known.analyses[0])),
    }
    assert isinstance(first[0].analyses[0], stored.Stored)
    assert not isinstance(first[1].analyses[0], stored.Stored)
    assert all(reading == known for reading in first.values())
    store.close()
    again = Cache(path)
    second = again.get_all(keys, Reading, stored.reading)
    assert [*second] == [0, 1]
    assert all(isinstance(one.analyses[0], stored.Stored) for one in second.values())
    again.close()


def test_a_store_without_sums_is_read_and_left_by_who_keeps_nothing(known, tmp_path):
    path = tmp_path / "cache.sqlite"
    store = Cache(path)
    store.put("a", known)
    store._ask("DROP TABLE sums")
    store.close()
    before = path.read_bytes()
    reader = Cache(path, keep=False)
    assert reader.get_all(["a"], Reading, stored.reading) == {0: known}
    reader.close()
    assert path.read_bytes() == before
    keeper = Cache(path)
    assert keeper.get_all(["a"], Reading, stored.reading) == {0: known}
    assert isinstance(keeper.get_all(["a"], Reading, stored.reading)[0].analyses[0], stored.Stored)
    keeper.close()
