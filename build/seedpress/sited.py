"""What others know of a site without loading what makes one, which takes a quarter of a second."""

from dataclasses import dataclass
from pathlib import Path

from seedpress.model import Problem

MEMORY = Path(".seedpress") / "site.msgpack"  # what is remembered of the site that stands
AS_IT_WAS = "nothing, the site is as it was"


@dataclass(frozen=True, slots=True)
class SiteReport:
    """What became of one run of the site engine."""

    engine: str
    pages: int  # HTML files of the finished site
    indexed: int = 0  # of them, in the search index; 0 when none was asked for
    problems: tuple[Problem, ...] = ()  # what the engine warned about
    made: str = AS_IT_WAS  # what was made; a whole site is followed by the reason
