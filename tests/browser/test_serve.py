"""`seedpress serve` with a page open: a saved seed appears, a fault is shown and goes away."""

import shutil
import signal
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from seedpress import settings
from seedpress.serve.news import News
from seedpress.serve.web import Server
from seedpress.site import build_site

from ..conftest import ROOT, SEEDPRESS

SEED = "Quiet Day at the Lighthouse\n\nThe keeper counted {count} ships before noon on Monday.\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "docs").mkdir()
    shutil.copy(ROOT / "docs" / "about.md", tmp_path / "docs")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "seeds" / "keeper.txt").write_text(SEED.format(count="seven"), "utf-8")
    return tmp_path


@pytest.fixture
def server(corpus: Path) -> Iterator[subprocess.Popen[str]]:
    command = [SEEDPRESS, "serve", "--port", "0", "--jobs", "1"]
    with subprocess.Popen(command, cwd=corpus, stdout=subprocess.PIPE, text=True) as process:
        yield process
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=20)


def test_a_saved_seed_is_on_the_screen_and_a_fault_is_told(
    browser: Browser, corpus: Path, server: subprocess.Popen[str]
) -> None:
    assert server.stdout
    address = next(line.split()[1] for line in server.stdout if line.startswith("serving "))
    page = browser.new_page()
    page.set_default_timeout(30_000)
    page.goto(address)
    page.get_by_role("link", name="Quiet Day at the Lighthouse").first.click()
    text = page.locator(".md-content")
    expect(text).to_contain_text("counted seven ships", timeout=30_000)

    seed = corpus / "seeds" / "keeper.txt"
    seed.write_text(SEED.format(count="nine"), "utf-8")
    expect(text).to_contain_text("counted nine ships", timeout=30_000)

    config = corpus / "mkdocs.yml"
    good = config.read_text("utf-8")
    config.write_text(good.replace("seedpress: {", "seedpress: {nonsense: 1"), "utf-8")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("unknown setting `nonsense`", timeout=30_000)
    expect(text).to_contain_text("counted nine ships", timeout=30_000)

    config.write_text(good, "utf-8")
    expect(alert).to_have_count(0, timeout=30_000)
    page.close()
    server.send_signal(signal.SIGINT)
    assert server.wait(20) == 0


@pytest.fixture
def served(project: Path) -> Iterator[tuple[str, News]]:
    """The address of a site that is served, and what its pages are told."""
    given = settings.load(project / "mkdocs.yml", {"site": "site-served"})
    build_site(given)
    news = News()
    server = Server(given, news, "127.0.0.1", 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.address, news
    news.close()
    server.shutdown()
    server.server_close()


def test_the_data_page_says_that_its_files_come_after_the_pages(
    browser: Browser, served: tuple[str, News]
) -> None:
    address, news = served
    page = browser.new_page()
    page.goto(f"{address}data/")
    line = page.get_by_role("status").filter(has_text="The data files")
    news.tell("", behind=True)
    expect(line).to_contain_text("still being made")
    news.catch_up()
    expect(line).to_contain_text("load the page anew")
    page.reload()
    expect(page.get_by_role("heading", name="Data", exact=True)).to_be_visible()
    expect(line).to_have_count(0)
    page.close()


def test_the_search_says_that_its_index_comes_after_the_pages(
    browser: Browser, served: tuple[str, News]
) -> None:
    address, news = served
    page = browser.new_page()
    page.goto(f"{address}about/")
    line = page.get_by_text("The search index")
    news.tell("", behind=True)
    page.wait_for_function("performance.getEntriesByType('navigation')[0].type === 'reload'")
    page.wait_for_load_state()  # before that nobody listens to the key
    page.keyboard.press("/")
    expect(line).to_contain_text("still being made")
    expect(line).to_have_count(1)
    news.catch_up()
    expect(line).to_contain_text("load the page anew")
    page.reload()
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_visible()
    expect(line).to_have_count(0)
    page.close()
