import math
from collections import Counter
from itertools import chain

import pytest

import seedpress.related as module
from seedpress.incidence import incidence
from seedpress.related import related, related_to_one

ENTITIES = [{f"e{(7 * a + b * b) % (5 * b + 3)}" for b in range(a % 6)} for a in range(90)]
SLUGS = [{f"k{(11 * a + b) % (3 * b + 2)}" for b in range(a % 4)} for a in range(90)]
ARTICLES = [f"a{number:02}" for number in range(90)]


def test_as_said_plainly():
    """All pairs, one by one."""
    weights = {}
    features = [
        {*(("e", one) for one in some), *(("k", one) for one in others)}
        for some, others in zip(ENTITIES, SLUGS, strict=True)
    ]
    for kind, key in set().union(*features):
        count = sum((kind, key) in own for own in features)
        gap = (round(math.log2(91) * 2) - round(math.log2(count) * 2)) / 2 * math.log(2)
        weights[kind, key] = round(1e6 * ((1.5 if kind == "k" else 1.0) * gap) ** 2)
    norms = [math.sqrt(sum(map(weights.__getitem__, own))) for own in features]
    for one, found in enumerate(related(ARTICLES, incidence(ENTITIES, SLUGS), 4)):
        scores = []
        for other, theirs in enumerate(features):
            common = features[one] & theirs
            if other != one and sum(map(weights.__getitem__, common)):
                dot = sum(map(weights.__getitem__, common))
                scores.append((-round(dot / (norms[one] * norms[other]), 4), other))
        best = sorted(scores)[:4]
        assert [(r.id, r.score) for r in found] == [(ARTICLES[o], -score) for score, o in best]
        for told, (_, other) in zip(found, best, strict=True):
            common = sorted(features[one] & features[other], key=lambda f: (-weights[f], f))
            assert told.entities == tuple(key for kind, key in common if kind == "e")
            assert told.keywords == tuple(key for kind, key in common if kind == "k")


@pytest.mark.parametrize("abreast", [1, 7, 89])
def test_it_makes_no_difference_how_many_are_looked_at_together(monkeypatch, abreast):
    whole = list(related(ARTICLES, incidence(ENTITIES, SLUGS), 5))
    monkeypatch.setattr(module, "_ABREAST", abreast)
    assert list(related(ARTICLES, incidence(ENTITIES, SLUGS), 5)) == whole


@pytest.mark.parametrize("one", [1, 8, 89])
def test_one_article_is_related_as_it_is_among_all(one: int) -> None:
    """Also where but those are told that share something with it."""
    features = {a: both for a, *both in zip(ARTICLES, ENTITIES, SLUGS, strict=True)}
    counts = Counter(chain(*chain(*features.values())))
    own = features.pop(ARTICLES[one])
    some = {a: (e, k) for a, (e, k) in features.items() if e & own[0] or k & own[1]}
    assert 0 < len(some) < len(features)
    found = related_to_one((ARTICLES[one], *own), some, (counts, len(ARTICLES)))
    whole = list(related(ARTICLES, incidence(ENTITIES, SLUGS), len(ARTICLES)))
    assert found == whole[one]
