"""A site made in part is, to the byte, the site that is made from nothing."""

import shutil
from collections.abc import Callable

import pytest

from seedpress.settings import Settings, load
from seedpress.site import build_site, get_ready, journal, show_some
from seedpress.site.engines import mkdocs_known, mkdocs_part
from seedpress.site.standing import Memory, forget
from seedpress.site.wanted import SOME_STAND

from .conftest import CONFIG, tree

STORY = '---\ntitle: {title}\n---\n\n# {title}\n\n<p id="p1">Of {word}: [more](story-1.md).</p>\n'
IN_PART = "the pages that had changed"
REST = """not_in_nav: |
  /articles/story-*
  /entities/*
  /more/*
markdown_extensions:
  - md_in_html
  - toc
exclude_docs: |
  /drafts/
"""


@pytest.fixture
def site(project: Settings) -> Settings:
    """A built site whose stories stand in no navigation, as ours do."""
    config = CONFIG.replace("- About: about.md", "- about.md\n  - Stories: articles/index.md")
    (project.root / "mkdocs.yml").write_text(config + REST, "utf-8")
    # What we wrote and what the publisher did is told apart by this list.
    ours = sorted(p.relative_to(project.docs_folder) for p in project.docs_folder.rglob("*.md"))
    listed = [path.as_posix() for path in ours if path.name != "about.md"]
    (project.docs_folder / ".seedpress-pages").write_text("\n".join(listed), "utf-8")
    build_site(load(project.root / "mkdocs.yml"))
    return load(project.root / "mkdocs.yml")


def write(name: str, text: str) -> Callable[[Settings], None]:
    def change(site: Settings) -> None:
        path = site.docs_folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    return change


def delete(name: str) -> Callable[[Settings], None]:
    return lambda site: (site.docs_folder / name).unlink()


def configure(old: str, new: str) -> Callable[[Settings], None]:
    def change(site: Settings) -> None:
        text = (site.root / "mkdocs.yml").read_text("utf-8")
        assert old in text
        (site.root / "mkdocs.yml").write_text(text.replace(old, new), "utf-8")

    return change


def both(*changes: Callable[[Settings], None]) -> Callable[[Settings], None]:
    def change(site: Settings) -> None:
        for each in changes:
            each(site)

    return change


# As our pages do, the list changes where what it lists does.
FEWER = both(delete("articles/story-2.md"), write("articles/index.md", "# Articles\n\nFewer.\n"))
CHANGED: dict[str, Callable[[Settings], None]] = {
    "nothing of weight": write("articles/story-1.md", STORY.format(title="Story 1", word="rain")),
    "a new page": write("articles/story-9.md", STORY.format(title="Ninth", word="snow")),
    "a removed page": both(FEWER),
    "a renamed page": both(
        FEWER,
        write("articles/story-3.md", STORY.format(title="Renamed", word="ice")),
    ),
    "a page of a new folder": write("more/deep/page.md", "# Deep\n\nWords.\n"),
    "a page by hand": write("about.md", "# About\n\nTurnips now, and [home](index.md).\n"),
    "a page by hand that lost what it links to": both(
        write("about.md", "# About\n\n[it](articles/story-2.md)\n"),
        lambda site: build_site(site) and None,
        FEWER,
    ),
    "a page that comes to where one by hand leads": both(
        write("about.md", "# About\n\n[it](articles/story-7.md)\n"),
        lambda site: build_site(site) and None,
        write("articles/story-7.md", STORY.format(title="Seventh", word="fog")),
    ),
    "a file": write("data/x.csv", "a,b\n"),
    "a file changed": both(
        write("data/x.csv", "a,b\n"), lambda s: build_site(s) and None, write("data/x.csv", "c\n")
    ),
    "a file in place of the theme's, and away again": both(
        write("assets/images/favicon.png", "picture"),
        lambda site: build_site(site) and None,
        delete("assets/images/favicon.png"),
    ),
    "an index in place of a readme": both(
        write("more/README.md", "# Readme\n"),
        lambda site: build_site(site) and None,
        write("more/index.md", "# Index\n"),
    ),
    "a page that is left out": write("drafts/page.md", "# Draft\n"),
}


@pytest.mark.parametrize("change", CHANGED.values(), ids=CHANGED)
def test_what_had_changed_is_made_and_nothing_else(
    site: Settings, change: Callable[[Settings], None]
) -> None:
    story = site.site_folder / "articles" / "story-0" / "index.html"
    before = story.stat().st_ino
    change(site)
    assert build_site(site).made == IN_PART
    assert story.stat().st_ino == before
    equals_a_whole_one(site)


