"""Puts off Python's search for rubbish while very many things are made that stay."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = 50_000  # things made and not gone yet; by itself Python looks at 700


def seldom_disturbed() -> None:
    """For a process that makes much of which nearly nothing needs to be looked for."""
    gc.set_threshold(SELDOM, *gc.get_threshold()[1:])


@contextmanager
def rarely_disturbed() -> Iterator[None]:
    """The same for a while: much is made that stays, and much that goes by itself."""
    before = gc.get_threshold()
    seldom_disturbed()
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Where millions of things are made, looking for rubbish among them costs up to a half."""
    gc.unfreeze()  # of the build before, where a server builds again and again
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.freeze()  # nor is there any among what stays
