"""Entities as a table for editors who like a spreadsheet, and back into the authority file.

CSV, UTF-8, one entity a row; several spellings stand in one cell, divided by ` | `.
"""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import count

from seedpress import names
from seedpress.entities import edit
from seedpress.errors import AuthorityError
from seedpress.model import Entity

COLUMNS = ("id", "name", "kind", "aliases", "articles", "mentions", "keep", "qid", "note")
_LONGEST = 131_072  # characters of a cell
_DIVIDER = " | "
_DIVIDERS = ",;\t"  # between cells; spreadsheets of some countries write others


def to_csv(entities: Sequence[Entity]) -> str:
    """The entities as CSV, those of most articles first."""
    out = StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    for entity in sorted(entities, key=lambda e: (-len(e.articles), e.id)):
        table.writerow(map(names.cell, _row(entity)))
    return out.getvalue()


def _row(entity: Entity) -> tuple[str, ...]:
    aliases = _DIVIDER.join(a.text for a in entity.aliases if a.text != entity.name)
    counts = (str(len(entity.articles)), str(entity.mentions))
    return entity.id, entity.name, entity.kind, aliases, *counts, "", entity.qid, entity.note


def from_csv(table: str, entities: Sequence[Entity], text: str) -> str:
    """The authority file's new `text` after the changes that the edited `table` makes.

    A changed name renames, a changed kind, identifier or note is set, a new spelling joins its
    entity, a spelling taken out is kept apart from it, `yes` under `keep` keeps the page, and an
    empty name drops the entity. Rows that were deleted change nothing.

    Raises:
        AuthorityError: the table is not one that `to_csv` wrote, with the row that shows it.
    """
    known = {entity.id: entity for entity in entities}
    for number, row in _rows(table):
        entity = known.get(row["id"])
        if entity is None:
            raise AuthorityError(f"row {number}: no entity has the id `{row['id']}`")
        try:
            text = _apply(row, entity, text)
        except AuthorityError as error:
            raise AuthorityError(f"row {number}: {error}") from None
    return text


def _rows(table: str) -> Iterator[tuple[int, dict[str, str]]]:
    table = table.removeprefix("\ufeff")
    first = table.partition("\n")[0]
    divider = max(_DIVIDERS, key=first.count)  # the comma, unless another one is more frequent
    csv.field_size_limit(_LONGEST)  # of the whole process: a reader of seeds may have raised it
    reader = csv.reader(StringIO(table, newline=""), delimiter=divider)
    header = tuple(_cells(reader, 1) or ())
    missing = [name for name in ("id", "name") if name not in header]
    if missing or set(header) - set(COLUMNS):
        found = ", ".join(header) or "nothing"
        raise AuthorityError(f"row 1: found columns {found}; allowed are {', '.join(COLUMNS)}")
    for number in count(2):
        cells = _cells(reader, number)
        if cells is None:
            return
        if any(cells):
            yield number, _row_of(number, header, cells)


def _cells(reader: Iterator[list[str]], number: int) -> list[str] | None:
    """The next row of the table, None at its end."""
    try:
        return next(reader, None)
    except csv.Error as error:
        raise AuthorityError(f"row {number}: not readable as CSV: {error}") from None


def _row_of(number: int, header: tuple[str, ...], cells: list[str]) -> dict[str, str]:
    """The cells by column; a row that was cut off would drop its entity."""
    while len(cells) > len(header) and not cells[-1]:
        cells.pop()
    if len(cells) != len(header):
        raise AuthorityError(f"row {number}: found {len(cells)} cells; allowed are {len(header)}")
    return dict(zip(header, map(_plain, cells), strict=True))


def _plain(cell: str) -> str:
    return names.text_of_cell(" ".join(cell.split()))


def _apply(row: dict[str, str], entity: Entity, text: str) -> str:
    """The file's text after the changes of one row."""
    name = row.get("name", "")
    if not name:
        return edit.drop(text, entity.name)
    text = _apply_aliases(row, entity, text)
    if row.get("kind", entity.kind) != entity.kind:
        text = edit.kind(text, entity.name, row["kind"])
    qid, note = row.get("qid", entity.qid), row.get("note", entity.note)
    if (qid, note) != (entity.qid, entity.note):
        text = edit.describe(text, entity.name, qid, note)
    if row.get("keep", "").lower() in ("yes", "true", "x", "1"):
        text = edit.keep(text, entity.name)
    return text if name == entity.name else edit.rename(text, entity.name, name)


def _apply_aliases(row: dict[str, str], entity: Entity, text: str) -> str:
    if "aliases" not in row:
        return text
    wanted = [alias for alias in row["aliases"].split(_DIVIDER.strip()) if alias.strip()]
    wanted = [alias.strip() for alias in wanted]
    had = [alias.text for alias in entity.aliases if alias.text != entity.name]
    for alias in wanted:
        if alias not in had and alias != entity.name:
            text = edit.same(text, entity.name, alias)
    for alias in had:
        if alias not in wanted:
            text = edit.not_same(text, entity.name, alias)
    return text
