"""A surname or a given name that stands alone joins the person whom it means."""

from collections import defaultdict

from seedpress.entities.gazetteer import CITY, COUNTRY, TOWN, misleading, place_kind
from seedpress.entities.joins import borne
from seedpress.entities.joins.full_names import full_names
from seedpress.entities.kinds import LEGAL, STORMS
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.nodes import Graph, Node
from seedpress.entities.tokens import key
from seedpress.entities.typer import CLASSES
from seedpress.entities.usual_names import usual_names

_DOMINANT = 4  # times as many articles as the next bearer of a surname
_MORE = 2  # times as many mentions as someone with the same articles
_LONELY = 3  # articles of a surname alone, for one article of its only bearer
_COMPANY = 2  # names that articles of both must share
_STRONG = 4  # or must if lists have the given name, or a city is called so
_AS_PLACE = 1.3  # by how much a mention's surroundings must speak of a place
_RENOWNED = 3  # articles of a full name whose given name alone is taken for it


def surnames(graph: Graph, lexicon: Lexicon) -> None:
    """A surname alone joins its one bearer, or the one who has nearly all the articles."""
    graph.meet()
    bearers = borne.bearers(graph, lexicon)
    for surname in sorted(bearers.keys() & graph.nodes.keys()):
        if surname not in usual_names():
            node = graph.nodes[surname]
            if _is_firms(graph, surname, bearers[surname]):
                for bearer in sorted(bearers[surname])[:5]:
                    graph.miss(surname, bearer, "a firm of the corpus is called so")
            elif _is_country(graph, surname, bearers[surname]):
                for bearer in sorted(bearers[surname])[:5]:
                    graph.miss(surname, bearer, "a country, whose articles share no other names")
            elif _may_be_surname(node) or _is_in_company(graph, surname, bearers[surname]):
                _settle_surname(graph, surname, bearers[surname], lexicon)
    _lone_given(graph, bearers, _called(graph, lexicon))


def _is_firms(graph: Graph, surname: str, bearers: dict[str, int]) -> bool:
    """Whether a firm has the name, in as many articles as any bearer, and no title shows one."""
    joined = graph.members.get(surname, ())
    forms = [n for n in joined if n.startswith(f"{surname} ") and n.rpartition(" ")[2] in LEGAL]
    if not forms or graph.nodes[surname].votes.get("person"):
        return False
    return max(len(graph.nodes[name].articles) for name in forms) >= max(bearers.values())


def _is_country(graph: Graph, surname: str, bearers: dict[str, int]) -> bool:
    """Whether a country's name stands apart from all who bear it: the king of Jordan."""
    node = graph.nodes[surname]
    if place_kind(node.name) != COUNTRY or node.votes.get("person"):
        return False
    return not any(graph.in_common(surname, bearer) for bearer in bearers)


