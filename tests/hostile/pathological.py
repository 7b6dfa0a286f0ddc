"""Inputs that make careless code stall, crash or lose words; made by code, because they are long.

Each text case stands between two sentences that must be found on its page: where a case cannot be
shown richly, it must be shown plainly.
"""

import gzip
import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

N = 100_000
FIRST = "The first sentence of Harbourtown must be found."
LAST = "The last sentence of Harbourtown must be found."


@dataclass(frozen=True, slots=True)
class Case:
    """A seed's name, its bytes, and whether it must be published, reported or either."""

    name: str
    data: bytes
    fate: str  # `published`, `reported` or `either`


# Between the two sentences, in a Markdown seed and in a text seed.
TEXTS: dict[str, Callable[[], str]] = {
    "brackets-open": lambda: "[" * N,
    "brackets-close": lambda: "]" * N,
    "brackets-nested": lambda: "[" * N + "]" * N,
    "brackets-round": lambda: "(" * N,
    "brackets-curly": lambda: "{" * N,
    "brackets-angle": lambda: "<" * N,
    "links-open": lambda: "[a](" * (N // 4),
    "links-nested": lambda: "[" * 5_000 + "x" + "](https://x.example/)" * 5_000,
    "links-many": lambda: "[a](https://x.example/) " * 5_000,
    "links-references": lambda: "".join(f"[r{n}]: https://x.example/{n}\n" for n in range(5_000)),
    "images-nested": lambda: "![[]()" * 5_000,
    "quotes-tight": lambda: ">" * N,
    "quotes-spaced": lambda: "> " * 5_000 + "deep",
    "quotes-stairs": lambda: "\n".join("> " * n + "step" for n in range(200)),
    "stars": lambda: "*" * N,
    "stars-mixed": lambda: "*a **a " * (N // 7),
    "stars-closed": lambda: "**a** " * (N // 6),
    "underscores": lambda: "_" * N,
    "underscores-words": lambda: "_a " * (N // 3),
    "backticks": lambda: "`" * N,
    "backticks-stairs": lambda: " ".join("`" * n for n in range(1, 400)),
    "fences": lambda: "```\n" * 20_001,
    "tildes": lambda: "~" * N,
    "lists-one-line": lambda: "- " * 5_000 + "deep",
    "lists-stairs": lambda: "\n".join("  " * n + "- step" for n in range(300)),
    "lists-numbered": lambda: "1. " * 5_000 + "deep",
    "lists-long": lambda: "- item\n" * 20_000,
    "headings-signs": lambda: "#" * N,
    "headings-many": lambda: "## Head\n\n" * 10_000,
    "headings-setext": lambda: "a\n=\n" * 10_000,
    "rules": lambda: "---\n" * 20_000,
    "rules-spaced": lambda: "- " * 20_000,
    "tables-bars": lambda: "|" * N,
    "tables-wide": lambda: f"|{'a|' * 3_000}\n|{'-|' * 3_000}\n|{'b|' * 3_000}",
    "tables-long": lambda: "|a|b|\n|-|-|\n" + "|c|d|\n" * 10_000,
    "html-comments": lambda: "<!--" * (N // 4),
    "html-tags": lambda: "<div>" * 20_000,
    "html-attributes": lambda: "<a " + "x=y " * 20_000,
    "html-ends": lambda: "</" * (N // 2),
    "html-cdata": lambda: "<![CDATA[" * 10_000,
    "ampersands": lambda: "&" * N,
    "references": lambda: "&#" * (N // 2),
    "references-good": lambda: "&amp;" * 20_000,
    "backslashes": lambda: "\\" * N,
    "apostrophes": lambda: "'" * N,
    "double-quotes": lambda: '"' * N,
    "curly-quotes": lambda: "“" * N,
    "dots": lambda: "." * 1_000_000,
    "dots-spaced": lambda: ". " * N,
    "hyphens": lambda: "a-" * (N // 2),
    "commas": lambda: "a," * (N // 2),
    "slashes": lambda: "/" * N,
    "at-signs": lambda: "a@" * (N // 2),
    "addresses": lambda: "https://x.example/" + "a/" * (N // 2),
    "digits": lambda: "1" * N,
    "one-word": lambda: "a" * 1_000_000,
    "one-capital": lambda: "A" * N,
    "capital-letters": lambda: "A " * (N // 2),
    "capital-words": lambda: "Berg " * 20_000,
    "initials": lambda: "A. B. " * 10_000,
    "one-name": lambda: "Anna Berg " * 10_000,
    "names-all-different": lambda: " ".join(f"Anna B{_letters(n)} left." for n in range(8_000)),
    "names-with-of": lambda: "Bank of " * 10_000,
    "names-hyphened": lambda: "Berg-" * 20_000,
    "line-of-200-capitals": lambda: " ".join(f"Word{_letters(n)}" for n in range(200)),
    "acronyms": lambda: "Long Name (LN) " * 6_000,
    "acronym-letters": lambda: "U.S." * 20_000,
    "possessives": lambda: "Berg’s " * 15_000,
    "all-in-capitals": lambda: "THE COUNCIL OF HARBOURTOWN MET ON TUESDAY AND VOTED. " * 2_000,
    "sentence-without-end": lambda: "word " * 30_000,
    "sentences-of-one-word": lambda: "Go. " * 30_000,
    "dates": lambda: "March 11, 2025 " * 8_000,
    "datelines": lambda: "HARBOURTOWN, March 11 (The Quay) — A sentence stands here.\n" * 2_000,
    "bylines": lambda: "By Anna Berg\n" * 10_000,
    "byline-long": lambda: "By " + "Anna " * 20_000,
    "same-line": lambda: "The same line again and again, with a few words in it.\n" * 5_000,
    "residue-only": lambda: "Share this article\nLeave a Reply\nAdvertisement\n" * 5_000,
    "blank-lines": lambda: "\n" * 500_000,
    "spaces": lambda: " " * 180_000 + "x",
    "spaces-before-lines": lambda: (" " * 1_000 + "x\n") * 100,
    "tabs": lambda: "\t" * N + "x",
    "carriage-returns": lambda: "\r" * N,
    "line-separators": lambda: "\u2028" * N,
    "zero-width": lambda: "\u200b" * N,
    "combining": lambda: "a" + "\u0301" * N,
    "overrides": lambda: "\u202e" * N,
    "isolates": lambda: "\u2067" * N,
    "joined-emoji": lambda: "\U0001f468\u200d" * (N // 2),
    "mojibake-deep": lambda: _mangled("Harbourtown’s café — “naïve”", 4),
    "mojibake-long": lambda: "â€™" * 30_000,
    "chinese": lambda: "港口城市的居民正在等待消息" * 4_000,
    "arabic": lambda: "ينتظر سكان المدينة الأخبار " * 3_000,
}

_FRONT_AFTER = f"\n---\n\n{FIRST}\n\n{LAST}\n"
# Whole files. Their fate is what DESIGN.md and the limits say.
FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "front-brackets.md": (lambda: _front("title: " + "[" * N), "either"),
    "front-braces.md": (lambda: _front("title: " + "{a: " * 5_000), "either"),
    "front-aliases.md": (lambda: _front(_bomb()), "either"),
    "front-itself.md": (lambda: _front("title: &a [*a]"), "either"),
    "front-deep.md": (
        lambda: _front("\n".join(" " * n + f"k{n}:" for n in range(2_000))),
        "either",
    ),
    "front-many-keys.md": (lambda: _front("\n".join(f"k{n}: v" for n in range(30_000))), "either"),
    "front-long-title.md": (lambda: _front("title: " + "a" * N), "either"),
    "front-many-tags.md": (lambda: _front(f"tags: [{'tag, ' * 5_000}tag]"), "either"),
    "front-no-end.md": (lambda: b"---\n" + b"title: x\n" * 20_000 + LAST.encode(), "either"),
    "front-number.md": (lambda: _front("title: " + "9" * 10_000), "either"),
    "front-sexagesimal.md": (lambda: _front("title: " + "1:" * 5_000 + "1"), "either"),
    "empty.txt": (lambda: b"", "reported"),
    "white.txt": (lambda: b" \n\t\r\n\n", "reported"),
    "mark-only.txt": (lambda: b"\xef\xbb\xbf", "reported"),
    "nul.txt": (lambda: b"\0" * 10_000, "reported"),
    "picture.txt": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "reported"),
    "programme.txt": (lambda: b"\x7fELF\x02\x01\x01" + b"\0\x01\x02\xff" * 3_000, "reported"),
    "archive.txt": (lambda: _zipped(b"x" * N), "reported"),
    "compressed.txt": (lambda: gzip.compress(bytes(range(256)) * 400, mtime=0), "reported"),
    "every-byte.txt": (lambda: bytes(range(128, 256)) * 500, "either"),
    "cut-in-a-letter.txt": (lambda: f"{FIRST}\n\n{LAST} café".encode()[:-1], "published"),
    "overlong.txt": (lambda: FIRST.encode() + b" \xc0\xbcscript\xc0\xbe " * 20, "either"),
    "surrogates.txt": (lambda: FIRST.encode() + b" \xed\xa0\x80\xed\xb0\x80 " * 20, "either"),
    "wide-odd.txt": (lambda: f"{FIRST} {LAST}".encode("utf-16") + b"\0", "either"),
    "wide-halves.txt": (lambda: f"{FIRST} ".encode("utf-16") + b"\x00\xd8" * 9, "either"),
    "wide.txt": (lambda: f"{FIRST}\n\n{LAST}".encode("utf-16-be"), "published"),
    "too-big.txt": (lambda: (b"A line of prose in Harbourtown.\n") * 200_000, "reported"),
    "too-long-a-line.txt": (lambda: b"word " * 60_000, "reported"),
    "one-huge-line.txt": (lambda: b"x" * 50_000_000, "reported"),
}


def cases(huge: bool = False) -> tuple[Case, ...]:
    """Every case; the one of 50 MB only if `huge`."""
    made = [
        Case(f"{name}.{suffix}", f"{FIRST}\n\n{make()}\n\n{LAST}\n".encode(), fate(make()))
        for name, make in TEXTS.items()
        for suffix in ("md", "txt")
    ]
    whole = {name: row for name, row in FILES.items() if huge or name != "one-huge-line.txt"}
    return (*made, *(Case(name, make(), told) for name, (make, told) in whole.items()))


def fate(text: str) -> str:
    """What the default limits say of a text: a line over 200,000 characters is reported."""
    return "reported" if max(map(len, text.split("\n"))) > 200_000 else "published"


def _front(yaml_text: str) -> bytes:
    return f"---\n{yaml_text}{_FRONT_AFTER}".encode()


def _bomb() -> str:
    """Ten aliases of ten aliases, nine deep: a thousand million words."""
    rows = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    return "\n".join((*rows, "title: *a9"))


def _letters(n: int) -> str:
    return "".join(chr(97 + n // 26**k % 26) for k in range(4))


def _mangled(text: str, times: int) -> str:
    for _ in range(times):
        text = text.encode("utf-8").decode("cp1252", "replace")
    return text * 50


def _zipped(data: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("x.txt"), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
