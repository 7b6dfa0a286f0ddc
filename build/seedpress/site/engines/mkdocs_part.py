"""MkDocs' own functions, driven to render only the pages that have changed, to the same bytes.

What a page shows of others is its navigation, of which a digest is kept, and the addresses of the
pages that it links to. A page that we wrote links to what exists, and its source changes where that
does; the publisher's pages are rendered again whenever a file comes or goes. Whatever else could
make one page depend on another makes the whole site be built: `UnfitError` says what.
"""

from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from seedpress.settings import Settings
from seedpress.site.engines.mkdocs import listening, loaded
from seedpress.site.engines.rendered import Rendered

# Releases whose way of building is known here.
KNOWN = {"mkdocs": "1.6.", "mkdocs-material": "9."}
_WARNING = 30  # of `logging`


class UnfitError(Exception):
    """Rendering some pages alone might not give what rendering all of them gives; says why."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What has changed since the last build, as paths below `docs/`."""

    sources: frozenset[str]  # to be rendered or copied again
    gone: frozenset[str]
    navigation: str  # as the last build found it


def render_part_with_mkdocs(settings: Settings, into: Path, changed: Changed) -> Rendered:
    """Render what has changed, the site's own pages and its list of pages into `into`.

    Raises:
        UnfitError: the whole site has to be built.
        SiteError: MkDocs refused the configuration or could not build.
    """
    for program, release in KNOWN.items():
        if not version(program).startswith(release):
            raise UnfitError(f"{program} {version(program)} is not a release that is known")
    unfit = None
    with listening() as ear, loaded(settings, into, search=True) as config:
        try:
            navigation, gone = _build(config, changed)
        except UnfitError as error:
            unfit = error
    if unfit:
        raise unfit
    return Rendered(ear.problems(settings), navigation, gone)


def _build(config: Any, changed: Changed) -> tuple[str, tuple[str, ...]]:
    """What `mkdocs.commands.build.build` does, in the same order, for fewer pages."""
    from mkdocs.commands import build as engine
    from mkdocs.structure.files import get_files, set_exclusions
    from mkdocs.structure.nav import get_navigation

    config = config.plugins.on_config(config)
    if config.validation.links.anchors >= _WARNING:
        raise UnfitError("`validation: links: anchors:` asks to compare pages with each other")
    if config.theme.custom_dir:
        raise UnfitError("`theme: custom_dir:` may show anything of any page")
    config.plugins.on_pre_build(config=config)
    files = get_files(config)
    env = config.theme.get_env()
    files.add_files_from_theme(env, config)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    nav = get_navigation(files, config)
    nav = config.plugins.on_nav(nav, config=config, files=files)
    documents = files.documentation_pages()
    wanted, gone = _wanted(config, files, changed)
    pages = [file.page for file in documents if file.src_uri in wanted]
    for page in {id(page): page for page in [*nav.pages, *pages]}.values():
        engine._populate_page(page, config, files)
    env = config.plugins.on_env(env, config=config, files=files)
    navigation = config.plugins["seedpress"].navigation
    if navigation != changed.navigation:
        raise UnfitError("the navigation has changed")
    for file in files:
        if file.src_uri in wanted and not file.is_documentation_page():
            file.copy_file()
    for name in config.theme.static_templates:
        engine._build_theme_template(name, env, files, config, nav)
    for name in config.extra_templates:
        engine._build_extra_template(name, files, config, nav)
    for page in pages:
        engine._build_page(page, config, documents, nav, env)
    config.plugins.on_post_build(config=config)
    empty = (p.file.dest_uri for p in pages if not Path(p.file.abs_dest_path).exists())
    return navigation, (*gone, *empty)


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
    wanted = {name for name in changed.sources if name in files.src_uris}
    gone = []
    for name in sorted(changed.gone):
        left = File(name, None, config.site_dir, config.use_directory_urls).dest_uri
        if left in becomes:  # another source, even the theme's, steps in
            wanted.add(becomes[left])
        else:
            gone.append(left)
    return {name for name in wanted if files.src_uris[name].inclusion.is_included()}, tuple(gone)
