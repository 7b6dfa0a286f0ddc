"""The matrix: symmetrical, its diagonal the names' own articles, neighbours side by side."""

import re

from seedpress.model import Corpus
from seedpress.pages import render
from seedpress.pages.matrix import NAMES, in_order
from seedpress.pages.shelf import arrange, most_named
from seedpress.settings import Settings
from tests.pages.corpora import Draft, corpus


def cells(made: Corpus) -> list[list[int]]:
    """The numbers of the matrix, row by row."""
    (text,) = (str(p.data) for p in render(made, Settings()) if p.path == "matrix.md")
    rows = re.findall(r'<tr markdown><th scope="row".*?</tr>', text)
    return [[int(n or 0) for n in re.findall(r"<td[^>]*>(\d*)</td>", row)] for row in rows]


def groups(names: list[str], *together: list[int]) -> Corpus:
    """A corpus with an article for each list of names that stand together in it."""
    known = {name: ("place", [name]) for name in names}
    drafts = [
        Draft(f"T{n}", [" and ".join(names[i] for i in each)]) for n, each in enumerate(together)
    ]
    return corpus(drafts, known)  # type: ignore[arg-type]


def test_it_is_symmetrical_and_tells_what_the_articles_share() -> None:
    made = groups(["Aa", "Bb", "Cc"], [0, 1], [0, 1, 2], [0], [2, 0])
    table = cells(made)
    assert table == [list(column) for column in zip(*table, strict=True)]
    assert sorted(table[i][i] for i in range(3)) == [2, 2, 4]
    assert sum(map(sum, table)) == 8 + 2 * (2 + 2 + 1)


def test_names_that_stand_together_stand_side_by_side() -> None:
    names = ["Aa", "Bb", "Cc", "Dd"]
    made = groups(names, [0, 2], [0, 2], [1, 3], [1, 3], [0, 1])
    shown = most_named(arrange(made, Settings()).corpus.entities)
    shared = {e.id: {c.other: c.articles for c in made.company[e.id]} for e in shown}
    order = "".join(e.name[0] for e in in_order(shown, shared))
    assert order in {"ACBD", "BDAC"}


def test_it_is_bounded() -> None:
    names = [f"Name {chr(65 + n // 26)}{chr(97 + n % 26)}" for n in range(NAMES + 9)]
    made = groups(names, [*range(len(names))], [*range(len(names))])
    assert {len(row) for row in cells(made)} == {NAMES}
    (text,) = (str(p.data) for p in render(made, Settings()) if p.path == "matrix.md")
    assert len(text) < 80_000


def test_one_name_makes_no_matrix() -> None:
    assert cells(groups(["Aa"], [0], [0])) == []
