"""Common other names of countries, capitals, organisations and offices, and today's usual form.

The table `words/aliases.txt` is hand-written: usual name | kind | other names.
"""

from functools import lru_cache
from typing import NamedTuple, cast, get_args

from seedpress.entities.lexicon import lines
from seedpress.entities.tokens import key
from seedpress.model import EntityKind


class Usual(NamedTuple):
    """Today's usual name of something and what it is."""

    name: str
    kind: EntityKind


@lru_cache(maxsize=1)
def usual_names() -> dict[str, Usual]:
    """Every name of the table, as `tokens.key` has it, and what it usually means."""
    table: dict[str, Usual] = {}
    for line in lines("aliases"):
        name, kind, others = (part.strip() for part in line.split("|"))
        if kind not in get_args(EntityKind):
            raise ValueError(f"aliases.txt: {line!r}: unknown kind")
        usual = Usual(name, cast(EntityKind, kind))
        table[key(name)] = usual
        for other in others.split(", "):
            table.setdefault(key(other), usual)
    return table
