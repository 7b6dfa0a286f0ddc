from collections import Counter
from itertools import chain

import pytest

from seedpress.keywords.rarity import known_rarity, rarity
from seedpress.notes import Notes
from tests.keywords.articles import FERRY, analysis

NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
ANALYSES = [
    analysis("empty.txt"),
    *(analysis(f"{n}.txt", f"The {n} ferry met a {n} plan.", *FERRY[:2]) for n in NUMBERS),
    *(analysis(f"short{n}.txt", f"Talks on {n} quotas.") for n in NUMBERS),
]
ORIGINS = [analysis.seed.path for analysis in ANALYSES]


@pytest.mark.parametrize("size", [1, 3, 9])
@pytest.mark.parametrize("origins", [(), ORIGINS, [*ORIGINS[:9], "", *ORIGINS[10:]]])
def test_stems_are_counted_as_in_one_heap(monkeypatch, size, origins):
    monkeypatch.setattr("seedpress.notes._HEAP", size)
    plain = rarity(analysis.phrases.stems() for analysis in ANALYSES)
    notes = Notes(origins)
    for _ in range(2):  # counted, and then as noted
        found, marks = known_rarity(ANALYSES, notes)
        assert found == plain
        assert found.own == Counter(chain.from_iterable(a.phrases.stems() for a in ANALYSES))
        assert marks == [plain.mark(analysis.phrases) for analysis in ANALYSES]
        assert bool(notes.now) == bool(origins)
        notes = Notes(origins, notes.now)
