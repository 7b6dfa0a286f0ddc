"""Tables and code in plain text: lines whose layout says something, kept together as they are."""

import re
from collections.abc import Sequence

_CODE = re.compile(
    r"(?:(?:def|class|import|from|return|elif|else|for|while|try|except|with|function|const|let|"
    r"var|public|private|static|void|int|using|package|func|fn|if|print|export|async|end)\b"
    r".*[(){};=:\[\]].*|[}\])]+[;,]?|#include.*|(?:>>>|\$) .*|[\w.]+\(.*\);?|"
    r"[\w.\[\]]+ ?[-+*/]?= ?\S.*|.*[{}]|.*[=()].*;)"
)
_LEAST = {"table": 2, "code": 3}  # lines


def runs(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Where tables and code stand: (first place, place after the last), in order."""
    kinds = [_kind(text) for text in texts]
    found: list[tuple[int, int]] = []
    start = 0
    while start < len(kinds):
        end = start + 1
        while end < len(kinds) and kinds[start] and kinds[end] == kinds[start]:
            end += 1
        if kinds[start] and end - start >= _LEAST[kinds[start]]:
            found.append((start, end))
        start = end
    return found


def _kind(text: str) -> str:
    text = text.strip()
    if not text or len(text) > 300:
        return ""
    if text.count("|") >= 2:
        return "table"
    return "code" if _CODE.fullmatch(text) else ""
