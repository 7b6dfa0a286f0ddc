"""What articles show is the same whether all are asked at once or each by itself."""

import pytest

from seedpress import join, pipeline, settings
from seedpress.model import Corpus
from seedpress.pages.draft import Draft, lay
from seedpress.pages.shelf import Shelf, arrange
from seedpress.pages.shown import Shown
from seedpress.settings import Settings
from tests.conftest import ROOT
from tests.pages.test_keys import other_entities
from tests.records import replace

KINDS = ("met", "spelt", "shared")


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return join.inspect(settings.load(ROOT / "mkdocs.yml"), pipeline.Order())


def everything(shown: Shown, shelf: Shelf) -> dict[str, list[list[bytes | str]]]:
    return {
        article: [[*getattr(shown, kind)[article]] for kind in KINDS] for article in shelf.entry
    }


def test_all_at_once_are_each_by_itself(corpus: Corpus) -> None:
    shelf = arrange(corpus, Settings())
    alone, together = Shown(shelf), Shown(shelf)
    together.fill()
    assert everything(alone, shelf) == everything(together, shelf)
    assert any(map(any, everything(alone, shelf).values()))


def test_a_draft_changes_what_its_articles_show(corpus: Corpus) -> None:
    most = max(corpus.entities, key=lambda entity: len(entity.articles))
    for what, other in other_entities(most):
        if what in ("articles", "page"):  # mentions tell these
            continue
        shelf = arrange(corpus, Settings())
        shown = Shown(shelf)
        shown.fill()
        now = lay(shelf, Draft(corpus.entries[0], (other,)))
        shown.turn(now, Draft(corpus.entries[0], (other,)))
        every = tuple(other if each is most else each for each in corpus.entities)
        anew = arrange(replace(corpus, entities=every), Settings())
        assert everything(shown, now) == everything(Shown(anew), anew), what


def test_the_corpus_tells_the_same_from_both_sides(corpus: Corpus) -> None:
    """What keys rely on: who names whom, and whose keywords and relations are whose."""
    named = {entry.id: {m.entity for m in entry.mentions} for entry in corpus.entries}
    slugs = {entry.id: {k.slug for k in entry.keywords if k.slug} for entry in corpus.entries}
    for entity in corpus.entities:
        assert [*entity.articles] == sorted(i for i, ids in named.items() if entity.id in ids)
    for keyword in corpus.keywords:
        assert [*keyword.articles] == sorted(i for i, own in slugs.items() if keyword.slug in own)
    for entry in corpus.entries:
        assert {k.entity for k in entry.keywords if k.entity} <= named[entry.id]
        for related in entry.related:
            assert {*related.entities} <= named[entry.id]
            assert {*related.keywords} <= slugs[entry.id]
