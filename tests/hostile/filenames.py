"""Seeds whose names, kinds or neighbours are hostile, made where the file system allows them."""

import os
import socket
from pathlib import Path

# Regular text files; each must be published or reported, and lead to a page of a safe name.
NAMES = (
    "plain.txt",
    "Plain.txt",
    "PLAIN.TXT",
    "index.txt",
    "con.txt",
    "CON.md",
    "nul.txt",
    "com1.txt",
    "aux",
    "..hidden.txt",
    "....txt",
    ".txt",
    "-rf.txt",
    "--help.txt",
    "name with  spaces .txt",
    " leading.txt",
    "trailing .txt",
    "dot..txt",
    "two\nlines.txt",
    "tab\there.txt",
    "bell\a.txt",
    "quote'.txt",
    'double".txt',
    "back`tick.txt",
    "back\\slash.txt",
    "dollar$HOME.txt",
    "$(touch ran).txt",
    "; touch ran.txt",
    "| touch ran.txt",
    "&& touch ran.txt",
    "star*.txt",
    "question?.txt",
    "[brackets].txt",
    "{{ 7 * 7 }}.txt",
    "{% raw %}.txt",
    "<img src=x onerror=alert(1)>.txt",
    "<script>alert(1)<⁄script>.txt",
    "[x](javascript:alert(1)).txt",
    "=1+1.txt",
    "@sum.txt",
    "percent%2e%2e%2fetc.txt",
    "hash#fragment.txt",
    "record.txt#3.txt",
    "colon:stream.txt",
    "caf\u00e9.txt",
    "cafe\u0301.txt",
    "\u202etxt.evil.txt",
    "\u200b.txt",
    "\u0430pple.txt",
    "apple.txt",
    "港口.txt",
    "\U0001f6a2.txt",
    "n" * 240 + ".txt",
    "é" * 120 + ".txt",
    "article.md",
    "article.txt",
    "article.TXT",
    "article.md.txt",
    "article.exe",
    "article",
    "authority.yml.txt",
    "Thumbs.db",
    "~backup.txt~",
    "#autosave#.txt",
)
BYTES = (b"bad-\xff\xfe-utf8.txt", b"latin-caf\xe9.txt")


def write_names(folder: Path) -> tuple[str, ...]:
    """Write one small article under each name; those that the file system refuses are left out."""
    made = []
    for number, name in enumerate((*NAMES, *map(os.fsdecode, BYTES)), 1):
        text = f"The boat named {number}\n\nAnna Berg sailed boat {number} to Harbourtown.\n"
        try:
            (folder / name).write_text(text, "utf-8")
        except (OSError, ValueError):
            continue
        made.append(name)
    return tuple(made)


def write_special(folder: Path, outside: Path) -> tuple[str, ...]:
    """Things that are no regular files: each must be reported, none followed, none waited for."""
    (outside / "secret.txt").write_text("This secret must never be published.\n", "utf-8")
    (outside / "more").mkdir()
    (outside / "more" / "secret.txt").write_text("Nor must this secret.\n", "utf-8")
    (folder / "link-out.txt").symlink_to(outside / "secret.txt")
    (folder / "link-folder").symlink_to(outside / "more")
    (folder / "link-loop").symlink_to(folder)
    (folder / "link-itself.txt").symlink_to("link-itself.txt")
    (folder / "link-nowhere.txt").symlink_to("no-such-file")
    (folder / "link-device.txt").symlink_to("/dev/zero")
    (folder / "folder.txt").mkdir()
    os.mkfifo(folder / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.fspath(folder / "socket.txt"))
    return (
        "link-device.txt",
        "link-folder",
        "link-itself.txt",
        "link-loop",
        "link-nowhere.txt",
        "link-out.txt",
        "pipe.txt",
        "socket.txt",
    )
