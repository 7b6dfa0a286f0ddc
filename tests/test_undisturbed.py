"""How often Python looks for rubbish is put back to what it was."""

import gc

import pytest

from seedpress.undisturbed import SELDOM, rarely_disturbed


def test_it_is_rare_for_a_while_only() -> None:
    before = gc.get_threshold()
    with rarely_disturbed():
        assert gc.get_threshold()[0] == SELDOM
    assert gc.get_threshold() == before
    with pytest.raises(ValueError, match="in vain"), rarely_disturbed():
        raise ValueError("in vain")
    assert gc.get_threshold() == before
