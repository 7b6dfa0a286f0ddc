"""Forms of one name that differ in letters only: capitals, legal form, spelling."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from itertools import chain, islice

from rapidfuzz.distance import OSA

from seedpress.entities.gazetteer import places
from seedpress.entities.joins.full_names import full_names
from seedpress.entities.joins.near import LARGEST_BLOCK, near
from seedpress.entities.joins.sounds import edits, heard, sound
from seedpress.entities.kinds import LEGAL, PRIVATE, looks_personal
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.nodes import Families, Graph, Node, say
from seedpress.entities.sought import Marks, Sought
from seedpress.entities.tokens import is_acronym
from seedpress.entities.typer import CLASSES
from seedpress.entities.usual_names import usual_names

_LONG, _OPENING = 7, 3  # letters of a name that another may differ from, and that they share
_LOUD = 5  # letters of a key in capitals, at most
_COMPANY = 2  # names that articles of both must share
_SHORT = {
    "mt": "mount", "ft": "fort", "st": "saint", "la": "los angeles", "ny": "new york",
    "man": "manchester", "utd": "united", "dept": "department", "univ": "university",
    "intl": "international", "natl": "national", "assn": "association", "govt": "government",
    "bros": "brothers", "labs": "laboratories", "fc": "football club",
    "corp": "corporation", "co": "company", "ltd": "limited", "inc": "incorporated",
}  # fmt: skip
_ARABIC_END = re.compile("[iy]+[ae]h?$")  # Khalidiya, Khaldiyeh


def capitals(graph: Graph, lexicon: Lexicon) -> None:  # noqa: ARG001 - rules have one form
    """`PARIS` joins `Paris`, `NAFTA` joins `Nafta`, where the corpus has both."""
    for name in sorted([name for name in graph.nodes if name != name.casefold()]):
        folded = name.casefold()
        if name in usual_names():
            continue
        known = folded in usual_names() or (_is_place(folded) and len(folded) > 3)
        if known and folded not in graph.nodes:
            graph.nodes[folded] = Node(folded, fulls={folded.title(): 1})
        if folded in graph.nodes:
            graph.join(name, folded, "the same name in capitals")


def commas(graph: Graph, lexicon: Lexicon) -> None:  # noqa: ARG001 - rules have one form
    """`Mining, Maritime and Transport Union` joins the same name without its comma.

    `University of Texas at Austin` joins the same with one.
    """
    for name in [name for name in graph.nodes if "," in name]:
        plain = name.replace(",", "")
        if plain in graph.nodes and name not in usual_names():
            graph.join(plain, name, "the same name with commas")
    for name in graph.words().beginning({"university"}):
        other = name.replace(" at ", ", ").replace(" in ", ", ")
        if other != name and other in usual_names() and other not in graph.nodes:
            graph.nodes[other] = Node(other, fulls={usual_names()[other].name: 1})
        if other != name and other in graph.nodes:
            graph.join(name, other, "the same campus")


def inner_articles(graph: Graph, lexicon: Lexicon) -> None:  # noqa: ARG001 - rules have one form
    """`Party of the Regions` joins `Party of Regions`, where the corpus has both."""
    for name in [name for name in graph.nodes if " of the " in name]:
        plain = name.replace(" of the ", " of ")
        if plain in graph.nodes and name not in usual_names():
            small, large = sorted((name, plain), key=lambda n: (len(graph.nodes[n].articles), n))
            graph.join(small, large, "the same name but for an article", graph.nodes[large].name)


def named_after(graph: Graph, lexicon: Lexicon) -> None:
    """`Martha Stewart Living` is no person: common words follow the name of one."""
    for name in [name for name in graph.nodes if name.count(" ") > 1]:
        words = name.split(" ", 2)
        if " ".join(words[:2]) not in graph.nodes:  # as of most
            continue
        words, node = name.split(), graph.nodes[name]
        if len(words) < 3 or node.votes.get("person"):
            continue
        opening = graph.nodes[" ".join(words[:2])]
        rest = [word for word in words[2:] if word in lexicon.common]
        if rest and looks_personal(opening.name, "other", lexicon):
            votes = node.votes.get("organisation", 0) + node.mentions
            node.votes, node.alone = {**node.votes, "organisation": votes}, None
            graph.kinds.pop(name, None)  # the editor's word may have asked for it before


def websites(graph: Graph, lexicon: Lexicon) -> None:  # noqa: ARG001 - rules have one form
    """`Amazon.com` joins `Amazon`, which is a river too, in articles that share other names."""
    graph.meet()
    for name in [name for name in graph.nodes if ".com" in name]:
        short, _, form = name.partition(".com")
        if form and form[1:] not in LEGAL:
            continue  # Amazon.com Inc.
        others = graph.in_common(name, short) if short in graph.nodes else []
        if others:
            graph.join(short, name, "the same name without .com", f"beside {say(others)}")


def stations(graph: Graph, lexicon: Lexicon) -> None:  # noqa: ARG001 - rules have one form
    """`NBC-TV` joins `NBC`, `KABC-TV` `KABC`."""
    for name in graph.words().ending({"tv"}):
        letters, _, last = name.partition(" ")
        short = letters.upper()
        if last == "tv" and short in graph.nodes and is_acronym(short):
            graph.join(
                name, short, "the same station without what it sends", graph.nodes[short].name
            )


def abbreviations(graph: Graph, lexicon: Lexicon) -> None:  # noqa: ARG001 - rules have one form
    """`Mt. Kumgang` joins `Mount Kumgang`, `LA Lakers` joins `Los Angeles Lakers`."""
    words, short = graph.words(), _SHORT.keys()
    may = [name for name in words.several if not short.isdisjoint(name.replace(".", "").split())]
    for name in sorted({*may, *words.odd}):
        parts = name.casefold().split()
        whole = " ".join(_SHORT.get(word.rstrip("."), word) for word in parts)
        if len(parts) > 1 and whole != name and whole in graph.nodes:
            graph.join(name, whole, "the same name in full", graph.nodes[whole].name)


def legal(graph: Graph, lexicon: Lexicon) -> None:  # noqa: ARG001 - rules have one form
    """`Apple Inc.` joins `Apple`."""
    said = LEGAL | {"and"}
    few = [name for name in graph.nodes if len(name) <= _LOUD or not name.isascii()]
    loud = [name for name in few if (up := name.upper()) != name and up in graph.nodes]
    for name in sorted({*graph.words().ending(said), *loud}):
        words = name.split()
        forms = said
        while len(words) > 1 and words[-1] in forms:
            words.pop()
            forms = said | PRIVATE
        short = " ".join(words)
        for form in (short, short.upper()):
            if form != name and form in graph.nodes and not _is_place(short):
                graph.join(name, form, "the same name with its legal form")


def _is_place(folded: str) -> bool:
    return folded.title() in places()


def spellings(graph: Graph, lexicon: Lexicon) -> None:
    """`Organisation` and `Organization`: names of several words that sound alike in each."""
    graph.meet()
    for block in graph.searched(heard_alike, lexicon):
        first = max(block, key=lambda n: (len(graph.nodes[n].articles), n))
        for name in block[:LARGEST_BLOCK]:
            if name == first or not _sound_alike(name, first):
                continue
            if name.endswith(" party") and not graph.in_common(name, first):
                graph.miss(name, first, "parties of two countries may be called alike")
            else:
                evidence = graph.nodes[first].name
                graph.join(name, first, "another spelling of the same name", evidence)


def _skeletons(names: Sequence[str], graph: Graph, lexicon: Lexicon) -> Marks:
    """What is left of each word of several, but of persons' names, without vowels."""
    people = full_names(graph, lexicon)
    long = [name for name in names if len(name) > 9 and " " in name and name not in people]
    parts = [name.split() for name in long]
    words = [*dict.fromkeys(chain.from_iterable(parts))]
    skeletons = dict(zip(words, heard(words)[1], strict=True))
    for name, split in zip(long, parts, strict=True):
        yield name, " ".join([skeletons[word] for word in split])


