"""Gives memory back to the system."""

import ctypes
import gc
import os


def let_go() -> None:
    """Give back all that nothing uses, also what leads to itself and was to be left alone."""
    gc.unfreeze()
    gc.collect()
    give_back()


def give_back() -> None:
    """Give back what nothing uses any more, where the system's library keeps hold of it.

    That of GNU does, of all that lies below something that is still used, until it is told
    otherwise: malloc_trim(3).
    """
    if os.name == "posix":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
