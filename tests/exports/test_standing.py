"""Records that stand are those that would be made: whatever is changed, the same file comes out."""

import random
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from seedpress.exports.articles import line_of
from seedpress.exports.packing import Members, Shaped, shape, unknown
from seedpress.exports.standing import NOTHING_STANDS, Standing, shape_records
from seedpress.model import (
    Article,
    Block,
    Entry,
    Fields,
    Keyword,
    Member,
    Mention,
    Related,
    Removal,
)
from seedpress.settings import Settings
from tests.records import replace

MADE_BY = "these programs"
COUNT, MEMBER = 60, 4000


def entry(number: int, words: str = "") -> Entry:
    """An article that is like no other."""
    text = f"{words}The quay of town {number} was closed."
    fields = Fields(f"Title {number}", "Ann", "Paper", "Kyiv", "2025-03-14", "", "en")
    blocks = (Block("paragraph", text), Block("quote", "It was.", start=len(text) + 2))
    removed = (Removal(number, "Share", "share"),)
    article = Article(fields, blocks, f"{text}\n\nIt was.", removed)
    return Entry(
        id=f"a{number:03}",
        slug=f"title-{number}",
        seed=f"{number}.txt",
        sha256=f"{number:064}",
        article=article,
        keywords=(Keyword("quay", 0.5, slug="quay"), Keyword("Kyiv", 0.25, entity="place:kyiv")),
        mentions=(
            Mention(4, 8, "quay", "place", entity="place:quay"),
            Mention(0, 5, "Title", "other", in_title=True, entity="other:title"),
        ),
        related=(Related("a001", 0.5, ("place:kyiv",), ("quay",)),),
        origin=(article, f"{number} {words}"),
    )


def others(one: Entry) -> Iterator[Entry]:
    """The same article with each thing changed that its record tells."""
    number = int(one.id[1:])
    for name, value in (("slug", "moved"), ("seed", "moved.txt"), ("sha256", "f" * 64)):
        yield replace(one, **{name: value})
    yield replace(one, words=77)
    yield entry(number, "New words. ")
    article = replace(one.article, title_made=True)
    yield replace(one, article=article)  # its origin is that of another article now
    yield replace(one, article=article, origin=(article, "title made"))
    for keyword in (
        replace(one.keywords[0], text="quays"),
        replace(one.keywords[0], score=0.75),
        replace(one.keywords[0], slug="pier"),
        replace(one.keywords[0], entity="place:quay"),
        replace(one.keywords[0], author=True),
        replace(one.keywords[0], pinned=True),
    ):
        yield replace(one, keywords=(keyword, one.keywords[1]))
    yield replace(one, keywords=one.keywords[::-1])
    for mention in (
        replace(one.mentions[0], start=3),
        replace(one.mentions[0], end=9),
        replace(one.mentions[0], text="Quay"),
        replace(one.mentions[0], in_title=True),
        replace(one.mentions[0], entity="place:pier"),
    ):
        yield replace(one, mentions=(mention, one.mentions[1]))
    yield replace(one, mentions=one.mentions[1:])
    for related in (
        replace(one.related[0], id="a002"),
        replace(one.related[0], score=0.25),
        replace(one.related[0], entities=()),
        replace(one.related[0], keywords=()),
    ):
        yield replace(one, related=(related,))


class Edition:
    """A file of records, as one build leaves it to the next."""

    def __init__(self, folder: Path, made_by: str = MADE_BY) -> None:
        self.file, self.members, self.made_by = folder / "records.gz", Members(), made_by
        self.made = 0  # lines

    def publish(self, entries: list[Entry], settings: Settings | None = None) -> Shaped:
        """Make the file of what stands, and the same from nothing."""
        line, self.made = line_of(settings or Settings()), 0

        def counted(one: Entry) -> bytes:
            self.made += 1
            return line(one)

        standing = Standing(self.made_by, self.members.beginning)
        found = shape_records(entries, counted, 1, self.members.get, standing, MEMBER)
        anew = shape_records(entries, line, 1, unknown, NOTHING_STANDS, MEMBER)
        assert (found.data, found.content, found.size) == (anew.data, anew.content, anew.size)
        assert anew.data == shape(map(line, entries), 1, member=MEMBER).data
        self.file.write_bytes(found.data)
        self.members = Members()
        self.members.add(self.file, found.members)
        return found


