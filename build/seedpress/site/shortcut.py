"""Lets MkDocs render our pages the short way: a plugin that our driver adds for one build.

It answers for a page only if `subset` knows every piece of it, the Markdown extensions are those
that `subset` imitates, and the installed engine renders a page of examples to the same bytes; else
the page goes the ordinary way. What comes out is the same either way.
"""

import logging
import posixpath
import zlib
from functools import lru_cache, partial
from typing import Any

from markdown import Markdown  # type: ignore[import-untyped]
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_relative_url

from seedpress.site.engines.rendered import Finish
from seedpress.site.front import split_front
from seedpress.site.navigation import digest_of
from seedpress.site.subset import to_html

log = logging.getLogger("seedpress.site")

EXTENSIONS = ["fenced_code", "md_in_html", "tables", "toc"]  # what `subset` imitates, sorted
EXAMPLES = """\
<div hidden data-kind="a" id="x"><span data-b="c">d &#38; e</span></div>

<div class="b" id="a" data-empty aria-label="d &#34;&#39;&#38; &#60;e" markdown>
<h1 id="title" lang="en" markdown>A &#42; B</h1>
<p id="p1" markdown>[<b>2</b> &#44; c](https://a.example/?b=1&amp;c=2) <em>d</em></p>

<ul markdown>
<li markdown>[a](b.md) <span class="n">2</span></li>
<li markdown="block">
<p markdown>c</p>
<p class="d"><bdi>e</bdi></p>
</li>
</ul>
<hr id="p2">
<pre id="p3" data-copy="f"><code>g  h&#10;</code></pre>
<blockquote markdown>
<p id="p4" markdown>i</p>
</blockquote>
<section aria-labelledby="z" markdown>
<h2>A &#38; B</h2>
<h3 markdown>[A b](c.md)</h3>
<h3>A b</h3>
</section>
<figure><svg viewBox="0 0 1 1"><g><title>j</title></g></svg><figcaption>k</figcaption></figure>
<table class="t">
<thead><tr><th scope="col">l</th></tr></thead>
<tbody>
<tr><td>m</td><td>n<code>o</code></td></tr>
</tbody>
</table>
<details>
<summary>p</summary>
<p>q</p>
</details>
</div>
"""


