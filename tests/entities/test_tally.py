"""Names as an earlier join counted them: what is not counted again is as if it were."""

from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from seedpress.entities import rules, shares, tally
from seedpress.entities.count import in_order
from seedpress.entities.lexicon import lexicon
from seedpress.entities.lone import lone
from seedpress.entities.nodes import Graph
from seedpress.entities.placed import Deferred, Placed
from seedpress.entities.retold import Kinds
from seedpress.entities.shorten import cuts_of, openings, shorten
from seedpress.entities.tally import Tally, keep, mark_of, tallied
from seedpress.entities.within import SAME
from seedpress.model import Look
from seedpress.notes import Notes, digest
from tests.entities.test_count import placed

NAME, KEPT = b"nodes", frozenset({"berg bank"})
GIVEN = st.sampled_from(("Anna", "Kim"))  # names that are others in each article
CORPUS = st.dictionaries(
    st.sampled_from("abcdefgh"), st.lists(placed() | GIVEN, max_size=6), min_size=1
)


def given_name(text, number):
    look = Look(text, "person", rules.MID, (2,), (1, 2, 3, 4), alone="person")
    return Placed(look, lone(text.casefold(), number), SAME, text)


def numbered(corpus):
    """The articles, and marks of them."""
    articles = [
        [each if isinstance(each, Placed) else given_name(each, number) for each in article]
        for number, article in enumerate(corpus[name] for name in sorted(corpus))
    ]
    return articles, [digest(name.encode(), repr(corpus[name]).encode()) for name in sorted(corpus)]


def in_full(nodes):
    """The nodes in their order; of what they count, none matters."""
    return [*nodes.items()]


def joined(found: Tally, articles, marks, notes):
    """The nodes and what is left of articles once names are cut; noted where that is new."""
    graph = Graph(found.nodes, len(articles), told=Kinds())
    cuts = cuts_of(found, graph, KEPT, lexicon())
    opened = openings(found.nodes.values(), KEPT)
    keep(found, articles, marks, (cuts, opened), NAME, notes)
    return shorten(articles, graph, cuts), in_full(graph.nodes)


@settings(deadline=None, max_examples=200)
@given(st.lists(CORPUS, min_size=2, max_size=4), st.sampled_from((1, 2, 9)))
def test_nodes_of_any_corpus_are_as_if_all_were_counted(editions, many):
    before = {}
    # However many changed, and however few have a name.
    with patch.object(tally, "PART", 0), patch.object(shares, "MANY", many):
        for corpus in editions:
            articles, marks = numbered(corpus)
            notes = Notes((), before)
            found = tallied(articles, marks, NAME, notes)
            assert (found.changed is None) == (not before)
            assert in_full(found.nodes) == in_full(in_order(articles))
            anew = joined(Tally(in_order(articles)), articles, marks, Notes())
            assert joined(found, articles, marks, notes) == anew
            before = notes.now


def corpora(*texts):
    return {
        name: [Placed(Look(text, "other", rules.MID, (0,), (0,) * 4), text.casefold(), SAME, text)]
        for name, text in zip("abcdefgh", texts, strict=False)
    }


def test_all_is_counted_where_much_changed_or_articles_changed_places():
    articles, marks = numbered(corpora("Kyiv", "Berg", "Ravelport"))
    notes = Notes()
    joined(tallied(articles, marks, NAME, notes), articles, marks, notes)
    again = tallied(articles, marks, NAME, Notes((), notes.now))
    assert again.changed == set()
    assert [*again.asked()] == []
    assert tallied(articles[1:], marks[1:], NAME, Notes((), notes.now)).changed is None
    turned = tallied(articles[::-1], marks[::-1], NAME, Notes((), notes.now))
    assert turned.changed is None
    assert in_full(turned.nodes) == in_full(in_order(articles[::-1]))


def test_names_that_many_have_are_counted_again_without_a_look_into_their_articles(monkeypatch):
    monkeypatch.setattr(tally, "PART", 1)
    articles, marks = numbered(corpora(*["Kyiv"] * shares.MANY))
    notes = Notes()
    joined(tallied(articles, marks, NAME, notes), articles, marks, notes)

    def unseen():
        raise AssertionError("nobody needs to look into it")

    left = [Deferred(unseen) for _ in articles[1:]]
    found = tallied(left, marks[1:], NAME, Notes((), notes.now))
    assert found.changed == {"kyiv"}
    assert in_full(found.nodes) == in_full(in_order(articles[1:]))


def test_nothing_is_noted_of_articles_without_a_mark_or_with_one_mark():
    articles, marks = numbered(corpora("Kyiv", "Berg"))
    notes = Notes()
    joined(tallied(articles, marks, NAME, notes), articles, marks, notes)
    for other in ([marks[0], b""], [marks[0]] * 2):
        assert tallied(articles, other, NAME, Notes((), notes.now)).changed is None


def test_a_mark_tells_what_mentions_came_to_stand_for_but_not_in_which_article():
    ((kyiv,), (berg,)), _ = numbered(corpora("Kyiv", "Berg"))
    old = [kyiv, berg]

    def mark(new, number=0):
        return mark_of(old, new, number, b"mark")

    found = [
        mark([kyiv, berg.meaning("Anna Berg", SAME)]),
        mark([kyiv, berg.meaning("Anna Berg", "by a rule")]),
        mark([kyiv.meaning("Anna Berg", SAME), berg]),
        mark([berg]),
        mark([kyiv, berg, given_name("Anna", 0)]),
        mark([kyiv, berg, given_name("Kim", 0)]),
    ]
    assert len({*found}) == len(found)
    assert mark([kyiv, berg, given_name("Kim", 7)], 7) == found[-1]
