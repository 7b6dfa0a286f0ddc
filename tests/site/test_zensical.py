"""What Zensical prints, as problems."""

import pytest

from seedpress.model import Problem
from seedpress.settings import Settings
from seedpress.site.engines.zensical import _problems

ONE = """Warning: page does not exist
   ╭─[ about.md:4:5 ]
   │
 4 │ [x](nowhere.md)
───╯
"""
MEND = Problem("docs/about.md", "page does not exist", "mend the page", 4)


@pytest.mark.parametrize(
    ("said", "problems"),
    [
        ("Build started\nNo issues found\n", []),
        (f"Build started\n{ONE}1 issue found\n", [MEND]),
        (f"{ONE}{ONE}2 issues found\n", [MEND, MEND]),
    ],
)
def test_warnings_with_their_place(said: str, problems: list[Problem]) -> None:
    assert list(_problems(Settings(), said)) == problems


def test_warnings_of_another_form_are_counted() -> None:
    mended, other = _problems(Settings(), f"{ONE}Warning: the moon is full\n3 issues found\n")
    assert mended == MEND
    assert other.reason == "2 other warning(s) of zensical"
