"""How to cite an article: in plain words, as BibTeX and as RIS, with nothing that is not known."""

import re

from seedpress import names
from seedpress.model import Entry
from seedpress.pages.markdown import Markdown, clean, escape_lines, outside
from seedpress.pages.shelf import Shelf, title_of

# In BibTeX these end a value or start a command; without them it still says the same.
_BIBTEX = re.compile(r"[{}\\\"]")
_BIBTEX_SIGNS = re.compile(r"[%&$#_]")


def citations(shelf: Shelf, entry: Entry, path: str) -> list[tuple[str, Markdown]]:
    """The article's citations as raw HTML text: [(name of the format, its lines)]."""
    fields = entry.article.fields
    known = {
        "author": clean(fields.byline).strip(),
        "title": clean(title_of(entry)).strip(),
        "source": clean(fields.source).strip(),
        "date": fields.date or "",
        "url": _address(shelf, entry, path),
    }
    return [
        (shelf.words("plain"), escape_lines(plain(known, shelf.words.date(fields.date)))),
        ("BibTeX", escape_lines(bibtex(known, entry.slug))),
        ("RIS", escape_lines(ris(known))),
    ]


def _address(shelf: Shelf, entry: Entry, path: str) -> str:
    """Where the article was first published, or else where this site publishes it."""
    original = outside(entry.article.fields.url)
    site = outside(shelf.settings.site_url)
    return original or (
        f"{site.rstrip('/')}/{names.url(path, shelf.settings.directory_urls)}" if site else ""
    )


def plain(known: dict[str, str], date: str) -> str:
    """Author, “title”, outlet, date. Address."""
    parts = [known["author"], f"“{known['title']}”", known["source"], date]
    text = ", ".join(part for part in parts if part)
    return f"{text}. {known['url']}".strip()


def bibtex(known: dict[str, str], key: str) -> str:
    """An `@article` entry; values are kept as written by a second pair of braces."""
    return bibtex_entry(
        "article",
        key,
        {
            "author": f"{{{bibtex_text(known['author'])}}}" if known["author"] else "",
            "title": f"{{{bibtex_text(known['title'])}}}",
            "journal": bibtex_text(known["source"]),
            "date": known["date"],
            "year": known["date"][:4],
            "url": known["url"],
        },
    )


def bibtex_entry(kind: str, key: str, fields: dict[str, str]) -> str:
    """A BibTeX entry of those of the `fields` that have a value."""
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{kind}{{{key},", *lines, "}"])


def ris(known: dict[str, str]) -> str:
    """A newspaper article's record; each value stands on one line."""
    fields = [
        ("TY", "NEWS"),
        ("AU", known["author"]),
        ("TI", known["title"]),
        ("T2", known["source"]),
        ("DA", known["date"].replace("-", "/")),
        ("UR", known["url"]),
    ]
    return "\n".join([*(f"{tag}  - {value}" for tag, value in fields if value), "ER  - "])


def bibtex_text(text: str) -> str:
    """`text` for a BibTeX value, where it neither ends the value nor starts a command."""
    return _BIBTEX_SIGNS.sub(lambda found: f"\\{found[0]}", _BIBTEX.sub("", text))
