"""Print what keywords cost an article, alone and in the join, as the corpus grows.

    python tests/bench/keywords.py [100 1000 ...]

Times are processor milliseconds an article, the least of three runs; bytes are those of the cached
phrases as JSON. The extractors that are not the default are measured on the smallest corpus, with
each engine of `yake` that is installed.
"""

import importlib.util
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
from corpus import make

from seedpress.cleaning import clean
from seedpress.keywords import agree, extract
from seedpress.model import Analysis, Authority, Names, Resolution, Seed
from seedpress.settings import KeywordSettings

RUNS = 3
ENGINES = {"yake": "yake", "yake-rust": "yake_rust"}


def main(sizes: list[int]) -> None:
    """Measure a corpus of each size."""
    print("articles  extract ms  join ms  bytes  shared")
    for size in sizes:
        seeds = seeds_of(size)
        articles = [clean(seed) for seed in seeds]
        settings = KeywordSettings()
        phrases = [extract(article, settings) for article in articles]
        analyses = [
            Analysis(seed, article, Names(), found.packed())
            for seed, article, found in zip(seeds, articles, phrases, strict=True)
        ]
        nobody = Resolution((), tuple(() for _ in analyses))
        vocabulary = agree(analyses, nobody, Authority(), settings)
        alone = least(lambda: [extract(article, settings) for article in articles])  # noqa: B023
        joined = least(lambda: agree(analyses, nobody, Authority(), settings))  # noqa: B023
        cached = sum(len(msgspec.json.encode(found)) for found in phrases)
        print(
            f"{size:8}  {1000 * alone / size:10.2f}  {1000 * joined / size:7.2f}"
            f"  {cached // size:5}  {len(vocabulary.shared):6}",
            flush=True,
        )
    yakes(min(sizes))


def seeds_of(size: int) -> list[Seed]:
    """A made corpus of `size` articles."""
    with tempfile.TemporaryDirectory(prefix="seedpress-bench-") as folder:
        make(size, Path(folder))
        files = sorted(Path(folder).iterdir())
        return [Seed(file.name, "0" * 64, file.read_text("utf-8")) for file in files]


def yakes(size: int) -> None:
    """Measure the extractor `yake` by engine."""
    articles = [clean(seed) for seed in seeds_of(size)]
    for engine, package in ENGINES.items():
        if importlib.util.find_spec(package) is None:
            print(f"{engine}: not installed")
            continue
        settings = KeywordSettings(extractor="yake", engine=engine)
        alone = least(lambda: [extract(article, settings) for article in articles])  # noqa: B023
        print(f"{engine}: {1000 * alone / size:.2f} ms", flush=True)


def least(work: Callable[[], object]) -> float:
    """The least processor seconds of some runs of `work`."""
    times = []
    for _ in range(RUNS):
        before = time.process_time()
        work()
        times.append(time.process_time() - before)
    return min(times)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [100, 1000])
