"""Names of persons letters apart, in articles that share other names."""

from collections.abc import Sequence

from rapidfuzz.distance import OSA

from seedpress.entities.joins.full_names import full_names
from seedpress.entities.joins.near import LARGEST_BLOCK, near
from seedpress.entities.joins.sounds import MOST_EDITS, edits
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.nodes import Families, Graph, say
from seedpress.entities.pairs import beside
from seedpress.entities.sought import Marks, Sought
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
    for one, two, others in beside(graph, graph.letters_apart):
        if len(others) >= _COMPANY:
            small, large = sorted((one, two), key=lambda n: (len(graph.nodes[n].articles), n))
            graph.join(small, large, "nearly the same name beside the same others", say(others))
        elif not again:
            graph.miss(one, two, "the given names agree, the surnames differ in letters")


def _given(names: Sequence[str], graph: Graph, lexicon: Lexicon) -> Marks:
    """The given name of each with how the surname begins, and with how it ends."""
    people = full_names(graph, lexicon)
    for name in names:
        parts = people[name]
        yield name, f"{parts.given}\n{parts.surname[:2]}"
        yield name, f"{parts.given}\n-{parts.surname[-3:]}"


def _letters_apart(_: str, names: list[str], graph: Graph, lexicon: Lexicon) -> Families:
    """Each two of persons with one given name whose surnames differ in few letters.

    That is, few for their length. They begin or end alike: Thaqi and Thaci, Charisteas and
    Haristeas.
    """
    found: Families = []
    people, block = full_names(graph, lexicon), names[:LARGEST_BLOCK]
    for i, j, far in near([people[name].surname for name in block], MOST_EDITS):
        a, b = people[block[i]], people[block[j]]
        if far <= edits(_bare(a), _bare(b)) and not a.reversed and a.after == b.after:
            found.append([block[i], block[j]])
    return found


surnames = Sought(_given, _letters_apart, persons=True)


def _bare(person: Person) -> str:
    """The surname's last word, of `bin Zayed` and `bin Nayef`: both have `bin`."""
    return person.surname.rpartition(" ")[2]


def both(graph: Graph, lexicon: Lexicon) -> None:
    """`Sonthi Boonyaratglin` and `Sondhi Boonyaratkalin`: letters apart in both, in one story."""
    for one, two, others in beside(graph, graph.searched(names, lexicon)):
        if len(others) >= _COMPANY:
            graph.join(one, two, "nearly the same name beside the same others", say(others))


def _openings(names: Sequence[str], graph: Graph, lexicon: Lexicon) -> Marks:
    """How the given names and the surnames begin, if both are long."""
    people = full_names(graph, lexicon)
    for name in names:
        parts = people[name]
        if len(parts.given) >= _LONG and len(_bare(parts)) > _LONG + 1:
            yield name, parts.given[:1] + parts.surname[:_OPENING]


def _nearly_same(_: str, names: list[str], graph: Graph, lexicon: Lexicon) -> Families:
    """Each two of persons with given names and long surnames that are nearly the same."""
    people = full_names(graph, lexicon)
    surnames = [people[name].surname for name in names[:LARGEST_BLOCK]]
    pairs = ([names[i], names[j]] for i, j, _ in near(surnames, 2))
    return [
        [one, two] for one, two in pairs if OSA.distance(people[one].given, people[two].given) <= 1
    ]


names = Sought(_openings, _nearly_same, persons=True)
