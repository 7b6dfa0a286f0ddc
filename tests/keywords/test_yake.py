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
