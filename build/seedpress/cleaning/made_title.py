"""A title for an article that has none: its first sentence, which stays in the text."""

import re

_SENTENCE = re.compile(
    r"(?<=[^\W\d_]{3}[.!?…])[\"')\]”’»]*\s+(?=[\"'(\[“‘«¿¡]*[^\W_])(?![a-zß-öø-ÿ])"
)
LONGEST = 110


def made_title(text: str) -> str:
    """The first sentence of `text`, shortened at a word where it is long."""
    first = _SENTENCE.split(" ".join(text[:1000].split()), maxsplit=1)[0].strip()
    if len(first) > LONGEST:
        cut = first[:LONGEST].rpartition(" ")[0] or first[:LONGEST]
        return cut.rstrip(" ,;:–—-") + "…"
    return first.rstrip(".") if not first.endswith("..") else first
