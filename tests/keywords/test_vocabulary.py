"""The corpus join: one idea, one keyword; the editor's and the author's word."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedpress import names
from seedpress.keywords import agree
from seedpress.keywords.claims import Claims
from seedpress.keywords.spread import preferred
from seedpress.model import (
    Authority,
    Entity,
    Keyword,
    KeywordAuthority,
    Mention,
    Resolution,
    Vocabulary,
)
from seedpress.settings import KeywordSettings
from tests.keywords.articles import FERRY, analysis

QUOTA = "The fishing quota is small. Skippers call the fishing quota unfair."


def join(analyses, mentions=None, entities=(), authority=None, **chosen) -> Vocabulary:
    resolution = Resolution(tuple(entities), mentions or tuple(() for _ in analyses))
    authority = authority or Authority()
    return agree(analyses, resolution, authority, KeywordSettings(**chosen))


def shared(vocabulary) -> dict[str, int]:
    return {keyword.text: len(keyword.articles) for keyword in vocabulary.shared}


def texts(vocabulary, place=0) -> list[str]:
    return [keyword.text for keyword in vocabulary.keywords[place]]


@pytest.mark.parametrize(
    ("first", "second", "preferred"),
    [
        ("The ferry terminal opened.", "Two ferry terminals closed.", "ferry terminal"),
        ("A ceasefire plan came.", "The cease-fire plans failed.", "ceasefire plan"),
        ("The labour dispute ended.", "A labor dispute began.", "labor dispute"),
        ("The thirty-day truce held.", "A 30-day truce fell.", "30-day truce"),
        ("The proposed fishing quota fell.", "The fishing quota rose.", "fishing quota"),
    ],
)
def test_forms_of_one_idea_are_one_keyword(first, second, preferred):
    words = "The ceasefire came."  # so that the corpus has the word without its hyphen
    found = join([analysis("a.txt", first), analysis("b.txt", second), analysis("c.txt", words)])
    assert shared(found)[preferred] == 2
    slugs = {k.slug for keywords in found.keywords for k in keywords if k.slug}
    assert slugs == {keyword.slug for keyword in found.shared}


def test_an_article_has_its_own_form():
    found = join(
        [analysis("a.txt", "A ferry terminal."), analysis("b.txt", "Two ferry terminals.")]
    )
    assert "ferry terminal" in texts(found, 0)
    assert "ferry terminals" in texts(found, 1)


def test_a_keyword_of_one_article_has_no_slug():
    found = join([analysis("a.txt", *FERRY), analysis("b.txt", QUOTA)])
    assert not any(keyword.slug for keyword in found.keywords[1])


def test_min_articles_is_the_settings():
    found = join([analysis("a.txt", QUOTA)], min_articles=1)
    assert shared(found)["fishing quota"] == 1


def test_a_keyword_goes_to_articles_that_clearly_use_it():
    noise = [f"Topic{n} board met Topic{n} staff." for n in range(30)]
    users = [
        "The American fishing quota plan is out.",
        "Ministers want a quota for fishing.",
    ]
    long = [analysis(f"u{n}.txt", *noise, text) for n, text in enumerate(users)]
    found = join([analysis("a.txt", QUOTA), *long, analysis("z.txt", *noise)], count=12)
    forms = {k.text: k.why for keywords in found.keywords[1:] for k in keywords if k.slug}
    assert forms.get("quota for fishing") == "other articles have it"
    assert shared(found)["fishing quota"] >= 2
    assert "fishing quota" not in texts(found, 3)


def test_the_end_of_a_longer_phrase_is_no_use_of_a_single_word():
    plans = "The harbour plan is out. The harbour plan is dear. A harbour plan, again."
    analyses = [
        analysis("a.txt", "A plan came. The plan, a plan, is secret."),
        analysis("b.txt", plans),
    ]
    assert "plan" not in texts(join(analyses), 1)


def claimed(*texts, **given) -> Claims:
    made = {t: Keyword(t, 0.5 - n / 100, **given) for n, t in enumerate(texts)}
    return Claims(made, frozenset(texts))


def test_of_equals_the_one_that_others_share_comes_first():
    first = preferred(claimed("boat hook", "fishing quota"), {"boat hook": 1, "fishing quota": 3})
    assert list(first.keywords) == ["fishing quota", "boat hook"]
    scores = [keyword.score for keyword in first.keywords.values()]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score < 1 for score in scores)


def test_what_a_risen_keyword_holds_pays():
    first = preferred(
        claimed("quota", "boat hook", "fishing quota"),
        {"quota": 1, "boat hook": 1, "fishing quota": 5},
    )
    assert list(first.keywords) == ["fishing quota", "boat hook", "quota"]
    asked = preferred(
        Claims(
            {
                "quota": Keyword("quota", 0.5, author=True),
                "fishing quota": Keyword("fishing quota", 0.45),
                "net": Keyword("net", 0.2),
            },
            frozenset(),
        ),
        {"quota": 1, "fishing quota": 9, "net": 1},
    )
    assert set(asked.keywords) == {"fishing quota", "quota", "net"}
    assert asked.keywords["quota"].score == 0.5
    assert list(asked.keywords) == ["fishing quota", "quota", "net"]


def test_names_and_what_was_asked_for_are_not_moved():
    for asked in ({"entity": "e1"}, {"author": True}, {"pinned": True}):
        same = claimed("boat hook", "fishing quota", **asked)
        assert preferred(same, {"fishing quota": 9}) == same


def test_what_every_article_has_is_said_once():
    every = [analysis(f"{n}.txt", QUOTA, f"The Cod{n} strait froze.") for n in range(4)]
    found = join(every)
    assert "fishing quota" in found.everywhere
    assert not any("fishing quota" in texts(found, place) for place in range(4))
    assert "fishing quota" not in shared(found)


def test_what_comes_next_takes_the_place_of_what_every_article_has():
    every = [
        analysis(f"{n}.txt", QUOTA, f"Cod{n} board. {FERRY[n % len(FERRY)]}") for n in range(4)
    ]
    found = join(every, count=3)
    assert "fishing quota" in found.everywhere
    assert {len(keywords) for keywords in found.keywords} == {3}


def test_three_articles_are_no_corpus_to_speak_of():
    found = join([analysis(f"{n}.txt", QUOTA) for n in range(3)])
    assert found.everywhere == ()


def named(text, kind="person", entity="e1"):
    return Mention(0, len(text), text, kind=kind, entity=entity)


BRANDT = Entity("e1", "Odile Brandt", "person", (), ("x",), 2)


def test_names_lead_to_their_entity_and_have_its_name():
    analyses = [
        analysis("a.txt", "Harbour master Odile Brandt spoke. Odile Brandt left."),
        analysis("b.txt", "The crew met Brandt. Then Brandt sailed."),
    ]
    mentions = ((named("Odile Brandt"),), (named("Brandt"),))
    found = join(analyses, mentions, [BRANDT])
    both = next(keyword for keyword in found.shared if keyword.entity == "e1")
    assert (both.text, len(both.articles)) == ("Odile Brandt", 2)
    assert {k.text for keywords in found.keywords for k in keywords if k.entity} <= {
        "Odile Brandt",
        "Brandt",
        "Harbour master Odile Brandt",
    }


def test_one_name_is_one_keyword_in_its_fuller_form():
    made = analysis("a.txt", "Brandt spoke. Brandt left. Harbour master Odile Brandt said no.")
    found = join([made], ((named("Brandt"), named("Odile Brandt")),), [BRANDT])
    assert [k.text for k in found.keywords[0] if k.entity] == ["Harbour master Odile Brandt"]


def test_a_place_inside_a_phrase_is_not_the_phrase():
    made = analysis("a.txt", "The Fenwick ferry stopped.")
    found = join([made], ((named("Fenwick", "place"),),), [BRANDT])
    assert [k.entity for k in found.keywords[0] if k.text == "Fenwick ferry"] == [""]


def test_tags_are_kept_first_and_marked():
    made = analysis("a.txt", *FERRY, tags=("island life", "ferry terminals"))
    found = join([made], count=3)
    first = found.keywords[0]
    assert [k.text for k in first[:2]] == ["island life", "ferry terminals"]
    assert [k.author for k in first] == [True, True, False]
    assert "ferry terminal" not in texts(found)


def test_tags_survive_being_everywhere():
    every = [analysis(f"{n}.txt", QUOTA, tags=("fishing quota",)) for n in range(5)]
    found = join(every)
    assert "fishing quota" not in found.everywhere
    assert texts(found)[0] == "fishing quota"


def authority(**said) -> Authority:
    return Authority(keywords=KeywordAuthority(**said), file="authority.yml")


def test_the_editor_prefers_and_merges():
    analyses = [analysis("a.txt", QUOTA), analysis("b.txt", "The catch limit fell.")]
    said = authority(prefer=(("Fishing quota", ("catch limit",)),))
    found = join(analyses, authority=said)
    assert shared(found)["Fishing quota"] == 2
    assert found.problems == ()


def test_the_editor_bans():
    found = join([analysis("a.txt", QUOTA)], authority=authority(ban=("fishing quotas",)))
    assert "fishing quota" not in texts(found)
    assert found.problems == ()


def test_the_editor_pins():
    said = authority(pin=(("a.txt", ("Sea law",)),))
    found = join([analysis("a.txt", QUOTA)], authority=said, count=1)
    assert [(k.text, k.pinned) for k in found.keywords[0]] == [("Sea law", True)]


def test_what_nobody_uses_is_reported_with_its_line():
    said = authority(
        prefer=(("sea law", ()),),
        ban=("moon law",),
        pin=(("gone.txt", ("x",)),),
        lines=(("prefer: sea law", 3), ("ban: moon law", 5), ("pin: gone.txt", 7)),
    )
    found = join([analysis("a.txt", QUOTA)], authority=said)
    assert sorted(problem.line for problem in found.problems) == [3, 5, 7]
    assert {problem.seed for problem in found.problems} == {"authority.yml"}


def test_contradictions_are_reported_with_their_line():
    said = authority(
        prefer=(("fishing quota", ("catch limit",)), ("sea law", ("catch limits",))),
        ban=("fishing quotas",),
        lines=(("prefer: fishing quota", 3), ("prefer: sea law", 4)),
    )
    found = join([analysis("a.txt", QUOTA, "Sea law.")], authority=said)
    assert [(p.line, p.reason.rpartition(": ")[2]) for p in found.problems] == [
        (3, "it is banned too"),
        (4, "`catch limits` stands for `fishing quota` too"),
    ]


def test_order_of_reading_changes_nothing():
    analyses = [analysis(f"{n}.txt", text, QUOTA[: 20 + n]) for n, text in enumerate(FERRY)]
    straight = join(analyses)
    order = [2, 0, 3, 1]
    shuffled = join([analyses[n] for n in order])
    assert shuffled.shared == straight.shared
    assert tuple(shuffled.keywords[order.index(n)] for n in range(4)) == straight.keywords


def test_slugs_are_distinct_and_made_by_names():
    texts_ = ["The C++ guild met.", "The C++ guild left.", "The C guild met.", "The C guild left."]
    found = join([analysis(f"{n}.txt", text) for n, text in enumerate(texts_)])
    slugs = [keyword.slug for keyword in found.shared]
    assert len(slugs) == len(set(slugs))
    assert all(names.slug(slug) == slug for slug in slugs)


def test_yakes_keywords_join_too():
    yake = KeywordSettings(extractor="yake")
    analyses = [analysis(f"{n}.txt", QUOTA, settings=yake) for n in range(2)]
    assert "fishing quota" in {text.lower() for text in shared(join(analyses))}


def test_an_empty_corpus_has_no_keywords():
    assert join([]) == Vocabulary((), ())


SENTENCES = st.sampled_from(
    [
        QUOTA,
        *FERRY,
        "Odile Brandt named two fishing quotas.",
        "The quota for fishing fell.",
        "Harbour councils met.",
    ]
)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.lists(SENTENCES, max_size=4), max_size=6), st.integers(1, 8))
def test_shared_keywords_and_articles_agree(corpus, count):
    analyses = [analysis(f"{n}.txt", *paragraphs) for n, paragraphs in enumerate(corpus)]
    found = join(analyses, count=count)
    users: dict[str, set[str]] = {}
    for made, keywords in zip(analyses, found.keywords, strict=True):
        assert len(keywords) <= count
        scores = [keyword.score for keyword in keywords]
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= score <= 1 for score in scores)
        slugs = [keyword.slug for keyword in keywords if keyword.slug]
        assert len(slugs) == len(set(slugs))
        for slug in slugs:
            users.setdefault(slug, set()).add(names.article_id(made.seed.path, None, ""))
    assert users == {keyword.slug: set(keyword.articles) for keyword in found.shared}
    assert all(len(keyword.articles) > 1 for keyword in found.shared)
