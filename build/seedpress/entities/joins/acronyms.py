"""Acronyms join the names that some article explains them by, or whose initials they are."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

from rapidfuzz.distance import OSA

from seedpress.entities.joins.pronounced import as_written
from seedpress.entities.joins.translated import join_hyphened
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.meant import AGENCIES
from seedpress.entities.nodes import Families, Graph, say
from seedpress.entities.tokens import key
from seedpress.entities.usual_names import usual_names

_ELIDED = re.compile(r"\b[dlDL]['’](?=[A-Z])")  # d'Enquetes
_OF_STATES = re.compile(r"^U\.?S\.? ")
_INITIAL = re.compile(r"(?:^| )[A-Z]\. ")
_LONGEST = 6  # letters of an acronym with small ones among them
_MANY = 3  # blanks in a name that is too long for a person's
_LEAST = 4  # letters of an acronym in another order, as another language has it
_STEM = 5  # letters in which two words of one stem begin
_LONG, _SLIPS = 15, 2  # letters of a long name, and in how many of them it may be misspelt
_SHORTEST = 3  # letters of an acronym that no article explains


def explained(graph: Graph, lexicon: Lexicon) -> None:
    """`CSO` joins `Central Selling Organisation` where an article has `Long Name (CSO)`.

    So does `Sadc`, as papers in Britain and Africa write letters that are said as a word.
    """
    for short in sorted(graph.explained):
        name = as_written(graph, short, lexicon)
        longs = Counter[str]()
        for long, count in graph.explained[short].items():
            if key(long) in graph.nodes:
                longs[graph.root(key(long))] += count
        _join_misspelt(graph, name, longs)
        _join_alike(graph, longs)
        if name not in graph.nodes or name in usual_names() or not longs:
            continue
        if len(longs) == 1:
            (long,) = longs
            evidence = graph.nodes[long].name
            graph.join(name, long, "acronym that another article explains", evidence)
        else:
            for long in sorted(longs):
                graph.miss(name, long, "the articles explain the acronym in several ways")


def _join_misspelt(graph: Graph, short: str, longs: Iterable[str]) -> None:
    """Join `Organisaton of Petroleum Exporting Countries`, explained by OPEC, to that."""
    usual = usual_names().get(short)
    here = [name for name in (short, *_called(short)) if name in graph.nodes] if usual else []
    for long in longs if here else ():
        wrong = long not in usual_names() and len(long) >= _LONG
        if wrong and any(
            OSA.distance(long, name, score_cutoff=_SLIPS) <= _SLIPS or _have_stems(long, name)
            for name in _called(short)
        ):
            graph.join(long, here[0], "letters apart from what the acronym stands for")


def _have_stems(one: str, two: str) -> bool:
    """Whether each word begins as the other's: `Islamic Revolution Guards Corps`."""
    pairs = [*zip(one.split(), two.split(), strict=False)]
    same = all(a == b or a[:_STEM] == b[:_STEM] for a, b in pairs if min(len(a), len(b)) >= _STEM)
    short = all(a == b for a, b in pairs if min(len(a), len(b)) < _STEM)
    return same and short and one.count(" ") == two.count(" ") > 0


def _called(short: str) -> list[str]:
    """The keys of all long names that the table has for a usual acronym."""
    usual = usual_names()
    return [name for name, found in usual.items() if found == usual[short] and len(name) >= _LONG]


def _join_alike(graph: Graph, longs: Counter[str]) -> None:
    """Join `Prudential Regulation Authority` and `Prudential Regulatory Authority`: one acronym."""
    first, *others = sorted(longs, key=lambda name: (-longs[name], name)) or [""]
    for name in others:
        pairs = [*zip(first.split(), name.split(), strict=False)]
        unlike = [(one, two) for one, two in pairs if one != two]
        same = first.count(" ") == name.count(" ") > len(unlike) == 1
        if same and unlike[0][0][:_STEM] == unlike[0][1][:_STEM]:
            graph.join(name, first, "explained by the same acronym but for a word's ending")
            longs[first] += longs.pop(name)


def inside(graph: Graph, lexicon: Lexicon) -> None:
    """`Bethel AME Church` joins `Bethel African Methodist Episcopal Church`."""
    names = graph.words().ending({head.casefold() for head in lexicon.organisation_heads})
    long = [name for name in names if name.count(" ") >= _MANY]
    shortened: dict[str, set[str]] = defaultdict(set)
    for name in long:
        words = name.split()
        for first in range(1, len(words) - _SHORTEST):
            for end in range(first + _SHORTEST, len(words)):
                letters = "".join(word[0] for word in words[first:end])
                form = " ".join((*words[:first], letters, *words[end:]))
                if form in graph.nodes:
                    shortened[form].add(graph.root(name))
    for short, fulls in shortened.items():
        (full, *more) = fulls
        if not more and any(_is_loud(word) for word in graph.nodes[short].name.split()):
            graph.join(short, full, "initials inside the name", graph.nodes[full].name)


def _is_loud(word: str) -> bool:
    """Whether the word is an acronym of some letters, also one with full stops."""
    letters = word.replace(".", "")
    return len(letters) >= _SHORTEST and letters.isupper()


def _may_have_initials(graph: Graph, name: str, lexicon: Lexicon) -> bool:
    """Whether the name is an organisation's, or so long or common that it may well be."""
    if graph.kind(name, lexicon) == "organisation":
        return True
    if graph.nodes[name].votes.get("person") or _INITIAL.search(graph.nodes[name].name):
        return False  # Carlos E. Cue
    return name.count(" ") >= _MANY or name.rpartition(" ")[2] in lexicon.common


