"""Make the two data files of the keyword stage.

    python tests/bench/train_keywords.py documents train_lines_wcxb.json.gz
    python tests/bench/train_keywords.py weights NEWS.json.gz=1 ABSTRACTS.json.gz=0.2

`documents` counts in how many texts each stem stands (texts of the Web Content Extraction
benchmark, CC-BY 4.0). `weights` fits a logistic regression that tells gold keyphrases from the
other candidates, one number for each set being the weight of its candidates, and prints F1@5, 10
and 15 of a six-fold cross-validation; nothing but the weights of the features is kept. The news
were the given half of DUC 2001 (`keywords_duc2001`), the abstracts a part of Inspec
(`keywords_inspec500`).
"""

import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from nltk.stem import PorterStemmer
from scipy.optimize import minimize

from seedpress.cleaning import clean
from seedpress.keywords import features, ranking
from seedpress.keywords.editor import candidates
from seedpress.keywords.rarity import rarity
from seedpress.keywords.tokens import sentences, stem
from seedpress.model import Phrases, Seed

DATA = Path(__file__).parents[2] / "build" / "seedpress" / "keywords" / "data"
FOLDS = 6
PENALTY = 10.0  # on the square of standardised weights
PORTER = PorterStemmer().stem
# Set, not learned: indexers of the sets took "dramatic shift"; an editor would not.
BY_HAND = {"vague_start": -1.0, "empty": -2.0, "passing_name": -0.7}


@dataclass
class Case:
    """One article of a set with gold answers."""

    phrases: Phrases
    numbers: np.ndarray  # candidates × features
    right: np.ndarray
    gold: set[str]
    weight: float
    fold: int
    set_name: str


def main() -> None:
    """Make one of the files."""
    what, *arguments = sys.argv[1:]
    if what == "documents":
        count_documents(Path(arguments[0]))
    else:
        fit_weights(arguments)


def count_documents(path: Path) -> None:
    """Write in how many of the texts each stem stands, if in two or more."""
    counts: Counter[str] = Counter()
    documents = json.loads(gzip.decompress(path.read_bytes()))
    for document in documents:
        counts.update(
            {
                stem(token.lower)
                for _, text in document["blocks"]
                for sentence in sentences(text)
                for token in sentence
                if token.kind == "word"
            }
        )
    by_count = defaultdict(list)
    for word, count in counts.items():
        if count > 1 and re.fullmatch(r"[a-z][a-z'&.-]*", word):
            by_count[count].append(word)
    lines = [
        "# In how many web articles a stem stands: number of articles, then count and stems.",
        "# Counted by tests/bench/train_keywords.py over the texts of the development split of the",
        "# Web Content Extraction benchmark (WCXB), CC-BY 4.0; Snowball's English stems.",
        str(len(documents)),
    ]
    lines += [f"{count} {' '.join(sorted(by_count[count]))}" for count in sorted(by_count)[::-1]]
    (DATA / "documents.txt").write_text("\n".join(lines) + "\n", "utf-8")


def fit_weights(sets: list[str]) -> None:
    """Fit, cross-validate, print and write the weights."""
    cases = [case for given in sets for case in read_set(given)]
    folds = [fit([case for case in cases if case.fold != fold]) for fold in range(FOLDS)]
    found: dict[str, list[tuple[set[str], list[str]]]] = defaultdict(list)
    for case in cases:
        found[case.set_name].append((case.gold, answers(case, folds[case.fold])))
    report = {name: [f1(pairs, k) for k in (5, 10, 15)] for name, pairs in found.items()}
    weights = fit(cases)
    said = {
        "about": "Logistic regression over the features of seedpress.keywords.features, fitted by "
        "tests/bench/train_keywords.py; of the training texts nothing is kept but these numbers.",
        "fitted_on": [Path(given.partition("=")[0]).name.partition(".")[0] for given in sets],
        "set_by_hand": sorted(BY_HAND),
        "cross_validated_f1_at_5_10_15": report,
        "weights": dict(zip(features.NAMES, [round(float(w), 3) for w in weights], strict=True)),
    }
    (DATA / "weights.json").write_text(json.dumps(said, indent=2) + "\n", "utf-8")
    print(json.dumps(said, indent=2))


def read_set(given: str) -> list[Case]:
    """The cases of `path=weight`."""
    path, _, weight = given.partition("=")
    raw = json.loads(gzip.decompress(Path(path).read_bytes()))
    made = []
    for case in raw:
        text = f"{case['title']}\n\n{case['text']}\n" if case.get("title") else f"{case['text']}\n"
        seed = Seed(path=f"{case['id']}.txt", sha256="", text=text)
        made.append(candidates(clean(seed)))
    rare = rarity(phrases.words for phrases in made)
    return [
        as_case(case, phrases, rare, float(weight or 1), number % FOLDS, Path(path).name)
        for number, (case, phrases) in enumerate(zip(raw, made, strict=True))
    ]


def as_case(raw, phrases, rare, weight, fold, name) -> Case:
    """Measure the candidates and mark those that are gold."""
    known = features.words(phrases, rare)
    numbers = [features.measure(candidate, known) for candidate in phrases.candidates]
    gold = {normal(phrase) for phrase in raw["gold"]}
    right = np.array([normal(candidate.text) in gold for candidate in phrases.candidates], float)
    shape = (len(numbers), len(features.NAMES))
    return Case(phrases, np.array(numbers).reshape(shape), right, gold, weight, fold, name)


def fit(cases: list[Case]) -> np.ndarray:
    """Weights of the features; each article has an intercept of its length, which ranks nothing."""
    numbers = np.vstack([case.numbers for case in cases])
    right = np.concatenate([case.right for case in cases])
    weight = np.concatenate([np.full(len(case.right), case.weight) for case in cases])
    size = np.concatenate([np.full(len(c.right), np.log(len(c.right) + 1)) for c in cases])
    fixed = np.array([BY_HAND.get(name, 0.0) for name in features.NAMES])
    free = np.array([name not in BY_HAND for name in features.NAMES])
    given = numbers @ fixed
    numbers = numbers[:, free]
    mean, spread = numbers.mean(0), numbers.std(0) + 1e-9
    table = np.column_stack([(numbers - mean) / spread, size, np.ones(len(numbers))])

    def loss(w):
        score = table @ w + given
        kept = np.append(w[:-2], [0, 0])
        slope = weight * (1 / (1 + np.exp(-score)) - right)
        value = (weight * (np.logaddexp(0, score) - right * score)).sum()
        return value + PENALTY * (kept**2).sum(), table.T @ slope + 2 * PENALTY * kept

    fixed[free] = minimize(loss, np.zeros(table.shape[1]), jac=True).x[:-2] / spread
    return fixed


def answers(case: Case, weights: np.ndarray) -> list[str]:
    """The first fifteen keywords under `weights`."""
    found = list(case.numbers @ weights)
    order = ranking.chosen([c.words for c in case.phrases.candidates], found, 15)
    return [case.phrases.candidates[place].text for place, _ in order]


def normal(phrase: str) -> str:
    """Porter stems in lower case, as the keyphrase literature compares."""
    return " ".join(PORTER(word) for word in phrase.lower().replace("’", "'").split())


def f1(pairs: list[tuple[set[str], list[str]]], k: int) -> float:
    """F1 of the first `k`, pooled over the articles, in per cent."""
    right = given = wanted = 0
    for gold, mine in pairs:
        first = set(list(dict.fromkeys(map(normal, mine)))[:k])
        right, given, wanted = right + len(first & gold), given + len(first), wanted + len(gold)
    return round(200 * right / (given + wanted), 1)


if __name__ == "__main__":
    main()
