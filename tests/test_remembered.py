"""What is read back is what was written down, or nothing."""

from pathlib import Path

import pytest

from seedpress.remembered import opened, recalled, remember, sealed

Kind = dict[str, list[int]]
VALUE: Kind = {"a": [1, 2], "b": []}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "folder" / "file"
    remember(made, VALUE)
    return made


def test_what_was_written_down_is_read_back(file: Path) -> None:
    assert recalled(file, Kind) == VALUE
    assert recalled(file, list[int]) is None
    assert recalled(file.with_name("another"), Kind) is None


def test_whatever_of_it_is_damaged_nothing_is_read_back(file: Path) -> None:
    data = file.read_bytes()
    flipped = [data[:n] + bytes([data[n] ^ 1]) + data[n + 1 :] for n in range(len(data))]
    for damaged in (*flipped, *(data[:n] for n in range(len(data)))):
        file.write_bytes(damaged)
        assert recalled(file, Kind) is None


def test_what_is_sealed_may_be_nothing() -> None:
    assert opened(sealed(b"")) == b""
    assert opened(b"") is None
