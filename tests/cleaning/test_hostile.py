"""Texts that make careless code stall: read and cleaned within bounds, and no sentence lost."""

import faulthandler

import pytest

from seedpress import readers
from seedpress.cleaning import clean, line_marks
from seedpress.model import Problem, Seed
from seedpress.settings import LimitSettings
from tests.hostile.pathological import FIRST, LAST, TEXTS, cases

# A guard against a hang that nothing else would end; nothing here is measured.
_GUARD = 120  # seconds
PACK = cases()
# Repeated 12,000 times, a quadratic loop over lines or marks needs hours.
GROWING = {
    "wrapped lines": "the council voted on Tuesday to mend the bridge over the river, ending two\n",
    "credits": "Valley Herald, 3 March 2020\n",
    "bylines": "By Ann Bell\n",
    "marks that open": "*a **a ",
    "marks of two kinds": "__a _b **c ",
    "deep lines": " " * 120 + "- a\n",
    "keys": "key: value\n",
    "closings": "Related articles\nA line of words\n",
    "rows": "| a | b |\n",
    "brackets": "[a](b",
}


@pytest.fixture(autouse=True)
def guard():
    faulthandler.dump_traceback_later(_GUARD, exit=True)
    yield
    faulthandler.cancel_dump_traceback_later()


def _read(case, tmp_path):
    (tmp_path / case.name).write_bytes(case.data)
    files, problems = readers.find(tmp_path, LimitSettings())
    things = [thing for file in files for thing in readers.read(file, LimitSettings())]
    return [t for t in things if isinstance(t, Seed)], [
        *problems,
        *(t for t in things if isinstance(t, Problem)),
    ]


@pytest.mark.parametrize("case", PACK, ids=[case.name for case in PACK])
def test_pack_is_read_and_cleaned(case, tmp_path):
    seeds, problems = _read(case, tmp_path)
    assert seeds or problems
    for seed in seeds:
        line_marks(seed)
        article = clean(seed)
        assert article.text or article.removed
        if case.fate == "published" and case.name.rpartition(".")[0] in TEXTS:
            kept = "\n".join((article.text, *(gone.text for gone in article.removed)))
            assert FIRST in kept
            assert LAST in article.text


@pytest.mark.parametrize("markup", ["text", "markdown"])
@pytest.mark.parametrize("name", GROWING)
def test_long_texts_end(name, markup):
    article = clean(Seed("seed.txt", "", f"{GROWING[name] * 12_000}\n\n{LAST}", markup))
    assert LAST in article.text
