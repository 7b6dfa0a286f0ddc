"""What is published holds what is exported, packed or plain, and tells the truth of itself."""

import gzip
import hashlib
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import BrokenExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from seedpress.errors import SeedpressError
from seedpress.exports import EXPORTS, READ_AS_THEY_ARE, export, publication
from seedpress.exports.begun import NOTHING, Before
from seedpress.exports.elsewhere import (
    COPIED,
    ELSEWHERE,
    Files,
    make,
    make_of_written,
)
from seedpress.exports.packing import unknown
from seedpress.exports.publication import Publication
from seedpress.exports.written import write_down
from seedpress.lots import Lots
from seedpress.model import Corpus, DataFile
from seedpress.settings import DataSettings, Settings

from .corpora import corpus

SITE = Settings(name="The quay", site_url="https://example.org/")
SMALL = replace(SITE, data=DataSettings(packed_above=1))


def published(settings: Settings, made: Corpus | None = None) -> dict[str, DataFile]:
    with Publication(made or corpus(), settings) as files:
        found = [*files.first(), *files.last()]
        assert [file.path for file in files.told if file.name in EXPORTS] == [
            file.path for name in EXPORTS for file in found if file.name == name
        ]
        assert sorted(file.path for file in files.told) == sorted(file.path for file in found)
    return {file.path: file for file in found}


def unpacked(file: DataFile) -> bytes:
    return gzip.decompress(file.data) if file.packed else file.data


def same(one: Iterable[DataFile], other: Iterable[DataFile]) -> bool:
    return {f.path: f.data for f in one} == {f.path: f.data for f in other}


def test_below_the_limit_and_without_one_it_is_what_is_exported() -> None:
    none = replace(SITE, data=DataSettings(packed_above=0))
    assert same(published(SITE).values(), export(corpus(), SITE))
    assert same(published(none).values(), export(corpus(), SITE))
    assert not any(file.packed for file in export(corpus(), SMALL))


def test_packed_files_hold_what_is_exported() -> None:
    plain = {file.path: file for file in export(corpus(), SMALL)}
    found = published(SMALL)
    packable = EXPORTS.keys() - set(READ_AS_THEY_ARE)
    rest = {"datapackage.json", "SHA256SUMS", *READ_AS_THEY_ARE}
    assert set(found) == {f"{name}.gz" for name in packable} | rest
    for file in found.values():
        if file.name in EXPORTS:
            assert unpacked(file) == plain[file.name].data
        assert (file.size, file.sha256) == (len(file.data), hashlib.sha256(file.data).hexdigest())
        assert file.about == plain[file.name].about
        assert file.tables == plain[file.name].tables
        if file.packed:
            assert file.unpacked == plain[file.name].size
            assert file.content == plain[file.name].sha256


def test_what_describes_them_tells_of_the_files_as_they_are() -> None:
    found = published(SMALL)
    package = json.loads(found["datapackage.json"].data)
    plain = {file.path: file.data for file in export(corpus(), SITE)}
    resources = {resource["path"]: resource for resource in package["resources"]}
    assert set(resources) == set(found) - {"datapackage.json", "SHA256SUMS"}
    for path, said in resources.items():
        assert said.get("compression") == ("gz" if path.endswith(".gz") else None)
        assert said["bytes"] == found[path].size
        assert said["hash"] == f"sha256:{found[path].sha256}"
        assert said["format"] == found[path].name.rpartition(".")[2]
    before = json.loads(plain["datapackage.json"])
    assert package["version"] == before["version"]
    assert [r["name"] for r in package["resources"]] == [r["name"] for r in before["resources"]]
    sums = dict(
        reversed(line.split("  ")) for line in found["SHA256SUMS"].data.decode().split("\n")[:-1]
    )
    assert sums == {path: file.sha256 for path, file in found.items() if path != "SHA256SUMS"}


def test_the_limit_is_passed_by_each_file_alone() -> None:
    sizes = {file.path: file.size for file in export(corpus(), SITE)}
    limit = sizes["corpus.sqlite"] - 1
    found = published(replace(SITE, data=DataSettings(packed_above=limit)))
    assert {path for path in found if path.endswith(".gz")} == {"corpus.sqlite.gz"}
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(unpacked(found["corpus.sqlite.gz"]))
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("SELECT count(*) FROM articles").fetchall() == [(2,)]


