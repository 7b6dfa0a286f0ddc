"""Addresses stay: what other seeds there are, and in which order they come, moves no page."""

import json
import os
import shutil
from pathlib import Path

import pytest

from seedpress import join, pipeline
from seedpress.pipeline import Order
from seedpress.settings import Settings

from .conftest import few_samples

TRUCE = "Truce holds\n\nThe truce held in Kursk on Monday, said Anna Lind of Norden Bank.\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Settings:
    return few_samples(tmp_path / "c", 8)


def addresses(corpus: Settings) -> dict[str, str]:
    """The address of each seed's article."""
    return {entry.seed: entry.slug for entry in join.inspect(corpus, Order()).entries}


def test_seeds_that_come_and_go_move_no_other(corpus: Settings) -> None:
    before = addresses(corpus)
    first, *rest = sorted(before)
    seeds = corpus.seeds_folder
    (seeds / "a-before-all.txt").write_text(TRUCE, "utf-8")
    (seeds / "zz" / "deep").mkdir(parents=True)
    (seeds / "zz" / "deep" / "after-all.txt").write_text(TRUCE, "utf-8")
    (seeds / first).unlink()
    after = addresses(corpus)
    assert {seed: after[seed] for seed in rest} == {seed: before[seed] for seed in rest}
    equal = {after["a-before-all.txt"], after["zz/deep/after-all.txt"]}
    assert len(equal) == 2
    assert all(slug.startswith("truce-holds-") for slug in equal)


def test_records_with_ids_may_change_places(corpus: Settings) -> None:
    records = [
        json.dumps({"id": f"r{n}", "title": "One title", "text": f"Day {n} in Kursk was quiet."})
        for n in range(4)
    ]
    file = corpus.seeds_folder / "records.jsonl"

    def found(order: list[str]) -> dict[str, str]:
        file.write_text("\n".join(order) + "\n", "utf-8")
        entries = join.inspect(corpus, Order()).entries
        return {e.article.text: e.slug for e in entries if e.seed.startswith("records")}

    before = found(records)
    assert len(set(before.values())) == 4
    assert found(records[::-1]) == before
    assert found(records[2:]).items() <= before.items()


def test_nothing_depends_on_the_order_of_the_file_system(
    corpus: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def written() -> dict[str, bytes]:
        pipeline.build(corpus, Order(pages_only=True, fresh=True))
        found = {p: p.read_bytes() for p in corpus.docs_folder.rglob("*") if p.is_file()}
        (corpus.docs_folder / "about.md").rename(corpus.root / "about.md")
        shutil.rmtree(corpus.docs_folder)
        corpus.docs_folder.mkdir()
        (corpus.root / "about.md").rename(corpus.docs_folder / "about.md")
        return {path.relative_to(corpus.docs_folder).as_posix(): d for path, d in found.items()}

    before = written()
    scan, listed, entries = os.scandir, os.listdir, Path.iterdir

    class Backwards:
        """A folder read from its other end."""

        def __init__(self, *arguments: object) -> None:
            with scan(*arguments) as found:
                self.found = iter(sorted(found, key=lambda entry: entry.name, reverse=True))

        def __enter__(self) -> "Backwards":
            return self

        def __exit__(self, *_: object) -> None: ...

        def __iter__(self) -> "Backwards":
            return self

        def __next__(self) -> "os.DirEntry[str]":
            return next(self.found)

        def close(self) -> None: ...

    monkeypatch.setattr(os, "scandir", Backwards)
    monkeypatch.setattr(os, "listdir", lambda *a: sorted(listed(*a), reverse=True))
    monkeypatch.setattr(Path, "iterdir", lambda self: iter(sorted(entries(self), reverse=True)))
    assert written() == before
