"""Records of the model with other values: dataclasses and structs alike."""

import dataclasses
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")


def replace(record: T, **values: Any) -> T:
    """The record with these values."""
    if isinstance(record, msgspec.Struct):
        return msgspec.structs.replace(record, **values)
    return dataclasses.replace(record, **values)  # type: ignore[type-var]
