"""What is put right where articles name something else than was likely is what all agree on."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from seedpress.keywords import named, prepare
from seedpress.keywords.likely import Likely
from seedpress.model import Authority, Mention
from seedpress.notes import Notes
from seedpress.settings import KeywordSettings
from tests.keywords.test_notes import Editor, analysed, noting

CALLED = {"e1": "Brandt", "e2": "The Marin of Fenwick"}


def namings(corpus):
    return [
        named([Mention(0, 1, text, "person", entity=entity) for text, entity in one[-1]])
        for one in corpus.values()
    ]


def of_the_same(one, other):
    return (one.texts, one.ids) == (other.texts, other.ids)


@settings(deadline=None, max_examples=80)
@given(st.integers(0, 10**9))
def test_whatever_was_likely_the_same_is_agreed_on(start):
    chance = Random(start)  # noqa: S311
    editor = Editor(chance)
    before: dict[bytes, bytes] = {}
    for _ in range(6):
        corpus = editor.whole()
        analyses = [analysed(name, *one[:2]) for name, one in corpus.items()]
        authority, wanted = Authority(keywords=editor.said), KeywordSettings(count=editor.count)
        now, likely = namings(corpus), []
        for one in now:
            other = named([Mention(0, 1, "Kestrel", "person", entity=chance.choice(("e1", "e2")))])
            likely.append(chance.choice((one, one, other, None)))
        notes = chance.choice((None, noting(corpus, before), Notes()))
        begun = Likely(
            prepare(analyses, authority, wanted, notes), likely, chance.choice(({}, CALLED))
        )
        others = {
            place: one
            for place, (one, last) in enumerate(zip(now, likely, strict=True))
            if last is None or not of_the_same(one, last) or not chance.randrange(4)
        }
        found = begun.agreed(others, CALLED)
        whole = prepare(analyses, authority, wanted).agreed(now, CALLED)
        assert found == whole
        before = notes.now if notes else before
        editor.change()
