"""Adds to a site in the making what came when most of it was made, and was known to be coming."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from seedpress.model import Problem
from seedpress.settings import Settings
from seedpress.site.engines import Rendered, UnfitError
from seedpress.site.standing import Memory
from seedpress.site.states import State, States, state

# Waits for the last files below `docs/`; the paths of all that may have changed meanwhile. It may
# be called again.
Late = Callable[[], Collection[str]]


@dataclass(frozen=True, slots=True)
class Came:
    """Sources that came late."""

    states: States  # before they were read
    problems: tuple[Problem, ...]  # what the engine disliked of them


def add(settings: Settings, now: Memory, rendered: Rendered, late: Late) -> Came:
    """Wait for what comes `late`, and render or copy it beside what was `rendered`.

    Raises:
        UnfitError: it is more than new bytes of files that stood there.
        SiteError: the engine could not go on.
    """
    came = dict(_changed(settings, now, late()))
    if not rendered.again:
        raise UnfitError("the engine renders nothing further")
    return Came(came, rendered.again(sorted(came)))


def _changed(
    settings: Settings, now: Memory, paths: Collection[str]
) -> Iterator[tuple[str, State]]:
    for path in paths:
        try:
            found = state(settings.docs_folder / path)
        except FileNotFoundError:
            found = None
        if found is None or path not in now.sources:
            raise UnfitError(f"{path} has come or gone meanwhile")
        if found != now.sources[path]:
            yield path, found
