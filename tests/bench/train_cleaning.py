"""Train the two small models of `seedpress.cleaning.learned` and write their weights.

    PYTHONPATH=build python tests/bench/train_cleaning.py train_lines_wcxb.json.gz 2026-11-22

Needs scikit-learn, which seedpress itself does not: boosted trees (Friedman, "Greedy function
approximation", 2001) are learned there and evaluated in plain Python. The data are articles with
their blocks' kinds, and two extractions of each page with the lines that belong to the article.
Seeds are imitated from them: bullets and bold marks lost here and there, lines of other pages
before, between and after. Scores are those of three-fold cross-validation by article.
"""

import gzip
import json
import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from seedpress.cleaning import FIELD_RULES
from seedpress.cleaning.learned.features import NAMES, Features
from seedpress.cleaning.split import split
from seedpress.model import Seed

PLACE = Path(__file__).parents[2] / "build" / "seedpress" / "cleaning" / "learned"
DATA = "development split of WCXB: 500 articles; labels CC-BY 4.0"
FOLDS = 3
Row = tuple[str, int]  # a line and whether it is what the model looks for; -1 if nobody knows


def imitated(blocks: list[list[str]], dice: random.Random) -> list[tuple[str, str]]:
    """Lines as a seed might have them, each with the kind of its block."""
    bold = dice.choice((0.33, 0.33, 0.33, 0.33, 0.33, 0.33, 0.0, 0.8))
    bullet = dice.choice((0.65, 0.65, 0.65, 1.0, 0.3))
    lines: list[tuple[str, str]] = []
    for kind, words in blocks:
        text = " ".join(words.split())
        if not text:
            continue
        if kind == "h":
            chance = dice.random()
            text = f"**{text}**" if chance < bold else f"# {text}" if chance < bold + 0.01 else text
            text = f"- {text}" if dice.random() < 0.03 else text
        elif kind == "li" and dice.random() < bullet:
            text = f"- {text}"
        lines.append((text, kind))
    return lines


def heading_seeds(cases: list[dict[str, Any]], dice: random.Random) -> list[tuple[int, list[Row]]]:
    """(article, lines with whether each is a subhead), four imitations of each article."""
    strangers = [_strangers(case["dump"])[1] for case in cases]
    found = []
    for number, case in enumerate(cases):
        for _ in range(4):
            lines = imitated(case["blocks"], dice)
            rows = [(text, -1 if kind in "b?" else int(kind == "h")) for text, kind in lines]
            for _ in range(dice.choice((0, 0, 1, 1, 2, 3))):  # what cleaning did not see
                lines_of_another = dice.choice(strangers)
                if lines_of_another and rows:
                    text = " ".join(dice.choice(lines_of_another).split())
                    rows.insert(dice.randint(1, len(rows)), (text, 0))
            found.append((number, [row for row in rows if row[0]]))
    return found


def line_seeds(cases: list[dict[str, Any]], dice: random.Random) -> list[tuple[int, list[Row]]]:
    """(article, lines with whether each is the article's): imitations and real extractions."""
    pools = [_strangers(case["dump"]) for case in cases]
    found = []
    for number, case in enumerate(cases):
        found += [
            (number, _mixed([(t, 1) for t, _ in imitated(case["blocks"], dice)], pools, dice))
            for _ in range(3)
        ]
        for form in ("light", "dump"):
            rows = zip(case[form]["lines"], map(int, case[form]["keep"]), strict=True)
            found.append((number, [(" ".join(text.split()), keep) for text, keep in rows]))
    return [(number, [row for row in rows if row[0]]) for number, rows in found]


def _strangers(page: dict[str, list[Any]]) -> tuple[list[str], list[str], list[str]]:
    """Lines of a page before, between and after those of its article."""
    lines, keep = page["lines"], page["keep"]
    kept = [i for i, k in enumerate(keep) if k]
    if not kept:
        return lines, [], lines
    first, last = kept[0], kept[-1]
    between = [lines[i] for i in range(first, last) if not keep[i]]
    return lines[:first], between, lines[last + 1 :]


