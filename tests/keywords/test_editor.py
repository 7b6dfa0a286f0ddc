"""The extractor `editor`, and what all extractors promise."""

import json
from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedpress.errors import SettingsError
from seedpress.keywords import EXTRACTORS, extract, features, ranking
from seedpress.keywords.editor import KEPT
from seedpress.settings import KeywordSettings
from tests.keywords.articles import FERRY, article

EVERY = pytest.mark.parametrize("name", sorted(EXTRACTORS))


def texts(made, **settings) -> list[str]:
    return [keyword.text for keyword in extract(made, KeywordSettings(**settings)).keywords]


def test_what_an_article_is_about_comes_first():
    first = texts(article(*FERRY, title="Ferry terminal delayed"))[:6]
    assert {"ferry terminal", "sediment survey", "dredging permit", "island commuters"} <= set(
        first
    )


def test_one_idea_is_given_once():
    found = texts(article("The ferry terminal is late. Ferry terminals are dear.", *FERRY))
    assert [text.lower() for text in found].count("ferry terminal") == 1
    assert "ferry terminals" not in found


def test_credits_are_no_keywords():
    made = article(*FERRY, "Odile Brandt wrote this.", byline="By Odile Brandt", source="Quay Post")
    assert "Odile Brandt" in texts(article(*FERRY))
    assert "Odile Brandt" not in texts(made)


def test_a_credit_that_holds_the_outlets_name_is_no_keyword():
    staff = "Quay Post staff wrote this at the harbour."
    assert "Quay Post staff" in texts(article(*FERRY, staff))
    assert "Quay Post staff" not in texts(article(*FERRY, staff, source="Quay Post"))


def test_the_form_is_the_articles_own():
    assert "grain shipments" in texts(article("Grain shipments fell. Grain shipments may rise."))


def test_vague_phrases_rank_below_telling_ones():
    found = texts(article("A dramatic shift hit grain shipments.", "A dramatic shift, they said."))
    assert found.index("grain shipments") < found.index("dramatic shift")


@EVERY
def test_count_bounds_the_list(name):
    assert len(texts(article(*FERRY), extractor=name, count=3)) == 3


@EVERY
def test_nothing_comes_of_nothing(name):
    assert texts(article(""), extractor=name) == []
    assert texts(article(), extractor=name) == []


@EVERY
def test_scores_fall(name):
    scores = [k.score for k in extract(article(*FERRY), KeywordSettings(extractor=name)).keywords]
    assert scores == sorted(scores, reverse=True)


def test_fifteen_keywords_where_the_text_gives_them():
    assert len(texts(article(*FERRY))) >= 15


def test_another_language_is_left_to_yake():
    made = article(
        "Energiasopimus alkoi tiistaina. Energiasopimus kieltää iskut voimalaitoksiin.",
        language="fi",
    )
    found = extract(made, KeywordSettings())
    assert {keyword.why for keyword in found.keywords} == {"YAKE"}
    assert not found.candidates


def test_an_unknown_extractor_is_refused_with_the_known_ones():
    with pytest.raises(SettingsError, match="editor, yake"):
        extract(article("Text."), KeywordSettings(extractor="magic"))


def test_the_join_sees_no_more_than_it_needs():
    many = " ".join(f"Ferry{n} met harbour{n}." for n in range(300))
    phrases = extract(article(many), KeywordSettings())
    assert len(phrases.candidates) == KEPT
    stems, used = phrases.stems(), len(phrases.weights)
    assert len(set(stems)) == len(stems) > used
    assert stems == [*sorted(stems[:used]), *sorted(stems[used:])]
    assert {place for c in phrases.candidates for place in c.words} == set(range(used))


WORDS = st.sampled_from(
    "the harbour council of Odile Brandt said new Ferry, . ’ - in 1990 ``".split()
)


@settings(deadline=None)
@given(st.lists(st.lists(WORDS, max_size=30).map(" ".join), max_size=4))
def test_keywords_stand_in_one_block_of_the_text(blocks):
    made = article(*blocks)
    lowered = [" ".join(block.lower().split()) for block in blocks]
    for keyword in extract(made, KeywordSettings()).keywords:
        plain = keyword.text.lower().replace(" ", "")
        assert any(plain in block.replace(" ", "") for block in lowered)


def test_the_weights_are_those_of_the_features():
    file = resources.files("seedpress.keywords").joinpath("data/weights.json")
    said = json.loads(file.read_text("utf-8"))
    assert list(said["weights"]) == list(features.NAMES)
    assert ranking.weights() == tuple(said["weights"].values())


@settings(deadline=None)
@given(st.lists(st.tuples(st.lists(st.integers(0, 9), min_size=1, max_size=4), st.floats(-9, 9))))
def test_lazy_choice_is_the_greedy_one(drawn):
    phrases = [tuple(words) for words, _ in drawn]
    scores = [score for _, score in drawn]
    places = [place for place, _ in ranking.chosen(phrases, scores, 5)]
    assert len(places) == len(set(places)) == min(5, len(drawn))
    if drawn:
        assert scores[places[0]] == max(scores)


def test_a_phrase_pays_for_words_already_said():
    phrases = [(0, 1), (1,), (2,)]
    assert [place for place, _ in ranking.chosen(phrases, [3.0, 2.9, 1.5], 3)] == [0, 2, 1]
