"""Lists of names: by letter once there are too many for one page."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial

from msgspec import Struct

from seedpress import names
from seedpress.model import Page, Sheaf
from seedpress.pages.keys import Keys
from seedpress.pages.markdown import Markdown, link
from seedpress.pages.parts import pager, parts
from seedpress.pages.shelf import Shelf, to
from seedpress.pages.template import front_matter

REST = "signs"  # what begins with no letter; `other` is a kind of entity and has its own list
ONE_PAGE = 200  # names that an index shows whole; with more it leads to lists of this size


class Name(Struct, frozen=True, gc=False):
    """A line of a list."""

    text: str
    target: str  # path of its page below docs/
    articles: int
    kind: str = ""  # in the interface's words


def alphabetical(listed: Sequence[Name]) -> list[Name]:
    """Sorted as in an index of names, in any script by its Latin reading."""
    return [name for _, name in _in_order(listed)]


def _in_order(listed: Sequence[Name]) -> list[tuple[str, Name]]:
    """The same, with these readings."""
    each = enumerate(listed)
    read = sorted((names.slug(n.text), n.text, n.target, number) for number, n in each)
    return [(slug, listed[number]) for slug, _, _, number in read]


def lines(path: str, listed: Sequence[Name]) -> list[tuple[Markdown, Name]]:
    """The names with their links from the page at `path`."""
    return [(link(name.text, to(path, name.target)), name) for name in listed]


def by_letter(listed: Sequence[Name]) -> dict[str, list[Name]]:
    """The names in alphabetical order under their letters.

    These are `a` to `z` in any script, or `REST`.
    """
    groups: defaultdict[str, list[Name]] = defaultdict(list)
    for slug, name in _in_order(listed):
        groups[slug[0] if slug[0].isalpha() else REST].append(name)
    return dict(sorted(groups.items(), key=lambda item: (item[0] == REST, item[0])))


def lists(
    shelf: Shelf, keys: Keys, folder: str, by: str, heading: str, listed: Sequence[Name]
) -> Iterator[Sheaf]:
    """The pages of one list, in parts, below `folder`."""
    runs = parts(listed, ONE_PAGE, lambda name: name.target)
    for number, run in enumerate(runs, 1):
        name = f"{folder} by {by}/{number}"
        key = keys.index((name, len(runs), heading, run))
        make = partial(_part, shelf, folder, by, heading, run, number, len(runs))
        yield Sheaf(name, key, make)


def _part(
    shelf: Shelf,
    folder: str,
    by: str,
    heading: str,
    run: Sequence[Name],
    number: int,
    of: int,
) -> Iterator[Page]:
    w = shelf.words
    first = names.sorted_path(folder, by)
    path = names.part_path(first, number)
    title = heading if number == 1 else f"{heading} ({w('part', n=number, of=w.number(of))})"
    text = shelf.fill(
        "names.md.j2",
        front_matter(title, "", ("navigation", "toc")),
        w=w,
        title=title,
        kicker=link(w(f"all_{folder}"), to(path, f"{folder}/index.md")),
        lines=lines(path, run),
        pager=pager(shelf, path, first, number, of),
    )
    yield Page(path, text)