def _mixed(rows: list[Row], pools: list[Any], dice: random.Random) -> list[Row]:
    """`rows` with lines of other pages among them."""
    rows = list(rows)
    for _ in range(dice.choice((0, 0, 1, 1, 2, 3))):
        between = dice.choice(pools)[1]
        if between:
            rows.insert(dice.randint(1, max(1, len(rows) - 1)), (dice.choice(between), 0))
    if dice.random() < 0.35:
        head = dice.choice(pools)[0]
        size = dice.randint(1, 6)
        start = max(0, len(head) - size)
        start = dice.randint(0, start) if dice.random() < 0.5 else start
        rows = [*((text, 0) for text in head[start : start + size]), *rows]
    if dice.random() < 0.65:
        tail = dice.choice(pools)[2]
        size = dice.randint(1, 15)
        start = 0 if dice.random() < 0.7 else dice.randint(0, max(0, len(tail) - size))
        rows += [(text, 0) for text in tail[start : start + size]]
    return [(" ".join(text.split()), label) for text, label in rows]


def table(
    seeds: list[tuple[int, list[Row]]], wanted: Callable[[Any], bool]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Features, labels and articles of all lines that are `wanted`."""
    rows, labels, groups = [], [], []
    for number, lines in seeds:
        draft = split(Seed("", "", "\n".join(text for text, _ in lines)), frozenset())
        for _, rule in FIELD_RULES:
            draft = rule(draft)
        features = Features(draft.lines)
        for i, line in enumerate(draft.lines):
            label = lines[line.number - 1][1]
            if label >= 0 and wanted(line):
                rows.append(features.row(i))
                labels.append(label)
                groups.append(number)
    return np.array(rows, dtype=np.float32), np.array(labels), np.array(groups)


def learner(settings: dict[str, Any]) -> HistGradientBoostingClassifier:
    return HistGradientBoostingClassifier(
        l2_regularization=1.0, early_stopping=False, random_state=0, **settings
    )


def learn(name: str, date: str, data: Any, weights: np.ndarray, settings: dict[str, Any]) -> None:
    """Cross-validate, learn from everything, write `<name>.json`."""
    rows, labels, groups = data
    guess = np.zeros(len(labels))
    for fold in range(FOLDS):
        train, test = groups % FOLDS != fold, groups % FOLDS == fold
        model = learner(settings).fit(rows[train], labels[train], weights[train])
        guess[test] = model.predict_proba(rows[test])[:, 1]
    said = guess > 0.5
    right = int((said & (labels == 1)).sum())
    scores = {
        "f1": round(float(2 * right / (said.sum() + labels.sum())), 4),
        "precision": round(float(right / said.sum()), 4),
        "recall": round(float(right / labels.sum()), 4),
        "lines": len(labels),
    }
    print(name, scores)
    model = learner(settings).fit(rows, labels, weights)
    written = {
        "what": f"log-odds that a line is a {name[:-1]}; written by tests/bench/train_cleaning.py",
        "trained_on": DATA,
        "date": date,
        "cross_validation": scores,
        "read_as": "[feature, limit, branch if feature <= limit, else branch], leaves are summed",
        "base": round(float(model._baseline_prediction[0, 0]), 4),
        "trees": [_tree(predictors[0].nodes, 0) for predictors in model._predictors],
    }
    head = {key: value for key, value in written.items() if key != "trees"}
    trees = ",\n".join(json.dumps(tree) for tree in written["trees"])
    text = json.dumps(head, indent=1)[:-2] + ',\n "trees": [\n' + trees + "\n]}\n"
    (PLACE / f"{name}.json").write_text(text, "utf-8")


def _tree(nodes: Any, at: int) -> Any:
    node = nodes[at]
    if node["is_leaf"]:
        return round(float(node["value"]), 4)
    limit = round(float(node["num_threshold"]), 4)
    name = NAMES[int(node["feature_idx"])]
    return [name, limit, _tree(nodes, int(node["left"])), _tree(nodes, int(node["right"]))]


def main() -> None:
    with gzip.open(sys.argv[1], "rt", encoding="utf-8") as file:
        cases = json.load(file)
    dice = {seed: random.Random(seed) for seed in (1, 2)}  # noqa: S311 - no secrets here
    date = sys.argv[2]
    which = sys.argv[3:] or ["headings", "lines"]
    if "headings" in which:
        data = table(heading_seeds(cases, dice[1]), lambda line: len(line.plain) <= 160)
        ones = np.ones(len(data[1]))
        learn(
            "headings",
            date,
            data,
            ones,
            {"max_iter": 36, "max_leaf_nodes": 16, "learning_rate": 0.22, "min_samples_leaf": 30},
        )
    if "lines" in which:
        data = table(line_seeds(cases, dice[2]), lambda _: True)
        words = np.clip(data[0][:, 1], 2, 30) ** 0.5
        learn(
            "lines",
            date,
            data,
            words,
            {"max_iter": 32, "max_leaf_nodes": 16, "learning_rate": 0.22, "min_samples_leaf": 40},
        )


if __name__ == "__main__":
    main()
