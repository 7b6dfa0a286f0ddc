"""What rules look for may be told by another process, for it is a matter of names alone."""

import sys
import time
from pathlib import Path

import pytest

from seedpress.beside import Beside
from seedpress.entities import met
from seedpress.entities.joins import NAMING, RULES, SEARCHES
from seedpress.entities.joins.full_names import full_names
from seedpress.entities.lexicon import lexicon
from seedpress.entities.nodes import Families, Graph
from seedpress.foreseen import Foreseen
from seedpress.model import Authority
from seedpress.notes import Notes
from tests.entities.corpora import analysis

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="nowhere else is a process copied")
TEXTS = (
    "They met Steve Witkoff. They met Walter Thaqi. They left New South Wales.",
    "They met Steven Witkoff. They met Walter Thaci. They went to Tal Afar.",
    "They met Sergey Tigipko. They met Marks Sullivan. They left News South Wales.",
    "They met Serhiy Tyhypko. They met Mark Sullivan. They went to Tel Afar. They left Telafar.",
    "They met Sonthi Boonyaratglin of the World Health Organisation there.",
    "They met Sondhi Boonyaratkalin of the World Health Organization there.",
    "They asked the Counter Terrorism Service and the Central Selling Organisation there.",
    "They asked the Counterterrorism Service there. They asked Newmont and Mr. Tigipko there.",
    "They asked Newmont Mining Corporation there.",
    "They climbed Mt. Kumgang. The Supreme Court of Pakistan sat. They saw Casa Zamoria there.",
    "They climbed Mount Kumgang. The Pakistan Supreme Court sat. They saw Riu Casa Zamoria there.",
)
NEWSWIRE = sorted(Path(__file__).parent.joinpath("entities/newswire").glob("*.txt"))


def settled(texts: list[str]) -> Graph:
    """The graph of the texts' names before any rule has joined two."""
    graph = met([analysis(i, text) for i, text in enumerate(texts)], Authority()).graph
    for rule in NAMING:
        rule(graph, lexicon())
    full_names(graph, lexicon())
    return graph


def searched(graph: Graph) -> list[list[list[str]]]:
    return [search(graph, lexicon()) for search in SEARCHES]


@pytest.fixture(scope="module")
def graph() -> Graph:
    return settled([*TEXTS])


def test_every_search_finds_something(graph):
    assert all(searched(graph))


def test_what_rules_join_changes_no_search():
    graph = settled([*TEXTS, *(path.read_text("utf-8") for path in NEWSWIRE)])
    before = searched(graph)
    for rule in RULES:
        rule(graph, lexicon())
    assert searched(graph) == before
    assert len(graph.parent) > 10


@LINUX
def test_a_copy_tells_what_is_found(graph):
    foreseen = Foreseen()
    running = Beside(copied=True).start(foreseen.tell, graph)
    foreseen.listen()
    running.result()
    assert [foreseen.found(search) for search in SEARCHES] == searched(graph)
    assert [foreseen.found(search) for search in SEARCHES] == [None] * len(SEARCHES)
    foreseen.close()
    running.end()


def told(graph: Graph, before: dict[bytes, bytes]) -> tuple[list[Families | None], dict]:
    """What a copy with the notes of `before` tells, and its own."""

    def tell(_: None) -> dict[bytes, bytes]:
        notes = Notes((), before)
        foreseen.tell(graph, notes)
        return notes.now

    foreseen = Foreseen()
    running = Beside(copied=True).start(tell, None)
    foreseen.listen()
    notes = running.result()
    found = [foreseen.found(search) for search in SEARCHES]
    foreseen.close()
    running.end()
    return found, notes


@LINUX
def test_what_is_found_is_kept_for_the_next_join(graph):
    found, notes = told(settled([*TEXTS[1:]]), {})
    assert found != searched(graph)
    assert notes
    for _ in range(2):
        found, notes = told(graph, notes)
        assert found == searched(graph)
    assert notes == told(graph, notes)[1]


def test_what_is_not_told_yet_nobody_waits_for(graph):
    foreseen = Foreseen()
    assert [foreseen.found(search) for search in SEARCHES] == [None] * len(SEARCHES)


def test_a_copy_that_nobody_listens_to_goes_on(graph):
    foreseen = Foreseen()
    foreseen.close()
    foreseen.tell(graph)


@LINUX
def test_what_is_brought_up_to_date_is_waited_for(graph):
    def tell(_: None) -> None:
        time.sleep(0.2)
        foreseen.tell(graph)

    foreseen = Foreseen(waits=True)
    running = Beside(copied=True).start(tell, None)
    foreseen.listen()
    assert [foreseen.found(search) for search in SEARCHES] == searched(graph)
    assert foreseen.found(SEARCHES[0]) is None  # told once
    assert foreseen.found(full_names) is None  # and never to be told
    running.result()
    foreseen.close()
    running.end()


@LINUX
@pytest.mark.parametrize("waits", [False, True])
def test_who_dies_has_told_nothing_more(graph, waits):
    foreseen = Foreseen(waits)
    running = Beside(copied=True).start(lambda _: None, None)
    running.result()
    running.end()
    foreseen.listen()
    assert foreseen.found(SEARCHES[0]) is None
    foreseen.close()
