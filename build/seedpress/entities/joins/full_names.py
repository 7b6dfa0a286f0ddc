"""Which names of the corpus are persons' full names, with their parts; joins of the longer ones."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from seedpress.entities.gazetteer import places
from seedpress.entities.kinds import looks_personal
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.nodes import Graph, Node, say
from seedpress.entities.people import (
    HONORIFICS,
    Person,
    called,
    initialled,
    nickname,
    person,
    plain,
    unnumbered,
)
from seedpress.entities.tokens import key
from seedpress.entities.usual_names import usual_names

_CLEAR = 1.5  # by how much what stands around a name must speak of a person
_ADJECTIVES = ("al", "ic", "ive", "ous", "ing", "ed")  # Amnesty International
_LEAST = 2  # letters of a surname
_MIDDLE = 2  # names before a second surname, at most


def full_names(graph: Graph, lexicon: Lexicon) -> dict[str, Person]:
    """The parts of each node that is a person's full name."""
    if graph.full_names is None:
        graph.full_names = _find_full_names(graph, lexicon)
    return graph.full_names


def _find_full_names(graph: Graph, lexicon: Lexicon) -> dict[str, Person]:
    anywhere, odd = dict[str, Person](), list[tuple[str, str]]()
    told = graph.kinds.get
    for name, node in graph.nodes.items():  # as they came, for so they lie in memory
        full = node.only or node.name
        if not full[1:2].islower():  # as few are
            odd.append((name, full))
        if " " not in name or name[-1] == "#":
            continue
        votes = node.votes
        seen = bool(votes.get("person"))
        if not seen and (node.alone or told(name) or graph.kind(name, lexicon)) != "person":
            continue
        bodies = votes.get("organisation", 0)
        if bodies and 2 * bodies > node.mentions:
            continue
        graph.parted.append(full)
        parts = person(full, lexicon)
        formed = parts and looks_personal(full, "person" if seen else "other", lexicon)
        if parts and (formed or _is_said_so(node, lexicon)):
            anywhere[name] = parts
    found = {name: anywhere[name] for name in sorted(anywhere)}
    found |= _with_middle(graph, found, lexicon)
    return found | _initialled(odd, found, lexicon)


def _is_said_so(node: Node, lexicon: Lexicon) -> bool:
    """Whether a name with a common word for its surname clearly stands as persons do.

    `Dylann Roof`, where no list knows the given name.
    """
    words = node.name.split()
    if len(words) != 2 or words[1].lower() not in lexicon.common or words[1] in lexicon.heads:
        return False
    first = words[0]
    known = first in places() or first in lexicon.demonyms or first in lexicon.heads
    known = known or key(node.name) in usual_names() or words[1].endswith(_ADJECTIVES)
    if known or first.lower() in lexicon.common or not (first.isalpha() and first.istitle()):
        return False
    person, *others = node.scores
    return person > max(others) + _CLEAR


def _with_middle(graph: Graph, people: dict[str, Person], lexicon: Lexicon) -> dict[str, Person]:
    """Names such as `Dylann Storm Roof`, taken for a thing's, where `Dylann Roof` is a person."""
    plain = {(p.given, p.surname) for p in people.values() if not p.middle}
    found: dict[str, Person] = {}
    for name in [n for n in graph.words().several if n.count(" ") == 2 and n not in people]:
        words = name.split()
        if not words or (words[0], words[-1]) not in plain:
            continue
        full = graph.nodes[name].name
        parts = person(full, lexicon) if full.split()[-1] not in lexicon.heads else None
        if parts and parts.middle and looks_personal(full, "person", lexicon):
            found[name] = parts
    return found


def _initialled(
    odd: Iterable[tuple[str, str]], people: dict[str, Person], lexicon: Lexicon
) -> dict[str, Person]:
    """Names such as `MS Dhoni`, which look like a thing's, with a surname that persons bear."""
    called_so = {name: full for name, full in odd if name not in people and initialled(full)}
    if not called_so:
        return {}
    bearers: dict[str, set[str]] = defaultdict(set)
    for parts in people.values():
        bearers[parts.surname].add(parts.given[:1])
    found: dict[str, Person] = {}
    for name, full in called_so.items():
        short = person(full, lexicon) if full.split()[-1] not in lexicon.heads else None
        if short and short.given in bearers.get(short.surname, ()):
            found[name] = short
    return found


def nicknames(graph: Graph, lexicon: Lexicon) -> None:
    """`Austin "Jack" Warner` joins `Jack Warner` and `Austin Warner`."""
    quoting = {
        name: full
        for name in full_names(graph, lexicon)
        if nickname(full := graph.nodes[name].only or graph.nodes[name].name)
    }
    for name, full in quoting.items():
        for form in map(key, called(full)):
            if form in graph.nodes:
                graph.join(name, form, "the same name without what is quoted in it")
    _quoted_alone(graph, quoting, lexicon)


