from seedpress.link import link
from seedpress.model import (
    Analysis,
    Article,
    Entity,
    Fields,
    Keyword,
    Mention,
    Names,
    Resolution,
    Seed,
    SharedKeyword,
    Vocabulary,
)
from seedpress.names import article_id
from seedpress.settings import PageSettings


def analysis(path, title):
    seed = Seed(path=path, sha256="00", text="")
    return Analysis(seed, Article(Fields(title=title), (), ""), Names())


def corpus(contents, kinds=None, **settings):
    """A corpus of articles {path: (entities, keywords)}; every entity has a page."""
    ids = {path: article_id(path, None, "") for path in contents}
    names = sorted({e for entities, _ in contents.values() for e in entities})
    entities = tuple(
        Entity(
            id=name,
            name=name.partition(":")[2] or name,
            kind=(kinds or {}).get(name, "other"),
            aliases=(),
            articles=tuple(sorted(ids[p] for p, (es, _) in contents.items() if name in es)),
            mentions=1,
            page=True,
        )
        for name in names
    )
    slugs = sorted({k for _, keywords in contents.values() for k in keywords})
    return ids, link(
        [analysis(path, path) for path in contents],
        Resolution(
            entities,
            tuple(
                tuple(Mention(0, 1, "x", entity=e) for e in entities)
                for entities, _ in contents.values()
            ),
        ),
        Vocabulary(
            tuple(SharedKeyword(k, k, ()) for k in slugs),
            tuple(tuple(Keyword(k, 1.0, slug=k) for k in ks) for _, ks in contents.values()),
        ),
        PageSettings(**settings),
    )


def test_related_articles_share_what_is_rare_and_say_what():
    ids, made = corpus(
        {
            "a": (["Kursk", "Russia"], ["truce"]),
            "b": (["Kursk", "Russia"], ["truce"]),
            "c": (["Russia"], []),
            "d": (["Russia"], ["wheat"]),
        }
    )
    entry = next(e for e in made.entries if e.id == ids["a"])
    assert entry.related[0].id == ids["b"]
    assert entry.related[0].entities == ("Kursk", "Russia")
    assert entry.related[0].keywords == ("truce",)
    scores = {r.id: r.score for r in entry.related}
    assert scores[ids["b"]] > scores[ids["c"]] > scores[ids["d"]]


def test_what_is_shared_is_symmetric_and_never_oneself():
    ids, made = corpus({str(i): ([f"e{i % 3}", f"e{i % 5}"], []) for i in range(30)}, related=50)
    scores = {(e.id, r.id): r.score for e in made.entries for r in e.related}
    assert scores
    assert all(one != other for one, other in scores)
    assert all(scores[other, one] == score for (one, other), score in scores.items())
    assert len(ids) == len(made.entries)


def test_company_counts_articles():
    _, made = corpus({"a": (["x", "y"], []), "b": (["x", "y", "z"], []), "c": (["x"], [])})
    assert [(c.other, c.articles) for c in made.company["x"]] == [("y", 2), ("z", 1)]


def test_an_entity_that_everybody_names_costs_each_article_a_bounded_effort(monkeypatch):
    import seedpress.related as module

    monkeypatch.setattr(module, "PROPOSED", 10)
    _, made = corpus({str(i): (["Russia", f"rare{i // 2}"], []) for i in range(60)})
    for entry in made.entries:
        rare = next(m.entity for m in entry.mentions if m.entity != "Russia")
        assert rare in entry.related[0].entities


def test_names_that_differ_in_kind_alone_get_addresses_of_their_own():
    _, made = corpus(
        {"a": (["person:Washington", "place:Washington"], [])},
        kinds={"person:Washington": "person", "place:Washington": "place"},
    )
    assert {e.id: e.slug for e in made.entities} == {
        "person:Washington": "washington",
        "place:Washington": "washington-place",
    }


def test_an_added_article_moves_no_other():
    _, before = corpus({"a": (["x"], []), "b": (["x"], [])})
    _, after = corpus({"0": (["x"], []), "a": (["x"], []), "b": (["x"], [])})
    old = {e.id: e.slug for e in before.entries}
    assert old.items() <= {e.id: e.slug for e in after.entries}.items()


def test_a_corpus_may_want_no_related_articles_and_may_have_none():
    _, made = corpus({"a": (["x"], []), "b": (["x"], [])}, related=0)
    assert [entry.related for entry in made.entries] == [(), ()]
    assert corpus({})[1].entries == ()
    _, made = corpus({"a": (["x"], []), "b": (["y"], []), "c": ([], [])})
    assert [entry.related for entry in made.entries] == [(), (), ()]
