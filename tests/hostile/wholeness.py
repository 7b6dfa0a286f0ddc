"""Whether a site is whole: every file is one it may be, and who follows links is led somewhere."""

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

_LINK = re.compile(r"""\s(?:href|src)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")

Tree = dict[str, bytes]


def tree(folder: Path) -> Tree:
    """The files below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def faults(site: Path, *states: Tree) -> list[str]:
    """What is wrong with a site each of whose files is to be as in one of some `states`."""
    found = tree(site)
    torn = [name for name, data in found.items() if data not in {s.get(name) for s in states}]
    kept = set.intersection(*(set(state) for state in states)) - set(found)
    wrong = [f"{name}: torn" for name in torn] + [f"{name}: missing" for name in sorted(kept)]
    return wrong + dead_links(found) + _dead_search(found)


def dead_links(found: Tree) -> list[str]:
    """Links that lead to no file of the site, of pages that its links lead to.

    Pages that are not yet led to, or no more, may lead to one another one by one: nobody follows.
    """
    folders = {parent.as_posix() for name in found for parent in Path(name).parents}
    dead, known, waiting = [], {"index.html"}, ["index.html"]
    while waiting:
        name = waiting.pop()
        for path in _links(found.get(name, b"")):
            target = _resolve(name, unquote(path))
            if target in folders:
                target = f"{target}/index.html".removeprefix("./")
            if target not in found:
                dead.append(f"{name}: leads to {path}, which is not there")
            elif target.endswith(".html") and target not in known:
                known.add(target)
                waiting.append(target)
    return sorted(dead)


def _links(page: bytes) -> Iterator[str]:
    """Where a page leads to in its own site."""
    for match in _LINK.finditer(page.decode("utf-8")):
        parts = urlsplit(unescape(match[1] or match[2] or match[3] or ""))
        if parts.path and not (parts.scheme or parts.netloc):
            yield parts.path


def _resolve(page: str, path: str) -> str:
    parts = [] if path.startswith("/") else list(Path(page).parent.parts)
    for part in path.split("/"):
        if part == "..":
            parts[-1:] = []
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts) or "."


def _dead_search(found: Tree) -> list[str]:
    """Files that the search index names and that are not there."""
    missing = []
    for name, data in found.items():
        if name.endswith("pagefind-entry.json"):
            folder = name.rpartition("/")[0]
            for language in json.loads(data)["languages"].values():
                index = f"{folder}/pagefind.{language['hash']}.pf_meta"
                if index not in found:
                    missing.append(f"{name}: names {index}, which is not there")
    return missing
