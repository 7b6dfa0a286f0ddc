import msgspec
import pytest

from seedpress.cache import Cache
from seedpress.model import Analysis, Article, Candidate, Fields, Keyword, Names, Phrases, Seed

PHRASES = Phrases(
    (Keyword("ferry", 1.0),), (Candidate("ferry", (0,), 1, 0),), "ferri quay", (0.5,), ("a of b",)
)
ANALYSIS = Analysis(
    Seed("a.txt", "00", ""), Article(Fields(), (), "A ferry."), Names(), PHRASES.packed(), words=2
)


def test_phrases_are_packed_and_the_same_when_they_are_looked_at():
    assert ANALYSIS.phrases == PHRASES
    again = msgspec.msgpack.decode(msgspec.msgpack.encode(ANALYSIS), type=Analysis)
    assert again == ANALYSIS
    assert again.phrases == PHRASES
    assert Analysis(ANALYSIS.seed, ANALYSIS.article, Names()).phrases == Phrases()


@pytest.mark.parametrize("place", range(len(ANALYSIS.packed)))
def test_one_with_damaged_phrases_is_as_good_as_not_there(tmp_path, place):
    damaged = bytearray(ANALYSIS.packed)
    damaged[place] ^= 4
    whole = msgspec.msgpack.encode(ANALYSIS)
    assert ANALYSIS.packed in whole
    cache = Cache(tmp_path / "cache.sqlite")
    cache.put("a", msgspec.Raw(whole.replace(ANALYSIS.packed, bytes(damaged))))
    cache.put("b", ANALYSIS)
    assert cache.get_all(["a", "b"], Analysis) == {1: ANALYSIS}
    cache.close()
