"""What is counted by number is what counting one after the other says."""

from collections import Counter
from dataclasses import dataclass

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from seedpress.pages.tally import Tally, foremost

IDS = "abcdefghij"
PLACE = {identity: number for number, identity in enumerate(IDS)}


@dataclass(frozen=True)
class Thing:
    articles: tuple[str, ...]


things = st.lists(st.builds(Thing, st.frozensets(st.sampled_from(IDS + "xyz")).map(sorted)))
places = st.lists(st.integers(0, len(IDS) - 1), unique=True)


@given(things, places, st.integers(1, 4))
def test_those_in_most_articles_come_first_and_of_equals_the_first(
    made: list[Thing], wanted: list[int], many: int
) -> None:
    articles = {IDS[place] for place in wanted}
    counts = {n: len(articles.intersection(thing.articles)) for n, thing in enumerate(made)}
    order = sorted((n for n in counts if counts[n]), key=lambda n: (-counts[n], n))[:many]
    found = Tally(made, PLACE).foremost(wanted, many)
    assert [n for _, n in found] == [counts[n] for n in order]
    assert all(thing is made[n] for (thing, _), n in zip(found, order, strict=True))


@given(things, st.lists(st.integers(-1, 2), min_size=len(IDS), max_size=len(IDS)))
def test_articles_of_each_group(made: list[Thing], group: list[int]) -> None:
    found = Tally(made, PLACE).by_group(group, 3)
    own = dict(zip(IDS, group, strict=True))
    each = [Counter(own.get(article) for article in thing.articles) for thing in made]
    assert found.tolist() == [[counts[number] for counts in each] for number in range(3)]


@given(st.lists(st.integers(0, 5)), st.integers(1, 4))
def test_equals_of_the_last_are_given_too(weights: list[int], many: int) -> None:
    found = foremost(np.array(weights, np.float64), many)
    order = sorted((n for n, w in enumerate(weights) if w), key=lambda n: (-weights[n], n))
    least = weights[order[:many][-1]] if order else 0
    assert found == [n for n in order if weights[n] >= least]
