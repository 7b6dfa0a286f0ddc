"""The graph of names, counted once and counted again."""

from hypothesis import given
from hypothesis import strategies as st

from seedpress.entities import rules
from seedpress.entities.count import build, recount
from seedpress.entities.placed import Placed
from seedpress.entities.retold import Kinds
from seedpress.entities.within import SAME, SHORT
from seedpress.model import Look

NAMES = ("Anna Berg", "Berg", "Berg Bank", "Berg Bank Analytics", "Kyiv")


@st.composite
def placed(draw):
    text, full = draw(st.sampled_from(NAMES)), draw(st.sampled_from(NAMES))
    kind = draw(st.sampled_from(("person", "organisation", "other")))
    said = draw(st.sampled_from(((0, 0, 0, 0), (10, 20, 30, -40), (-150, 225, 0, 10))))
    rule = draw(st.sampled_from((SAME, SHORT)))
    numbers = draw(st.sampled_from(((0,), (1, 4))))
    alone = draw(st.sampled_from((None, "person")))
    return Placed(
        Look(text, kind, rules.MID, numbers, said, alone=alone), full.casefold(), rule, full
    )


ARTICLES = st.lists(st.lists(placed(), max_size=6), max_size=4)


@given(ARTICLES, st.sampled_from(NAMES), st.sampled_from(NAMES), st.data())
def test_what_is_counted_again_is_as_if_counted_at_first(articles, one, other, data):
    graph = build(articles, Kinds())
    keys = {one.casefold(), other.casefold()}
    moved = [
        [
            each.meaning(other, each.rule, other.casefold())
            if each.key == one.casefold() and data.draw(st.booleans())
            else each
            for each in article
        ]
        for article in articles
    ]
    recount(graph, moved, keys, {})
    assert graph.nodes == build(moved, Kinds()).nodes


@given(ARTICLES, ARTICLES, st.data())
def test_what_articles_add_is_as_if_all_were_counted(before, after, data):
    """New articles, before and behind others: only where it matters are these looked into."""
    numbers = data.draw(st.permutations(range(len(before) + len(after))))
    old, new = sorted(numbers[: len(before)]), sorted(numbers[len(before) :])
    known, every = [[] for _ in numbers], [[] for _ in numbers]
    for number, article in zip(old, before, strict=True):
        known[number] = every[number] = article
    more = {}
    for number, article in zip(new, after, strict=True):
        every[number] = article
        for each in article:
            more.setdefault(each.key, []).append((number, each))
    graph = build(known, Kinds())
    recount(graph, every, set(), more)
    assert graph.nodes == build(every, Kinds()).nodes
