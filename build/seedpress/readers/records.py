"""Read `.jsonl` and `.csv`: one record, one article, one at a time."""

import csv
import io
import json
from collections.abc import Iterator
from typing import BinaryIO

from seedpress.model import Problem, Seed
from seedpress.names import seed_name
from seedpress.readers.decode import NotTextError, decode
from seedpress.readers.file import Source
from seedpress.readers.made import digest, from_record, too_large
from seedpress.readers.packed import DAMAGED, Unpacked
from seedpress.settings import LimitSettings

_CORRECT = "correct the record, or remove it"


def read_jsonl(source: Source, limits: LimitSettings) -> Iterator[Seed | Problem]:
    """The seeds of a file with one JSON object a line."""
    with source.open() as handle:
        yield from _json_lines(source, handle, limits)


def read_jsonl_gz(source: Source, limits: LimitSettings) -> Iterator[Seed | Problem]:
    """The same, compressed."""
    with source.open() as handle, Unpacked(handle, limits) as lines:
        try:
            yield from _json_lines(source, lines, limits)
        except DAMAGED as error:
            reason = f"is damaged: {error}; the records before that were read"
            yield Problem(source.path, reason, "compress it again from its original")
        over = lines.over(source.path)
        if over:
            yield over


def _json_lines(
    source: Source, handle: BinaryIO, limits: LimitSettings
) -> Iterator[Seed | Problem]:
    for number, line in _lines(handle, limits):
        name = seed_name(source.path, number)
        if line is None:
            yield too_large(name, limits, number)
        elif line.strip():
            try:
                values = json.loads(decode(line)[0])
            except (ValueError, RecursionError, NotTextError) as error:
                yield Problem(name, f"is not JSON: {error}"[:300], _CORRECT, number)
                continue
            if isinstance(values, dict):
                yield from from_record(source, number, values, digest(line), limits)
            else:
                reason = f"found {type(values).__name__}, expected an object"
                yield Problem(name, reason, _CORRECT, number)


def _lines(handle: BinaryIO, limits: LimitSettings) -> Iterator[tuple[int, bytes | None]]:
    """Lines with their numbers; None for one longer than a seed may be, read past in pieces."""
    number = 0
    while line := handle.readline(limits.seed_bytes + 1):
        number += 1
        if len(line) > limits.seed_bytes and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = handle.readline(1 << 20)
            yield number, None
        else:
            yield number, line


def read_csv(source: Source, limits: LimitSettings) -> Iterator[Seed | Problem]:
    """The seeds of a table whose first row names its columns; delimiter `,`, `;` or a tab."""
    csv.field_size_limit(limits.seed_bytes)
    with source.open() as handle:
        encoding, delimiter = _shape(handle)
    if not encoding:
        yield Problem(source.path, "holds binary data, not text", "save it as CSV in UTF-8")
        return
    with (
        source.open() as handle,
        io.TextIOWrapper(handle, encoding, errors="replace", newline="") as text,
    ):
        rows = csv.reader(_bounded(text, limits), delimiter=delimiter)
        head = next(rows, [])
        number = 0
        while True:
            number += 1
            try:
                row = next(rows, None)
            except csv.Error as error:
                name = seed_name(source.path, number)
                yield Problem(name, f"is not CSV: {error}", _CORRECT, number)
                continue
            if row is None:
                return
            if any(row):
                values = dict(zip(head, row, strict=False))
                sha256 = digest("\x1f".join(row).encode("utf-8", "replace"))
                yield from from_record(source, number, values, sha256, limits)


def _shape(handle: BinaryIO) -> tuple[str, str]:
    """Encoding and delimiter, judged by the file's beginning; '' for binary data."""
    sample = handle.read(100_000)
    cut = sample[: sample.rfind(b"\n") + 1] or sample
    try:
        text, repairs = decode(cut)
    except NotTextError:
        return "", ""
    encoding = next(
        (
            told.removeprefix("decoded as ").lower()
            for told in repairs
            if told.startswith("decoded as ")
        ),
        "utf-8-sig",
    )
    first = text.partition("\n")[0]
    return encoding.partition(",")[0], max(",;\t", key=first.count)


def _bounded(text: io.TextIOWrapper, limits: LimitSettings) -> Iterator[str]:
    """Lines without NUL, cut where one is longer than a seed may be."""
    while line := text.readline(limits.seed_bytes):
        yield line.replace("\0", "")
