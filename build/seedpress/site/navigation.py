"""What every page shows of others: the navigation, with titles that may come from pages."""

import hashlib
from collections.abc import Iterable
from typing import Any


def digest_of(nav: Iterable[Any]) -> str:
    """A digest of all that a theme may take from MkDocs' navigation, once its pages are read."""
    shown = repr([_item(item) for item in nav])
    return hashlib.sha256(shown.encode("utf-8", "replace")).hexdigest()


def _item(item: Any) -> tuple[object, ...]:
    children = [_item(child) for child in item.children or ()]
    url, meta = getattr(item, "url", ""), getattr(item, "meta", {})
    return type(item).__name__, item.title, url, sorted(meta.items()), children
