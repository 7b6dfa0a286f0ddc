"""One article's way to its keywords; each step is noted, and not taken again for the same article.

1. What it says by itself, by the editor's word and by how rare its words are.
2. Which ideas it establishes, once it is known which ideas the articles have in common.
3. Its list, once it is known which ideas all of them have established.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat

from msgspec import Struct, msgpack
from msgspec.structs import replace

from seedpress.keywords.claims import Claims, claims, pins
from seedpress.keywords.editorial import Rules
from seedpress.keywords.rarity import Rarity
from seedpress.keywords.spread import (
    ENOUGH,
    Uses,
    first,
    given,
    lines,
    parted,
    preferred,
    rising,
    uses,
    ways,
)
from seedpress.keywords.variants import Variants
from seedpress.model import Analysis, Keyword, Naming
from seedpress.notes import Notes, digest

Ideas = dict[str, Keyword]  # idea or entity id: the form in which one article has it
OWN = 0.75  # part of an article's list that others' keywords never take


class Draft(Struct, frozen=True, array_like=True, gc=False):
    """What the corpus needs to know of one article; ideas of a kind in one string, line by line."""

    first: str  # that it establishes
    rising: str  # that rise if other articles have them too
    every: str  # that it has; told only where the editor prefers or bans any
    uses: Uses
    together: str  # stems that its ideas depend on: these are words of the corpus
    apart: str  # and these are none


_DRAFT = msgpack.Decoder(Draft)
_KEPT = msgpack.Decoder(dict[str, Keyword])


@dataclass(frozen=True, slots=True)
class Ground:
    """What the steps of all articles stand on."""

    order: Rules
    variants: Variants
    rarity: Rarity
    marks: Sequence[bytes]  # `Rarity.mark` of each article
    count: int  # keywords of an article
    notes: Notes

    def mark(self) -> bytes:
        """A digest of what is the same for all articles, words and their numbers apart."""
        said = sorted(self.order.prefer.items()), sorted(self.order.ban), self.count
        return digest(repr(said).encode(), str(self.rarity.step).encode())


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the articles have in common, as far as it is known."""

    ideas: Mapping[str, int]  # in how many articles each is among the first
    common: Mapping[str, str]  # that all articles have, which therefore none is to have
    steps: Mapping[str, int]  # by idea: as far as a step depends on that number
    mark: bytes  # of what is common

    def told(self, ideas: str) -> bytes:
        """What a step that looks at these ideas depends on."""
        return bytes(map(self.steps.get, parted(ideas), repeat(0)))


def agreed(ideas: Mapping[str, int], common: Mapping[str, str]) -> Agreed:
    """What articles say in common before they have established anything."""
    steps = {idea: min(number, ENOUGH + 1) for idea, number in ideas.items()}
    return Agreed(ideas, common, steps, repr(sorted(common)).encode() if common else b"")


def settled(ideas: Mapping[str, int]) -> Agreed:
    """What they have established."""
    return Agreed(ideas, {}, {i: number.bit_length() for i, number in ideas.items()}, b"")


