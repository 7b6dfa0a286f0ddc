"""What is said of a file that is no YAML, whichever library read it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from seedpress.editing import text_of
from seedpress.entities import edit, load_authority
from seedpress.errors import SeedpressError
from seedpress.settings import load

# What the file holds, and what each of its readers is to say of it.
FILES = {
    "an open bracket": (b"a: 1\nb: [x\n", ("line 3: not readable as YAML", "from line 2)")),
    "a stray quotation mark": (b"a: 1\nb: 'x\n", ("not readable as YAML", "from line 2)")),
    "a tab": (b"a: 1\nb:\n\t- x\n", ("line 3: not readable as YAML",)),
    "two on a line": (b"a: 1\nb: x: y\n", ("line 2: not readable as YAML",)),
    "a control": (b"a: 1\nb: x\x07\n", ("line 2: not readable", "character U+0007")),
    "an old encoding": (b"a: 1\nb: caf\xe9\n", ("line 2: not readable", "byte 0xe9", "UTF-8")),
}


def changed(path: Path) -> None:
    edit.drop(text_of(path), "Rome")


@pytest.mark.parametrize(
    ("name", "read"),
    [("mkdocs.yml", load), ("authority.yml", load_authority), ("authority.yml", changed)],
    ids=["settings", "authority", "an edit"],
)
@pytest.mark.parametrize("kind", FILES)
def test_the_line_and_what_is_wrong_there(
    tmp_path: Path, name: str, read: Callable[[Path], object], kind: str
) -> None:
    held, wanted = FILES[kind]
    path = tmp_path / name
    path.write_bytes(held)
    with pytest.raises(SeedpressError) as error:
        read(path)
    said = str(error.value)
    assert name in said
    assert "unicode string" not in said
    assert "\n" not in said
    assert [part for part in wanted if part not in said] == []
