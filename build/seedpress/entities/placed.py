"""Mentions with the names that they stand for: what the steps of `resolve` hand on."""

from collections.abc import Callable, Iterable

from msgspec import Struct
from msgspec.structs import replace

from seedpress.entities.looks import part
from seedpress.entities.tokens import key
from seedpress.model import Look, Names


class Placed(Struct, frozen=True, gc=False):
    """Mentions of one article that look alike, the key of the name they stand for, and why so."""

    look: Look
    key: str
    rule: str
    full: str  # the name they stand for, as the article writes it

    def meaning(self, full: str, rule: str, name: str = "") -> "Placed":
        """The mentions as standing for `full`, by `rule`; `name` is its key, if it is known."""
        return Placed(self.look, name or key(full), rule, full)


def divided(
    placed: Iterable[Placed], meant: Callable[[Placed, int], Placed], names: Names
) -> list[Placed]:
    """The mentions, each with the meaning that it has by its number, those alike together."""
    result = []
    late = False
    for each in placed:
        ones = [meant(each, number) for number in each.look.numbers]
        if all(one is each for one in ones):  # as most are
            result.append(each)
            continue
        alike: dict[tuple[str, str, str, str], tuple[Placed, list[int]]] = {}
        for number, one in zip(each.look.numbers, ones, strict=True):
            what = one.key, one.rule, one.full, one.look.kind
            alike.setdefault(what, (one, []))[1].append(number)
        late = late or len(alike) > 1
        result += [replace(p, look=part(p.look, some, names)) for p, some in alike.values()]
    return sorted(result, key=lambda p: p.look.numbers[0]) if late else result
