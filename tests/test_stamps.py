"""Which seed files need not be read again: those that had rested and stand as they stood."""

import os
import time

import pytest

from seedpress import stamps
from seedpress.cache import Cache
from seedpress.gather import gather
from seedpress.readers import find
from seedpress.settings import LimitSettings, Settings

HOUR = 3_600_000_000_000


@pytest.fixture
def seeds(tmp_path):
    (tmp_path / "seeds").mkdir()
    for name in ("a", "b"):
        (tmp_path / "seeds" / f"{name}.txt").write_text(f"Title {name}\n\nRain fell in Brno.\n")
    return tmp_path / "seeds"


@pytest.fixture
def later(monkeypatch):
    """An hour after the seeds were written."""
    monkeypatch.setattr(time, "time_ns", lambda: real() + HOUR)


real = time.time_ns


def found(seeds):
    return find(seeds, LimitSettings())[0]


def looked_at(seeds, before):
    """The digest of each file after a second look, and which were opened for it."""
    opened = []
    plain = stamps.opened
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stamps, "opened", lambda file: opened.append(file.path) or plain(file))
        made = stamps.stamped(found(seeds), before)
    return [stamp.digest for stamp in made], opened


def remembered(seeds):
    files = found(seeds)
    return stamps.kept(files, stamps.stamped(files, {}))


def test_what_had_rested_and_stands_as_it_stood_is_not_opened(seeds, later):
    before = remembered(seeds)
    digests, opened = looked_at(seeds, before)
    assert opened == []
    assert digests == [before["a.txt"].digest, before["b.txt"].digest]
    assert len(set(digests)) == 2


def test_what_was_just_written_is_not_believed(seeds):
    assert remembered(seeds) == {}


def rewritten(path):
    path.write_text(path.read_text().replace("Rain", "Snow"))


def replaced(path):
    other = path.with_suffix(".new")
    other.write_text(path.read_text().replace("Rain", "Snow"))
    other.replace(path)


@pytest.mark.parametrize("change", [rewritten, replaced])
def test_other_bytes_of_the_same_size_and_time_are_noticed(seeds, later, change):
    before = remembered(seeds)
    path = seeds / "b.txt"
    old = path.stat()
    change(path)
    os.utime(path, ns=(old.st_atime_ns, old.st_mtime_ns))
    assert path.stat().st_size == old.st_size
    digests, opened = looked_at(seeds, before)
    assert opened == ["b.txt"]
    assert digests[0] == before["a.txt"].digest
    assert digests[1] != before["b.txt"].digest


def test_a_file_that_may_not_be_read_is_tried_again(seeds, later, monkeypatch):
    def refused(file):
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr(stamps, "opened", refused)
        assert remembered(seeds) == {}
    assert len(remembered(seeds)) == 2


def test_a_build_remembers_the_stamps_of_its_own_seeds(seeds, later, monkeypatch):
    def gathered():
        return gather(found(seeds), settings, cache, 1, lambda _done, _of: None)

    settings, cache = Settings(root=seeds.parent), Cache(None)
    first = gathered()
    cache.keep_only(first.keys)
    monkeypatch.setattr(stamps, "opened", None)
    again = gathered()
    assert again.analyses == first.analyses
    assert again.whole
    (seeds / "b.txt").unlink()
    cache.keep_only(gathered().keys)
    assert list(cache.get(stamps.KEY, dict[str, stamps.Stamp])) == ["a.txt"]
