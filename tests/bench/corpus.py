"""Make a corpus of any size from the sample seeds, for measuring how cost grows.

    python tests/bench/corpus.py 1000 /tmp/corpus

Sentences of the samples are shuffled into articles of about 700 words, and the names in them are
replaced: every article has a cast of invented people, towns and organisations, spelt in more than
one way and drawn from a Zipf-like distribution, so that the number of entities and of shared ones
grows as it does in a real corpus. The same number always gives the same corpus.
"""

import random
import re
import sys
from itertools import accumulate
from pathlib import Path

ROOT = Path(__file__).parents[2]
WORDS = 700
FIRST = (
    "Anna Boris Clara David Elena Farid Greta Hugo Irina Jonas Karim Lena Marta Nils Olga".split()
)
BEGIN = "Bal Cor Dar Fen Gal Har Kel Lor Mar Nor Pol Rav Sel Tor Vel Wes Yar Zan".split()
MIDDLE = "a e i o u an en in on ar er".split()
END = "bek den dov gan kov lin mer nik rov sen ski son vic ton".split()
PLACES = "burg dorf field ford grad haven mouth pol stad ville".split()
# Names inside a sentence: capitals after a word in lower case.
NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w’.-]*[\w](?: (?:of |the )?[A-Z][\w’-]+)*")
KINDS = "Bank|Council|Institute|Ministry of Trade|Oil Company|Party|University|Workers Union".split(
    "|"
)


def names(count: int, chance: random.Random) -> list[list[str]]:
    """`count` invented names, each with the ways in which it is written."""
    found = []
    for i in range(count):
        stem = chance.choice(BEGIN) + chance.choice(MIDDLE)
        if i % 3 == 0:
            last = stem + chance.choice(END)
            found.append([f"{chance.choice(FIRST)} {last}", last])
        elif i % 3 == 1:
            found.append([stem + chance.choice(PLACES)])
        else:
            found.append([f"{stem}{chance.choice(PLACES)} {chance.choice(KINDS)}"])
    return found


def sentences() -> list[str]:
    """Every plain sentence of the sample seeds."""
    texts = [
        p.read_bytes().decode("utf-8", "replace") for p in sorted((ROOT / "seeds").glob("*.txt"))
    ]
    found = [s.strip() for text in texts for s in re.split(r"(?<=[.!?])\s+", text)]
    return [s for s in found if 6 < len(s.split()) < 45 and s[-1] in ".!?" and "\n" not in s]


def make(count: int, folder: Path) -> None:
    """Write `count` articles into `folder`."""
    chance = random.Random(20250311)  # noqa: S311 - a repeatable corpus, not a secret
    stock = sentences()
    pool = names(max(60, 3 * count // 2), chance)
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(pool))))
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        cast = chance.choices(pool, cum_weights=weights, k=12)
        text = article(number, cast, stock, chance)
        (folder / f"{number:06}.txt").write_text(text, "utf-8")


def article(number: int, cast: list[list[str]], stock: list[str], chance: random.Random) -> str:
    """One article about the names in `cast`."""
    paragraphs: list[str] = []
    words = 0
    while words < WORDS:
        form = 0 if words < WORDS / 2 else -1  # in full first, then short
        paragraph = NAME.sub(
            lambda _: chance.choice(cast)[form],  # noqa: B023 - called at once
            " ".join(chance.sample(stock, 4)),
        )
        words += len(paragraph.split())
        paragraphs.append(paragraph)
    day = number % 28 + 1
    title = f"{cast[0][0]} and {cast[1][-1]} return to the question, part {number}"
    byline = f"By {chance.choice(FIRST)} {chance.choice(BEGIN)}ov"
    head = f"{title}\n\n{byline}\nPublished: March {day}, 2025"
    return "\n\n".join([head, *paragraphs]) + "\n"


if __name__ == "__main__":
    make(int(sys.argv[1]), Path(sys.argv[2]))
