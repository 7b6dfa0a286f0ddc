"""Bytes to text: which encoding, what was mended, said in words."""

import codecs
import re
import unicodedata

from seedpress.readers.latin import latin_encoding
from seedpress.readers.scripts import script_encoding

_BOMS = (
    (codecs.BOM_UTF8, "utf-8", ""),
    (codecs.BOM_UTF32_LE, "utf-32", "decoded as UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "decoded as UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "decoded as UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "decoded as UTF-16"),
)
# Controls, lone surrogates and non-characters, but not tab and line feed.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\ufeff]")
_NEVER_TEXT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
# What no mojibake that ftfy knows is without: two signs beyond ASCII side by side, or one of a few.
# Told in a tenth of ftfy's time, and of nine texts in ten that they have none.
_SUSPICIOUS = re.compile("[\x80-\x9fŒœÃÂ]|[^\x00-\x7f]{2}")
_LINE_ENDS = re.compile("\r\n|[\r\x0c\u2028\u2029]")
# So many bytes tell an encoding as well as the whole file would, and in bounded time.
_SAMPLE = 100_000


class NotTextError(ValueError):
    """The bytes are no text in any encoding that we know."""


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    r"""The text of `data` with lines ended by `\n`, and what had to be mended, in words.

    Raises:
        NotTextError: the bytes look like a picture, an archive or another binary file.
    """
    text, how = _decoded(data)
    repairs = [how] if how else []
    text, more = mend(text)
    return text, (*repairs, *more)


def mend(text: str) -> tuple[str, tuple[str, ...]]:
    r"""`text` with `\n` line ends, without controls and mojibake, and what was mended, in words."""
    repairs: list[str] = []
    text = _LINE_ENDS.sub("\n", text)
    plain = _NEVER_TEXT.sub("", text)
    # Only then the mojibake, and the upper controls last: its second bytes look like them.
    mended, lines = _unmangled(plain)
    if lines:
        repairs.append(f"repaired mojibake in {lines} line{'s' * (lines > 1)}")
    clean = _CONTROLS.sub("", mended)
    count = len(text) - len(plain) + len(mended) - len(clean)
    if count:
        repairs.append(f"removed {count} control character{'s' * (count > 1)}")
    return unicodedata.normalize("NFC", clean), tuple(repairs)


def _decoded(data: bytes) -> tuple[str, str]:
    for bom, encoding, how in _BOMS:
        if data.startswith(bom):
            return _by(data.removeprefix(bom) if encoding == "utf-8" else data, encoding, how)
    wide = _wide(data)
    if wide:
        return _by(data, wide, f"decoded as {wide.upper()}")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(data)
    if text.count("\0") * 100 > len(text):
        raise NotTextError("holds binary data, not text")
    return text, ""


def _by(data: bytes, encoding: str, how: str) -> tuple[str, str]:
    """Decode as the file says of itself; what is broken becomes U+FFFD and is told."""
    text = data.decode(encoding, "replace")
    broken = text.count("\ufffd")
    if broken * 10 > len(text):
        raise NotTextError(f"says that it is {encoding.upper()}, but is not")
    told = f"{broken} broken character{'s' * (broken > 1)} replaced" if broken else ""
    return text, ", ".join(part for part in (how, told) if part)


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: every other byte of Western text is NUL."""
    sample = data[:2000]
    if len(sample) < 4 or len(data) % 2:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.05 * half else ""


def _legacy(data: bytes) -> tuple[str, str]:
    """Text in an encoding from before Unicode, or UTF-8 with a few broken bytes."""
    if data.count(0) * 100 > len(data):
        raise NotTextError("holds binary data, not text")
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(ch > "\x7f" for ch in text[:_SAMPLE]) - text[:_SAMPLE].count("\ufffd")
    if broken < sound:  # mostly valid sequences: UTF-8, damaged
        return _by(data, "utf-8", "")
    encoding = _guess(data)
    return data.decode(encoding, "replace"), f"decoded as {encoding}"


def _guess(data: bytes) -> str:
    shape = script_encoding(data[:_SAMPLE])
    if shape:
        return shape
    binary = _binary(data)
    # Western news is cp1252 where nothing speaks for another: it is what charset guessers
    # mistake for its neighbours when only quotes and dashes are beyond ASCII.
    if _only_punctuation(data) and not binary:
        return "cp1252"
    from charset_normalizer import from_bytes  # imported late: most seeds say what they are in

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None and binary:
        raise NotTextError("holds binary data, not text")
    if best is None or _only_punctuation(data):
        return "cp1252"
    return latin_encoding(data[:_SAMPLE], best.encoding)


def _only_punctuation(data: bytes) -> bool:
    high = {byte for byte in data[:_SAMPLE] if byte > 0x7F}
    return bool(high) and high <= set(
        b"\x80\x82\x84\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xa9\xae\xb0\xb7\xbd\xe9"
    )


def _binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    return sum(byte < 9 or 13 < byte < 32 for byte in sample) * 50 > len(sample)


def _unmangled(text: str) -> tuple[str, int]:
    """`text` with mojibake repaired line by line, and how many lines changed."""
    if not _SUSPICIOUS.search(text):
        return text, 0
    from ftfy import fix_encoding  # imported late, as few texts need it
    from ftfy.badness import is_bad

    if not is_bad(text):
        return text, 0
    lines = text.split("\n")
    changed = 0
    for number, line in enumerate(lines):
        if not line.isascii() and is_bad(line):
            better = fix_encoding(line)
            if better != line:
                # The repair itself may bring back a line end.
                lines[number] = _LINE_ENDS.sub(" ", better).replace("\n", " ")
                changed += 1
    return "\n".join(lines), changed
