"""Any text, and any text made of payloads, comes to its page as words and as nothing else."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.hostile.payloads import payloads
from tests.hostile.whole_way import check

SIGNS = st.sampled_from(
    "*_`[]()<>&#{}|~^$=+!:\\\"'-.\n\n\n \t@/%;,“”‘’—…\u00a0\u200b\u202e\u2067\u0301\ufeff\ufffd"
)
WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
PAYLOADS = st.sampled_from([payload.text for payload in payloads()])
LINES = st.sampled_from(
    (
        "# ",
        "> ",
        "- ",
        "1. ",
        "    ",
        "```\n",
        "---\n",
        "By ",
        "LONDON (AP) — ",
        "|a|\n|-|\n",
        "[x](",
    )
)
ANY = st.lists(st.one_of(WORDS, SIGNS, LINES), max_size=40).map("".join)
HOSTILE = st.lists(st.one_of(PAYLOADS, PAYLOADS, WORDS, SIGNS, LINES), max_size=8).map("".join)
SUFFIX = st.sampled_from([".txt", ".md"])


@settings(max_examples=60, deadline=None)
@given(ANY, SUFFIX)
def test_any_text(text: str, suffix: str) -> None:
    check(text.encode(), suffix)


@settings(max_examples=60, deadline=None)
@given(HOSTILE, SUFFIX)
def test_text_of_payloads(text: str, suffix: str) -> None:
    check(text.encode("utf-8", "surrogatepass"), suffix)


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=300), SUFFIX)
def test_any_bytes(data: bytes, suffix: str) -> None:
    check(data, suffix)
