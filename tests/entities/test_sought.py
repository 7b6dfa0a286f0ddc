"""What rules look for is the same, found anew or brought up to date from any join before."""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import xor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedpress.entities.joins import SEARCHES
from seedpress.entities.joins.full_names import full_names
from seedpress.entities.lexicon import lexicon
from seedpress.entities.nodes import Graph, Node
from seedpress.entities.sought import Searching, Sought
from seedpress.entities.tokens import key

# How names are written, and what their mentions were seen as.
PERSONS = (
    "Steve Witkoff", "STEVE WITKOFF", "Steven Witkoff", "S. Witkoff", "Steve Vitkoff",
    "Chris Witkoff", "Christine Witkoff", "Steve Witkoff Jr.", "Walter Thaqi", "Walter Thaci",
    "Walter Charisteas", "Walter Haristeas", "Sergey Tigipko", "Serhiy Tyhypko", "MS Witkoff",
    "Zoran Zaev", "Sonthi Boonyaratglin", "Sondhi Boonyaratkalin", "Kim Dae-jung",
    "Abdul Rahman al Saudi", "Abdulrahman Alsaudi", "Aaron Storm Witkoff", "Aaron Witkoff",
    "Boris Tigipko", "Boris Tigipka",
)  # fmt: skip
THINGS = (
    "Tal Afar", "Tel Afar", "Tol Afar", "Counter Terrorism Service", "Counterterrorism Service",
    "Counter Terror Ism Service", "World Health Organisation", "World Health Organization",
    "ZA Zaev", "Witkoff", "Aaron Storm Witkoff", "Dar al Salam", "Daralsalam Market",
    "Dar Alsalam Market", "World", "World Health", "Dar al", "Haristeas", "Storm Witkoff",
    "BA Tigipko", "BA Tigipka",
)  # fmt: skip
GIVEN = ("walter 1 #", "steve 2 #", "kim #")  # keys of given names alone
NAMES = [*((name, "person") for name in PERSONS), *((name, "other") for name in (*THINGS, *GIVEN))]
KEPT = [search for search in SEARCHES if isinstance(search, Sought)]


def graph_of(names: Sequence[tuple[str, str]]) -> Graph:
    nodes: dict[str, Node] = {}
    for place, (text, kind) in enumerate(names):
        name = text if text in GIVEN else key(text)
        spelt = {text: 1}
        nodes[name] = Node(name, spelt, spelt, {place}, {kind: 1}, only=text, alone="other")
    return Graph(nodes, len(names))


CHANGES = st.lists(st.sets(st.sampled_from(NAMES), max_size=3), max_size=5)  # who comes or goes


def found_in_turn(*editions: Iterable[tuple[str, str]]) -> None:
    """What is found of names, each time by what was kept before, is what is found anew."""
    note = None
    for names in editions:
        graph = graph_of(sorted(names))
        searching = Searching(graph, lexicon(), note)
        for search in KEPT:
            assert searching.found(search) == search(graph, lexicon()), search.name
        note = searching.noted()


@settings(deadline=None)
@given(st.sets(st.sampled_from(NAMES)), CHANGES)
def test_what_is_kept_and_brought_up_to_date_is_what_is_found_anew(first, changes):
    found_in_turn(*accumulate(changes, xor, initial=first))


@pytest.mark.parametrize("name", NAMES)
def test_any_name_may_go_and_come_again(name):
    left = [other for other in NAMES if other != name]
    found_in_turn(NAMES, left, NAMES)


def test_of_one_name_what_is_found_by_its_first_mark_comes_first_whatever_came_last():
    walter, zhaqi, thaqo = ((f"Walter {name}", "person") for name in ("Thaqi", "Zhaqi", "Thaqo"))
    found_in_turn([walter], [walter, zhaqi], [walter, zhaqi, thaqo])


def test_of_all_names_every_search_finds_something():
    graph = graph_of(NAMES)
    assert all(search(graph, lexicon()) for search in KEPT)


def test_only_names_that_share_something_with_new_ones_are_looked_at_again():
    asked: list[list[str]] = []

    def marks(names: Sequence[str], *_: object) -> list[tuple[str, str]]:
        asked.append([*names])
        return [(name, name[:3]) for name in names]

    search = Sought(marks, lambda _, names, *__: [names])
    names = [(name, "other") for name in THINGS]
    before = Searching(graph_of(names), lexicon())
    before.found(search)
    asked.clear()
    more = graph_of([*names, ("Tal York", "other")])
    after = Searching(more, lexicon(), before.noted())
    assert ["tal afar", "tal york"] in after.found(search)
    assert asked == [["tal york"], ["tal afar", "tal york"]]
    assert search(more, lexicon()) == after.found(search)


def test_persons_who_are_known_by_others_come_after_these():
    people = [*full_names(graph_of(NAMES), lexicon())]
    assert {*people[-4:]} == {"aaron storm witkoff", "ba tigipka", "ba tigipko", "za zaev"}
    assert people != sorted(people)