def test_what_is_as_it_was_is_not_made_again(tmp_path: Path) -> None:
    entries, edition = [*map(entry, range(COUNT))], Edition(tmp_path)
    members = edition.publish(entries).members
    assert edition.made == COUNT
    assert len(members) > 9
    assert sum(member.count for member in members) == COUNT
    for _ in range(2):
        assert edition.publish(entries).members == members
        assert edition.made == members[-1].count  # nothing says that it ends there


@pytest.mark.parametrize("place", [0, 30, COUNT - 1])
def test_whatever_of_a_record_is_changed_is_made_again(tmp_path: Path, place: int) -> None:
    entries, edition = [*map(entry, range(COUNT))], Edition(tmp_path)
    edition.publish(entries)
    for other in others(entries[place]):
        edition.publish([*entries[:place], other, *entries[place + 1 :]])
        assert edition.made < COUNT / 2
        edition.publish(entries)


def test_after_any_changes_it_is_the_file_made_from_nothing(tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311 - only for something to change
    left, edition, least = [*map(entry, range(COUNT))], Edition(tmp_path), COUNT
    entries = chance.sample(left, 40)
    for _ in range(60):
        kept = [one for one in entries if chance.random() > 0.03]
        new = chance.sample(left, 2)
        changed = chance.choice([*others(left[int(chance.choice(kept).id[1:])])])
        known = {one.id: one for one in (*new, *kept)} | {changed.id: changed}
        entries = [known[identity] for identity in sorted(known)]
        edition.publish(entries)
        least = min(least, edition.made)
    assert 0 < least < COUNT / 2


def test_other_programs_and_none_make_all(tmp_path: Path) -> None:
    entries, edition = [*map(entry, range(COUNT))], Edition(tmp_path)
    edition.publish(entries)
    for made_by in ("others", "", MADE_BY):
        edition.made_by = made_by
        edition.publish(entries)
        assert edition.made == COUNT


@pytest.mark.parametrize("damage", [b"", b"\x1f\x8b\x08 and no more"])
def test_what_cannot_be_unpacked_is_made_again(tmp_path: Path, damage: bytes) -> None:
    entries, edition = [*map(entry, range(COUNT))], Edition(tmp_path)
    whole = edition.publish(entries)
    first = whole.members[0]

    def known(digest: bytes) -> bytes | None:
        found = edition.members.get(digest)
        return damage.ljust(first.size) if digest == first.digest else found

    standing = Standing(MADE_BY, edition.members.beginning)
    assert shape_records(entries, line_of(Settings()), 1, known, standing, MEMBER) == whole


def test_members_are_remembered_with_what_they_are_made_of(tmp_path: Path) -> None:
    members = Edition(tmp_path).publish([*map(entry, range(COUNT))]).members
    read = msgspec.msgpack.decode(msgspec.msgpack.encode(members), type=tuple[Member, ...])
    assert read == members
    assert all(member.made_of and member.first for member in members[:-1])
    assert not members[-1].made_of


def test_a_file_that_is_not_packed_is_made_whole(tmp_path: Path) -> None:
    entries, edition = [*map(entry, range(COUNT))], Edition(tmp_path)
    edition.publish(entries)
    line, standing = line_of(Settings()), Standing(MADE_BY, edition.members.beginning)
    found = shape_records(entries, line, 0, edition.members.get, standing, MEMBER)
    assert (found.packed, found.data) == (False, b"".join(map(line, entries)))