class Shortcut(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Renders the pages of one build; those that it could not are counted."""

    def __init__(self) -> None:
        self.long_way: list[str] = []  # source paths of pages that the engine rendered itself
        self.short: set[str] = set()  # those that went the short way and need no words any more
        self.waits = True  # pages are not built before the last is read
        self.packed: dict[str, bytes] = {}  # their HTML, from being read to being built
        self.finish: Finish | None = None  # what makes of each page what is published
        self.targets: dict[tuple[str, str], File | None] = {}
        # By folder: what paths on its pages mean, and the ways there.
        self.ways: dict[str, dict[str, tuple[File, str]]] = {}
        self.navigation = ""  # digest of what pages show of others, known once all are read
        self._nav: Navigation | None = None

    @event_priority(-100)
    def on_nav(self, nav: Navigation, **_build: object) -> None:
        """Keep the navigation."""
        self._nav = nav

    def on_env(self, _env: object, **_build: object) -> None:
        """The pages of the navigation are read: take down what others show of them."""
        self.navigation = digest_of(self._nav or ())

    @event_priority(-100)
    def on_pre_page(self, page: Page, *, config: MkDocsConfig, **_build: object) -> None:
        """Put our way of reading in the place of the page's own, unless others have a say in it."""
        if not config.plugins.events["page_read_source"]:
            page.read_source = partial(self.read_source, page)  # type: ignore[method-assign]

    def read_source(self, page: Page, config: MkDocsConfig) -> None:
        """Do what `Page.read_source` does, without YAML if that is not needed."""
        try:
            known = split_front(page.file.content_string)
        except (OSError, ValueError):  # which the engine tells in its own words
            known = None
        if known:
            page.markdown, page.meta = known
        else:
            Page.read_source(page, config)

    @event_priority(-100)  # after all that may change the page's Markdown
    def on_page_markdown(self, _markdown: str, *, page: Page, **_build: object) -> None:
        """Put our way of rendering in the place of the page's own."""
        page.render = partial(self.render, page)  # type: ignore[method-assign]

    @event_priority(-100)
    def on_page_content(self, html: str, *, page: Page, **_build: object) -> str:
        """Pack what the engine keeps of every page until the last is read."""
        uri = page.file.src_uri
        if uri not in self.short or not self.waits:
            return html
        self.packed[uri] = zlib.compress(html.encode("utf-8", "surrogatepass"), 1)
        return ""

    @event_priority(100)
    def on_page_context(self, _context: object, *, page: Page, **_build: object) -> None:
        """Unpack it for the template."""
        packed = self.packed.pop(page.file.src_uri, None)
        if packed is not None:
            page.content = zlib.decompress(packed).decode("utf-8", "surrogatepass")

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: Page, **_build: object) -> str:
        """Let go of it, and finish the page where that is to be done at once."""
        if page.file.src_uri in self.short:
            page.content = ""
        if not self.finish or not output.strip():
            return output
        # As if it had been written and read again.
        written = output.encode("utf-8", "xmlcharrefreplace").decode("utf-8")
        written = written.replace("\r\n", "\n").replace("\r", "\n")
        return self.finish(page.file.dest_uri, page.file.src_uri, written)

    def on_post_build(self, **_build: object) -> None:
        """Say how many pages took the long way."""
        log.debug("%d page(s) rendered by Python-Markdown: %s", len(self.long_way), self.long_way)

    def render(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Do what `Page.render` does, by the short way if there is one."""
        anchors: dict[File, dict[str, str]] = {}
        address = partial(self.address, page.file, files, anchors, self.known_from(page.file))
        short = sorted(config.markdown_extensions) == EXTENSIONS and not any(
            config.mdx_configs.values()
        )
        known = to_html(page.markdown or "", address) if short and imitates() else None
        if not known:
            self.long_way.append(page.file.src_uri)
            Page.render(page, config, files)
            return
        page.content = known.html
        page.toc = get_toc(known.headings)  # type: ignore[arg-type]
        if config.validation.links.anchors >= logging.WARNING:  # else nobody hears of it
            page.present_anchor_ids = set(known.anchors)
            page.links_to_anchors = anchors
        listed = any(page is other for other in (self._nav.pages if self._nav else ()))
        if "title" in page.meta and not listed:  # nobody asks for their words any more
            page.markdown = ""
            self.short.add(page.file.src_uri)

    def address(
        self,
        here: File,
        files: Files,
        anchors: dict[File, dict[str, str]],
        addresses: dict[str, tuple[File, str]],
        target: str,
    ) -> str | None:
        """Where a link to `target` leads from the page `here`, as MkDocs finds it; None if unsure.

        Args:
            here: the page on which the link stands.
            files: all files of the site.
            anchors: of other pages that this page links to, by page; filled for MkDocs' check.
            addresses: the files found before, from here or such places, and the ways, by path.
            target: what stands in the Markdown.
        """
        if target.startswith(("https://", "http://", "mailto:")):
            return target
        path, _, anchor = target.partition("#")
        if anchor and not path:  # a place on the same page
            anchors.setdefault(here, {}).setdefault(anchor, target)
            return target
        known = addresses.get(path)
        if known is None or known[0].url.startswith(here.url):
            found = self.target(here, files, path)
            if found is None:
                return None
            known = found, get_relative_url(found.url, here.url)
            if not found.url.startswith(here.url):  # else the way is another from here
                addresses[path] = known
        file, address = known
        if not anchor:
            return address
        anchors.setdefault(file, {}).setdefault(anchor, target)
        return f"{address}#{anchor}"

    def known_from(self, here: File) -> dict[str, tuple[File, str]]:
        """Addresses that are known of the page `here`: those of others beside it, if they are alike."""
        folder = posixpath.dirname(here.src_uri)
        plain = here.url == f"{here.src_uri.removesuffix('.md')}/"
        return self.ways.setdefault(folder, {}) if plain else {}

    def target(self, here: File, files: Files, path: str) -> File | None:
        """The page or file that `path` means on the page `here`; None if it is not plainly one."""
        folder = posixpath.dirname(here.src_uri)
        key = (folder, path)
        if key not in self.targets:
            plain = path and path.strip("/") == path and not set(path) & set("?%:")
            uri = posixpath.normpath(posixpath.join(folder, path))
            file = files.src_uris.get(uri) if plain else None
            out = file is None or file.inclusion.is_excluded()  # type: ignore[no-untyped-call]
            self.targets[key] = None if out else file
        return self.targets[key]


@lru_cache(maxsize=1)
def imitates() -> bool:
    """Whether the installed Python-Markdown does to the examples what `subset` does."""
    engine = Markdown(extensions=EXTENSIONS)
    html = engine.convert(EXAMPLES)
    ours = to_html(EXAMPLES, lambda target: target)
    return ours is not None and (ours.html, _outline(ours.headings)) == (
        html,
        _outline(engine.toc_tokens),
    )


def _outline(tokens: list[dict[str, Any]]) -> list[object]:
    """What MkDocs reads of the headings."""
    return [(t["level"], t["id"], t["name"], _outline(t["children"])) for t in tokens]
