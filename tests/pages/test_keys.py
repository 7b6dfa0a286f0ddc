"""Equal keys, equal pages: whatever is changed in a corpus, no page changes under the same key."""

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from seedpress import join, pages, pipeline, settings
from seedpress.model import Authority, Corpus, Entity, Entry, SharedKeyword, Sheaf
from seedpress.pages import cuts, entity_index, keyword_index, letters
from seedpress.settings import Settings
from tests.conftest import ROOT
from tests.records import replace

Joined = tuple[Corpus, Settings]
Texts = dict[str, tuple[str, list[tuple[str, str]]]]


@pytest.fixture(scope="module")
def joined(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Joined]:
    root = tmp_path_factory.mktemp("few")
    (root / "seeds").mkdir()
    for seed in sorted((ROOT / "seeds").glob("*.txt"))[:5]:
        shutil.copy(seed, root / "seeds")
    shutil.copy(ROOT / "mkdocs.yml", root)
    given = settings.load(root / "mkdocs.yml", {"pages": {"per_index": 1}})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cuts, "LINES", 4)  # so that there are further parts
        for module in (letters, entity_index, keyword_index):
            patch.setattr(module, "ONE_PAGE", 2)
        yield join.inspect(given, pipeline.Order()), given


def sheaves(corpus: Corpus, given: Settings) -> Texts:
    """By the name of a sheaf: its key and its pages."""
    made = [*parts(pages.sheaves(corpus, given))]
    return {s.name: (s.key, [(p.path, str(p.data)) for p in s.make()]) for s in made if s.key}


def test_there_are_further_parts_of_entities_and_of_keywords(joined: Joined) -> None:
    found = [name.split("/")[0] for name in sheaves(*joined) if name.endswith(("/2", "/3"))]
    assert found.count("entities") > 3
    assert found.count("keywords") > 3
    assert found.count("index of articles") > 1
    assert {"entities by s", "keywords by s"} <= {*found}


def parts(made: Iterable[Sheaf]) -> Iterator[Sheaf]:
    """Sheaves, and those of which they are made."""
    for sheaf in made:
        yield sheaf
        yield from parts(sheaf.parts() if sheaf.parts else ())


def changed_entries(corpus: Corpus) -> Iterator[tuple[str, Corpus]]:
    """The corpus with one thing of its first articles changed, and what it is."""
    for place, entry in enumerate(corpus.entries[:3]):
        for what, other in other_entries(entry):
            every = (*corpus.entries[:place], other, *corpus.entries[place + 1 :])
            yield f"{what} of {entry.seed}", replace(corpus, entries=every)


def other_entries(entry: Entry) -> Iterator[tuple[str, Entry]]:
    article = entry.article
    yield "slug", replace(entry, slug=f"{entry.slug}-moved")
    yield "digest", replace(entry, sha256="0" * 64)
    yield "repairs", replace(entry, repairs=("mended",))
    yield "mentions", replace(entry, mentions=entry.mentions[1:])
    yield "order of keywords", replace(entry, keywords=entry.keywords[::-1])
    yield "keywords", replace(entry, keywords=entry.keywords[1:])
    yield (
        "why of keywords",
        replace(entry, keywords=tuple(replace(k, author=not k.author) for k in entry.keywords)),
    )
    yield "a keyword told twice", replace(entry, keywords=entry.keywords[:1] + entry.keywords)
    own = tuple(replace(k, slug="", entity="") for k in entry.keywords)
    yield "what keywords lead to", replace(entry, keywords=own)
    yield "what the last of them lead to", replace(entry, keywords=entry.keywords[:8] + own[8:])
    yield "pins", replace(entry, keywords=tuple(replace(k, pinned=True) for k in entry.keywords))
    yield "related", replace(entry, related=entry.related[1:])
    yield "order of related", replace(entry, related=entry.related[::-1])
    yield (
        "reasons of related",
        replace(entry, related=tuple(replace(r, keywords=(), entities=()) for r in entry.related)),
    )
    for name in ("title", "byline", "source", "dateline", "date", "url", "language"):
        value = "2031-05-06" if name == "date" else "https://a.example/x" if name == "url" else "da"
        fields = replace(article.fields, **{name: value})
        yield name, replace(entry, article=replace(article, fields=fields))
    first, *rest = article.blocks
    other = replace(first, text=f"{first.text[:-1]}!")
    yield "words", replace(entry, article=replace(article, blocks=(other, *rest)))
    yield "number of words", replace(entry, words=entry.words + 2300)
    yield "removed", replace(entry, article=replace(article, removed=()))
    yield "title made", replace(entry, article=replace(article, title_made=True))


