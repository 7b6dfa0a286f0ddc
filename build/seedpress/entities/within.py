"""Join short forms to the full name that the same article gives: `Putin` to `Vladimir Putin`."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from seedpress.entities import rules
from seedpress.entities.chambers import CAPITOL, CHAMBERS, is_states
from seedpress.entities.gazetteer import COUNTRY, place_kind, places
from seedpress.entities.kinds import LEGAL, STORMS, looks_personal
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.lone import lone
from seedpress.entities.looks import stands_as_place
from seedpress.entities.meant import meant_here, nation_before, with_particle
from seedpress.entities.people import bare_royal, nickname, person
from seedpress.entities.placed import Placed
from seedpress.entities.titles import SAINT, SURNAMES
from seedpress.entities.tokens import is_acronym, key
from seedpress.entities.usual_names import usual_names
from seedpress.model import Look, Person
from seedpress.model.corpus import SAME_NAME

SURNAME = "surname of the full name in the same article"
GIVEN = "given name of the full name in the same article"
ACRONYM = "acronym that the article explains"
INITIALS = "acronym of a name in the same article"
SHORT = "short form of the name in the same article"
SAME = SAME_NAME
RULES = (SURNAME, GIVEN, ACRONYM, INITIALS, SHORT)  # by which a mention is of another name


@dataclass(slots=True)
class _Article:
    surnames: dict[str, list[str]] = field(default_factory=dict)
    given: dict[str, list[str]] = field(default_factory=dict)
    heads: dict[str, list[str]] = field(default_factory=dict)  # opening words of longer names
    last: dict[str, list[str]] = field(default_factory=dict)  # their heads
    initials: dict[str, list[str]] | None = None  # names by them, once they are asked for
    explained: dict[str, str] = field(default_factory=dict)
    playing: set[str] = field(default_factory=set)  # single words that stand as teams do
    called: dict[str, str] = field(default_factory=dict)  # firms and storms, by places and names
    union: bool = False  # whether it names the European Union
    of_state: bool = False  # whether its Senate is the one of a state of America
    multi: dict[str, int] = field(default_factory=dict)  # how often each longer name stands

    def note(self, name: str, parts: Person) -> None:
        """Note what a person may be called by for short."""
        for tail in parts.tails:
            self.surnames.setdefault(tail, []).append(name)
        for given in {parts.given, key(nickname(name)).casefold()} - {""}:
            self.given.setdefault(given, []).append(name)

    def with_initials(self, initials: str) -> Sequence[str]:
        """The longer names that begin with these letters."""
        if self.initials is None:
            self.initials = {}
            for name in self.multi:
                self.initials.setdefault(_initials(name), []).append(name)
        return self.initials.get(initials, ())


def fold(
    settled: Sequence[Look],
    acronyms: Sequence[tuple[str, str]],
    number: int,
    kept: frozenset[str],
    lexicon: Lexicon,
) -> list[Placed]:
    """The mentions of article `number` with the names they stand for.

    Common words such as `the Commission` are left out unless they stand for a longer name; names
    with keys in `kept`, of which the editor speaks, stand for themselves.
    """
    article = _survey(settled, acronyms, lexicon)
    placed = []
    for look in settled:
        folded = key(look.text)
        if folded in kept:
            placed.append(Placed(look, folded, SAME, look.text))
        elif each := _place(look, folded, article, number, lexicon):
            placed.append(each)
    return placed


def _survey(
    settled: Sequence[Look], acronyms: Sequence[tuple[str, str]], lexicon: Lexicon
) -> _Article:
    article = _Article()
    for look in settled:
        name = look.text
        if " " not in name and "-" not in name:
            article.union = article.union or name == "EU"
            if look.kind == "organisation":
                article.playing.add(name)
            continue
        article.union = article.union or name == "European Union"
        article.of_state = article.of_state or is_states(name)
        known = article.multi.get(name, 0)
        article.multi[name] = known + len(look.numbers)
        if known:
            continue
        parts = person(name, lexicon)
        if parts and looks_personal(name, look.kind, lexicon):
            article.note(name, parts)
        elif parts:
            first, heads = _ends(name)
            article.heads.setdefault(first, []).append(name)
            before, _, form = name.rpartition(" ")
            if form.lower() in LEGAL and place_kind(before) not in ("", COUNTRY):
                article.called.setdefault(key(before), name)  # `Orange Plc`
            if first in STORMS and name.count(" ") == 1:
                article.called[key(name.rpartition(" ")[2])] = name
            for head in heads:
                article.last.setdefault(head, []).append(name)
    article.of_state &= article.multi.keys().isdisjoint(CAPITOL)
    article.explained.update({key(short): long for short, long in acronyms})
    return article


def _place(
    mention: Look, folded: str, article: _Article, number: int, lexicon: Lexicon
) -> Placed | None:
    name = mention.text
    if folded in article.explained:
        return _as(mention, article.explained[folded], ACRONYM)
    if folded in usual_names() and (is_acronym(name) or " " in name):
        whole = article.with_initials(name) if name.isalpha() and len(name) > 2 else ()
        other = meant_here(name, whole, article.multi, lexicon)
        return _as(mention, other, INITIALS) if other else _itself(mention)
    if folded in article.called and mention.rule != rules.ROLE:
        return _as(mention, article.called[folded], SHORT)
    if is_states(name) or (article.of_state and name in CHAMBERS):
        return Placed(mention, lone(folded, number), SAME, name)
    if " " in name:
        several = _of_several(mention, folded, article, lexicon)
        return several or Placed(mention, folded, SAME, name)
    person = _of_person(mention, article, lexicon)
    if not person and name in SURNAMES:  # a king, a judge
        return None
    if person or place_kind(name) or folded in usual_names():
        return person or _itself(mention)
    return _of_organisation(mention, article, number, lexicon)


def _of_several(mention: Look, folded: str, article: _Article, lexicon: Lexicon) -> Placed | None:
    """The mention, of several words, as a short form of what the article names in full."""
    name = mention.text
    if folded in article.surnames:
        return _of_person(mention, article, lexicon)
    words = name.split()
    if whole := with_particle(name, article.multi, lexicon):
        return _as(mention, whole, SURNAME)
    if words[0] in SAINT and len(words) == 2:
        whose = [long for long in article.multi if long.startswith(f"{name}'s ")]
        return _as(mention, whose[0], SHORT) if len(whose) == 1 else None
    royal = bare_royal(words)
    given = article.given.get(key(royal), []) if royal else []
    if len(set(given)) == 1:
        return _as(mention, given[0], GIVEN)
    if words[-1] not in lexicon.organisation_heads:
        return None
    same = article.last.get(key(words[-1]).casefold(), ())
    longer = [long for long in same if nation_before(long, name, lexicon)]
    return _as(mention, longer[0], SHORT) if len(longer) == 1 else None


def _of_person(mention: Look, article: _Article, lexicon: Lexicon) -> Placed | None:
    """The mention as a surname or given name of someone whom the article names in full."""
    name = mention.text
    low = key(name).casefold()
    bearers, called = article.surnames.get(low, []), article.given.get(low, [])
    if not bearers and not called:  # as most
        return None
    known = place_kind(name)
    plain = known != COUNTRY or name in article.playing  # Jordan scored: no team beside a person
    shown = mention.rule == rules.ROLE or (plain and not name.isupper())
    usual = usual_names().get(key(name))
    if usual and usual.kind != "person" and mention.rule != rules.ROLE:
        return None
    if bearers and (shown or not known):
        return _as(mention, max(bearers, key=article.multi.__getitem__), SURNAME)
    if known or key(name) in usual_names():
        return None
    may = name in lexicon.first_names or mention.rule == rules.ROLE
    may = may or name.lower() not in lexicon.common
    if len(set(called)) == 1 and may:
        return _as(mention, called[0], GIVEN)
    return None


def _of_organisation(
    mention: Look, article: _Article, number: int, lexicon: Lexicon
) -> Placed | None:
    """The mention as a short form of a longer name, else as a name of its own; None if neither."""
    name = mention.text
    low = key(name).casefold()
    if is_acronym(name):
        whole = article.with_initials(name) if len(name) > 2 else ()
        return _as(mention, whole[0], INITIALS) if len(whole) == 1 else _itself(mention)
    longer = article.last.get(low, [])
    if len(set(longer)) == 1 and _is_short_form(name, longer[0], lexicon):
        return _as(mention, longer[0], SHORT)
    if name == "Commission" and article.union and not longer:
        return _as(mention, "European Commission", SHORT)
    if _is_generic(name, lexicon) and mention.kind != "person":
        return None
    if name in lexicon.first_names:
        if mention.rule != rules.ROLE and not stands_as_place(mention):  # in every article another
            return Placed(mention, lone(key(name), number), SAME, name)
        return _itself(mention)
    longer = article.heads.get(low, [])
    business = len(set(longer)) == 1 and longer[0].split()[-1] in lexicon.businesses
    return _as(mention, longer[0], SHORT) if business else _itself(mention)


def _initials(long: str) -> str:
    """The first letters of the capitalised words of `long`."""
    return "".join(w[0] for w in long.replace("-", " ").split() if w[0].isupper())


def _ends(name: str) -> tuple[str, tuple[str, ...]]:
    """The first word of a name, and its last word or the one before `of`, folded."""
    words = name.split()
    heads = {words[-1], words[words.index("of") - 1] if "of" in words else words[-1]}
    return key(words[0]), tuple(key(head).casefold() for head in sorted(heads))


def _is_short_form(name: str, long: str, lexicon: Lexicon) -> bool:
    """Whether the head of `long` alone stands for it: `the Commission`, `the Yankees`."""
    head = name in lexicon.heads or name in lexicon.of_heads or name.lower() in lexicon.common
    return head or long[: -len(name) - 1] in places()


def _is_generic(name: str, lexicon: Lexicon) -> bool:
    """Whether the word by itself is a common noun that names are made with."""
    if name in lexicon.teams:
        return name.lower() in lexicon.common
    return name in lexicon.heads or name in lexicon.roles or name in lexicon.of_heads


def _itself(mention: Look) -> Placed:
    return _as(mention, mention.text, SAME)


def _as(mention: Look, full: str, rule: str) -> Placed:
    return Placed(mention, key(full), rule, full)
