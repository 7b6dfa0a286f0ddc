"""A feed in the format JSON Feed 1.1 (https://jsonfeed.org/version/1.1)."""

from typing import Any

import msgspec

from seedpress.exports.atom import Feed, Item


def json_feed(feed: Feed) -> bytes:
    """The feed's bytes."""
    said = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.about,
        "home_page_url": feed.page,
        "feed_url": feed.itself,
        "language": feed.language,
        "items": [_item(item) for item in feed.items],
    }
    return msgspec.json.format(msgspec.json.encode(_known(said)), indent=1) + b"\n"


def _item(item: Item) -> dict[str, Any]:
    said = {
        "id": item.id,
        "url": item.page,
        "title": item.title,
        "summary": item.summary,
        "content_text": item.text or item.summary,
        "date_published": item.date,
        "language": item.language,
        "authors": [{"name": item.author}] if item.author else [],
    }
    return _known(said)


def _known(said: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if value or name == "content_text"}
