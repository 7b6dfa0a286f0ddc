"""Resolved by what was noted before, a corpus has the entities that it has without."""

from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import msgpack

from seedpress.entities import doubts, resolve, tally, within
from seedpress.model import Authority, AuthorityEntity
from seedpress.notes import Notes
from tests.entities.corpora import SETTINGS, analysis

SENTENCES = (
    "Anna Berg of the Bank of Ravelport met Berg in Kyiv.",
    "Then Berg spoke, and the Bank agreed. They did not ask the Commission.",
    "The National Marine Council (NMC) waited.",
    "Yesterday Kim Dae-jung met George W. Bush. Anna and Mary waited for NMC.",
    "The Labour Party lost; Labour was angry, said John Doe of the Ravelport Times.",
    "Labour costs rose. Berg Was Not There. The Times said so to Mary.",
    "Berg waited. Yesterday Mary Smith-Jones and the yesterday of Ravelport Times met.",
)
TEXTS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join)
CORPUS = st.dictionaries(st.sampled_from("abcdef"), TEXTS, min_size=1)
SAID = st.sets(st.sampled_from(("Anna Berg", "Labour", "Mary", "Berg")), max_size=2)


def resolved(corpus, said, notes):
    analyses = [analysis(number, text) for number, text in enumerate(corpus.values())]
    entities = tuple(AuthorityEntity(name) for name in sorted(said))
    return resolve(analyses, Authority(entities=entities), SETTINGS, notes)


@settings(deadline=None, max_examples=50)
@given(st.lists(st.tuples(CORPUS, SAID), min_size=2, max_size=3), st.sampled_from((0, tally.PART)))
def test_what_is_noted_is_what_would_be_worked_out(editions, part):
    before = {}
    for corpus, said in editions:
        notes = Notes([f"{name} {text}" for name, text in corpus.items()], before)
        # 0: names are noted however many change, and doubts never anew
        with patch.object(tally, "PART", part), patch.object(doubts, "PART", part):
            assert resolved(corpus, said, notes) == resolved(corpus, said, None)
        before = notes.now


def test_nothing_is_noted_anew_where_nothing_changed():
    corpus = {"a": " ".join(SENTENCES), "b": SENTENCES[3]}
    first = Notes([*corpus])
    found = resolved(corpus, (), first)
    again = Notes([*corpus], first.now)
    assert resolved(corpus, (), again) == found
    assert not again.changed
    whole = [msgpack.decode(note) for note in again.now.values()]
    notes_of_articles = [note for note in whole if len(note) == 3 and type(note[1]) is list]
    became = {other[1] for others, *_ in notes_of_articles for other in others}
    assert became >= {0, 1, 2}  # no name, another one in each article, a person's by the surname


def test_every_rule_can_be_noted():
    rules = {"SURNAME", "GIVEN", "ACRONYM", "INITIALS", "SHORT"}
    texts = {name for name, value in vars(within).items() if name.isupper() and type(value) is str}
    assert texts - {"SAME", "SAME_NAME", "COUNTRY", "TOWN"} == rules
    assert set(within.RULES) == {vars(within)[name] for name in rules}
