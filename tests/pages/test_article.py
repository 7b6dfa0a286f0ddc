"""What an article's page says around its body."""

import re

from seedpress.model import Corpus, Fields, Removal
from seedpress.names import slug
from seedpress.pages.article import DESCRIPTION, description
from seedpress.settings import Settings
from tests.pages.corpora import Draft, corpus
from tests.pages.rendering import Read, apart, read_page
from tests.pages.test_pages import STORY, pages
from tests.records import replace


def article(made: Corpus, start: str) -> str:
    return next(t for p, t in pages(made).items() if p.startswith(f"articles/{start}"))


def read(made: Corpus, start: str) -> Read:
    return read_page(article(made, start))


def test_the_line_under_the_title() -> None:
    text = read(corpus(STORY), "lindqvist").text()
    assert "By Ada Roe · Tide Daily · 12 March 2025 · 1 min read" in text
    bare = read(corpus([Draft("Bare", ["Words."])]), "bare").text()
    assert re.search(r"Bare 1 min read Words\.", bare)


def test_related_articles_say_what_they_share() -> None:
    text = read(corpus(STORY), "lindqvist").text()
    assert re.search(
        r"Dues rise The Gull · 2 November 2024 Shares .*Harbour Board.*harbour dues", text
    )


def test_language_and_direction_are_those_of_the_article() -> None:
    made = corpus(STORY)
    for start, language, direction in (
        ("lindqvist", "en", "ltr"),
        (slug("بلا تاريخ"), "ar", "rtl"),
    ):
        tags = {
            attributes.get("class") or tag: attributes
            for tag, attributes in read(made, start).tags
            if "lang" in attributes
        }
        assert set(tags) == {"h1", "sp-body"}
        assert {(a["lang"], a["dir"]) for a in tags.values()} == {(language, direction)}


def test_a_language_that_is_none_is_left_out() -> None:
    made = corpus([Draft("T", ["Words."], Fields(language='en" onclick="x'))])
    assert not read(made, "t-").values("lang")


def test_every_removed_line_stands_in_the_ledger_with_its_rule() -> None:
    removed = [Removal(1, "The title", "field:title"), Removal(7, "Share <b>this</b>", "share")]
    made = corpus([Draft("T", ["Words."], removed=removed, repairs=["decoded as cp1252"])])
    text = read(made, "t-").text()
    assert "2 lines of the seed are not in the text above." in text
    assert "1 The title moved to the head (title)" in text
    assert "7 Share <b>this</b> share" in text
    assert "decoded as cp1252" in text
    assert "0.txt" in text
    assert made.entries[0].sha256 in text


def test_names_without_a_page_are_listed_without_a_link() -> None:
    made = corpus([*STORY[:1], Draft("Other", ["Port Amity."])], least=2)
    page = read(made, "lindqvist")
    assert "Also named Mara Lindqvist, Harbour Board" in page.text()
    assert not any("lindqvist.md" in href for href in page.values("href"))


def test_other_spellings_reach_the_search_but_not_the_reader() -> None:
    made = corpus([Draft("One", ["Lindqvist."]), Draft("Two", ["Mara Lindqvist."])])
    _, page = apart(article(made, "one"))
    hidden = re.search(r'data-pagefind-meta="also">([^<]*)<', page)
    assert hidden
    assert hidden[1] == "Mara Lindqvist"
    assert page.index("<div hidden data-pagefind-ignore") < hidden.start() < page.index("</div>")


def test_the_description_is_the_first_words_of_the_text() -> None:
    entry = corpus([Draft("T", ["word " * 100])]).entries[0]
    assert description(entry) == ("word " * (DESCRIPTION // 5)).strip() + "…"
    front, _ = apart(article(corpus([Draft("T", ["<b>A</b> & b."])]), "t-"))
    assert front["description"] == "&lt;b&gt;A&lt;/b&gt; &amp; b."


def test_numbers_of_keywords_follow_the_settings() -> None:
    made = corpus([Draft("T", ["Words."], keywords=[f"idea {n}" for n in range(20)])])
    chips = read(made, "t-").values("href")
    assert sum("keywords/idea" in href for href in chips) == Settings().keywords.shown


def test_the_authors_own_tags_are_marked() -> None:
    made = corpus([Draft("T", ["Words."], keywords=["idea 1", "idea 2"])])
    (entry,) = made.entries
    first, *rest = entry.keywords
    tagged = replace(entry, keywords=(replace(first, author=True), *rest))
    text = article(replace(made, entries=(tagged,)), "t-")
    (line,) = [line for line in text.splitlines() if "✎" in line]
    assert "idea 1" in line
