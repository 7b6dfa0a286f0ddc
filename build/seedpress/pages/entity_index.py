"""The index of all entities, by kind, and by letter once there are many."""

from collections.abc import Iterator, Sequence
from functools import partial

from seedpress import names
from seedpress.model import ENTITY_KINDS, Entity, Page, Sheaf
from seedpress.pages.keys import Keys
from seedpress.pages.letters import ONE_PAGE, REST, Name, alphabetical, by_letter, lines, lists
from seedpress.pages.markdown import link
from seedpress.pages.shelf import Shelf, to
from seedpress.pages.template import front_matter

PATH = "entities/index.md"
FOREMOST = 24  # of each kind, on the index of a large corpus


def make(shelf: Shelf, keys: Keys) -> Iterator[Sheaf]:
    """The index, and for many entities a list for each kind and each letter."""
    w = shelf.words
    kinds = {kind: w(f"kind.{kind}") for kind in ENTITY_KINDS}
    listed = [_name(entity, kinds[entity.kind]) for entity in shelf.listed]
    large = len(listed) > ONE_PAGE
    letters = by_letter(listed) if large else {}
    groups = []
    for kind in ENTITY_KINDS:
        ours = [name for e, name in zip(shelf.listed, listed, strict=True) if e.kind == kind]
        if not ours:
            continue
        shown = ours[:FOREMOST] if large else alphabetical(ours)
        rest = names.sorted_path("entities", kind) if len(shown) < len(ours) else ""
        more = link(w("see_all", n=len(ours)), to(PATH, rest)) if rest else ""
        groups.append((kind, w(f"kinds.{kind}"), len(ours), lines(PATH, shown), more))
        if rest:
            yield from lists(shelf, keys, "entities", kind, w(f"kinds.{kind}"), ours)
    for letter, ours in letters.items():
        yield from lists(shelf, keys, "entities", letter, heading(shelf, letter), ours)
    make = partial(_index, shelf, len(listed), groups, list(letters))
    yield Sheaf("index of entities", "", make)


def heading(shelf: Shelf, letter: str) -> str:
    """How a letter's list is called."""
    return shelf.words("other_letter") if letter == REST else letter.upper()


def _name(entity: Entity, kind: str) -> Name:
    return Name(entity.name, names.entity_path(entity.slug), len(entity.articles), kind)


def _index(
    shelf: Shelf, count: int, groups: Sequence[object], letters: list[str]
) -> Iterator[Page]:
    w = shelf.words
    text = shelf.fill(
        "entity_index.md.j2",
        front_matter(w("all_entities"), "", ("navigation", "toc")),
        w=w,
        count=count,
        groups=groups,
        network=link(w("network"), to(PATH, "network.md")),
        letters=[
            link(heading(shelf, x), to(PATH, names.sorted_path("entities", x))) for x in letters
        ],
    )
    yield Page(PATH, text)
