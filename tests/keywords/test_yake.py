"""The extractor `yake` and its engines."""

import pytest

from seedpress.errors import SettingsError
from seedpress.keywords import extract, yake
from seedpress.settings import KeywordSettings
from tests.keywords.articles import FERRY, article

PUTIN = (
    "Russian President Vladimir Putin spoke. Russian President Vladimir Putin named terms.",
    "The terms of Russian President Vladimir Putin were hard.",
)


def texts(made, **settings) -> list[str]:
    found = extract(made, KeywordSettings(extractor="yake", **settings))
    return [keyword.text for keyword in found.keywords]


def test_no_piece_of_a_longer_name():
    found = texts(article(*PUTIN))
    assert not {"President Vladimir", "Vladimir Putin", "Russian President"} & set(found)


def test_lines_are_breaks():
    found = texts(article("the harbour plan", "council budget", "the harbour plan"))
    assert not any("plan council" in text or "budget the" in text for text in found)


def test_near_duplicates_are_merged():
    found = texts(article("Grain shipments rose. A grain shipment fell. Grain shipments stopped."))
    assert len({"grain shipments", "grain shipment"} & {text.lower() for text in found}) == 1


def test_an_unknown_engine_is_refused():
    with pytest.raises(SettingsError, match="allowed is one of yake, yake-rust"):
        texts(article(*FERRY), engine="abacus")


def test_a_missing_engine_says_how_to_get_it(monkeypatch):
    def missing(name):
        raise ModuleNotFoundError(name=name)

    monkeypatch.setattr(yake, "import_module", missing)
    yake._rust.cache_clear()
    with pytest.raises(SettingsError, match="pip install yake-rust"):
        texts(article(*FERRY), engine="yake-rust")


def test_the_fast_engine_finds_the_same():
    pytest.importorskip("yake_rust")
    slow, fast = texts(article(*FERRY)), texts(article(*FERRY), engine="yake-rust")
    assert len(set(slow[:10]) & set(fast[:10])) >= 8


class Made:
    """An engine whose list is known; it is asked for the first so many."""

    def __init__(self, listed: list[tuple[str, float]]) -> None:
        self.listed = listed
        self.asked: list[int] = []

    def get_n_best(self, _text: str, *, n: int) -> list[tuple[str, float]]:
        self.asked.append(n)
        return self.listed[:n]


def chosen_of(
    monkeypatch, listed: list[tuple[str, float]], count: int
) -> tuple[list[int], list[str]]:
    engine = Made(listed)
    monkeypatch.setattr(yake, "_rust", lambda _language: engine)
    return engine.asked, texts(article(*FERRY), engine="yake-rust", count=count)


def test_more_is_asked_for_only_where_the_first_are_not_enough(monkeypatch):
    plain = [(f"word{number}", number / 100) for number in range(150)]
    asked, found = chosen_of(monkeypatch, plain, 5)
    assert (asked, found) == ([10], [f"word{number}" for number in range(5)])
    same = [("Word", n / 1000) for n in range(20)] + [
        (f"word{n}", 0.1 + n / 100) for n in range(130)
    ]
    asked, found = chosen_of(monkeypatch, same, 5)
    assert asked == [10, yake._CANDIDATES]
    assert found == ["Word", "word0", "word1", "word2", "word3"]
    assert chosen_of(monkeypatch, plain[:7], 100)[0] == [yake._CANDIDATES]
    assert chosen_of(monkeypatch, plain[:7], 50)[0] == [100]


def test_equal_scores_stand_in_one_order_whatever_their_last_digits(monkeypatch):
    one = [("side had broken", 0.13476306304657498), ("decide which side", 0.134763063046575)]
    other = [("decide which side", 0.13476306304657498), ("side had broken", 0.134763063046575)]
    assert chosen_of(monkeypatch, one, 2)[1] == chosen_of(monkeypatch, other, 2)[1]
