"""What articles named last is likely only where the same program said it of the same articles."""

import pytest

from seedpress.entities import LastNaming, unpacked
from seedpress.last_join import FOLDER, LastJoin, forget
from seedpress.last_named import NAMED, last_named
from seedpress.settings import Settings

BRNO = LastNaming(b"a mark", b"\x91\xa4Brno", b"\x91\xaaplace:brno")
RIGA = LastNaming(b"another", b"\x91\xa4Riga", b"\x91\xaaplace:riga")
NAMES = {"place:brno": "Brno"}
IDS = {"brno": "place:brno", "riga": "place:riga"}


@pytest.fixture
def settings(tmp_path):
    return Settings(root=tmp_path)


def last(settings, *origins, made_by="these programs"):
    return LastJoin(settings, made_by, origins)


@pytest.fixture
def file(settings):
    last_named(last(settings, "a", "b", ""), 3).remember({0: BRNO, 2: RIGA}, NAMES, IDS)
    return settings.root / FOLDER / NAMED


def test_it_is_told_again_wherever_the_article_stands_now(settings, file):
    found = last_named(last(settings, "b", "c", "", "a"), 4)
    assert found.each == [None, None, None, BRNO]
    assert found.names == NAMES
    assert found.each[3].naming().each() == [("Brno", "place", "place:brno")]
    assert found.each[3].entities() == ["place:brno"]


def test_one_without_an_origin_is_not_remembered(settings, file):
    assert last_named(last(settings, ""), 1).each == [None]


def test_what_others_name_this_time_is_remembered_with_what_stands(settings, file):
    last_named(last(settings, "b", "a"), 2).remember({0: RIGA}, NAMES, IDS)
    assert last_named(last(settings, "a", "b"), 2).each == [BRNO, RIGA]


def test_where_all_is_as_it_was_nothing_is_written(settings, file):
    before = file.stat()
    last_named(last(settings, "a"), 1).remember({}, NAMES, {})
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_ids_of_names_are_kept_but_for_those_that_are_gone(settings, file):
    assert last_named(last(settings, "a"), 1).ids == IDS
    changed = {"riga": None, "brno": "place:brno-2", "kyiv": "place:kyiv"}
    last_named(last(settings, "a"), 1).remember({}, NAMES, changed)
    assert last_named(last(settings, "a"), 1).ids == {"brno": "place:brno-2", "kyiv": "place:kyiv"}


def test_of_other_programs_nothing_is_likely(settings, file):
    assert last_named(last(settings, "a", made_by="others"), 1).each == [None]


def test_a_damaged_file_tells_nothing(settings, file):
    data = file.read_bytes()
    for broken in (data[:-1], data[:70], b"", data[:-9] + b"!" + data[-8:]):
        file.write_bytes(broken)
        found = last_named(last(settings, "a"), 1)
        assert (found.each, found.names) == ([None], {})


def test_it_is_forgotten_with_the_join(settings, file):
    forget(settings)
    assert not file.exists()


def test_without_a_last_join_nothing_is_likely_and_nothing_kept(settings):
    found = last_named(None, 2)
    found.remember({0: BRNO}, NAMES, IDS)
    assert found.each == [None, None]
    assert not (settings.root / FOLDER).exists()


def test_what_is_unpacked_is_what_was_packed():
    naming = unpacked(BRNO.texts, BRNO.ids)
    assert (naming.texts, naming.ids) == (BRNO.texts, BRNO.ids)
