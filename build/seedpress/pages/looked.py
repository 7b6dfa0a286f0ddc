"""What of an article an editor may want to look at, if it takes the article's words to say that.

Noted by where these came from, so that the words of most articles stay packed.
"""

from collections.abc import Iterable
from zlib import crc32

import msgspec

from seedpress.model import Entry
from seedpress.notes import Note

LOST = 0.2  # share of a seed's words that cleaning took, from which it is worth a look
NAMED = 3  # lines that may be the page's named of each article
QUOTED = 60  # characters of a line
FIRST = 9  # words of an article that are looked at before all others


class Looked(msgspec.Struct, frozen=True, array_like=True):
    """What is to be said of one article."""

    words: int  # of its text
    lost: str | None  # the share that cleaning took, where it is large
    suspected: str | None  # lines that may be the page's, where there are any
    outline: int  # equal where all words are, and hardly elsewhere


def looked_at(entries: Iterable[Entry], before: Note | None) -> tuple[list[Looked], bytes]:
    """What is to be said of each, and what to note; some of it may have been noted `before`."""
    known, now = _recalled(before), {}
    every = []
    for entry in entries:
        identity = entry.identity
        found = known.get(identity) if isinstance(identity, str) else None
        if found is None or found.words != entry.words:
            found = _look(entry)
        if isinstance(identity, str):
            now[identity] = found
        every.append(found)
    return every, msgspec.msgpack.encode(now)


def _recalled(note: Note | None) -> dict[str, Looked]:
    try:
        return msgspec.msgpack.decode(note, type=dict[str, Looked]) if note else {}
    except msgspec.DecodeError:
        return {}


def _look(entry: Entry) -> Looked:
    return Looked(entry.words, _lost(entry), _suspected(entry), _outline(entry))


def _lost(entry: Entry) -> str | None:
    """The share of the words that stand neither in the text nor in a field, in percent."""
    taken = sum(
        len(r.text.split())
        for r in entry.article.removed
        if not r.rule.startswith(("field:", "page"))  # a menu of a web page is no loss
    )
    share = taken / max(entry.words + taken, 1)
    return f"{share:.0%}" if share > LOST else None


def _suspected(entry: Entry) -> str | None:
    """The first few lines that may be the page's, with their numbers in the seed."""
    seen = entry.article.suspects
    told = [f"{one.line}: {_short_form(one.text)}" for one in seen[:NAMED]]
    more = [f"+{len(seen) - NAMED}"] if len(seen) > NAMED else []
    return " · ".join([*told, *more]) or None


def _short_form(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= QUOTED else f"{flat[:QUOTED]}…"


def _outline(entry: Entry) -> int:
    """Of what two articles of the same words have in common, at a glance."""
    text = entry.article.text
    start, end = text.split(None, FIRST)[:FIRST], text.rsplit(None, 1)[-1:]
    told = f"{entry.words} {' '.join(start)} {''.join(end)}".casefold()
    return crc32(told.encode("utf-8", "surrogatepass"))