def _by_initials(graph: Graph, lexicon: Lexicon) -> dict[str, list[str]]:
    """The names of organisations that have each initials."""
    longs: dict[str, list[str]] = defaultdict(list)
    for name in graph.words().several:
        node = graph.nodes[name]
        full = (node.only or node.name).replace("-", " ")
        if full.count(" ") < _SHORTEST - 1 or not _may_have_initials(graph, name, lexicon):
            continue
        words = _ELIDED.sub("", _OF_STATES.sub("U S ", full)).split()  # USAID
        telling = [w for w in words if w not in lexicon.businesses]
        for some in (telling, words) if len(telling) < len(words) else (words,):
            every = "".join([w[0] for w in some])  # `DFID` has a letter for each word
            for letters in {every.upper(), "".join([c for c in every if c.isupper()])}:
                if len(letters) >= _SHORTEST:
                    longs[letters].append(name)
    return longs


def with_initials(graph: Graph, lexicon: Lexicon) -> Families:
    """Each initials that organisations have, and their names."""
    return [[letters, *names] for letters, names in _by_initials(graph, lexicon).items()]


def _longs(
    graph: Graph, lexicon: Lexicon, wanted: Iterable[str], form: Callable[[str], str] = str
) -> dict[str, set[str]]:
    """The organisations that have each of the initials that are `wanted`, in some `form`."""
    if graph.initials is None:
        found_so = graph.searched(with_initials, lexicon)
        graph.initials = {letters: names for letters, *names in found_so}
    found: dict[str, set[str]] = {letters: set() for letters in wanted}
    for letters, names in graph.initials.items():
        if form(letters) in found:
            found[form(letters)].update(map(graph.root, names))
    return found


def meant_otherwise(graph: Graph, lexicon: Lexicon) -> dict[str, tuple[str, list[str]]]:
    """Acronyms that usually mean what this corpus never has in full, and what they mean here.

    `ICC`, where articles beside the same others have the International Cricket Council.
    """
    shorts = [n for n in graph.nodes if n.isupper() and len(n) >= _SHORTEST and n in usual_names()]
    absent = {
        n for n in shorts if n not in AGENCIES and key(usual_names()[n].name) not in graph.nodes
    }
    if not absent:
        return {}
    longs = _by_initials(graph, lexicon)
    graph.meet()
    found = {}
    for short in sorted(absent & longs.keys()):
        long, *more = {*map(graph.root, longs[short])}
        others = graph.in_common(short, long)
        if others and not more:
            found[short] = long, others
    return found


def _acronyms(graph: Graph, least: int) -> list[tuple[str, str]]:
    """The keys that are written like an acronym of `least` letters, in order, with these."""
    if graph.acronyms is None:
        named = ((name, node.only or node.name) for name, node in graph.nodes.items())
        short = [(n, full) for n, full in named if len(full) <= _LONGEST or not full[1].islower()]
        graph.acronyms = sorted((n, letters) for n, full in short if (letters := _letters(full)))
    return [(name, letters) for name, letters in graph.acronyms if len(letters) >= least]


def initials(graph: Graph, lexicon: Lexicon) -> None:
    """`IAAF` joins the one organisation of the corpus with these initials."""
    graph.meet()
    shorts = _acronyms(graph, _SHORTEST)
    capitals = {short: _capitals(graph.nodes[short].name) for short, _ in shorts}
    longs = _longs(graph, lexicon, {letters for _, letters in shorts} | {*capitals.values()})
    for short, letters in shorts:
        found = longs[letters] or longs[capitals[short]]
        if short in usual_names():
            continue
        if len(found) == 1:
            long = next(iter(found))
            far = not graph.articles(short) & graph.articles(long)
            others = graph.in_common(short, long)
            if far and others:
                graph.join(short, long, "initials of one organisation", f"beside {say(others)}")
                continue
            if far and len(graph.nodes[long].articles) == 1:
                graph.miss(short, long, "the initials agree, but no article has both")
                continue
            graph.join(short, long, "initials of one organisation", graph.nodes[long].name)
        else:
            for long in sorted(found)[:5]:
                graph.miss(short, long, "several organisations have these initials")


def foreign(graph: Graph, lexicon: Lexicon) -> None:
    """`PSDB` joins `Brazilian Social Democracy Party`: the same initials in another order."""
    graph.meet()
    shorts = [(short, _ordered(letters)) for short, letters in _acronyms(graph, _LEAST)]
    longs = _longs(graph, lexicon, {letters for _, letters in shorts}, _ordered)
    for short, letters in shorts:
        found = longs[letters]
        join_hyphened(graph, short)
        if len(found) != 1 or short in graph.parent or short in graph.members:
            continue
        (long,) = found
        others = graph.in_common(short, long)
        if others and short not in usual_names():
            graph.join(short, long, "initials in another order", f"beside {say(others)}")


def _ordered(letters: str) -> str:
    return "".join(sorted(letters))


def _capitals(name: str) -> str:
    """The capitals of a name that is written like `BSkyB`; empty for any other."""
    mixed = name.isalnum() and name[0].isupper() and name[-1].isupper() and not name.isupper()
    letters = "".join(letter for letter in name if letter.isupper())
    return letters if mixed and len(letters) >= _SHORTEST else ""


def _letters(name: str) -> str:
    """The letters of an acronym, also of one like `MoD`; empty for any other name."""
    mixed = name.isalnum() and name[0].isupper() and name[-1].isupper() and len(name) <= _LONGEST
    return name.upper() if name.isupper() or mixed else ""
