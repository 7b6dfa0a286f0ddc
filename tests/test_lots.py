import os

import pytest

from seedpress.lots import MOST, Lots


@pytest.mark.parametrize("count", [0, 1, 9, MOST])
def test_each_is_drawn_once_whoever_draws(count):
    lots = Lots(count)
    drawn = [next(iter(lots)) for _ in range(count // 2)]
    assert [*drawn, *lots] == [*range(count)]
    assert [*lots] == []
    lots.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing is copied here")
def test_a_copy_draws_what_this_process_does_not():
    lots = Lots(MOST)
    out, into = os.pipe()
    child = os.fork()
    if not child:
        os.write(into, bytes(4 * len([*lots])))
        os._exit(0)
    os.close(into)
    here = len([*lots])
    with os.fdopen(out, "rb") as said:
        assert here + len(said.read()) // 4 == MOST
    assert os.waitpid(child, 0) == (child, 0)
    lots.close()
