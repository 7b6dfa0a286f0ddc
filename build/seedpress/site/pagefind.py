"""Pagefind's program: it is handed one page after the other and hands back an index of them.

Given a folder, it would number the pages as the disk happens to list them. So it runs as a service,
which takes pages in the order in which they come: orders and answers are JSON in Base64, a comma
after each. It is given the next page while it reads the one before. Nor does it write the files:
its own writing may not be done when it says so.
"""

import json
import subprocess
import tempfile
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import IO, Any, Self

from pagefind_bin import get_executable

from seedpress.errors import SiteError

_SHOWN = 300  # characters of what the program said

Files = dict[str, bytes]  # by their paths in the index' folder


def made_by_pagefind(pages: Iterable[tuple[str, str]], language: str) -> Files:
    """The index of `pages`, numbered in their order.

    Args:
        pages: path in the site and HTML of each.
        language: whose words they are, whatever the pages say of themselves: readers search all
            of them at once.

    Raises:
        SiteError: Pagefind failed.
        OSError: its program cannot be run.
    """
    with tempfile.TemporaryFile() as complaints:
        try:
            with _started(complaints) as program:
                order = _Order(program)
                order.begin(pages, language)
                return order.files()
        except (BrokenPipeError, EOFError) as error:
            complaints.seek(0)
            said = " ".join(complaints.read().decode("utf-8", "replace").split())
            raise SiteError(f"pagefind: {said[:_SHOWN] or 'ended before its work did'}") from error


def _started(complaints: IO[bytes] | int) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [str(get_executable()), "--service"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=complaints,
    )


class _Order:
    """An index that is being made."""

    def __init__(self, program: "subprocess.Popen[bytes]") -> None:
        self._talk = _Talk(program)
        self._number = 0

    def begin(self, pages: Iterable[tuple[str, str]], language: str) -> None:
        config = {"force_language": language, "exclude_selectors": [".headerlink"]}
        self._number = self._talk.order("NewIndex", config=config)["index_id"]
        self.add(list(pages))

    def add(self, pages: Sequence[tuple[str, str]]) -> None:
        index = {"index_id": self._number}
        added = ({**index, "file_path": path, "file_contents": html} for path, html in pages)
        self._talk.order_each("AddFile", added, len(pages))

    def files(self) -> Files:
        files = self._talk.order("GetFiles", index_id=self._number)["files"]
        return {file["path"]: b64decode(file["content"]) for file in files}


class _Talk:
    """Orders to the service and its answers, which come in the order of these."""

    def __init__(self, program: "subprocess.Popen[bytes]") -> None:
        self._program = program
        self._given = self._heard = 0
        self._answers = self._split()

    def order(self, what: str, **details: object) -> dict[str, Any]:
        """Give one order and wait for its answer."""
        self._give(what, details)
        return self._hear()

    def order_each(self, what: str, details: Iterable[dict[str, object]], count: int) -> None:
        """Give so many orders, one after the other, while their answers come."""
        with ThreadPoolExecutor(1) as writer:
            given = writer.submit(self._give_all, what, details)
            try:
                for _ in range(count):
                    self._hear()
            except BaseException as error:
                self._program.kill()  # or the writer might wait for ever
                cause = given.exception() if isinstance(error, EOFError) else None
                raise error if isinstance(cause, BrokenPipeError) else cause or error from None
            given.result()

    def _give_all(self, what: str, details: Iterable[dict[str, object]]) -> None:
        try:
            for each in details:
                self._give(what, each)
        except BaseException:
            self._program.kill()  # or who listens might wait for ever
            raise

    def _give(self, what: str, details: dict[str, object]) -> None:
        assert self._program.stdin
        self._given += 1
        order = {"message_id": self._given, "payload": {"type": what, **details}}
        self._program.stdin.write(b64encode(json.dumps(order).encode()) + b",")
        self._program.stdin.flush()

    def _hear(self) -> dict[str, Any]:
        said = json.loads(b64decode(next(self._answers)))
        self._heard += 1
        answer: dict[str, Any] = said["payload"]
        if answer["type"] == "Error":
            raise SiteError(f"pagefind: {' '.join(str(answer.get('message')).split())[:_SHOWN]}")
        if said["message_id"] != self._heard:
            raise SiteError("pagefind: it does not take orders in turn, as this seedpress expects")
        return answer

    def _split(self) -> Iterator[bytes]:
        """Answer by answer what the program says.

        Raises:
            EOFError: it says no more.
        """
        assert self._program.stdout
        pieces: list[bytes] = []
        while piece := self._program.stdout.read1():  # type: ignore[attr-defined]
            *ended, rest = piece.split(b",")
            for end in ended:
                yield b"".join((*pieces, end))
                pieces = []
            pieces.append(rest)
        raise EOFError
