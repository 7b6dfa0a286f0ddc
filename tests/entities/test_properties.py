"""What holds for any text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from seedpress.entities import resolve
from seedpress.entities.tokens import key
from seedpress.model import Authority
from tests.entities.corpora import SETTINGS, analysis, resolved

WORDS = (
    "Vladimir Putin Trump Jr. the of and University Bank Kyiv Kiev U.S. US NATO President said in"
    " al-Assad von Minister (NATO) – “We 's, . ! ? Anna Berg Ministry Russian Defense I'm 1984 É"
).split()
TEXTS = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join),
    st.text(min_size=1, max_size=200).map(lambda t: " ".join(t.split()) or "x"),
)


@settings(deadline=None, max_examples=150)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_mentions_stand_where_they_say_and_never_overlap(texts):
    resolution = resolved(*texts)
    ids = {entity.id for entity in resolution.entities}
    for number, text in enumerate(texts):
        body = analysis(number, text).article.text
        last = 0
        for mention in sorted(resolution.mentions[number], key=lambda m: m.start):
            assert body[mention.start : mention.end] == mention.text
            assert mention.start >= last
            assert mention.entity in ids
            last = mention.end


@settings(deadline=None, max_examples=60)
@given(st.lists(TEXTS, min_size=2, max_size=4))
def test_counts_add_up(texts):
    resolution = resolved(*texts)
    for entity in resolution.entities:
        mentions = [m for ms in resolution.mentions for m in ms if m.entity == entity.id]
        assert len(mentions) == entity.mentions == sum(a.count for a in entity.aliases)
        homes = [ms for ms in resolution.mentions if any(m.entity == entity.id for m in ms)]
        assert len(homes) == len(entity.articles)


@settings(deadline=None, max_examples=40)
@given(st.lists(TEXTS, min_size=2, max_size=4))
def test_the_same_corpus_gives_the_same_entities(texts):
    analyses = [analysis(number, text) for number, text in enumerate(texts)]
    assert resolve(analyses, Authority(), SETTINGS) == resolve(analyses, Authority(), SETTINGS)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_a_key_is_its_own_key(name):
    assert key(key(name)) == key(key(key(name)))
