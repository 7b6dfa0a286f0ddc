"""The page of the state of the corpus: what it tells of lines that were kept with doubt."""

from dataclasses import replace

from seedpress.model import Corpus, Problem, Suspect
from seedpress.pages.health import NAMED, SHOWN
from tests.pages.corpora import Draft, corpus
from tests.pages.rendering import read_page
from tests.pages.test_pages import pages


def suspecting(joined: Corpus, suspects: tuple[Suspect, ...]) -> Corpus:
    """The same corpus whose articles all have these suspects."""
    entries = tuple(
        replace(entry, article=replace(entry.article, suspects=suspects))
        for entry in joined.entries
    )
    return replace(joined, entries=entries)


def test_suspected_lines_are_told_with_their_numbers() -> None:
    found = tuple(Suspect(n, f"Share **bold** <b>{n}</b>", "share") for n in range(1, NAMED + 3))
    joined = suspecting(corpus([Draft("A", ["x"], seed="a.txt")]), found)
    text = read_page(pages(joined)["health.md"]).text()
    assert "Lines that may not belong to the article" in text
    assert "a.txt · 1: Share **bold** <b>1</b> · 2:" in text
    assert "· +2" in text
    assert "<b>4</b>" not in text


def test_a_long_line_is_quoted_in_part() -> None:
    joined = suspecting(corpus([Draft("A", ["x"])]), (Suspect(1, "word " * 500, "share"),))
    assert "word word" in read_page(pages(joined)["health.md"]).text()
    assert len(pages(joined)["health.md"]) < 5000


def test_a_long_list_is_cut_and_its_length_told() -> None:
    drafts = [Draft(f"A{n}", ["x"], seed=f"{n}.txt") for n in range(SHOWN + 7)]
    page = pages(corpus(drafts))["health.md"]
    assert "7 more" in read_page(page).text()
    assert len(page) < 400_000


def test_what_a_problem_quotes_is_code() -> None:
    told = Problem("a.jsonl", "nothing reads `<b>.xyz</b>`, or `*`", "correct it between `---`", 7)
    page = pages(replace(corpus([Draft("A", ["x"])]), problems=(told,)))["health.md"]
    read = read_page(page)
    assert "nothing reads <b>.xyz</b>, or *" in read.text()
    assert "correct it between ---" in read.text()
    assert [tag for tag, _ in read.tags].count("code") == 3
    assert "`" not in page
