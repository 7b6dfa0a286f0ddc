"""Long lists in parts: everything once and in order, none too long, and cut where they were."""

from hypothesis import given
from hypothesis import strategies as st

from seedpress.pages.parts import parts

THINGS = st.lists(st.text("abcdefgh", max_size=4), unique=True, max_size=90)


@given(THINGS, st.integers(0, 20))
def test_everything_is_on_one_part_in_its_order(things: list[str], size: int) -> None:
    runs = parts(things, size, str)
    assert [thing for run in runs for thing in run] == things
    assert len(runs) == 1 or all(runs)
    assert all(len(run) <= max(size, 1) for run in runs)
    assert len(things) > max(size, 1) or len(runs) == 1


def test_no_part_but_the_last_is_short() -> None:
    *runs, _last = parts(range(1000), 50, str)
    assert all(25 <= len(run) <= 50 for run in runs)


def test_one_more_thing_leaves_most_parts_as_they_were() -> None:
    things = [f"thing {n}" for n in range(1000)]
    before = {tuple(run) for run in parts(things, 50, str)}
    changed = []
    for place in range(0, 1000, 10):
        after = parts([*things[:place], "one more", *things[place:]], 50, str)
        changed.append(len({tuple(run) for run in after} - before))
    assert min(changed) == 1
    assert sum(changed) < 2 * len(changed)
