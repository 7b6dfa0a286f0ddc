"""What a process that builds again and again still holds of the store, so that it need not read it.

Right by construction: a value is found by the key under which it is stored, which names everything
that it was made from; and only while the store is as this process left it, so that what is found
here is in the store, too.
"""

from collections.abc import Set
from dataclasses import dataclass, field
from typing import Any, Protocol


class Keeper(Protocol):
    """Another process, which keeps what else is known."""

    def show(self, settings: Any) -> str:
        """Show what was saved; what can be said of that, empty where nothing was."""

    def end(self) -> None:
        """See to it that it is no more."""


@dataclass(slots=True)
class Held:
    """Values of the store by key, as they were read last, and who keeps what else is known."""

    store: str = ""  # the state of its file when it was closed
    values: dict[str, Any] = field(default_factory=dict)
    keeper: Keeper | None = None

    def of(self, store: str) -> dict[str, Any]:
        """The values, to which others may be added; none of them if the store is not as it was."""
        if store != self.store:
            self.values.clear()
        return self.values

    def forget_but(self, keys: Set[str]) -> None:
        """Hold on to nothing else."""
        for key in self.values.keys() - keys:
            del self.values[key]
