"""The payloads of `payloads.jsonl`, one a line: `{"id": "<kind>-<number>", "text": "..."}`.

Where a text says `CANARY`, a carrier writes a number of its own, so that a trap in the browser can
tell which payload ran and from which place. New payloads go to the end of their kind.
"""

import json
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).with_name("payloads.jsonl")
CANARY = "CANARY"


@dataclass(frozen=True, slots=True)
class Payload:
    """A hostile text."""

    id: str
    text: str

    @property
    def kind(self) -> str:
        """The family: `script`, `url`, `bidi`, ..."""
        return self.id.rpartition("-")[0]


def payloads(kinds: tuple[str, ...] = ()) -> tuple[Payload, ...]:
    """All payloads, or those of some kinds, in the order of the file."""
    lines = FILE.read_text("utf-8").splitlines()
    found = (Payload(**json.loads(line)) for line in lines)
    return tuple(p for p in found if not kinds or p.kind in kinds)
