"""Tables are what the writer of the standard library makes of the same cells, and are read back."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from seedpress.exports.spreadsheets import OF_ARTICLES, table

COLUMNS = len(OF_ARTICLES)
cells = st.text(st.sampled_from("ab ,;\"'\n=é\x0b😀"), max_size=6)


@given(st.lists(st.lists(cells, min_size=COLUMNS, max_size=COLUMNS), max_size=4))
def test_cells_are_quoted_where_they_mean_something(rows):
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    head, _, made = b"".join(table(OF_ARTICLES, rows)).decode("utf-8-sig").partition("\n")
    assert head.count(",") == COLUMNS - 1
    assert made == out.getvalue()


def test_a_carriage_return_ends_no_row():
    rows = [["a\rb", *"x" * (COLUMNS - 1)]]
    made = b"".join(table(OF_ARTICLES, rows)).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(made, newline="")))[1:] == rows
