"""The company that names keep: what the articles of two names have in common besides.

Two spellings may be one name, or two people's; articles that share other names, which few articles
have, tell the same story.
"""

from collections.abc import Collection, Iterable
from math import isqrt

_FEW = 3  # articles of a name that tells a story, in a small corpus; in a large one its root
_LUCK = 1.5  # times as many names in common as two articles would share by chance
_MORE = 50  # telling names that a small corpus would have if it were larger
_MOST = 50  # articles of one name that are looked at


class Company:
    """For each article its telling names: those that some, but few, other articles have."""

    def __init__(self, where: Iterable[tuple[str, Collection[int]]] = (), size: int = 0) -> None:
        """`where` are names, each once, with the numbers of their articles of `size`."""
        self._few = max(_FEW, isqrt(size))
        self._telling: list[set[str]] = [set() for _ in range(size)]
        self._where: dict[str, Collection[int]] = {}
        for name, articles in where:
            if 1 < len(articles) <= self._few:
                self._where[name] = articles
                for number in articles:
                    self._telling[number].add(name)

    def place(self, name: str, articles: Collection[int]) -> None:
        """From now on, `name` stands in these articles and no others."""
        for number in self._where.pop(name, ()):
            self._telling[number].discard(name)
        if 1 < len(articles) <= self._few:
            self._where[name] = articles
            for number in articles:
                self._telling[number].add(name)

    def around(self, numbers: Collection[int]) -> set[str]:
        """The telling names in the articles with these numbers."""
        some = numbers if len(numbers) <= _MOST else sorted(numbers)[:_MOST]
        return set[str]().union(*[self._telling[number] for number in some])

    def shared(self, one: Collection[int], two: Collection[int]) -> set[str]:
        """The telling names that articles of both have, their own names among them.

        None where long articles would have as many in common by chance.
        """
        if len(one) == len(two) == 1:  # as of most names
            (a,), (b,) = one, two
            here, there = self._telling[a], self._telling[b]
        else:
            here, there = self.around(one), self.around(two)
        if here.isdisjoint(there):  # as most
            return set()
        found = here & there
        return found if self.tells(len(found), len(here), len(there)) else set()

    def tells(self, shared: int, here: int, there: int) -> bool:
        """Whether so many telling names in common are more than chance, of so many of each."""
        return shared * (len(self._where) + _MORE) > _LUCK * here * there
