"""What an article's gist says is the article's own, and does not come from where it stands."""

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import msgpack

from seedpress.entities.bearers import may_be_surname
from seedpress.entities.gist import Gists
from seedpress.entities.lexicon import lexicon
from seedpress.entities.placed import Gist
from seedpress.entities.sums import sum_of, unpacked
from seedpress.entities.within import fold
from seedpress.notes import Notes
from tests.entities.corpora import analysis

SENTENCES = (
    "President Clinton saw Fourtou in Washington. Anna Berg of Cadbury Plc waited.",
    "Clinton lost. The Russian Defense Ministry and the Democratic Party said so.",
    "Secretary of State Hillary Clinton met Mr. Berg, and Mary Berg Jr. of New York.",
)
TEXTS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join)


def folded(text, number):
    each = analysis(number, text)
    names = each.names
    return fold(names.looks, names.acronyms, number, frozenset(), lexicon()), each


@settings(deadline=None)
@given(TEXTS, st.integers(0, 9), st.integers(0, 9))
def test_a_gist_says_nothing_of_the_articles_number(text, one, other):
    gists = Gists(lexicon())
    assert gists.of(*folded(text, one)) == Gists(lexicon()).of(*folded(text, other))


@settings(deadline=None)
@given(TEXTS)
def test_a_gist_comes_out_of_a_note_as_it_went_in(text):
    gist = Gists(lexicon()).of(*folded(text, 0))
    assert msgpack.decode(msgpack.encode(gist), type=Gist) == gist


def test_only_what_changed_is_told_anew():
    (one, a), (two, b) = folded(SENTENCES[0], 0), folded(SENTENCES[1], 1)
    gists = Gists(lexicon())
    before = [gists.of(one, a), gists.of(two, b)]
    after = gists.again([one, two], [one, two[1:]], [a, b], before, Notes())
    assert after[0] is before[0]
    assert after[1] == Gists(lexicon()).of(two[1:], b)


def test_what_changed_is_told_by_a_note_where_it_was_told_before():
    one, a = folded(SENTENCES[0], 0)
    gists, notes = Gists(lexicon()), Notes(["a"])
    (first,) = gists.again([one], [one[1:]], [a], [gists.of(one, a)], notes)
    noted = Notes(["a"], notes.now)
    assert gists.again([one], [one[1:]], [a], [gists.of(one, a)], noted) == [first]
    assert not noted.changed
    assert gists.again([one], [one[2:]], [a], [first], noted) == [gists.of(one[2:], a)]
    assert noted.changed


def test_each_step_is_told_what_it_asks():
    placed, each = folded(" ".join(SENTENCES), 0)
    gist = Gists(lexicon()).of(placed, each)
    assert gist.like_states
    assert gist.ministries
    assert "Clinton" in gist.shorts
    assert gist.bare == ["Democratic Party"]
    assert ("Russian Defense Ministry", "defense ministry", "Russia") in {
        b[1:] for b in gist.bodies
    }
    assert "clinton" in gist.titled

    def rows(data, columns):
        return [
            (placed[place].key, *sums) for place, *sums in unpacked([data], columns)[1].tolist()
        ]

    berg, clinton = ("anna berg", "berg"), ("hillary clinton", "clinton")
    full = {"anna berg": "Anna Berg", "hillary clinton": "Hillary Clinton"}
    called = {(name, sum_of(tail), sum_of(full[name])) for name, tail in (berg, clinton)}
    assert called <= {*rows(gist.called, 3)}
    assert [(placed[at].key, titles) for at, titles in gist.titles] == [
        ("hillary clinton", ["state"])
    ]
    people = {
        (name, sum_of(name), sum_of(name.split()[0]), sum_of(surname))
        for name, surname in (berg, clinton)
    }
    assert people <= {*rows(gist.people, 4)}
    borne = {(name, sum_of(name), sum_of(surname)) for name, surname in (berg, clinton)}
    assert borne <= {*rows(gist.borne, 3)}
    assert ("fourtou", sum_of("fourtou")) in rows(gist.lone, 2)
    keys = {*unpacked([gist.keys], 1)[1][:, 0].tolist()}
    named = {each.key for each in placed if each.key[-1] != "#"}
    assert keys == {*map(sum_of, named | {key.casefold() for key in named})}
    assert {*unpacked([gist.alone], 1)[1][:, 0].tolist()} == {
        sum_of(each.key) for each in placed if may_be_surname(each)
    }
    assert {sum_of("clinton"), sum_of("cadbury")} <= {
        *unpacked([gist.tellers], 1)[1][:, 0].tolist()
    }
