"""Cyrillic and Japanese encodings from before Unicode, told by the shape of what they give.

Guessers need a paragraph; a headline is enough to see that words begin in capitals and go on in
small letters, or that half of the signs are hiragana.
"""

import re

_CYRILLIC = ("cp1251", "koi8_r", "koi8_u", "cp866")
_JAPANESE = ("shift_jis", "euc_jp")
_WORD = re.compile(r"[^\W\d_]+")
_SANE = re.compile("[А-ЯЁІЇЄҐ]?[а-яёіїєґ]+|[А-ЯЁІЇЄҐ]+|[A-Za-z]+")
_SIGNS = frozenset("\xa0«»„“”–—…№’")
_VOWELS = frozenset("аеёиоуыэюяіїє")
_KANA = 0.3  # of the signs beyond ASCII, at least, are hiragana in Japanese


def script_encoding(data: bytes) -> str:
    """The encoding of `data` if it is surely Cyrillic or Japanese in one of them, else ''."""
    for encoding in _JAPANESE:
        high = [ch for ch in _decoded(data, encoding) if ch > "\x7f"]
        if sum("\u3041" <= ch <= "\u309f" for ch in high) > _KANA * max(len(high), 3):
            return encoding
    score, encoding = max((_cyrillic(_decoded(data, one)), one) for one in _CYRILLIC[::-1])
    return encoding if score > 0 else ""


def _decoded(data: bytes, encoding: str) -> str:
    """The text, or nothing where the bytes are not of this encoding; a cut end does no harm."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        return data[: error.start].decode(encoding) if error.start >= len(data) - 3 else ""


def _cyrillic(text: str) -> float:
    """How much `text` looks like people's Cyrillic: 0 if it does not."""
    words = _WORD.findall(text)
    letters = "".join(words)
    high = [ch for ch in text if not ch.isascii() and ch not in _SIGNS]
    if len(high) < 6 or not all("\u0400" <= ch <= "\u04ff" for ch in high):
        return 0.0
    if sum(bool(_SANE.fullmatch(word)) for word in words) < 0.9 * len(words):
        return 0.0
    vowels = sum(ch in _VOWELS for ch in letters.casefold()) / len(letters)
    small = sum(ch.islower() for ch in high) / len(high)
    sure = 0.28 < vowels < 0.6 and small > 0.3 and 2 * len(high) > len(letters)
    return small if sure else 0.0
