"""What is surely a name, and what is known of names before the corpus is."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from seedpress.entities import kinds, people, resolve, tokens
from seedpress.entities.lexicon import lexicon
from seedpress.entities.parts import remember
from seedpress.model import Analysis, Authority
from seedpress.settings import EntitySettings
from tests.entities.corpora import analysis

SENTENCES = (
    "Anna Berg of the Bank of Ravelport met Berg in Kyiv.",
    "Then Berg spoke, and the Bank agreed.",
    "Yesterday Kim Dae-jung met George W. Bush and Mrs. Berg.",
    "The Labour Party lost; Labour was angry, said John Doe of the Ravelport Times.",
    "Labour costs rose. Electoral Commission of Berg was there.",
    "Mary waited. U.S. Second Amendment rallies began, said Smith-Jones.",
    "Rose Hill and Sri Lankan troops of the British Army met in Paris.",
)
TEXTS = st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1).map(" ".join), max_size=5)
NEVER = st.sets(st.sampled_from(("Anna Berg", "Labour Party", "Kyiv", "Paris", "Berg")))


def unsure(each: Analysis) -> Analysis:
    """The same without anything that is known to be sure, or told before."""
    looks = tuple(structs.replace(look, doubt="any", alone=None) for look in each.names.looks)
    return replace(each, names=replace(each.names, looks=looks, surnames=()))


@settings(deadline=None)
@given(TEXTS, NEVER)
def test_what_is_sure_is_what_the_corpus_would_decide(texts, never):
    analyses = [analysis(number, text) for number, text in enumerate(texts)]
    authority = Authority(never=tuple((name, 1) for name in sorted(never)))
    asked = resolve([unsure(each) for each in analyses], authority, EntitySettings())
    assert resolve(analyses, authority, EntitySettings()) == asked


def test_many_names_are_surely_names():
    names = analysis(0, SENTENCES[2]).names
    sure = {look.text for look in names.looks if look.doubt == "none"}
    assert "George W. Bush" in sure
    assert "Bush" in names.surnames
    words = {look.text for look in analysis(0, SENTENCES[0]).names.looks if look.doubt == "word"}
    assert words == {"Berg"}  # Kyiv is a place, whatever the corpus has


def test_what_is_remembered_of_names_is_what_would_be_worked_out():
    lists = lexicon()
    analyses = [analysis(number, text) for number, text in enumerate(SENTENCES)]
    known = {}
    for names in (each.names for each in analyses):
        known |= dict(zip(names.keys, zip(names.persons, names.personal, strict=True), strict=True))
    for table in (tokens._KEYS, people._KNOWN[lists], kinds._KNOWN[lists]):
        table.clear()
    for name in ("Anna Berg", "Kim Dae-jung", "George W. Bush", "Labour Party"):
        parts, personal = known[tokens.key(name)]
        assert parts == people.person(name, lists)
        assert personal == kinds.looks_personal(name, "", lists)
    for table in (tokens._KEYS, people._KNOWN[lists], kinds._KNOWN[lists]):
        table.clear()
    for each in analyses:
        remember(each.names)
    assert people._KNOWN[lists]["George W. Bush"].middle == ("w",)
    assert kinds._KNOWN[lists]["George W. Bush"] is True
    assert tokens._KEYS["Kim Dae-jung"] == "kim dae jung"
