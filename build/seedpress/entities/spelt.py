"""Small words inside a name that an acronym in the same paragraph spells: `(SOHR)`, `AQIM`."""

from seedpress.entities.tokens import Token

_INSIDE = frozenset({"of", "for", "in", "and", "the", "on", "-", "‐", "‑"})
_LONGEST = 9  # words and signs on either side of a small word
_IN_BRACKETS, _ANYWHERE = 3, 4  # letters that leave no doubt


def over_spelt(words: list[Token], first: int, i: int, text: str) -> int:
    """How many tokens from the small word `i` on go on with a name that an acronym spells, or 0.

    `Al-Qaeda in the Islamic Maghreb … AQIM`: the acronym has a letter for every capital, some from
    before the small word and some from after it.
    """
    before = [j for j in range(max(first, i - _LONGEST), i) if words[j].text[0].isupper()]
    found, letters = 0, ""
    for end in range(i + 1, min(i + 1 + _LONGEST, len(words))):
        word = words[end].text
        if word[0].isupper():
            letters += word[0]
            if any(_is_given(_of(words, j, i) + letters, words, end, text) for j in before):
                found = end + 1 - i
        elif word not in _INSIDE:
            break
    return found


def _of(words: list[Token], first: int, last: int) -> str:
    """The capitals that the words from `first` up to `last` begin with."""
    return "".join(words[j].text[0] for j in range(first, last) if words[j].text[0].isupper())


def _is_given(letters: str, words: list[Token], end: int, text: str) -> bool:
    """Whether the paragraph has the letters as a word, or in brackets after the word `end`."""
    if len(letters) < _IN_BRACKETS or letters not in text:
        return False
    after = [word.text for word in words[end + 1 : end + 3]]
    if after == ["(", letters]:
        return True
    return len(letters) >= _ANYWHERE and any(word.text == letters for word in words)
