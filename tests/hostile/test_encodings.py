"""Seeds in broken encodings and with characters that deceive: valid UTF-8 pages that read in order.

Marks that turn the direction of text are taken out and the count stands in the page's account of
itself; what is written from right to left by nature is isolated from what stands around it.
"""

import re

import pytest

from seedpress.model import Problem
from tests.hostile.whole_way import check, html_of
from tests.pages.rendering import read_html

LINE = "The harbour of Amity was quiet, said {}. Nobody came."
TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

CASES: dict[str, tuple[bytes, str]] = {
    "a NUL": ((LINE.format("Be\0rg") + " Words." * 20).encode(), "said Berg."),
    "controls": (LINE.format("Be\x01\x08\x0e\x1b\x7frg").encode(), "said Berg."),
    "upper controls": (LINE.format("Be\x80\x9frg").encode(), "said Be"),
    "a mark of the byte order within": (LINE.format("Be\ufeffrg").encode(), "said Berg."),
    "broken UTF-8": (LINE.format("Bérg, Bérg, B\udcffrg").encode("utf-8", "surrogateescape"), "B"),
    "Latin": (LINE.format("Bérg").encode("cp1252"), "said Bérg."),
    "UTF-16": (LINE.format("Bérg").encode("utf-16"), "said Bérg."),
    "UTF-16 without a mark": (LINE.format("Berg").encode("utf-16-le"), "said Berg."),
    "a lone surrogate": (LINE.format("B\ud800rg").encode("utf-8", "surrogatepass"), "B"),
    "two encodings": (f"{LINE.format('Bérg')}\n".encode() * 3 + "Zürich".encode("cp1252"), "Bérg"),
    "private use": (LINE.format("B\ue000rg").encode(), "said B\ue000rg."),
    "no characters": (LINE.format("B\ufdd0\ufffe\U0001ffffrg").encode(), "said B"),
    "look-alikes": (LINE.format("\u0412\u0435rg").encode(), "said \u0412\u0435rg."),
    "parts of letters": (LINE.format("Be\u0301rg").encode(), "said B\u00e9rg."),
    "a turned name": (LINE.format("\u202egreB\u202c").encode(), "said greB."),
    "an isolated name": (LINE.format("\u2067Berg\u2069").encode(), "said Berg."),
}


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_it_is_read_and_shown(name: str, suffix: str) -> None:
    data, words = CASES[name]
    made = html_of(data, suffix)
    assert not isinstance(made, Problem), made
    html = made[0]
    html.encode("utf-8")
    assert words in read_html(html).text()
    assert not re.search(f"[{TURNING}\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]", html)
    check(data, suffix)


def test_a_stack_of_marks_stays_on_its_line() -> None:
    made = html_of(LINE.format("B" + "\u0301\u0330" * 500 + "rg").encode(), ".txt")
    assert not isinstance(made, Problem)
    assert max(map(len, re.findall("[\u0300-\u036f]+", made[0]))) <= 8


@pytest.mark.parametrize("language", ["العربية", "עברית"])
def test_what_runs_the_other_way_is_isolated(language: str) -> None:
    front = f"---\ntitle: {language}\nauthor: {language} Berg\nsource: The {language}\n---\n"
    made = html_of(f"{front}\nThe harbour was quiet.\n".encode(), ".md")
    assert not isinstance(made, Problem)
    html = made[0][made[0].index("<h1") :].partition("</header>")[0]
    assert html.count(language) == 3
    for found in re.finditer(language, html):
        before = html[: found.start()]
        inside = before.rfind("<bdi>") > before.rfind("</bdi>")
        assert inside or re.search(r'dir="(auto|rtl|ltr)"[^<>]*>[^<>]*$', before), before[-80:]
