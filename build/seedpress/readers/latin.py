"""Which of the many encodings for Latin letters from before Unicode a text is in.

They differ in a few bytes only, which guessers weigh too little: an English text with one `ï` is
called Central European. The words in ASCII tell the language, the language tells the encodings.
"""

from seedpress.languages import classified

# Encodings, and the languages that are written in them.
_GROUPS = (
    (("cp1250", "iso8859_2"), ("pl", "cs", "sk", "hu", "sl", "hr", "bs", "sr", "ro", "sq")),
    (("cp1254",), ("tr", "az")),
    (("cp1257", "iso8859_13"), ("lt", "lv", "et")),
)
_WESTERN = ("cp1252", "iso8859_15", "mac_roman")
_WRITTEN = frozenset("\xa0“”„‘’‚–—…•«»‹›€£§°©®™¿¡·½")
_LATIN = 0.6  # of a text's letters, at least, are then ASCII ones
_JUDGED = 4000  # characters by which the language is told


def latin_encoding(data: bytes, guessed: str) -> str:
    """The encoding of `data` if it is in Latin letters as far as `guessed` shows, else `guessed`.

    windows-1252, the usual one, wins where nothing speaks against it.
    """
    letters = [ch for ch in data.decode(guessed, "replace") if ch.isalpha()]
    if sum(ch.isascii() for ch in letters) < _LATIN * len(letters):
        return guessed
    found = [
        (confidence, _likeness(text), encoding)
        for encodings, languages in _GROUPS
        for encoding in encodings
        for text in [data.decode(encoding, "replace")]
        for language, confidence in [classified(text[:_JUDGED])]
        if language in languages
    ]
    western = max(_WESTERN, key=lambda one: _likeness(data.decode(one, "replace")))
    if not found:
        return western
    # The sure ones by how their letters look, the first of equals as the usual one.
    surest = max(confidence for confidence, _, _ in found)
    likely = [one for one in found if one[0] > surest - 0.1]
    return max(likely, key=lambda one: one[1])[2]


def _likeness(text: str) -> int:
    """How much of what lies beyond ASCII in `text` is as people write it."""
    total = 0
    before = " "
    for ch in text:
        if not ch.isascii():
            if ch.isalpha():
                total += -2 if ch.isupper() and before.islower() else 1
            else:
                total += 1 if ch in _WRITTEN else -2
        before = ch
    return total
