"""Names of one person: middle names, spellings and short forms, a surname or given name alone."""

from collections import defaultdict
from itertools import combinations, pairwise

from rapidfuzz.distance import OSA, JaroWinkler

from seedpress.entities.gazetteer import CITY, TOWN, misleading, place_kind
from seedpress.entities.joins.forms import LARGEST_BLOCK, edits, skeleton
from seedpress.entities.kinds import looks_personal
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.nodes import Graph, Node, say
from seedpress.entities.people import Person, bare, person, same_given, tails
from seedpress.entities.tell import tell
from seedpress.entities.tokens import key
from seedpress.entities.typer import CLASSES
from seedpress.entities.usual_names import usual_names

_DOMINANT = 4  # times as many articles as the next bearer of a surname
_LONELY = 3  # articles of a surname alone, for one article of its only bearer
_LONG = 5  # letters of a given name of which another spelling is no other name
_OPENING = 3  # letters in which nearly equal given names begin
_COMPANY = 2  # names that articles of both must share
_RENOWNED = 3  # articles of a full name whose given name alone is taken for it


def _full_names(graph: Graph, lexicon: Lexicon) -> dict[str, Person]:
    """The parts of each node that is a person's full name."""
    if graph.full_names is None:
        graph.full_names = _find_full_names(graph, lexicon)
    return graph.full_names


def _find_full_names(graph: Graph, lexicon: Lexicon) -> dict[str, Person]:
    found = {}
    for name in sorted(graph.nodes):
        if " " not in name or name[-1] == "#":
            continue
        node = graph.nodes[name]
        hint = "person" if node.votes.get("person") else "other"
        parts = person(node.name, lexicon)
        if not parts or not looks_personal(node.name, hint, lexicon):
            continue
        if hint == "person" or tell(node, lexicon) == "person":
            found[name] = parts
    return found


def middle_names(graph: Graph, lexicon: Lexicon) -> None:
    """`Donald J. Trump` joins `Donald Trump`; `J. Robert Smith` and `J. Smith` stay."""
    people = _full_names(graph, lexicon)
    plain = {(p.given, p.surname, p.after): name for name, p in people.items() if not p.middle}
    middles: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for name, parts in people.items():
        if parts.middle:
            middles[parts.given, parts.surname, parts.after].append(name)
    for identity, names in middles.items():
        short = plain.get(identity)
        for name in names if short else ():
            graph.join(name, short or "", "the same name with its middle names")
        for one, two in pairwise(names) if not short else ():
            if people[one].middle[0][0] == people[two].middle[0][0]:
                graph.join(two, one, "the same name with its middle names")


def double_surnames(graph: Graph, lexicon: Lexicon) -> None:
    """`Nestor Cerpa Cartolini` joins `Nestor Cerpa`, `Hillary Rodham Clinton` `Hillary Rodham`."""
    people = _full_names(graph, lexicon)
    graph.meet()
    for name, parts in people.items():
        short = " ".join(name.split()[:2])
        shorter = people.get(short)
        if len(parts.middle) != 1 or not shorter or shorter.surname.title() in lexicon.first_names:
            continue
        both = graph.articles(name) & graph.articles(short)
        others = graph.in_common(name, short)
        if both or others:
            graph.join(name, short, "the same name with a second surname", say(others))


def spellings(graph: Graph, lexicon: Lexicon) -> None:
    """`Steve` and `Steven Witkoff`, `Zelensky` and `Zelenskyy`: alike in both parts."""
    graph.meet()
    people = _full_names(graph, lexicon)
    blocks: dict[str, list[str]] = defaultdict(list)
    for name, parts in people.items():
        blocks[skeleton(bare(parts.surname))].append(name)
    for block in blocks.values():
        for part in _parts(block, people):
            for i, one in enumerate(part):
                for two in part[i + 1 :]:
                    _compare(graph, one, two, people, lexicon)


def _parts(block: list[str], people: dict[str, Person]) -> list[list[str]]:
    """The block itself, or a large one by the given names' first letters and then cut to size."""
    if len(block) <= LARGEST_BLOCK:
        return [block]
    letters: dict[str, list[str]] = defaultdict(list)
    for name in block:
        letters[people[name].given[:1]].append(name)
    return [
        names[i : i + LARGEST_BLOCK]
        for names in letters.values()
        for i in range(0, len(names), LARGEST_BLOCK)
    ]


