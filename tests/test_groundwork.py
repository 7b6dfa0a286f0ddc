"""Data files that were begun with beside the join are those that were not."""

import os
import shutil
import signal
import sys
from multiprocessing import active_children
from pathlib import Path

import pytest

from seedpress import groundwork, pipeline
from seedpress.beside import Beside
from seedpress.errors import SeedpressError
from seedpress.exports import database
from seedpress.groundwork import begun_beside
from seedpress.join import analyses_of
from seedpress.order import Order
from seedpress.settings import Settings

from .conftest import few_samples

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="nowhere else is a process copied")
PAGES = Order(jobs=2, pages_only=True)


@pytest.fixture
def corpus(tmp_path: Path) -> Settings:
    return few_samples(tmp_path / "c", 4)


@pytest.fixture
def worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even so little, and whatever threads the tests' runner has."""
    monkeypatch.setattr(groundwork, "WORTH", 1)
    monkeypatch.setattr(groundwork, "beside", lambda jobs: Beside(True) if jobs > 1 else None)


def published(settings: Settings, order: Order) -> dict[str, bytes]:
    shutil.rmtree(settings.docs_folder / "data", ignore_errors=True)
    pipeline.build(settings, order)
    data = settings.docs_folder / "data"
    return {file.name: file.read_bytes() for file in data.iterdir() if file.is_file()}


def test_a_build_that_began_makes_the_same(
    corpus: Settings, monkeypatch: pytest.MonkeyPatch, worth_it: None
) -> None:
    whole = published(corpus, Order(pages_only=True))
    monkeypatch.setattr(database, "shaped_of", None)  # makes all of it at once
    assert published(corpus, Order(jobs=2, pages_only=True, fresh=True)) == whole
    assert active_children() == []


def test_one_that_was_ended_from_outside_is_done_without(
    corpus: Settings, monkeypatch: pytest.MonkeyPatch, worth_it: None
) -> None:
    whole = published(corpus, Order(pages_only=True))
    monkeypatch.setattr(groundwork, "begin", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    assert published(corpus, Order(jobs=2, pages_only=True, fresh=True)) == whole


def test_no_room_there_is_told(
    corpus: Settings, monkeypatch: pytest.MonkeyPatch, worth_it: None
) -> None:
    def full(*_given: object) -> None:
        raise SeedpressError("no room")

    monkeypatch.setattr(groundwork, "begin", full)
    with pytest.raises(SeedpressError, match="no room"):
        pipeline.build(corpus, PAGES)


@pytest.mark.parametrize("case", ["one job", "few articles", "not to be copied"])
def test_where_it_is_not_worth_it_nothing_is_begun(
    corpus: Settings, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    monkeypatch.setattr(groundwork, "WORTH", 99 if case == "few articles" else 1)
    copied = case != "not to be copied"
    monkeypatch.setattr(groundwork, "beside", lambda jobs: Beside(copied) if jobs > 1 else None)
    gathered = analyses_of(corpus, Order())
    known = gathered.analyses, gathered.origins
    with begun_beside(known, 1, corpus, 1 if case == "one job" else 2) as begun:
        assert begun() is None
        assert active_children() == []
