"""The Data page lists what there is, explains it, and says how to cite it."""

import re
from dataclasses import replace

from seedpress.exports import export
from seedpress.exports.publication import Publication
from seedpress.model import Corpus, Fields
from seedpress.pages import render
from seedpress.pages.data import PATH, size
from seedpress.pages.words import words
from seedpress.settings import DataSettings, Settings
from tests.pages.corpora import Draft, corpus
from tests.pages.rendering import Read, read_page

DRAFTS = [Draft("One", ["Words."], Fields(date="2025-03-12")), Draft("Two", ["Words."])]
SITE = Settings(name="Quay & {Co}", author="A <b>", site_url="https://example.org/q/")


def page(made: Corpus, settings: Settings = SITE) -> Read:
    files = list(export(made, settings))
    (found,) = (p for p in render(made, settings, files) if p.path == PATH)
    return read_page(str(found.data))


def test_every_file_is_listed_with_a_link_and_its_size() -> None:
    made = corpus(DRAFTS)
    read = page(made)
    text = read.text()
    for file in export(made, SITE):
        assert file.path in read.values("href")
        assert f"{file.path} {file.about} {size(file.size, words('en'))}" in text


def test_packed_files_are_told_as_such() -> None:
    small = replace(SITE, data=DataSettings(packed_above=1))
    made = corpus(DRAFTS)
    with Publication(made, small) as files:
        found = [*files.first(), *files.last()]
    (made_page,) = (p for p in render(made, small, found) if p.path == PATH)
    read = read_page(str(made_page.data))
    text = read.text()
    assert "articles.jsonl.gz" in read.values("href")
    assert "articles.jsonl" not in read.values("href")
    assert "gunzip --keep *.gz" in text
    whole = next(file for file in found if file.name == "corpus.sqlite")
    sizes = size(whole.size, words("en")), size(whole.unpacked, words("en"))
    assert f"corpus.sqlite.gz {whole.about} {sizes[0]} ({sizes[1]} unpacked)" in text
    assert "article_keywords" in text
    assert re.findall(r"Version \w+", page(made).text()) == re.findall(r"Version \w+", text)
    assert "gunzip" not in page(made).text()


def test_every_column_is_explained() -> None:
    text = page(corpus(DRAFTS)).text()
    for file in export(corpus(DRAFTS), SITE):
        for table in file.tables:
            for column in table.columns:
                assert f"{column.name} {column.type} {column.meaning}" in text


def test_the_citation_says_what_is_known() -> None:
    text = page(corpus(DRAFTS)).text()
    assert "A <b>, “Quay & {Co}”, Version " in text
    assert ", articles up to 12 March 2025. https://example.org/q/" in text
    assert "author = {{A <b>}}, title = {{Quay \\& Co}}, year = {2025}, note = {Version " in text
    assert "url = {https://example.org/q/}" in text
    bare = page(corpus(DRAFTS[1:]), Settings(name="Quay")).text()
    assert "year = " not in bare
    assert "author = " not in bare
    assert "up to" not in bare


def test_without_dates_no_feed_is_promised() -> None:
    assert "For feed readers" in page(corpus(DRAFTS)).text()
    assert "For feed readers" not in page(corpus(DRAFTS[1:])).text()


def test_without_data_files_there_is_no_such_page() -> None:
    assert PATH not in {p.path for p in render(corpus(DRAFTS), SITE)}


def test_sizes_as_people_read_them() -> None:
    sizes = {1: "1 kB", 1499: "1 kB", 999_499: "999 kB", 1_000_000: "1.0 MB", 9_949_999: "9.9 MB"}
    sizes |= {9_950_000: "10 MB", 123_456_789: "123 MB"}
    assert {count: size(count, words("en")) for count in sizes} == sizes
    assert size(1_500_000, words("de")) == "1,5 MB"
    assert size(1_500_000, words("fr")) == "1,5 Mo"


def test_a_name_in_many_dated_articles_links_its_feed() -> None:
    drafts = [
        Draft(f"T{n}", ["Mara Lindqvist at Port Amity." if n else "Lindqvist."], DRAFTS[0].fields)
        for n in range(5)
    ]
    made = corpus(drafts)
    files = list(export(made, SITE))
    pages = {p.path: read_page(str(p.data)) for p in render(made, SITE, files) if ".md" in p.path}
    assert "../data/feeds/mara-lindqvist.atom" in pages["entities/mara-lindqvist.md"].values("href")
    assert not any("feeds" in href for href in pages["entities/port-amity.md"].values("href"))
