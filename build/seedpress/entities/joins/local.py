"""Names that say where: with a place before them, or without the kind of land that they are."""

from collections import defaultdict

from seedpress.entities.gazetteer import COUNTRY, TOWN, place_kind
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.nodes import Graph, say
from seedpress.entities.tokens import key
from seedpress.entities.usual_names import usual_names

_LANDS = (
    "valley", "mountains", "hills", "highlands", "islands", "peninsula", "plains", "ranges",
    "desert", "square",
)  # fmt: skip
_SEVERAL = ("lakes", "hills", "islands", "heights", "falls", "mountains", "ranges", "straits")
_STANDING = (" river", " palace", " prison", " airport")
_FEDERAL = frozenset({
    "Argentina", "Australia", "Austria", "Belgium", "Brazil", "Canada", "Germany", "India",
    "Malaysia", "Mexico", "Nigeria", "Pakistan", "Russia", "Switzerland", "United States",
})  # fmt: skip
_COMPANY = 2  # names that articles of both must share
_OWN = 3  # words of a body's name that say enough without the place


def bodies(graph: Graph, lexicon: Lexicon) -> None:
    """`Rural Fire Service` joins `New South Wales Rural Fire Service`, in articles of the state."""
    heads = lexicon.organisation_heads - lexicon.businesses - lexicon.teams
    longer: dict[str, dict[str, str]] = defaultdict(dict)  # by short name: names and their places
    for name in graph.words().ending(map(key, heads)):
        found = _after_place(name, graph)
        if found:
            rest, place = found
            longer[rest].setdefault(graph.root(name), place)
    for short, fulls in sorted(longer.items()):
        (full, place), *others = sorted(fulls.items())
        if others or graph.root(short) == full:
            continue
        here, there = graph.articles(short), graph.articles(key(place))
        some = short.count(" ") + 1 >= _OWN and 2 * len(here & there) >= len(here)
        if some or here <= there:
            graph.join(short, full, "the one body of the name, in articles of its place", place)
        else:
            graph.miss(short, full, "few articles of the shorter name are of the place")


def _after_place(name: str, graph: Graph) -> tuple[str, str] | None:
    """What another name of the corpus has after a place's name, and the place."""
    words = graph.nodes[name].name.split() if name in graph.nodes else []
    for end in range(1, len(words) - 1):
        rest, place = key(" ".join(words[end:])), " ".join(words[:end])
        if (
            rest in graph.nodes
            and rest not in usual_names()
            and place_kind(place) not in ("", TOWN)
        ):
            return rest, place
    return None


def lands(graph: Graph, lexicon: Lexicon) -> None:
    """`the Hunter region` joins `Hunter Valley`, the one land so called, beside the same others."""
    graph.meet()
    longer: dict[str, list[str]] = defaultdict(list)
    for name in graph.words().ending(_LANDS):
        longer[name.rpartition(" ")[0]].append(name)
    for short in sorted(longer.keys() & graph.nodes.keys()):
        known = place_kind(graph.nodes[short].name) or short in usual_names()
        joined = short in graph.parent or short in graph.members
        if known or joined or len(longer[short]) > 1 or graph.kind(short, lexicon) != "place":
            continue
        others = graph.in_common(short, longer[short][0])
        if others:
            graph.join(short, longer[short][0], "the one land so called", f"beside {say(others)}")


def waters(graph: Graph, lexicon: Lexicon) -> None:
    """`Patapsco` joins `Patapsco River`, beside the same others, where no town is called so.

    Likewise palaces, and airports that are international.
    """
    graph.meet()
    for name in graph.words().ending(map(str.strip, _STANDING)):
        if not name.endswith(_STANDING):
            continue  # an odd key
        airport = name.endswith(" airport")
        short = name.removesuffix(" airport").removesuffix(" international")
        short = short if airport else name.rpartition(" ")[0]
        known = short not in graph.nodes or short in graph.parent or short in usual_names()
        known = known or place_kind(short.title()) not in ("", TOWN) or name in usual_names()
        if known or (" " in short and not airport) or graph.kind(short, lexicon) == "person":
            continue
        others = graph.in_common(name, short)
        if len(others) >= _COMPANY and graph.kind(short, lexicon) == "place":
            graph.join(short, name, "the same place without what it is", f"beside {say(others)}")


def regions(graph: Graph, lexicon: Lexicon) -> None:  # noqa: ARG001 - rules have one form
    """`Varnoul Region` joins `Varnoul Oblast`, as Russians and Ukrainians call the same."""
    for name in graph.words().ending(("oblast",)):
        other = name.removesuffix("oblast") + "region"
        if name.endswith("oblast") and other in graph.nodes and name not in usual_names():
            graph.join(other, name, "the same region", graph.nodes[name].name)


def plurals(graph: Graph, lexicon: Lexicon) -> None:  # noqa: ARG001 - rules have one form
    """`Great Bitter Lakes` joins `Great Bitter Lake`, beside the same others."""
    graph.meet()
    for name in graph.words().ending(_SEVERAL):
        one = name[:-1]
        others = graph.in_common(name, one) if one in graph.nodes else []
        if len(others) >= _COMPANY:
            graph.join(name, one, "the same land in the plural", f"beside {say(others)}")


