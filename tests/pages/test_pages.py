"""The whole set of pages: addresses, links, sizes; and hostile words in every field at once."""

import posixpath
import re
from collections import Counter
from collections.abc import Container
from dataclasses import replace
from importlib.resources import files

import pytest

from seedpress import names
from seedpress.model import (
    Became,
    Block,
    Changes,
    Corpus,
    Fields,
    Gone,
    Moved,
    Page,
    Removal,
    Span,
    Tie,
)
from seedpress.pages import EACH, WHOLE, Sheaves, render
from seedpress.settings import PageSettings, Settings
from tests.pages.corpora import NAMES, Draft, corpus
from tests.pages.rendering import apart, normal, read_page

STORY = [
    Draft(
        "Lindqvist opens the new quay",
        [
            "Mara Lindqvist opened the quay of Port Amity on Monday. The Harbour Board paid.",
            Block("heading", "What Lindqvist said", 2),
            "“It is done,” Lindqvist said. Port Amity had waited for nine years.",
        ],
        Fields(byline="Ada Roe", source="Tide Daily", date="2025-03-12", language="en"),
        ["new quay", "harbour dues"],
        [Removal(1, "Lindqvist opens", "field:title"), Removal(9, "Share", "share")],
        ["decoded as cp1252"],
    ),
    Draft(
        "Dues rise",
        ["Harbour dues rise in May, the Harbour Board says. Lindqvist is against it."],
        Fields(source="The Gull", date="2024-11-02", language="en", url="https://gull.example/1"),
        ["harbour dues"],
    ),
    Draft("بلا تاريخ", ["Mara Lindqvist زارت Port Amity."], Fields(language="ar"), ["new quay"]),
]


def pages(made: Corpus, settings: Settings | None = None) -> dict[str, str]:
    """Markdown pages by path."""
    found = list(render(made, settings or Settings(name="The quay", description="All.")))
    paths = [page.path for page in found]
    assert len(set(paths)) == len(paths)
    assert len({p.casefold() for p in paths}) == len(paths)
    return {page.path: text(page) for page in found if page.path.endswith(".md")}


def text(page: Page) -> str:
    assert isinstance(page.data, str)
    return page.data


def check_links(made: dict[str, str]) -> int:
    """Every link between pages leads to a page, and to an anchor that it has."""
    read = {path: read_page(page) for path, page in made.items()}
    known = {path: set(page.values("id")) for path, page in read.items()}
    seen = 0
    for path, page in read.items():
        ids = page.values("id")
        assert len(set(ids)) == len(ids), path
        for target in page.values("href") + page.values("xlink:href"):
            if "://" in target or target.startswith("mailto:"):
                continue
            place, anchor = resolved(path, target, known)
            assert place in known or place == "about.md", (path, target)
            assert not anchor or anchor in known[place], (path, target)
            seen += 1
    return seen


def resolved(path: str, target: str, known: Container[str]) -> tuple[str, str]:
    """Path of the page that a link leads to, and the anchor; pictures use the site's addresses."""
    file, _, anchor = target.partition("#")
    if not file.endswith("/"):  # the engine's: a Markdown file
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), file))
        return (joined if file else path), anchor
    place = posixpath.normpath(posixpath.join(names.url(path), file)).removeprefix(".")
    index = f"{place}/index.md".lstrip("/")
    return (index if index in known else f"{place}.md"), anchor


def test_every_link_leads_somewhere() -> None:
    assert check_links(pages(corpus(STORY))) > 40


def test_a_page_of_each_kind_for_each_thing() -> None:
    made = pages(corpus(STORY))
    assert Counter(path.partition("/")[0] for path in made) == {
        "index.md": 1,
        "network.md": 1,
        "matrix.md": 1,
        "timeline.md": 1,
        "health.md": 1,
        "changes.md": 1,
        "search.md": 1,
        "articles": 4,
        "entities": 4,
        "keywords": 3,
    }


