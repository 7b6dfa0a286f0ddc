"""A seed's text to lines that rules can look at: the first step of cleaning."""

import re
from dataclasses import replace

from seedpress.cleaning.draft import Draft, Line, made
from seedpress.cleaning.layout import runs
from seedpress.cleaning.wrap import rejoined
from seedpress.model import Seed

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_NEW = re.compile(r"\s*(?:[-*+#>|=_`~]|\d{1,3}[.)]\s|\[[^\]]*\]:)")
_END = re.compile(r"[.!?:;…][\"')\]”’»*_]*$")
_FULL = 50  # characters; a shorter line was not broken for want of room
_INDENTED = re.compile(r"(?: {4}|\t)\s*\S")


def split(seed: Seed, repeated: frozenset[str]) -> Draft:
    """The draft of `seed`: one line each, blank lines dropped, hard-wrapped text re-joined."""
    raw = list(enumerate(seed.text.split("\n"), seed.first_line))
    markdown = seed.markup == "markdown"
    lines = _markdown_lines(raw) if markdown else _text_lines(raw)
    return Draft(tuple(lines), seed.fields, repeated=repeated, markdown=markdown)


def _text_lines(raw: list[tuple[int, str]]) -> list[Line]:
    """Lines of plain text; a table or a piece of code is one, closed to rules."""
    lines: list[Line] = []
    done = 0
    for start, end in runs([text for _, text in raw]):
        lines += rejoined(raw[done:start])
        text = "\n".join(text.rstrip() for _, text in raw[start:end])
        lines.append(made(raw[start][0], text, fixed=True))
        done = end
    return lines + rejoined(raw[done:])


def _goes_on(first: str, last: str, text: str) -> bool:
    """Whether `text` is the next line of a paragraph (from `first` to `last`) broken for room."""
    if first.lstrip()[:1] in "#|=" or _NEW.match(text):
        return False
    last = last.strip()
    return len(last) >= _FULL and (not _END.search(last) or text.lstrip()[:1].islower())


def _markdown_lines(raw: list[tuple[int, str]]) -> list[Line]:
    """Lines of Markdown: a broken paragraph is one, and code is closed to rules."""
    lines: list[Line] = []
    fence = ""
    gap = True
    held: list[str] = []  # lines of the open paragraph
    number = 0  # of its first

    def flush() -> None:
        if held:
            text = "\n".join((held[0].strip(), *(part.rstrip() for part in held[1:])))
            lines.append(made(number, text, gap_before))
            held.clear()

    gap_before = True
    for at, text in raw:
        mark = _FENCE.match(text)
        if fence or mark:
            flush()
            lines.append(made(at, text, fixed=True))
            if not fence and mark:
                fence = mark[1]
            elif mark and mark[1].startswith(fence) and not text.strip(" `~"):
                fence = ""
        elif not text.strip():
            flush()
            gap = True
            continue
        elif held and not gap and _goes_on(held[0], held[-1], text):
            held.append(text)
        else:
            flush()
            after_code = bool(lines) and lines[-1].fixed and not gap
            code = (gap or after_code) and bool(_INDENTED.match(text))
            if code or text.lstrip().startswith("|"):  # a row of a table
                line = made(at, text if code else text.strip(), gap, fixed=True)
                lines.append(replace(line, text=text.rstrip()))
            else:
                held.append(text)
                number, gap_before = at, gap
        gap = False
    flush()
    return lines