class Shortlist:
    """The keywords of one article."""

    __slots__ = (
        "_analysis",
        "_claims",
        "_found",
        "_ground",
        "_key",
        "_named",
        "_second",
        "_shared",
        "draft",
    )

    def __init__(
        self,
        place: int,
        analysis: Analysis,
        named: Naming,
        ground: Ground,
        mark: bytes,
    ) -> None:
        """Take the first step; `mark` is the one of the ground."""
        self._analysis, self._named, self._ground = analysis, named, ground
        self._claims: Claims | None = None
        self._found: Claims | None = None  # as others have it too
        key = _key(place, analysis, named, ground, mark)
        note = ground.notes.get(key) if key else None
        draft = _DRAFT.decode(note) if note else None
        if note is None or draft is None or not _holds(draft, ground.variants):
            draft = self._drafted()
            note = msgpack.encode(draft)
            if key:
                ground.notes.put(key, note)
        self.draft = draft
        self._key = digest(key, note) if key else b""

    def established(self, shared: Agreed) -> list[str]:
        """The second step: what the article establishes, given what others have too."""
        told = shared.told(self.draft.rising)
        key = digest(b"established", self._key, told, shared.mark) if self._key else b""
        self._shared, self._second = shared, key
        note = self._ground.notes.get(key) if key else None
        if note is not None:
            return parted(str(note, "utf-8"))
        found = first(self._preferred(shared))
        if key:
            self._ground.notes.put(key, lines(found).encode())
        return found

    def kept(self, known: Agreed) -> Ideas:
        """The third step: its best, then what others have and it uses, then its next best."""
        told = known.told(self.draft.uses.ideas)
        key = digest(b"kept", self._second, told) if self._second else b""
        note = self._ground.notes.get(key) if key else None
        if note is not None:
            return _KEPT.decode(note)
        kept = self._listed(self._preferred(self._shared), known)
        self._found = None  # one corpus' are very many; who asks once more has them made again
        if key:
            self._ground.notes.put(key, msgpack.encode(kept))
        return kept

    def _drafted(self) -> Draft:
        ground, found = self._ground, self._claimed()
        ways = uses(self._analysis, ground.variants, ground.order.prefer)
        together, apart = ground.variants.asked(_phrases(self._analysis, ground.order))
        self._claims = Claims(found.keywords, frozenset())  # nobody asks for them any more
        return Draft(
            first=lines(first(found)),
            rising=lines(rising(found)),
            every=lines(sorted(found.ideas)) if ground.order.prefer or ground.order.ban else "",
            uses=ways,
            together=lines(sorted(together)),
            apart=lines(sorted(apart)),
        )

    def _claimed(self) -> Claims:
        if self._claims is None:
            ground = self._ground
            self._claims = claims(
                self._analysis, self._named.each(), ground.order, ground.variants, ground.rarity
            )
        return self._claims

    def _preferred(self, shared: Agreed) -> Claims:
        if self._found is None:
            self._found = preferred(self._claimed(), shared.ideas)
            self._claims = None
        if not shared.common:
            return self._found
        kept = {t: k for t, k in self._found.keywords.items() if t not in shared.common}
        return Claims(kept, self._found.ideas)

    def _listed(self, found: Claims, known: Agreed) -> Ideas:
        count = self._ground.count
        best = found.first(round(OWN * count))
        lowest = min((keyword.score for keyword in best.values()), default=0.0)
        new = given(self._analysis, self.draft.uses, found, best, known.ideas)
        new = {thing: replace(keyword, score=lowest) for thing, keyword in new.items()}
        whole = dict(list({**best, **new}.items())[: max(count, len(best))])
        for thing, keyword in found.keywords.items():
            if len(whole) >= count:
                break
            whole.setdefault(thing, keyword)
        return whole


def _key(place: int, analysis: Analysis, named: Naming, ground: Ground, mark: bytes) -> bytes:
    """A digest of all that a draft is made from but words of the corpus; empty: of no use."""
    origin = ground.notes.origin(place)
    if not origin:
        return b""
    pinned = "\0".join(pins(analysis, ground.order)).encode()
    return digest(b"draft", mark, origin, pinned, ground.marks[place], named.texts, named.ids)


def _holds(draft: Draft, variants: Variants) -> bool:
    """Whether the corpus has the words, and lacks those, that the draft was made with."""
    return variants.still(parted(draft.together), parted(draft.apart))


def _phrases(analysis: Analysis, order: Rules) -> list[str]:
    """All phrases whose ideas a draft is made from."""
    own = [text for text, _ in ways(analysis)]
    whole = [keyword.text for keyword in analysis.phrases.keywords]
    return [*own, *whole, *analysis.article.fields.tags, *pins(analysis, order)]
