"""Entities as a table, and the table's changes as lines of the authority file."""

import csv
from io import StringIO

import pytest

from seedpress.entities.spreadsheet import from_csv, to_csv
from seedpress.errors import AuthorityError
from seedpress.model import Alias, Entity
from tests.entities.corpora import resolved

ENTITIES = resolved(
    "They met Vladimir Putin. Later Putin left for Oslo.", "They said Putin left."
).entities


def edited(**changes: str) -> str:
    """The table with other cells in the row of Vladimir Putin."""
    rows = list(csv.DictReader(StringIO(to_csv(ENTITIES))))
    rows[0].update(changes)
    out = StringIO()
    table = csv.DictWriter(out, rows[0])
    table.writeheader()
    table.writerows(rows)
    return out.getvalue()


def test_the_table():
    assert to_csv(ENTITIES) == (
        "id,name,kind,aliases,articles,mentions,keep,qid,note\n"
        "person:vladimir-putin,Vladimir Putin,person,Putin,2,3,,,\n"
        "place:oslo,Oslo,place,,1,1,,,\n"
    )


def test_an_unchanged_table_changes_nothing():
    assert from_csv(to_csv(ENTITIES), ENTITIES, "# ours\n") == "# ours\n"


@pytest.mark.parametrize(
    ("changes", "lines"),
    [
        ({"kind": "other"}, "entities:\n  - name: Vladimir Putin\n    kind: other\n"),
        ({"keep": "yes"}, "entities:\n  - name: Vladimir Putin\n    keep: true\n"),
        ({"qid": "Q7747"}, "entities:\n  - name: Vladimir Putin\n    qid: Q7747\n"),
        ({"name": ""}, "never:\n  - Vladimir Putin\n"),
        ({"aliases": ""}, "not_same:\n  - [Vladimir Putin, Putin]\n"),
        ({"aliases": "Putin | Vova"}, "same:\n  - [Vladimir Putin, Vova]\n"),
        (
            {"name": "V. Putin"},
            "entities:\n  - name: V. Putin\n    aliases: [Vladimir Putin]\n",
        ),
    ],
)
def test_changes(changes, lines):
    assert from_csv(edited(**changes), ENTITIES, "") == lines


def test_no_cell_is_a_formula():
    entity = Entity("other:x", "=1+1", "other", (Alias("@x", 1),), ("a",), 1)
    table = to_csv([entity])
    assert "'=1+1" in table
    assert "'@x" in table
    assert from_csv(table, [entity], "") == ""


def test_another_table_is_refused():
    with pytest.raises(AuthorityError, match="row 1: found columns a, b"):
        from_csv("a,b\n1,2\n", ENTITIES, "")
    with pytest.raises(AuthorityError, match="row 2: no entity has the id `x`"):
        from_csv("id,name\nx,y\n", ENTITIES, "")


@pytest.mark.parametrize("divider", [";", "\t"])
def test_cells_may_be_divided_as_other_countries_do(divider):
    table = edited(kind="other").replace(",", divider)
    assert from_csv(table, ENTITIES, "") == from_csv(edited(kind="other"), ENTITIES, "")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("place:oslo\n", "row 2: found 1 cells; allowed are 3"),
        ("place:oslo,Oslo,place,town\n", "row 2: found 4 cells; allowed are 3"),
        ("place:oslo,Oslo,city\n", "row 2: kind: found `city`"),
        (f"place:oslo,{'x' * 200_000},place\n", "row 2: not readable as CSV: field larger"),
    ],
)
def test_broken_rows_are_errors(row, message):
    with pytest.raises(AuthorityError, match=message):
        from_csv(f"id,name,kind\n{row}", ENTITIES, "")


def test_empty_cells_and_rows_at_the_end_say_nothing():
    assert from_csv("id,name,kind\nplace:oslo,Oslo,place,,\n,,\n\n", ENTITIES, "") == ""
