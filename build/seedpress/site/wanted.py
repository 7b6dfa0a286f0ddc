"""What is asked of one build of the site."""

from dataclasses import dataclass, field

from seedpress.order import Shown
from seedpress.site.crew import Start
from seedpress.site.shared import Beside, nowhere

PAGES_STAND = "the pages are up to date; search index and data files follow"
SOME_STAND = "what was saved is on its page; others, search index and data files follow"


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the site is to be made; nothing of it but the first three changes what comes out."""

    engine: str  # its name
    search: bool = True  # make a Pagefind index and put our search into the pages, not the theme's
    strict: bool = False  # treat the engine's warnings as errors
    # Called once pages that had changed are in, before their search index is: it comes later then,
    # and a build that is killed between the two is followed by a whole one.
    shown: Shown | None = None
    start: Start | None = None  # begins work in another process, where there is a core for it
    beside: Beside = nowhere  # where a copy of this process does some of the work
    told: list[str] = field(default_factory=list)  # what people are to know of how it was made
