"""Whoever does a piece of work, this process or a copy of it: the same comes out."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from seedpress.beside import Beside
from seedpress.site import sharding
from seedpress.site.engines import UnfitError
from seedpress.site.reading import digests, read
from seedpress.site.readings import Readings
from seedpress.site.sharding import make_index
from seedpress.site.shared import shared

from .conftest import tree
from .test_indexing import pages as made

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="nowhere else is a process copied")
COPIED = Beside(copied=True)


def test_each_piece_is_made_whoever_makes_it() -> None:
    here = os.getpid()
    assert shared(COPIED, 9, lambda number: number * 2) == [number * 2 for number in range(9)]

    class AllThere:
        """A place whose process has done everything before this one begins."""

        copied = True

        def start(self, work: Callable[[Any], Any], thing: Any) -> Any:
            running = COPIED.start(work, thing)
            while not running._answer.poll():
                pass
            return running

    assert here not in shared(AllThere(), 9, lambda _number: os.getpid())


def test_what_a_copy_leaves_that_dies_is_made_here() -> None:
    here = os.getpid()

    def deadly(number: int) -> int:
        if os.getpid() != here:
            os._exit(3)
        return number

    assert shared(COPIED, 9, deadly) == [*range(9)]


def test_what_is_raised_here_or_there_is_raised() -> None:
    def unfit(_number: int) -> int:
        raise UnfitError("no")

    with pytest.raises(UnfitError, match="no"):
        shared(COPIED, 9, unfit)


def test_shards_that_stand_are_mended_by_two(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = {path: read(html) for path, html in made(24).items()}
    folder, site, into = tmp_path / "readings", tmp_path / "one", tmp_path / "three"
    first, _ = make_index(digests(found), Readings(folder, found), site, "en", 8)
    new = {path: read(html.replace("tide", "moon")) for path, html in made(24).items()}
    few = {path: new[path] for path in sorted(new)[::5]}
    every = found | few
    whole, _ = make_index(digests(every), Readings(tmp_path, every), tmp_path / "two", "en", 8)
    monkeypatch.setattr(sharding, "ThreadPoolExecutor", None)
    part = Readings(folder, few)
    second, gone = make_index(digests(every), part, into, "en", 8, first, site, lambda: COPIED)
    assert second == whole
    assert sum(a != b for a, b in zip(first.shards, second.shards, strict=True)) > 1
    left = {path: data for path, data in tree(site).items() if path not in gone}
    assert left | tree(into) == tree(tmp_path / "two")
    for kind in ("facets", "pages"):
        kept = {file.name: file.read_bytes() for file in folder.glob(f"*.{kind}")}
        assert kept == {file.name: file.read_bytes() for file in tmp_path.glob(f"*.{kind}")}
