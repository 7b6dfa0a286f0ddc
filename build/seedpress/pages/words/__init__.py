"""The words of the interface: one file a language, chosen by the site's language."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The interface in one language."""

    language: str
    table: Mapping[str, Any]

    def __call__(self, key: str, n: int | None = None, **values: object) -> str:
        """The words for `key` (`kinds.person` for nested ones), in the form that `n` wants.

        Raises:
            KeyError: the table has no such words.
        """
        return self.made(key, n, values) if values else _said(self, key, n)

    def made(self, key: str, n: int | None, values: Mapping[str, object]) -> str:
        """The same, put together anew."""
        entry: Any = self.table
        for part in key.split("."):
            entry = entry[part]
        if isinstance(entry, Mapping):
            entry = entry["one" if n == 1 else "other"]
        if n is not None:
            values = {**values, "n": self.number(n)}
        return str(entry).format(**values) if values else str(entry)

    def number(self, n: int) -> str:
        """`n` with its thousands parted as the language wants."""
        return f"{n:,}".replace(",", str(self.table["thousands"]))

    def date(self, iso: str | None) -> str:
        """An ISO date as the language writes it; empty for none."""
        return _date(self, iso) if iso else ""

    def day(self, iso: str) -> str:
        """The same of a date that there is, put together anew."""
        year, month, day = iso.split("-")
        name = self.table["months"][int(month) - 1]
        return str(self.table["date"]).format(day=int(day), month=name, year=int(year))

    def when(self, iso: str) -> str:
        """A day (`2025-03-14`), a month (`2025-03`) or a year (`2025`) in words."""
        year, *rest = iso.split("-")
        if len(rest) == 2:
            return self.date(iso)
        if not rest:
            return str(int(year))
        name = self.table["months"][int(rest[0]) - 1]
        return str(self.table["month"]).format(month=name, year=int(year))


# A page shows hundreds of them, and the next one the same again.
@lru_cache(maxsize=20_000)
def _said(words: Words, key: str, n: int | None) -> str:
    return words.made(key, n, {})


@lru_cache(maxsize=20_000)
def _date(words: Words, iso: str) -> str:
    return words.day(iso)


@cache
def words(language: str) -> Words:
    """The words of `language` (`de`, `pt-BR`), or the English ones where it has none yet."""
    folder = files(__package__)
    for name in (language.lower(), language.lower().partition("-")[0], "en"):
        # Only names of our own files are tried, so a strange setting cannot lead elsewhere.
        for file in folder.iterdir():
            if file.name == f"{name}.yml":
                return Words(name, yaml.safe_load(file.read_text("utf-8")))
    raise KeyError("en")
