"""A search index in shards gives what one index gives."""

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from seedpress import settings
from seedpress.settings import SearchSettings
from seedpress.site import build_site
from seedpress.site.reading import digests, read
from seedpress.site.readings import Readings
from seedpress.site.sharding import make_index

from .conftest import MOUNT, Handler

ASSETS = Path(str(files("seedpress") / "assets" / "search"))

ASK = """async ([root, q, sort, chosen]) => {
  const { find } = await import(`${root}assets/search/find.js`);
  const { emptyState } = await import(`${root}assets/search/state.js`);
  const empty = emptyState();
  const state = { ...empty, q, sort, chosen: { ...empty.chosen, ...chosen } };
  const { hits, facets } = await find(new URL(root), state, "Article");
  const found = await Promise.all(hits.map((hit) => hit.data()));
  return { urls: found.map(({ url }) => url), facets };
}"""
ASKED: list[tuple[str, str, dict[str, list[str]]]] = [
    *(
        (words, "relevance", {})
        for words in (
            "ceasefire",
            "kyiv",
            "Kiev",  # as few spell it
            "the talks",
            "trump putin",
            "Volodymyr Zelenskyy",
            "marco rubio saudi arabia",
            "Donald J. Trump",
            "jeddah",
            "presid",  # the beginning of words
            "kie",  # also of those that only a title has, or what a name is also called
            "zelens",
            "co",
            "a",
            "ceasefires",
            "ceasefirexy",  # of no page, but for its beginning
            "xqzt ceasefire",
            "nothing at all of the kind",
            "zzzzqqq",
            '"thirty days"',
            '"ceasefire"',
            "!",
        )
    ),
    ("kyiv", "newest", {"kind": ["Article"]}),
    ("kyiv", "oldest", {}),
    ("", "relevance", {"entity": ["Russia"]}),
    ("talks", "relevance", {"entity": ["Russia"], "kind": ["Article"]}),
]


def built(project: Path, name: str, shard: int) -> settings.Settings:
    given = settings.load(project / "mkdocs.yml", {"site": name, "search": {"shard": shard}})
    assert given.search == SearchSettings(shard)
    build_site(given, strict=True)
    return given


@pytest.fixture
def sites(project: Path) -> Iterator[list[str]]:
    """The addresses of one site with its index in one, and in several shards."""
    servers = []
    for name, shard in (("site-one", 2000), ("site-many", 1)):
        folder = str(built(project, name, shard).site_folder)
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=folder))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
    yield [f"http://127.0.0.1:{server.server_address[1]}{MOUNT}" for server in servers]
    for server in servers:
        server.shutdown()
        server.server_close()


def test_the_same_is_found_in_the_same_order_in_one_index_and_in_shards(
    browser: Browser, sites: list[str], project: Path
) -> None:
    assert (project / "site-many" / "pagefind" / "3").is_dir()
    answers: list[list[dict[str, Any]]] = []
    for root, order in zip(sites, (1, -1), strict=True):  # nor does it matter what was asked before
        page = browser.new_page()
        page.goto(f"{root}about/")
        answers.append([page.evaluate(ASK, [root, *asked]) for asked in ASKED[::order]][::order])
        page.close()
    for asked, one, many in zip(ASKED, *answers, strict=True):
        assert one == many, asked
    found = {asked[:2]: many["urls"] for asked, many in zip(ASKED, answers[1], strict=True)}
    assert len(found["ceasefire", "relevance"]) > 10
    assert found["kyiv", "relevance"][0].endswith("/entities/kyiv/")
    assert found["Kiev", "relevance"][0].endswith("/entities/kyiv/")
    for words in ("ceasefirexy", "xqzt ceasefire"):
        assert {*found[words, "relevance"]} == {*found["ceasefire", "relevance"]}
    assert not found["zzzzqqq", "relevance"]
    newest, oldest = found["kyiv", "newest"], found["kyiv", "oldest"]
    assert len(newest) > 3
    for sort, urls in (("newest", newest), ("oldest", oldest)):
        days = [day_of(project / "site-many", url) for url in urls]
        assert days == sorted(days, reverse=sort == "newest")


def day_of(site: Path, url: str) -> str:
    """The day that an article's page tells; of another page nothing."""
    html = (site / url.removeprefix(MOUNT) / "index.html").read_text("utf-8")
    return html.partition("<p class=sp-byline")[2].partition("<time datetime=")[2][:10]


SPELT = '<html lang="fr"><title>{0}</title><main data-pagefind-body><h1>{0}</h1><p>{1}</p></html>'
COASTS = ("la côte du port", "la cote du port", "une carte de la côte", "de la cote", "du port")


def test_the_spelling_that_was_asked_for_comes_first(browser: Browser, tmp_path: Path) -> None:
    found = {f"p{n}/index.html": read(SPELT.format(n, text)) for n, text in enumerate(COASTS * 4)}
    for size, count in ((20, 1), (4, 8)):
        site = tmp_path / str(size)
        made, _ = make_index(digests(found), Readings(tmp_path / "r", found), site, "fr", size)
        assert len(made.shards) == count
        shutil.copytree(ASSETS, site / "assets" / "search")
        (site / "index.html").write_text('<!doctype html><html lang="fr"><title>x', "utf-8")
        with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site))) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            root = f"http://127.0.0.1:{server.server_address[1]}{MOUNT}"
            page = browser.new_page()
            page.goto(root)
            for word in ("côte", "cote"):
                urls = page.evaluate(ASK, [root, word, "relevance", {}])["urls"]
                numbers = [int(url.removeprefix(f"{MOUNT}p").rstrip("/")) for url in urls]
                spelt = [word in COASTS[number % len(COASTS)].split() for number in numbers]
                assert spelt == [True] * 8 + [False] * 8
            page.close()
            server.shutdown()
