"""Print what recognising and resolving names costs, and where the time goes.

    python tests/bench/entities.py [FOLDER OF .txt FILES] [--names 100000]

Without a folder the articles are those of the sample corpus in `seeds/`, repeated. With `--names N`
it also resolves a made-up corpus of N distinct names of persons.
"""

import argparse
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from seedpress.entities import joins, recognise, resolve
from seedpress.model import Analysis, Article, Authority, Block, Fields, Seed
from seedpress.settings import EntitySettings

SAMPLES = Path(__file__).parents[2] / "seeds"
SETTINGS = EntitySettings()
STEPS = (
    "remember", "gather", "folded", "firms", "states", "ministries", "national", "institutions",
    "teams", "addressed", "bearers", "relatives", "build", "shorten", "join", "identified",
)  # fmt: skip
SYLLABLES = "ka ro mi ten zor bel vin sha pod lur gim nat dov ext qua fis".split()


def article(text: str) -> Article:
    """The text as an article of one paragraph a line."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    blocks, start = [], 0
    for line in lines[1:]:
        blocks.append(Block("paragraph", line, start=start))
        start += len(line) + 2
    title = lines[0] if lines else ""
    return Article(Fields(title=title), tuple(blocks), "\n\n".join(lines[1:]))


class Clock:
    """Processor seconds by step: of resolving, and of each rule that joins names."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()

    def on(self, name: str, step: Callable[..., Any]) -> Callable[..., Any]:
        """The step, which from now on is timed."""

        def timed(*given: Any, **named: Any) -> Any:
            start = time.process_time()
            try:
                return step(*given, **named)
            finally:
                self.seconds[name] += time.process_time() - start

        return timed

    def steps(self) -> None:
        """Time every function that `resolve` calls, and every rule."""
        module = sys.modules["seedpress.entities.resolve"]
        for name in STEPS:
            setattr(module, name, self.on(name, getattr(module, name)))
        joins.RULES = tuple(
            self.on(f"  {rule.__module__.rpartition('.')[2]}.{rule.__name__}", rule)
            for rule in joins.RULES
        )

    def tell(self) -> None:
        """Print the steps, then the rules, each in the order of their cost, and forget them."""
        ranked = sorted(self.seconds.items(), key=lambda item: (item[0][0] == " ", -item[1]))
        for name, seconds in ranked:
            print(f"    {name:28} {seconds:8.3f} s")
        self.seconds.clear()


def measure(articles: list[Article], what: str) -> None:
    """Recognise and resolve; print processor milliseconds a 1,000 words and counts."""
    words = sum(len(a.text.split()) for a in articles)
    start = time.process_time()
    analyses = [
        Analysis(Seed(f"{n}.txt", "", ""), a, recognise(a, SETTINGS))
        for n, a in enumerate(articles)
    ]
    middle = time.process_time()
    resolution = resolve(analyses, Authority(), SETTINGS)
    end = time.process_time()
    print(
        f"{what}: {len(articles)} articles, {words} words, {len(resolution.entities)} entities; "
        f"recognise {1e6 * (middle - start) / max(words, 1):.1f}, "
        f"resolve {1e6 * (end - middle) / max(words, 1):.1f} ms a 1,000 words; "
        f"resolve {end - middle:.1f} s in all, "
        f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB"
    )


def made_up(names: int) -> list[Article]:
    """Articles that mention fifty of the `names` distinct names each."""
    chance = random.Random(1)  # noqa: S311 - test data

    def word() -> str:
        return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 4))).title()

    distinct: dict[str, None] = {}
    while len(distinct) < names:
        distinct[f"{word()} {word()}"] = None
    every = list(distinct)
    return [
        article("x\n" + " ".join(f"Then they met {name} there." for name in every[i : i + 50]))
        for i in range(0, names, 50)
    ]


def main() -> None:
    """Measure the folder, then the made-up names."""
    clock = Clock()
    clock.steps()
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", nargs="?", type=Path, default=SAMPLES)
    options.add_argument("--names", type=int, default=0)
    given = options.parse_args()
    texts = [p.read_text("utf-8", "replace") for p in sorted(given.folder.glob("*.txt"))]
    articles = [article(text) for text in texts]
    recognise(articles[0], SETTINGS)  # reads the word lists, once
    for times in (1, 20):
        measure(articles * times, f"{given.folder.name} x {times}")
        clock.tell()
    if given.names:
        measure(made_up(given.names), f"{given.names} names")
        clock.tell()


if __name__ == "__main__":
    main()
