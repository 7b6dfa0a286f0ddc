"""A shard that was mended has the bytes of one that was made of all its pages."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedpress.settings import Settings, load
from seedpress.site import build_site, indexing, mending
from seedpress.site.indexing import index, mend
from seedpress.site.pagefind import Files
from seedpress.site.standing import forget

from .conftest import ARTICLE, field, tree

# Some have accents, and are spellings of the same word to the index.
WORDS = "tide tides esta está ésta café cafe harbour Harbour 2025 naïve naive x-y münchen o'clock"
DAYS = ("", "2025-01-02", "2025-01-03", "2024-12-31")
WHERE = (
    "<p>{}</p>",
    "<h1>{}</h1>",
    '<p id="p1">{}</p>',
    '<p data-pagefind-meta="also">{}</p>',
    '<b data-pagefind-filter="kind">{}</b>',
)


@dataclass(frozen=True)
class Text:
    """What a page says."""

    html: str
    day: str
    facets: tuple[tuple[str, str], ...]


def text(parts: list[tuple[str, list[str]]], title: str, day: str, names: list[str]) -> Text:
    """A page with these parts."""
    body = "".join(part.format(" ".join(words)) for part, words in parts)
    date = f'<i data-pagefind-sort="date">{day}</i>' if day else ""
    head = f'<!doctype html><html lang="en"><head><title>{title}</title></head>'
    html = f"{head}<body data-pagefind-body>{date}{body}</body></html>"
    return Text(html, day, tuple(("entity", name) for name in names))


SAID = st.lists(st.sampled_from(WORDS.split()) | st.text("abé", max_size=4), max_size=6)
TEXTS = st.builds(
    text,
    st.lists(st.tuples(st.sampled_from(WHERE), SAID), max_size=4),
    st.sampled_from(["T", "Café tide", ""]),
    st.sampled_from(DAYS),
    st.lists(st.sampled_from(["Kyiv", "Odesa"]), max_size=2),
)
PATHS = st.sampled_from([f"articles/{n}/index.html" for n in "abcdefgh"])
PAGES = st.dictionaries(PATHS, TEXTS, max_size=8)


def days(pages: Mapping[str, Text]) -> dict[str, str]:
    return {path: page.day for path, page in pages.items() if page.day}


def facets(pages: Mapping[str, Text]) -> dict[str, tuple[tuple[str, str], ...]]:
    return {path: page.facets for path, page in pages.items()}


def whole(pages: Mapping[str, Text], language: str = "en") -> Files:
    """The index of pages, made of all of them."""
    given = ((path, page.html) for path, page in pages.items())
    return index(given, language, days(pages), facets(pages))


def mended(
    before: Mapping[str, Text], now: Mapping[str, Text], stands: Files, language: str = "en"
) -> Files | None:
    """The index of pages, mended from that of others; None where it cannot be."""
    old = {path: page.html for path, page in before.items()}
    again = {path: page.html for path, page in now.items() if old.get(path) != page.html}
    about = language, days(now), facets(now)
    found = mend(stands.__getitem__, [*before], [*now], again, *about)
    if not found:
        return None
    files, gone = found
    assert gone <= stands.keys()
    return {path: data for path, data in stands.items() if path not in gone} | files


def in_order(pages: Mapping[str, Text]) -> dict[str, Text]:
    return dict(sorted(pages.items()))


ALWAYS = text([(part, WORDS.split()) for part in WHERE], "All", "2025-01-01", ["Kyiv"])


@settings(deadline=None, max_examples=20)
@given(PAGES, PAGES, st.sampled_from(["en", "es", "xx"]), st.sets(PATHS))
def test_what_is_mended_is_what_it_would_be(
    one: dict[str, Text], other: dict[str, Text], language: str, gone: set[str]
) -> None:
    before = in_order({**one, "index.html": ALWAYS})
    left = {path: page for path, page in before.items() if path not in gone}
    now = in_order({**left, **other})
    made = mended(before, now, whole(before, language), language)
    assert made in (None, whole(now, language))


def many(seed: int, count: int) -> dict[str, Text]:
    """Pages of so many words that these fill several files."""
    chance = random.Random(seed)  # noqa: S311 - nothing is kept secret by it
    said = [f"{a}{b}" for a in ("tor", "vel", "ka", "sé") for b in ("ing", "am", "on", "é", "st")]
    found = {}
    for number in range(count):
        words = chance.choices(said, k=600) + [f"only{number}"]
        found[f"articles/{number:03}/index.html"] = text(
            [("<p>{}</p>", words), ('<p data-pagefind-meta="also">{}</p>', words[:2])],
            words[0],
            DAYS[number % len(DAYS)],
            words[:3],
        )
    return found


@pytest.mark.parametrize(
    "change",
    [
        lambda pages: {**pages, "articles/000a/index.html": pages["articles/030/index.html"]},
        lambda pages: {path: page for path, page in pages.items() if "00" not in path},
        lambda pages: pages | {"articles/002/index.html": pages["articles/030/index.html"]},
        lambda pages: {**pages, "z/index.html": text([], "", "", [])},
    ],
    ids=["new", "removed", "changed", "empty"],
)
def test_words_of_many_pages_are_in_the_same_files(
    change: Callable[[dict[str, Text]], dict[str, Text]],
) -> None:
    before = many(1, 90)
    now = in_order(change(before))
    stands = whole(before)
    assert sum(path.startswith("index/") for path in stands) > 1
    made = mended(before, now, stands)
    assert made is not None
    assert made == whole(now)


def test_a_page_of_the_same_words_keeps_its_name() -> None:
    before = many(3, 12)
    path, page = next(iter(before.items()))
    heavier = page.html.replace("<p>", '<p data-pagefind-weight="3">')
    now = before | {path: replace(page, html=heavier)}
    made = mended(before, now, whole(before))
    assert made is not None
    assert made == whole(now)


def test_a_spelling_that_stands_on_no_page_any_more_goes() -> None:
    now = {**many(3, 12), "y/index.html": text([("<p>{}</p>", ["tide"])], "", "", [])}
    accents = text([("<p>{}</p>", ["tídé", "tide", "élan", "elan"])], "", "", [])
    before = {**now, "z/index.html": accents}
    assert mended(before, now, whole(before)) == whole(now)
    changed = {**now, "z/index.html": text([("<p>{}</p>", ["tide", "elan"])], "", "", [])}
    assert mended(before, changed, whole(before)) == whole(changed)


def test_a_field_that_stands_on_no_page_any_more_is_not_mended_away() -> None:
    now = many(3, 12)
    field = text([('<b data-pagefind-meta="x">{}</b>', ["y"]), ("<p>{}</p>", ["tide"])], "", "", [])
    before = {**now, "z/index.html": field}
    assert mended(before, now, whole(before)) is None


def test_what_cannot_be_told_is_not_mended(monkeypatch: pytest.MonkeyPatch) -> None:
    before = many(2, 12)
    stands = whole(before)
    new = {path.replace("articles", "entities"): page for path, page in before.items()}
    now = in_order({**before, **dict([*new.items()][:1])})
    assert mended(before, now, stands) == whole(now)
    field_more = {"a/index.html": text([('<b data-pagefind-meta="x">{}</b>', ["y"])], "", "", [])}
    assert mended(before, in_order({**before, **field_more}), stands) is None
    path = next(iter(before))
    other_day = {**before, path: replace(before[path], day="2020-01-01")}
    assert mended(other_day, now, whole(other_day)) is None  # pages are sorted by something else
    monkeypatch.setattr(mending, "KNOWN", "9.")
    assert mended(before, now, stands) is None


@pytest.fixture
def site(project: Settings) -> Settings:
    """A project whose articles have a shard of their own."""
    with (project.root / "mkdocs.yml").open("a") as file:
        file.write("extra: {seedpress: {search: {shard: 20}}}\n")
    settings = load(project.root / "mkdocs.yml")
    for number in range(3, 23):
        story = ARTICLE.format(title=f"Story {number}", fields=field("kind", "Article"), word="sun")
        (settings.docs_folder / "articles" / f"story-{number}.md").write_text(story, "utf-8")
    entity = ARTICLE.format(title="Kyiv", fields=field("kind", "Place"), word="train")
    (settings.docs_folder / "entities" / "kyiv.md").write_text(entity, "utf-8")
    build_site(settings)
    return settings


def add_story(settings: Settings) -> None:
    story = ARTICLE.format(title="New", fields=field("kind", "Article"), word="snow")
    (settings.docs_folder / "articles" / "a-new-story.md").write_text(story, "utf-8")


def change_story(settings: Settings) -> None:
    story = settings.docs_folder / "articles" / "story-1.md"
    story.write_text(story.read_text("utf-8").replace("lantern", "moon"), "utf-8")


def remove_story(settings: Settings) -> None:
    (settings.docs_folder / "articles" / "story-1.md").unlink()


def change_most(settings: Settings) -> None:
    for story in settings.docs_folder.glob("articles/story-*.md"):
        story.write_text(story.read_text("utf-8").replace("harbour", "port"), "utf-8")


@pytest.mark.parametrize(
    ("change", "anew"),
    [(add_story, False), (change_story, False), (remove_story, False), (change_most, True)],
)
def test_a_site_with_a_mended_shard_is_the_same(
    site: Settings,
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[Settings], None],
    anew: bool,
) -> None:
    made: list[int] = []
    own = indexing.index

    def noted(*given: object) -> Files:
        made.append(len(given))
        return own(*given)  # type: ignore[arg-type]

    monkeypatch.setattr("seedpress.site.shard.index", noted)
    change(site)
    assert build_site(site).made == "the pages that had changed"
    assert bool(made) == anew
    part = tree(site.site_folder)
    forget(site)
    build_site(site)
    assert tree(site.site_folder) == part
