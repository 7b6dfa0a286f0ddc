"""Words that were kept of a shard are those that its files would tell, and taken for no other's."""

from pathlib import Path

import cbor2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedpress.site import kept_words
from seedpress.site.facets import filter_as_bytes
from seedpress.site.form import listing_of
from seedpress.site.indexing import mend
from seedpress.site.kept_words import Words
from seedpress.site.pagefind import Files

from .test_mending import Text, days, facets, in_order, many, whole


def mended(one: dict[str, Text], other: dict[str, Text], stands: Files, words: Words) -> Files:
    """The index of pages, mended from that of others."""
    again = {path: page.html for path, page in other.items() if one.get(path) != page}
    about = "en", days(other), facets(other)
    found = mend(stands.__getitem__, [*one], [*other], again, *about, words)
    assert found
    files, gone = found
    return {path: data for path, data in stands.items() if path not in gone} | files


def changed(pages: dict[str, Text], number: int) -> dict[str, Text]:
    """The pages with one more, one less and one that says something else."""
    new = [*many(number, 5).values()]
    left = {path: page for path, page in pages.items() if f"{number}5/" not in path}
    return in_order({**left, f"articles/{number}a/index.html": new[0], [*left][number]: new[1]})


@pytest.mark.parametrize("foreseen", [True, False])
def test_a_shard_is_mended_again_and_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, foreseen: bool
) -> None:
    words = Words(tmp_path / "0.words")
    pages = many(1, 60)
    stands = whole(pages)
    if foreseen:
        words.foresee(stands.__getitem__)
    for number in range(1, 4):
        other = changed(pages, number)
        stands = mended(pages, other, stands, words)
        assert stands == whole(other)
        pages = other
    monkeypatch.setattr(kept_words, "read_lexicon", None)  # it is not asked again
    words.foresee(stands.__getitem__)
    assert words.of(stands.__getitem__, listing_of(stands.__getitem__))


@pytest.mark.parametrize("kept", [b"", b"\x80", None, 40])
def test_words_of_other_files_are_not_taken(tmp_path: Path, kept: bytes | int | None) -> None:
    words = Words(tmp_path / "0.words")
    pages = many(2, 12)
    stands = whole(pages)
    words.foresee((stands if isinstance(kept, int) else whole(many(3, 9))).__getitem__)
    file = tmp_path / "0.words"
    if kept is not None:
        file.write_bytes(file.read_bytes()[:kept] if isinstance(kept, int) else kept)
    other = changed(pages, 1)
    assert mended(pages, other, stands, words) == whole(other)


def test_words_that_are_damaged_are_not_taken(tmp_path: Path) -> None:
    file = tmp_path / "0.words"
    words, stands = Words(file), whole(many(2, 12))
    words.foresee(stands.__getitem__)
    listing, data = listing_of(stands.__getitem__), file.read_bytes()
    right = words.of(stands.__getitem__, listing)
    assert right
    for place in range(0, len(data), 97):
        file.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        found = words.of(stands.__getitem__, listing)
        assert found
        assert found.encoded() == right.encoded()


def test_words_that_cannot_be_told_are_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = Words(tmp_path / "0.words")
    stands = whole(many(2, 12))
    asked: list[object] = []
    monkeypatch.setattr(kept_words, "read_lexicon", lambda *given: asked.append(given))
    words.foresee(stands.__getitem__)
    words.foresee(stands.__getitem__)
    assert len(asked) == 1
    assert words.of(stands.__getitem__, listing_of(stands.__getitem__)) is None


@settings(deadline=None, max_examples=20)
@given(
    st.text("aé鯨", max_size=300),
    st.lists(st.tuples(st.text(max_size=40), st.lists(st.integers(0, 69_999), max_size=30))),
)
def test_a_filter_is_written_as_any_value_is(
    name: str, values: list[tuple[str, list[int]]]
) -> None:
    told = [[*value] for value in values]
    assert filter_as_bytes(name, told, 70_000) == cbor2.dumps([name, told])
