"""Puts pages into the site that no file of `docs/` stands for: they are what may come to stand there.

The engine is made ready while there is time. What is remembered of the site says that these pages
have to be made again, whatever their files are, and removed where there are none.
"""

from collections.abc import Mapping, Set
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from seedpress.settings import Settings
from seedpress.site.early import hold_back
from seedpress.site.engines.mkdocs import listening, loaded
from seedpress.site.engines.mkdocs_pages import MkDocsWorkshop
from seedpress.site.engines.mkdocs_part import check_release
from seedpress.site.engines.rendered import UnfitError
from seedpress.site.complete import Finisher
from seedpress.site.ground import lay_ground
from seedpress.site.journal import abandon
from seedpress.site.part import drop_equal, show
from seedpress.site.standing import recall, remember
from seedpress.sited import MEMORY
from seedpress.site.states import State, state, states
from seedpress.site.swapping import discard, prepare, staged_beside

ENGINE = "mkdocs"
_NEVER: State = (-1, 0, 0)  # of no file that ever was


class Drafts:
    """The engine, ready to make a few pages of the site that stands."""

    def __init__(self, settings: Settings) -> None:
        """Load the engine, and what is remembered of the site; nothing is written.

        Raises:
            UnfitError: no page can be made alone.
            SiteError: the engine refused the configuration.
        """
        self._settings = settings
        self._remembered = state(settings.root / MEMORY)
        self._kept = recall(settings)
        if not (self._kept.made and self._kept.index.read):
            raise UnfitError("nothing is remembered of the site")
        check_release()
        into = staged_beside(settings.site_folder)
        self._loaded = ExitStack()
        with listening():
            config = self._loaded.enter_context(loaded(settings, into, search=True))
            self._workshop = MkDocsWorkshop(config)
        if self._workshop.navigation != self._kept.navigation:
            raise UnfitError("the navigation has changed")

    def put_in(self, pages: Mapping[str, str]) -> Set[str]:
        """Put `pages` in, by their sources below `docs/`; those that stand then.

        Those that lead to what is not there are held back, and so are all where the site is not
        the one that stood.

        Raises:
            SiteError: the engine failed; the site is as it was.
        """
        settings = self._settings
        try:
            if state(settings.root / MEMORY) != self._remembered:
                return frozenset()
        except FileNotFoundError:
            return frozenset()
        staged = prepare(settings.site_folder)
        try:
            with listening():
                self._render(pages, staged)
        except BaseException:
            abandon(settings)
            raise
        drop_equal(staged, settings.site_folder)
        made = states(staged).keys()
        hold_back(staged, settings.site_folder)
        new = states(staged).keys()
        if not new:
            discard(staged)
            return frozenset()
        becomes = self._workshop.becomes
        sources = {path: _NEVER for path in pages if becomes(path) in new}
        kept = show(settings, self._kept, staged, ())
        remember(settings, replace(kept, sources=kept.sources | sources))
        return {path for path in pages if becomes(path) not in made - new}

    def _render(self, pages: Mapping[str, str], staged: Path) -> None:
        self._workshop.write(pages)
        self._workshop.lay_out_own()
        whole = lay_ground(self._settings, staged, search=True)
        finisher = Finisher(replace(whole, generated=whole.generated | pages.keys()))
        self._workshop.render([*pages], finisher.finish)
