"""MkDocs made ready to render any page alone: what its build does, in the same order, in steps."""

from collections.abc import Mapping, Sequence
from typing import Any

from seedpress.site.engines.frames import Frames
from seedpress.site.engines.mkdocs_files import ShownTemplates
from seedpress.site.engines.mkdocs_known import files_and_templates, one_day
from seedpress.site.engines.rendered import Finish, UnfitError

_WARNING = 30  # of `logging`
OWN = "404.html"  # the page that the theme makes of itself


class MkDocsWorkshop:
    """The files, the navigation and the templates of one configuration."""

    def __init__(self, config: Any) -> None:
        """Do what `mkdocs.commands.build.build` does before it reads pages, and read the listed.

        Raises:
            UnfitError: a page may show anything of others.
        """
        from mkdocs.commands import build
        from mkdocs.structure.files import set_exclusions
        from mkdocs.structure.nav import get_navigation

        self._engine = build
        self._config = config = config.plugins.on_config(config)
        if config.validation.links.anchors >= _WARNING:
            raise UnfitError("`validation: links: anchors:` asks to compare pages with each other")
        if config.theme.custom_dir:
            raise UnfitError("`theme: custom_dir:` may show anything of any page")
        config.plugins.on_pre_build(config=config)
        files, env = files_and_templates(config)
        files.add_files_from_theme(ShownTemplates(config.theme.dirs), config)
        self.files = files = config.plugins.on_files(files, config=config)
        set_exclusions(files, config)
        self.documents = pages = files.documentation_pages()
        files.documentation_pages = lambda: pages  # asked for again and again
        with one_day():
            nav = get_navigation(files, config)
        self._nav = config.plugins.on_nav(nav, config=config, files=files)
        self._listed = {page.file.src_uri: page for page in self._nav.pages}
        for page in self._nav.pages:
            build._populate_page(page, config, files)
        self._env = config.plugins.on_env(env, config=config, files=files)
        self._frames = Frames(self._env)
        self._shortcut = config.plugins["seedpress"]
        self._shortcut.waits = False

    @property
    def navigation(self) -> str:
        """Digest of what pages show of others."""
        return str(self._shortcut.navigation)

    def is_listed(self, source: str) -> bool:
        """Whether the page stands in the navigation, so that others may ask for its words."""
        return source in self._listed

    def lay_out(self, sources: set[str], whole: bool) -> None:
        """Copy those of the `sources` that are no pages, and make the theme's own files."""
        if whole:
            self.files.copy_static_files()
        for file in () if whole else self.files:
            if file.src_uri in sources and not file.is_documentation_page():
                file.copy_file()
        given = self._env, self.files, self._config, self._nav
        for name in self._config.theme.static_templates:
            self._engine._build_theme_template(name, *given)
        for name in self._config.extra_templates:
            self._engine._build_extra_template(name, self.files, self._config, self._nav)

    def lay_out_own(self) -> None:
        """Make the page that the theme makes of itself, which tells what all pages share."""
        given = self._env, self.files, self._config, self._nav
        if OWN in self._config.theme.static_templates:
            self._engine._build_theme_template(OWN, *given)

    def write(self, pages: Mapping[str, str]) -> None:
        """Have sources say something else than their files do, or be there where there is none."""
        from mkdocs.structure.files import File, set_exclusions
        from mkdocs.structure.pages import Page

        for source, text in pages.items():
            file = self.files.src_uris.get(source)
            if file is None:
                file = File.generated(self._config, source, content=text)
                set_exclusions([file], self._config)
                self.files.append(file)
                Page(None, file, self._config)
            else:
                file.content_string = text
        for source in pages:
            if self.is_listed(source):
                self._engine._populate_page(
                    self.files.src_uris[source].page, self._config, self.files
                )

    def becomes(self, source: str) -> str:
        """The file of the site that a source becomes."""
        return str(self.files.src_uris[source].dest_uri)

    def render(self, sources: Sequence[str], finish: Finish) -> None:
        """Render these pages, and write what `finish` makes of each."""
        config = self._config
        pages = [self.files.src_uris[source].page for source in sources]
        for page in pages:
            if not self.is_listed(page.file.src_uri):
                self._engine._populate_page(page, config, self.files)
        self._shortcut.finish = finish
        for page in pages:
            listed = self.is_listed(page.file.src_uri)
            templates: Any = self._env if listed else self._frames
            self._engine._build_page(page, config, self.documents, self._nav, templates)

    def renew(self, sources: Sequence[str], finish: Finish) -> None:
        """Render pages whose sources have changed since they were read, and copy what is none.

        Raises:
            UnfitError: the navigation shows something of them that has changed.
        """
        before = self.navigation
        files = [self.files.src_uris[source] for source in sources]
        pages = [file for file in files if file.is_documentation_page()]
        for file in files:
            if file in pages and self.is_listed(file.src_uri):
                self._engine._populate_page(file.page, self._config, self.files)
            elif file not in pages:
                file.copy_file()
        self._shortcut.on_env(None)
        if self.navigation != before:
            raise UnfitError("the navigation has changed")
        self.render([file.src_uri for file in pages], finish)
