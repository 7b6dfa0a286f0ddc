"""A database that was begun with before the join has the bytes of one made at once."""

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from seedpress.errors import SeedpressError
from seedpress.exports import begun, packing, schema
from seedpress.exports.begun import Before, begin
from seedpress.exports.database import shaped
from seedpress.model import Article, Corpus, Entry, Fields
from seedpress.settings import DataSettings, Settings

from .corpora import corpus

SITE = Settings(name="The quay", data=DataSettings(packed_above=1))


def after(found: begun.Begun) -> Before:
    """What is handed on where this was begun with."""
    return Before(lambda: found)


def alone(made: Corpus) -> list[Entry]:
    """The articles as they are before the join."""
    return [replace(e, keywords=(), mentions=(), related=()) for e in made.entries]


def large() -> Corpus:
    """One whose articles take several blocks, with as many sources as take several pages."""
    chance = random.Random(7)  # noqa: S311 - nothing is to be kept secret
    words = [chance.randbytes(4).hex() for _ in range(4000)]
    entries = [
        Entry(
            f"l{number:03}",
            f"l-{number}",
            f"{number}.txt",
            "00",
            Article(
                Fields(title=f"Number {number}", source=f"The {number}th Gazette of the quay"),
                (),
                " ".join(chance.choices(words, k=700)),
            ),
            (),
            (),
        )
        for number in range(400)
    ]
    small = corpus()
    return replace(small, entries=(*small.entries, *entries))


@pytest.mark.parametrize("made", [corpus(), Corpus((), (), ()), large()])
@pytest.mark.parametrize("above", [0, 1])
@pytest.mark.parametrize("directories", [True, False])
@pytest.mark.parametrize("many", [1, 1000])
def test_the_bytes_are_those_of_one_made_at_once(
    made: Corpus,
    above: int,
    directories: bool,
    many: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(schema, "_MANY", many)
    site = replace(SITE, data=DataSettings(above), directory_urls=directories)
    found = begin(alone(made), site, tmp_path)
    assert shaped(made, site, above, before=after(found)) == shaped(made, site, above)


def noted_packs(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What is packed from now on."""
    packed: list[bytes] = []
    pack = packing.pack

    def noted(data: bytes) -> bytes:
        packed.append(data)
        return pack(data)

    monkeypatch.setattr(packing, "pack", noted)
    return packed


def test_most_of_it_is_packed_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed = noted_packs(monkeypatch)
    made = large()
    found = begin(alone(made), SITE, tmp_path)
    packed.clear()
    data = shaped(made, SITE, 1, before=after(found))
    # The first has the header, and the last what comes behind articles.
    assert 2 <= len(packed) < len(data.members) - 1


def test_what_the_last_build_packed_is_not_packed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = large()
    last = shaped(made, SITE, 1)
    (tmp_path / "last").write_bytes(last.data)
    members = packing.Members()
    members.add(tmp_path / "last", last.members)
    packed = noted_packs(monkeypatch)
    assert shaped(made, SITE, 1, known=members.get) == last
    assert not packed
    begin(alone(made), SITE, tmp_path, members.get)
    assert len(packed) == 2  # as above


FIELDS: dict[str, Any] = {
    "title": "Other",
    "byline": "other",
    "source": "other",
    "url": "https://example.org/other",
    "dateline": "Other",
    "date": "2001-01-01",
    "language": "de",
}
CHANGES: dict[str, Callable[[Entry], Entry]] = {
    "id": lambda e: replace(e, id="a9"),
    "address": lambda e: replace(e, slug="other"),
    "seed": lambda e: replace(e, seed="other.txt"),
    "bytes": lambda e: replace(e, sha256="ff"),
    "words": lambda e: replace(e, words=e.words + 1),
    "text": lambda e: replace(e, article=replace(e.article, text="other")),
    "made title": lambda e: replace(e, article=replace(e.article, title_made=True)),
    **{
        name: lambda e, name=name, value=value: replace(
            e, article=replace(e.article, fields=replace(e.article.fields, **{name: value}))
        )
        for name, value in FIELDS.items()
    },
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_was_begun_with_other_articles_is_not_used(change: str, tmp_path: Path) -> None:
    made = corpus()
    first, *rest = made.entries
    found = begin([CHANGES[change](first), *rest], SITE, tmp_path)
    assert shaped(made, SITE, 1, before=after(found)) == shaped(made, SITE, 1)


def test_nor_with_others_before_or_behind_them_nor_in_another_order(tmp_path: Path) -> None:
    made = corpus()
    one, two = made.entries
    third = replace(two, id="a3")
    for number, others in enumerate(([one], [two, one], [one, two, third], [])):
        folder = tmp_path / str(number)
        folder.mkdir()
        found = begin(others, SITE, folder)
        assert shaped(made, SITE, 1, before=after(found)) == shaped(made, SITE, 1)


@pytest.mark.parametrize("change", CHANGES)
def test_every_column_counts(change: str) -> None:
    article, *_ = corpus().entries
    known = replace(article, origin=(article.article, "origin"))
    for one in (article, known):
        assert begun.rows_of([CHANGES[change](one)], SITE) != begun.rows_of([one], SITE)
        assert begun.digest([CHANGES[change](one)]) != begun.digest([one])
    assert begun.digest([known]) != begun.digest([replace(known, origin=(article.article, "x"))])


def test_no_room_names_the_folder(tmp_path: Path) -> None:
    with pytest.raises(SeedpressError, match="cannot be made here"):
        begin((), SITE, tmp_path / "missing" / "folder")