def _compare(graph: Graph, one: str, two: str, people: dict[str, Person], lexicon: Lexicon) -> None:
    a, b = people[one], people[two]
    if a.after != b.after:
        if a.given == b.given:
            graph.miss(one, two, "one is called Jr., Sr. or a number")
        return
    alike = JaroWinkler.normalized_similarity(a.given, b.given)
    here, there = bare(a.surname), bare(b.surname)
    if OSA.distance(here, there) > edits(here, there):
        return
    if a.reversed or b.reversed:
        alike = 1.0 if _plain(a.given) == _plain(b.given) else 0.0
    close = skeleton(a.given) == skeleton(b.given) and alike > 0.75 and a.given[:1] == b.given[:1]
    if same_given(a.given, b.given, lexicon) or (close and not _both_known(a, b, lexicon)):
        if here != there and not _meet(graph, one, two):
            graph.miss(one, two, "the surnames differ, and their articles share no other names")
            return
        small, large = sorted((one, two), key=lambda n: (len(graph.nodes[n].articles), n))
        evidence = f"{graph.nodes[small].name} and {graph.nodes[large].name}"
        graph.join(small, large, "another spelling or short form of the same name", evidence)
    elif alike > 0.7 and not _in_company(graph, one, two, people, lexicon):
        graph.miss(one, two, "the surnames agree, the given names are not forms of one name")


def _meet(graph: Graph, one: str, two: str) -> bool:
    """Whether an article has both, their articles share other names, or one's tell none."""
    here, there = graph.articles(one), graph.articles(two)
    silent = not graph.company.around(here) or not graph.company.around(there)
    return bool(silent or here & there or graph.in_common(one, two))


def _in_company(
    graph: Graph, one: str, two: str, people: dict[str, Person], lexicon: Lexicon
) -> bool:
    """Join names that are nearly alike, `Carly` and `Carleton`, where articles share others."""
    a, b = people[one], people[two]
    opening = a.given[:_OPENING] == b.given[:_OPENING]
    if not opening or a.reversed or b.reversed or _both_known(a, b, lexicon):
        return False
    others = graph.in_common(one, two)
    if not others:
        return False
    small, large = sorted((one, two), key=lambda n: (len(graph.nodes[n].articles), n))
    return graph.join(small, large, "nearly the same name beside the same others", say(others))


def letters(graph: Graph, lexicon: Lexicon) -> None:
    """`Hashim Thaqi` and `Hashim Thaci`: a letter apart, in articles that share other names."""
    graph.meet()
    people = _full_names(graph, lexicon)
    blocks: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, parts in people.items():
        blocks[parts.given, parts.surname[:2]].append(name)
    for block in blocks.values():
        for one, two in combinations(block[:LARGEST_BLOCK], 2):
            a, b = people[one], people[two]
            far = OSA.distance(a.surname, b.surname) > edits(a.surname, b.surname)
            if far or a.reversed or a.after != b.after or graph.root(one) == graph.root(two):
                continue
            others = graph.in_common(one, two)
            small, large = sorted((one, two), key=lambda n: (len(graph.nodes[n].articles), n))
            if len(others) < _COMPANY:
                graph.miss(one, two, "the given names agree, the surnames differ in letters")
            else:
                graph.join(small, large, "nearly the same name beside the same others", say(others))


def _plain(given: str) -> str:
    """A given name of syllables without what divides them: `dae-jung`, `dae jung`."""
    return given.replace("-", "").replace(" ", "").replace("'", "")


def _both_known(a: Person, b: Person, lexicon: Lexicon) -> bool:
    """Whether both given names are well known: then they are two (`Maria`, `Mario`)."""
    known = lexicon.first_names
    if min(len(a.given), len(b.given)) >= _LONG and a.given[-1] == b.given[-1]:
        return False  # Yasser, Yasir
    return a.given.title() in known and b.given.title() in known


