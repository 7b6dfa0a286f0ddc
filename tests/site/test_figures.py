"""What a browser is told of each shard, to put results of several in order."""

import json
from pathlib import Path

import pytest

from seedpress.site.figures import Figures, figures_of, using_program
from seedpress.site.indexing import ENTRY, index
from seedpress.site.reading import digests, read
from seedpress.site.readings import Readings
from seedpress.site.sharding import LISTING, Index, make_index

from .test_indexing import pages

PAGE = "<html><body><main data-pagefind-body><p>{}</p></main></body></html>"


def test_pages_words_and_first_words_are_counted() -> None:
    given = {"a/index.html": PAGE.format("one two"), "b/index.html": PAGE.format("two six ten")}
    assert figures_of(index(given.items(), "en")) == Figures(2, 5, ("one",))


def made(found: dict[str, str], into: Path, kept: Index | None = None) -> Index:
    readings = {path: read(html) for path, html in found.items()}
    given = Readings(into / "readings", readings)
    return make_index(digests(readings), given, into, "en", 8, kept)[0]


def test_a_shard_that_is_kept_keeps_its_figures(tmp_path: Path) -> None:
    found = pages(24)
    first = made(found, tmp_path / "one")
    listed = json.loads((tmp_path / "one" / LISTING).read_text("utf-8"))["shards"]
    assert [shard["pages"] for shard in listed] == [of.pages for of in first.figures]
    assert sum(of.pages for of in first.figures) == 24
    longer = found | {"p7/index.html": found["p7/index.html"].replace("tide", "high tide")}
    second = made(longer, tmp_path / "two", first)
    assert second.figures == made(longer, tmp_path / "three").figures
    differ = [a != b for a, b in zip(first.figures, second.figures, strict=True)]
    assert differ.count(True) == 1
    assert sum(of.words for of in second.figures) == sum(of.words for of in first.figures) + 1


def test_an_index_remembered_without_figures_is_made_again(tmp_path: Path) -> None:
    first = made(pages(24), tmp_path / "one")
    old = Index(first.read, first.shards)
    assert made(pages(24), tmp_path / "two", old) == first


@pytest.mark.parametrize(
    ("given", "program"),
    [("en", "/../../wasm.en"), (None, "/../../wasm.unknown")],
)
def test_further_shards_take_the_program_of_the_first(given: str | None, program: str) -> None:
    entry = {"languages": {"en": {"hash": "en_1", "wasm": given}}, "version": "1"}
    files = {ENTRY: json.dumps(entry).encode(), "other": b""}
    told = using_program(files)
    assert json.loads(told[ENTRY])["languages"]["en"] == {"hash": "en_1", "wasm": program}
    assert told["other"] == b""
