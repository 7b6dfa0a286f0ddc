"""A browser opens every page of a hostile corpus, pokes at it and searches it: nothing runs."""

import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from seedpress import pipeline, settings
from tests.hostile.corpus import Carried, write_corpus
from tests.hostile.payloads import Payload, payloads

ROOT = Path(__file__).parents[2]
# Every n-th payload of each kind: all of them take ten minutes. `test_walls` tries every one.
EACH = {"mkdocs": 16, "zensical": 40}

# Runs before any script of a page: whatever a payload would call leaves a trace.
TRAP = """(() => {
  window.trapped = [];
  for (const name of ['alert', 'confirm', 'prompt', 'print'])
    window[name] = (...given) => { window.trapped.push(`${name}(${given})`); };
  document.addEventListener('securitypolicyviolation', event =>
    window.trapped.push(`policy: ${event.violatedDirective} ${event.blockedURI}`));
})()"""

# What a reader does to a page, and what must not be in it.
POKE = """() => {
  const found = [];
  for (const element of document.querySelectorAll('*'))
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) found.push(`${element.tagName} ${name}`);
      if (/^[\\s\\x00-\\x20]*(javascript|vbscript|data|file)\\s*:/i.test(value)
          && /^(href|src|action|formaction|xlink:href|data|poster)$/i.test(name))
        found.push(`${element.tagName} ${name}=${value}`);
    }
  const strange = ':is(script, iframe, object, embed, base, meta, link, style, math, .mermaid)';
  for (const element of document.querySelectorAll(`.md-content article ${strange}`))
    found.push(element.outerHTML.slice(0, 100));
  for (const details of document.querySelectorAll('details')) details.open = true;
  for (const element of document.querySelectorAll('main *'))
    for (const name of ['mouseover', 'mouseenter', 'pointerenter', 'mousemove', 'focus', 'focusin',
                        'blur', 'copy', 'cut', 'toggle', 'beforetoggle', 'animationstart'])
      element.dispatchEvent(new Event(name, { bubbles: true }));
  return found;
}"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None: ...


@dataclass(frozen=True)
class Site:
    """A finished site of hostile seeds, served on this machine."""

    folder: Path
    address: str
    chosen: tuple[Payload, ...]
    carried: tuple[Carried, ...]

    def pages(self) -> list[str]:
        found = (p.relative_to(self.folder).as_posix() for p in self.folder.rglob("*.html"))
        return sorted(path.removesuffix("index.html") for path in found)


@pytest.fixture(scope="module", params=EACH)
def site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    engine = str(request.param)
    root = tmp_path_factory.mktemp(engine)
    shutil.copytree(ROOT / "docs", root / "docs", ignore=lambda *_: {*_[1]} - {"about.md"})
    shutil.copy(ROOT / "mkdocs.yml", root)
    kinds = dict.fromkeys(payload.kind for payload in payloads())
    chosen = tuple(p for kind in kinds for p in payloads((kind,))[:: EACH[engine]])
    carried = write_corpus(root / "seeds", chosen)
    pipeline.build(settings.load(root / "mkdocs.yml"), pipeline.Order(engine=engine))
    handler = partial(_Quiet, directory=str(root / "site"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_address[1]}/"
        yield Site(root / "site", address, chosen, carried)
        server.shutdown()


@dataclass
class Watch:
    """A page of the browser, and what happened in it that must not."""

    page: Page
    heard: list[str]


@pytest.fixture
def watch(browser: Browser, site: Site) -> Iterator[Watch]:
    context = browser.new_context()
    context.add_init_script(TRAP)
    watched = Watch(context.new_page(), [])
    say = watched.heard.append

    def request(one: Any) -> None:
        if not one.url.startswith((site.address, "blob:", "data:")):
            say(f"request: {one.url}")

    context.on("request", request)
    watched.page.on("dialog", lambda d: (say(f"dialog: {d.message}"), d.dismiss()))
    watched.page.on("pageerror", lambda error: say(f"error: {watched.page.url} {error}"))
    watched.page.on("popup", lambda popup: say(f"popup: {popup.url}"))
    yield watched
    context.close()


@pytest.mark.slow
def test_nothing_runs_on_any_page(site: Site, watch: Watch) -> None:
    pages = site.pages()
    assert len(pages) > 2 * len(site.chosen)
    for path in pages:
        watch.page.goto(site.address + path)
        marks = watch.page.evaluate(POKE)
        trapped = watch.page.evaluate("window.trapped")
        assert (path, marks, trapped, watch.heard) == (path, [], [], [])


@pytest.mark.slow
def test_nothing_runs_when_it_is_searched_for(site: Site, watch: Watch) -> None:
    for payload in site.chosen[::4]:
        words = payload.text.encode("utf-8", "replace").decode()[:200]
        watch.page.goto(f"{site.address}search/?q={quote(words)}")
        watch.page.wait_for_load_state("networkidle")
        marks = watch.page.evaluate(POKE)
        trapped = watch.page.evaluate("window.trapped")
        assert (payload.id, marks, trapped, watch.heard) == (payload.id, [], [], [])


def test_the_trap_catches(watch: Watch, site: Site) -> None:
    watch.page.goto(site.address)
    watch.page.evaluate(
        "document.querySelector('.md-content article').innerHTML += "
        "'<img src=x onerror=alert(7)><a href=\" javascript:1\">x</a><style></style>'"
    )
    for _ in range(100):  # no function of ours waits in the page: its policy forbids that
        if len(watch.page.evaluate("window.trapped")) > 1:
            break
        watch.page.wait_for_timeout(50)
    assert sorted(watch.page.evaluate("window.trapped")) == [
        "policy: script-src-attr inline",
        "policy: style-src-elem inline",
    ]
    assert len(watch.page.evaluate(POKE)) == 3
    watch.page.evaluate("alert(7)")
    assert watch.page.evaluate("window.trapped.at(-1)") == "alert(7)"
