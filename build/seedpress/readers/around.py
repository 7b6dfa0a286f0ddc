"""The words of a web page that are not its article's: they belong into the ledger too."""

from collections.abc import Iterator
from typing import Any

from lxml.etree import iterwalk  # type: ignore[import-untyped]

from seedpress.model import Removal
from seedpress.readers.decode import mend

RULE = "page"
_SILENT = frozenset(("script", "style", "noscript", "template", "svg", "head", "title", "iframe"))
# What stands within a line of words.
_INLINE = frozenset(
    "a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp small span strong sub "
    "sup time tt u var wbr".split()
)
_LINES = 3000  # of a page that are told
_LONGEST = 2000  # characters of one of them


def around(page: bytes, text: str, record: int | None) -> tuple[Removal, ...]:
    """What `page` says outside `text`, its article, line by line as it stands in its source.

    Of a `record`, every line has the number of the record. What is told twice is told once.
    """
    from trafilatura import load_html  # a second to import, and most seeds are text

    tree = load_html(page)
    if tree is None:
        return ()
    inside = _bare(text)
    found: dict[str, Removal] = {}
    for line, words in _lines(tree):
        bare = _bare(words)
        if bare and bare not in found and bare not in inside:
            found[bare] = Removal(record or line, mend(words)[0][:_LONGEST], RULE)
            if len(found) == _LINES:
                break
    return tuple(found.values())


def _bare(text: str) -> str:
    """Only letters and digits, folded: Markdown's marks and white space tell nothing here."""
    return "".join(ch for ch in mend(text)[0].casefold() if ch.isalnum())


def _lines(tree: Any) -> Iterator[tuple[int, str]]:
    """The visible words of a page between two ends of a block, and the line of their source."""
    words: list[str] = []
    at = 1
    silent = 0  # open elements whose words nobody sees
    for event, element in iterwalk(tree, events=("start", "end", "comment", "pi")):
        known = isinstance(element.tag, str)  # a comment is none, but words may follow it
        if known and element.tag in _SILENT:
            silent += 1 if event == "start" else -1
        if known and element.tag not in _INLINE and words:
            yield at, " ".join("".join(words).split())
            words.clear()
        text = element.text if event == "start" else element.tail
        if text and not silent and (words or text.strip()):
            at = at if words else int(element.sourceline or 1)
            words.append(text)
    if words:
        yield at, " ".join("".join(words).split())
