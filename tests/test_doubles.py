"""Near duplicates: found whatever their order, and only they."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from seedpress.doubles import ALIKE, near_duplicates, sketch_of


def story(seed: int, words: int = 300) -> list[str]:
    chance = random.Random(seed)  # noqa: S311
    return [f"w{chance.randrange(5_000)}" for _ in range(words)]


def doubles(articles):
    return near_duplicates([(identity, text, sketch_of(text)) for identity, text in articles])


def test_a_changed_copy_is_found_and_others_are_not():
    one = story(1)
    copy = [*one[:120], "other", "words", *one[125:280], *story(2, 40)]
    articles = [("a", one), ("b", story(3)), ("c", copy), ("d", story(4))]
    (double,) = doubles([(identity, " ".join(words)) for identity, words in articles])
    assert (double.first, double.second) == ("a", "c")
    assert ALIKE < double.score < 1


def test_case_and_layout_do_not_matter():
    words = " ".join(story(1))
    (double,) = doubles([("b", words), ("a", words.upper().replace(" ", "\n"))])
    assert double.score == 1


def test_short_and_empty_texts_have_no_doubles():
    assert not doubles([("a", "a few words"), ("b", "a few words"), ("c", ""), ("d", "")])


def test_what_is_forgotten_is_worked_out_again(monkeypatch):
    copies = [(f"{n:02}", " ".join([*story(1), *story(n, 30)])) for n in range(20)]
    wanted = doubles(copies)
    monkeypatch.setattr("seedpress.doubles._KEPT", 500)
    assert len(wanted) > 20
    assert doubles(copies) == wanted


def test_many_copies_cost_few_comparisons():
    copies = [(f"{n:04}", " ".join([*story(1), f"end{n}"])) for n in range(400)]
    found = doubles(copies)
    assert 399 <= len(found) <= 400 * 50
    assert {pair.first for pair in found} | {pair.second for pair in found} == {
        i for i, _ in copies
    }


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 1_000), st.permutations(range(6)))
def test_the_order_of_articles_does_not_matter(seed, order):
    base = story(seed)
    articles = [
        (str(n), " ".join([*base[: 300 - 20 * n], *story(n + 5_000, 60)])) for n in range(6)
    ]
    assert doubles(articles) == doubles([articles[n] for n in order])
