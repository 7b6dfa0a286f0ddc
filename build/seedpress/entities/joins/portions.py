"""Names of several words and portions of them: without a form, in another order, the last alone.

All only beside the same others: what a portion is called like is often something else too.
"""

from collections import defaultdict

from seedpress.entities.gazetteer import CITY, COUNTRY, TOWN, place_kind, places
from seedpress.entities.joins.full_names import full_names
from seedpress.entities.kinds import LEGAL
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.linked import OF
from seedpress.entities.nodes import Families, Graph, say
from seedpress.entities.tokens import key
from seedpress.entities.typer import CLASSES
from seedpress.entities.usual_names import usual_names

_CLEAR = 0.3  # by how much what stands around must speak of a place
_BUILT = ("bridge", "airport", "stadium", "tunnel", "center", "centre", "library", "hospital")
_PERSONS = 4  # words of a person's name and what is called so
_COMPANY = 2  # names that articles of both must share
_FLYING = ("airlines", "airways", "air")  # and lines
_PARTS = {"northern", "southern", "eastern", "western", "central"}  # of a land
_LETTERS = 4  # of a last word that stands alone


def firms(graph: Graph, lexicon: Lexicon) -> None:
    """`Orange` joins `Orange Plc`, `Santander` `Banco Santander`, though towns are called so."""
    graph.meet()
    organisation, place = CLASSES.index("organisation"), CLASSES.index("place")
    abroad = map(key, lexicon.foreign_heads)
    ends = LEGAL | {"airlines", "airways", "lines"}
    for name in sorted({*graph.words().ending(ends), *graph.words().beginning(abroad)}):
        called = _called(name, graph.nodes[name].name, lexicon)
        for short in sorted(called & graph.nodes.keys()):
            scores = graph.nodes[short].scores
            others = graph.in_common(short, name)
            clear = scores[organisation] > scores[place] - _CLEAR
            if clear and len(others) >= _COMPANY:
                rule = "the same name with its legal form"
                graph.join(short, name, rule, f"beside {say(others)}")


def lands(graph: Graph, lexicon: Lexicon) -> None:
    """`China Evergrande Group` joins `Evergrande Group`, beside the same others or in one article.

    Not `Japan Post Holdings`: what is common is another thing without the country.
    """
    graph.meet()
    forms = LEGAL | {"group", "holdings"}
    for name in graph.words().ending(forms):
        land, _, short = name.partition(" ")
        first, _, form = short.partition(" ")
        country = place_kind(land.title()) == COUNTRY and land.title() not in lexicon.first_names
        if not country or form not in forms or short not in graph.nodes:
            continue
        title = first.title()
        known = first in lexicon.common or title in places() or title in lexicon.heads
        known = known or not usual_names().keys().isdisjoint((name, short, first))
        if known:
            continue
        others = graph.in_common(name, short)
        if len(others) >= _COMPANY or graph.articles(name) & graph.articles(short):
            graph.join(name, short, "the same firm with its country", say(others))


def at_home(graph: Graph, lexicon: Lexicon) -> None:
    """`Reform` joins `Reform UK`, beside the same others: what is no place or person."""
    graph.meet()
    for name in graph.words().ending({"uk"}):
        short = name.removesuffix(" uk")
        known = short == name or short not in graph.nodes or short in usual_names()
        if known or place_kind(short.title()) not in ("", TOWN):
            continue
        others = graph.in_common(name, short)
        told = len(others) >= _COMPANY or graph.articles(name) & graph.articles(short)
        if told and graph.kind(short, lexicon) != "person":
            graph.join(short, name, "the same name with its country", f"beside {say(others)}")


def _called(name: str, full: str, lexicon: Lexicon) -> set[str]:
    """The names that a firm may be called by though places are called so, as keys."""
    before, _, form = name.removesuffix(" lines").rpartition(" ")
    first, _, rest = name.partition(" ")
    found: set[str] = set()
    if before and form in _FLYING:
        title = before.title()
        nation = place_kind(title) in (CITY, COUNTRY) or title in lexicon.demonyms
        return found if " " in before or nation else {before}  # Delta, not China
    if before and form in LEGAL:
        found.add(before)
        if place_kind(first.title()) == TOWN:
            found.add(first)  # Magna International Inc.
    if rest and full.partition(" ")[0] in lexicon.foreign_heads:
        found.add(rest)
    return {short for short in found if short.title() in places()}


