"""Codes of shares after a company's name, which are no names: `Apple (AAPL.O)`, `Exco <EXC>`."""

import re

_LONGEST = 16  # characters from the bracket on
_TICKER = re.compile(
    r"(?<=[\w.] )<[A-Z]{1,6}(?:[. ][A-Z]{1,3})?>"
    r"|\([A-Z]{2,6}\.[A-Z]{1,3}\)"
    r"|\((?:NYSE|NASDAQ|Nasdaq|AMEX|LSE|TSX|TSE|ASX|NSE|BSE|HKEX|SGX|OTC|Euronext): ?"
    r"(?P<code>[A-Z]{1,6}(?:\.[A-Z]{1,3})?)\)"
)
_BEFORE = 40  # characters
_NAMED = re.compile(r"\b[A-Z][\w.&'-]*,? ?$")  # what stands before the bracket


def is_ticker(text: str, start: int, end: int) -> bool:
    """Whether what stands at these offsets is a share's code, or part of one."""
    if end - start > _LONGEST or not text[start:end].replace(".", "").isupper():
        return False
    opening = max(text.rfind(sign, max(0, start - _LONGEST), start) for sign in "<(")
    match = _TICKER.match(text, opening) if opening >= 0 else None
    if (
        not match
        or match.end() < end
        or not _NAMED.search(text[max(0, opening - _BEFORE) : opening])
    ):
        return False
    return match["code"] is None or start >= match.start("code")
