"""What was scored before, by what was likely, changes nothing of what comes out."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import seedpress.scored as module
from seedpress.incidence import incidence
from seedpress.related import likeness, scored

FEATURES = st.frozensets(st.integers(0, 12).map("f{}".format), max_size=5)
ARTICLE = st.tuples(FEATURES, FEATURES)
CORPUS = st.lists(ARTICLE, max_size=30)
CHANGES = st.dictionaries(st.integers(0, 29), ARTICLE, max_size=4)


def shares(articles):
    return incidence([one for one, _ in articles], [one for _, one in articles])


@given(CORPUS, CHANGES, st.integers(0, 6))
@settings(deadline=None)
def test_the_same_is_related_whatever_was_likely(likely, changes, count):
    known = [changes.get(place, one) for place, one in enumerate(likely)]
    now = shares(known)
    before = scored(shares(likely)).known(now)
    assert likeness(now, count, before) == likeness(now, count)


def test_what_stays_is_not_scored_again(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [({f"a{n}", f"b{n % 9}", "c"}, {f"k{n % 7}"}) for n in range(200)]
    before, pairs = scored(shares(articles)), []
    cosines = module._cosines

    def noted(now, ones, others):
        pairs.extend(zip(ones.tolist(), others.tolist(), strict=True))
        return cosines(now, ones, others)

    monkeypatch.setattr(module, "_cosines", noted)
    articles[7] = {"a7", "b7", "c", "a8"}, articles[7][1]
    now = shares(articles)
    likeness(now, 5, before.known(now))
    # `a8` has another weight by now: so articles 7 and 8 have changed, and no other.
    assert pairs
    assert all({7, 8} & {*pair} for pair in pairs)


def test_a_feature_of_another_weight_changes_all_who_have_it() -> None:
    before = shares([({"a"}, set()), ({"a"}, set()), (set(), set()), ({"b"}, set())])
    now = shares([({"a"}, set()), ({"a"}, set()), ({"a", "b"}, set()), ({"b"}, set())])
    assert not np.array_equal(before.squares, now.squares)
    codes, found = scored(before).known(now)
    assert len(codes) == len(found) == 0
