"""Builds that are disturbed: killed, or failed by the system, before any change of the disk.

Run as a programme, this is a server that has everything imported: for each order, a line of JSON
on its input, it forks, and the child builds. Python tells an audit hook of each change of the disk
before it is made; at the one that was ordered, the child dies or the change fails. So a disturbance
depends on no clock. (What libraries in C do unseen, `tests/bench/faults.py` disturbs with strace.)
"""

import atexit
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
# Audit events of Python that come before something on the disk, or a programme, changes.
_EVENTS = {
    "ctypes.dlsym",  # two folders are about to change places
    "os.chmod",
    "os.link",
    "os.mkdir",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.symlink",
    "sqlite3.connect",
    "subprocess.Popen",
}


@dataclass(frozen=True)
class Outcome:
    """What became of a build."""

    code: int  # as of a shell: 128 and more for a signal
    said: str
    changes: int  # of the disk that were begun
    at: str = ""  # the change at which it was disturbed
    trace: list[str] = field(default_factory=list)  # lines of strace


class Builder:
    """Runs builds, disturbed or not."""

    def __enter__(self) -> "Builder":
        command = [sys.executable, "-m", "tests.hostile.disturb"]
        self._server = subprocess.Popen(command, cwd=ROOT, stdin=-1, stdout=-1, text=True)
        return self

    def __exit__(self, *_: object) -> None:
        self._server.communicate()

    def build(self, root: Path, *arguments: str, **order: Any) -> Outcome:
        """Build the project `root`.

        Args:
            root: its folder.
            arguments: of the command `build`.
            order: `change`, the number of the change to disturb, from 1; `error`, the number of the
                error it fails with (else the build is killed), `lasting` if all after it fail too;
                `seconds` after which the build is killed; `strace`, what strace is to do.
        """
        assert self._server.stdin
        assert self._server.stdout
        message = json.dumps({"root": str(root), "arguments": arguments, **order})
        print(message, file=self._server.stdin, flush=True)
        return Outcome(**json.loads(self._server.stdout.readline()))


def _is_change(event: str, details: tuple[Any, ...]) -> bool:
    if event == "open":
        _, mode, flags = details
        writes = flags & _WRITING if isinstance(flags, int) else set(mode or "") & set("wax+")
        return bool(writes) and details[0] != os.devnull
    if event == "ctypes.dlsym":
        return details[1] == "renameat2"
    return event in _EVENTS


def _disturb(order: dict[str, Any], notes: Path) -> None:
    """Listen for changes of the disk from now on."""
    wanted, error, lasting = order.get("change", 0), order.get("error", 0), order.get("lasting")
    process, begun = os.getpid(), 0
    log = os.open(notes, os.O_WRONLY | os.O_CREAT)

    def hook(event: str, details: tuple[Any, ...]) -> None:
        nonlocal begun
        if os.getpid() != process or not _is_change(event, details):
            return
        begun += 1
        os.pwrite(log, f"{begun:9}\n".encode(), 0)
        if begun == wanted or (lasting and wanted and begun > wanted):
            os.pwrite(log, f"{event} {str(details[:2])[:200]}\n".encode(), 10)
            if not error:
                os.kill(process, signal.SIGKILL)
            path = details[0] if isinstance(details[0], str | os.PathLike) else None
            raise OSError(error, os.strerror(error), path)

    sys.addaudithook(hook)


def _let_strace(arguments: list[str], log: Path, end: int) -> None:
    """Have this process traced from now on; `end` is open for as long as that lasts."""
    command = ["strace", "-f", "-y", "-o", str(log), *arguments, "-p", str(os.getpid())]
    tracer = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, pass_fds=[end])
    assert tracer.stderr
    assert "attached" in tracer.stderr.readline()


def _child(order: dict[str, Any], folder: Path, end: int) -> None:
    """Build, and never come back."""
    code = 1
    atexit._clear()  # what this process is to do at its end, its copy is not
    try:
        handle = os.open(folder / "output", os.O_WRONLY | os.O_CREAT)
        for number in (1, 2):
            os.dup2(handle, number)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.chdir(order["root"])
        sys.argv = ["seedpress", "build", *order["arguments"]]
        from seedpress.cli import main

        _disturb(order, folder / "notes")
        if order.get("strace"):
            _let_strace(order["strace"], folder / "trace", end)
        os.close(end)
        main()
    except SystemExit as stop:
        code = int(stop.code or 0)
    except BaseException:
        traceback.print_exc()
    finally:
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        finally:
            os._exit(code)


def _run(order: dict[str, Any], folder: Path) -> dict[str, Any]:
    for name in ("notes", "output", "trace"):
        (folder / name).unlink(missing_ok=True)
    traced, end = os.pipe()
    process = os.fork()
    if not process:
        _child(order, folder, end)
    os.close(end)
    if "seconds" in order:
        time.sleep(order["seconds"])
        os.kill(process, signal.SIGKILL)
    _, status = os.waitpid(process, 0)
    os.read(traced, 1)  # strace has ended
    os.close(traced)
    code = os.waitstatus_to_exitcode(status)
    counted, _, at = _read(folder / "notes").partition("\n")
    trace = _read(folder / "trace").splitlines()
    injected = [line for line in trace if "(INJECTED)" in line]
    return {
        "code": code if code >= 0 else 128 - code,
        "said": _read(folder / "output"),
        "changes": int(counted or 0),
        "at": (injected or [at.partition("\n")[0]])[0],
        "trace": trace,
    }


def _read(file: Path) -> str:
    return file.read_text("utf-8", "replace") if file.exists() else ""


def _serve() -> None:
    with tempfile.TemporaryDirectory(prefix="seedpress-disturb-") as folder:
        _warm(Path(folder))
        for line in sys.stdin:
            print(json.dumps(_run(json.loads(line), Path(folder))), flush=True)


def _warm(folder: Path) -> None:
    """Import and load what builds need, so that each child need not."""

    import seedpress.site.engines.mkdocs_part  # noqa: F401
    from seedpress import join, pipeline
    from seedpress.settings import Settings

    (folder / "seeds").mkdir()
    (folder / "seeds" / "a.txt").write_text("Truce\n\nAnn Lee met Jo Day in Kursk on Monday.\n")
    join.inspect(Settings(root=folder), pipeline.Order())


if __name__ == "__main__":
    _serve()