def adjectives(graph: Graph, lexicon: Lexicon) -> None:
    """`Southern African Law Centre` joins `Southern Africa Law Centre`, beside the same others."""
    graph.meet()
    homes = {word.casefold(): key(home) for word, home in lexicon.demonyms.items()}
    for name in graph.words().ending({head.casefold() for head in lexicon.organisation_heads}):
        words = name.split()
        for i, word in enumerate(words[:-1] if len(words) > 2 else ()):
            other = " ".join((*words[:i], homes[word], *words[i + 1 :])) if word in homes else name
            others = graph.in_common(name, other) if other in graph.nodes and other != name else []
            if others:
                rule = "the same name with the place for its adjective"
                graph.join(name, other, rule, f"beside {say(others)}")


def royal(graph: Graph, lexicon: Lexicon) -> None:
    """`Spanish Football Federation` joins `Royal Spanish Football Federation`.

    Only after a nationality: the `Bank of Scotland` is not the `Royal Bank of Scotland`.
    """
    nations = {word.casefold() for word in lexicon.demonyms}
    for name in graph.words().beginning(("royal",)):
        short = name.removeprefix("royal ")
        if short.count(" ") > 1 and short in graph.nodes and short.partition(" ")[0] in nations:
            graph.join(short, name, "the same name without its style", graph.nodes[name].name)


def towns(graph: Graph, lexicon: Lexicon) -> None:
    """`City University` joins `City University London`, beside the same others."""
    graph.meet()
    longer: dict[str, list[str]] = defaultdict(list)
    heads = lexicon.organisation_heads - lexicon.businesses - lexicon.teams
    for name in graph.words().longer():
        short, _, last = name.rpartition(" ")
        named = " " in short and place_kind(last.title())
        if named and graph.nodes[short].name.split()[-1] in heads:
            longer[short].append(name)
    for short, fulls in longer.items():
        others = graph.in_common(short, fulls[0]) if len(fulls) == 1 else []
        if len(others) >= _COMPANY and short not in usual_names():
            rule = "the one body of the name, without its town"
            graph.join(short, fulls[0], rule, f"beside {say(others)}")


def federal(graph: Graph, lexicon: Lexicon) -> None:
    """`Federal Government` joins `Australian Government`, the one of such a country here."""
    graph.meet()
    short = "federal government"
    if short not in graph.nodes or short in graph.parent:
        return
    adjectives = [word for word, country in lexicon.demonyms.items() if country in _FEDERAL]
    names = [key(f"{word} Government") for word in (*adjectives, *_FEDERAL, "US")]
    found = sorted({graph.root(name) for name in names if name in graph.nodes})
    here = graph.articles(short)
    beside = [full for full in found if here & graph.articles(full)]  # an article says both
    home = beside if len(beside) == 1 < len(found) else []
    home = home or [full for full in found if _is_home(full, graph, lexicon)]
    (full,) = home if len(home) == 1 else found if len(found) == 1 else [""]
    others = graph.in_common(short, full) if full else []
    if others or (full and home):
        rule = "the government of the federal country that the corpus is about"
        graph.join(short, full, rule, f"beside {say(others)}" if others else "")
        return
    for other in found:
        graph.miss(short, other, "governments of several countries may be meant")


def _is_home(government: str, graph: Graph, lexicon: Lexicon) -> bool:
    """Whether the corpus has the government's country in more articles than any other such."""
    often = {country: len(graph.articles(key(country))) for country in _FEDERAL}
    adjective = government.rpartition(" ")[0].title()
    country = lexicon.demonyms.get(adjective, adjective)
    return often.get(country, 0) > max(n for name, n in often.items() if name != country)


def owned(graph: Graph, lexicon: Lexicon) -> None:
    """`National Bureau` joins `National Bureau of Zamoria`, the one so called, beside the same."""
    graph.meet()
    longer: dict[str, set[str]] = defaultdict(set)
    for name in [name for name in graph.words().several if " of " in name]:
        short, _, land = name.rpartition(" of ")
        head = short.partition(" of ")[0].rpartition(" ")[2].title()
        body = " " in short and short in graph.nodes and head in lexicon.organisation_heads
        if body and place_kind(land.title()) == COUNTRY and short not in usual_names():
            longer[short].add(name)
    for short, names in sorted(longer.items()):
        full = min(names)
        if len({graph.root(name) for name in names} - {graph.root(short)}) != 1:
            continue
        others = graph.in_common(short, full)
        if len(others) >= _COMPANY or graph.articles(short) & graph.articles(full):
            graph.join(short, full, "the one body of a country so called", say(others))


def operations(graph: Graph, lexicon: Lexicon) -> None:  # noqa: ARG001 - rules have one form
    """`Eastern Sentry` joins `Operation Eastern Sentry`, beside the same others."""
    graph.meet()
    for name in graph.words().beginning(("operation",)):
        short = name.partition(" ")[2]
        if short not in graph.nodes or place_kind(graph.nodes[short].name):
            continue
        others = graph.in_common(name, short)
        if len(others) >= _COMPANY:
            graph.join(short, name, "the operation of the name", f"beside {say(others)}")
