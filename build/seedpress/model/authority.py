"""The editor's word."""

from dataclasses import dataclass

from seedpress.model.analysis import EntityKind


@dataclass(frozen=True, slots=True)
class AuthorityEntity:
    """What the editor says of one entity."""

    name: str  # preferred
    kind: EntityKind | None = None
    aliases: tuple[str, ...] = ()
    qid: str = ""  # Wikidata
    note: str = ""
    keep: bool = False  # gets a page however few its articles
    line: int = 0  # of the authority file


@dataclass(frozen=True, slots=True)
class Judgement:
    """The editor's word that two names are, or are not, one entity."""

    first: str  # its entity keeps the preferred name
    second: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class KeywordAuthority:
    """What the editor says of keywords."""

    prefer: tuple[tuple[str, tuple[str, ...]], ...] = ()  # (preferred, its variants)
    ban: tuple[str, ...] = ()
    pin: tuple[tuple[str, tuple[str, ...]], ...] = ()  # (seed, its keywords)
    lines: tuple[tuple[str, int], ...] = ()  # (what was said, line): `ban: x`, `pin: seed`


@dataclass(frozen=True, slots=True)
class Authority:
    """The editor's word, from `seeds/authority.yml`: it wins over every rule."""

    entities: tuple[AuthorityEntity, ...] = ()
    same: tuple[Judgement, ...] = ()
    not_same: tuple[Judgement, ...] = ()
    never: tuple[tuple[str, int], ...] = ()  # (name that is no entity, line)
    keywords: KeywordAuthority = KeywordAuthority()
    file: str = ""  # its name, for messages
