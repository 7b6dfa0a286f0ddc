"""What was packed before is taken from the file in which it stands, if nobody touched that."""

import gzip
from dataclasses import replace
from pathlib import Path

import pytest

from seedpress import last_packed, pipeline
from seedpress.exports import packing
from seedpress.exports.publication import Publication
from seedpress.last_packed import MEMORY, LastPacked
from seedpress.model import Page
from seedpress.names import data_path
from seedpress.pipeline import Order
from seedpress.settings import DataSettings, Settings, load
from seedpress.write import Written, write

from .conftest import ROOT, project
from .exports.corpora import corpus

FILE = "articles.jsonl.gz"


@pytest.fixture
def given(tmp_path: Path) -> Settings:
    (tmp_path / ".seedpress").mkdir()
    return Settings(root=tmp_path, data=DataSettings(packed_above=1))


def publish(given: Settings, lines_by: str = "") -> tuple[Written, int]:
    """Publish the data files; what was written, and how many members had to be packed."""
    last, packed = LastPacked(given, lines_by), []

    def known(digest: bytes) -> bytes | None:
        found = last.get(digest)
        if found is None:
            packed.append(digest)
        return found

    with Publication(corpus(), given, known) as files:
        made = [*files.first(), *files.last()]
    written = write((Page(data_path(file.path), file.data) for file in made), given.docs_folder)
    last.remember(made, written)
    return written, len(packed)


def test_nothing_is_packed_twice(given: Settings) -> None:
    assert publish(given)[1] == 9
    written, packed = publish(given)
    assert packed == 0
    assert written.changed == written.new == ()


@pytest.mark.parametrize("what", ["file", "bytes", "memory", "other", "programs", "forgotten"])
def test_what_is_not_as_it_was_left_is_packed_again(
    given: Settings, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(given)
    file, memory = given.docs_folder / "data" / FILE, given.root / MEMORY
    right = file.read_bytes()
    if what == "file":
        file.unlink()
    elif what == "bytes":
        file.write_bytes(bytes(len(right)))
    elif what == "memory":
        memory.unlink()
    elif what == "other":
        memory.write_bytes(b"\xc1 no such thing")
    elif what == "forgotten":
        last_packed.forget(given)
        assert not memory.exists()
    else:
        monkeypatch.setattr(last_packed, "MADE_BY", "another libdeflate")
    assert publish(given)[1] == (1 if what in ("file", "bytes") else 9)
    assert file.read_bytes() == right
    assert publish(given)[1] == 0


def test_lines_stand_for_those_who_would_make_the_same(given: Settings) -> None:
    publish(given, "us")
    us = LastPacked(given, "us")
    stood = us.standing("articles.jsonl")
    assert stood
    assert stood.keys
    for other in ("others", ""):
        assert LastPacked(given, other).standing("articles.jsonl") is None
    publish(given)
    assert LastPacked(given, "").standing("articles.jsonl") is None


def test_a_file_of_the_publishers_own_is_no_memory(given: Settings) -> None:
    own = given.docs_folder / "data" / FILE
    own.parent.mkdir(parents=True)
    own.write_bytes(packing.pack(b"mine"))
    assert publish(given)[1] == publish(given)[1] + 8 == 9
    assert gzip.decompress(own.read_bytes()) == b"mine"


def test_after_changes_a_corpus_with_packed_files_is_one_built_from_nothing(tmp_path: Path) -> None:
    made = project(tmp_path / "c")
    for seed in sorted((ROOT / "seeds").glob("*.txt"))[:4]:
        (made.root / "seeds" / seed.name).write_bytes(seed.read_bytes())
    config = load(made.root / "mkdocs.yml")
    packed = replace(config, data=DataSettings(packed_above=1))
    added = made.root / "seeds" / "added.txt"
    added.write_text("Snow\n\nSnow fell in Kyiv on Monday, said Volodymyr Zelenskyy.\n")
    for settings, suffix, other in ((packed, ".gz", ""), (config, "", ".gz"), (packed, ".gz", "")):
        added.write_text(f"{added.read_text()}\nMore fell in Moscow.\n")
        pipeline.build(settings, Order(pages_only=True))
        in_part = files(made.docs / "data")
        assert f"articles.jsonl{suffix}" in in_part
        assert f"articles.jsonl{other}" not in in_part
        assert f'"articles.jsonl{suffix}"' in in_part["datapackage.json"].decode()
        pipeline.build(settings, Order(pages_only=True, fresh=True))
        assert files(made.docs / "data") == in_part


def files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}
