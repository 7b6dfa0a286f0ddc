"""A feed in the Atom format (RFC 4287)."""

from collections.abc import Iterable
from dataclasses import dataclass

from seedpress.exports.characters import xml_escaped


@dataclass(frozen=True, slots=True)
class Item:
    """One article in a feed; empty where nothing is known."""

    id: str  # a URN
    page: str  # its address
    title: str
    date: str  # RFC 3339
    author: str
    language: str
    summary: str
    text: str = ""  # the whole of it, where the feed carries that


@dataclass(frozen=True, slots=True)
class Feed:
    """The latest articles of the corpus or of one entity, newest first, at least one."""

    id: str  # a URN
    title: str
    about: str
    author: str
    page: str  # address of what it is the feed of
    itself: str  # its own address, if that is known
    language: str
    items: tuple[Item, ...]


def atom(feed: Feed, entries: Iterable[str] | None = None) -> bytes:
    """The feed's bytes; `entries` are its items as `atom_entry` writes them, if that is done."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        _element("id", feed.id),
        _element("title", feed.title),
        _element("subtitle", feed.about),
        _element("updated", feed.items[0].date),
        f"<author>{_element('name', feed.author)}</author>",
        f'<link href="{xml_escaped(feed.page)}"/>',
        f'<link rel="self" href="{xml_escaped(feed.itself)}"/>' if feed.itself else "",
        *(entries or map(atom_entry, feed.items)),
        "</feed>\n",
    ]
    return "\n".join(line for line in lines if line).encode("utf-8")


def atom_entry(item: Item) -> str:
    """One item of a feed."""
    author = f"<author>{_element('name', item.author)}</author>" if item.author else ""
    return (
        f"<entry>{_element('id', item.id)}{_element('title', item.title or item.page)}"
        f'{_element("updated", item.date)}<link href="{xml_escaped(item.page)}"/>{author}'
        f"{_element('summary', item.summary)}</entry>"
    )


def _element(name: str, text: str) -> str:
    return f"<{name}>{xml_escaped(text)}</{name}>" if text else ""
