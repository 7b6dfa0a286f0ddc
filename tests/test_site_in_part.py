"""After any change of a corpus the site made in part is, to the byte, the site made as a whole."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from seedpress import pipeline
from seedpress.pipeline import Order
from seedpress.settings import Settings, load
from seedpress.site import build_site
from seedpress.site.standing import forget

from .conftest import ROOT, project

SAMPLES = sorted((ROOT / "seeds").glob("*.txt"))[:6]
PART, WHOLE, NOTHING = "the pages that had changed", "the whole site", "nothing"


def write(name: str, text: str) -> Callable[[Settings], None]:
    def change(corpus: Settings) -> None:
        path = corpus.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    return change


def replace(name: str, old: str, new: str) -> Callable[[Settings], None]:
    def change(corpus: Settings) -> None:
        text = (corpus.root / name).read_text("utf-8")
        assert old in text
        (corpus.root / name).write_text(text.replace(old, new), "utf-8")

    return change


HARBOUR = "The harbour\n\nPublished: March 12, 2025\n\nTrump met Zelenskyy in Kyiv on Monday.\n"
RENAMED = "entities:\n- name: City of Kyiv\n  kind: place\n  aliases: [Kyiv]\n"
# In this order, each on top of those before it.
STEPS: tuple[tuple[str, Callable[[Settings], None], str], ...] = (
    ("nothing", lambda _corpus: None, NOTHING),
    ("a new seed", write("seeds/harbour.txt", HARBOUR), PART),
    ("a changed seed", write("seeds/harbour.txt", f"{HARBOUR}\nPutin stayed in Moscow.\n"), PART),
    ("a changed title", write("seeds/harbour.txt", HARBOUR.replace("The", "An old")), PART),
    ("a renamed entity", write("seeds/authority.yml", RENAMED), PART),
    ("a removed seed", lambda corpus: (corpus.seeds_folder / "harbour.txt").unlink(), PART),
    (
        "a changed setting",
        replace("mkdocs.yml", "seedpress: {}", "seedpress: {pages: {related: 2}, templates: own}"),
        WHOLE,
    ),
    ("a changed template", write("own/dateline.md.j2", "<p>Once.</p>\n"), PART),
    ("a changed theme option", replace("mkdocs.yml", "primary: custom", "primary: teal"), WHOLE),
)


@pytest.mark.slow
def test_a_site_in_part_is_the_whole_site_after_every_change(tmp_path: Path) -> None:
    made = project(tmp_path / "c")
    (made.root / "own").mkdir()
    for seed in SAMPLES:
        shutil.copyfile(seed, made.root / "seeds" / seed.name)
    pipeline.build(load(made.root / "mkdocs.yml"), Order())
    for name, change, wanted in STEPS:
        corpus = load(made.root / "mkdocs.yml")
        change(corpus)
        corpus = load(made.root / "mkdocs.yml")
        assert pipeline.build(corpus, Order()).site.startswith(wanted), name
        part = tree(made.site)
        forget(corpus)
        assert build_site(corpus).made.startswith(WHOLE), name
        whole = tree(made.site)
        assert sorted(p for p in part.keys() | whole if part.get(p) != whole.get(p)) == [], name


def tree(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
