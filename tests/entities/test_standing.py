"""What an article named last stands as long as nothing has changed for it."""

from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from seedpress.entities import LastNames, doubts, folded, joined, met, tally
from seedpress.model import Authority, AuthorityEntity, mentioned, mentions_of, times_mentioned
from seedpress.model import mark_of as mark
from seedpress.notes import Notes
from tests.entities.corpora import SETTINGS, analysis
from tests.entities.test_folded import SENTENCES

# Short forms and given names that other articles give away; teams, parties and a town's namesakes.
MORE = (
    *SENTENCES,
    "Hayward met Dudley. His wife, Mary, waited.",
    "Hayward and Dudley met again. Mary waited. They did not ask the Commission.",
    "Mary Dudley of Leeds spoke to the Senate and to Congress.",
    "Bill Clinton and Hillary Clinton met. President Clinton left for Paris.",
    "The Democratic Party of Korea won in Seoul, Korea. Korea, said Kim, was glad.",
    "The Democratic Party lost in South Korea.",
    "Cadbury rose. A son of George Cadbury, he said, of Cadbury Plc.",
    "Google Analytics Suite of Google. Google and Google Analytics were slow.",
)
CORPUS = st.dictionaries(
    st.sampled_from("abcdefgh"),
    st.lists(st.sampled_from(MORE), min_size=1, max_size=4).map(" ".join),
    min_size=1,
)
SAID = st.sets(st.sampled_from(("Anna Berg", "Labour", "Mary")), max_size=1)


def known(corpus, said, notes, last):
    analyses = [analysis(number, text) for number, text in enumerate(corpus.values())]
    entities = tuple(AuthorityEntity(name) for name in sorted(said))
    return joined(met(analyses, Authority(entities=entities), notes), SETTINGS, last=last)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(CORPUS, SAID), min_size=2, max_size=4), st.sampled_from((0, tally.PART)))
def test_mentions_are_what_they_are_without_a_last_join(editions, part):
    before, each, ids = {}, {}, {}
    for corpus, said in editions:
        origins = [f"{name} {text}" for name, text in corpus.items()]
        notes = Notes(origins, before)
        last = LastNames([each.get(origin) for origin in origins], ids)
        with patch.object(tally, "PART", part), patch.object(doubts, "PART", part):
            who, anew = known(corpus, said, notes, last), known(corpus, said, None, None)
        assert who.resolution() == anew.resolution()
        pairs = [*zip(who.mentions, anew.mentions, strict=True)]
        assert [{*mentioned(one)} for one, _ in pairs] == [{*mentioned(two)} for _, two in pairs]
        assert [times_mentioned(a) for a, _ in pairs] == [times_mentioned(b) for _, b in pairs]
        assert [mark(one) for one, _ in pairs] == [mark(two) for _, two in pairs]
        for one, two in pairs:
            ids_of = sorted({*mentioned(one)})
            for some in (*({i} for i in ids_of), {*ids_of[::2]}, {"person:nobody"}):
                assert [*mentions_of(one, some)] == [*mentions_of(two, some)]
                assert [*mentions_of(two, some)] == [m for m in two if m.entity in some]
        others = who.others()
        now = [others.get(place, told) for place, told in enumerate(last.each)]
        assert [(n.texts, n.ids) for n in now] == [
            anew.naming(place)[:2] for place in range(len(now))
        ]
        each = dict(zip(origins, now, strict=True))
        ids = {**ids, **who.changed()}
        ids = {name: identity for name, identity in ids.items() if identity is not None}
        assert ids == who.own
        before = notes.now


def test_of_articles_for_which_nothing_has_changed_nobody_asks_anything():
    corpus = {name: MORE[number] for number, name in enumerate("abcdefgh")}
    first = known(corpus, (), notes := Notes([*corpus]), None)
    last = LastNames([*first.others().values()], first.own)
    again = known(corpus, (), Notes([*corpus], notes.now), last)
    assert all(again.standing)
    assert (again.others(), again.changed()) == ({}, {})
    with (
        patch.object(folded, "fold", side_effect=AssertionError),
        patch.object(again.met.__class__, "mentions", side_effect=AssertionError),
    ):
        assert [[*each] for each in again.mentions] == [[*each] for each in first.mentions]
    more = {"0": "Anna Berg met Clinton.", **corpus}  # before all others
    each = [None, *last.each]
    grown = known(more, (), Notes([*more], notes.now), LastNames(each, last.ids))
    assert grown.standing.count(None) < len(more) - 2
    assert grown.resolution() == known(more, (), None, None).resolution()
