"""Train the typer of names: `build/seedpress/entities/words/typer.tsv`.

    python tests/bench/train_names.py BENCH_DATA_FOLDER build/seedpress/entities/words/typer.tsv

The folder holds two sets with marked names: `entities_wikigold.json.gz` (Wikipedia, WikiGold,
CC-BY 4.0) and `entities_wikinews.json.gz` (Wikinews, GUM corpus, annotations CC-BY 4.0, texts
CC-BY 2.5).
Multinomial logistic regression by AdaGrad with L2, over candidates that `recognise` finds. The
script prints how well the classes of held-out texts are told, trained on the other texts: five
folds, and each set by a model that has seen only the other.
"""

import gzip
import json
import random
import sys
from collections import Counter
from pathlib import Path

import numpy as np

from seedpress.entities import rules
from seedpress.entities.builtin import recognise
from seedpress.entities.features import of_context, of_name
from seedpress.entities.lexicon import lexicon
from seedpress.entities.looks import mentions_of
from seedpress.entities.tokens import tokens
from seedpress.entities.typer import CLASSES
from seedpress.model import Article, Block, Fields

SETS = ("entities_wikigold", "entities_wikinews")
LABELS = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "other"}
EPOCHS, RATE, L2, LEAST = 10, 0.1, 1e-3, 2
DROP = 0.4  # share of the features hidden at each step, so that no single word is relied on
Instance = tuple[list[str], int]


def article(text: str) -> Article:
    """The text as an article whose offsets are the text's own."""
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Block("paragraph", line, start=start))
        start += len(line) + 1
    return Article(Fields(), tuple(blocks), text)


def instances(case: dict) -> list[Instance]:
    """Features and class of each candidate that matches a marked name exactly."""
    gold = {(m["s"], m["e"]): LABELS[m["type"]] for m in case["mentions"]}
    words = tokens(case["text"])
    at = {w.start: i for i, w in enumerate(words)}
    found = []
    for mention in mentions_of(recognise(article(case["text"]))):
        if mention.rule in (rules.HEADLINE, rules.CAPITALS) or mention.start not in at:
            continue
        span = (mention.start, mention.end)
        if span not in gold:
            continue
        first = last = at[mention.start]
        while last < len(words) and words[last].start < mention.end:
            last += 1
        features = [
            *of_name(mention.text, lexicon()),
            *of_context(words, first, last, mention.rule, lexicon()),
            "bias",
        ]
        found.append((features, CLASSES.index(gold[span])))
    return found


def train(data: list[Instance]) -> dict[str, np.ndarray]:
    """Weights of the features that at least LEAST candidates have."""
    counts = Counter(f for features, _ in data for f in set(features))
    index = {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= LEAST))}
    rows = [(np.array([index[f] for f in features if f in index]), y) for features, y in data]
    table = np.zeros((len(index), len(CLASSES)))
    squares = np.full_like(table, 1e-2)
    order = random.Random(1)  # noqa: S311 - shuffles, hides nothing
    chance = np.random.default_rng(1)
    for _ in range(EPOCHS):
        order.shuffle(rows)
        for whole, label in rows:
            row = whole[chance.random(len(whole)) >= DROP]
            raw = table[row].sum(axis=0)
            odds = np.exp(raw - raw.max())
            gradient = odds / odds.sum()
            gradient[label] -= 1
            step = gradient + L2 * table[row]
            squares[row] += step**2
            table[row] -= RATE * step / np.sqrt(squares[row])
    return {f: table[i] * (1 - DROP) for f, i in index.items()}


def right(table: dict[str, np.ndarray], data: list[Instance]) -> float:
    """Share of the candidates whose class is told right."""
    hits = 0
    for features, label in data:
        total = sum((table[f] for f in features if f in table), np.zeros(len(CLASSES)))
        hits += int(total.argmax()) == label
    return hits / len(data)


def save(table: dict[str, np.ndarray], path: Path) -> None:
    """Write the weights in hundredths, one feature a line; those that say nothing are left out."""
    lines = ["# Weights of the typer, in hundredths; made by tests/bench/train_names.py."]
    for feature in sorted(table):
        numbers = [round(100 * float(w)) for w in table[feature]]
        if max(map(abs, numbers)) >= 8 and "\t" not in feature:
            lines.append(f"{feature}\t{' '.join(map(str, numbers))}")
    path.write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    """Cross-validate, then train on everything and save."""
    folder, target = Path(sys.argv[1]), Path(sys.argv[2])
    cases = {s: json.loads(gzip.decompress((folder / f"{s}.json.gz").read_bytes())) for s in SETS}
    data = {s: [instances(case) for case in cases[s]] for s in SETS}
    one, two = SETS
    for here, there in ((one, two), (two, one)):
        table = train([i for case in data[there] for i in case])
        print(f"{here} from {there}: {right(table, [i for case in data[here] for i in case]):.3f}")
    every = [case for s in SETS for case in data[s]]
    folds = []
    for fold in range(5):
        table = train([i for n, case in enumerate(every) if n % 5 != fold for i in case])
        held = [i for n, case in enumerate(every) if n % 5 == fold for i in case]
        folds.append(right(table, held))
    print("five folds:", " ".join(f"{x:.3f}" for x in folds), f"mean {sum(folds) / 5:.3f}")
    save(train([i for case in every for i in case]), target)


if __name__ == "__main__":
    main()
