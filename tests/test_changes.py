"""What became of articles, entities and links from one edition to the next."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedpress.changes import compare
from seedpress.model import Became, Changes, Edition, Gone, Known, Moved, Told


def edition(articles, entities=None):
    """An edition of {seed: (digest, ids)} and {id: (name, *other spellings)}."""
    return Edition(
        {seed: Told(digest, f"On {seed}", ids) for seed, (digest, *ids) in articles.items()},
        {i: Known(name, (name, *aliases)) for i, (name, *aliases) in (entities or {}).items()},
    )


def test_without_an_edition_before_everything_is_new():
    found = compare(None, edition({"a": ("1", "x")}, {"x": ("X",)}))
    assert found.first
    assert (found.new, found.appeared) == (("a",), ("x",))
    assert [(tie.seed, tie.entity) for tie in found.gained] == [("a", "x")]


def test_articles_new_changed_moved_and_removed():
    found = compare(
        edition({"a": ("1",), "b": ("2",), "c": ("3",), "d": ("4",)}),
        edition({"a": ("1",), "b": ("9",), "e": ("3",), "f": ("5",)}),
    )
    assert found == Changes(
        first=False,
        new=("f",),
        changed=("b",),
        moved=(Moved("c", "e"),),
        removed=(Gone("d", "On d"),),
    )


def test_of_equal_seeds_each_moves_once():
    found = compare(
        edition({"a": ("1",), "b": ("1",)}), edition({"c": ("1",), "d": ("1",), "e": ("1",)})
    )
    assert found.moved == (Moved("a", "c"), Moved("b", "d"))
    assert found.new == ("e",)


PUTIN = ("Putin", "Vladimir Putin")


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        ({}, {"x": ("X",)}, {"appeared": ("x",)}),
        ({"x": ("X",)}, {}, {"vanished": (Gone("x", "X"),)}),
        (
            {"x": ("X",), "y": ("Y",)},
            {"x": ("X", "Y")},
            {"merged": (Became(Gone("y", "Y"), "x"),)},
        ),
        (
            {"x": ("X",), "y": ("Y",)},
            {"z": ("Z", "X", "Y")},
            {"merged": (Became(Gone("x", "X"), "z"), Became(Gone("y", "Y"), "z"))},
        ),
        (
            {"x": ("X", "Y")},
            {"x": ("X",), "y": ("Y",)},
            {"split": (Became(Gone("x", "X"), "y"),)},
        ),
        (
            {"kiev": ("Kiev", "Kyiv")},
            {"kyiv": ("Kyiv", "Kiev")},
            {"renamed": (Became(Gone("kiev", "Kiev"), "kyiv"),)},
        ),
        (
            {"p": PUTIN},
            {"p": PUTIN[::-1]},
            {"renamed": (Became(Gone("p", "Putin"), "p"),)},
        ),
        ({"p": PUTIN}, {"p": (*PUTIN, "V. Putin")}, {}),
    ],
    ids=["appeared", "vanished", "merged", "new whole", "split", "new id", "new name", "spelling"],
)
def test_entities(before, now, told):
    assert compare(edition({}, before), edition({}, now)) == Changes(first=False, **told)


def test_links_are_followed_through_moves_and_names():
    found = compare(
        edition({"a": ("1", "kiev", "x")}, {"kiev": ("Kiev", "Kyiv"), "x": ("X",)}),
        edition({"b": ("1", "kyiv", "y")}, {"kyiv": ("Kyiv", "Kiev"), "y": ("Y",)}),
    )
    assert [(tie.seed, tie.name) for tie in found.gained] == [("b", "Y")]
    assert [(tie.seed, tie.name) for tie in found.lost] == [("b", "X")]


NAMES = st.sampled_from("ABCDEF")
EDITIONS = st.builds(
    lambda articles, entities: edition(
        {s: (d, *(i for i in ids if i in entities)) for s, (d, ids) in articles.items()}, entities
    ),
    st.dictionaries(
        st.sampled_from("abcdef"),
        st.tuples(st.sampled_from("123"), st.sets(st.sampled_from("uvwxyz"))),
    ),
    st.dictionaries(
        st.sampled_from("uvwxyz"), st.lists(NAMES, min_size=1, max_size=3, unique=True)
    ),
)


@given(EDITIONS, EDITIONS)
def test_every_difference_is_told_once(old, new):
    found = compare(old, new)
    come = {*found.new, *(m.now for m in found.moved)}
    gone = {*(g.key for g in found.removed), *(m.before for m in found.moved)}
    assert come == new.articles.keys() - old.articles.keys()
    assert gone == old.articles.keys() - new.articles.keys()
    fates = [g.key for g in found.vanished] + [b.before.key for b in found.merged]
    fates += [b.before.key for b in found.renamed if b.before.key not in new.entities]
    assert sorted(fates) == sorted(old.entities.keys() - new.entities.keys())
    assert {*found.appeared, *(b.now for b in found.split)} <= new.entities.keys()


@given(EDITIONS)
def test_nothing_is_new_in_the_same_edition(same):
    assert compare(same, same) == Changes(first=False)
