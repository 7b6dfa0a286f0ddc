"""Who got ready for the site while pages were made makes the same site, or leaves it to others."""

import multiprocessing
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from urllib.parse import unquote

import pytest

from seedpress import ahead, pipeline, site
from seedpress.ahead import getting_ready
from seedpress.beside import Beside
from seedpress.errors import SiteError
from seedpress.exports.publication import Publication
from seedpress.model import DataFile
from seedpress.order import Order
from seedpress.settings import Settings, load
from seedpress.site import build_site, part
from seedpress.site.engines import UnfitError
from seedpress.site.standing import forget
from seedpress.site.wanted import PAGES_STAND, SOME_STAND

from .conftest import ROOT, project
from .test_site_in_part import tree

SAMPLES = sorted((ROOT / "seeds").glob("*.txt"))[:3]
HARBOUR = "The harbour\n\nPublished: March 12, 2025\n\nTrump met Zelenskyy in Kyiv on Monday.\n"
MANY = Order(jobs=2)


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A corpus with a site and a new seed, where getting ready is worth it."""
    monkeypatch.setattr(ahead, "WORTH", 1)
    made = project(tmp_path / "c")
    for seed in SAMPLES:
        shutil.copyfile(seed, made.root / "seeds" / seed.name)
    settings = load(made.root / "mkdocs.yml")
    pipeline.build(settings, Order())
    (made.root / "seeds" / "harbour.txt").write_text(HARBOUR, "utf-8")
    return settings


def whole(settings: Settings) -> dict[str, bytes]:
    """The site as it is made from nothing."""
    forget(settings)
    build_site(settings)
    return tree(settings.site_folder)


def never(*_given: object, **_named: object) -> None:
    raise AssertionError("the site is made in this process")


def test_who_reads_seeds_does_not_load_what_makes_a_site() -> None:
    loaded = "import sys, seedpress.pipeline; print('seedpress.site' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", loaded], check=True, capture_output=True)
    assert done.stdout.strip() == b"False"


def test_who_got_ready_makes_the_site(corpus: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "_made_here", never)
    assert pipeline.build(corpus, MANY).site == "the pages that had changed"
    assert multiprocessing.active_children() == []
    assert tree(corpus.site_folder) == whole(corpus)


def test_a_data_file_that_changes_its_name_comes_late_too(corpus: Settings) -> None:
    size = (corpus.docs_folder / "data" / "articles.csv").stat().st_size
    config = corpus.root / "mkdocs.yml"
    text = config.read_text("utf-8")
    packed = f"seedpress:\n    data:\n      packed_above: {size}\n"
    config.write_text(text.replace("seedpress: {}\n", packed), "utf-8")
    harbour = corpus.root / "seeds" / "harbour.txt"
    harbour.unlink()
    pipeline.build(load(config), Order())
    assert not (corpus.docs_folder / "data" / "articles.csv.gz").exists()
    harbour.write_text(HARBOUR, "utf-8")
    settings = load(config)
    assert pipeline.build(settings, MANY).site == "the pages that had changed"
    assert (corpus.site_folder / "data" / "articles.csv.gz").exists()
    assert not (corpus.site_folder / "data" / "articles.csv").exists()
    assert tree(corpus.site_folder) == whole(settings)


def test_a_build_that_ends_before_its_data_files_is_put_right(
    corpus: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: object) -> Iterator[DataFile]:
        raise OSError("the disk is full")

    before = tree(corpus.site_folder)
    with monkeypatch.context() as patched:
        patched.setattr(Publication, "last", full)
        with pytest.raises(OSError, match="full"):
            pipeline.build(corpus, MANY)
    assert multiprocessing.active_children() == []
    assert tree(corpus.site_folder) == before
    assert pipeline.build(corpus, MANY).site == "the pages that had changed"
    assert tree(corpus.site_folder) == whole(corpus)


SHOWN = f"the harbour stands: {SOME_STAND}\nthe harbour stands: {PAGES_STAND}\n"


def no_link_is_dead(site: Path) -> bool:
    for page in site.rglob("*/index.html"):
        for link in re.findall(r'<a [^>]*?href="?([^">#? ]+)', page.read_text("utf-8")):
            target = page.parent / unquote(link)
            if "://" not in link and not (target / "index.html").is_file() and not target.is_file():
                return False
    return True


def note_what_stands(corpus: Settings, said: str) -> None:
    """What is done when pages are shown, in whatever process."""
    stands = any(corpus.site_folder.glob("articles/the-harbour*/index.html")) and no_link_is_dead(
        corpus.site_folder
    )
    with (corpus.root / "seen").open("a") as noted:
        noted.write(f"{'the harbour' if stands else 'nothing new'} stands: {said}\n")


def seen(corpus: Settings) -> str:
    return (corpus.root / "seen").read_text()


def test_pages_are_shown_before_the_rest(corpus: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "_made_here", never)
    order = replace(MANY, shown=partial(note_what_stands, corpus))
    assert pipeline.build(corpus, order).site == "the pages that had changed"
    assert seen(corpus) == SHOWN
    assert tree(corpus.site_folder) == whole(corpus)


LINUX = pytest.mark.skipif(sys.platform != "linux", reason="nowhere else is a process copied")


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is patched here is patched there."""
    monkeypatch.setattr(ahead, "beside", lambda _jobs: Beside(copied=True))


@LINUX
@pytest.mark.usefixtures("copied")
def test_where_it_is_ended_the_site_is_made_here(
    corpus: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site, "get_ready", lambda *_: os._exit(3))
    made = pipeline.build(corpus, MANY).site
    assert made.startswith("the pages that had changed; the process that began with it was ended")
    assert tree(corpus.site_folder) == whole(corpus)


@LINUX
@pytest.mark.usefixtures("copied")
def test_what_was_shown_and_cannot_be_finished_is_made_as_a_whole(
    corpus: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unfit(*_: object) -> None:
        raise UnfitError("something else came")

    monkeypatch.setattr(part, "add", unfit)
    order = replace(MANY, shown=partial(note_what_stands, corpus))
    assert pipeline.build(corpus, order).site.startswith("the whole site")
    assert seen(corpus) == SHOWN
    assert tree(corpus.site_folder) == whole(corpus)
    assert pipeline.build(corpus, Order()).site == "nothing, the site is as it was"


@LINUX
@pytest.mark.usefixtures("copied")
def test_what_it_raises_is_told(corpus: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise SiteError("mkdocs: no theme")

    before = tree(corpus.site_folder)
    monkeypatch.setattr(site, "get_ready", fail)
    with pytest.raises(SiteError, match="no theme"):
        pipeline.build(corpus, MANY)
    assert tree(corpus.site_folder) == before


def test_it_ends_with_a_build_that_fails(corpus: Settings) -> None:
    with pytest.raises(OSError, match="full"), getting_ready(corpus, MANY, True):
        raise OSError("the disk is full")
    assert multiprocessing.active_children() == []


NOT_WORTH: dict[str, Callable[[Order], tuple[Order, bool]]] = {
    "nothing is made": lambda order: (order, False),
    "one process": lambda order: (replace(order, jobs=1), True),
    "fresh": lambda order: (replace(order, fresh=True), True),
    "no site": lambda order: (replace(order, pages_only=True), True),
}


@pytest.mark.parametrize("case", NOT_WORTH)
def test_nobody_gets_ready_where_it_is_not_worth_it(case: str, corpus: Settings) -> None:
    order, follow = NOT_WORTH[case](MANY)
    with getting_ready(corpus, order, follow) as ready:
        assert ready is None
    forget(corpus)
    with getting_ready(corpus, MANY, True) as ready:
        assert ready is None
