"""Notes of a join are there for the next one, and are believed only where they are sound."""

from pathlib import Path

import pytest

from seedpress import last_join
from seedpress.last_join import LastJoin, forget
from seedpress.notes import Notes, digest
from seedpress.reached import reached
from seedpress.settings import Settings


@pytest.fixture
def given(tmp_path: Path) -> Settings:
    (tmp_path / ".seedpress").mkdir()
    return Settings(root=tmp_path)


def recalled(given: Settings, made_by: str = "us") -> Notes:
    return LastJoin(given, made_by, ()).notes("stage")


def noted(given: Settings, **what: str) -> None:
    last = LastJoin(given, "us", ())
    for key, value in what.items():
        last.notes("stage").put(key.encode(), value.encode())
    last.remember()


def test_what_was_put_is_there_the_next_time(given: Settings) -> None:
    noted(given, a="1", b="2")
    notes = recalled(given)
    assert (notes.get(b"a"), notes.get(b"b"), notes.get(b"c")) == (b"1", b"2", None)


def test_each_stage_has_its_own(given: Settings) -> None:
    noted(given, a="1")
    assert LastJoin(given, "us", ()).notes("other").get(b"a") is None


def test_what_nobody_asked_for_is_forgotten(given: Settings) -> None:
    noted(given, a="1", b="2")
    last = LastJoin(given, "us", ())
    assert last.notes("stage").get(b"a") == b"1"
    last.remember()
    assert recalled(given).get(b"a") == b"1"
    assert recalled(given).get(b"b") is None


def test_a_file_that_would_be_the_same_is_left(given: Settings) -> None:
    noted(given, a="1")
    file = given.root / ".seedpress" / "join-stage.msgpack"
    before = file.stat().st_ino
    last = LastJoin(given, "us", ())
    last.notes("stage").get(b"a")
    last.remember()
    assert file.stat().st_ino == before


def test_notes_of_a_stage_that_was_changed_are_not_believed(
    given: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted(given, a="1")
    assert recalled(given).get(b"a") == b"1"
    programs = {"stage/__init__.py": b"other rules"}
    monkeypatch.setattr(last_join, "reached", {"seedpress.stage": programs}.__getitem__)
    assert recalled(given).get(b"a") is None


def test_notes_of_names_depend_on_every_step_that_makes_them() -> None:
    steps = ("resolve", "within", "folded", "gist", "bearers", "national", "relatives", "states")
    assert {f"entities/{step}.py" for step in steps} <= reached("seedpress.entities").keys()
    assert "keywords/shortlist.py" in reached("seedpress.keywords")


@pytest.mark.parametrize("harm", ["gone", "cut", "bit", "strange", "empty", "others", "forgotten"])
def test_without_sound_notes_there_are_none(given: Settings, harm: str) -> None:
    noted(given, a="1")
    file = given.root / ".seedpress" / "join-stage.msgpack"
    whole = file.read_bytes()
    made_by = "others" if harm == "others" else "us"
    if harm == "gone":
        file.unlink()
    elif harm == "cut":
        file.write_bytes(whole[:-1])
    elif harm == "bit":
        file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    elif harm == "strange":
        file.write_bytes(b"\xff\x00 no notes")
    elif harm == "empty":
        file.write_bytes(b"")
    elif harm == "forgotten":
        forget(given)
    assert recalled(given, made_by).get(b"a") is None


def test_parts_of_a_digest_are_told_apart() -> None:
    assert len({digest(b"ab", b"c"), digest(b"a", b"bc"), digest(b"abc"), digest(b"abc", b"")}) == 4


def test_an_unknown_origin_is_empty() -> None:
    assert [Notes(("x", "")).origin(place) for place in range(3)] == [b"x", b"", b""]
