"""Make a corpus of any size from the sample seeds, for measuring how cost grows.

    python tests/bench/corpus.py 1000 /tmp/corpus

Sentences of the samples are shuffled into articles of about 700 words. Their names are replaced:
every article has a cast of invented people, towns and organisations, spelt in more than one way,
of whom some are its own and some are drawn from a Zipf-like distribution. So are the words that
take the place of many of its nouns. The same number always gives the same corpus.

How dense it is was set by comparing it with newswire (138 articles of the DUC 2001 collection and
43 of Wikinews, as seedpress reads them), per 700 words:

    |                               | newswire | here, 600 articles   |
    |-------------------------------|----------|----------------------|
    | paragraphs                    | 18       | 16                   |
    | mentions of names             | 45       | 48                   |
    | of them of shared names       | 10-25    | 20                   |
    | names                         | 23-25    | 21                   |
    | of them shared                | 4-11     | 9                    |
    | articles with the top name    | 46 %     | 45 %                 |
    | articles with the second name | 18 %     | 30 %                 |
    | shared keywords               | 2-8      | 9                    |
"""

import random
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
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
NOUNS = "ding field gate ling mast post rope stone ture ware".split()
OWN = 14  # names that no other article has
TOP = 0.4  # share of articles with the name that is named most
NAMED = 0.65  # share of the samples' names that become one of the cast
SOMEBODY = "the office|a neighbour|the owner|the town|a visitor|the other side".split("|")
NOUN = re.compile(r"\b[a-z]{7,}s?\b(?=[ ,.])")
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
        stem += chance.choice("bdfgklmnprstvz") + chance.choice(MIDDLE)
        if i % 3 == 0:
            last = stem + chance.choice(END)
            found.append([f"{chance.choice(FIRST)} {last}", last])
        elif i % 3 == 1:
            found.append([stem + chance.choice(PLACES)])
        else:
            found.append([f"{stem}{chance.choice(PLACES)} {chance.choice(KINDS)}"])
    return found


def sentences() -> list[str]:
    """Every plain sentence of the sample seeds that does not begin with a name."""
    texts = [
        p.read_bytes().decode("utf-8", "replace") for p in sorted((ROOT / "seeds").glob("*.txt"))
    ]
    common = {word for text in texts for word in re.findall(r"\b[a-z]+\b", text)}
    found = [s.strip() for text in texts for s in re.split(r"(?<=[.!?])\s+", text)]
    found = [s for s in found if 6 < len(s.split()) < 45 and s[-1] in ".!?" and "\n" not in s]
    return [s for s in found if s.split()[0].casefold() in common]


def make(count: int, folder: Path) -> None:
    """Write `count` articles into `folder`."""
    chance = random.Random(20250311)  # noqa: S311 - a repeatable corpus, not a secret
    stock = sentences()
    pool = names(max(60, 3 * count // 2), chance)
    weights = list(accumulate(1 / (rank + 25) for rank in range(len(pool))))
    spoken = [
        chance.choice(BEGIN).lower() + chance.choice(MIDDLE) + chance.choice(NOUNS)
        for _ in range(max(2000, 12 * count))
    ]
    heard = list(accumulate(1 / (rank + 200) for rank in range(len(spoken))))
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        shared = chance.choices(pool, cum_weights=weights, k=9)
        if chance.random() < TOP:
            shared[0] = pool[0]
        cast = [*shared, *names(OWN, chance)]
        words = chance.choices(spoken, cum_weights=heard, k=60)
        text = article(number, cast, words, stock, chance)
        (folder / f"{number:06}.txt").write_text(text, "utf-8")


@contextmanager
def project(count: int) -> Iterator[Path]:
    """A folder with a corpus of so many articles, ready to be built, while it is wanted."""
    with tempfile.TemporaryDirectory(prefix="seedpress-bench-") as folder:
        root = Path(folder)
        (root / "docs").mkdir()
        for name in ("mkdocs.yml", "docs/about.md"):
            (root / name).write_bytes((ROOT / name).read_bytes())
        make(count, root / "seeds")
        yield root


def article(
    number: int, cast: list[list[str]], words: list[str], stock: list[str], chance: random.Random
) -> str:
    """One article about the names in `cast`, in which `words` replace some of its nouns."""
    paragraphs: list[str] = []
    length = 0
    shares = [1] * 9 + [1] * OWN  # shared names come again and again, its own do not
    while length < WORDS:
        form = 0 if length < WORDS / 2 else -1  # in full first, then short
        text = " ".join(chance.sample(stock, 2))
        text = NAME.sub(
            lambda _: (
                chance.choices(cast, shares)[0][form]  # noqa: B023 - called at once
                if chance.random() < NAMED
                else chance.choice(SOMEBODY)
            ),
            text,
        )
        text = NOUN.sub(
            lambda found: chance.choice(words) if chance.random() < 0.8 else found[0], text
        )
        text = re.sub(r"\b([Tt]he|a) (?=the |a )", "", text)
        length += len(text.split())
        paragraphs.append(text)
    day = number % 28 + 1
    title = f"{cast[0][0]} and {cast[1][-1]} return to the question, part {number}"
    byline = f"By {chance.choice(FIRST)} {chance.choice(BEGIN)}ov"
    head = f"{title}\n\n{byline}\nPublished: March {day}, 2025"
    return "\n\n".join([head, *paragraphs]) + "\n"


if __name__ == "__main__":
    make(int(sys.argv[1]), Path(sys.argv[2]))
