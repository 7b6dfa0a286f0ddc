"""What an entity's page says beside its concordance."""

import re

import pytest
import yaml

from seedpress.model import Block, Fields
from seedpress.pages.meetings import EACH
from seedpress.pages.spellings import authority_line
from tests.pages.corpora import Draft, corpus
from tests.pages.rendering import Read, read_page
from tests.pages.test_pages import STORY, pages

MEET = [
    Draft(
        "A",
        ["Then Lindqvist left. Lindqvist saw Port Amity at last. It rained."],
        Fields(source="S"),
    ),
    Draft("B", ["Amity greeted Mara Lindqvist.", "Elsewhere, Amity."], Fields(source="T")),
    Draft("C", [Block("code", "Lindqvist of Amity")]),
    Draft("D", ["Lindqvist.", "Amity."]),
]


def entity(drafts: list[Draft], slug: str = "mara-lindqvist") -> Read:
    return read_page(pages(corpus(drafts))[f"entities/{slug}.md"])


def test_sentences_in_which_two_meet() -> None:
    text = entity(MEET).text()
    meet = text[text.index("Where the two meet") : text.index("Which outlet")]
    assert "Lindqvist saw Port Amity at last." in meet
    assert "Amity greeted Mara Lindqvist." in meet
    assert "Lindqvist of Amity" not in meet
    assert "It rained" not in meet


def test_the_same_words_in_many_outlets_are_shown_once() -> None:
    drafts = [Draft(f"T{n}", ["Lindqvist saw Port Amity."]) for n in range(EACH + 2)]
    text = entity(drafts).text()
    meet = text[text.index("Where the two meet") : text.index("Why is this")]
    assert meet.count("Lindqvist saw Port Amity.") == 1


def test_each_of_those_it_is_seen_with_has_a_place_where_they_meet() -> None:
    page = entity(MEET)
    places = [h for h in page.values("href") if h.startswith("#with-")]
    assert places == ["#with-port-amity"]
    assert "with-port-amity" in page.values("id")


@pytest.mark.parametrize("shared", [1, 2])
def test_two_who_share_articles_and_no_sentence_meet_in_the_newest(shared: int) -> None:
    day = Fields(date="2025-03-02")
    drafts = [Draft("Far", ["Lindqvist.", "Amity."], day), Draft("Near", ["Lindqvist."])]
    drafts += [Draft("Other", ["Amity."]), *[Draft("Old", ["Lindqvist.", "Amity."])] * (shared - 1)]
    page = entity(drafts)
    assert "Where the two meet" not in page.text()
    rail = page.text()[page.text().index("Seen with") :]
    assert re.search(f"Port Amity ?{shared} article", rail)
    assert not [h for h in page.values("href") if h.startswith("#with-")]
    (place,) = [h for h in page.values("href") if h.startswith("#in-")]
    made = pages(corpus(drafts))["entities/mara-lindqvist.md"]
    assert re.search(rf'<h3 id="{place[1:]}" markdown>\[Far\]\(\.\./articles/far-', made)


def test_further_parts_lead_to_the_first_which_tells_what_they_leave_out() -> None:
    drafts = [Draft(f"Story {n}", ["Lindqvist of Amity spoke. " * 9] * 10) for n in range(5)]
    part = read_page(pages(corpus(drafts))["entities/mara-lindqvist/2.md"])
    assert part.values("href")[0] == "../../entities/mara-lindqvist.md"
    assert "Seen with" not in part.words


def test_no_part_is_large_however_long_titles_and_words_are() -> None:
    long = "Ж" * 90
    drafts = [
        Draft(f"{long} {n}", [f"{long} Lindqvist {long} {n}. Lindqvist {long}."])
        for n in range(120)
    ]
    made = pages(corpus(drafts))
    parts = {p: t for p, t in made.items() if p.startswith("entities/mara-lindqvist")}
    assert len(parts) > 2
    assert max(len(text.encode()) for text in parts.values()) < 85_000  # the theme adds 15
    lines = sum(text.count("<b>Lindqvist</b>") for text in parts.values())
    assert lines >= 240


def test_which_outlet_writes_it_how() -> None:
    text = entity(MEET).text()
    table = text[text.index("Which outlet") :]
    heads = "Which outlet writes it how Spelling ?Used by "
    assert re.match(f"{heads}Lindqvist ?S 2 Mara Lindqvist ?T 1", table)
    one = [Draft("A", ["Lindqvist, Mara Lindqvist."], Fields(source="S"))]
    assert "Which outlet" not in entity(one).text()


def test_reasons_and_near_misses_carry_the_line_to_copy() -> None:
    text = entity(STORY).text()
    assert "Lindqvist is Mara Lindqvist- [Lindqvist, Mara Lindqvist]" in text
    assert "a suffix tells two apart- [Mara Lindqvist, Mara Lindqvist Jr.]" in text


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Kyiv", "Kiev"),
        ("No", "null"),
        ("a, b", "c]"),
        ("- x", "'y'"),
        ("a: b", "#c"),
        ("é ü", '"'),
    ],
)
def test_the_line_to_copy_means_the_two_names(first: str, second: str) -> None:
    line = authority_line(first, second)
    assert "\n" not in line
    assert yaml.safe_load(f"same:\n  {line}\n") == {"same": [[first, second]]}


def test_seen_with_and_the_way_there() -> None:
    page = entity(STORY)
    assert re.search(r"Seen with .*Port Amity 2 articles", page.text())
    assert "../entities/port-amity.md" in page.values("href")


def test_an_address_of_wikidata_only_for_an_identifier_of_wikidata() -> None:
    assert not any("wikidata" in href for href in entity(STORY).values("href"))
