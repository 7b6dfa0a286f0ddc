"""Make the two data files of the keyword stage.

    python tests/bench/train_keywords.py documents train_lines_wcxb.json.gz
    python tests/bench/train_keywords.py weights train_lines_wcxb.json.gz

The file holds texts of the development split of the Web Content Extraction benchmark (WCXB,
CC-BY 4.0) as blocks. `documents` counts in how many of the texts each stem stands. `weights` fits a
logistic regression that tells keyphrases from the other candidates, and prints F1@5, 10 and 15 of a
cross-validation. We chose the keyphrases ourselves: of texts of WCXB and of our sample articles in
`keyphrases.json`, and of invented news in `stories.txt`, since WCXB has hardly any.
"""

import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from seedpress.cleaning import clean
from seedpress.keywords import features, ranking
from seedpress.keywords.editor import candidates
from seedpress.keywords.rarity import Rarity, rarity
from seedpress.keywords.tokens import key, sentences, stem
from seedpress.model import Article, Block, Fields, Phrases
from seedpress.readers import SeedFile, read
from seedpress.settings import LimitSettings

ROOT = Path(__file__).parents[2]
DATA = ROOT / "build" / "seedpress" / "keywords" / "data"
LABELS = Path(__file__).with_name("keyphrases.json")
STORIES = Path(__file__).with_name("stories.txt")
KINDS = {"h": "heading", "li": "list_item", "q": "quote"}
NEWS = ("seeds", "stories")
NEWS_WEIGHT = 5  # of an article of news: it counts somewhat more than all the others together
FOLDS = 8
PENALTY = 30.0  # on the square of standardised weights; the best of the cross-validation
# Set, not learned: a name that only ever owns something is a piece of a longer phrase, which no
# keyword should be, and the labelled texts have too few of them to teach it.
BY_HAND = {"owner": -1.5}


@dataclass
class Case:
    """One labelled text."""

    phrases: Phrases
    numbers: np.ndarray  # candidates × features
    right: np.ndarray
    gold: set[tuple[str, ...]]
    fold: int
    kind: str  # `articles` and `paragraphs` of WCXB, `seeds`, `stories`


def main() -> None:
    """Make one of the files."""
    what, *arguments = sys.argv[1:]
    if what == "documents":
        count_documents(Path(arguments[0]))
    else:
        fit_weights(Path(arguments[0]))


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


def fit_weights(path: Path) -> None:
    """Fit, cross-validate, print and write the weights."""
    cases = read_cases(path)
    folds = [fit([case for case in cases if case.fold != fold]) for fold in range(FOLDS)]
    found: dict[str, list[tuple[set[tuple[str, ...]], list[str]]]] = defaultdict(list)
    for case in cases:
        for name in (case.kind, "all"):
            found[name].append((case.gold, answers(case, folds[case.fold])))
    report = {name: [f1(found[name], k) for k in (5, 10, 15)] for name in sorted(found)}
    said = {
        "about": "Logistic regression over the features of seedpress.keywords.features, fitted by "
        "tests/bench/train_keywords.py to keyphrases of our own choosing "
        "(tests/bench/keyphrases.json, tests/bench/stories.txt).",
        "texts": {name: len(found[name]) for name in sorted(found)},
        "set_by_hand": sorted(BY_HAND),
        "cross_validated_f1_at_5_10_15": report,
        "weights": dict(zip(features.NAMES, [round(float(w), 3) for w in fit(cases)], strict=True)),
    }
    (DATA / "weights.json").write_text(json.dumps(said, indent=2) + "\n", "utf-8")
    print(json.dumps(said, indent=2))


def read_cases(path: Path) -> list[Case]:
    """The labelled texts, those of WCXB from the file at `path`."""
    labels = json.loads(LABELS.read_text("utf-8"))
    blocks = {d["id"]: d["blocks"] for d in json.loads(gzip.decompress(path.read_bytes()))}
    texts = [(sample(name), gold, "seeds") for name, gold in labels["seeds"].items()]
    texts += [(*story(text), "stories") for text in STORIES.read_text("utf-8").split("\n\n\n")[1:]]
    for name, gold in labels["wcxb"].items():
        document, _, number = name.partition("#")
        taken = [blocks[document][int(number)]] if number else blocks[document]
        texts.append((article(taken), gold, "paragraphs" if number else "articles"))
    made = [candidates(text) for text, _, _ in texts]
    # The general list has counted the texts of WCXB already.
    rare = rarity(m.words for m, (_, _, kind) in zip(made, texts, strict=True) if kind in NEWS)
    return [
        as_case(phrases, rare, gold, number % FOLDS, kind)
        for number, (phrases, (_, gold, kind)) in enumerate(zip(made, texts, strict=True))
    ]


def article(blocks: list[list[str]]) -> Article:
    """An article of WCXB's blocks, without a title."""
    made = tuple(Block(KINDS.get(kind, "paragraph"), text) for kind, text in blocks)
    return Article(Fields(), made, "\n\n".join(block.text for block in made))


def sample(name: str) -> Article:
    """One of our own articles, read and cleaned."""
    place = ROOT / "seeds" / name
    file = SeedFile(name, place, place.stat().st_size)
    return clean(next(read(file, LimitSettings())))


def story(text: str) -> tuple[Article, list[str]]:
    """A story of `stories.txt` and its keywords."""
    title, keywords, *paragraphs = text.strip().split("\n")
    made = tuple(Block("paragraph", paragraph) for paragraph in paragraphs if paragraph)
    body = "\n\n".join(block.text for block in made)
    return Article(Fields(title=title), made, body), keywords.partition(": ")[2].split("; ")


def as_case(phrases: Phrases, rare: Rarity, keyphrases: list[str], fold: int, kind: str) -> Case:
    """Measure the candidates and mark those that are gold."""
    known = features.words(phrases, rare)
    numbers = [features.measure(candidate, known) for candidate in phrases.candidates]
    gold = {key(phrase) for phrase in keyphrases}
    right = np.array([key(candidate.text) in gold for candidate in phrases.candidates], float)
    shape = (len(numbers), len(features.NAMES))
    return Case(phrases, np.array(numbers).reshape(shape), right, gold, fold, kind)


def fit(cases: list[Case]) -> np.ndarray:
    """Weights of the features; each article has an intercept of its length, which ranks nothing."""
    numbers = np.vstack([case.numbers for case in cases])
    right = np.concatenate([case.right for case in cases])
    weight = np.concatenate(
        [np.full(len(c.right), NEWS_WEIGHT if c.kind in NEWS else 1.0) for c in cases]
    )
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
    order = ranking.chosen(ranking.senses(case.phrases), found, 15)
    return [case.phrases.candidates[place].text for place, _ in order]


def f1(pairs: list[tuple[set[tuple[str, ...]], list[str]]], k: int) -> float:
    """F1 of the first `k`, pooled over the articles, in per cent."""
    right = given = wanted = 0
    for gold, mine in pairs:
        first = set(list(dict.fromkeys(map(key, mine)))[:k])
        right, given, wanted = right + len(first & gold), given + len(first), wanted + len(gold)
    return round(200 * right / (given + wanted), 1)


if __name__ == "__main__":
    main()
