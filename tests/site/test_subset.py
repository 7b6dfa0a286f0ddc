"""What the short way renders is what Python-Markdown renders, to the byte, or it says no."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedpress.pages.markdown import escape, escape_lines, link, within
from seedpress.site.shortcut import EXAMPLES, EXTENSIONS
from seedpress.site.subset import to_html
from tests.pages.test_markdown import WORDS


def same(target: str) -> str:
    return target


def outline(tokens: list[dict[str, Any]]) -> list[object]:
    return [(t["level"], t["id"], t["name"], outline(t["children"])) for t in tokens]


def agree(text: str, must: bool = True) -> None:
    """Both ways give the same, or (if it need not be known) the short one does not answer."""
    ours = to_html(text, same)
    if ours is None:
        assert not must, text
        return
    engine = markdown.Markdown(extensions=EXTENSIONS)
    assert ours.html == engine.convert(text)
    assert outline(ours.headings) == outline(engine.toc_tokens)


def body(page: str) -> str:
    return page.split("---\n", 2)[2].lstrip("\n")


def generated(docs: Path) -> list[Path]:
    listed = (docs / ".seedpress-pages").read_text("utf-8").splitlines()
    return [docs / path for path in listed if path.endswith(".md")]


@pytest.mark.slow
@pytest.mark.parametrize("corpus", ["sample", "real"])
def test_every_page_of_a_corpus(corpus: str, request: pytest.FixtureRequest) -> None:
    pages = generated(request.getfixturevalue(corpus).docs)
    assert len(pages) > 20
    for page in pages:
        agree(body(page.read_text("utf-8")))


def test_the_examples_by_which_an_engine_is_known() -> None:
    agree(EXAMPLES)


PLACES: dict[str, Callable[[str], str]] = {
    "a paragraph": lambda w: f"<p markdown>{within(w).strip()}</p>",
    "a heading": lambda w: f"<h2 markdown>{escape(w)}</h2>",
    "a heading with a link": lambda w: f"<h3 markdown>{link(w, 'x.md#p1')}</h3>",
    "a heading that is no Markdown": lambda w: f"<h3>{escape(w)}</h3>",
    "a list": lambda w: f"<ul markdown>\n<li markdown>{link(w, '../x.md')} <b>2</b></li>\n</ul>",
    "an item of blocks": lambda w: (
        f'<ul markdown>\n<li markdown="block">\n<p markdown>{escape(w)}</p>\n</li>\n</ul>'
    ),
    "an attribute": lambda w: f'<section aria-label="{escape(w)}" markdown>\n<p>x</p>\n</section>',
    "an attribute inside": lambda w: f'<p markdown><span title="{escape(w)}">x</span></p>',
    "plain HTML": lambda w: f'<p class="x"><bdi>{escape(w)}</bdi>, {escape(w)}</p>',
    "code": lambda w: f'<pre id="p3"><code>{escape_lines(w)}</code></pre>',
    "a table": lambda w: (
        f"<table>\n<tbody>\n<tr><td>1</td><td>{escape(w)}</td></tr>\n</tbody>\n</table>"
    ),
    "a picture": lambda w: (
        f"<figure><svg><title>{escape(w)}</title></svg>"
        f"<figcaption>{escape(w)}</figcaption></figure>"
    ),
    "a rule": lambda _w: '<hr id="p9">',
}
BLOCKS = st.tuples(st.sampled_from(sorted(PLACES)), WORDS)


@given(blocks=st.lists(BLOCKS, min_size=1, max_size=5), hidden=WORDS)
@settings(max_examples=200, deadline=None)
def test_words_in_every_place(blocks: list[tuple[str, str]], hidden: str) -> None:
    inside = "\n".join(PLACES[place](words) for place, words in blocks)
    raw = f'<div hidden id="x"><span data-a="{escape(hidden)}">{escape(hidden)}</span></div>'
    # Empty words leave elements that the emitter never writes; those may be refused.
    must = all(escape(words).strip() for _, words in blocks)
    agree(f'{raw}\n\n<div class="a" markdown>\n{inside}\n</div>\n\n{raw}\n', must)


PIECES = [
    *("<p>", "<p markdown>", "</p>", "<div markdown>", "</div>", "<ul markdown>", "</ul>", "<li>"),
    *('<li markdown="block">', "</li>", "<h2>", "</h2>", "<pre>", "</pre>", "<td>", "</td>"),
    *('<div hidden id="a">', "<b>", "</b>", "<hr>", "a", "&#42;", "[a](b.md)", " ", "\n", "\n\n"),
    *('<p id="a" markdown="span">', "<summary markdown>", "</summary>", "<span markdown>", "    "),
    *("<details markdown>", "</details>", "<h2 id='a'>", "&lt;", "*", "- a", "<br>", "<!--", "| a"),
]


@given(pieces=st.lists(st.sampled_from(PIECES), max_size=12), wrapped=st.booleans())
@settings(max_examples=1_500, deadline=None)
def test_whatever_is_answered_is_right(pieces: list[str], wrapped: bool) -> None:
    text = "".join(pieces)
    agree(f"<div markdown>\n{text}\n</div>\n" if wrapped else text, must=False)


UNKNOWN = {
    "nothing": "",
    "a hand-written page": "# About\n\nWords.\n",
    "emphasis": "<div markdown>\n<p markdown>*a*</p>\n</div>\n",
    "a comment": "<div markdown>\n<!-- a -->\n</div>\n",
    "words between blocks": "<div markdown>\n<p>a</p>\nb\n</div>\n",
    "a block that stays open": "<div markdown>\n<p>a</p>\n",
    "a picture from a file": "<div markdown>\n<p markdown>![a](b.png)</p>\n</div>\n",
    "a link with a title": '<div markdown>\n<p markdown>[a](b.md "c")</p>\n</div>\n',
    "a script": "<div markdown>\n<script>a</script>\n</div>\n",
    "a tab": "<div markdown>\n<p>a\tb</p>\n</div>\n",
}


@pytest.mark.parametrize("text", UNKNOWN.values(), ids=UNKNOWN)
def test_more_than_the_subset_is_left_to_the_engine(text: str) -> None:
    assert to_html(text, same) is None


def test_a_link_that_cannot_be_resolved_leaves_the_page_to_the_engine() -> None:
    assert (
        to_html("<div markdown>\n<p markdown>[a](b.md)</p>\n</div>\n", lambda _target: None) is None
    )


def test_every_id_of_the_page_is_an_anchor() -> None:
    rendered = to_html(EXAMPLES, same)
    assert rendered is not None
    wanted = {"x", "a", "title", "p1", "p2", "p3", "p4", "a-b", "a-b_1", "a-b_2"}
    assert rendered.anchors == wanted


@pytest.mark.parametrize(
    "piece", ["a", "&#42;", "<b>", "[a](b.md)", "[", "<p>", "\n", "a b", "<b "]
)
def test_a_hundred_thousand_of_one_kind_take_one_pass(piece: str) -> None:
    text = f"<div markdown>\n<p markdown>{piece * 100_000}</p>\n</div>\n"
    answer = to_html(text, same)
    assert answer is None or len(answer.html) > 100_000
