"""The model that tells languages apart, loaded once for all who ask it, and only then.

It comes packed tight: unpacking it takes half a second, a good part of a build with one new seed.
So it may be kept unpacked in a file, which is mapped into memory and of which little is ever read.
"""

import math
import mmap
import struct
import sys
from contextlib import suppress
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any
from zlib import crc32

import msgspec

from seedpress.atomic import put

# The releases whose model can be made of its parts as they are kept; of others it is unpacked.
_KNOWN = frozenset({"0.4.0"})
_SIZES = struct.Struct("<II")  # a check sum of all that follows, and how long the head is
_SUM = 4  # bytes
_GRAIN = 16  # bytes; arrays begin at a multiple
_PARTS = ("f2", "f4", "u4", "u2", "i4")  # what each is an array of
_kept: list[Path] = []  # where it is to be kept, if anywhere


class _Head(msgspec.Struct, frozen=True):
    made_by: str  # release of the package, order of bytes
    classes: list[str]
    shapes: list[tuple[int, ...]]


_DECODER = msgspec.msgpack.Decoder(_Head)


def classified(text: str) -> tuple[str, float]:
    """ISO 639-1 code of the likeliest language of `text`, and how sure that is, from 0 to 1."""
    code, confidence = _identifier().classify(text)
    return str(code), confidence


def keep_in(file: Path | None) -> None:
    """Have the model unpacked in `file`, once somebody asks it; none: nowhere."""
    _kept[:] = [file] if file else []


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    release = metadata.version("py3langid")
    file = _kept[0] if _kept and release in _KNOWN else None
    made_by = f"{release} {sys.byteorder}"
    kept = _mapped(file, made_by) if file else None
    if kept:
        classes, (table, weights, moves, rows, output) = kept
        row, out = rows.tolist(), output.tolist()
        # Of the moves few are looked at, one by one: that is no work for an array.
        moves = memoryview(moves)
        return LanguageIdentifier(table, weights, classes, moves, out, norm_probs=True, tk_row=row)
    found = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    if file:
        with suppress(OSError):  # not kept: then it is unpacked again
            put(file, _unpacked(found, made_by))
    return found


def _unpacked(model: Any, made_by: str) -> bytearray:
    """The model as it is kept."""
    import numpy as np

    every = model.nb_ptc, model.nb_pc, model.tk_nextmove, model.tk_row, model.tk_output
    parts = [np.ascontiguousarray(one, kind) for one, kind in zip(every, _PARTS, strict=True)]
    head = msgspec.msgpack.encode(
        _Head(made_by, list(model.nb_classes), [part.shape for part in parts])
    )
    found = bytearray(_SIZES.pack(0, len(head)) + head)
    found += bytes(-len(found) % _GRAIN)
    for part in parts:
        found += part.data.cast("B")
    _SIZES.pack_into(found, 0, crc32(memoryview(found)[_SUM:]), len(head))
    return found


def _mapped(file: Path, made_by: str) -> tuple[list[str], list[Any]] | None:
    """The classes and the arrays that `file` keeps; None where it was not written here whole."""
    import numpy as np

    try:
        with file.open("rb") as opened:
            data = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
        total, size = _SIZES.unpack_from(data)
        head = _DECODER.decode(data[_SIZES.size : _SIZES.size + size])
    except (FileNotFoundError, ValueError, struct.error):  # of these an empty file is one
        return None
    if head.made_by != made_by or crc32(memoryview(data)[_SUM:]) != total:
        return None
    parts, start = [], _SIZES.size + size
    start += -start % _GRAIN
    for kind, shape in zip(_PARTS, head.shapes, strict=True):
        part = np.frombuffer(data, kind, math.prod(shape), start).reshape(shape)
        parts.append(part)
        start += part.nbytes
    return head.classes, parts
