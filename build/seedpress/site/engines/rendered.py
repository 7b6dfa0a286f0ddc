"""What an engine says of its work."""

from dataclasses import dataclass

from seedpress.model import Problem


@dataclass(frozen=True, slots=True)
class Rendered:
    """Pages were rendered into a folder: all of them, or those that had changed."""

    problems: tuple[Problem, ...] = ()  # what the engine disliked
    navigation: str = ""  # digest of what pages show of others; empty: it cannot be told
    gone: tuple[str, ...] = ()  # files of the site that no source stands for any more
