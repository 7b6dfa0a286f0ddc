"""A copy of the process that built, which keeps what that knew until the next seed is saved."""

import gc
import sys
import traceback
from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing import Pipe
from multiprocessing.connection import Connection

from seedpress import entities, keywords, last_build, names
from seedpress.analyse import Survey
from seedpress.beside import Running, beside
from seedpress.errors import SeedpressError
from seedpress.gather import Gathered
from seedpress.held import Held
from seedpress.keywords.newcomer import standing
from seedpress.last_join import LastJoin
from seedpress.last_pages import LastPages
from seedpress.model import Authority, Page
from seedpress.order import Order
from seedpress.pages import Sheaves
from seedpress.preview.drafting import Drafting
from seedpress.preview.saved import Seeds, seeds
from seedpress.preview.stage import Stage
from seedpress.settings import Settings

# Articles; fewer are joined in a second or two, and most of what is waited for is other work.
WORTH = 2_000
# Seconds that are waited for a copy that is still getting ready. It began before the build that
# waits for it, and has less to do until pages are seen: only one that hangs is not worth it.
PATIENCE = 60
STAND = (
    "what was saved is on its page as it most likely stays; "
    "to be sure of it, others, search index and data files follow"
)
_ENDED = "the process that was to show pages early was ended from outside; is there enough memory?"
_FAILED = "what was saved could not be shown early:"


@dataclass(frozen=True, slots=True)
class Known:
    """What a build knew when it was done."""

    settings: Settings
    sheaves: Sheaves
    gathered: Gathered
    surveys: Sequence[Survey]
    authority: bytes  # the editor's word, as it stands in its file


Keep = Callable[[Known], object]
KeepPages = Callable[[Sheaves], object]


def forget_pages(_sheaves: Sheaves) -> None:
    """Keep nothing."""


def keep_with(settings: Settings, gathered: Gathered, order: Order, keep: Keep | None) -> KeepPages:
    """Who keeps pages with all else that is known, if anybody does."""
    if keep is None or order.held is None:
        return forget_pages
    held = order.held

    def keep_pages(sheaves: Sheaves) -> None:
        keep(known_by(settings, sheaves, gathered, held))

    return keep_pages


def known_by(settings: Settings, sheaves: Sheaves, gathered: Gathered, held: Held) -> Known:
    """What is known where pages are laid out, seeds gathered and their surveys held."""
    surveys = [one for one in held.values.values() if isinstance(one, Survey)]
    return Known(settings, sheaves, gathered, surveys, _authority(settings))


def _authority(settings: Settings) -> bytes:
    file = settings.authority_file
    return file.read_bytes() if file.exists() else b""


@dataclass(frozen=True, slots=True)
class Keeper:
    """The copy, from here."""

    _settings: Settings
    _running: Running[bool]
    _line: Connection

    def is_ready(self, seconds: float) -> bool:
        """Whether it is, or will be in so many seconds."""
        return self._line.poll(seconds)

    def show(self, settings: Settings) -> str:
        """Have what was saved put into the site; what can be said of that, empty where none was.

        It can be asked for once. Nobody else may be at work on the site.
        """
        try:
            if settings != self._settings or not self.is_ready(PATIENCE):
                return ""
            with suppress(BrokenPipeError):  # that it has ended is told by its result
                self._line.send(None)
            return STAND if self._running.result() else ""
        except BrokenExecutor:
            print(_ENDED, file=sys.stderr)
            return ""
        finally:
            self.end()

    def end(self) -> None:
        """See to it that it is no more."""
        self._running.end()
        self._line.close()


def keeping(
    know: Callable[[], Known], articles: int, settings: Settings, order: Order
) -> Keeper | None:
    """Begin to keep what the copy is to `know`, if so many articles are worth it.

    None where it is not, or cannot be done here.
    """
    from seedpress.site.drafts import ENGINE

    place = beside(order.jobs)
    worth = articles >= WORTH and order.engine == ENGINE
    if not (worth and place and place.copied):
        return None
    line, own = Pipe()
    with own:
        running = place.start(_keep, (know, settings, own, line), waits=True)
    return Keeper(settings, running, line)


def previewed(settings: Settings, order: Order) -> Order:
    """Have who keeps what the last build knew show what was saved; the order of what is left."""
    if not (order.held and order.held.keeper):
        return order
    keeper, order.held.keeper = order.held.keeper, None
    last_build.forget(settings)
    said = keeper.show(settings)
    if said and order.shown:
        order.shown(said)
    return replace(order, previewed=bool(said))


def _keep(task: tuple[Callable[[], Known], Settings, Connection, Connection]) -> bool:
    """What the copy does; whether it put anything in."""
    gc.disable()  # to look for rubbish in what was copied would need a second copy
    know, settings, line, other = task
    other.close()
    try:
        with Stage(settings) as stage:
            return _shown(know, stage, line)
    except (EOFError, BrokenPipeError):  # nobody asks any more
        return False
    except BrokenExecutor:
        print(_ENDED, file=sys.stderr, flush=True)
        return False
    except SeedpressError as error:
        print(_FAILED, error, file=sys.stderr, flush=True)
        return False
    except Exception:  # a fault must be seen, and cost nothing but time
        print(_FAILED, traceback.format_exc(), sep="\n", file=sys.stderr, flush=True)
        return False


def _shown(know: Callable[[], Known], stage: Stage, line: Connection) -> bool:
    """Make ready, and once somebody asks put in what was saved; whether that was anything."""
    ready = Ready(know(), stage)
    if not stage.is_ready():  # pages come with all others
        return False
    line.send(None)
    line.recv()
    return ready.show()


class Ready:
    """Everything that a saved seed's pages are made by, before it is saved."""

    def __init__(self, known: Known, stage: Stage) -> None:
        """Make ready, but for the `stage` that puts pages in."""
        settings = known.settings
        self._known = known
        self._stage = stage
        self._seeds: Seeds = seeds(settings, known.gathered.digests(), known.surveys)
        self._drafting = _drafting(known, entities.load_authority(settings.authority_file))
        self._last = LastPages(settings, last_build.programs(settings))

    def show(self) -> bool:
        """Put in what was saved since; whether it is all on its pages."""
        known, settings = self._known, self._known.settings
        if _authority(settings) != known.authority:
            return False
        drafts = [self._drafting.draft(analysis) for analysis in self._seeds.saved()]
        if not drafts:
            return False
        made = self._last.renewed(known.sheaves.with_drafts(drafts))
        stand = self._stage.put_in(
            {p.path: p.data for p in made if isinstance(p, Page) and isinstance(p.data, str)}
        )
        return stand >= {names.article_path(draft.entry.slug) for draft in drafts}


def _drafting(known: Known, authority: Authority) -> Drafting:
    settings, gathered, shelf = known.settings, known.gathered, known.sheaves.shelf
    last = LastJoin(settings, gathered.made_by, gathered.origins)
    corpus = shelf.corpus
    prepared = keywords.prepare(
        gathered.analyses, authority, settings.keywords, last.notes("keywords")
    )
    return Drafting(
        shelf,
        entities.acquaintance(
            gathered.analyses, corpus.entities, authority, settings.entities, last.notes("entities")
        ),
        standing(prepared, corpus.keywords, corpus.everywhere),
    )
