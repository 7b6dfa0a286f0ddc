"""Nothing is lost: every letter of a seed is in its article or in the ledger."""

import gzip
import json
import re
from collections import Counter
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedpress.cleaning import clean
from seedpress.model import Seed
from tests.cleaning.fixtures import cases

PROSE = (
    "The council voted on Tuesday to mend the bridge over the river, ending two years of dispute.",
    "Work is to begin in May, the mayor said, and a ferry runs every twenty minutes until then.",
    "“We have waited long,” said a neighbour who has seen the cracks grow since the flood of 2021.",
)
PIECES = st.sampled_from(
    (
        *PROSE,
        *(f"{place}: {PROSE[0]}" for place in ("KYIV", "Accra", "NEW DELHI, March 4 (AFP)")),
        f"by Ann Bell · Valley Herald{PROSE[1]}",
        f"(The Post News)– {PROSE[2]}",
        "Council votes to mend the bridge",
        "//Council votes to mend the bridge//",
        "**What the engineers found**",
        "By Ann Bell",
        "By Ann Bell | March 4, 2024",
        "Published: 4 March 2024",
        "- a list item about arches",
        "1. First step",
        "> quoted words",
        "Comments",
        "Leave a Reply",
        "Share this:",
        "Tweet",
        "Related Articles",
        "Copyright © 2024 Valley Herald",
        "Home | News | Sport | Weather",
        "* * *",
        "",
        "   indented and wrapped at about seventy characters as old wires were",
        "| a | b | c |",
        '[link words](https://example.org/path "a tip")',
        "```python\nprint(1)\n```",
        "[1]: https://example.org/address",
    )
)
TEXTS = st.lists(PIECES | st.text(max_size=80), min_size=1, max_size=14).map("\n".join)
MARKUPS = st.sampled_from(("text", "markdown"))
ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "bench" / "data"


def letters(text: str) -> Counter:
    return Counter(ch for ch in text if ch.isalnum())


def seed_of(text: str, markup: str = "text") -> Seed:
    """A seed as readers give it: without controls."""
    text = re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]", "", text)
    return Seed("seed.txt", "", text, markup)  # type: ignore[arg-type]


def missing(seed: Seed) -> Counter:
    """Letters of the seed that are neither in its article nor in the ledger."""
    article = clean(seed)
    targets = "".join(span.target for block in article.blocks for span in block.spans)
    kept = letters(article.text) + letters("".join(gone.text for gone in article.removed))
    text = unescape(seed.text) if seed.markup == "markdown" else seed.text
    return letters(text) - kept - letters(targets)


def is_settled(seed: Seed) -> bool:
    """Whether cleaning the cleaned article changes nothing: with its fields, or as its words."""
    first = clean(seed)
    title = "" if first.title_made else first.fields.title
    again = clean(Seed("seed.txt", "", first.text, fields=replace(first.fields, title=title)))
    return again.text == first.text and not again.removed


def is_settled_below_its_title(seed: Seed) -> bool:
    """The same of an article that was written out, its title above it, and read again."""
    first = clean(seed)
    if first.title_made:
        return True  # it would be taken out of the text
    return clean(Seed("seed.txt", "", f"{first.fields.title}\n\n{first.text}")).text == first.text


@settings(max_examples=120, deadline=None)
@given(TEXTS)
def test_no_letter_is_lost(text):
    assert not missing(seed_of(text))


@settings(max_examples=80, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=14).map("\n\n".join))
def test_no_letter_of_markdown_is_lost(text):
    assert not missing(seed_of(text, "markdown"))


@settings(max_examples=80, deadline=None)
@given(TEXTS, MARKUPS)
def test_blocks_stand_where_they_say(text, markup):
    article = clean(seed_of(text, markup))
    assert article.text == "\n\n".join(block.text for block in article.blocks)
    for block in article.blocks:
        assert article.text[block.start : block.start + len(block.text)] == block.text
        for span in block.spans:
            assert 0 <= span.start < span.end <= len(block.text)


@settings(max_examples=120, deadline=None)
@given(TEXTS)
def test_cleaning_twice_changes_nothing(text):
    assert is_settled(seed_of(text))


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=14).map("\n\n".join))
def test_cleaning_markdown_twice_changes_nothing(text):
    first = clean(seed_of(text, "markdown"))
    if any(block.kind == "code" or "\n" in block.text for block in first.blocks):
        return  # in plain text, that is something else
    assert is_settled(seed_of(text, "markdown"))


@pytest.mark.parametrize(
    "name", ["fields.md", "residue.md", "structure.md", "outlets.md", "unchanged.md"]
)
def test_fixtures_lose_nothing_and_are_settled(name):
    for title, text, _ in cases(name):
        assert not missing(seed_of(text)), title
        assert is_settled(seed_of(text)), title
        assert is_settled_below_its_title(seed_of(text)), title


@pytest.mark.parametrize("folder", [ROOT / "seeds", ROOT.parent / "shared" / "seeds"])
def test_real_seeds_lose_nothing_and_are_settled(folder):
    if not folder.is_dir():
        pytest.skip(f"{folder.name} is not there")
    for path in sorted(folder.glob("*.txt")):
        seed = seed_of(path.read_text("utf-8", "replace"))
        assert not missing(seed), path.name
        assert is_settled(seed), path.name
        assert is_settled_below_its_title(seed), path.name


def test_all_data_loses_nothing_and_is_settled():
    """Messy articles and whole pages as text, where the data for measuring is at hand."""
    if not DATA.is_dir():
        pytest.skip("no data for measuring")
    for path in sorted(DATA.glob("*.json.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            found = json.load(file)
        for case in found[:: max(1, len(found) // 60)]:
            for text in texts_of(case):
                seed = seed_of(text)
                assert not missing(seed), (path.name, case["id"])
                assert is_settled(seed), (path.name, case["id"])


def texts_of(case: dict[str, Any]) -> list[str]:
    """The seeds that a case of the data stands for."""
    if "light" in case:
        return ["\n".join(case[form]["lines"]) for form in ("light", "dump")]
    if "lines" in case:
        return ["\n".join(case["lines"])]
    return [f"{case.get('title', '')}\n\n{case['text']}"]


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        " " * 100_000 + "x",
        "*" * 100_000,
        "_" * 100_000 + "a",
        "[" * 100_000,
        "(" * 100_000 + "a",
        "By " * 40_000,
        "- " * 50_000 + "x",
        "A. " * 40_000,
        "| a " * 30_000,
        "\n" * 100_000 + "end",
        "# " * 50_000 + "x",
        "> " * 20_000 + "x",
        "ab\n" * 20_000,
        "«" * 50_000 + "»",
    ],
    ids=range(15),
)
@pytest.mark.parametrize("markup", ["text", "markdown"])
def test_work_on_hostile_text_ends(text, markup):
    article = clean(seed_of(text, markup))
    assert article.text or article.removed
