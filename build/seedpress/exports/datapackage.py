"""`datapackage.json`: what every file and column is, for programs.

A Data Package of version 2 (https://datapackage.org/standard/data-package/) that also says what
readers of version 1 ask for. There is no day of making in it: the same corpus has the same bytes.
"""

from collections.abc import Sequence
from typing import Any

import msgspec

from seedpress import names
from seedpress.model import DataFile, Table
from seedpress.settings import Settings

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
# The columns that tell a table's rows apart, and those that refer to another file's.
_KEYS = {"articles": "id", "entities": "id", "keywords": "slug"}


def datapackage(files: Sequence[DataFile], settings: Settings) -> bytes:
    """The description of `files`, which hold the corpus' data."""
    package: dict[str, Any] = {
        "$schema": PROFILE,
        "name": names.slug(settings.name),
        "title": settings.name,
        "description": settings.description,
        "homepage": settings.site_url if "://" in settings.site_url else "",
        "version": names.corpus_version(file.identity for file in files),
        "contributors": [{"title": settings.author, "roles": ["creator"], "role": "author"}]
        if settings.author
        else [],
        "resources": [_resource(file) for file in files],
    }
    told = {key: value for key, value in package.items() if value}
    return msgspec.json.format(msgspec.json.encode(told), indent=1) + b"\n"


def _resource(file: DataFile) -> dict[str, Any]:
    stem, _, suffix = file.name.partition(".")
    text = file.mediatype.startswith(("text/", "application/json")) or "xml" in file.mediatype
    tabular = suffix in ("csv", "jsonl")
    said: dict[str, Any] = {
        "name": file.name.lower().replace(".", "-"),
        "path": file.path,
        "description": file.about,
        "format": suffix,
        "mediatype": file.mediatype,
        "compression": "gz" if file.packed else None,
        "encoding": "utf-8" if text else None,
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
    }
    if tabular:
        said |= {"type": "table", "schema": _schema(file.tables[0], _KEYS[stem])}
    elif file.tables:
        said["tables"] = [{"name": t.name, "schema": _schema(t)} for t in file.tables]
    return {key: value for key, value in said.items() if value is not None}


def _schema(table: Table, key: str = "") -> dict[str, Any]:
    fields = [{"name": c.name, "type": c.type, "description": c.meaning} for c in table.columns]
    return {"fields": fields, **({"primaryKey": [key]} if key else {})}
