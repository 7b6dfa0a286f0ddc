"""A seed's text to lines that rules can look at: the first step of cleaning."""

import re
from dataclasses import dataclass, field, replace

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
    pile = _Pile()
    fence = ""
    for at, text in raw:
        mark = _FENCE.match(text)
        if fence or mark:
            pile.close()
            pile.lines.append(made(at, text, fixed=True))
            pile.gap = False
            if not fence and mark:
                fence = mark[1]
            elif mark and mark[1].startswith(fence) and not text.strip(" `~"):
                fence = ""
        elif text.strip():
            pile.add(at, text)
        else:
            pile.close()
            pile.gap = True
    pile.close()
    return pile.lines


@dataclass
class _Pile:
    """The lines so far, and those of the paragraph that is still open."""

    lines: list[Line] = field(default_factory=list)
    held: list[str] = field(default_factory=list)
    number: int = 0  # of the open paragraph's first line
    gap: bool = True  # a blank line came just before
    gap_before: bool = True  # the open paragraph

    def add(self, at: int, text: str) -> None:
        """One more line, that is not blank and stands in no fence."""
        if not (self.held and not self.gap and _goes_on(self.held[0], self.held[-1], text)):
            self.close()
            if self._is_fixed(text):
                self.lines.append(replace(made(at, text, self.gap, True), text=text.rstrip()))
                self.gap = False
                return
            self.number, self.gap_before = at, self.gap
        self.held.append(text)
        self.gap = False

    def _is_fixed(self, text: str) -> bool:
        """Whether a line is indented code or a row of a table."""
        after_code = bool(self.lines) and self.lines[-1].fixed and not self.gap
        code = (self.gap or after_code) and bool(_INDENTED.match(text))
        return code or text.lstrip().startswith("|")

    def close(self) -> None:
        """The open paragraph becomes a line."""
        if self.held:
            text = "\n".join((self.held[0].strip(), *(part.rstrip() for part in self.held[1:])))
            self.lines.append(made(self.number, text, self.gap_before))
            self.held.clear()