def surnames(graph: Graph, lexicon: Lexicon) -> None:
    """A surname alone joins its one bearer, or the one who has nearly all the articles."""
    graph.meet()
    bearers: dict[str, dict[str, int]] = defaultdict(dict)
    for name, parts in _full_names(graph, lexicon).items():
        top = graph.root(name)
        weight = len(graph.nodes[name].articles)
        for tail in () if parts.after else tails(parts):
            if tail != name:
                bearers[tail][top] = bearers[tail].get(top, 0) + weight
    for surname in sorted(bearers):
        if surname in graph.nodes and surname not in usual_names():
            node = graph.nodes[surname]
            if _may_be_surname(node) or _is_in_company(graph, surname, bearers[surname]):
                _settle_surname(graph, surname, bearers[surname])
    given = frozenset(parts.given for parts in _full_names(graph, lexicon).values())
    _lone_given(graph, bearers, given)


def _may_be_surname(node: Node) -> bool:
    """Whether the name is of no place, or what stands around it speaks of a person."""
    kind = place_kind(node.name)
    if not kind or node.votes.get("person"):
        return True
    person, place = (node.scores[CLASSES.index(c)] for c in ("person", "place"))
    if kind == TOWN or node.name in misleading():
        return person > place
    return kind == CITY and person > place + node.spellings.total()


def _is_in_company(graph: Graph, surname: str, bearers: dict[str, int]) -> bool:
    """Whether a small town's name stands where the others of its one bearer are: `Rivera`."""
    alone = len(bearers) == 1 and place_kind(graph.nodes[surname].name) == TOWN
    return alone and len(graph.in_common(surname, next(iter(bearers)))) >= _COMPANY


def _lone_given(graph: Graph, bearers: dict[str, dict[str, int]], given: frozenset[str]) -> None:
    """A given name alone is a surname (`Lewis`) where no one is called so, and one person that."""
    for name in sorted(graph.nodes):
        word = name.partition(" ")[0]
        found = bearers.get(word, {})
        if name[-1] == "#" and len(found) == 1 and word not in given:
            (bearer,) = found
            evidence = graph.nodes[bearer].name
            graph.join(name, bearer, "surname with one bearer in the corpus", evidence)


def _settle_surname(graph: Graph, surname: str, bearers: dict[str, int]) -> None:
    ranked = sorted(bearers.items(), key=lambda item: (-item[1], item[0]))
    (first, weight), others = ranked[0], ranked[1:]
    alone = len(graph.nodes[surname].articles)
    name = graph.nodes[first].name
    if weight == 1 and alone > _LONELY:
        graph.miss(surname, first, "the surname stands alone far more often than with a given name")
    elif not others:
        graph.join(surname, first, "surname with one bearer in the corpus", name)
    elif weight >= _DOMINANT * others[0][1]:
        graph.join(surname, first, "surname whose other bearers are rare", name)
    else:
        for other, _ in ranked[:5]:
            graph.miss(surname, other, "several people of this corpus bear the surname")


def _is_called(node: Node, given: str) -> bool:
    """Whether an article that has the full name goes on with the given name: `Mobutu`."""
    return any(key(text) == given for text in node.spellings)


def given_names(graph: Graph, lexicon: Lexicon) -> None:
    """A given name alone (`Saddam`) joins its one bearer where the corpus often has that one."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for name, parts in _full_names(graph, lexicon).items():
        bearers[parts.given].add(graph.root(name))
    for name in sorted(graph.nodes):
        given = name.partition(" ")[0] if name[-1] == "#" else name
        found = bearers.get(given, set())
        if len(found) != 1 or name in graph.parent or given in lexicon.common:
            continue
        bearer = next(iter(found))
        called = given.title() not in lexicon.first_names and _is_called(graph.nodes[bearer], given)
        rare = given.title() not in lexicon.first_names and name[-1] != "#"
        told = rare and len(graph.in_common(name, bearer)) >= _COMPANY
        if called or told or len(graph.nodes[bearer].articles) >= _RENOWNED:
            evidence = graph.nodes[bearer].name
            graph.join(name, bearer, "given name with one bearer in the corpus", evidence)
