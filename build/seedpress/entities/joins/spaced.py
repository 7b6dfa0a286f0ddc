"""Names of which papers divide the words otherwise."""

from collections.abc import Mapping, Sequence

from seedpress.entities.joins.full_names import full_names
from seedpress.entities.joins.near import LARGEST_BLOCK
from seedpress.entities.joins.sounds import heard
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.nodes import Families, Graph
from seedpress.entities.sought import Marks, Sought
from seedpress.model import Person

_LONG = 10  # letters of a name of several words that blanks may divide otherwise
_SHORT = 7  # letters of a name that may be one word elsewhere
_REST = 8  # letters of a surname that they may


def spaced(graph: Graph, lexicon: Lexicon) -> None:
    """`Counterterrorism Service` and `Counter Terrorism Service`: one but for blanks."""
    graph.meet()
    for given, *names in graph.searched(divided, lexicon) + graph.searched(in_a_word, lexicon):
        _join_all(graph, names, bool(given))


def _letters(names: Sequence[str], graph: Graph, lexicon: Lexicon) -> Marks:
    """What is left of a name without blanks; of a person's the given name, and how the rest sounds.

    Not of one whose family name stands first.
    """
    people = full_names(graph, lexicon)
    named = [name for name in names if len(name) >= _LONG and " " in name]
    marks = {name: "\n" + name.replace(" ", "") for name in named if name not in people}
    marks |= _persons_marks([name for name in named if name in people], people)
    for name in named:
        if " al " in name:
            marks[name] = "al\n" + name.replace(" al ", "").replace(" ", "")
    return [(name, marks[name]) for name in named if name in marks]


def _divided(mark: str, names: list[str], graph: Graph, lexicon: Lexicon) -> Families:  # noqa: ARG001 - searches have one form
    """Names that are the same but for blanks, after the given name if they are persons'."""
    if len({name.count(" ") for name in names}) == 1:
        return []
    return [[mark.partition("\n")[0], *names[:LARGEST_BLOCK]]]


def _persons_marks(names: Sequence[str], people: Mapping[str, Person]) -> dict[str, str]:
    rests = {name: name.partition(" ")[2] for name in names if not people[name].reversed}
    long = {name: rest.replace(" ", "") for name, rest in rests.items() if len(rest) >= _REST}
    pairs = zip(long, heard([*long.values()])[1], strict=True)
    return {name: f"{name[: name.index(' ')]}\n{left}" for name, left in pairs}


divided = Sought(_letters, _divided)


def in_a_word(graph: Graph, lexicon: Lexicon) -> Families:
    """Names of several words, but persons', that another has in one."""
    people, nodes = full_names(graph, lexicon), graph.nodes
    found: dict[str, list[str]] = {}
    for name in [n for n in graph.words().several if n.replace(" ", "") in nodes]:
        if len(name) >= _SHORT and name not in people:
            whole = name.replace(" ", "")
            found[whole] = ["=", whole, name]
    return [*found.values()]


def _join_all(graph: Graph, names: list[str], meeting: bool) -> None:
    first = max(names, key=lambda name: (len(graph.nodes[name].articles), name))
    for name in names:
        if name.count(" ") != first.count(" ") and (not meeting or graph.meets(name, first)):
            graph.join(name, first, "the same name but for blanks", graph.nodes[first].name)
