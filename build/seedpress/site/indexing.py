"""Pagefind's search index of the finished pages, made the same from the same pages every time.

Pagefind writes filters in an order that changes from run to run; here they are sorted, and the
files named after their new contents. They are gzip over a mark over CBOR, as `pagefind.js` reads.
"""

import gzip
import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import cbor2

from seedpress.errors import SiteError

_MARK = b"pagefind_dcd"
# Interfaces that Pagefind brings along and our pages do not use.
_UNUSED = (
    "pagefind-ui.*",
    "pagefind-modular-ui.*",
    "pagefind-component-ui.*",
    "pagefind-highlight.js",
)


DAYS = "days.json"


def index(site: Path, language: str, days: Mapping[str, str] | None = None) -> int:
    """Index the pages of `site` into `site/pagefind`; how many there are in the index.

    Args:
        site: the folder of the pages.
        language: whose words they are.
        days: by page, the day that it is sorted by; these are listed in `days.json`, because
            results of several indexes can be put in order by nothing else.

    Raises:
        SiteError: Pagefind failed.
    """
    folder = site / "pagefind"
    if folder.exists():
        shutil.rmtree(folder)
    command = [sys.executable, "-P", "-m", "pagefind", "--silent", "--site", str(site)]
    # One index: pages say their article's language inside, but readers search all of them at once.
    command += [
        "--force-language",
        language.partition("-")[0].lower(),
        "--exclude-selectors",
        ".headerlink",
    ]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        close_fds=False,  # it holds the lock too: if we are killed, it still writes here
    )
    entry = folder / "pagefind-entry.json"
    if done.returncode or not entry.exists():
        said = (done.stderr or done.stdout).strip().splitlines() or ["no index was written"]
        raise SiteError(f"pagefind: {said[-1].strip()}")
    for pattern in _UNUSED:
        for file in folder.glob(pattern):
            file.unlink()
    _list_days(folder, days or {})
    return _settle(folder, entry)


def _list_days(folder: Path, days: Mapping[str, str]) -> None:
    """Write which results are of which day: {day: [what Pagefind calls the page]}."""
    found: dict[str, list[str]] = {}
    for file in sorted((folder / "fragment").iterdir()):
        url = json.loads(_unpacked(file))["url"].lstrip("/")
        day = days.get(f"{url}index.html" if url.endswith("/") or not url else url)
        if day:
            found.setdefault(day, []).append(file.stem)
    text = json.dumps(found, sort_keys=True, separators=(",", ":"))
    (folder / DAYS).write_text(text, "utf-8", newline="")


def _settle(folder: Path, entry: Path) -> int:
    """Sort what Pagefind left in chance order and rename the files to fit; the pages counted."""
    listing = json.loads(entry.read_text("utf-8"))
    pages = 0
    for language, about in sorted(listing["languages"].items()):
        about["hash"] = _settle_language(folder, language, about["hash"])
        pages += about["page_count"]
    text = json.dumps(listing, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    entry.write_text(text, "utf-8", newline="")
    return pages


def _settle_language(folder: Path, language: str, key: str) -> str:
    """Settle one language's filters and the list of them; the list's new key."""
    old = folder / f"pagefind.{key}.pf_meta"
    meta = _read(old)
    version, pages, chunks, filters, sorts, fields = meta
    filters = sorted(_settle_filter(folder, language, name, at) for name, at in filters)
    data = _packed([version, pages, chunks, filters, sorted(sorts), fields])
    key = f"{language}_{_digest(data)[:10]}"
    old.unlink()
    (folder / f"pagefind.{key}.pf_meta").write_bytes(data)
    return key


def _settle_filter(folder: Path, language: str, name: str, key: str) -> list[str]:
    old = folder / "filter" / f"{key}.pf_filter"
    _, values = _read(old)
    data = _packed([name, sorted(values)])
    key = f"{language}_{_digest(data)[:10]}"
    old.unlink()
    (folder / "filter" / f"{key}.pf_filter").write_bytes(data)
    return [name, key]


def _read(file: Path) -> Any:
    return cbor2.loads(_unpacked(file))


def _unpacked(file: Path) -> bytes:
    data = gzip.decompress(file.read_bytes())
    if not data.startswith(_MARK):
        raise SiteError(f"pagefind: {file.name}: not in the form that this seedpress knows")
    return data[len(_MARK) :]


def _packed(value: object) -> bytes:
    return gzip.compress(_MARK + cbor2.dumps(value), 9, mtime=0)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
