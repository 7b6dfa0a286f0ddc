"""What every data file holds: its tables and columns, their types, and what they mean.

The one source for the Data page and for `datapackage.json`; the meanings are in `meanings/`, one
file a language. Types are those of Frictionless' Table Schema.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from seedpress.model import Column, Table

# A table's columns, as `name:type=meaning`; without a type a string, without a meaning its name's.
# Meanings are those of the record named first; `other.name` is another record's.
_ARTICLES_JSONL = (
    "article id slug url seed sha256 title made_title byline source source_url dateline date:date "
    "language words:integer text blocks:array removed:array keywords:array mentions:array "
    "title_mentions:array related:array"
)
_ENTITIES_JSONL = (
    "entity id slug url name kind aliases:array articles:array mentions:integer reasons:array "
    "wikidata note"
)
_KEYWORDS_JSONL = "keyword slug url text variants:array articles:array entity"
_ARTICLES_CSV = (
    "article id url seed title made_title byline source dateline date:date language words:integer "
    "keywords entities"
)
_ENTITIES_CSV = (
    "entity id url name kind aliases articles:integer=article_count mentions:integer wikidata note"
)
_KEYWORDS_CSV = "keyword slug url text variants articles:integer=article_count entity"
_DATABASE = {
    "about": "about name value",
    "sources": "outlet name articles:integer",
    "articles": (
        "article number:integer id title=title_shown title_made:integer byline source source_url "
        "dateline date:date language words:integer url seed sha256 text"
    ),
    "entities": (
        "entity number:integer id name kind articles:integer=article_count mentions:integer url "
        "wikidata note"
    ),
    "aliases": "spelling entity:integer=mention.entity text count:integer",
    "mentions": (
        "mention article:integer in_title:integer start:integer end:integer entity:integer"
    ),
    "keywords": (
        "keyword number:integer slug text articles:integer=article_count entity:integer url"
    ),
    "keyword_variants": "spelling keyword:integer=keyword.text text count:integer",
    "article_keywords": (
        "keyword article:integer=mention.article rank:integer text=own_text score:number "
        "keyword:integer"
    ),
    "related": "related article:integer=mention.article other:integer score:number",
}
_TABLES: dict[str, dict[str, str]] = {
    "articles.jsonl": {"": _ARTICLES_JSONL},
    "entities.jsonl": {"": _ENTITIES_JSONL},
    "keywords.jsonl": {"": _KEYWORDS_JSONL},
    "articles.csv": {"": _ARTICLES_CSV},
    "entities.csv": {"": _ENTITIES_CSV},
    "keywords.csv": {"": _KEYWORDS_CSV},
    "corpus.sqlite": _DATABASE,
}


def about(path: str, language: str) -> str:
    """What is in the data file `path`, in the site's language; empty for one that nobody lists."""
    return str(_meanings(language)["files"].get(path, ""))


def tables(path: str, language: str) -> tuple[Table, ...]:
    """The tables of the data file `path`; none where it is no table."""
    return tuple(
        Table(name, _columns(said, _meanings(language)))
        for name, said in _TABLES.get(path, {}).items()
    )


def _columns(said: str, meanings: Mapping[str, Any]) -> tuple[Column, ...]:
    record, *columns = said.split()
    found = []
    for column in columns:
        typed, _, meaning = column.partition("=")
        name, _, kind = typed.partition(":")
        of, _, key = (meaning or name).rpartition(".")
        found.append(Column(name, kind or "string", meanings[of or record][key]))
    return tuple(found)


@cache
def _meanings(language: str) -> Mapping[str, Any]:
    """The meanings in `language` (`de`, `pt-BR`), or the English ones where it has none yet."""
    known = {f.name: f for f in (files(__package__) / "meanings").iterdir()}
    wanted = (language.lower(), language.lower().partition("-")[0], "en")
    file = next(known[f"{name}.yml"] for name in wanted if f"{name}.yml" in known)
    loaded: Mapping[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    return loaded