def _numbered(graph: Graph) -> dict[str, list[str]]:
    """The names that are a given name alone, another person in each article, by that name."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in graph.words().numbered:
        found[name.partition(" ")[0]].append(name)
    return found


def _may_be_surname(node: Node) -> bool:
    """Whether the name is of no place, or what stands around it speaks of a person."""
    kind = place_kind(node.name)
    person, place = (node.scores[CLASSES.index(c)] for c in ("person", "place"))
    given = not kind and node.name in misleading()
    if given and place > person + _AS_PLACE * sum(node.spellings.values()):
        return bool(node.votes.get("person"))  # the fire at Spencer, north of the city
    if not kind or node.votes.get("person"):
        return True
    if kind == TOWN or node.name in misleading():
        return person > place
    return kind == CITY and person > place + node.mentions


def _is_in_company(graph: Graph, surname: str, bearers: dict[str, int]) -> bool:
    """Whether a town's name stands where the others of its one bearer are: `Rivera`.

    That of a city also has to stand where persons do, or beside more of them.
    """
    node = graph.nodes[surname]
    kind = place_kind(node.name)
    person, place = (node.scores[CLASSES.index(c)] for c in ("person", "place"))
    if len(bearers) != 1 or kind not in (TOWN, CITY):
        return False
    found = len(graph.in_common(surname, next(iter(bearers))))
    strong = found >= _STRONG and 2 * person + node.mentions > 2 * place
    return strong or (found >= _COMPANY and (kind == TOWN or person > place))


def _called(graph: Graph, lexicon: Lexicon) -> dict[str, dict[str, int]]:
    """Who has each given name that stands alone, in how many articles."""
    given: dict[str, dict[str, int]] = defaultdict(dict)
    alone = _numbered(graph)
    for name, parts in full_names(graph, lexicon).items() if alone else ():
        if parts.given in alone:
            found, top = given[parts.given], graph.root(name)
            found[top] = found.get(top, 0) + len(graph.nodes[name].articles)
    return given


def _lone_given(
    graph: Graph, bearers: dict[str, dict[str, int]], given: dict[str, dict[str, int]]
) -> None:
    """A given name alone is a surname (`Lewis`) where one person bears it.

    Those whom it is the given name of have fewer articles, and share no more with this one.
    """
    for name in graph.words().numbered:
        word = name.partition(" ")[0]
        found = bearers.get(word, {})
        if len(found) != 1:
            continue
        ((bearer, weight),) = found.items()
        others = {other: n for other, n in given.get(word, {}).items() if other != bearer}
        shared = len(graph.in_common(name, bearer))
        fewer = (n <= weight and len(graph.in_common(name, o)) <= shared for o, n in others.items())
        if graph.meets(name, bearer) and all(fewer):
            evidence = graph.nodes[bearer].name
            graph.join(name, bearer, "surname with one bearer in the corpus", evidence)


def _settle_surname(graph: Graph, surname: str, bearers: dict[str, int], lexicon: Lexicon) -> None:
    ranked = sorted(bearers.items(), key=lambda b: (-b[1], -_mentions(graph, b[0]), b[0]))
    (first, weight), others = ranked[0], ranked[1:]
    alone = len(graph.nodes[surname].articles)
    name, said = graph.nodes[first].name, graph.nodes[surname].name
    if said.isalpha() and not said[1:].islower() and not said.isupper() and said not in name:
        return  # BAe
    if others and all(_is_beside(graph, other, first) for other, _ in others):
        graph.join(surname, first, "surname; who else bears it stands only beside this one", name)
        return
    if weight == 1 and alone > _LONELY:
        graph.miss(surname, first, "the surname stands alone far more often than with a given name")
    elif not others and _may_be_others(surname, lexicon) and not _is_known(graph, surname, first):
        graph.miss(surname, first, "a common surname, and its one bearer's articles tell no more")
    elif not others:
        graph.join(surname, first, "surname with one bearer in the corpus", name)
    elif weight >= _DOMINANT * others[0][1]:
        graph.join(surname, first, "surname whose other bearers are rare", name)
    else:
        for other, _ in ranked[:5]:
            graph.miss(surname, other, "several people of this corpus bear the surname")


def _may_be_others(surname: str, lexicon: Lexicon) -> bool:
    """Whether people of whom the corpus has no full name may well be called so: `Fisher`."""
    title = surname.title()
    known = surname in lexicon.common_surnames or title in lexicon.first_names
    return known or surname in lexicon.common or place_kind(title) != "" or title in lexicon.heads


def _is_known(graph: Graph, surname: str, bearer: str) -> bool:
    """Whether the corpus often has the bearer, or articles with both tell one story."""
    return len(graph.nodes[bearer].articles) >= _RENOWNED or graph.meets(surname, bearer)


def _is_beside(graph: Graph, other: str, first: str) -> bool:
    """Whether one person stands only in articles of another, who has more of them or of mentions.

    So do wives, brothers and sons of those whom the corpus is about.
    """
    here, there = graph.articles(other), graph.articles(first)
    often = _MORE * _mentions(graph, other) <= _mentions(graph, first)
    return here < there or (here == there and len(here) > 1 and often)


def _mentions(graph: Graph, name: str) -> int:
    keys = (name, *graph.members.get(name, ()))
    return sum(graph.nodes[key].mentions for key in keys)


def _is_called(node: Node, given: str) -> bool:
    """Whether an article that has the full name goes on with the given name: `Mobutu`."""
    return any(key(text) == given for text in node.spellings)


def storms(graph: Graph, lexicon: Lexicon) -> None:
    """`Katrina` alone joins `Hurricane Katrina` where no person of the corpus is called so."""
    graph.meet()
    named = {
        n.split()[-1]: n for n in graph.words().beginning(STORMS) if n.partition(" ")[0] in STORMS
    }
    if not named:
        return
    given = {parts.given for parts in full_names(graph, lexicon).values()}
    for name in graph.nodes:
        word = name.partition(" ")[0] if name[-1] == "#" else name
        if word in named and word not in given and graph.in_common(name, named[word]):
            evidence = graph.nodes[named[word]].name
            graph.join(name, named[word], "name of the storm of the corpus", evidence)


def given_names(graph: Graph, lexicon: Lexicon) -> None:
    """A given name alone (`Saddam`) joins its one bearer where the corpus often has that one."""
    bearers: dict[str, set[str]] = defaultdict(set)
    numbered = _numbered(graph)
    for name, parts in full_names(graph, lexicon).items():
        if parts.given in numbered or parts.given in graph.nodes:
            bearers[parts.given].add(graph.root(name))
    short = {name for given in bearers for name in numbered.get(given, ())}
    for name in sorted(short | (bearers.keys() & graph.nodes.keys())):
        given = name.partition(" ")[0] if name[-1] == "#" else name
        found = bearers.get(given, set())
        if len(found) > 1:
            found = {each for each in found if graph.in_common(name, each)}  # Anwar, in Malaysia
        if len(found) != 1 or name in graph.parent or given in lexicon.common:
            continue
        bearer = next(iter(found))
        called = given.title() not in lexicon.first_names and _is_called(graph.nodes[bearer], given)
        rare = given.title() not in lexicon.first_names and name[-1] != "#"
        titled = graph.nodes[name].votes.get("person")  # Cardinal Bea
        beside = len(graph.in_common(name, bearer))
        told = not titled and beside >= (_COMPANY if rare else _STRONG)
        renowned = len(graph.nodes[bearer].articles) >= _RENOWNED
        if given in lexicon.common_surnames and not graph.meets(name, bearer):
            renowned = False  # Nelson, of any family
        if called or told or renowned:
            evidence = graph.nodes[bearer].name
            graph.join(name, bearer, "given name with one bearer in the corpus", evidence)
