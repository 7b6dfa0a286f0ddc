"""Pathological seeds through the whole build: each is published whole or reported, none stalls.

The engine is kept from its short way, as a publisher's extension would: it is Python-Markdown that
stalls. How long each case takes, `tests/bench/pathological.py` prints.
"""

import shutil
from dataclasses import dataclass

import pytest

from seedpress import join, pipeline, settings
from tests.hostile.pathological import FIRST, LAST, Case, cases
from tests.hostile.test_markup import ROOT
from tests.pages.rendering import normal, read_html

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Built:
    """The finished pages of the cases by seed, and the seeds that were reported."""

    cases: tuple[Case, ...]
    pages: dict[str, str]
    reported: dict[str, str]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    root = tmp_path_factory.mktemp("bounded")
    for name in ("seeds", "docs"):
        (root / name).mkdir()
    shutil.copy(ROOT / "docs" / "about.md", root / "docs")
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(config.replace("  - toc\n", "  - toc\n  - abbr\n"), "utf-8")
    every = cases()
    # Some text cases, as Markdown and as plain text, and all that are whole files; the rest is
    # in `tests/bench/pathological.py`.
    texts = [case for case in every if f"{FIRST}\n\n".encode() in case.data[:100]]
    chosen = (*texts[3::40], *texts[17::40], *(case for case in every if case not in texts))
    for case in chosen:
        (root / "seeds" / case.name).write_bytes(case.data)
    given = settings.load(root / "mkdocs.yml")
    report = pipeline.build(given, pipeline.Order(jobs=2))
    corpus = join.inspect(given, pipeline.Order())
    pages = {
        entry.seed: (root / "site" / "articles" / entry.slug / "index.html").read_text("utf-8")
        for entry in corpus.entries
    }
    return Built(chosen, pages, {p.seed: f"{p.reason} {p.remedy}" for p in report.problems})


def test_each_is_published_or_reported_as_its_limits_say(built: Built) -> None:
    for case in built.cases:
        found = case.name in built.pages, case.name in built.reported
        if case.fate == "published":
            assert found[0], (case.name, built.reported.get(case.name))
        elif case.fate == "reported":
            assert found == (False, True), case.name
        assert any(found), case.name
        assert "bug of seedpress" not in built.reported.get(case.name, ""), case.name


def test_what_is_over_a_limit_is_told_with_the_limit_and_its_name(built: Built) -> None:
    for name in ("too-big.txt", "too-long-a-line.txt"):
        assert "limits." in built.reported[name]
        assert "mkdocs.yml" in built.reported[name]


def test_no_word_around_them_is_lost(built: Built) -> None:
    for case in built.cases:
        if case.fate == "published" and case.name in built.pages and FIRST.encode() in case.data:
            words = normal(read_html(built.pages[case.name]).words)
            for sentence in (FIRST, LAST):
                assert sentence in words, (case.name, sentence)
