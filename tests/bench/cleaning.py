"""Print how many articles a second cleaning and reading manage on one core.

    PYTHONPATH=build python tests/bench/cleaning.py

The articles are made of the sample corpus: text of about 700 words each, and web pages of them.
Wanted: 300 texts cleaned and 50 web pages read, each with its fields and its ledger.
"""

import html
import sys
import tempfile
import time
from pathlib import Path

from seedpress import cleaning, readers
from seedpress.model import Seed
from seedpress.settings import LimitSettings

SEEDS = Path(__file__).parents[2] / "seeds"
COUNT = 150
LIMITS = LimitSettings()


def texts() -> list[str]:
    """Articles of about 700 words: a sample seed, stretched by paragraphs of others."""
    files, _ = readers.find(SEEDS, LIMITS)
    samples = [
        thing.text
        for file in files
        for thing in readers.read(file, LIMITS)
        if isinstance(thing, Seed) and thing.markup == "text"
    ]
    paragraphs = [line for text in samples for line in text.split("\n") if len(line) > 200]
    made = []
    for number in range(COUNT):
        text = samples[number % len(samples)]
        step = number
        while len(text.split()) < 700:
            text = f"{text}\n\n{paragraphs[step % len(paragraphs)]}"
            step += 7
        made.append(f"{text}\n\nNumber {number} of this bench.")
    return made


def page(text: str) -> str:
    """A web page with the article between a menu and a footer."""
    body = "".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n") if line.strip())
    menu = "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(30))
    return (
        f"<html><head><title>An article</title></head><body><nav><ul>{menu}</ul></nav>"
        f"<article><h1>An article</h1>{body}</article><footer>Copyright 2025</footer></body></html>"
    )


def rate(count: int, started: float) -> str:
    return f"{count / (time.process_time() - started):6.0f} a second"


def main() -> None:
    articles = texts()
    seeds = [Seed(f"{n}.txt", "", text) for n, text in enumerate(articles)]
    marks = [(seed.path, cleaning.line_marks(seed)) for seed in seeds]
    repeated = cleaning.repeated_lines(marks)
    cleaning.clean(seeds[0])  # loads the models
    started = time.process_time()
    for seed in seeds:
        cleaning.clean(seed, repeated)
    words = sum(len(text.split()) for text in articles) // COUNT
    sys.stdout.write(f"cleaning text ({words} words): {rate(COUNT, started)}\n")
    started = time.process_time()
    for seed in seeds:
        cleaning.line_marks(seed)
    sys.stdout.write(f"marks of repeating lines: {rate(COUNT, started)}\n")
    for suffix, make in ((".txt", str), (".html", page)):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            for number, text in enumerate(articles):
                (folder / f"{number}{suffix}").write_text(make(text), "utf-8")
            files, _ = readers.find(folder, LIMITS)
            list(readers.read(files[0], LIMITS))
            started = time.process_time()
            for file in files:
                list(readers.read(file, LIMITS))
            sys.stdout.write(f"reading {suffix}: {rate(COUNT, started)}\n")


if __name__ == "__main__":
    main()
