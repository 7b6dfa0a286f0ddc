"""What was published, in short, and what became of it since."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Told:
    """An article as an edition told it."""

    sha256: str
    title: str
    entities: tuple[str, ...]  # ids of those with a page, sorted


@dataclass(frozen=True, slots=True)
class Known:
    """An entity with a page as an edition knew it."""

    name: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """All that a later build compares itself with."""

    articles: dict[str, Told] = field(default_factory=dict)  # by seed
    entities: dict[str, Known] = field(default_factory=dict)  # by id


@dataclass(frozen=True, slots=True)
class Moved:
    """The same bytes under another name."""

    before: str  # seed
    now: str  # seed


@dataclass(frozen=True, slots=True)
class Gone:
    """Something that has no page any more."""

    key: str  # seed, or id
    name: str  # its title, or its name


@dataclass(frozen=True, slots=True)
class Became:
    """An entity that has another id now, or that parted from another."""

    before: Gone
    now: str  # id


@dataclass(frozen=True, slots=True)
class Tie:
    """A link from an article to an entity."""

    seed: str
    entity: str  # id
    name: str  # of the entity


@dataclass(frozen=True, slots=True)
class Changes:
    """What is new in an edition against the one before; everything in a fixed order."""

    first: bool = True  # there was none before
    new: tuple[str, ...] = ()  # seeds
    changed: tuple[str, ...] = ()  # seeds
    moved: tuple[Moved, ...] = ()
    removed: tuple[Gone, ...] = ()
    appeared: tuple[str, ...] = ()  # entities, by id
    vanished: tuple[Gone, ...] = ()
    merged: tuple[Became, ...] = ()  # into one that was there, or that is made of several
    split: tuple[Became, ...] = ()  # `before` is still there
    renamed: tuple[Became, ...] = ()  # under a preferred name of its own now
    gained: tuple[Tie, ...] = ()  # links of all articles
    lost: tuple[Tie, ...] = ()
