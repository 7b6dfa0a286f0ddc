"""Leave a firm its name where its founder is named later: `Cadbury … a son of George Cadbury`.

Within an article a surname stands for whom the article names in full. Where it stands before that,
and the corpus has a firm of the name (`Cadbury Plc`), in more articles, it is the firm's.
"""

from collections import Counter
from collections.abc import Sequence, Set

from seedpress.entities import rules
from seedpress.entities.kinds import LEGAL
from seedpress.entities.placed import Gist, Placed
from seedpress.entities.sums import holding, sum_of
from seedpress.entities.tokens import key
from seedpress.entities.within import SAME, SURNAME
from seedpress.model import Names


def firms(
    articles: Sequence[Sequence[Placed]],
    gists: Sequence[Gist],
    names: Sequence[Names],
    known: Set[str],
) -> list[Sequence[Placed]]:
    """The mentions, with surnames that are firms' names standing for themselves.

    `known` are the folded names of the corpus.
    """
    shorts = set[str]().union(*[gist.shorts for gist in gists])
    called = {text: found for text in shorts if (found := _firms(text.casefold(), known))}
    result = [*articles]
    if not called:
        return result
    short = {
        number: [p for p in articles[number] if p.look.text in called and is_surname(p)]
        for number, gist in enumerate(gists)
        if not called.keys().isdisjoint(gist.shorts)  # as in few
    }
    often = _often(
        articles,
        gists,
        {p.key for some in short.values() for p in some} | set[str]().union(*called.values()),
    )
    for number, some in short.items():
        placed = articles[number]
        early = {p.look.text for p in some if _is_early(p, placed, names[number])}
        early = {p.look.text for p in some if p.look.text in early and _is_rarer(p, called, often)}
        if early:
            result[number] = [_settled(p, early) for p in placed]
    return result


def _often(
    articles: Sequence[Sequence[Placed]], gists: Sequence[Gist], wanted: Set[str]
) -> Counter[str]:
    """In how many articles each of these keys is."""
    where = holding([gist.keys for gist in gists], map(sum_of, wanted))
    return Counter(key for number in where for key in {p.key for p in articles[number]} & wanted)


def is_surname(placed: Placed) -> bool:
    """Whether the mentions stand for a person by the surname alone, without any title."""
    return placed.rule == SURNAME and placed.look.rule != rules.ROLE


def _firms(name: str, known: Set[str]) -> set[str]:
    """The keys of the corpus' names that are this one with a legal form."""
    return {key(firm) for form in LEGAL if (firm := f"{name} {form}") in known}


def _is_rarer(placed: Placed, called: dict[str, set[str]], often: Counter[str]) -> bool:
    """Whether the person is in no more articles than a firm of the name."""
    return often[placed.key] <= max(often[firm] for firm in called[placed.look.text])


def _is_early(placed: Placed, others: Sequence[Placed], names: Names) -> bool:
    """Whether the text has the surname before it has the person in full."""
    full = [_first(p, names) for p in others if p.key == placed.key and p.look.text == p.full]
    return 0 <= _first(placed, names) < min(full, default=-1)


def _first(placed: Placed, names: Names) -> int:
    """Where the text has the first of the mentions; -1 where the title alone has them."""
    return min((s for n in placed.look.numbers if (s := names.starts[n]) >= 0), default=-1)


def _settled(placed: Placed, early: set[str]) -> Placed:
    if placed.look.text not in early or not is_surname(placed):
        return placed
    return placed.meaning(placed.look.text, SAME)
