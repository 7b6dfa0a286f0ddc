"""Names of persons letters apart, in articles that share other names."""

from collections import defaultdict

from rapidfuzz.distance import OSA

from seedpress.entities.joins.full_names import full_names
from seedpress.entities.joins.near import LARGEST_BLOCK, near
from seedpress.entities.joins.sounds import MOST_EDITS, edits
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.nodes import Families, Graph, say
from seedpress.model import Person

_LONG = 5  # letters of a given name of which another spelling is no other name
_OPENING = 3  # letters in which such surnames begin
_COMPANY = 2  # names that articles of both must share


def letters(graph: Graph, lexicon: Lexicon) -> None:
    """`Hashim Thaqi` and `Hashim Thaci`: a letter apart, in articles that share other names."""
    graph.meet()
    again = graph.letters_apart is not None  # what was missed before is missed in the same words
    if graph.letters_apart is None:
        graph.letters_apart = graph.searched(surnames, lexicon)
    for one, two in graph.letters_apart:
        if graph.root(one) == graph.root(two):
            continue
        others = graph.in_common(one, two)
        if len(others) >= _COMPANY:
            small, large = sorted((one, two), key=lambda n: (len(graph.nodes[n].articles), n))
            graph.join(small, large, "nearly the same name beside the same others", say(others))
        elif not again:
            graph.miss(one, two, "the given names agree, the surnames differ in letters")


def surnames(graph: Graph, lexicon: Lexicon) -> Families:
    """Each two persons with one given name whose surnames differ in few letters for their length.

    The surnames begin or end alike: Thaqi and Thaci, Charisteas and Haristeas.
    """
    found: Families = []
    people = full_names(graph, lexicon)
    blocks: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, parts in people.items():
        blocks[parts.given, parts.surname[:2]].append(name)
        blocks[parts.given, f"-{parts.surname[-3:]}"].append(name)
    for whole in [block for block in blocks.values() if len(block) > 1]:
        block = whole[:LARGEST_BLOCK]
        for i, j, far in near([people[name].surname for name in block], MOST_EDITS):
            a, b = people[block[i]], people[block[j]]
            if far <= edits(_bare(a), _bare(b)) and not a.reversed and a.after == b.after:
                found.append([block[i], block[j]])
    return found


def _bare(person: Person) -> str:
    """The surname's last word, of `bin Zayed` and `bin Nayef`: both have `bin`."""
    return person.surname.rpartition(" ")[2]


def both(graph: Graph, lexicon: Lexicon) -> None:
    """`Sonthi Boonyaratglin` and `Sondhi Boonyaratkalin`: letters apart in both, in one story."""
    for one, two in graph.searched(names, lexicon):
        if graph.root(one) == graph.root(two):
            continue
        others = graph.in_common(one, two)
        if len(others) >= _COMPANY:
            graph.join(one, two, "nearly the same name beside the same others", say(others))


def names(graph: Graph, lexicon: Lexicon) -> Families:
    """Each two persons with given names and long surnames that are nearly the same."""
    found: Families = []
    people = full_names(graph, lexicon)
    blocks: dict[str, list[str]] = defaultdict(list)
    for name, parts in people.items():
        if len(_bare(parts)) > _LONG + 1 and len(parts.given) >= _LONG:
            blocks[parts.given[:1] + parts.surname[:_OPENING]].append(name)
    for block in [block for block in blocks.values() if len(block) > 1]:
        surnames = [people[name].surname for name in block[:LARGEST_BLOCK]]
        for i, j, _ in near(surnames, 2):
            one, two = block[i], block[j]
            if OSA.distance(people[one].given, people[two].given) <= 1:
                found.append([one, two])
    return found
