"""Hostile articles come back, and with sensible names."""

import pytest

from tests.entities.corpora import found, resolved

HOSTILE = {
    "one letter": "A" * 100_000,
    "initials": "A." * 50_000,
    "quotes": "'" * 100_000,
    "apostrophes": "O'" * 50_000,
    "hyphens": "A-" * 50_000,
    "brackets": "(" * 100_000,
    "links": "Bank of " * 12_000,
    "particles": "De " + "de la " * 15_000 + "Cruz",
    "prefixes": "al-" * 30_000 + "Assad",
    "titles": "President " * 10_000,
    "ands": "Xi and " * 12_000,
    "quoted names": 'Ann "Bo" ' * 12_000,
    "offices": "Secretary of State " * 6_000,
    "bodies": "Board of Control for Trade in Europe " * 3_000,
    "whose": "Workers' Party " * 8_000,
    "kings": "King Carl II " * 8_000,
    "joiners": "A\u200d" * 50_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_comes_back(text):
    assert all(len(name) <= 100 for name in found(text))


def test_a_name_ten_thousand_times():
    resolution = resolved("They met Vladimir Putin. " * 10_000)
    (entity,) = resolution.entities
    assert (entity.name, entity.mentions) == ("Vladimir Putin", 10_000)


def test_a_line_of_two_hundred_capitalised_words():
    assert found(" ".join(["Alder", "Birch", "Cedar", "Elm"] * 50)) == []


def test_look_alike_letters_are_one_name():
    resolution = resolved("They met Vladimir Putin.", "They met Vlаdimir Putin.")
    assert [entity.name for entity in resolution.entities if entity.page] == ["Vladimir Putin"]


def test_an_article_in_capitals_names_what_is_known_elsewhere():
    loud = "THEY MET ODILE VARNIER IN PARIS AND SAID THAT THE HARBOUR WOULD OPEN AGAIN."
    alone = resolved(loud)
    assert [entity.name for entity in alone.entities] == ["Paris"]
    both = resolved(loud, "They met Odile Varnier there.")
    pages = {entity.name: len(entity.articles) for entity in both.entities}
    assert pages == {"Odile Varnier": 2, "Paris": 1}
