"""A page in fewer bytes is the same page: the same elements, attributes and words."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html as parser  # type: ignore[import-untyped]

from seedpress.settings import Settings
from seedpress.site import ENGINES, build_site
from seedpress.site.finishing import Context, Whole, compact

START, END = '<article class="md-content__inner md-typeset">', "</article>"
OURS = Context(Whole(Settings(), generated=frozenset({"a.md"})), "a/index.html", "a.md")
THEIRS = replace(OURS, source="b.md")


def shortened(body: str) -> str:
    return compact(f"{START}{body}{END}", OURS).removeprefix(START).removesuffix(END)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "<ul><li>a<li>b</ul>"),
        ("<p>a <b>c</b>\n<i>d</i></p>\n<p>b</p>\n<ul></ul>", "<p>a <b>c</b>\n<i>d</i><p>b<ul></ul>"),
        ("<p>a</p>\n<svg></svg>", None),
        ("<p>a</p>b", None),
        ("<details>\n<p>a</p>\n</details>", "<details><p>a</details>"),
        ("<table>\n<tr>\n<th>a</th>\n<td>b</td>\n</tr>\n</table>", "<table><tr><th>a<td>b</table>"),
        ('<a class="b" href="../c/#p1">d</a>', "<a class=b href=../c/#p1>d</a>"),
        ('<a title="b c" class="d e">f</a>', None),
        ('<a title="b=c" lang="">d</a>', None),
        ('<p>b="c" d="e" &gt;<i>f</i></p>', None),
        ('<path d="M1"/>', None),
        ('<pre data-copy="a">\n<li>b</li>\n</pre>', None),
    ],
)
def test_what_a_browser_does_not_need_goes(before: str, after: str | None) -> None:
    assert shortened(before) == (before if after is None else after)


def test_the_theme_loses_lines_and_the_publishers_words_stay() -> None:
    frame = '<head>\n<meta charset="utf-8">\n</head>\n<body>\n<a href="x">a</a>\n<a href="y">b</a>\n'
    body = '<ul class="a">\n<li>c</li>\n</ul>\n'
    short = "<head><meta charset=utf-8></head><body><a href=x>a</a>\n<a href=y>b</a>"
    for context, kept in ((THEIRS, body), (OURS, "<ul class=a><li>c</ul>\n")):
        assert compact(f"{frame}{START}{body}{END}\n</body>", context) == (
            f"{short}{START}{kept}{END}</body>"
        )


@pytest.mark.parametrize(
    "kept",
    ["<script>a=1\n<b>\n</script>", '<p>a b="c" > d</p>', "<textarea>\n<p>\n</textarea>"],
)
def test_scripts_and_what_could_be_mistaken_stay(kept: str) -> None:
    assert compact(f"{kept}{START}{END}", THEIRS).startswith(kept)


def test_a_page_of_another_kind_stays_whole() -> None:
    assert compact("<p>a</p>\n<p>b</p>", OURS) == "<p>a</p>\n<p>b</p>"


def shape(html: str) -> list[object]:
    """Every element with its attributes and words, but for space beside blocks."""
    tree = parser.document_fromstring(html)
    return [
        (e.tag, sorted(e.attrib.items()), " ".join((e.text or "").split()), " ".join((e.tail or "").split()))
        for e in tree.iter()
    ]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_parser_makes_the_same_tree(
    project: Settings, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pages() -> dict[Path, str]:
        build_site(project, engine)
        return {p: p.read_text("utf-8") for p in sorted(project.site_folder.rglob("*.html"))}

    short = pages()
    monkeypatch.setattr("seedpress.site.complete.compact", lambda html, _context: html)
    (project.docs_folder / "about.md").touch()
    (project.root / ".seedpress" / "site.msgpack").unlink()
    long = pages()
    assert long.keys() == short.keys()
    for page, html in long.items():
        assert shape(short[page]) == shape(html)
        assert len(re.sub(r"\s", "", short[page])) < len(re.sub(r"\s", "", html))
