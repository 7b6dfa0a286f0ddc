"""What a browser must know of each shard of the search index to put results of several in order.

A result's score says how rare the words are and how long the page is, and Pagefind counts both in
one shard. `assets/search/rank.js` makes good for that with the sums of all shards.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from seedpress.site.form import ENTRY, as_json, listing_of
from seedpress.site.pagefind import Files


@dataclass(frozen=True, slots=True)
class Figures:
    """What is counted in a shard."""

    pages: int = 0
    words: int = 0  # on all of its pages
    # The first word of each file of words: Pagefind fetches one file for the beginning of a word,
    # though words that begin so may stand in the next ones too.
    starts: tuple[str, ...] = ()


def figures_of(files: Mapping[str, bytes]) -> Figures:
    """The figures of the shard that is made of these files."""
    listing = listing_of(files.__getitem__)
    return Figures(
        len(listing.pages), sum(words for _, words in listing.pages), tuple(listing.starts)
    )


def using_program(files: Files) -> Files:
    """A shard that takes the program of the first, one folder up: each is searched on its own.

    Pagefind puts the name in this list between `wasm.` and `.pagefind`.
    """
    entry = json.loads(files[ENTRY])
    for language in entry["languages"].values():
        language["wasm"] = f"/../../wasm.{language['wasm'] or 'unknown'}"
    return files | {ENTRY: as_json(entry)}
