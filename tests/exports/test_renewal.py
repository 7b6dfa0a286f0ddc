"""A database that is brought up to date has the bytes of one that is made anew."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedpress.exports import database, renewal, schema, words
from seedpress.exports.begun import Before, begin
from seedpress.exports.database import shaped
from seedpress.exports.kept import Shelf
from seedpress.exports.rows import numbering
from seedpress.model import (
    Alias,
    Article,
    Corpus,
    Entity,
    Entry,
    Fields,
    Keyword,
    Mention,
    Related,
    SharedKeyword,
)
from seedpress.settings import DataSettings, Settings

from .corpora import corpus

SITE = Settings(name="The quay", data=DataSettings(packed_above=1))
WORDS = [f"{one}{two}" for one in ("kyiv", "truce", "Zürich", "power") for two in "abcdefgh"]
places = st.integers(0, 39)
# Of an article its words, the names and keywords that it has, and what it is related to.
articles = st.tuples(
    st.lists(st.sampled_from(WORDS), max_size=400), *[st.lists(places, max_size=6, unique=True)] * 3
)
corpora = st.dictionaries(places, articles, max_size=14)
Given = dict[int, tuple[list[str], list[int], list[int], list[int]]]


def made_of(known: Given) -> Corpus:
    """A corpus; some of what its articles tell of is not there."""
    names = sorted({name for _, own, _, _ in known.values() for name in own if name % 7})
    shared = sorted({slug for _, _, own, _ in known.values() for slug in own if slug % 5})
    return Corpus(
        tuple(entry(place, *known[place]) for place in sorted(known, key="a{}".format)),
        tuple(named(name, len(known)) for name in sorted(names, key="other:{}".format)),
        tuple(
            SharedKeyword(f"{slug}", f"Word {slug}", (), (Alias(f"w{slug}", 2),), f"other:{slug}")
            for slug in sorted(shared, key=str)
        ),
    )


def entry(
    place: int, said: Sequence[str], names: list[int], slugs: list[int], like: list[int]
) -> Entry:
    return Entry(
        f"a{place}",
        f"t-{place}",
        f"{place}.txt",
        f"{len(said)}",
        Article(Fields(title=f"Title {place}", source=f"S{len(said) % 3}"), (), " ".join(said)),
        tuple(Keyword(f"Word {slug}", 0.5, slug=f"{slug}") for slug in slugs),
        tuple(Mention(n, n + 1, "x", entity=f"other:{name}") for n, name in enumerate(names)),
        tuple(Related(f"a{other}", 0.5, (), ()) for other in like),
    )


def named(name: int, count: int) -> Entity:
    spellings = tuple(Alias(f"N{name}-{n}", 1) for n in range(name % 4))
    return Entity(f"other:{name}", f"N{name}", "other", spellings, (), count, slug=f"n{name}")


@pytest.fixture(autouse=True)
def whatever_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even where all has changed; and of few articles pages are large, the index of some parts."""
    monkeypatch.setattr(schema, "_MANY", 7)
    monkeypatch.setattr(renewal, "_SHARE", 0)
    monkeypatch.setattr(words, "_PART", 2)


def anew(made: Corpus, site: Settings = SITE) -> bytes:
    return shaped(made, site, 0).data


@given(st.lists(corpora, min_size=2, max_size=4))
@settings(deadline=None, max_examples=25)
def test_whatever_came_before(states: list[Given]) -> None:
    with TemporaryDirectory() as folder:
        shelf = Shelf(Path(folder))
        for made in map(made_of, states):
            assert shaped(made, SITE, 0, before=Before(shelf=shelf)).data == anew(made)


@given(corpora, st.data())
@settings(deadline=None, max_examples=25)
def test_one_more_or_less_or_other(known: Given, data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        shelf = Shelf(Path(folder))
        for _ in range(3):
            made = made_of(known)
            found = shaped(made, SITE, 0, before=Before(shelf=shelf)).data
            assert found == anew(made)
            sound(found)
            place = data.draw(places)
            if known.pop(place, None) is None or data.draw(st.booleans()):
                known[place] = data.draw(articles)


def sound(found: bytes) -> None:
    """That the index of words is one of these articles."""
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.deserialize(found)
        opened.execute(
            "INSERT INTO articles_fts (articles_fts, rank) VALUES ('integrity-check', 1)"
        )
        assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert opened.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.fixture
def kept(tmp_path: Path) -> Shelf:
    shelf = Shelf(tmp_path)
    shaped(corpus(), SITE, 0, before=Before(shelf=shelf))
    return shelf


def other() -> Corpus:
    """A corpus of which nearly all is as it was."""
    first, *rest = corpus().entries
    return replace(corpus(), entries=(replace(first, sha256="ff"), *rest))


def test_what_is_kept_is_used(kept: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    made = other()
    expected = anew(made)
    monkeypatch.setattr(database, "_anew", None)
    assert shaped(made, SITE, 0, before=Before(shelf=kept)).data == expected
    assert shaped(made, SITE, 0, before=Before(shelf=kept)).data == expected
    assert kept.file.read_bytes() == expected


def damage(shelf: Shelf) -> None:
    data = bytearray(shelf.file.read_bytes())
    data[len(data) // 2] ^= 1
    shelf.file.write_bytes(data)


@pytest.mark.parametrize(
    "harm",
    [
        damage,
        lambda shelf: shelf.file.write_bytes(b"no database"),
        lambda shelf: shelf.file.write_bytes(b""),
        lambda shelf: shelf.file.unlink(),
        lambda shelf: next(shelf.folder.glob("*.msgpack")).unlink(),
        lambda shelf: next(shelf.folder.glob("*.msgpack")).write_bytes(b"\x93"),
        lambda shelf: (shelf.folder / ".seedpress-new-database.sqlite").write_bytes(b"torn"),
    ],
)
def test_what_is_not_as_it_was_left_is_made_anew(harm, kept: Shelf) -> None:
    harm(kept)
    assert shaped(other(), SITE, 0, before=Before(shelf=kept)).data == anew(other())
    assert kept.kept(numbering(other(), SITE)) is not None
    assert sorted(file.suffix for file in kept.folder.iterdir()) == [".msgpack", ".sqlite"]


def test_nor_is_it_used_under_other_settings(kept: Shelf) -> None:
    site = replace(SITE, directory_urls=not SITE.directory_urls, name="Another")
    assert shaped(corpus(), site, 0, before=Before(shelf=kept)).data == anew(corpus(), site)


def test_what_was_begun_with_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made, shelf = corpus(), Shelf(tmp_path / "kept")
    shelf.folder.mkdir()
    found = begin(made.entries, SITE, tmp_path)
    expected = anew(made)
    monkeypatch.setattr(database, "shaped_of", None)
    assert shaped(made, SITE, 0, before=Before(lambda: found, shelf)).data == expected
    assert shelf.file.read_bytes() == expected
    monkeypatch.setattr(database, "_anew", None)
    assert shaped(made, SITE, 0, before=Before(shelf=shelf)).data == expected


def test_where_much_has_changed_all_is_made_anew(
    kept: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renewal, "_SHARE", 8)
    monkeypatch.setattr(database, "renew", None)
    assert shaped(other(), SITE, 0, before=Before(shelf=kept)).data == anew(other())


def test_what_is_kept_may_be_forgotten(kept: Shelf) -> None:
    assert kept.holds
    kept.forget()
    assert not kept.holds
    assert kept.kept(numbering(corpus(), SITE)) is None
    kept.forget()
