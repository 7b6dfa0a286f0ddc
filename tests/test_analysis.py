import gc

import msgspec
import pytest

from seedpress.cache import Cache
from seedpress.model import (
    Analysis,
    Article,
    Candidate,
    Casing,
    Fields,
    Keyword,
    Names,
    Phrases,
    Seed,
)

PHRASES = Phrases(
    (Keyword("ferry", 1.0),), (Candidate("ferry", (0,), 1, 0),), "ferri quay", (0.5,), ("a of b",)
)
CASING = Casing("ferry quay", (1, 2), (3, 0))
ANALYSIS = Analysis(
    Seed("a.txt", "00", ""),
    Article(Fields(), (), "A ferry."),
    Names(casing=CASING.packed()),
    PHRASES.packed(),
    words=2,
)
DAMAGES = [(part, n) for part in (PHRASES.packed(), CASING.packed()) for n in range(len(part))]


def test_phrases_are_packed_and_the_same_when_they_are_looked_at():
    assert ANALYSIS.phrases == PHRASES
    again = msgspec.msgpack.decode(msgspec.msgpack.encode(ANALYSIS), type=Analysis)
    assert again == ANALYSIS
    assert again.phrases == PHRASES
    assert again.names.casing_counts() == CASING
    assert Analysis(ANALYSIS.seed, ANALYSIS.article, Names()).phrases == Phrases()


def test_of_many_articles_the_phrases_of_few_are_at_hand():
    many = [Phrases(words=f"word{number}").packed() for number in range(1000)]
    analyses = [Analysis(ANALYSIS.seed, ANALYSIS.article, Names(), packed) for packed in many]
    for number, analysis in enumerate(analyses):
        assert analysis.phrases.words == f"word{number}"
    stay = [each for each in gc.get_objects() if isinstance(each, Phrases)]
    assert 0 < len(stay) < 500


@pytest.mark.parametrize(("part", "place"), DAMAGES)
def test_one_whose_packed_parts_are_damaged_is_as_good_as_not_there(tmp_path, part, place):
    damaged = bytearray(part)
    damaged[place] ^= 4
    whole = msgspec.msgpack.encode(ANALYSIS)
    assert part in whole
    cache = Cache(tmp_path / "cache.sqlite")
    cache.put("a", msgspec.Raw(whole.replace(part, bytes(damaged))))
    cache.put("b", ANALYSIS)
    assert cache.get_all(["a", "b"], Analysis) == {1: ANALYSIS}
    cache.close()
