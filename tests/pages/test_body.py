"""Which mention becomes a link, and what a Markdown seed's marks become."""

from collections.abc import Sequence

import pytest

from seedpress.model import Block, Entry, Span
from seedpress.pages.body import DEEPEST, MOST_SIGNS, MOST_STYLES, body
from tests.pages.corpora import Draft, corpus
from tests.pages.rendering import Read, read_html, to_html
from tests.records import replace


def entry(blocks: Sequence[Block | str], title: str = "T") -> tuple[Entry, dict[str, str]]:
    made = corpus([Draft(title, blocks)])
    return made.entries[0], {e.id: f"../entities/{e.slug}.md" for e in made.entities}


def read(*blocks: Block | str) -> Read:
    return read_html(to_html(body(*entry(blocks))))


def hrefs(*blocks: Block | str) -> list[str]:
    return read(*blocks).values("href")


QUAY, AMITY = "../entities/mara-lindqvist.md", "../entities/port-amity.md"
LINKED = {
    "the first mention only": (["Lindqvist met Lindqvist.", "Mara Lindqvist left."], [QUAY]),
    "each entity once": (["Lindqvist went to Amity.", "Port Amity waved."], [QUAY, AMITY]),
    "not in a heading": ([Block("heading", "Lindqvist speaks", 2), "Lindqvist spoke."], [QUAY]),
    "in a list": ([Block("list_item", "Lindqvist spoke", 1)], [QUAY]),
    "in a quotation": ([Block("quote", "Lindqvist spoke")], [QUAY]),
    "not in code": ([Block("code", "Lindqvist = 1")], []),
    "not in inline code": (
        [Block("paragraph", "Lindqvist and Amity", spans=(Span(0, 9, "code"),))],
        [AMITY],
    ),
    "not in a link": (
        [
            Block(
                "paragraph",
                "see Lindqvist, then Lindqvist",
                spans=(Span(0, 13, "link", "https://x.example/"),),
            )
        ],
        ["https://x.example/", QUAY],
    ),
    "not in a link that stays text either": (
        [Block("paragraph", "see Lindqvist", spans=(Span(0, 13, "link", "javascript:x"),))],
        [],
    ),
    "inside strong": (
        [Block("paragraph", "so Lindqvist said", spans=(Span(0, 17, "strong"),))],
        [QUAY],
    ),
    "half inside emphasis": (
        [Block("paragraph", "Mara Lindqvist said", spans=(Span(5, 19, "emphasis"),))],
        [QUAY],
    ),
    "after an exclamation mark": (["Stop!Lindqvist said."], [QUAY]),
    "nothing to link": (["Words."], []),
    "no words": ([], []),
}


@pytest.mark.parametrize(("blocks", "wanted"), LINKED.values(), ids=LINKED)
def test_links(blocks: list[Block | str], wanted: list[str]) -> None:
    found = read(*blocks)
    assert found.values("href") == wanted
    assert "".join(found.text().split()) == "".join(
        "".join((b if isinstance(b, str) else b.text).split()) for b in blocks
    )
    assert not found.values("src")


def test_every_block_has_the_anchor_of_its_number() -> None:
    blocks: list[Block | str] = [
        "One.",
        Block("heading", "Two", 3),
        Block("list_item", "Three", 1),
        Block("list_item", "Four", 2),
        Block("quote", "Five"),
        Block("quote", "Six"),
        Block("code", "Seven"),
        Block("rule", ""),
        "Nine.",
    ]
    assert read(*blocks).values("id") == [f"p{n}" for n in range(1, 10)]


BRACKETS = {"<ul>": "(", "</ul>": ")", "<ol>": "[", "</ol>": "]"}


def nesting(*items: tuple[int, bool]) -> str:
    """Numbered items, with ( ) around an unordered list and [ ] around an ordered one."""
    blocks = [Block("list_item", f"{n}", depth, ordered=o) for n, (depth, o) in enumerate(items)]
    html = to_html(body(*entry(blocks)))
    for tag, bracket in BRACKETS.items():
        html = html.replace(tag, bracket)
    return read_html(html).text().replace(" ", "")


@pytest.mark.parametrize(
    ("items", "wanted"),
    [
        ([(1, False), (1, False)], "(01)"),
        ([(1, False), (2, False), (1, False)], "(0(1)2)"),
        ([(1, True), (2, False), (2, False), (1, True)], "[0(12)3]"),
        ([(1, False), (1, True)], "(0)[1]"),
        ([(4, False), (4, False), (1, False)], "(0(1)2)"),
        ([(1, False), (9, False), (9, False)], "(0(1(2)))"),
    ],
)
def test_lists_nest_as_deep_as_the_seed_says(items: list[tuple[int, bool]], wanted: str) -> None:
    assert nesting(*items) == wanted


def test_a_thousand_levels_end_at_the_deepest() -> None:
    html = to_html(body(*entry([Block("list_item", "x", depth) for depth in range(1, 1000)])))
    assert html.count("<ul>") == DEEPEST


def test_marks_of_a_seed_become_tags_and_nest_well() -> None:
    spans = (
        Span(0, 6, "strong"),
        Span(3, 9, "emphasis"),
        Span(5, 7, "code"),
        Span(1, 2, "image", "x"),
    )
    assert to_html(body(*entry([Block("paragraph", "abcdefghij", spans=spans)]))) == (
        '<p id="p1"><strong>abc</strong><strong><em>de</em></strong>'
        "<strong><em><code>f</code></em></strong><em><code>g</code></em><em>hi</em>j</p>"
    )


def test_a_block_with_too_many_marks_is_shown_without() -> None:
    spans = tuple(Span(n, n + 1, "strong") for n in range(MOST_STYLES + 1))
    found = read(Block("paragraph", "x" * 5000, spans=spans))
    assert [tag for tag, _ in found.tags] == ["p"]
    assert found.text() == "x" * 5000


def test_mentions_that_overlap_become_one_link() -> None:
    made, targets = entry(["Mara Lindqvist of Port Amity spoke."])
    first = made.mentions[0]
    clash = replace(made.mentions[1], start=first.start + 2)
    html = to_html(body(replace(made, mentions=(first, clash)), targets))
    assert html.count("<a ") == 1


@pytest.mark.parametrize("kind", ["paragraph", "list_item", "quote", "heading"])
def test_a_block_of_mere_signs_is_plain_text(kind: str) -> None:
    signs = "*[`<_" * MOST_SIGNS
    made = body(*entry([Block(kind, f"Lindqvist {signs}", 2)]))  # type: ignore[arg-type]
    assert 'id="p1">Lindqvist' in made
    found = read_html(to_html(made))
    assert found.text().startswith(f"Lindqvist {signs}")
    assert not {tag for tag, _ in found.tags} & {"a", "em", "strong", "code"}
