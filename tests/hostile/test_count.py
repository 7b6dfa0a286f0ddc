"""Seeds in are pages out and problems told, and every word that went in can be read there.

Folders of files of many formats, whatever stands in them: each file and each record is an article
with a page or a problem with its name, or its table's, and each marked word is on that page.
"""

import csv
import io
import json
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from seedpress import join
from seedpress.names import seed_name
from seedpress.pages import render
from seedpress.pipeline import Order
from seedpress.settings import Settings
from tests.hostile.test_whole_way import LINES, PAYLOADS, SIGNS, WORDS

PIECES = st.one_of(PAYLOADS, WORDS, SIGNS, LINES)
PARAGRAPHS = st.lists(st.tuples(PIECES, PIECES), min_size=1, max_size=4)
KINDS = st.sampled_from(("txt", "md", "jsonl", "csv", "zip"))
FOLDERS = st.lists(st.tuples(KINDS, st.lists(PARAGRAPHS, min_size=1, max_size=3)), max_size=4)


@dataclass(frozen=True)
class Unit:
    """One article that was put in: what a problem would call it, and its marked words."""

    name: str
    words: tuple[str, ...]


def written(folder: Path, files: list[tuple[str, list[list[tuple[str, str]]]]]) -> Iterator[Unit]:
    """Write files of articles, and say what was put in."""
    numbers = count(1)
    for place, (kind, articles) in enumerate(files):
        texts, marks = [], []
        for paragraphs in articles:
            own = tuple(f"zq{next(numbers)}vx" for _ in paragraphs)
            told = zip(paragraphs, own, strict=True)
            texts.append("\n\n".join(f"{a}\n\n{word} {b}" for (a, b), word in told))
            marks.append(own)
        yield from _write(folder, kind, place, texts, marks)


def _write(
    folder: Path, kind: str, place: int, texts: list[str], marks: list[tuple[str, ...]]
) -> Iterator[Unit]:
    name = f"f{place}.{kind}"
    data = [text.encode("utf-8", "surrogatepass") for text in texts]
    many = [Unit(seed_name(name, n), own) for n, own in enumerate(marks, 1)]
    if kind == "jsonl":
        lines = [json.dumps({"title": f"Record {n}", "text": t}) for n, t in enumerate(texts)]
        (folder / name).write_text("\n".join(lines), "utf-8")
        yield from many
    elif kind == "csv":
        table = io.StringIO(newline="")
        csv.writer(table).writerows([("title", "text"), *(("A row", text) for text in texts)])
        (folder / name).write_bytes(table.getvalue().encode("utf-8", "replace"))
        yield from many
    elif kind == "zip":
        with zipfile.ZipFile(folder / name, "w") as pack:
            for n, one in enumerate(data):
                pack.writestr(f"{n}.txt", one)
        yield from (Unit(f"{name}/{n}.txt", own) for n, own in enumerate(marks))
    else:
        (folder / name).write_bytes(data[0])
        yield Unit(name, marks[0])


@settings(max_examples=40, deadline=None)
@given(FOLDERS)
@example([("csv", [[("a text", "\0")]])])  # of so few letters that one NUL makes it binary data
def test_seeds_in_are_pages_out_and_problems(
    files: list[tuple[str, list[list[tuple[str, str]]]]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "seeds").mkdir()
        units = list(written(root / "seeds", files))
        corpus = join.inspect(Settings(root=root), Order(jobs=1))
        pages = {page.path: str(page.data) for page in render(corpus, Settings(root=root))}
    entries = {entry.seed: entry for entry in corpus.entries}
    assert len(entries) == len(corpus.entries)
    assert entries.keys() <= {unit.name for unit in units}
    told = {problem.seed for problem in corpus.problems}
    for unit in units:
        entry = entries.get(unit.name)
        if entry is None:  # a table that is not text is told of as a whole
            assert unit.name in told or unit.name.partition("#")[0] in told, unit
            continue
        page = pages[f"articles/{entry.slug}.md"]
        missing = [word for word in unit.words if word not in page]
        assert not missing or unit.name in told, (unit.name, missing)