def orders(graph: Graph, lexicon: Lexicon) -> None:
    """`Front National` joins `National Front`: the same words in another order."""
    graph.meet()
    same: dict[tuple[str, ...], list[str]] = defaultdict(list)
    bodies = {*map(key, lexicon.organisation_heads - lexicon.businesses - lexicon.teams)}
    for name in sorted({*graph.words().ending(bodies), *graph.words().beginning(bodies)}):
        first, _, rest = name.partition(" ")
        alone = " " not in rest and f"{rest} {first}" not in graph.nodes  # as most
        if not alone and name in graph.nodes and name not in (graph.full_names or {}):
            same[tuple(sorted(name.split()))].append(name)
    for names in same.values():
        for name in names[1:]:
            others = graph.in_common(names[0], name)
            if others:
                graph.join(name, names[0], "the same words in another order", say(others))


def endings(graph: Graph, lexicon: Lexicon) -> None:
    """`Concordia` joins `Costa Concordia`: the last word of one thing's or place's name."""
    people = full_names(graph, lexicon)
    surnames = {parts.surname for parts in people.values()}
    graph.meet()
    longer = {
        last: {graph.root(name) for name in names}
        for last, names in graph.words().last.items()
        if last in graph.nodes and last not in surnames
    }
    small = lexicon.particles | OF | _PARTS
    for short in sorted(longer):
        (long, *more) = longer[short]
        if more or long not in graph.nodes or not _may_end(short, graph, lexicon):
            continue
        known = graph.nodes[long].name in places() or long in usual_names() or long in people
        known = known or long.split()[-2] in small  # Plaza de Bolivar, Northern England
        several = long.count(" ") > 1 and graph.kind(long, lexicon) == "organisation"
        # PSA Peugeot Citroen
        known = known or several or _is_there(short, long, graph, lexicon)
        others = [] if known else graph.in_common(short, long)
        if len(others) >= _COMPANY:
            graph.join(
                short, long, "what one name of the corpus ends with", f"beside {say(others)}"
            )


def grounds(graph: Graph, lexicon: Lexicon) -> None:
    """`Casa Zamoria` joins `Riu Casa Zamoria`: all but the first word of one place's name.

    Not what a common word ends, which others of the kind have too: `Air Base`.
    """
    graph.meet()
    for short, long, *more in graph.searched(all_but_the_first, lexicon):
        first = long.partition(" ")[0].title()
        known = place_kind(short.title()) or place_kind(first) or first in lexicon.demonyms
        known = known or bool({short, long} & usual_names().keys())
        known = known or short.split()[-1] in lexicon.common
        if known or more or {graph.kind(name, lexicon) for name in (short, long)} != {"place"}:
            continue
        others = graph.in_common(short, long)
        if len(others) >= _COMPANY:
            rule = "what one place's name of the corpus ends with"
            graph.join(short, long, rule, f"beside {say(others)}")


def all_but_the_first(graph: Graph, lexicon: Lexicon) -> Families:  # noqa: ARG001 - searches have one form
    """Each name of several words, and those that are the same with a word before it."""
    longer: dict[str, list[str]] = defaultdict(list)
    for name in graph.words().several:
        _, _, rest = name.partition(" ")
        if " " in rest and rest in graph.nodes:
            longer[rest].append(name)
    return [[short, *names] for short, names in longer.items()]


def named_after(graph: Graph, lexicon: Lexicon) -> None:
    """`Varnou Bridge` joins `Carl Holm Varnou Bridge`, what is called after one in full."""
    graph.meet()
    longer: dict[str, list[str]] = defaultdict(list)
    for name in graph.words().ending(_BUILT):
        words = name.split()
        full = len(words) > _COMPANY and words[0].title() in lexicon.first_names
        full = full and words[-1] in _BUILT
        short = " ".join(words[-2:])
        if full and len(words) <= _PERSONS and short in graph.nodes and short != name:
            longer[short].append(name)
    for short, (long, *more) in longer.items():
        others = graph.in_common(short, long)
        if not more and len(others) >= _COMPANY and short not in usual_names():
            graph.join(short, long, "called after somebody in full", f"beside {say(others)}")


def _is_there(short: str, long: str, graph: Graph, lexicon: Lexicon) -> bool:
    """Whether a place and an organisation are meant: `the Pacific`, `Southern Pacific`.

    Not where letters show that the longer name is a ship's: `HMS Norfolk`.
    """
    if graph.nodes[long].name.split()[0].isupper():
        return False
    return graph.kind(short, lexicon) == "place" and graph.kind(long, lexicon) == "organisation"


def _may_end(short: str, graph: Graph, lexicon: Lexicon) -> bool:
    """Whether a word alone may be the end of a longer name: no common word, city or given name."""
    title = short.title()
    known = place_kind(title) in (CITY, COUNTRY) or title in lexicon.first_names
    known = known or title in lexicon.heads or title in lexicon.of_heads or short in usual_names()
    joined = short in graph.parent or short in graph.members
    node = graph.nodes[short]
    plain = short.isalpha() and short == key(node.name) and len(short) >= _LETTERS
    ordinary = short in lexicon.common or node.votes.get("person")
    return plain and not known and not joined and not ordinary
