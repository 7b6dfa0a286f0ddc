"""A site of the sample corpus for each engine, under a sub-path, and a browser that is watched."""

import os
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, sync_playwright

from seedpress import pipeline, settings
from seedpress.site import ENGINES, build_site

ROOT = Path(__file__).parents[2]
MOUNT = "/deep/down/"
PIECEMEAL = "?piecemeal"
_PIECES = re.compile(rb"(?=<(?:section|aside|footer)\b)")
SCREENS = {"wide": {"width": 1440, "height": 900}, "narrow": {"width": 390, "height": 844}}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            # A browser on a busy machine may miss a beat: one more try, which the summary names.
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample corpus with its pages written, in a folder of its own."""
    root = tmp_path_factory.mktemp("corpus")
    shutil.copytree(ROOT / "seeds", root / "seeds")
    (root / "docs").mkdir()
    shutil.copy(ROOT / "docs" / "about.md", root / "docs" / "about.md")
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(f"site_url: https://example.org{MOUNT}\n{config}", "utf-8")
    order = pipeline.Order(pages_only=True)
    pipeline.build(settings.load(root / "mkdocs.yml"), order)
    return root


class Handler(SimpleHTTPRequestHandler):
    """A site below `MOUNT`; a page asked for `PIECEMEAL` comes as it does when a line is slow."""

    more: ClassVar[threading.Semaphore]  # of the last such page: released to have its next piece

    def do_GET(self) -> None:
        if not self.path.endswith(PIECEMEAL):
            super().do_GET()
            return
        folder = self.translate_path(self.path.removesuffix(PIECEMEAL))
        html = Path(folder, "index.html").read_bytes()
        Handler.more = more = threading.Semaphore(0)
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(html)))
        self.end_headers()
        for piece in _PIECES.split(html):
            self.wfile.write(piece)
            more.acquire(timeout=10)

    def translate_path(self, path: str) -> str:
        inside = path.startswith(MOUNT)
        return super().translate_path("/" + path.removeprefix(MOUNT) if inside else "/nowhere")

    def copyfile(self, source: Any, outputfile: Any) -> None:
        with suppress(ConnectionError):  # the browser went on to another page
            super().copyfile(source, outputfile)

    def log_message(self, *_: Any) -> None: ...


@pytest.fixture(scope="session")
def address(request: pytest.FixtureRequest, project: Path) -> Iterator[str]:
    """Where the site stands: built by each engine, or `plain`: by MkDocs without our search."""
    name = request.param
    given = settings.load(project / "mkdocs.yml", {"site": f"site-{name}"})
    report = build_site(given, "mkdocs" if name == "plain" else name, name != "plain", strict=True)
    assert report.problems == ()
    with ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(Handler, directory=str(given.site_folder))
    ) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}{MOUNT}"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; where it is missing these tests are skipped, but never in CI."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
    if found is None:
        if os.environ.get("CI") == "true":
            pytest.fail("chromium is not installed, and CI must have it")
        pytest.skip("chromium is not installed")
    with sync_playwright() as playwright:
        # Debian's Chromium has no sandbox for root, who runs CI.
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@dataclass
class Visit:
    """A page of the browser, and all that must not happen in it."""

    page: Page
    address: str
    console: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    def to(self, path: str = "") -> Page:
        self.page.goto(self.address + path)
        return self.page


def follow(link: Locator) -> None:
    """Click a link and wait for all of what it leads to: a page half read has other last lines."""
    with link.page.expect_navigation(wait_until="load"):
        link.click()


@pytest.fixture(scope="session")
def screen(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session")
def scheme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def _open(browser: Browser, address: str, **options: Any) -> Iterator[Visit]:
    context = browser.new_context(**options)
    visit = Visit(context.new_page(), address)
    host = address.removesuffix(MOUNT)

    def watch(route: Route) -> None:
        url = route.request.url
        if url.startswith((f"{host}/", "data:", "blob:")):
            route.continue_()
        else:
            visit.strangers.append(url)
            route.abort()

    context.route("**/*", watch)
    page = visit.page
    page.on("console", lambda m: visit.console.append(m.text) if m.type != "log" else None)
    page.on("pageerror", lambda error: visit.console.append(str(error)))
    page.on("response", lambda r: visit.missing.append(r.url) if r.status >= 400 else None)
    page.set_default_timeout(10_000)
    yield visit
    context.close()
    assert visit.console == []
    assert visit.strangers == []
    assert visit.missing == []


@pytest.fixture
def visit(browser: Browser, address: str, screen: str) -> Iterator[Visit]:
    """A visit on a wide and on a narrow screen; afterwards the console must be empty."""
    yield from _open(browser, address, viewport=SCREENS[screen])


@pytest.fixture
def wide(browser: Browser, address: str) -> Iterator[Visit]:
    """A visit on a wide screen."""
    yield from _open(browser, address, viewport=SCREENS["wide"])


@pytest.fixture
def coloured(browser: Browser, address: str, screen: str, scheme: str) -> Iterator[Visit]:
    """A visit on each screen in light and in dark."""
    yield from _open(browser, address, viewport=SCREENS[screen], color_scheme=scheme)


@pytest.fixture
def scriptless(browser: Browser, address: str) -> Iterator[Visit]:
    """A visit without JavaScript."""
    yield from _open(browser, address, java_script_enabled=False)


# What axe-core looks at: all that can be chosen with one engine, the extremes with the other.
COLOURED = [
    ("mkdocs", "wide", "light"),
    ("mkdocs", "wide", "dark"),
    ("mkdocs", "narrow", "light"),
    ("mkdocs", "narrow", "dark"),
    ("zensical", "wide", "light"),
    ("zensical", "narrow", "dark"),
]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Tests take the sites with our search, those with `plain` in their name the other."""
    if "coloured" in metafunc.fixturenames:
        names = "address", "screen", "scheme"
        metafunc.parametrize(names, COLOURED, indirect=True, scope="session")
    elif "address" in metafunc.fixturenames:
        plain = "plain" in metafunc.function.__name__
        engines = ["plain"] if plain else [*ENGINES]
        metafunc.parametrize("address", engines, indirect=True, scope="session")
    if "screen" in metafunc.fixturenames and "coloured" not in metafunc.fixturenames:
        metafunc.parametrize("screen", [*SCREENS], indirect=True)
