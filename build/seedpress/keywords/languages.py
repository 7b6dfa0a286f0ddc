"""What is known of the languages that have no lexicon here: word lists and endings.

The lists are in `data/languages.txt`; a language that is not in it is left to YAKE.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

import Stemmer

from seedpress.keywords.lexicon import sections
from seedpress.keywords.tokens import LONGEST_WORD

_STEMMERS = {
    "de": "german", "es": "spanish", "fr": "french", "it": "italian", "nl": "dutch",
    "pt": "portuguese",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Language:
    """The word lists of one language; the file says what each is for."""

    code: str
    determiners: frozenset[str]
    prepositions: frozenset[str]
    function: frozenset[str]
    times: frozenset[str]
    before: frozenset[str]
    adjectives: tuple[str, ...]  # endings
    infinitives: tuple[str, ...]  # endings
    links: frozenset[str]
    name_links: frozenset[str]
    articles: frozenset[str]
    bodies: frozenset[str]
    empty: frozenset[str]

    @property
    def capital_nouns(self) -> bool:
        """Whether every noun has a capital."""
        return self.code == "de"

    @property
    def compounds(self) -> bool:
        """Whether it writes in one word what others write in two."""
        return self.code in {"de", "nl"}

    @property
    def plural_s(self) -> bool:
        """Whether nouns and adjectives both end in s or x in the plural."""
        return self.code in {"es", "fr", "pt"}


@cache
def language(code: str) -> Language | None:
    """The language of an ISO 639-1 code, if it is one of the file's."""
    code = code.partition("-")[0].lower()
    if code not in _STEMMERS:
        return None
    text = resources.files("seedpress.keywords").joinpath("data/languages.txt").read_text("utf-8")
    said = sections(text)

    def of(what: str) -> frozenset[str]:
        return said.get(f"{code} {what}", frozenset())

    return Language(
        code=code,
        determiners=of("determiners"),
        prepositions=of("prepositions"),
        function=of("function"),
        times=of("times"),
        before=of("before"),
        adjectives=tuple(sorted(of("adjectives"))),
        infinitives=tuple(sorted(of("infinitives"))),
        links=of("links"),
        name_links=of("name_links"),
        articles=of("articles"),
        bodies=of("bodies"),
        empty=of("empty"),
    )


@cache
def stemmer(code: str) -> Callable[[str], str]:
    """The Snowball stemmer of a language of the file, for lower-cased words."""
    snowball = Stemmer.Stemmer(_STEMMERS[code], 0)

    @lru_cache(maxsize=50_000)
    def stemmed(word: str) -> str:
        return word if len(word) > LONGEST_WORD else str(snowball.stemWord(word))

    return stemmed
