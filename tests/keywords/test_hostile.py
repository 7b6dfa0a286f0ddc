"""Work is bounded by the text's length, whatever the text is; a stall shows as a hung test."""

import pytest

from seedpress.keywords import EXTRACTORS, extract, yake
from seedpress.settings import KeywordSettings
from tests.keywords.articles import article

LONG = 100_000
TEXTS = {
    "apostrophes": "'" * LONG,
    "quoted apostrophes": "’s" * LONG,
    "one word": "a" * LONG,
    "capitals": "A" * LONG,
    "hyphens": "a-" * LONG,
    "dots": "a." * LONG,
    "stops": "." * LONG,
    "digits": "1," * LONG,
    "at signs": "a@" * LONG,
    "addresses": "http://" * 20_000,
    "capital words": "Ab " * LONG,
    "abbreviations": "Mr. " * LONG,
    "of": "Bank of " * 30_000,
    "combining": "e\u0301" * LONG,
    "emoji": "\U0001f600" * LONG,
    "lone surrogate": "\ud800 a " * 1000,
    "different words": " ".join(f"w{n:x}" for n in range(40_000)),
    "shared words": ". ".join(f"quay w{n:x} box" for n in range(12_000)),
    "few words": ". ".join(f"quay{n % 31} box{n % 37} rope{n % 41}" for n in range(8_000)),
    "different names": ". ".join(f"See W{n:x} Q{n:x}" for n in range(15_000)),
}


@pytest.mark.parametrize("name", sorted(EXTRACTORS))
@pytest.mark.parametrize("kind", sorted(TEXTS))
def test_no_text_stalls(kind, name):
    found = extract(article(TEXTS[kind]), KeywordSettings(extractor=name))
    assert len(found.keywords) <= KeywordSettings().count


def test_yake_reads_a_bounded_text_without_runs():
    plain = yake.plain(article("'" * LONG, "word " * LONG, "x" * LONG))
    assert len(plain) <= yake.LONGEST
    assert "'''" not in plain
    assert "x" * 100 not in plain
