"""Numbers of rows depend on what there is alone, and one more moves few."""

from zlib import crc32

from hypothesis import given
from hypothesis import strategies as st

from seedpress.exports.numbers import numbered, room

ALIKE = ("plumless", "buckeroo")  # of one check sum


@given(st.lists(st.text(), unique=True))
def test_each_has_its_own_whatever_their_order(ids: list[str]) -> None:
    found = numbered(ids)
    assert found == numbered(reversed(ids))
    assert set(found) == set(ids)
    assert list(found.values()) == sorted(set(found.values()))
    assert min(found.values(), default=1) >= 1


def test_two_of_one_check_sum_stand_side_by_side() -> None:
    assert len({crc32(word.encode()) for word in ALIKE}) == 1
    one, other = numbered(ALIKE).values()
    assert other == one + 1


def test_one_more_moves_few() -> None:
    for count in (100, 1000, 5000):
        known = [f"a{number}" for number in range(count)]
        before = numbered(known)
        moved = 0
        for number in range(50):
            after = numbered([*known, f"b{number}"])
            moved += sum(before[identity] != after[identity] for identity in known)
        assert moved < 50 * 8


def test_there_is_room_for_half_as_many_again_and_it_seldom_grows() -> None:
    rooms = [room(count) for count in range(1, 10_000)]
    assert all(found >= count * 3 // 2 for count, found in enumerate(rooms, 1))
    assert rooms == sorted(rooms)
    assert len(set(rooms[1000:])) < 20
