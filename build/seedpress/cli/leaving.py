"""The end of the command: millions of things that are held need not be let go of one by one."""

import atexit
import os
import sys
import threading
from typing import NoReturn


def leave(code: int) -> NoReturn:
    """End this process: all that is to be done at the end is done, and its memory goes as a whole.

    Python would free every object by itself, which after a large build takes a second or more.
    """
    if threading.active_count() == 1:  # another thread may have something to write yet
        atexit._run_exitfuncs()
        try:
            for stream in (sys.stdout, sys.stderr):
                stream.flush()
        except (OSError, ValueError):  # whoever listened is gone: Python has words for that
            sys.exit(code)
        os._exit(code)
    sys.exit(code)
