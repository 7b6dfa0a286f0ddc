"""The search page and the words that its script speaks."""

import json

import pytest

from seedpress.model import Corpus
from seedpress.pages import render
from seedpress.settings import Settings


@pytest.mark.parametrize(
    ("language", "said"), [("en", "Search"), ("de", "Suche"), ("xx", "Search")]
)
def test_page_and_script_speak_the_sites_language(language: str, said: str) -> None:
    pages = {p.path: p.data for p in render(Corpus((), (), ()), Settings(language=language))}
    assert f"title: {said}\n" in pages["search.md"]
    assert json.loads(pages["assets/search-words.json"])["search"] == said
