"""Joined by what was noted before, a corpus has the keywords that it has joined from nothing."""

from dataclasses import replace
from functools import cache
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from seedpress.keywords import agree
from seedpress.model import Analysis, Authority, Entity, KeywordAuthority, Mention, Resolution
from seedpress.notes import Notes
from seedpress.settings import KeywordSettings
from tests.keywords.articles import FERRY, analysis

SHAPES = (
    "The {0} {1} {2} was late.",
    "A {0} {1} plan came, and the {1} {2} fell. The {1} {2} again.",
    "Talks on a {1} for the {0}, then a {2} {3}{4}.",
    "The {0}, a {0}, one more {0} and the {3} {4} by the {3}{4}.",
    "Odile {5} met the {0} {1} of Lower {6}. {5} left the {2}.",
)
NOUNS = tuple("crab quota ferry dredger terminal sediment permit harbour skipper sea food".split())
NAMES = ("Brandt", "Fenwick", "Marin", "Kestrel", "Orlov")
MARKET = "A sea food market opened. The sea food market sells crab."
SPINE = "The fishing quota is small. Skippers call the fishing quota unfair."
NOTHING = KeywordAuthority()


@cache
def analysed(name: str, sentences: tuple[str, ...], tags: tuple[str, ...]) -> Analysis:
    return analysis(name, *sentences, tags=tags)


def joined(corpus, said, count, notes):
    analyses = [analysed(name, *one[:2]) for name, one in corpus.items()]
    mentions = tuple(
        tuple(Mention(0, 1, text, "person", entity=entity) for text, entity in names)
        for _, _, names in corpus.values()
    )
    entities = tuple(Entity(e, e.upper(), "person", (), (), 1) for e in ("e1", "e2"))
    return agree(
        analyses,
        Resolution(entities, mentions),
        Authority(keywords=said),
        KeywordSettings(count=count),
        notes,
    )


def noting(corpus, before) -> Notes:
    return Notes([f"{name} {one[:2]}" for name, one in corpus.items()], before)


class Editor:
    """Changes a corpus, its settings and what is said of it, a little at a time."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.corpus = {f"{name}.txt": self.article() for name in "abcdefgh"[: chance.randint(1, 8)]}
        self.said = NOTHING
        self.count, self.spine = 6, ""

    def article(self):
        chance = self.chance
        sentences = tuple(
            chance.choice(SHAPES).format(*chance.sample(NOUNS, 5), *chance.sample(NAMES, 2))
            for _ in range(chance.randint(0, 6))
        )
        tags = tuple(chance.sample(("Sea law", "ferry quotas", "…"), chance.choice((0, 0, 1))))
        return sentences, tags, self.mentions()

    def mentions(self):
        named = self.chance.sample(NAMES, self.chance.choice((0, 1, 2)))
        return tuple((name, self.chance.choice(("e1", "e2"))) for name in named)

    def phrase(self) -> str:
        return self.chance.choice(("…", "Sea law", " ".join(self.chance.sample(NOUNS, 2))))

    def change(self) -> None:
        chance, seed = self.chance, f"{self.chance.choice('abcdefghij')}.txt"
        match chance.randrange(8):
            case 0:
                self.corpus.pop(seed, None)
            case 1:
                prefer = tuple(
                    (self.phrase(), (self.phrase(),)) for _ in range(chance.randint(0, 1))
                )
                self.said = replace(self.said, prefer=prefer)
            case 2:
                ban = chance.sample(NOUNS, chance.randint(0, 3))
                self.said = replace(self.said, ban=(*ban, self.phrase()))
            case 3:
                self.said = replace(self.said, pin=((seed, (self.phrase(),)),))
            case 4:
                self.count = chance.choice((3, 6, 12))
                self.spine = chance.choice(("", SPINE))
            case 5 if seed in self.corpus:
                self.corpus[seed] = (*self.corpus[seed][:2], self.mentions())
            case _:
                self.corpus[seed] = self.article()

    def whole(self):
        return {n: ((*texts, self.spine), *rest) for n, (texts, *rest) in self.corpus.items()}


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10**9))
def test_a_corpus_has_the_same_keywords_whatever_was_noted(start):
    editor = Editor(Random(start))  # noqa: S311
    before: dict[bytes, bytes] = {}
    for _ in range(8):
        corpus, said, count = editor.whole(), editor.said, editor.count
        notes = noting(corpus, before)
        assert joined(corpus, said, count, notes) == joined(corpus, said, count, None)
        before = notes.now
        again = noting(corpus, before)
        joined(corpus, said, count, again)
        assert not again.changed
        editor.change()


def test_one_article_more_leaves_the_notes_of_those_with_other_words():
    corpus = {f"{n}.txt": ((text,), (), ()) for n, text in enumerate(FERRY * 3)}
    first = noting(corpus, {})
    joined(corpus, NOTHING, 12, first)
    corpus["x.txt"] = (("The moon is full. A full moon.",), (), ())
    second = noting(corpus, first.now)
    joined(corpus, NOTHING, 12, second)
    # Three of its own, and how often each word stands in the articles that it is counted with.
    assert len(second.now.keys() - first.now.keys()) == 3 + 1


def test_a_word_that_the_corpus_writes_in_one_now_changes_those_that_part_it():
    corpus = {"a.txt": ((MARKET,), (), ()), "b.txt": ((MARKET,), (), ())}
    first = noting(corpus, {})
    assert "sea food market" in {k.text for k in joined(corpus, NOTHING, 12, first).shared}
    corpus["b.txt"] = ((MARKET.replace("sea food", "seafood"),), (), ())
    found = joined(corpus, NOTHING, 12, noting(corpus, first.now))
    (shared,) = (k for k in found.shared if k.text.startswith("sea"))
    assert len(shared.articles) == 2
