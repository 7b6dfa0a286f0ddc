"""How a block uses capitals: what is told at a glance is what a longer look tells."""

import pytest

from seedpress.entities import rules
from seedpress.entities.capitals import style_of
from seedpress.entities.lexicon import lists_for
from seedpress.entities.tokens import tokens
from seedpress.model import Block

BLOCKS = [
    ("The owners of the harbour met in Ravelport on Monday and agreed on nothing.", rules.MID),
    ("Owners of the Harbour Met in Town and Agreed on Nothing", rules.HEADLINE),
    ("OWNERS OF THE HARBOUR AGREED ON NOTHING", rules.CAPITALS),
    ("Deal is on, or so we are told by Ann", rules.MID),
    ("12, 14 (16)", rules.MID),
    ("harbour", rules.MID),
]


@pytest.mark.parametrize(("text", "style"), BLOCKS)
def test_running_text_is_told_from_headlines_and_capitals(text: str, style: str) -> None:
    for kind in ("paragraph", "heading"):
        block = Block(kind, text)  # type: ignore[arg-type]
        assert style_of(block, tokens(text), lists_for("en")) == style
