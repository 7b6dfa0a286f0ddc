"""MkDocs' own functions, driven to render only the pages that have changed, to the same bytes.

What a page shows of others is its navigation, of which a digest is kept, and the addresses of the
pages that it links to. A page that we wrote links to what exists, and its source changes where that
does; the publisher's pages are rendered again whenever a file comes or goes. Whatever else could
make one page depend on another makes the whole site be built: `UnfitError` says what.
"""

from collections.abc import Sequence
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from seedpress.model import Problem
from seedpress.settings import Settings
from seedpress.site.engines.mkdocs import listening, loaded
from seedpress.site.engines.mkdocs_pages import MkDocsWorkshop
from seedpress.site.engines.rendered import Changed, Crew, Rendered, UnfitError

# Releases whose way of building is known here.
KNOWN = {"mkdocs": "1.6.", "mkdocs-material": "9."}


def render_part_with_mkdocs(
    settings: Settings, into: Path, changed: Changed, crew: Crew
) -> Rendered:
    """Render what has changed, the site's own pages and its list of pages into `into`.

    The `crew` is called once the engine's own files are there.

    Raises:
        UnfitError: the whole site has to be built in one piece.
        SiteError: MkDocs refused the configuration or could not build.
    """
    check_release()
    with listening() as ear, loaded(settings, into, search=True) as config:
        workshop = MkDocsWorkshop(config)
        wanted, gone = _wanted(config, workshop.files, changed)
        if not changed.whole and workshop.navigation != changed.navigation:
            raise UnfitError("the navigation has changed")
        workshop.lay_out(wanted, changed.whole)
        pages = [file for file in workshop.documents if file.src_uri in wanted]
        crew(workshop, [file.src_uri for file in pages])
        config.plugins.on_post_build(config=config)
    empty = (f.dest_uri for f in pages if not changed.whole and not Path(f.abs_dest_path).exists())
    again = partial(_again, settings, workshop, crew)
    return Rendered(ear.problems(settings), workshop.navigation, (*gone, *empty), again)


def check_release() -> None:
    """See to it that the engine is one whose way of building is known here.

    Raises:
        UnfitError: it is another.
    """
    for program, release in KNOWN.items():
        if not version(program).startswith(release):
            raise UnfitError(f"{program} {version(program)} is not a release that is known")


def _again(
    settings: Settings, workshop: MkDocsWorkshop, crew: Crew, sources: Sequence[str]
) -> tuple[Problem, ...]:
    """Render or copy what has changed since; what the engine disliked."""
    included = [s for s in sources if workshop.files.src_uris[s].inclusion.is_included()]
    with listening() as ear:
        crew.renew(workshop, included)
    return ear.problems(settings)


def _wanted(config: Any, files: Any, changed: Changed) -> tuple[set[str], tuple[str, ...]]:
    """The sources to render or copy, and the files of the site that none stands for any more.

    Raises:
        UnfitError: two sources become the same file.
    """
    from mkdocs.structure.files import File

    becomes: dict[str, str] = {}
    for file in files:
        if file.inclusion.is_included() and becomes.setdefault(file.dest_uri, file.src_uri) != (
            file.src_uri
        ):
            other = becomes[file.dest_uri]
            raise UnfitError(f"{other} and {file.src_uri} become the same file")
    sources = files.src_uris if changed.whole else changed.sources
    wanted = {name for name in sources if name in files.src_uris}
    gone = []
    for name in sorted(changed.gone):
        left = File(name, None, config.site_dir, config.use_directory_urls).dest_uri
        if left in becomes:  # another source, even the theme's, steps in
            wanted.add(becomes[left])
        else:
            gone.append(left)
    return {name for name in wanted if files.src_uris[name].inclusion.is_included()}, tuple(gone)