def test_no_articles_make_a_site_too() -> None:
    made = pages(Corpus((), (), ()))
    check_links(made)
    assert "index.md" in made
    assert "articles/index.md" in made


def test_the_same_corpus_makes_the_same_pages() -> None:
    assert pages(corpus(STORY)) == pages(corpus(list(STORY)))


def test_front_matter_has_a_title_on_every_page() -> None:
    for path, page in pages(corpus(STORY)).items():
        front, _ = apart(page)
        assert front["title"], path
        assert set(front) <= {"title", "description", "hide"}, path


def test_indexes_are_cut_into_parts() -> None:
    drafts = [
        Draft(f"Story {n}", ["Words."], Fields(date=f"2025-01-{n % 28 + 1:02}")) for n in range(23)
    ]
    made = pages(corpus(drafts), replace(Settings(), pages=PageSettings(per_index=10)))
    parts = ["articles/index.md", "articles/page-2.md", "articles/page-3.md"]
    assert [p for p in made if p in parts] == parts
    listed = [h for p in parts for h in read_page(made[p]).values("href") if "/story-" in h]
    listed = [h.rsplit("../", 1)[-1] for h in listed]
    assert len(listed) == len(set(listed)) == 23
    check_links(made)


def test_a_long_concordance_is_cut_into_parts_and_keeps_every_mention() -> None:
    drafts = [Draft(f"Story {n}", ["Lindqvist spoke. " * 9] * 10) for n in range(5)]
    made = pages(corpus(drafts))
    parts = [p for p in made if re.fullmatch(r"entities/mara-lindqvist(/\d+)?\.md", p)]
    assert parts == [f"entities/mara-lindqvist{x}.md" for x in ("", "/2", "/3")]
    lines = Counter(
        h.replace("../", "") for p in parts for h in read_page(made[p]).values("href") if "#p" in h
    )
    assert len(lines) == 50
    assert min(lines.values()) >= 9
    check_links(made)


def test_many_names_and_keywords_get_lists_by_kind_and_letter() -> None:
    people = [f"Person {chr(65 + n % 26)}{n}" for n in range(230)]
    drafts = [Draft("All", [", ".join(people) + "."], keywords=[f"idea {n}" for n in range(230)])]
    made = pages(corpus(drafts, {name: ("person", [name]) for name in people}))
    lists = ["by/person", "by/person/2", "by/p", "by/p/2"]
    assert {f"entities/{x}.md" for x in lists} | {"keywords/by/i/2.md"} <= set(made)
    lists = [page for path, page in made.items() if path.startswith("entities/by/person")]
    listed = {h for page in lists for h in read_page(page).values("href")}
    assert sum("entities/person-" in h for h in listed) == 230
    check_links(made)
    indexes = [page for path, page in made.items() if "/by/" in path or "index" in path]
    assert max(map(len, indexes)) < 100_000


HOSTILE = (
    "\"><script>alert(1)</script> {{7*7}} [x](javascript:alert(1)) *a* `b` <!-- ' &lt;i&gt; | # 1. "
    "\u202ex"
)
ALLOWED = set(
    "a article aside b bdi blockquote circle code dd details div dl dt em figcaption figure footer "
    "g h1 h2 h3 h4 h5 h6 header hr li line nav noscript ol p path pre q rect section small "
    "span strong summary svg table tbody td text th thead time title tr ul".split()
)


