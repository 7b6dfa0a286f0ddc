"""What recognition learned from each article, decoded where somebody asks for it."""

from collections.abc import Iterator, Sequence
from typing import overload

from seedpress.model import Analysis, Names


class Every(Sequence[Names]):
    """The names of all analyses."""

    def __init__(self, analyses: Sequence[Analysis]) -> None:
        """Decode none yet."""
        self.analyses = analyses

    @overload
    def __getitem__(self, place: int) -> Names: ...

    @overload
    def __getitem__(self, place: slice) -> list[Names]: ...

    def __getitem__(self, place: int | slice) -> Names | list[Names]:
        """Those of one analysis, or of some."""
        if isinstance(place, slice):
            return [analysis.names for analysis in self.analyses[place]]
        return self.analyses[place].names

    def __len__(self) -> int:
        """How many analyses there are."""
        return len(self.analyses)

    def __iter__(self) -> Iterator[Names]:
        """Those of one analysis after the other."""
        return (analysis.names for analysis in self.analyses)
