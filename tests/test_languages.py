"""The model that tells languages apart says the same, unpacked or kept from a build before."""

import pytest

from seedpress import languages

TEXTS = (
    "Der Hafen von Bremen ist seit Montag geschlossen.",
    "Le port est fermé depuis lundi.",
    "Порт закрыт с понедельника.",
    "港は月曜日から閉鎖されている。",
    "Hfn vbne 12",
)


@pytest.fixture
def kept(tmp_path):
    """A file to keep the model in."""
    file = tmp_path / "state" / "languages.model"
    languages.keep_in(file)
    languages._identifier.cache_clear()
    yield file
    languages.keep_in(None)
    languages._identifier.cache_clear()


def told():
    languages._identifier.cache_clear()
    return [languages.classified(text) for text in TEXTS]


def test_a_model_that_is_kept_says_what_it_said(kept, monkeypatch):
    first = told()
    assert [code for code, _ in first[:4]] == ["de", "fr", "ru", "ja"]
    from py3langid.langid import LanguageIdentifier

    monkeypatch.setattr(LanguageIdentifier, "from_model_file", None)  # need not be unpacked
    assert told() == first


def test_nothing_is_kept_where_nobody_says_where(kept):
    languages.keep_in(None)
    first = told()
    assert not kept.exists()
    languages.keep_in(kept)
    assert told() == first
    assert kept.exists()


@pytest.mark.parametrize("damage", ["nothing", "cut", "bit", "other"])
def test_a_file_that_is_not_what_was_written_is_written_again(kept, damage):
    first, whole = told(), kept.read_bytes()
    middle = len(whole) // 2
    kept.write_bytes(
        {
            "nothing": b"",
            "cut": whole[:middle],
            "bit": whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :],
            "other": b"something else, longer than two numbers",
        }[damage]
    )
    assert told() == first
    assert kept.read_bytes() == whole


def test_a_model_of_another_release_is_not_believed(kept, monkeypatch):
    first, whole = told(), kept.read_bytes()
    monkeypatch.setattr(languages.metadata, "version", lambda _: "0.4.1")
    monkeypatch.setattr(languages, "_KNOWN", frozenset({"0.4.1"}))
    assert told() == first
    assert kept.read_bytes() != whole


def test_a_release_that_is_not_known_is_not_kept(kept, monkeypatch):
    monkeypatch.setattr(languages, "_KNOWN", frozenset())
    told()
    assert not kept.exists()
