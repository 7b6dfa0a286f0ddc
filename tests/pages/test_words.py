"""Every language says everything, and nothing is said that no page uses."""

import re
import string
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml

from seedpress.pages.words import words

FOLDER = Path(str(files("seedpress.pages")))
LANGUAGES = sorted(file.stem for file in (FOLDER / "words").glob("*.yml"))


def flat(table: dict[str, Any], before: str = "") -> dict[str, str | list[str]]:
    found: dict[str, str | list[str]] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            found.update(flat(value, f"{before}{key}."))
        else:
            found[f"{before}{key}"] = value
    return found


def load(language: str) -> dict[str, str | list[str]]:
    return flat(yaml.safe_load((FOLDER / "words" / f"{language}.yml").read_text("utf-8")))


def fields(text: str | list[str]) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(str(text)) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_things(language: str) -> None:
    english, other = load("en"), load(language)
    assert list(other) == list(english)
    for key, text in english.items():
        assert isinstance(other[key], type(text)), key
        assert fields(other[key]) == fields(text), key
        assert other[key], key
    assert len(other["months"]) == 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_said_twice(language: str) -> None:
    tree = yaml.compose((FOLDER / "words" / f"{language}.yml").read_text("utf-8"))
    nodes = [tree]
    for node in nodes:
        if isinstance(node, yaml.MappingNode):
            keys = [key.value for key, _ in node.value]
            assert len(set(keys)) == len(keys), keys
            nodes += [value for _, value in node.value]
    assert len(nodes) > 9


def test_nothing_is_said_for_no_one() -> None:
    sources = [*FOLDER.rglob("*.py"), *FOLDER.rglob("*.j2")]
    source = "\n".join(path.read_text("utf-8") for path in sources)
    for key in yaml.safe_load((FOLDER / "words" / "en.yml").read_text("utf-8")):
        said = rf"[\"'](all_)?{re.escape(key)}[\"'.{{]|all_\{{folder\}}"
        assert re.search(said, source), key


def test_numbers_and_dates() -> None:
    w = words("en")
    assert w("articles", n=1) == "1 article"
    assert w("articles", n=12_345) == "12,345 articles"
    assert w("kinds.person") == "People"
    assert [w.when(x) for x in ("2025-03-09", "2025-03", "2025")] == [
        "9 March 2025",
        "March 2025",
        "2025",
    ]
    assert w.date(None) == ""


@pytest.mark.parametrize("language", ["xx", "", "../en", "en-GB", "EN"])
def test_a_language_that_nobody_wrote_is_english(language: str) -> None:
    assert words(language).language == "en"


def test_words_that_do_not_exist_are_an_error() -> None:
    with pytest.raises(KeyError):
        words("en")("no such words")
