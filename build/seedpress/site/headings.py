"""Headings of a page that is read the short way: each gets an id, and all of them a tree."""

from html import unescape
from typing import Any

from markdown.extensions.toc import (  # type: ignore[import-untyped]
    nest_toc_tokens,
    slugify,
    strip_tags,
    unique,
)

from seedpress.site.grammar import start_tag


def number_headings(
    out: list[str], headings: list[tuple[int, str, str]], ids: set[str], anchors: set[str]
) -> list[dict[str, Any]]:
    """Give each heading without an id one made of its words; the tree of all of them.

    Args:
        out: pieces of the page's HTML; the starts of headings are changed.
        headings: (place of its start in `out`, tag, attributes) of each.
        ids: those of blocks, which a heading's must differ from; filled.
        anchors: every id on the page; filled.
    """
    found: list[dict[str, Any]] = []
    for place, tag, attributes in headings:
        end = out.index(f"</{tag}>\n", place)
        words = strip_tags("".join(out[place + 1 : end]).strip())
        identity = start_tag(tag, attributes)[1]
        if identity is None:
            identity = unique(slugify(unescape(words), "-"), ids)
            anchors.add(identity)
            out[place] = start_tag(tag, f'{attributes} id="{identity}"')[0]
        found.append({"level": int(tag[1]), "id": identity, "name": words})
    return list(nest_toc_tokens(found))