def _quoted_alone(graph: Graph, quoting: dict[str, str], lexicon: Lexicon) -> None:
    """`Jokowi` joins `Joko "Jokowi" Widodo`, where no list knows the word and one is called so."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for name, full in quoting.items():
        bearers[key(nickname(full))].add(graph.root(name))
    graph.meet()
    for quoted in sorted(bearers.keys() & graph.nodes.keys()):
        title = quoted.title()
        listed = title in places() or quoted in usual_names() or title in lexicon.first_names
        (bearer, *more) = bearers[quoted]
        if not listed and not more and quoted not in lexicon.common and graph.meets(quoted, bearer):
            graph.join(quoted, bearer, "quoted in the full name", graph.nodes[bearer].name)


def sovereigns(graph: Graph, lexicon: Lexicon) -> None:
    """`King Felipe` joins `King Felipe VI` where the corpus has no other of the name."""
    people = full_names(graph, lexicon)
    royal = {name: parts for name, parts in people.items() if parts.given[-1:] == ":"}
    numbered: dict[str, list[str]] = defaultdict(list)
    for name in royal:
        if short := unnumbered(graph.nodes[name].name):
            numbered[short].append(name)
            numbered[short.partition(" ")[2]].append(name)
    if royal:
        _named_in_full(graph, royal, people, lexicon)
    for short, names in numbered.items():
        for form in (short, f"{short} {names[0].rpartition(' ')[2]}"):
            if len(names) == 1 and form in graph.nodes:
                graph.join(form, names[0], "the same sovereign with the number")


def _named_in_full(
    graph: Graph, royal: dict[str, Person], people: dict[str, Person], lexicon: Lexicon
) -> None:
    """`King Bhumibol` joins `Bhumibol Adulyadej`, the one person who is called so."""
    called_so: dict[str, list[str]] = defaultdict(list)
    for name, parts in people.items():
        called_so[parts.given].append(name)
    for name, parts in royal.items():
        found = called_so.get(parts.surname, [])
        rare = parts.surname.title() not in lexicon.first_names
        if len(found) == 1 and rare:  # King Charles is no Charles Doe
            graph.join(name, found[0], "a sovereign's given name", graph.nodes[found[0]].name)


def given_dropped(graph: Graph, lexicon: Lexicon) -> None:
    """`Luiz Felipe Scolari` joins `Felipe Scolari` where their articles share other names."""
    people = full_names(graph, lexicon)
    graph.meet()
    longer: dict[str, list[str]] = defaultdict(list)
    for name in [name for name in people if name.count(" ") > 1]:
        rest = name.partition(" ")[2]
        if rest in people and not people[rest].middle and len(people[name].given) > 1:
            longer[rest].append(name)
    for short, names in longer.items():
        if len({graph.root(name) for name in names}) == 1 and graph.meets(short, names[0]):
            graph.join(short, names[0], "the same name with another given name before it")


def honoured(graph: Graph, lexicon: Lexicon) -> None:
    """`Daw Aung San Suu Kyi` joins `Aung San Suu Kyi`, `Datuk Seri Anwar Ibrahim` likewise."""
    people = full_names(graph, lexicon)
    for name in graph.words().beginning(HONORIFICS):
        rest = plain(name)
        if rest != name and rest in people:
            graph.join(name, rest, "the same name with what honours it", graph.nodes[rest].name)


def middle_names(graph: Graph, lexicon: Lexicon) -> None:
    """`Donald J. Trump` joins `Donald Trump`; `J. Robert Smith` and `J. Smith` stay."""
    people = full_names(graph, lexicon)
    middles: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for name, parts in people.items():
        if parts.middle:
            middles[parts.given, parts.surname, parts.after].append(name)
    several = {surname for _, surname, _ in middles}
    plain = {
        (p.given, p.surname, p.after): name
        for name, p in people.items()
        if p.surname in several and not p.middle
    }
    for identity, names in middles.items():
        short = plain.get(identity)
        for name in names if short else ():
            graph.join(name, short or "", "the same name with its middle names")
        for one, two in pairwise(names) if not short else ():
            if people[one].middle[0][0] == people[two].middle[0][0]:
                graph.join(two, one, "the same name with its middle names")


def married(graph: Graph, lexicon: Lexicon) -> None:
    """`Cristina Fernandez de Kirchner` joins `Cristina Kirchner`, where articles of both meet."""
    people = full_names(graph, lexicon)
    graph.meet()
    for name, parts in people.items():
        if not parts.middle or not parts.surname.startswith("de "):
            continue
        short = f"{parts.given} {parts.surname.removeprefix('de ')}"
        if short in people and graph.meets(name, short):
            graph.join(short, name, "the same name without that of birth", graph.nodes[name].name)


def double_surnames(graph: Graph, lexicon: Lexicon) -> None:
    """`Nestor Cerpa Cartolini` joins `Nestor Cerpa`, `Hillary Rodham Clinton` `Hillary Rodham`."""
    people = full_names(graph, lexicon)
    graph.meet()
    for name, parts in people.items():
        words = name.split()
        if not 0 < len(parts.middle) == len(words) - 2 <= _MIDDLE:
            continue
        short = " ".join(words[:-1])
        shorter = people.get(short)
        if not shorter or shorter.surname.title() in lexicon.first_names:
            continue
        if len(shorter.surname.rstrip(".")) < _LEAST:
            continue
        both = graph.articles(name) & graph.articles(short)
        others = graph.in_common(name, short)
        if both or others:
            graph.join(name, short, "the same name with a second surname", say(others))