def changed_entities(corpus: Corpus) -> Iterator[tuple[str, Corpus]]:
    most = max(corpus.entities, key=lambda entity: len(entity.articles))
    least = min((e for e in corpus.entities if e.page), key=lambda entity: len(entity.articles))
    alone = next(e for e in corpus.entities if not e.page)
    for entity in (most, least, alone):
        for what, other in other_entities(entity):
            every = tuple(other if e is entity else e for e in corpus.entities)
            yield f"{what} of {entity.name}", replace(corpus, entities=every)


def other_entities(entity: Entity) -> Iterator[tuple[str, Entity]]:
    yield "name", replace(entity, name="Somebody Else")
    yield "kind", replace(entity, kind="event")
    yield "aliases", replace(entity, aliases=entity.aliases[::-1])
    yield "counts", replace(entity, aliases=tuple(replace(a, count=77) for a in entity.aliases))
    yield "articles", replace(entity, articles=entity.articles[1:])
    yield "mentions", replace(entity, mentions=99)
    yield "reasons", replace(entity, reasons=entity.reasons[1:])
    yield "near misses", replace(entity, near_misses=())
    yield "page", replace(entity, page=not entity.page, slug=entity.slug or "a-page-now")
    yield "slug", replace(entity, slug="another")
    yield "identifier", replace(entity, qid="Q42")
    yield "note", replace(entity, note="A note.")