def _heard_alike(_: str, names: list[str], graph: Graph, lexicon: Lexicon) -> Families:  # noqa: ARG001 - searches have one form
    """All of them."""
    return [names]


heard_alike = Sought(_skeletons, _heard_alike)


def umlauts(graph: Graph, lexicon: Lexicon) -> None:  # noqa: ARG001 - rules have one form
    """`Utoeya` joins `Utoya`, as `ø` is written by some, beside the same others."""
    graph.meet()
    written = [n for n in graph.words().keys if "oe" in n or "ae" in n or "ue" in n]
    for name in written:
        plain = name.replace("oe", "o").replace("ae", "a").replace("ue", "u")
        if plain != name and plain in graph.nodes:
            others = graph.in_common(name, plain)
            if others:
                graph.join(
                    name, plain, "another spelling of the same name", f"beside {say(others)}"
                )


def single_words(graph: Graph, lexicon: Lexicon) -> None:
    """`Naypyitaw` and `Naypyidaw`: a letter apart, in articles that share other names."""
    graph.meet()
    blocks: dict[str, list[str]] = defaultdict(list)
    bearers = {tail for parts in (graph.full_names or {}).values() for tail in parts.tails}
    for name in graph.nodes:
        long = len(name) > _OPENING + 1 and name.isalpha() and name not in graph.parent
        if long and name not in lexicon.common:
            blocks[name[:_OPENING]].append(name)
    for block in [block for block in blocks.values() if len(block) > 1]:
        things = (name for name in block if _is_thing(name, graph, bearers, lexicon))
        for one, two in _a_letter_apart([*islice(things, LARGEST_BLOCK)]):
            others = graph.in_common(one, two)
            if len(others) >= _COMPANY:
                small, large = sorted((one, two), key=lambda n: (len(graph.nodes[n].articles), n))
                rule = "a letter apart, beside the same others"
                graph.join(small, large, rule, f"beside {say(others)}")
            else:
                graph.miss(one, two, "a letter apart, and their articles share no other names")


def _is_thing(name: str, graph: Graph, bearers: Set[str], lexicon: Lexicon) -> bool:
    """Whether the name is no person's, nobody bears it, or its surroundings are a place's."""
    if graph.kind(name, lexicon) != "person":
        return True
    person, place = (graph.nodes[name].scores[CLASSES.index(c)] for c in ("person", "place"))
    borne = name in bearers or name.title() in lexicon.first_names
    return (place > person or not borne) and not graph.nodes[name].votes.get("person")


def _a_letter_apart(block: list[str]) -> Iterator[tuple[str, str]]:
    """Each two words that sound alike, long ones but for a letter; two places are two."""
    for i, j, far in near([_ARABIC_END.sub("iya", sound(word)) for word in block], 1):
        one, two = block[i], block[j]
        if far and min(len(one), len(two)) < _LONG:
            continue
        if not (_is_place(one) and _is_place(two)):
            yield one, two


def _sound_alike(one: str, two: str) -> bool:
    pairs = zip(one.split(), two.split(), strict=True)
    return all(a == b or OSA.distance(a, b) <= edits(a, b) for a, b in pairs)
