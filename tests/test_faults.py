"""What the system refuses is told in one line that says where, what and what to do."""

import errno
import sqlite3
from dataclasses import replace

import pytest
from click.testing import CliRunner

from seedpress.analyse import analyse
from seedpress.atomic import put
from seedpress.cli import cli
from seedpress.cli.faults import in_a_line
from seedpress.errors import SeedpressError, SettingsError
from seedpress.readers import find
from seedpress.settings import EntitySettings, Settings, load


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "free some space"),
        (errno.EACCES, "yours to read and write"),
        (errno.EROFS, "yours to read and write"),
        (errno.EMFILE, "ulimit"),
        (errno.EIO, "disk"),
        (errno.EISDIR, "in the way"),
        (errno.ENOENT, "make the folder"),
        (errno.EINVAL, "run it again"),
    ],
)
def test_errors_of_the_system(number, words):
    said = in_a_line(OSError(number, "It is so", "docs/a\nb.md"))
    assert said.startswith("docs/a b.md: It is so; ")
    assert words in said
    assert in_a_line(OSError(number, "It is so")).startswith("It is so; ")


def test_a_setting_that_cannot_be_used_is_no_seeds_fault(tmp_path):
    (tmp_path / "a.txt").write_text("They met Anna Berg in Oslo.\n", "utf-8")
    settings = replace(Settings(), entities=EntitySettings(recogniser="magic"))
    (file,), _ = find(tmp_path, settings.limits)
    with pytest.raises(SettingsError, match="found `magic`, allowed is one of builtin"):
        analyse(file, settings, frozenset())


def test_a_port_that_there_is_not_is_typed_wrongly():
    assert CliRunner().invoke(cli, ["serve", "--port", "99999"]).exit_code == 2


def test_no_memory():
    assert in_a_line(MemoryError()).startswith("there is not enough memory; close other programs")


def test_our_own_errors_say_it_themselves():
    assert in_a_line(SeedpressError("mkdocs.yml: so")) == "mkdocs.yml: so"
    assert in_a_line(OSError("a.txt: is no longer a regular file")).startswith("a.txt: is no")


def caused(error: Exception, cause: Exception) -> Exception:
    try:
        raise error from cause
    except type(error) as raised:
        return raised


def test_our_own_error_of_what_is_not_there_says_itself_what_to_do(tmp_path):
    with pytest.raises(SettingsError) as raised:
        load(tmp_path / "mkdocs.yml")
    assert in_a_line(raised.value).endswith("make a new project with `seedpress new FOLDER`")


def test_our_own_error_that_the_system_caused_says_what_to_do():
    full = OSError(errno.ENOSPC, "No space left on device")
    said = in_a_line(caused(SeedpressError("mkdocs: no page"), caused(ValueError("so"), full)))
    assert said == "mkdocs: no page; free some space and run it again"
    assert in_a_line(caused(SeedpressError("so"), OSError("other"))) == "so"
    assert in_a_line(caused(SeedpressError("so"), ValueError("other"))) == "so"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_BUSY, "another process"),
        (sqlite3.SQLITE_FULL, "free some space"),
        (sqlite3.SQLITE_IOERR_WRITE, "free some space"),
        (sqlite3.SQLITE_CANTOPEN, "yours"),
        (sqlite3.SQLITE_CORRUPT, "delete this file"),
    ],
)
def test_errors_of_the_cache(code, words):
    error = sqlite3.OperationalError("it is so")
    error.sqlite_errorcode = code
    said = in_a_line(error)
    assert said.startswith(".seedpress/cache.sqlite: ")
    assert words in said


def test_a_page_that_cannot_be_written_is_named(tmp_path, monkeypatch):
    target = tmp_path / "page.md"
    target.write_text("old")

    def refused(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", refused)
    with pytest.raises(OSError, match="No space") as caught:
        put(target, b"new")
    assert caught.value.filename == str(target)
    assert [path.name for path in tmp_path.iterdir()] == ["page.md"]
    assert target.read_text() == "old"
