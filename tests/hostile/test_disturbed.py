"""A few of the kills and failures that `tests/bench/kills.py` tries: nothing torn, nothing lost."""

import errno
from collections.abc import Iterator

import pytest

from tests.hostile.disturb import Builder
from tests.hostile.trial import Trial, spread
from tests.test_repeatable import corpus

KILLS, FAILURES = 4, 2  # of each way to build


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trial]:
    with Builder() as builder:
        yield Trial(builder, corpus(tmp_path_factory.mktemp("disturbed") / "corpus"))


@pytest.mark.parametrize("whole", [False, True], ids=["part", "whole"])
def test_killed(trial: Trial, whole: bool) -> None:
    most, _ = trial.measure(whole)
    tried = trial.counts["tried"]
    for change in spread(most, KILLS):
        trial.disturb(whole, change=change)
    assert trial.faults == []
    assert trial.counts["tried"] == tried + KILLS


@pytest.mark.parametrize("whole", [False, True], ids=["part", "whole"])
@pytest.mark.parametrize("name", ["ENOSPC", "EIO"])
def test_failed(trial: Trial, whole: bool, name: str) -> None:
    most, _ = trial.measure(whole)
    for change in spread(most, FAILURES):
        trial.disturb(whole, change=change, error=getattr(errno, name), lasting=name == "ENOSPC")
    assert trial.faults == []