def changed_keywords(corpus: Corpus) -> Iterator[tuple[str, Corpus]]:
    several = next(place for place, one in enumerate(corpus.keywords) if len(one.variants) > 1)
    for place in {0, several, len(corpus.keywords) // 2}:
        for what, other in other_keywords(corpus.keywords[place]):
            every = (*corpus.keywords[:place], other, *corpus.keywords[place + 1 :])
            yield f"{what} of {other.slug}", replace(corpus, keywords=every)
        every = (*corpus.keywords[:place], *corpus.keywords[place + 1 :])
        yield f"{corpus.keywords[place].slug} is gone", replace(corpus, keywords=every)


def other_keywords(keyword: SharedKeyword) -> Iterator[tuple[str, SharedKeyword]]:
    yield "text", replace(keyword, text="something else")
    yield "articles", replace(keyword, articles=keyword.articles[1:])
    yield "variants", replace(keyword, variants=keyword.variants[::-1])
    yield "counts", replace(keyword, variants=tuple(replace(v, count=77) for v in keyword.variants))
    yield "entity", replace(keyword, entity="" if keyword.entity else "e-none")


def changed(joined: Joined) -> Iterator[tuple[str, Corpus]]:
    corpus, _ = joined
    yield from changed_entries(corpus)
    yield from changed_entities(corpus)
    yield from changed_keywords(corpus)
    yield "company", replace(corpus, company={})
    last = corpus.entries[-1]
    late = replace(last.article, fields=replace(last.article.fields, date="1999-01-01"))
    yield "axis", replace(corpus, entries=(*corpus.entries[:-1], replace(last, article=late)))


def test_no_page_changes_under_the_same_key(joined: Joined) -> None:
    before = sheaves(*joined)
    seen = 0
    for what, corpus in changed(joined):
        after = sheaves(corpus, joined[1])
        for name in before.keys() & after.keys():
            (key, texts), (other_key, other_texts) = before[name], after[name]
            seen += texts != other_texts
            assert texts == other_texts or key != other_key, (what, name)
    assert seen > 500


def test_a_change_elsewhere_leaves_keys_alone(joined: Joined) -> None:
    """A note on one person is of no concern to others, nor are the articles that name her."""
    corpus, given = joined
    noted = max(corpus.entities, key=lambda entity: len(entity.articles))
    every = tuple(replace(e, note="Noted.") if e is noted else e for e in corpus.entities)
    before, after = sheaves(corpus, given), sheaves(replace(corpus, entities=every), given)
    other = {name for name in before if before[name][0] != after[name][0]}
    assert other == {f"entities/{noted.id}", f"entities/{noted.id}/1"}


def test_who_else_is_named_in_an_article_leaves_parts_of_pages_alone(joined: Joined) -> None:
    """Those that show the article, but of its names one or none."""
    corpus, given = joined
    first, *rest = corpus.entries
    paged = {e.id for e in corpus.entities if e.page}
    mention = next(m for m in first.mentions if m.entity not in paged)
    known = {e.id: e for e in corpus.entities}
    alone = tuple(m for m in first.mentions if m.entity != mention.entity)
    other = replace(known[mention.entity], articles=())
    every = tuple(other if e.id == other.id else e for e in corpus.entities)
    now = replace(corpus, entities=every, entries=(replace(first, mentions=alone), *rest))
    before, after = sheaves(corpus, given), sheaves(now, given)
    changed = {name for name in before if before[name][0] != after[name][0]}
    named = {m.entity for m in first.mentions} & paged
    assert {f"articles/{first.id}"} < changed
    assert {f"entities/{identity}" for identity in named} <= changed
    assert not any(name.count("/") > 1 or name.startswith("keywords") for name in changed)
    assert not any(name.startswith("index of articles") for name in changed)


def test_what_an_article_does_not_show_of_its_keywords_leaves_its_key_alone(
    joined: Joined,
) -> None:
    corpus, given = joined
    shown = given.keywords.shown
    first, *rest = corpus.entries
    assert len(first.keywords) > shown + 1
    best, last = first.keywords[:shown], first.keywords[shown:]
    scored = tuple(replace(k, score=k.score / 2, why="another") for k in first.keywords)
    before = sheaves(corpus, given)
    for keywords in (scored, (*best, *last[::-1])):
        every = replace(first, keywords=keywords), *rest
        after = sheaves(replace(corpus, entries=every), given)
        assert before[f"articles/{first.id}"] == after[f"articles/{first.id}"]
    every = replace(first, keywords=(last[0], *best, *last[1:])), *rest
    after = sheaves(replace(corpus, entries=every), given)
    assert before[f"articles/{first.id}"] != after[f"articles/{first.id}"]


def test_own_templates_may_show_anything(joined: Joined, tmp_path: Path) -> None:
    corpus, given = joined
    (tmp_path / "own").mkdir()
    own = replace(given, root=tmp_path, templates="own")
    assert sheaves(corpus, own) == {}


def test_a_corpus_without_anything_has_no_keys_but_of_its_empty_index_and_network() -> None:
    found = sheaves(Corpus((), (), ()), Settings())
    assert found.keys() == {"index of articles/1", "network of entities"}
    assert join.authority_of(Settings(seeds="nowhere")) == Authority()


def test_where_an_article_came_from_tells_it_from_others_while_it_is_that_one(
    joined: Joined,
) -> None:
    entry = joined[0].entries[0]
    assert isinstance(entry.identity, str)
    other = replace(entry.article, text="Other words.")
    assert replace(entry, article=other).identity == other
    assert replace(entry, origin=None).identity == entry.article
    assert len({each.identity for each in joined[0].entries}) == len(joined[0].entries)
