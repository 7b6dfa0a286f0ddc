"""Whatever words go in, the same words come out, and nothing else."""

import html
import re

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from seedpress.pages.markdown import (
    Markdown,
    clean,
    escape,
    escape_html,
    escape_lines,
    join,
    link,
    outside,
    within,
)
from seedpress.pages.template import front_matter
from tests.pages.rendering import MANY, apart, normal, read_html, to_html

PIECES = [
    *"<>&*_`[](){}#+-.!|~^=:\\$\"'/%@;,?\t\n ",
    *"\x00\x02\x03\x0b\x85\u2028\u202e\u2066\ufeff\ud800\uffff",
    "a",
    "1. ",
    "- ",
    "    ",
    "***",
    "```",
    "~~~",
    "---",
    "===",
    ":::",
    "!!! note",
    "??? x",
    '=== "a"',
    '--8<-- "/etc/passwd"',
    "{: onclick=alert(1)}",
    "{{ x }}",
    "{% raw %}",
    "{#x}",
    ":smile:",
    "$x$",
    "$$",
    "<script>alert(1)</script>",
    "<!--",
    "-->",
    "<?x",
    "?>",
    "<![CDATA[",
    "]]>",
    "</p>",
    "<div markdown=1>",
    "&lt;",
    "&#60;",
    "&amp;",
    "&copy",
    "&nbsp;",
    "[a](javascript:x)",
    "![x](y)",
    "[^1]",
    "[^1]: y",
    "*[A]: b",
    "[x]: http://y",
    "http://x.org",
    "<http://x>",
    "a@b.c",
    "++ctrl++",
    "==m==",
    "{++x++}",
    '[=5% "x"]',
    "klzzwxh:0001",
    "wzxhzdk:0",
    "\x02klzzwxh:0\x03",
    "[TOC]",
    "H~2~O",
    "| a | b |\n|---|---|",
    "Term\n:   def",
    "| ",
    "\\*",
    "\\<",
    "عربي",
    "日本",
    "é",
    "e\u0301",
    "\u0301" * 30,
    "👩‍👩‍👧",
    "\u200f",
    "#",
    "## x",
    "> q",
    "/// x",
]
WORDS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=12).map("".join)
SHAPES = {
    "a paragraph": "{}\n",
    "after a paragraph": "before\n\n{}\n\nafter\n",
    "a heading": "## {}\n",
    "a list item": "- {}\n",
    "a block with an anchor": '<p id="p1" markdown>{}</p>\n',
    "a heading in HTML": '<h2 id="p1" markdown>{}</h2>\n',
    "in a quotation": '<blockquote markdown>\n<p id="p1" markdown>{}</p>\n</blockquote>\n',
    "raw HTML": "<div hidden><span>{}</span></div>\n",
    "a link": "[{}](../x.md)\n",
    "strong": "<p markdown>**{}**</p>\n",
    "nested": '<ul markdown>\n<li markdown="block">\n<p markdown>{}</p>\n</li>\n</ul>\n',
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
@given(words=WORDS)
@settings(max_examples=60, deadline=None)
def test_the_same_words_in_every_place(shape: str, words: str) -> None:
    inner = escape(words).strip()
    if shape == "[{}](../x.md)\n" and not inner:
        return  # a link without words is never made
    if "**{}**" in shape:
        inner = escape(words.strip()).strip() or "x"
        words = words if normal(clean(words)) else "x"
    found = read_html(to_html(shape.format(inner)))
    wanted = normal(clean(words))
    if "before" in shape:
        wanted = normal(f"before {wanted} after")
    assert found.text() == wanted
    allowed = {"p", "h2", "ul", "li", "blockquote", "div", "span", "a", "strong"}
    assert {tag for tag, _ in found.tags} <= allowed
    keys = {key for _, attributes in found.tags for key in attributes}
    assert keys <= {"id", "href", "hidden"}


@given(words=WORDS)
@settings(max_examples=60, deadline=None)
def test_the_same_words_whatever_a_publisher_switches_on(words: str) -> None:
    page = f"{escape(words)}\n\n<p markdown>{within(words).strip()}</p>\n"
    found = read_html(to_html(page, MANY))
    assert found.text() == normal(f"{normal(clean(words))} {normal(clean(words))}")
    assert {tag for tag, _ in found.tags} <= {"p"}


@given(words=WORDS)
@settings(max_examples=60, deadline=None)
def test_another_renderer_reads_the_same_words(words: str) -> None:
    found = read_html(MarkdownIt("commonmark").render(f"{escape(words).strip()}\n"))
    assert found.text() == normal(clean(words))
    assert {tag for tag, _ in found.tags} <= {"p"}


@given(words=WORDS)
@settings(max_examples=60, deadline=None)
def test_an_attribute_holds_the_words(words: str) -> None:
    found = read_html(to_html(f'<div title="{escape(words)}">x</div>\n'))
    assert found.values("title") == [clean(words)]


def filled(text: str) -> list[str]:
    return [line for line in map(normal, text.split("\n")) if line]


SIGNS = "yes null ~ 2025-03-14 1:2 0x1F .inf --- ... - ? : # ! & * | > % @ , [ { a é \u2028 \xa0"
YAMLISH = st.lists(st.one_of(st.sampled_from(SIGNS.split(" ")), WORDS), max_size=6)


@given(title=YAMLISH.map(" ".join))
@example(title="yes")
@example(title="Null")
@example(title="2025-03-14")
@example(title="a: b")
@example(title="a #b")
@example(title="a b\xa0")
@settings(max_examples=150, deadline=None)
def test_front_matter_is_read_back_as_the_words_it_was(title: str) -> None:
    block = front_matter(title, "", ("toc",)).removeprefix("---\n").removesuffix("---\n")
    said = yaml.safe_load(block)
    assert list(said) == ["title", "hide"]
    assert isinstance(said["title"], str)
    assert html.unescape(said["title"]) == clean(title).strip()


@given(words=WORDS)
@settings(max_examples=60, deadline=None)
def test_code_keeps_its_lines(words: str) -> None:
    found = read_html(to_html(f"<pre><code>{escape_lines(words)}</code></pre>\n"))
    assert filled(found.words) == filled("\n".join(clean(line) for line in words.split("\n")))
    assert {tag for tag, _ in found.tags} == {"pre", "code"}


@given(title=WORDS, description=WORDS)
@settings(max_examples=60, deadline=None)
def test_front_matter_says_two_things_and_no_more(title: str, description: str) -> None:
    front, rest = apart(f"{front_matter(title, description, ('toc',))}\nbody\n")
    assert set(front) <= {"title", "description", "hide"}
    assert html.unescape(str(front["title"])) == clean(title).strip()
    assert html.unescape(str(front.get("description", ""))) == clean(description).strip()
    assert not re.search("[<>\"']", str(front["title"]))
    assert rest == "\nbody\n"
    for line in str(yaml.safe_dump(front["title"], allow_unicode=True)).splitlines():
        assert line.isprintable() or "\\" in line or not line.isascii()


@given(words=WORDS)
def test_markdown_is_not_escaped_twice(words: str) -> None:
    assert escape(escape(words)) == escape(words)
    assert isinstance(join([words, Markdown("**x**")], ", "), Markdown)


@given(words=WORDS)
@example("e" + "\u0301" * 500)
def test_cleaning_is_stable_and_can_be_encoded(words: str) -> None:
    cleaned = clean(words)
    assert clean(cleaned) == cleaned
    cleaned.encode("utf-8")
    assert not re.search("[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]", cleaned)


@given(words=st.text(alphabet="abc déжع日 ", max_size=80))
def test_cleaning_leaves_plain_words_alone(words: str) -> None:
    assert clean(words) == re.sub(" +", " ", words)


GOOD_ADDRESSES = {
    "https://example.org/a?b=1&c=2#d": "https://example.org/a?b=1&c=2#d",
    "HTTP://EXAMPLE.org:8080/a b": "http://example.org:8080/a%20b",
    "https://münchen.example/ü": "https://xn--mnchen-3ya.example/%C3%BC",
    "mailto:desk@example.org": "mailto:desk@example.org",
    "https://x.example/`a`\\*[z](q)<\"'>": "https://x.example/%60a%60%5C%2A%5Bz%5D%28q%29%3C%22%27%3E",
    "https://x.example/?a=1&copy=2&lt=3&#60;": "https://x.example/?a=1&copy=2&lt=3&#60%3B",
    "https://x.example/a;b{c}": "https://x.example/a%3Bb%7Bc%7D",
}
BAD_ADDRESSES = [
    "",
    "x",
    "//x.example",
    "http://[",
    "http://℀/",
    "http://a:99999/",
    "http:///x",
    "http://a:b@x.example/",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:x",
    "\x01javascript:x",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "ftp://x.example",
    "mailto:",
    "mailto:a@b",
    "mailto:<a@b.c>",
    "../../x.md",
    "#x",
    "http://exa mple.org/",
    "https://x.example\\@evil.example/",
    "http://" + "a" * 70 + ".x",
]


@pytest.mark.parametrize(("address", "safe"), GOOD_ADDRESSES.items())
def test_addresses_that_pass(address: str, safe: str) -> None:
    assert outside(address) == safe
    found = read_html(to_html(link("x", safe)))
    assert found.values("href") == [safe]


@pytest.mark.parametrize("address", BAD_ADDRESSES)
def test_addresses_that_stay_text(address: str) -> None:
    assert outside(address) is None


@given(
    address=st.one_of(WORDS, WORDS.map("http://x.example/".__add__), WORDS.map("http://".__add__))
)
@settings(max_examples=100, deadline=None)
def test_an_address_never_breaks_out_of_its_link(address: str) -> None:
    safe = outside(address)
    if safe is None:
        return
    assert re.match(r"(https?://|mailto:)[!-~]+\Z", safe)
    found = read_html(to_html(f"<p markdown>a {link('x', safe)} b</p>"))
    assert found.values("href") == [safe]
    assert found.text() == "a x b"


def test_escape_html_holds_in_attributes() -> None:
    assert (
        escape_html("a\n\"b\" <i>'c'</i> &")
        == "a &quot;b&quot; &lt;i&gt;&#39;c&#39;&lt;/i&gt; &amp;"
    )


@pytest.mark.parametrize(
    "bad", ["[", "*", "_", "`", "<", "&", ">", "'", '"', "a\u0301\u0301", "- ", "\\"]
)
def test_a_hundred_thousand_of_one_kind_take_one_pass(bad: str) -> None:
    words = bad * 100_000
    assert read_html(f"<p>{escape(words)}</p>").text() == normal(clean(words))