@pytest.mark.parametrize("made", [corpus(), Corpus((), (), ())])
@pytest.mark.parametrize("directories", [True, False])
@pytest.mark.parametrize("above", [0, 1])
def test_what_is_made_elsewhere_is_what_is_made_here(
    made: Corpus, directories: bool, above: int, tmp_path: Path
) -> None:
    site = replace(SITE, data=DataSettings(above), directory_urls=directories)
    write_down(made, site, tmp_path / "written")
    here = published(site, made)
    for names, there in (
        (COPIED, make((made, site, tmp_path, unknown, NOTHING, Lots(len(COPIED))))),
        (ELSEWHERE, make_of_written((tmp_path / "written", above))),
    ):
        assert tuple(there) == names
        for name, file in there.items():
            assert file.data == here[f"{name}.gz" if file.packed else name].data
    assert [path.name for path in tmp_path.iterdir()] == ["written"]


class Other:
    """Does at once, here, what another process is to do meanwhile."""

    def __init__(self, copied: bool, broken: bool = False) -> None:
        self.copied, self.broken = copied, broken
        self.begun: list[Any] = []
        self.ended = 0

    def start(self, work: Callable[[Any], Files], thing: Any) -> "Other":
        self.begun.append(thing)
        self.made = work(thing)
        return self

    def is_done(self) -> bool:
        return bool(self.ended)

    def result(self) -> Files:
        if self.broken:
            raise BrokenExecutor
        return self.made

    def end(self) -> None:
        self.ended += 1


@pytest.mark.parametrize("hurry", [True, False])
@pytest.mark.parametrize("copied", [True, False])
def test_many_files_may_be_made_elsewhere(
    monkeypatch: pytest.MonkeyPatch, copied: bool, hurry: bool
) -> None:
    monkeypatch.setattr(publication, "WORTH", 1)
    other = Other(copied)
    with Publication(corpus(), SMALL, beside=other, hurry=hurry) as files:
        assert not files.is_busy()
        found = [*files.first()]
        assert (len(other.begun), files.is_busy()) == (not hurry, not hurry)
        found += files.last()
    [task] = other.begun
    folder = task[2] if copied else task[0].parent
    assert (isinstance(task[0], Corpus), other.ended, folder.exists()) == (copied, 1, False)
    assert not files.is_busy()
    assert same(found, published(SMALL).values())


class Slow(Other):
    """Draws one file, and is not done with it before all others are drawn."""

    def start(self, work: Callable[[Any], Files], thing: Any) -> "Slow":
        *rest, lots = thing
        self.made = work((*rest, [next(iter(lots))]))
        self.begun.append([*self.made])
        return self


def test_what_the_other_does_not_draw_is_made_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publication, "WORTH", 1)
    other = Slow(copied=True)
    with Publication(corpus(), SMALL, beside=other) as files:
        found = [*files.first(), *files.last()]
    assert other.begun == [["corpus.sqlite"]]
    assert same(found, published(SMALL).values())


@pytest.mark.parametrize("kind", [Other, Slow])
def test_packed_files_may_be_laid_where_there_is_room(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: type[Other]
) -> None:
    monkeypatch.setattr(publication, "WORTH", 1)
    wanted, laid = published(SMALL), []
    before = Before(room=tmp_path)
    with Publication(corpus(), SMALL, beside=kind(copied=True), before=before) as files:
        for file in (*files.first(), *files.last()):
            same_but = replace(file, data=wanted[file.path].data, laid=None)
            assert same_but == wanted[file.path]
            if file.laid:
                laid.append(file.path)
                assert file.laid.file.read_bytes() == wanted[file.path].data
    assert {*laid} == {path for path, file in wanted.items() if file.packed}
    assert [*tmp_path.iterdir()] == []  # those that nobody has put in place


def test_a_process_that_was_ended_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publication, "WORTH", 1)
    with Publication(corpus(), SITE, beside=Other(copied=True, broken=True)) as files:
        list(files.first())
        with pytest.raises(SeedpressError, match="makes data files was ended from outside"):
            list(files.last())


def test_no_room_for_what_is_written_down_names_the_folder(tmp_path: Path) -> None:
    with pytest.raises(SeedpressError, match="corpus cannot be written down here"):
        write_down(corpus(), SITE, tmp_path / "missing" / "written")


SCRIPT = """
import hashlib
from tests.exports.test_publication import SMALL, published
for path, file in published(SMALL).items():
    print(path, hashlib.sha256(file.data).hexdigest())
"""


def test_packed_files_have_the_same_bytes_in_every_run() -> None:
    said = {
        subprocess.check_output(
            [sys.executable, "-c", SCRIPT],
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        for seed in ("1", "2")
    }
    assert len(said) == 1
