"""Pagefind's program: it is handed one page after the other and hands back an index of them.

Given a folder, it would number the pages as the disk happens to list them. So it runs as a service,
which takes pages in the order in which they come: orders and answers are JSON in Base64, a comma
after each. Nor does it write the files: its own writing may not be done when it says so.
"""

import json
import subprocess
import tempfile
from base64 import b64decode, b64encode
from collections.abc import Iterable
from typing import IO, Any

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
            with subprocess.Popen(
                [str(get_executable()), "--service"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=complaints,
            ) as program:
                return _order_all(program, pages, language)
        except (BrokenPipeError, EOFError) as error:
            complaints.seek(0)
            said = " ".join(complaints.read().decode("utf-8", "replace").split())
            raise SiteError(f"pagefind: {said[:_SHOWN] or 'ended before its work did'}") from error


def _order_all(
    program: "subprocess.Popen[bytes]", pages: Iterable[tuple[str, str]], language: str
) -> Files:
    assert program.stdin
    assert program.stdout
    talk = _Talk(program.stdin, program.stdout)
    config = {"force_language": language, "exclude_selectors": [".headerlink"]}
    number = talk.order("NewIndex", config=config)["index_id"]
    for path, html in pages:
        talk.order("AddFile", index_id=number, file_path=path, file_contents=html)
    files = talk.order("GetFiles", index_id=number)["files"]
    return {file["path"]: b64decode(file["content"]) for file in files}


class _Talk:
    """Orders to the service and its answers, in turn."""

    def __init__(self, orders: IO[bytes], answers: IO[bytes]) -> None:
        self._orders, self._answers = orders, answers
        self._number = 0

    def order(self, what: str, **details: object) -> dict[str, Any]:
        """Give one order and wait for its answer."""
        self._number += 1
        order = {"message_id": self._number, "payload": {"type": what, **details}}
        self._orders.write(b64encode(json.dumps(order).encode()) + b",")
        self._orders.flush()
        answer: dict[str, Any] = json.loads(b64decode(self._answer()))["payload"]
        if answer["type"] == "Error":
            raise SiteError(f"pagefind: {' '.join(str(answer.get('message')).split())[:_SHOWN]}")
        return answer

    def _answer(self) -> bytes:
        pieces: list[bytes] = []
        while not pieces or not pieces[-1].endswith(b","):
            piece = self._answers.read1()  # type: ignore[attr-defined]
            if not piece:
                raise EOFError
            pieces.append(piece)
        return b"".join(pieces)[:-1]
