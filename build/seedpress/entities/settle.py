"""Decide, with the evidence of the corpus, which candidates are names and where they end."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from functools import partial

from seedpress.entities import rules
from seedpress.entities.clear import clear_words
from seedpress.entities.doubts import Doubts, Noted
from seedpress.entities.evidence import Evidence, known_as, sure_names, sure_surnames
from seedpress.entities.gazetteer import places
from seedpress.entities.kinds import STORMS, looks_personal
from seedpress.entities.loud import Loud
from seedpress.entities.parties import OPEN
from seedpress.entities.plausible import (
    is_given_before,
    is_known_after,
    is_letters,
    is_no_name,
    is_of_country,
    is_ordinary,
    is_unknown_before,
)
from seedpress.entities.settlement import Decided, Settlement
from seedpress.entities.sorts import Cut
from seedpress.entities.surnames import surnames_in
from seedpress.entities.tokens import Token, is_acronym, key, tokens
from seedpress.entities.usual_names import usual_names
from seedpress.model import Doubt, Look, Names

CERTAIN = (rules.MID, rules.CODE, rules.ROLE, rules.FORM, rules.MODEL)
START = (rules.START,)
_LOUD = (rules.HEADLINE, rules.CAPITALS)
LONGEST_NAME = 100  # characters of a name
_PARTY = re.compile(r"[DRI]-[A-Z]")  # D-Calif.: party and state of a member of Congress


def _is_doubtful(text: str, rule: str, doubt: Doubt, unclear: tuple[Set[str], Set[str]]) -> bool:
    """Whether a look has to be decided; `unclear` are words that are no names at a glance."""
    return doubt == "any" or (doubt == "word" and text in unclear[rule == rules.START])


@dataclass(slots=True)
class Settler:
    """Decides candidates of one corpus; equal candidates are decided once."""

    evidence: Evidence
    never: frozenset[str] = frozenset()  # keys, the editor's
    always: frozenset[str] = frozenset()  # keys, the editor's
    names: set[str] = field(default_factory=set)  # accepted so far, folded
    surnames: set[str] = field(default_factory=set)  # last words of accepted names of persons
    parties: set[str] = field(default_factory=set)  # what parties of the corpus may be called
    dropped: set[str] = field(default_factory=set)  # of `never`, those that were met
    _decided: list[tuple[Cut, ...] | None] = field(default_factory=list)  # by number of the sort

    def settle(
        self, articles: Sequence[Names], origins: Sequence[bytes], before: Noted
    ) -> Settlement:
        """What of each article's mentions is a name; those of headlines come last to be judged.

        A headline capitalises everything, so only names seen in running text are found in it. By
        their `origins` articles are known that were settled `before`.
        """
        # To learn the same a second time changes nothing: each is looked at once.
        clear = clear_words(self.evidence, self.never | self.always)
        plain = self.evidence.plain
        unclear = plain.within - clear[0], plain.opening - clear[1]
        banned = self._learn_sure(articles)
        doubts = Doubts.of(articles, origins, banned, before)
        doubtful = partial(_is_doubtful, unclear=unclear)
        distinct = doubts.looks(doubtful)
        looks = distinct.looks
        self._decided = [None] * len(looks)
        # Names with `of` last: they may end in a person whom others have in full.
        ordered = sorted(enumerate(looks), key=lambda pair: " of " in pair[1].text)
        for wanted in (CERTAIN, START):
            able = [pair for pair in ordered if pair[1].rule in wanted]
            single = [pair for pair in able if " " not in pair[1].text]
            for number, look in (*(pair for pair in able if " " in pair[1].text), *single):
                for start, end in self._cuts(number, look):
                    self._learn(look.text[start:end], look)
            self.names.update(map(known_as, clear[wanted == START]))
        cuts = [self._cuts(number, look) for number, look in enumerate(looks)]
        surnames = {n for n, look in enumerate(looks) if not cuts[n] and self._is_surname(look)}
        decided = Decided(distinct, cuts, surnames)
        return Settlement(articles, doubts, decided, doubtful, banned)

    def _learn_sure(self, articles: Sequence[Names]) -> set[int]:
        """Learn what is sure; the articles in which the editor bans some of that learn nothing."""
        banned = {
            number
            for number, names in enumerate(articles if self.never else ())
            if any(look.doubt == "none" and key(look.text) in self.never for look in names.looks)
        }
        if banned:
            others = [names for number, names in enumerate(articles) if number not in banned]
            self.names.update(sure_names(others))
            self.surnames.update(sure_surnames(others))
        else:
            self.names.update(self.evidence.plain.sure)
            self.surnames.update(self.evidence.plain.surnames)
        return banned

    def _learn(self, text: str, mention: Look) -> None:
        self.names.add(known_as(text))
        if " " in text:
            self.surnames.update(surnames_in(text, mention, self.evidence.lexicon))

    def _cuts(self, number: int, mention: Look) -> tuple[Cut, ...]:
        """What of mentions of the sort `number` is a name, by all that is known at first."""
        found = self._decided[number]
        if found is None:
            found = self._decided[number] = self.decide(mention)
        return found

    def _is_surname(self, mention: Look) -> bool:
        """Whether an ordinary word that opens a sentence may be a name where it stands."""
        known = mention.rule == rules.START and mention.text in self.surnames
        return known and key(mention.text) not in self.never

    def decide(self, mention: Look) -> tuple[Cut, ...]:
        """What of the mention are names, by what is known so far."""
        if mention.doubt == "word" and not self.never and not self.always:
            name = self._is_party(mention) or not is_ordinary(
                mention.text, mention, self.evidence, self.surnames
            )
            return ((0, len(mention.text)),) if name else ()
        words = tokens(mention.text)
        if not words or len(mention.text) > LONGEST_NAME or _PARTY.match(mention.text):
            return ()
        if key(mention.text) in self.never:
            self.dropped.add(key(mention.text))
            return ()
        if key(mention.text) in self.always:
            return ((0, len(mention.text)),)
        if mention.rule in (rules.SIDE, rules.MONTH):
            return ((0, len(mention.text)),)
        if mention.rule in _LOUD:
            return tuple(Loud(self.evidence, self.names, self.surnames).within(words, mention))
        if self._is_party(mention):
            return ((0, len(mention.text)),)
        first, last = self._trim(words, mention)
        given = is_given_before(words, mention, self.evidence.lexicon)
        if given and known_as(mention.text) in self.names:  # asked last: most are sure without
            return ((0, len(mention.text)),)
        if first >= last or is_no_name(
            [w.text for w in words[first:last]], mention, self.evidence, self.surnames
        ):
            return ()
        return ((words[first].start, words[last - 1].end),)

    def _is_party(self, mention: Look) -> bool:
        """Whether a party of the corpus may be called so, also at the start of a sentence."""
        if mention.text not in self.parties or mention.rule not in OPEN:
            return False
        return mention.rule == rules.MID or not self.evidence.lower.get(mention.text.lower())

    def _trim(self, words: list[Token], mention: Look) -> Cut:
        """Without a first word that only the sentence made capital, or a person's nationality."""
        lists = self.evidence.lexicon
        first, last = 0, len(words)
        if mention.rule == rules.START and last > 1:
            known = known_as(mention.text) in self.names or key(mention.text) in usual_names()
            first += 0 if known else self._opens_sentence(words, mention.text)
        while last - first > 1 and words[first].text in lists.demonyms:
            named = last - first > 2 and words[first + 1].text in lists.first_names
            if mention.kind != "person" and not named and not self._is_person(words[first + 1 :]):
                break
            if last - first == 2 and words[first].text in lists.first_names:
                break  # Minister German Doe
            first += 1  # Republicans Jane Doe
        if last - first == 2 and words[first].text in lists.demonyms:
            first += is_letters(words[first + 1].text)  # Dutch KPN
        if last - first > 2 and words[last - 2].text == "of" and self._is_bearer(words[last - 1]):
            last -= 2  # Electoral Commission of Kivuitu
        while last - first > 1 and words[last - 1].text in ("'s", "’s", ".", "-"):
            last -= words[last - 1].text not in ("'s", "’s") or 1
        return first, last

    def _is_person(self, words: list[Token]) -> bool:
        """Whether others have the words without what is before them, as a name like a person's."""
        name = " ".join(word.text for word in words)
        formed = len(words) > 1 and looks_personal(name, "other", self.evidence.lexicon)
        return formed and known_as(name) in self.names

    def _is_bearer(self, word: Token) -> bool:
        """Whether the word is a surname of the corpus and nothing else."""
        text = word.text
        return (
            text in self.surnames and text not in places() and not self.evidence.lower_share(text)
        )

    def _opens_sentence(self, words: list[Token], text: str) -> int:
        """How many words at the start only the sentence made capital."""
        lists = self.evidence.lexicon
        word, rest = words[0].text, text[words[1].start :]
        if word in lists.first_names or word in lists.club_starts or is_acronym(word):
            return False
        if word in places():
            return False
        if word.lower() in lists.particles or word.lower() in STORMS:
            return False
        if self.evidence.lower_share(word) < 0.5:
            return is_unknown_before(word, rest, self.names, self.evidence)
        if words[1].text in ("of", "for", "and", "-", "&"):
            return 2 * is_known_after(words, text) if words[1].text == "of" else 0
        if is_of_country(word, rest):
            return False
        if known_as(rest) in self.names or key(rest) in usual_names() or rest in places():
            return True
        second_common = self.evidence.lower_share(words[1].text) >= 0.5
        return not second_common and words[1].text not in lists.demonyms
