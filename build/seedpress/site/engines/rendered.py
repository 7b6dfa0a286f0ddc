"""What an engine is asked for and says of its work."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from seedpress.model import Problem

# From a page's path in the site, its source below `docs/` and its HTML: what is to be published.
Finish = Callable[[str, str, str], str]


class UnfitError(Exception):
    """Rendering some pages alone might not give what rendering all of them gives; says why."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What has changed since the last build, as paths below `docs/`."""

    sources: frozenset[str]  # to be rendered or copied again
    gone: frozenset[str]
    navigation: str  # as the last build found it
    whole: bool = False  # everything is to be made, whatever the last build found


@dataclass(frozen=True, slots=True)
class Rendered:
    """Pages were rendered into a folder: all of them, or those that had changed."""

    problems: tuple[Problem, ...] = ()  # what the engine disliked
    navigation: str = ""  # digest of what pages show of others; empty: it cannot be told
    gone: tuple[str, ...] = ()  # files of the site that no source stands for any more
    # Renders or copies further sources, whose bytes have changed since, and says what it disliked.
    again: Callable[[Sequence[str]], tuple[Problem, ...]] | None = None


class Workshop(Protocol):
    """An engine made ready to render any page of a site alone."""

    def is_listed(self, source: str) -> bool:
        """Whether the page stands in the navigation, so that others may ask for its words."""

    def render(self, sources: Sequence[str], finish: Finish) -> None:
        """Render these pages, and write what `finish` makes of each."""

    def renew(self, sources: Sequence[str], finish: Finish) -> None:
        """Do that with sources that were read before and have changed since; copy what is no page.

        Raises:
            UnfitError: others show something of them that has changed.
        """


class Crew(Protocol):
    """Has a workshop render pages, each to be finished: here, or elsewhere by workshops like it."""

    def __call__(self, workshop: Workshop, sources: Sequence[str]) -> None:
        """Make these pages, now that the engine's own files are there."""

    def renew(self, workshop: Workshop, sources: Sequence[str]) -> None:
        """Make some of what has changed since; copy what is no page."""
