"""The index in shards: which page is in which, and that only changed ones are made again."""

import gzip
import json
import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedpress.settings import Settings, load
from seedpress.atomic import TEMPORARY
from seedpress.site import build_site, indexing, sharding
from seedpress.site.engines import UnfitError
from seedpress.site.indexing import index
from seedpress.site.reading import digests, is_marked, read, words_of
from seedpress.site.readings import Readings
from seedpress.site.sharding import MOST, distribute, make_index, shard_of
from seedpress.site.standing import forget

from .conftest import tree
from .test_indexing import make
from .test_indexing import pages as made
from .test_indexing import unpacked

WORDS = st.text("abcdef/", min_size=3)
PATHS = st.sets(WORDS | WORDS.map("articles/{}".format), min_size=1, max_size=60)


@given(PATHS, st.integers(0, 20))
def test_every_page_is_in_one_shard_and_none_is_empty(paths: set[str], size: int) -> None:
    members = distribute(dict.fromkeys(paths, ""), size)
    assert sorted(path for own in members for path in own) == sorted(paths)
    assert len(members) == 1 or all(members)
    kinds = [{path.startswith("articles/") for path in own} for own in members]
    apart = kinds[0] == {False} and len(kinds) > 1 and all(own == {True} for own in kinds[1:])
    assert apart == (len(paths) > size and set().union(*kinds) == {True, False})
    assert len(members) - apart in {2**n for n in range(10)}
    assert len(members) - apart <= MOST


def test_many_keywords_part_from_the_rest() -> None:
    rest = [f"entities/{n}" for n in range(5)]
    articles = [f"articles/{n}" for n in range(9)]
    for count, few in ((9, 1), (10, 2)):
        keywords = [f"keywords/{n}" for n in range(count)]
        members = distribute(dict.fromkeys([*rest, *articles, *keywords], ""), 9)
        assert members[:few] == ([rest, keywords] if few == 2 else [[*rest, *keywords]])
        assert members[few:] == [articles]


@given(PATHS, st.text("xyz", min_size=1))
def test_a_new_page_moves_no_other(paths: set[str], new: str) -> None:
    before = distribute(dict.fromkeys(paths, ""), 9)
    after = distribute(dict.fromkeys({*paths, new}, ""), 9)
    if len(after) == len(before):
        assert [set(own) - {new} for own in after] == [set(own) for own in before]


@pytest.mark.parametrize(
    ("path", "number"),
    [
        ("pagefind/pagefind.js", 0),
        ("pagefind/fragment/en_1.pf_fragment", 0),
        ("pagefind/3/fragment/en_1.pf_fragment", 3),
        ("articles/x/index.html", None),
        ("pagefind-notes/index.html", None),
    ],
)
def test_which_shard_a_file_is_of(path: str, number: int | None) -> None:
    assert shard_of(path) == number


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    return make(tmp_path / "site", made(24))


def indexed(site: Path, into: Path, kept: sharding.Index | None = None) -> sharding.Index:
    files = {p.relative_to(site).as_posix(): p.read_text("utf-8") for p in site.rglob("*.html")}
    found = {path: read(html) for path, html in files.items() if is_marked(html)}
    readings = Readings(site.parent / "readings", found)
    return make_index(digests(found), readings, into, "en", 8, kept)[0]


