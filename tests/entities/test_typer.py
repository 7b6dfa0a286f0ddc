"""What the typer's scores are, remembered and not."""

from hypothesis import given
from hypothesis import strategies as st

from seedpress.entities.features import of_name
from seedpress.entities.lexicon import lexicon
from seedpress.entities.tell import KnownScores
from seedpress.entities.typer import packed, score, unpacked, weights
from tests.entities.corpora import analysis, resolved

HUNDREDTHS = st.integers(-30_000, 30_000).map(lambda number: round(number / 100, 2))
SCORES = st.one_of(st.just(()), st.tuples(*[HUNDREDTHS] * 4))
TEXT = "Anna Berg of the Bank of Ravelport met Berg and the Bank of Ravelport in Kyiv. NATO agreed."


@given(st.lists(SCORES))
def test_scores_come_out_of_their_bytes_as_they_went_in(scores):
    assert unpacked(packed(scores)) == scores


def test_scores_beyond_all_bounds_are_cut_to_the_bounds():
    assert unpacked(packed([(1e9, -1e9, 0.0, 1.0)])) == [(327.67, -327.67, 0.0, 1.0)]


def test_what_an_article_remembers_of_names_is_what_they_score():
    known = KnownScores([analysis(0, TEXT), analysis(1, "Then Anna Berg left.")])
    for name in ("Anna Berg", "Bank of Ravelport", "Kyiv", "Berg", "NATO"):
        assert known.get(name) == score((*of_name(name, lexicon()), "bias"), weights())
    assert known.get("Nobody") is None


def test_a_thousand_notes_of_one_form_say_no_more_than_some():
    texts = [f"Maria Varnell visited the old harbour. It was day {day}." for day in range(400)]
    (entity,) = resolved(*texts).entities
    assert (entity.name, entity.kind) == ("Maria Varnell", "person")
