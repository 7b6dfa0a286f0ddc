"""Make `build/seedpress/entities/words/common.txt`: words that most texts write in lower case.

    python tests/bench/train_common_words.py TRAIN_LINES.json.gz > .../entities/words/common.txt

The input holds web articles with labelled blocks (labels CC-BY 4.0, from WCXB); only words by their
counts leave this script. A word is common if at least two articles have it, it stands in lower case
at least three times, and at least twice as often as with a capital in the middle of a sentence.
"""

import gzip
import json
import re
import sys
import textwrap
from collections import Counter, defaultdict
from pathlib import Path

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
AFTER_A_STOP = ".!?:;…\"“”'’)-–—"


def main() -> None:
    """Count, choose, print."""
    articles = json.loads(gzip.decompress(Path(sys.argv[1]).read_bytes()))
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    homes: dict[str, set[int]] = defaultdict(set)
    for number, article in enumerate(articles):
        for kind, text in article["blocks"]:
            if kind in ("p", "q", "li"):
                count(text, number, lower, capital, homes)
    chosen = sorted(
        word
        for word, n in lower.items()
        if n >= 3
        and len(homes[word]) >= 2
        and n >= 2 * capital[word]
        and len(word) > 1
        and word.isascii()
    )
    print("# Words that most texts write in lower case; made by tests/bench/train_common_words.py.")
    print(textwrap.fill(" ".join(chosen), 120, break_on_hyphens=False))


def count(
    text: str, number: int, lower: Counter[str], capital: Counter[str], homes: dict[str, set[int]]
) -> None:
    """Add the words of one block; a block of mostly capitalised words says nothing."""
    found = list(WORD.finditer(text))
    if sum(m.group()[0].isupper() for m in found) > len(found) / 2:
        return
    for match in found:
        word, start = match.group(), match.start()
        if word.islower():
            lower[word] += 1
            homes[word].add(number)
        elif (
            word.istitle()
            and start > 1
            and text[start - 1] == " "
            and text[start - 2] not in AFTER_A_STOP
        ):
            capital[word.lower()] += 1


if __name__ == "__main__":
    main()
