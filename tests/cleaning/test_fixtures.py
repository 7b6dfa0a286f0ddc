"""Rules of cleaning as text: input and what must come of it."""

import re
from collections import Counter

import pytest

from tests.cleaning.fixtures import cases, cleaned, told


def _all(*names):
    return [
        pytest.param(text, wanted, id=f"{name}: {title}")
        for name in names
        for title, text, wanted in cases(name)
    ]


@pytest.mark.parametrize(
    ("text", "wanted"), _all("fields.md", "residue.md", "structure.md", "outlets.md")
)
def test_rules(text, wanted):
    assert told(cleaned(text)) == wanted


@pytest.mark.parametrize(("text", "wanted"), _all("known_failures.md"))
@pytest.mark.xfail(strict=True, reason="not understood yet")
def test_known_failures(text, wanted):
    assert told(cleaned(text)) == wanted


@pytest.mark.parametrize(("text", "_"), _all("unchanged.md"))
def test_unchanged(text, _):
    article = cleaned(text, title="A title from elsewhere")
    # The numbers of a list are its markup: pages make them anew.
    assert {gone.rule for gone in article.removed} <= {"list number"}
    kept = "\n".join((article.text, *(gone.text for gone in article.removed)))
    assert Counter(re.findall(r"[^\W_]+", kept)) == Counter(re.findall(r"[^\W_]+", text))


def test_unchanged_holds_enough_texts():
    assert len(cases("unchanged.md")) >= 30


@pytest.mark.parametrize(("text", "wanted"), _all("markdown.md"))
def test_markdown(text, wanted):
    assert told(cleaned(text, "markdown")) == wanted
