"""Single words that are names at a glance: as most are, they are decided all together."""

from collections.abc import Set

from seedpress.entities.evidence import Evidence
from seedpress.entities.tokens import key

Clear = tuple[Set[str], Set[str]]  # within sentences, and where they begin them


def clear_words(evidence: Evidence, said: Set[str]) -> Clear:
    """The words that neither an article nor the language has in lower case.

    Those that begin sentences stand elsewhere too. Names with keys in `said`, of which the editor
    speaks, are not looked at.
    """
    common, lower = evidence.lexicon.common, evidence.lower

    def is_clear(text: str) -> bool:
        word = text.lower()
        ordinary = word in lower or word in common or word.removesuffix("s") in common
        return not ordinary and not (said and key(text) in said)

    within, opening = evidence.plain.within, evidence.plain.opening
    elsewhere = {text for text in opening if text.lower() in evidence.capital}
    return set(filter(is_clear, within)), set(filter(is_clear, elsewhere))
