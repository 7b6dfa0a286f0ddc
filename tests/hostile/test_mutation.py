"""Every escape is needed and watched: with one switched off, a look at what is made finds it.

Without a mutation the same looks find nothing.
"""

import csv
import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from html import unescape
from itertools import chain
from typing import Any
from urllib.parse import urlsplit

import markdown
import pytest
import yaml

from seedpress import join, names, pipeline, settings, sheaves
from seedpress.errors import SeedpressError
from seedpress.exports import characters
from seedpress.exports.publication import Publication
from seedpress.model import Corpus, EntityKind, Page
from seedpress.pages import markdown as markdown_emitter
from seedpress.pages.markdown import Markdown, within
from seedpress.pages.template import front_matter
from seedpress.site.finishing import Context, Whole
from seedpress.site.finishing.head import lift_head
from tests.hostile.corpus import write_corpus
from tests.hostile.payloads import Payload
from tests.hostile.test_markup import FRONT_KEYS, ROOT, Marks
from tests.pages.corpora import Draft, corpus

TEXTS = (
    "\"><img src=x onerror=alert(1)></title></script><script>alert(1)</script> ' onfocus=x <b>",
    "\u202ea \u0007 \ufffe b",
    "=1+1",
    "javascript:alert(1)",
    "*a* [x](javascript:alert(1)) `b`\nsearch: {exclude: true}",
)
NEVER = re.compile("(?!)")
Joined = tuple[Corpus, settings.Settings]
CONTEXT = Context(Whole(settings.Settings()), "a/index.html", "a.md")