def test_only_changed_shards_are_made_and_are_what_they_would_be(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = indexed(pages, tmp_path / "one")
    assert len(first.shards) == 4
    page = pages / "p7" / "index.html"
    page.write_text(page.read_text("utf-8").replace("tide", "moon"), "utf-8")
    second = indexed(pages, tmp_path / "two", first)
    assert sum(a != b for a, b in zip(first.shards, second.shards, strict=True)) == 1
    fresh = tmp_path / "fresh"
    assert indexed(pages, fresh) == second
    part, whole, old = tree(tmp_path / "two"), tree(fresh), tree(tmp_path / "one")
    changed = next(n for n in range(4) if first.shards[n] != second.shards[n])
    assert {shard_of(path) for path in part} <= {0, changed}
    assert part.items() <= whole.items()
    kept = {path: data for path, data in old.items() if shard_of(path) != changed}
    assert kept.items() <= whole.items()
    assert indexed(pages, tmp_path / "again", second) == second
    assert list(tree(tmp_path / "again")) == [sharding.LISTING]


def test_what_has_not_changed_is_taken_from_the_readings_kept(tmp_path: Path) -> None:
    found = {path: read(html) for path, html in made(24).items()}
    folder = tmp_path / "readings"
    first, _ = make_index(digests(found), Readings(folder, found), tmp_path / "one", "en", 8)
    ready = {f"{number}.words" for number in range(len(first.shards))}  # for the next to mend
    assert ready == {file.name for file in folder.glob("*.words")}
    changed = {"p7/index.html": read(made(24)["p7/index.html"].replace("tide", "moon"))}
    every = found | changed
    part = Readings(folder, changed)
    second, _ = make_index(digests(every), part, tmp_path / "two", "en", 8, first)
    whole, _ = make_index(digests(every), Readings(tmp_path, every), tmp_path / "three", "en", 8)
    assert second == whole
    assert tree(tmp_path / "two").items() <= tree(tmp_path / "three").items()
    (folder / f"{TEMPORARY}7-7").write_bytes(b"left by who was killed")
    again, _ = make_index(digests(every), Readings(folder, {}), tmp_path / "four", "en", 12, second)
    assert len(again.shards) < len(second.shards)
    for kind in (".facets", ".pages"):
        assert len([*folder.glob(f"*{kind}")]) == len(again.shards)
    assert not [*folder.glob(f"{TEMPORARY}*")]


def test_readings_of_pages_that_came_are_kept_and_of_those_that_went_are_not(tmp_path: Path) -> None:
    found = {path: read(html) for path, html in made(24).items()}
    paths, folder = [*found], tmp_path / "readings"
    one = {path: found[path] for path in paths[:-1]}
    first, _ = make_index(digests(one), Readings(folder, one), tmp_path / "one", "en", 8)
    two = {path: found[path] for path in paths[1:]}
    new = {paths[-1]: found[paths[-1]]}
    second, _ = make_index(digests(two), Readings(folder, new), tmp_path / "two", "en", 8, first)
    whole, _ = make_index(digests(two), Readings(folder, {}), tmp_path / "three", "en", 8)
    assert second == whole
    with pytest.raises(UnfitError):
        make_index(digests(found), Readings(folder, {}), tmp_path / "four", "en", 8)


@pytest.mark.parametrize("kind", ["facets", "pages"])
@pytest.mark.parametrize("damage", [b"", b"\x80", None])
def test_a_reading_that_is_not_kept_is_missed(
    tmp_path: Path, damage: bytes | None, kind: str
) -> None:
    found = {path: read(html) for path, html in made(9).items()}
    first, _ = make_index(digests(found), Readings(tmp_path, found), tmp_path / "one", "en", 20)
    (file,) = tmp_path.glob(f"*.{kind}")
    file.unlink() if damage is None else file.write_bytes(damage)
    changed = {"p1/index.html": read("<main data-pagefind-body>words</main>")}
    every = digests(found | changed)
    with pytest.raises(UnfitError, match="not remembered"):
        make_index(every, Readings(tmp_path, changed), tmp_path / "two", "en", 20, first)


MEMORY = Path("/dev/shm")  # noqa: S108 - a file system, no name in it is guessed


@pytest.mark.skipif(not os.access(MEMORY, os.W_OK), reason="there is no second file system")
def test_another_order_of_files_on_another_disk_gives_the_same_bytes(
    pages: Path, tmp_path: Path
) -> None:
    """Memory lists files as they came, the last first; disks by a key of their own."""
    indexed(pages, tmp_path / "one")
    with TemporaryDirectory(dir=MEMORY) as folder:
        for name, order in (("two", made(24)), ("three", dict(reversed(made(24).items())))):
            other = make(Path(folder) / name, order)
            indexed(other, other)
            assert tree(other / "pagefind") == tree(tmp_path / "one" / "pagefind")


def test_what_the_index_ignores_is_no_change() -> None:
    page = (
        '<html lang="en"><title>T</title><main data-pagefind-body>A <i>b</i>{0}'
        '<p data-pagefind-ignore>{1}</p> tail <p data-pagefind-ignore="all">'
        '<b data-pagefind-meta="x">{1}</b></p>'
        '<div data-pagefind-ignore>{1}<b data-pagefind-filter="k">v</b></div></main>{1}</html>'
    )
    assert read(page.format("c", "")).digest != read(page.format("d", "")).digest
    one = read(page.format("c", "x")).html
    assert " tail " in one
    assert 'data-pagefind-filter="k"' in one
    assert "data-pagefind-meta" not in one
    assert 'lang="en"' in one


def test_the_frame_around_an_article_is_not_read() -> None:
    page = (
        '<!doctype html>\n<html lang="en" class="x">\n<head>\n<title>A &amp; B</title>{0}</head>'
        '<body>{0}<article class="md-content__inner md-typeset" data-pagefind-body><p>a'
        "<article>b</article></p></article>{0}</body></html>"
    )
    plain = read(page.format(""))
    assert "<title>A &amp; B</title>" in plain.html
    assert 'lang="en"' in plain.html
    assert read(page.format("<p>frame</p>")) == plain
    two = page.replace("<article>", "<article data-pagefind-body>", 1)
    assert read(two.format("")).html.count("b</article>") == 2


def test_a_part_of_a_site_with_shards_is_the_same_as_all_of_it(project: Settings) -> None:
    with (project.root / "mkdocs.yml").open("a") as file:
        file.write("extra: {seedpress: {search: {shard: 1}}}\n")
    site = load(project.root / "mkdocs.yml")
    build_site(site)
    assert (site.site_folder / "pagefind" / "1" / "pagefind-entry.json").exists()
    assert not (site.site_folder / "pagefind" / "1" / "pagefind.js").exists()
    about = site.docs_folder / "about.md"
    about.write_text("# About\n\nNow about cabbages.\n", "utf-8")
    assert build_site(site).made == "the pages that had changed"
    part = tree(site.site_folder)
    forget(site)
    assert build_site(site).made.startswith("the whole site")
    assert tree(site.site_folder) == part


def test_other_facets_change_filters_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = {path: read(html) for path, html in made(24).items()}
    folder, site = tmp_path / "readings", tmp_path / "one"
    first, _ = make_index(digests(found), Readings(folder, found), site, "en", 8)
    html = made(24)["p7/index.html"].replace("Name 7", "New &amp; <b>other</b>\n name")
    every = found | {"p7/index.html": read(html)}
    whole, _ = make_index(digests(every), Readings(tmp_path, every), tmp_path / "two", "en", 8)
    monkeypatch.setattr(indexing, "made_by_pagefind", None)
    part = Readings(folder, {"p7/index.html": every["p7/index.html"]})
    into = tmp_path / "three"
    second, gone = make_index(digests(every), part, into, "en", 8, first, site)
    assert second == whole
    assert sum(a != b for a, b in zip(first.shards, second.shards, strict=True)) == 1
    left = {path: data for path, data in tree(site).items() if path not in gone}
    assert left | tree(into) == tree(tmp_path / "two")
    assert any("New & other name" in str(filters) for filters in filter_values(into))


def filter_values(site: Path) -> list[object]:
    return [unpacked(path.read_bytes()) for path in sorted(site.rglob("*.pf_filter"))]


def test_links_and_facets_are_nothing_that_the_indexer_reads() -> None:
    page = '<main data-pagefind-body><i data-pagefind-filter="entity">{}</i><p>a {} c</p></main>'
    plain, linked = (read(page.format("A", b)) for b in ("b", '<a href="../b/">b</a>'))
    assert plain == linked
    other = read(page.format("B", "b"))
    assert words_of(other.digest) == words_of(plain.digest)
    assert other.digest != plain.digest
    assert words_of(read(page.format("A", "d")).digest) != words_of(plain.digest)


def test_places_are_known_by_where_they_are_not_by_all_their_words() -> None:
    page = (
        '<main data-pagefind-body><h1 id="title">Port Amity</h1><p id="p1">The tide <b>turned</b>.'
        '</p><ul><li id="p2">A ship</li></ul><h2 id="end">At last</h2></main>'
    )
    files = index([("a/index.html", read(page).html)], "en")
    (fragment,) = (data for path, data in files.items() if path.startswith("fragment/"))
    said = json.loads(gzip.decompress(fragment).removeprefix(b"pagefind_dcd"))
    assert said["content"] == "Port Amity. The tide turned. A ship. At last."
    places = [(each["id"], each["location"], each["text"]) for each in said["anchors"]]
    assert places == [("title", 0, "Port Amity"), ("p1", 2, ""), ("p2", 5, ""), ("end", 7, "At last")]