def hostile() -> Corpus:
    known = {HOSTILE: ("person", [HOSTILE, "Plain"])}
    drafts = [
        Draft(
            HOSTILE,
            [
                f"{HOSTILE} and Plain",
                Block("heading", HOSTILE, 2),
                Block("list_item", HOSTILE, 1),
                Block("list_item", HOSTILE, 3, ordered=True),
                Block("quote", HOSTILE),
                Block("code", f"{HOSTILE}\n  {HOSTILE}"),
                Block(
                    "paragraph", HOSTILE, spans=(Span(0, 9, "link", HOSTILE), Span(3, 12, "strong"))
                ),
            ],
            Fields("", HOSTILE, HOSTILE, HOSTILE, f"2025-01-0{n + 1}", "javascript:alert(1)", '"x'),
            [HOSTILE],
            [Removal(1, HOSTILE, HOSTILE)],
            [HOSTILE],
            f"{HOSTILE}{n}",
        )
        for n in range(2)
    ]
    made = corpus(drafts, known)  # type: ignore[arg-type]
    seeds = tuple(entry.seed for entry in made.entries)
    shared = made.entities[0].id
    gone = Gone(HOSTILE, HOSTILE)
    changes = Changes(
        first=False,
        new=seeds[:1],
        changed=seeds[1:],
        moved=(Moved(HOSTILE, seeds[0]),),
        removed=(gone,),
        appeared=(shared,),
        vanished=(gone,),
        merged=(Became(gone, shared),),
        split=(Became(gone, shared),),
        renamed=(Became(gone, shared),),
        gained=(Tie(seeds[0], shared, HOSTILE),),
        lost=(Tie(seeds[0], HOSTILE, HOSTILE),),
    )
    return replace(made, changes=changes)


def test_hostile_words_stay_words_on_every_page() -> None:
    made = pages(hostile(), Settings(name=HOSTILE, description=HOSTILE))
    check_links(made)
    wordless = set()
    for path, page in made.items():
        read = read_page(page)
        assert {tag for tag, _ in read.tags} <= ALLOWED, path
        for _tag, attributes in read.tags:
            assert not any(key.startswith("on") or key == "style" for key in attributes), path
            assert not (attributes.get("href") or "").lower().startswith("javascript"), path
        if "<script>alert(1)</script>" not in read.text():
            wordless.add(path)
        assert "<script" not in page, path
        assert "{{" not in page, path
        assert "\u202e" not in page, path
    assert wordless == {"search.md", "matrix.md", "network.md"}  # the last show pairs of names


def test_titles_in_front_matter_are_escaped_html() -> None:
    for page in pages(hostile(), Settings(name=HOSTILE)).values():
        front, _ = apart(page)
        assert not re.search('[<>"]', str(front["title"]) + str(front.get("description", "")))


def test_templates_print_values_in_the_one_way_that_escapes() -> None:
    folder = files("seedpress.pages") / "templates"
    found = sorted(f.name for f in folder.iterdir() if f.name.endswith(".j2"))
    assert len(found) >= len(EACH) + len(WHOLE)
    for name in found:
        source = (folder / name).read_text("utf-8")
        assert not re.search(r"\|\s*safe|{%-?\s*(macro|call|filter|autoescape)", source), name
        assert not re.search(r"\son\w+=|style=|<script", source), name
        for value in re.findall(r"=\"[^\"]*{{([^}]*)}}", source):
            assert "|" not in value, name


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_spelling_leads_to_the_entity(name: str) -> None:
    made = pages(corpus(STORY))
    read = [
        read_page(p)
        for path, p in made.items()
        if path.startswith("entities/") and "index" not in path
    ]
    found = [r for r in read if normal(name) in r.text()[:400]]
    assert found
    assert any(alias in r.text() for alias in NAMES[name][1] for r in found)


def test_what_comes_first_of_a_seed_is_among_what_comes_anyway() -> None:
    made = corpus(STORY)
    every = Sheaves(made, Settings())
    first = [(sheaf.name, sheaf.key) for sheaf in every.first([made.entries[0].seed])]
    assert first[0][0] == f"articles/{made.entries[0].id}"
    assert {name.partition("/")[0] for name, _ in first} >= {"articles", "entities"}
    assert set(first) <= {(sheaf.name, sheaf.key) for sheaf in every.most()}
    assert not list(every.first([]))