def equals_a_whole_one(site: Settings) -> None:
    part = build_site(site)
    assert part.made == "nothing, the site is as it was"
    found = tree(site.site_folder)
    left = {path.name for path in site.root.iterdir()}
    assert not left & {"site.new", "site.old"}
    assert not (site.root / journal.JOURNAL).exists()
    shutil.rmtree(site.site_folder)
    forget(site)
    whole = build_site(site)
    assert whole.made.startswith("the whole site")
    assert (whole.pages, whole.indexed) == (part.pages, part.indexed)
    assert set(whole.problems) == set(part.problems)
    assert tree(site.site_folder) == found


RAIN = write("articles/story-1.md", STORY.format(title="Story 1", word="rain"))
# What changes, what changes while that is made into a site, and of which files that was known.
LATE: dict[str, tuple[Callable[[Settings], None], Callable[[Settings], None], list[str]]] = {
    "a file": (RAIN, write("data/x.csv", "c\n"), ["data/x.csv"]),
    "a file, and a page of the navigation": (
        RAIN,
        both(write("data/x.csv", "c\n"), write("index.md", "# Home\n\nAnother [home](about.md)\n")),
        ["data/x.csv", "index.md"],
    ),
    "one of two": (RAIN, write("data/x.csv", "c\n"), ["about.md", "data/x.csv"]),
    "a page of no navigation": (
        RAIN,
        write("articles/story-3.md", STORY.format(title="Story 3", word="ice")),
        ["articles/story-3.md"],
    ),
    "a page that leads nowhere": (
        RAIN,
        write("index.md", "# Home\n\n[gone](nowhere.md)\n"),
        ["index.md"],
    ),
    "a page that led nowhere": (
        both(write("index.md", "# Home\n\n[gone](nowhere.md)\n"), lambda s: build_site(s) and None),
        write("index.md", "# Home\n\nNothing.\n"),
        ["index.md"],
    ),
    "a page that led to one that goes": (
        both(
            write("index.md", "# Home\n\n[it](articles/story-2.md)\n"),
            lambda s: build_site(s) and None,
            FEWER,
        ),
        write("index.md", "# Home\n\nNothing.\n"),
        ["index.md"],
    ),
    "a file that comes": (RAIN, write("data/y.csv", "c\n"), ["data/y.csv"]),
    "a file that goes": (RAIN, delete("data/x.csv"), ["data/x.csv"]),
    "nothing": (RAIN, lambda _: None, ["data/x.csv"]),
    "everything": (lambda _: None, RAIN, ["articles/story-1.md"]),
}


@pytest.mark.parametrize("case", LATE)
def test_what_comes_late_is_put_in_with_the_rest(site: Settings, case: str) -> None:
    change, late, known = LATE[case]
    write("data/x.csv", "a,b\n")(site)
    build_site(site)
    before = tree(site.site_folder)
    change(site)
    met: list[dict[str, bytes]] = []

    def comes() -> list[str]:
        if not met:
            met.append(tree(site.site_folder))
            late(site)
        return known

    assert build_site(site, late=comes).made == IN_PART
    assert len(met) == 1
    if "led" not in case:
        assert met == [before]
    equals_a_whole_one(site)


def test_where_the_navigation_comes_late_all_is_made(site: Settings) -> None:
    RAIN(site)

    def comes() -> list[str]:
        write("about.md", "# Another name\n")(site)
        return ["about.md"]

    assert build_site(site, late=comes).made == "the whole site: the navigation has changed"
    equals_a_whole_one(site)


WHOLE: dict[str, tuple[Callable[[Settings], None], str]] = {
    "a theme option": (configure("font: false", "font: false\n  language: de"), "settings"),
    "a setting": (configure("site_name: Small", "site_name: Large"), "settings"),
    "a setting of ours": (
        configure("plugins:", "extra: {seedpress: {pages: {related: 2}}}\nplugins:"),
        "settings",
    ),
    "an extension": (configure("  - toc", "  - attr_list"), "depend on more"),
    "a title in the navigation": (write("about.md", "# About us\n"), "navigation"),
    "a readme again in place of an index": (
        both(
            write("more/README.md", "# Readme\n"),
            write("more/index.md", "# Index\n"),
            lambda site: build_site(site) and None,
            delete("more/index.md"),
        ),
        "of no page",
    ),
    "two pages in one place": (write("about/index.md", "# Other\n"), "the same file"),
    "a file in place of a folder": (
        both(delete("articles/story-2.md"), write("articles/story-2", "words")),
        "takes the place",
    ),
}


