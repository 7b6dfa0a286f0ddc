"""What editors are shown first."""

from seedpress.entities.suggest import effects, merge_candidates
from seedpress.model import Authority, AuthorityEntity, Judgement
from tests.entities.corpora import resolved

TEXTS = (
    "They met Anna Berg.",
    "They met Carl Berg.",
    "They said Berg left.",
    "Berg left, they said.",
)


def test_candidates_come_by_links():
    candidates = merge_candidates(resolved(*TEXTS).entities)
    pairs = [(c.first, c.second, c.links) for c in candidates]
    assert pairs == [("Berg", "Anna Berg", 1), ("Berg", "Carl Berg", 1)]
    assert all(c.why for c in candidates)


def test_effects_of_a_change():
    authority = Authority(same=(Judgement("Anna Berg", "Berg", 1),))
    before, after = resolved(*TEXTS), resolved(*TEXTS, authority=authority)
    told = [(e.name, e.before, e.after) for e in effects(before.entities, after.entities)]
    assert told == [("Anna Berg", 1, 3), ("Berg", 2, 0)]


def test_effects_tell_kinds_and_pages():
    before = resolved("They met Ann Berglund.")
    word = Authority(entities=(AuthorityEntity("Ann Berglund", kind="other", keep=True),))
    after = resolved("They met Ann Berglund.", authority=word)
    (effect,) = effects(before.entities, after.entities)
    assert effect.said == "kind person -> other; gets a page"
