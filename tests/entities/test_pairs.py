"""What articles of two names have in common is the same, asked of many pairs at once."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from seedpress.entities.nodes import Graph, Node
from seedpress.entities.pairs import beside

SIZE, NAMES = 5, "abcdefg"
ARTICLES = st.sets(st.integers(0, SIZE - 1), min_size=1, max_size=3)
PAIRS = st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES))


@given(st.lists(ARTICLES, min_size=7, max_size=7), st.lists(PAIRS, max_size=3))
def test_of_many_pairs_it_is_what_it_is_of_each(articles, joins):
    nodes = {n: Node(n, {n: 1}, {n: 1}, here) for n, here in zip(NAMES, articles, strict=True)}
    graph = Graph(nodes, SIZE)
    for one, two in joins:
        graph.join(one, two, "a rule")
    graph.meet()
    pairs = [(a, b) for a, b in combinations(NAMES, 2) if graph.root(a) != graph.root(b)]
    found = [(a, b, graph.in_common(a, b)) for a, b in pairs]
    assert [*beside(graph, combinations(NAMES, 2))] == found


@given(st.lists(ARTICLES, min_size=7, max_size=7))
def test_names_meet_in_an_article_beside_others_or_in_silence(articles):
    nodes = {n: Node(n, {n: 1}, {n: 1}, here) for n, here in zip(NAMES, articles, strict=True)}
    graph = Graph(nodes, SIZE)
    graph.meet()
    around = graph.company.around
    for one, two in combinations(NAMES, 2):
        here, there = nodes[one].articles, nodes[two].articles
        silent = not around(here) or not around(there)
        told = bool(silent or here & there or graph.in_common(one, two))
        assert graph.meets(one, two) == told
