"""A file of the publisher's that is no YAML: which line, and what is wrong there."""

from typing import Any


def unreadable(file: object, error: Exception, text: str = "") -> str:
    """What to tell of `file`, at which the reading of YAML ended with `error`.

    `text` is what was read; it tells the line of a character that no YAML may hold.
    """
    line, what = _seen(error, text)
    return f"{file}{f', line {line}' if line else ''}: not readable as YAML: {what}"


def _seen(error: Any, text: str) -> tuple[int, str]:
    """The line, 0 where none is known, and what was found; both libraries' errors are alike."""
    if isinstance(error, UnicodeDecodeError):
        byte = error.object[error.start]
        line = error.object.count(b"\n", 0, error.start) + 1
        return line, f"found the byte 0x{byte:02x}, expected text in UTF-8"
    if getattr(error, "problem_mark", None) and error.problem:
        return error.problem_mark.line + 1, error.problem + _context(error)
    if isinstance(getattr(error, "character", None), int):
        place = text.find(chr(error.character))
        line = text.count("\n", 0, place) + 1 if place >= 0 else 0
        return line, f"found the character U+{error.character:04X}, which it must not hold"
    return 0, " ".join(str(error).split())


def _context(error: Any) -> str:
    """What was being read, and since which line, if that is another."""
    if not error.context:
        return ""
    begun = error.context_mark.line if error.context_mark else error.problem_mark.line
    since = f", from line {begun + 1}" if begun != error.problem_mark.line else ""
    return f" ({error.context}{since})"
