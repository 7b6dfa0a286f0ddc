"""The server of `serve`: files of the site below its path, pages with a script, nothing else."""

import json
import threading
import urllib.request
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from seedpress.serve.news import News
from seedpress.serve.web import Server
from seedpress.settings import Settings


@pytest.fixture
def news() -> News:
    return News()


@pytest.fixture
def address(tmp_path: Path, news: News) -> Iterator[str]:
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    site = tmp_path / "site"
    (site / "about").mkdir(parents=True)
    (site / "about" / "index.html").write_text("<html><body><p>café</p></body></html>", "utf-8")
    (site / "data.json").write_text("{}", "utf-8")
    settings = Settings(root=tmp_path, site_url="https://example.org/deep/down/")
    with Server(settings, news, "127.0.0.1", 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.address
        news.close()
        server.shutdown()


def get(address: str) -> tuple[int, str, str]:
    """Status, type and text of an answer, without following redirects."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc, timeout=5)
    try:
        connection.request("GET", parts.path)
        answer = connection.getresponse()
        text = answer.read().decode()
        return answer.status, answer.headers.get("Content-Type", ""), text
    finally:
        connection.close()


def test_a_page_gets_the_script_and_other_files_do_not(address: str) -> None:
    status, kind, text = get(f"{address}about/")
    assert (status, kind) == (200, "text/html; charset=utf-8")
    assert '<p>café</p><script src="/__seedpress/reload.js?' in text
    assert text.endswith("defer></script></body></html>")
    assert get(f"{address}data.json") == (200, "application/json", "{}")


def test_the_script_is_served_from_the_root(address: str) -> None:
    root = address.removesuffix("/deep/down/")
    status, kind, text = get(f"{root}/__seedpress/reload.js")
    assert (status, kind) == (200, "text/javascript; charset=utf-8")
    assert "EventSource" in text


def test_addresses_outside_lead_to_the_site(address: str) -> None:
    root = address.removesuffix("/deep/down/")
    for path in ("/", "/deep", "/secret.txt"):
        assert get(root + path)[0] == 302
    with urllib.request.urlopen(f"{root}/deep/down/about/") as answer:  # noqa: S310 - our own
        assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "path",
    ["../secret.txt", "%2e%2e/secret.txt", "..%2fsecret.txt", "about/../../secret.txt", "about/x"],
)
def test_nothing_but_the_site_is_served(address: str, path: str) -> None:
    status, _, text = get(f"{address}{path}")
    assert status in {302, 404}
    assert "secret" not in text


def test_folders_are_not_listed(address: str) -> None:
    status, _, text = get(address)
    assert status == 404
    assert "data.json" not in text


def test_before_the_first_build_the_error_is_shown_as_text(address: str, news: News) -> None:
    news.tell("articles/<b>.txt: no")
    status, _, text = get(address)
    assert status == 404
    assert "articles/&lt;b&gt;.txt: no" in text
    assert "reload.js" in text


def test_news_comes_as_it_happens(address: str, news: News) -> None:
    root = address.removesuffix("/deep/down/")
    with urllib.request.urlopen(f"{root}/__seedpress/news", timeout=5) as stream:  # noqa: S310
        first = stream.readline()
        assert stream.readline() == b"\n"
        news.tell("bad seed")
        second = stream.readline()
        assert stream.readline() == b"\n"
        news.tell("")
        third = stream.readline()
    assert b'"error": ""' in first
    assert b'"error": "bad seed"' in second
    version = [line.split(b'"version": ')[1].split(b",")[0] for line in (first, second, third)]
    assert version[0] == version[1] != version[2]


def test_a_browser_that_goes_away_is_no_fault(
    address: str, news: News, capfd: pytest.CaptureFixture[str]
) -> None:
    root = address.removesuffix("/deep/down/")
    with urllib.request.urlopen(f"{root}/__seedpress/news", timeout=5) as stream:  # noqa: S310
        stream.readline()
    for _ in range(3):  # the first word to a closed connection is still taken
        news.tell("bad seed")
        assert get(f"{address}about/")[0] == 200
    assert capfd.readouterr().err == ""


def test_whether_the_search_is_behind_the_pages_is_told_until_it_is_not() -> None:
    news = News()
    told = []
    for tell in (
        lambda: news.tell(""),
        lambda: news.tell("", behind=True),
        lambda: news.tell("bad seed"),
        news.catch_up,
        lambda: news.tell("", behind=True),
        lambda: news.tell(""),
    ):
        tell()
        told.append(json.loads(news.message()))
    assert [each["behind"] for each in told] == [False, True, True, False, True, False]
    versions = [each["version"] for each in told]
    assert versions[1] == versions[2] == versions[3] != versions[4]
