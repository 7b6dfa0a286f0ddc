"""What is remembered of the site that stands: then the next build makes only what has changed.

For every file of `docs/` and of the site its state is kept, and a digest of all that makes a site
of pages. Nothing of it is needed: without it, or where the site was changed by another, the next
build is a whole one.
"""

from dataclasses import dataclass, field, replace
from pathlib import Path

from seedpress import remembered
from seedpress.model import Problem
from seedpress.settings import Settings
from seedpress.site.sharding import Index
from seedpress.site.states import Folders, States, UnclearError, are_as_they_were, folders_of, states
from seedpress.sited import MEMORY


@dataclass(frozen=True, slots=True)
class Memory:
    """A site and what it was made from."""

    made: str = ""  # digest of settings, theme and programs; empty: that could not be told
    sources: States = field(default_factory=dict)  # of `docs/`, before they were read
    generated: frozenset[str] = frozenset()  # of them, those that we wrote
    navigation: str = ""  # digest of what pages show of others
    index: Index = field(default_factory=Index)  # the search index
    site: States = field(default_factory=dict)  # of the finished site
    folders: Folders = field(default_factory=dict)  # of all folders in it
    pages: int = 0
    problems: tuple[Problem, ...] = ()  # told again for as long as the pages stand


def recall(settings: Settings) -> Memory:
    """What is remembered; empty where that is nothing, or not the site that stands."""
    kept, site = remembered.recalled(settings.root / MEMORY, Memory), settings.site_folder
    if kept is None:
        return Memory()
    try:
        if kept.folders and are_as_they_were(site, kept.site, kept.folders):
            return kept
        intact = kept.site == states(site)
    except (OSError, UnclearError):
        return Memory()
    return replace(kept, folders=folders_of(site, kept.site)) if intact else Memory()


def is_remembered(settings: Settings) -> bool:
    """Whether anything is: not while a site is being changed."""
    return (settings.root / MEMORY).exists()


def remember(settings: Settings, memory: Memory) -> None:
    """Keep `memory` of the site that now stands, if what it was made from could be told."""
    if memory.made:
        remembered.remember(settings.root / MEMORY, memory)


def forget(settings: Settings) -> None:
    """Make the next build a whole one."""
    (settings.root / MEMORY).unlink(missing_ok=True)
