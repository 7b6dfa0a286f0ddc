"""Pages that lead on from an address that earlier builds gave."""

import pytest

from seedpress.pages import moved
from seedpress.settings import Settings
from tests.pages.corpora import corpus
from tests.pages.rendering import apart, read_page
from tests.pages.test_pages import STORY, text

HEADINGS = {
    "en": "This page has moved",
    "de": "Diese Seite ist umgezogen",
    "fr": "Cette page a changé d'adresse",
}


@pytest.mark.parametrize(("language", "heading"), sorted(HEADINGS.items()))
def test_it_says_so_and_leads_to_the_page(language: str, heading: str) -> None:
    made = corpus(STORY)
    gone = ["entities/lindqvist.md", "entities/nobody.md", "about.md"]
    (page,) = moved(gone, made, Settings(language=language))
    assert page.path == "entities/lindqvist.md"
    front, _ = apart(text(page))
    read = read_page(text(page))
    assert front["title"] == heading.replace("'", "&#39;")
    assert heading in read.text()
    assert "../entities/mara-lindqvist.md" in read.values("href")