@pytest.mark.parametrize(("change", "reason"), WHOLE.values(), ids=WHOLE)
def test_what_may_change_every_page_makes_all_of_it(
    site: Settings, change: Callable[[Settings], None], reason: str
) -> None:
    change(site)
    made = build_site(load(site.root / "mkdocs.yml")).made
    assert made.startswith("the whole site")
    assert reason in made


@pytest.mark.parametrize(
    ("config", "reason"),
    [
        ("validation: {links: {anchors: warn}}\n", "anchors"),
        ("extra_templates: []\n", ""),
    ],
)
def test_settings_that_keep_from_making_a_part(site: Settings, config: str, reason: str) -> None:
    with (site.root / "mkdocs.yml").open("a") as file:
        file.write(config)
    settings = load(site.root / "mkdocs.yml")
    build_site(settings)
    CHANGED["a page by hand"](settings)
    made = build_site(settings).made
    assert made == IN_PART if not reason else reason in made


def test_an_overridden_theme_is_made_as_a_whole(site: Settings) -> None:
    (site.root / "overrides").mkdir()
    (site.root / "overrides" / "main.html").write_text('{% extends "base.html" %}{{ pages }}')
    configure("font: false", "font: false\n  custom_dir: overrides")(site)
    settings = load(site.root / "mkdocs.yml")
    build_site(settings)
    CHANGED["a page by hand"](settings)
    assert "custom_dir" in build_site(settings).made


