"""Lists in columns become what lists of pages would become one by one, and are written as these."""

from collections.abc import Mapping
from itertools import pairwise

import cbor2
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from seedpress.site.encoding import encoded_pages, in_columns, places_as_bytes
from seedpress.site.postings import Lists

# Of each word, by the number of a page: where on it the word stands, and where in fields.
Said = tuple[list[int], list[int]]
Plain = dict[str, dict[int, Said]]

# Numbers that take one byte, two, three and five.
NUMBERS = st.sampled_from([0, 1, 23, 24, 255, 256, 65_535, 65_536, 70_000]) | st.integers(0, 99_999)
PLACES = st.lists(st.integers(-70_000, 70_000), max_size=3)
PAGES = st.dictionaries(NUMBERS, st.tuples(PLACES, PLACES), max_size=6)
PLAIN = st.dictionaries(st.sampled_from("abcdef"), PAGES)


def in_order(plain: Mapping[str, Mapping[int, Said]]) -> Plain:
    return {name: dict(sorted(plain[name].items())) for name in sorted(plain)}


def columns(plain: Plain) -> Lists[str]:
    """The lists as a file of words tells them: numbers in steps, and bytes for what is said."""
    told = []
    for pages in plain.values():
        steps = [one - before for before, one in pairwise([0, *pages])]
        each = zip(steps, pages.values(), strict=True)
        told.append([[step, *said, places_as_bytes(*said)] for step, said in each])
    return in_columns([*plain], told)


def written(lists: Lists[str]) -> Plain:
    """What the bytes of all lists tell."""
    data, at = encoded_pages(lists)
    found: Plain = {}
    for name, length, (start, end) in zip(lists.names, lists.lengths, pairwise(at), strict=True):
        pages = cbor2.loads(b"\x9f" + data[start:end] + b"\xff")
        assert len(pages) == length
        numbers = np.cumsum([step for step, *_ in pages], dtype=np.int64).tolist()
        found[name] = {n: (*said,) for n, (_, *said) in zip(numbers, pages, strict=True)}
        assert data[start:end] == b"".join(map(cbor2.dumps, pages))
    return found


@given(PLAIN)
def test_lists_are_written_as_any_value_is(made: Plain) -> None:
    plain = in_order(made)
    lists = columns(plain)
    assert written(lists) == plain
    weights = [len(a) + len(b) + 1 for pages in plain.values() for a, b in pages.values()]
    assert lists.weights.tolist() == weights


@given(PLAIN, st.sets(NUMBERS))
def test_pages_go_and_others_are_renumbered(made: Plain, gone: set[int]) -> None:
    plain = in_order(made)
    places = np.arange(100_000)
    places[[*gone]] = -1
    stay = places >= 0
    places[stay] = np.arange(np.count_nonzero(stay))
    found = columns(plain).moved(places)
    left = {
        name: {int(places[page]): said for page, said in pages.items() if page not in gone}
        for name, pages in plain.items()
    }
    assert written(found) == left
    present = [name for name in left if left[name]]
    assert found.present() == present
    assert written(found.only(present)) == {name: left[name] for name in present}


@given(PLAIN, PLAIN)
def test_lists_of_other_pages_are_put_in(one: Plain, two: Plain) -> None:
    taken = {page for pages in one.values() for page in pages}
    other = {
        name: {page: said for page, said in pages.items() if page not in taken}
        for name, pages in two.items()
    }
    both = {name: one.get(name, {}) | other.get(name, {}) for name in (*one, *other)}
    found = columns(in_order(one)).joined(columns(in_order(other)))
    assert written(found) == in_order(both)
    assert found.names == sorted(both)
