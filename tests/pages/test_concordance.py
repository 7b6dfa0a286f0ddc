"""Context lines and sentences are cut at words, and give back what they were made from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedpress.model import Mention
from seedpress.pages.concordance import anchor, context
from seedpress.pages.sentences import around
from seedpress.pages.shelf import Use, block_of
from tests.pages.corpora import Draft, corpus

TEXT = "The quay was shut. Mr. Roe of the U.S. office opened it, at last! Then it rained."
SENTENCES = {
    "the whole sentence": ("quay", 80, ("The ", "quay", " was shut.")),
    "short forms end none": (
        "office",
        80,
        ("Mr. Roe of the U.S. ", "office", " opened it, at last!"),
    ),
    "the last one": ("rained", 80, ("Then it ", "rained", ".")),
    "cut at words": ("office", 12, ("…the U.S. ", "office", " opened it,…")),
}


@pytest.mark.parametrize(("word", "reach", "wanted"), SENTENCES.values(), ids=SENTENCES)
def test_sentences(word: str, reach: int, wanted: tuple[str, str, str]) -> None:
    start = TEXT.index(word)
    assert around(TEXT, start, start + len(word), reach) == wanted


@given(text=st.text(alphabet='ab .!?”’"xM', max_size=200), data=st.data())
def test_a_sentence_is_a_piece_of_its_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    reach = data.draw(st.integers(0, 60))
    before, words, after = around(text, start, end, reach)
    assert words == text[start:end]
    assert text[:start].endswith(before.removeprefix("…"))
    assert text[end:].startswith(after.removesuffix("…"))
    assert len(before) <= reach + 1
    assert len(after) <= reach + 1


def test_a_long_line_without_a_stop_is_cut_in_time() -> None:
    text = "a. " * 50_000 + "x" + "…" * 50_000
    before, words, after = around(text, 150_000, 150_001, 70)
    assert (words, len(before) <= 71, len(after) <= 71) == ("x", True, True)


def test_context_leads_to_its_paragraph() -> None:
    made = corpus([Draft("Lindqvist speaks", ["First.", "We met Lindqvist there."])])
    uses = [Use(made.entries[0], m) for m in made.entries[0].mentions]
    found = {context(use, 60): anchor(use) for use in uses}
    assert found == {
        ("We met ", "Lindqvist", " there."): "#p2",
        ("", "Lindqvist", " speaks"): "",
    }


def test_context_is_cut_at_words_within_its_reach() -> None:
    made = corpus([Draft("T", [f"{'before ' * 40}Lindqvist{' after' * 40}"])])
    before, word, after = context(Use(made.entries[0], made.entries[0].mentions[0]), 30)
    assert (before, word, after) == (
        "… before before before before ",
        "Lindqvist",
        " after after after after after …",
    )


def test_the_block_of_an_offset() -> None:
    entry = corpus([Draft("T", ["One.", "Two.", "Three."])]).entries[0]
    assert [block_of(entry, offset) for offset in (0, 3, 6, 9, 12, 99)] == [0, 0, 1, 1, 2, 2]


def test_a_mention_past_the_text_harms_nobody() -> None:
    entry = corpus([Draft("T", ["One."])]).entries[0]
    assert context(Use(entry, Mention(90, 95, "x")), 10)[1] == ""
