"""Join short forms to the full name that the same article gives: `Putin` to `Vladimir Putin`."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from seedpress.entities import rules
from seedpress.entities.gazetteer import COUNTRY, places
from seedpress.entities.kinds import looks_personal
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.people import person
from seedpress.entities.recognise import fits
from seedpress.entities.tokens import is_acronym, key
from seedpress.entities.usual_names import usual_names
from seedpress.model import Mention

SURNAME = "surname of the full name in the same article"
GIVEN = "given name of the full name in the same article"
ACRONYM = "acronym that the article explains"
INITIALS = "acronym of a name in the same article"
SHORT = "short form of the name in the same article"
SAME = "the name itself"


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention, the key of the name it stands for, and the rule that says so."""

    mention: Mention
    key: str
    rule: str
    full: str  # the name it stands for, as the article writes it


@dataclass(slots=True)
class _Article:
    surnames: dict[str, list[str]] = field(default_factory=dict)
    given: dict[str, list[str]] = field(default_factory=dict)
    heads: dict[str, list[str]] = field(default_factory=dict)  # opening words of longer names
    explained: dict[str, str] = field(default_factory=dict)
    multi: Counter[str] = field(default_factory=Counter)


def fold(
    mentions: Sequence[Mention], acronyms: Sequence[tuple[str, str]], lexicon: Lexicon
) -> list[Placed]:
    """The mentions of one article with the names they stand for."""
    article = _survey(mentions, acronyms, lexicon)
    return [_place(mention, article, lexicon) for mention in mentions]


def _survey(
    mentions: Sequence[Mention], acronyms: Sequence[tuple[str, str]], lexicon: Lexicon
) -> _Article:
    article = _Article()
    for mention in mentions:
        name = mention.text
        if " " not in name and "-" not in name:
            continue
        article.multi[name] += 1
        if article.multi[name] > 1:
            continue
        parts = person(name, lexicon)
        if parts and looks_personal(name, mention.kind, lexicon):
            article.surnames.setdefault(parts.surname, []).append(name)
            article.given.setdefault(parts.given, []).append(name)
        elif parts:
            article.heads.setdefault(key(name.split()[0]), []).append(name)
    article.explained.update({key(short): long for short, long in acronyms})
    return article


def _place(mention: Mention, article: _Article, lexicon: Lexicon) -> Placed:
    name = mention.text
    folded = key(name)
    if folded in article.explained:
        return _as(mention, article.explained[folded], ACRONYM)
    if folded in usual_names() and (is_acronym(name) or " " in name):
        return _as(mention, name, SAME)
    if " " in name:
        return _as(mention, name, SAME)
    low = folded.casefold()
    bearers = article.surnames.get(low, [])
    if bearers and not (places().get(name) == COUNTRY and mention.rule != rules.ROLE):
        return _as(mention, max(bearers, key=lambda b: (article.multi[b], b)), SURNAME)
    if name in places() or folded in usual_names():
        return _as(mention, name, SAME)
    bearers = article.given.get(low, [])
    if len(set(bearers)) == 1 and (name in lexicon.first_names or mention.rule == rules.ROLE):
        return _as(mention, bearers[0], GIVEN)
    if is_acronym(name):
        whole = [long for long in article.multi if fits(name, long) and long.isascii()]
        return _as(mention, whole[0], INITIALS) if len(whole) == 1 else _as(mention, name, SAME)
    longer = article.heads.get(low, [])
    if (
        len(set(longer)) == 1
        and longer[0].split()[-1] in lexicon.organisation_heads
        and name not in lexicon.first_names
    ):
        return _as(mention, longer[0], SHORT)
    return _as(mention, name, SAME)


def _as(mention: Mention, full: str, rule: str) -> Placed:
    return Placed(mention, key(full), rule, full)
