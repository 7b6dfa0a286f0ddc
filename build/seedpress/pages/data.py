"""The Data page: downloads, what their columns mean, how to cite the corpus and how to open it."""

from collections.abc import Iterator

from seedpress import names
from seedpress.model import DataFile, Page
from seedpress.pages.citation import bibtex_entry, bibtex_text
from seedpress.pages.head import head
from seedpress.pages.linked_data import DATA, of_data
from seedpress.pages.markdown import Markdown, clean, escape_lines, join, link, outside
from seedpress.pages.shelf import Shelf
from seedpress.pages.template import front_matter
from seedpress.pages.words import Words

PATH = DATA
FEEDS = ("feed.atom", "feed.json")
UNPACK = "gunzip --keep *.gz"
DATASETTE = "pip install datasette\ndatasette corpus.sqlite"
PYTHON = """\
import pandas, sqlite3
articles = pandas.read_json("articles.jsonl", lines=True)
corpus = sqlite3.connect("corpus.sqlite")
found = pandas.read_sql('''
    SELECT date, source, title FROM articles_fts
    JOIN articles ON number = articles_fts.rowid
    WHERE articles_fts MATCH '"a phrase" OR word*' ORDER BY rank
''', corpus)
months = pandas.read_sql("SELECT * FROM entities_by_month", corpus)"""


def make(shelf: Shelf) -> Iterator[Page]:
    """The page `data/index.md`, where there are data files beside the pages."""
    w = shelf.words
    listed = [file for file in shelf.files.values() if file.about]
    if not listed:
        return
    title, about = w("data.title"), w("data.about")
    feeds = [(shelf.settings.name, feed) for feed in FEEDS]
    block = head(shelf, PATH, "website", title, about, of_data(shelf, PATH), feeds=feeds)
    packed = [("packed", UNPACK)] if any(file.packed for file in listed) else []
    ways = [*packed, ("datasette", DATASETTE), ("pandas", PYTHON), ("gephi", "")]
    yield Page(
        PATH,
        shelf.fill(
            "data.md.j2",
            join([front_matter(title, about, ("navigation", "toc")), block]),
            w=w,
            files=[(link(f.path, f.path), f.about, sizes(f, w)) for f in listed],
            citations=citations(shelf),
            ways=[(w(f"data.{name}"), escape_lines(lines)) for name, lines in ways],
            feeds=[link(path, path) for path in FEEDS if path in shelf.files],
            least=shelf.settings.pages.feed_articles,
            tables=[file for file in listed if file.tables],
        ),
    )


def sizes(file: DataFile, w: Words) -> str:
    """How large a file is, and how large it will be."""
    if not file.packed:
        return size(file.size, w)
    return w("data.unpacked", size=size(file.size, w), whole=size(file.unpacked, w))


def size(count: int, w: Words) -> str:
    """A number of bytes as people read it, in kilobytes or megabytes."""
    if count < 1_000_000:
        return w("data.kilobytes", size=str(max(1, round(count / 1000))))
    megabytes = f"{count / 1e6:.1f}" if count < 9_950_000 else f"{count / 1e6:.0f}"
    return w("data.megabytes", size=megabytes.replace(".", w("decimal")))


def citations(shelf: Shelf) -> list[tuple[str, Markdown]]:
    """How to cite the corpus, as raw HTML text: [(name of the format, its lines)].

    No clock says when it was made: the day is that of its newest article, and the version that of
    its data files.
    """
    settings, w = shelf.settings, shelf.words
    newest = max((e.article.fields.date or "" for e in shelf.corpus.entries), default="")
    identities = (file.identity for file in shelf.files.values())
    version = w("data.version", version=names.corpus_version(identities))
    until = w("data.until", date=w.date(newest)) if newest else ""
    author, title = clean(settings.author).strip(), clean(settings.name).strip()
    address = outside(settings.site_url) or ""
    said = ", ".join(part for part in (author, f"“{title}”", version, until) if part)
    entry = bibtex_entry(
        "misc",
        names.slug(settings.name),
        {
            "author": f"{{{bibtex_text(author)}}}" if author else "",
            "title": f"{{{bibtex_text(title)}}}",
            "year": newest[:4],
            "note": bibtex_text(", ".join(part for part in (version, until) if part)),
            "url": address,
        },
    )
    return [
        (w("plain"), escape_lines(f"{said}. {address}".strip())),
        ("BibTeX", escape_lines(entry)),
    ]
