"""What a terminal is shown: no character that it would obey, and how far long work has come."""

import io
import sys
from collections.abc import Callable
from typing import Any

import click

_JOINERS = "\u200c\u200d"  # letters of some scripts and pictures need them


def shown(text: str, kept: str = "", spell: Callable[[str], str] = ascii) -> str:
    """Text without what a terminal would obey, which names of files and words may hold.

    Such characters, but those in `kept`, stand as `spell` quotes them, without its quotes.
    """
    if text.isprintable():
        return text
    kept += _JOINERS
    return "".join(ch if ch.isprintable() or ch in kept else spell(ch)[1:-1] for ch in text)


def spell_out_unknown_letters() -> None:
    """Let this process say everything: a terminal may know fewer letters than names have."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


class Bar:
    """A progress bar on standard error, shown only to a person and only on long work."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._bar: Any = None

    def __enter__(self) -> Callable[[int, int], None]:
        return self._move

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.render_finish()

    def _move(self, done: int, of: int) -> None:
        if self._bar is None:
            if of - done < 50 or not sys.stderr.isatty():
                return
            self._bar = click.progressbar(length=of, label=self._label, file=sys.stderr)
            self._bar.render_progress()
        self._bar.update(done - self._bar.pos)