@pytest.fixture(scope="module")
def joined(tmp_path_factory: pytest.TempPathFactory) -> Joined:
    root = tmp_path_factory.mktemp("mutants")
    (root / "docs").mkdir()
    (root / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    chosen = tuple(Payload(f"mutant-{n}", text) for n, text in enumerate(TEXTS))
    write_corpus(root / "seeds", chosen)
    given = settings.load(root / "mkdocs.yml")
    return join.inspect(given, pipeline.Order()), given


def pages_of(corpus: Corpus, given: settings.Settings) -> Iterator[Page]:
    """All that stands in `docs/`, in the order in which a build makes it."""
    with Publication(corpus, given) as data:
        for sheaf in chain(*sheaves.in_two(*sheaves.begin(corpus, given, data), data)):
            yield from sheaf.make()


def every_page(joined: Joined) -> Iterator[Page]:
    """Of the seeds, and of a corpus whose names are hostile however well they are recognised."""
    yield from pages_of(*joined)
    known: dict[str, tuple[EntityKind, list[str]]] = {
        name: ("person", [name]) for name in (TEXTS[0], "Anna Berg", "Vera Lund")
    }
    drafts = [Draft(f"Day {n}", [" met ".join(known)]) for n in range(3)]
    yield from pages_of(corpus(drafts, known), joined[1])


def looks(joined: Joined, tame: frozenset[tuple[str, ...]]) -> Iterator[str]:
    """What is wrong with any of the files, in words; `tame` marks are those of sound pages."""
    for page in every_page(joined):
        data = page.data.encode() if isinstance(page.data, str) else page.data
        try:
            yield from _look(page.path, data, tame)
        except (ET.ParseError, yaml.YAMLError, ValueError) as error:
            yield f"{page.path}: {error}"


def _look(path: str, data: bytes, tame: frozenset[tuple[str, ...]]) -> list[str]:
    if not re.fullmatch(r"[a-z0-9_-]+(/[a-z0-9-]+)*(\.[a-z-]+)+|data/SHA256SUMS", path):
        return [f"{path!r}: no safe path"]
    if path.endswith(".md"):
        return [f"{path}: {mark}" for mark in seen(data.decode("utf-8")) - tame]
    if path.endswith((".atom", ".graphml", ".gexf")):
        tags = {element.tag.rpartition("}")[2] for element in ET.fromstring(data).iter()}
        return [f"{path}: <{tag}>" for tag in tags & {"img", "script", "b"}]
    if path.endswith(".csv"):
        rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
        return [f"{path}: {c}" for row in rows for c in row if re.match(r"\s*[=+@]", c)]
    return []


def seen(page: str) -> set[tuple[str, ...]]:
    """The marks of a page, of its front matter and of its head, and characters never to be seen."""
    front, body = page.removeprefix("---\n").split("\n---\n", 1)
    keys = yaml.safe_load(front)
    html = markdown.markdown(body, extensions=["md_in_html", "toc", "tables"])
    whole = lift_head(f"<head></head><article>{html}</article>", CONTEXT)
    marks = Marks()
    marks.feed(whole)
    marks.close()
    title, said = str(keys["title"]), unescape(str(keys["title"]))
    return {
        *marks.seen,
        *(("address", urlsplit(address).scheme) for address in marks.addresses),
        *(("front matter", key) for key in keys),
        *(("title", sign) for sign in "<>\"'" if sign in title),
        *(("title", "lost") for lost in ("img src=x", "script") if f"{lost}>" in said.lower()),
        *(("unseen", sign) for sign in "\u202e\u0007\ufffe" if sign in page),
        *(("script", s) for s in re.findall(r"<script[^>]*>[^<]*<(?!/script>)", whole)),
    }


def words_of(text: object) -> Markdown:
    """In place of an escape: nothing is escaped."""
    return Markdown(text)


def no_yaml(key: str, words: str) -> str:
    return f"{key}: {words}\n"


PAGES = "seedpress.pages"
# What is switched off: (module, name, what stands in its place).
MUTATIONS: dict[str, tuple[tuple[str, Any], ...]] = {
    "active characters": ((f"{PAGES}.markdown._ACTIVE", NEVER),),
    "words of an article's body": ((f"{PAGES}.body.within", words_of),),
    "code and citations": ((f"{PAGES}.citation.escape_lines", words_of),),
    "unseen characters": (
        (f"{PAGES}.markdown._UNSEEN", NEVER),
        (f"{PAGES}.markdown._INVALID", NEVER),
    ),
    "front matter's YAML": ((f"{PAGES}.template._said", no_yaml),),
    "links to elsewhere": ((f"{PAGES}.body.outside", str), (f"{PAGES}.article.outside", str)),
    "search fields": ((f"{PAGES}.fields.escape", words_of),),
    "pictures": ((f"{PAGES}.picture.escape", words_of),),
    "XML of feeds": (("seedpress.exports.atom.xml_escaped", str),),
    "XML of graphs": (("seedpress.exports.graph.xml_escaped", str),),
    "cells of tables": (("seedpress.exports.spreadsheets.cell", str),),
    "JSON-LD": (("seedpress.site.finishing.head._ACTIVE", NEVER),),
    "tags of the head": (("seedpress.site.finishing.head.escape", str),),
}


@pytest.fixture(scope="module")
def tame(joined: Joined) -> frozenset[tuple[str, ...]]:
    pages = (page for page in every_page(joined) if page.path.endswith(".md"))
    found = frozenset[tuple[str, ...]]().union(*(seen(str(page.data)) for page in pages))
    assert not any(m[0] in ("img", "unseen") or m[-1].startswith("on") for m in found)
    assert not any(m[0] == "title" and len(m) > 1 and m[1] in "<>\"'" for m in found)
    assert {m[1] for m in found if m[0] == "address"} <= {"", "http", "https", "mailto"}
    assert {m[1] for m in found if m[0] == "front matter"} <= FRONT_KEYS
    return found


def test_without_a_mutation_nothing_is_found(
    joined: Joined, tame: frozenset[tuple[str, ...]]
) -> None:
    assert next(looks(joined, tame), None) is None


@pytest.mark.parametrize("name", MUTATIONS)
def test_switching_an_escape_off_is_found(
    name: str,
    joined: Joined,
    tame: frozenset[tuple[str, ...]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    forget()
    for target, instead in MUTATIONS[name]:
        monkeypatch.setattr(target, instead)
    try:
        found = next(looks(joined, tame), "")
    except (SeedpressError, ValueError) as error:
        found = str(error)
    finally:
        monkeypatch.undo()
        forget()
    assert found


# Escapes that nothing on a page needs today: what stands behind them is asked directly.
DIRECTLY: dict[str, tuple[str, Any, Callable[[], str], str]] = {
    "slugs": ("seedpress.names._GAP", NEVER, lambda: names.slug("../a <b>"), r"[a-z0-9-]+"),
    "reserved names": ("seedpress.names._RESERVED", NEVER, lambda: names.slug("con"), "con-x"),
    "quotes in attributes": (
        f"{PAGES}.markdown._escaped",
        within,
        lambda: markdown_emitter._escaped("\"'"),
        "[^\"']+",
    ),
    "starts of lines": (
        f"{PAGES}.markdown._LINE_START",
        NEVER,
        lambda: markdown.markdown(markdown_emitter._escaped("- a")),
        "<p>(-|&#45;) a</p>",
    ),
    "what problems quote": (
        f"{PAGES}.markdown.escape",
        Markdown,
        lambda: str(markdown_emitter.escape_told("`<b>` <b>")),
        "<code>[^<>]+</code>[^<>]+",
    ),
    "the second wall of titles": (
        f"{PAGES}.template._wordy",
        str,
        lambda: str(front_matter("<b>")),
        r"[^<>]+",
    ),
    "text of the database": (
        "seedpress.exports.characters.sql_text",
        str,
        lambda: characters.sql_text("a\0b"),
        "a\ufffdb",
    ),
}


@pytest.mark.parametrize("name", DIRECTLY)
def test_switching_it_off_is_seen_directly(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    target, instead, made, sound = DIRECTLY[name]
    assert re.fullmatch(sound, made(), re.DOTALL)
    monkeypatch.setattr(target, instead)
    assert not re.fullmatch(sound, made(), re.DOTALL)


def forget() -> None:
    """Make the emitter escape anew what it escaped before."""
    markdown_emitter._remembered.cache_clear()