def test_a_release_that_is_not_known_makes_all_of_it_and_says_so(
    site: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(mkdocs_part.KNOWN, "mkdocs", "0.9.")
    CHANGED["a new page"](site)
    assert "mkdocs" in build_site(site).made


def test_the_other_engine_makes_all_of_it(site: Settings) -> None:
    build_site(site, "zensical")
    CHANGED["a new page"](site)
    assert "zensical renders all pages" in build_site(site, "zensical").made


class Killed(BaseException):
    """A build that dies."""


@pytest.mark.parametrize(
    ("step", "early"), [*((n, False) for n in range(14)), *((n, True) for n in range(0, 20, 3))]
)
def test_killed_at_any_step_no_link_is_dead_and_the_next_build_goes_on(
    site: Settings, step: int, early: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    both(CHANGED["a renamed page"], CHANGED["a page by hand"], CHANGED["a file"])(site)
    write("articles/index.md", "# Articles\n\n[new](story-3.md) [old](story-0.md)\n")(site)
    left = [step]

    def dying(function: Callable[..., object]) -> Callable[..., object]:
        def wrapper(*args: object, **kwargs: object) -> object:
            if not left[0]:
                raise Killed
            left[0] -= 1
            return function(*args, **kwargs)

        return wrapper

    with monkeypatch.context() as patch:
        for name in ("put", "_move", "remove", "forget", "remember", "discard"):
            patch.setattr(journal, name, dying(getattr(journal, name)))
        try:
            build_site(site, shown=(lambda _: None) if early else None)
        except Killed:
            pass
        else:
            pytest.fail("there are more steps than that")
    listing = (site.site_folder / "articles" / "index.html").read_text("utf-8")
    for number in range(4):
        if f'href="story-{number}/"' in listing:
            assert (site.site_folder / "articles" / f"story-{number}" / "index.html").exists()
    build_site(site)
    equals_a_whole_one(site)


def test_pages_can_be_seen_before_their_index_is_made(site: Settings) -> None:
    CHANGED["a renamed page"](site)
    write("about.md", "# About\n\nNow about cabbages.\n")(site)
    before = tree(site.site_folder / "pagefind")
    seen: list[bytes] = []

    def shown(_said: str) -> None:
        seen.append((site.site_folder / "about" / "index.html").read_bytes())
        assert tree(site.site_folder / "pagefind") == before

    assert build_site(site, shown=shown).made == IN_PART
    assert b"cabbages" in seen[0]
    assert len(seen) == 1
    assert tree(site.site_folder / "pagefind") != before
    equals_a_whole_one(site)


def test_a_damaged_journal_is_no_journal(site: Settings) -> None:
    (site.root / journal.JOURNAL).write_text("{", "utf-8")
    assert build_site(site).made.startswith("the whole site")
    equals_a_whole_one(site)


def test_a_journal_whose_files_are_gone_makes_all_of_it(
    site: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    CHANGED["a new page"](site)
    with monkeypatch.context() as patch:
        patch.setattr(journal, "_do", lambda *_: (_ for _ in ()).throw(Killed))
        with pytest.raises(Killed):
            build_site(site)
    shutil.rmtree(site.root / "site.new")
    assert build_site(site).made.startswith("the whole site")
    equals_a_whole_one(site)


def test_a_page_that_cannot_be_rendered_leaves_the_site_as_it_was(site: Settings) -> None:
    good = tree(site.site_folder)
    (site.docs_folder / "articles" / "story-1.md").write_bytes(b"\xff\xfe broken \xff")
    with pytest.raises(Exception, match="story-1"):
        build_site(site)
    assert tree(site.site_folder) == good
    write("articles/story-1.md", STORY.format(title="Mended", word="sun"))(site)
    assert build_site(site).made == IN_PART
    equals_a_whole_one(site)


@pytest.mark.parametrize("change", CHANGED.values(), ids=CHANGED)
def test_what_was_made_of_files_before_they_changed_is_taken_where_it_is_the_same(
    site: Settings, change: Callable[[Settings], None]
) -> None:
    get_ready(site, "mkdocs")
    assert mkdocs_known._ready
    change(site)
    assert build_site(site).made == IN_PART
    assert not mkdocs_known._ready
    equals_a_whole_one(site)


def test_what_was_made_for_another_configuration_is_not_taken(site: Settings) -> None:
    others = "  /articles/story-*\n", "  /articles/story-*\n  /about.md\n"
    configure(*others)(site)
    get_ready(site, "mkdocs")
    configure(*reversed(others))(site)
    write("articles/story-9.md", NINTH)(site)
    assert build_site(site).made == IN_PART
    equals_a_whole_one(site)


NINTH = STORY.format(title="Story 9", word="nine") + "\n[One](story-1.md)\n"


def ready(site: Settings) -> Memory:
    """What stands, where every page's button leads to a page of the search."""
    write("search.md", "# Search\n")(site)
    build_site(site)
    return get_ready(site, "mkdocs")


def test_some_pages_are_put_in_before_others_are_made(site: Settings) -> None:
    said: list[str] = []
    kept = ready(site)
    write("articles/story-9.md", NINTH)(site)
    write("articles/story-0.md", STORY.format(title="Story 0", word="the ninth"))(site)
    write("articles/story-1.md", STORY.format(title="Story 1", word="what is not asked for"))(site)
    kept = show_some(site, "mkdocs", kept, said.append, ["articles/story-9.md"])
    assert "nine" in (site.site_folder / "articles" / "story-9" / "index.html").read_text("utf-8")
    for number in (0, 1):
        old = site.site_folder / "articles" / f"story-{number}" / "index.html"
        assert f"Story {number}" in old.read_text("utf-8")
        assert "ninth" not in old.read_text("utf-8")
    assert said == [SOME_STAND]
    assert build_site(site, kept=kept).made == IN_PART
    equals_a_whole_one(site)


def test_a_page_that_leads_to_what_is_to_come_is_held_back(site: Settings) -> None:
    said: list[str] = []
    kept = ready(site)
    write("articles/story-8.md", NINTH.replace("story-1.md", "story-7.md"))(site)
    write("articles/story-9.md", NINTH.replace("story-1.md", "story-8.md"))(site)
    before = tree(site.site_folder)
    some = ["articles/story-8.md", "articles/story-9.md"]
    assert show_some(site, "mkdocs", kept, said.append, some) == kept
    assert tree(site.site_folder) == before
    write("articles/story-7.md", NINTH)(site)
    kept = show_some(site, "mkdocs", kept, said.append, [*some, "articles/story-7.md"])
    assert said == [SOME_STAND]
    assert build_site(site, kept=kept).made == IN_PART
    equals_a_whole_one(site)


def test_where_no_page_can_be_made_alone_none_is_shown(site: Settings) -> None:
    kept = ready(site)
    configure("site_name: ", "site_name: Another ")(site)
    write("articles/story-9.md", NINTH)(site)
    before = tree(site.site_folder)
    assert show_some(site, "mkdocs", kept, None, ["articles/story-9.md"]) is kept
    assert tree(site.site_folder) == before
