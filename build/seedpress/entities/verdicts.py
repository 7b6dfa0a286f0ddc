"""Whether what the authority file says can be followed: no cycles, no contradictions."""

from collections.abc import Callable, Iterator

from seedpress.errors import AuthorityError
from seedpress.model import Authority

Link = tuple[str, str, int]  # preferred name, other name, line


def check(authority: Authority, key: Callable[[str], str]) -> None:
    """Refuse names of two entities, cycles of `same`, and `same` with `not_same` for one pair.

    `key` folds spellings of one name.

    Raises:
        AuthorityError: with the line that contradicts an earlier one.
    """
    parent: dict[str, tuple[str, int]] = {}
    roots: dict[str, str] = {}
    for first, second, line in _links(authority):
        one, two = key(first), key(second)
        if one == two:
            continue
        if two in parent and _root(roots, two) != _root(roots, one):
            raise AuthorityError(
                f"{authority.file}, line {line}: `{second}` is made part of `{first}`, but line "
                f"{parent[two][1]} makes it part of another entity; allowed is one of the two"
            )
        if _root(roots, one) == two:
            raise AuthorityError(
                f"{authority.file}, line {line}: `{first}` and `{second}` are made part of "
                "each other in a circle; allowed is one direction, `[preferred, other]`"
            )
        parent.setdefault(two, (one, line))
        roots.setdefault(two, one)
    for judgement in authority.not_same:
        one, two = key(judgement.first), key(judgement.second)
        if _root(roots, one) == _root(roots, two):
            raise AuthorityError(
                f"{authority.file}, line {judgement.line}: `{judgement.first}` and "
                f"`{judgement.second}` are called not the same, but other lines make them "
                "one entity; allowed is one of the two"
            )
    _never(authority, key)


def _links(authority: Authority) -> Iterator[Link]:
    for entity in authority.entities:
        for alias in entity.aliases:
            yield entity.name, alias, entity.line
    for judgement in authority.same:
        yield judgement.first, judgement.second, judgement.line


def _root(roots: dict[str, str], name: str) -> str:
    """Of what the name is made part in the end; chains of names are shortened on the way."""
    passed = []
    while name in roots:
        passed.append(name)
        name = roots[name]
    roots.update((each, name) for each in passed)
    return name


def _never(authority: Authority, key: Callable[[str], str]) -> None:
    """A name cannot be an entity's and never an entity."""
    lines = {key(e.name): e.line for e in authority.entities}
    for name, line in authority.never:
        if key(name) in lines:
            raise AuthorityError(
                f"{authority.file}, line {line}: `{name}` is never an entity, but line "
                f"{lines[key(name)]} describes it as one; allowed is one of the two"
            )
