"""The mentions of one article, those that look alike together: what the join works on."""

from collections.abc import Sequence

from seedpress.entities.typer import hundredths
from seedpress.model import EntityKind, Look, Mention, Names

Said = tuple[int, int, int, int]  # hundredths, by the typer's classes
NOTHING: Said = (0, 0, 0, 0)
_CLEAR = 200  # hundredths a mention by which a place must lead a person
_LEAD, _SOME = 130, 50  # or by which it must, where the typer speaks for a place that much


def looks(mentions: Sequence[Mention], scores: bytes) -> tuple[Look, ...]:
    """The looks of the mentions of an article; `scores` are what the typer says of their places."""
    alike: dict[tuple[str, EntityKind, str], list[int]] = {}
    for number, mention in enumerate(mentions):
        alike.setdefault((mention.text, mention.kind, mention.rule), []).append(number)
    said = hundredths(scores)
    return tuple(
        Look(*what, tuple(numbers), added_up(numbers, said)) for what, numbers in alike.items()
    )


def added_up(numbers: Sequence[int], said: Sequence[Said | tuple[()]]) -> Said:
    """What is said of the mentions with these numbers, if anything is."""
    a = b = c = d = 0
    for number in numbers if said else ():
        found = said[number]
        if found:
            a += found[0]
            b += found[1]
            c += found[2]
            d += found[3]
    return a, b, c, d


def part(look: Look, numbers: Sequence[int], names: Names) -> Look:
    """The look of some of its mentions alone."""
    if len(numbers) == len(look.numbers):
        return look
    said = added_up(numbers, hundredths(names.scores))
    return Look(look.text, look.kind, look.rule, tuple(numbers), said, skipped=look.skipped)


def cut(look: Look, start: int, end: int) -> Look:
    """The look of what stands in its text from `start` to `end`."""
    text, skipped = look.text[start:end], look.skipped + start
    return Look(text, look.kind, look.rule, look.numbers, look.said, skipped=skipped)


def starts(mentions: Sequence[Mention]) -> tuple[int, ...]:
    """Where the mentions begin, as `Names` has it."""
    return tuple(-1 - m.start if m.in_title else m.start for m in mentions)


def mentions_of(names: Names) -> list[Mention]:
    """The mentions of an article in the order in which they stand."""
    found: list[tuple[int, Mention]] = []
    for look in names.looks:
        for number in look.numbers:
            start, titled = place(names.starts[number])
            end = start + len(look.text)
            mention = Mention(start, end, look.text, look.kind, titled, look.rule)
            found.append((number, mention))
    return [mention for _, mention in sorted(found, key=lambda pair: pair[0])]


def stands_as_place(look: Look) -> bool:
    """Whether the mentions stand as those of places: `at Spencer, north of the city`."""
    person, _, place, _ = look.said
    lead, many = place - person, len(look.numbers)
    return lead > _CLEAR * many or (lead > _LEAD * many and place > _SOME * many)


def place(start: int) -> tuple[int, bool]:
    """Where a mention begins, and whether that is in the title."""
    return (start, False) if start >= 0 else (-1 - start, True)
