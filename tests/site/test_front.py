"""Front matter that is read by hand: what is told is what the engine would have read."""

import pytest
from mkdocs.utils.meta import get_data

from seedpress.pages.template import front_matter
from seedpress.site.front import split_front

TITLES = [
    "Harbour",
    "The owners, of (some) harbours – agreed…",
    "It's his",
    "A: b # c",
    "yes",
    "Null",
    "2024",
    "2024-01-02",
    "'quoted'",
    '"quoted"',
    "naïve Überschrift",
    "日本語",
    "a\u00a0b",
    "- a",
    "~",
    "x" * 200,
    "ends with a blank ",
    "1e5",
    "infinity .inf",
    "\ufeffmark",
    "{{ a }} *b* &amp; <c>",
]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("description", ["", *TITLES])
def test_what_is_told_is_what_yaml_says(title: str, description: str) -> None:
    for hide in ((), ("navigation", "toc")):
        source = f"{front_matter(title, description, hide)}\n\n# Words\n---\n"
        known = split_front(source)
        assert known is None or known == get_data(source)


def test_most_titles_need_no_yaml() -> None:
    for title in ("Harbour", "The owners, of harbours", "A: b"):
        assert split_front(front_matter(title, "Some words.", ("toc",)) + "a\n")


@pytest.mark.parametrize(
    "front",
    [
        "title: yes\n",
        "title: on\n",
        "title: 'a''b'\n",
        "title: 'a\n  b'\n",
        "title: a\n  b\n",
        "title: a\ntags: [b]\n",
        "title: a: b\n",
        "title: a #b\n",
        "title: 12\n",
        "hide:\n- toc\n",
        "title: a\nhide:\n- no\n",
        "title: a\ttab\n",
        "title: 'a\x7fb'\n",
        "",
    ],
)
def test_nothing_is_said_of_what_yaml_may_read_otherwise(front: str) -> None:
    source = f"---\n{front}---\n\na\n"
    known = split_front(source)
    assert known is None or known == get_data(source)
