"""Whether a site is whole: every file is one of those it may be, and every link leads somewhere."""

import json
import re
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
    """Links of pages that lead to no file of the site."""
    folders = {parent.as_posix() for name in found for parent in Path(name).parents}
    dead = []
    for name, data in found.items():
        if not name.endswith(".html") or name == "404.html":
            continue
        for match in _LINK.finditer(data.decode("utf-8")):
            parts = urlsplit(unescape(match[1] or match[2] or match[3] or ""))
            if parts.scheme or parts.netloc or not parts.path:
                continue
            target = _resolve(name, unquote(parts.path))
            if target in folders:
                target = f"{target}/index.html".removeprefix("./")
            if target not in found:
                dead.append(f"{name}: leads to {parts.path}, which is not there")
    return dead


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
