"""What the open pages are told: which build is on the disk, and what went wrong since."""

import json
import threading
import time


class News:
    """The latest word on the site, which any number of connections wait for."""

    def __init__(self) -> None:
        # A page may outlive the server that sent it: builds of two servers must differ.
        self._start = time.time_ns()
        self._good = 0
        self._said = 0
        self._error = ""
        self._behind = False
        self._changed = threading.Condition()
        self.closed = False

    @property
    def version(self) -> str:
        """Names the last good build."""
        return f"{self._start}-{self._good}"

    @property
    def error(self) -> str:
        """What is wrong now; empty where nothing is."""
        return self._error

    def tell(self, error: str, behind: bool = False) -> None:
        """A build ended: well, if `error` is empty; its search index may be `behind` its pages."""
        with self._changed:
            self._error = error
            self._good += not error
            self._behind = behind or (self._behind and bool(error))
            self._said += 1
            self._changed.notify_all()

    def catch_up(self) -> None:
        """The search index is that of the pages: no page need be loaded again."""
        with self._changed:
            self._behind = False
            self._said += 1
            self._changed.notify_all()

    def close(self) -> None:
        """No more news: connections end."""
        with self._changed:
            self.closed = True
            self._changed.notify_all()

    def wait(self, known: int, seconds: float) -> int:
        """Wait until there is more than `known`, or the time is over; the number of the latest."""
        with self._changed:
            self._changed.wait_for(lambda: self.closed or self._said != known, seconds)
            return self._said

    def message(self) -> str:
        """The latest word as one line of JSON."""
        return json.dumps({"version": self.version, "error": self._error, "behind": self._behind})
