"""What comes from seeds tells a terminal nothing but words."""

import json
import os
import subprocess

import pytest

from seedpress.cli.say import as_json, say_problems
from seedpress.cli.terminal import shown
from seedpress.model import Problem
from tests.conftest import SEEDPRESS


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Ilhan Işık: 港口, ſo — “so”", None),
        ("می\u200cخواهم \U0001f468\u200d\U0001f469", None),
        ("\x1b[31mred\x9b2J\x07", r"\x1b[31mred\x9b2J\x07"),
        ("a.txt\nb.txt: all is well", r"a.txt\nb.txt: all is well"),
        ("good\u202etxt.exe", r"good\u202etxt.exe"),
        ("lone \ud800", r"lone \ud800"),
        ("back\\slash \U000e0041", "back\\slash \\U000e0041"),
    ],
)
def test_what_a_terminal_would_obey_is_spelt_out(line: str, wanted: str | None) -> None:
    assert shown(line) == (line if wanted is None else wanted)


def test_a_problem_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    say_problems([Problem("a\nb\x1b[2J.txt", "reads: \r", "rename it", 3)])
    assert capsys.readouterr().err == "a\\nb\\x1b[2J.txt:3: reads: \\r; rename it\n"


@pytest.mark.skipif(os.name != "posix", reason="no file can have such a name")
def test_no_command_passes_on_what_a_file_name_says(empty) -> None:
    (empty.root / "seeds" / "\x1b]0;x\x07.bin").write_text("words")
    name = "\x1b[2Jwords.txt"
    (empty.root / "seeds" / name).write_text("Title\n\nAnn Lee met Bo Day in Kursk, she said.\n")
    orders = (["build", "--pages-only"], ["check"], ["explain", name], ["explain", "\x1b[3J.txt"])
    for order in orders:
        done = subprocess.run([SEEDPRESS, *order], cwd=empty.root, capture_output=True, check=False)
        assert done.stdout + done.stderr
        assert b"\x1b" not in done.stdout + done.stderr, order


def test_problems_as_json_say_the_same_and_a_terminal_nothing() -> None:
    name = "港\x9b2J\u202e\x1b\ud800 \U000e0041.txt"
    text = as_json([Problem(name, "reads: \r\n", "rename it", 3)])
    assert json.loads(text)[0]["seed"] == name
    assert json.loads(text)[0]["reason"] == "reads: \r\n"
    assert all(ch.isprintable() or ch == "\n" for ch in text)
    assert "港" in text
