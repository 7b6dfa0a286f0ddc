"""Citations say what is known, in the form of their format, whatever the words are."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedpress.model import Double, Fields
from seedpress.pages.citation import bibtex, plain, ris
from seedpress.pages.health import SHORT
from seedpress.pages.looked import LOST
from seedpress.settings import Settings
from tests.pages.corpora import Draft, Removal, corpus
from tests.pages.rendering import read_page
from tests.pages.test_pages import pages

KNOWN = {
    "author": "Ada Roe",
    "title": "Dues {rise} 5 % \\input",
    "source": "Tide & Gull",
    "date": "2025-03-12",
    "url": "https://x.example/a_b",
}
NOTHING = {"author": "", "title": "T", "source": "", "date": "", "url": ""}


def test_plain() -> None:
    assert plain(KNOWN, "12 March 2025") == (
        "Ada Roe, “Dues {rise} 5 % \\input”, Tide & Gull, 12 March 2025. https://x.example/a_b"
    )
    assert plain(NOTHING, "") == "“T”."


def test_bibtex() -> None:
    assert bibtex(KNOWN, "dues-1a2b3c").splitlines() == [
        "@article{dues-1a2b3c,",
        "  author = {{Ada Roe}},",
        "  title = {{Dues rise 5 \\% input}},",
        "  journal = {Tide \\& Gull},",
        "  date = {2025-03-12},",
        "  year = {2025},",
        "  url = {https://x.example/a_b},",
        "}",
    ]
    assert bibtex(NOTHING, "t").splitlines() == ["@article{t,", "  title = {{T}},", "}"]


def test_ris() -> None:
    assert ris(KNOWN).splitlines() == [
        "TY  - NEWS",
        "AU  - Ada Roe",
        "TI  - Dues {rise} 5 % \\input",
        "T2  - Tide & Gull",
        "DA  - 2025/03/12",
        "UR  - https://x.example/a_b",
        "ER  - ",
    ]


@given(title=st.text(max_size=40))
def test_braces_of_bibtex_always_close(title: str) -> None:
    made = bibtex({**NOTHING, "title": title}, "k")
    depth = 0
    for sign in made:
        depth += (sign == "{") - (sign == "}")
        assert depth >= 0
    assert depth == 0


def test_an_article_cites_its_original_or_its_own_page() -> None:
    drafts = [
        Draft("One", ["A."], Fields(url="https://x.example/1")),
        Draft("Two", ["B."], Fields(url="javascript:alert(1)")),
    ]
    settings = Settings(site_url="https://site.example/sub/")
    made = {p: read_page(t).text() for p, t in pages(corpus(drafts), settings).items()}
    one = next(t for p, t in made.items() if p.startswith("articles/one-"))
    two = next(t for p, t in made.items() if p.startswith("articles/two-"))
    assert "UR - https://x.example/1 ER" in one
    page = next(t for p, t in pages(corpus(drafts), settings).items() if "/one-" in p)
    assert "TY  - NEWS\nTI  - One\n" in read_page(page).words
    assert "UR - https://site.example/sub/articles/two-" in two
    assert "javascript" not in two


@pytest.mark.parametrize(
    ("draft", "said"),
    [
        (Draft("A", ["x " * SHORT], Fields(source="S")), "Without a date"),
        (Draft("A", ["x " * SHORT], Fields(date="2025-01-01")), "Without a source"),
        (Draft("", ["x " * SHORT]), "Without a title"),
        (Draft("A", ["x"]), "Very short"),
        (Draft("A", ["x " * 80], removed=[Removal(9, "y " * 40, "share")]), "Lost many words"),
        (Draft("A", ["x"], repairs=["decoded as cp1252"]), "decoded as cp1252"),
    ],
)
def test_health_tells_what_calls_for_a_second_look(draft: Draft, said: str) -> None:
    assert said in read_page(pages(corpus([draft]))["health.md"]).text()


def test_health_tells_articles_in_much_the_same_words() -> None:
    drafts = [Draft("A", ["x " * SHORT], seed="a.txt"), Draft("B", ["y " * SHORT], seed="b.txt")]
    joined = corpus(drafts)
    doubles = (Double(joined.entries[0].id, joined.entries[1].id, 0.431),)
    text = read_page(pages(replace(joined, doubles=doubles))["health.md"]).text()
    assert "a.txt · b.txt (43%)" in text
    assert "b.txt · a.txt (43%)" in text


def test_health_counts_moved_words_as_kept_and_finds_twins() -> None:
    fields = Fields(date="2025-01-01", source="S")
    moved = [Removal(1, "y " * round(SHORT * LOST * 3), "field:title")]
    drafts = [
        Draft("A", ["x " * SHORT], fields, removed=moved, seed="one.txt"),
        Draft("B", ["X  " * SHORT], fields, seed="two.txt"),
    ]
    text = read_page(pages(corpus(drafts))["health.md"]).text()
    assert "Lost many words" not in text
    assert "one.txt · two.txt" in text
    assert "Every article has" in read_page(pages(corpus(drafts[:1]))["health.md"]).text()
