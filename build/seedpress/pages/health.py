"""The state of the corpus: what an editor may want to look at, with the seed and the remedy."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from seedpress import names
from seedpress.model import Entry, Page, Problem, Sheaf
from seedpress.pages.keys import Keys
from seedpress.pages.looked import Looked, looked_at
from seedpress.pages.markdown import Markdown, escape_told
from seedpress.pages.parts import foremost
from seedpress.pages.shelf import Shelf, entry_link
from seedpress.pages.template import front_matter

PATH = "health.md"
_NOTED = b"health of the corpus"  # under this name
SHORT = 80  # words; an article with fewer may be a fragment
SHOWN = 25  # articles listed under one heading,
BYTES = 5_000  # or as many as take so much
NAMED = 3  # other seeds named for each article
PROBLEMS = 100  # problems listed,
PROBLEM_BYTES = 15_000  # or as many as take so much

Check = Callable[[Entry, Looked], str | None]  # of an article and what it takes its words to say


@dataclass(frozen=True, slots=True)
class Finding:
    """One heading of the page: what was looked for, and the articles in which it was found."""

    heading: str
    remedy: str
    count: int
    lines: Sequence[tuple[Markdown, str, str]]  # (link to the article, its seed, what was found)


def make(shelf: Shelf, keys: Keys) -> Iterator[Sheaf]:
    """The page `health.md`, which is always made."""
    yield Sheaf("health of the corpus", "", partial(_page, shelf, keys))


def _page(shelf: Shelf, keys: Keys) -> Iterator[Page]:
    w = shelf.words
    looked, note = looked_at(shelf.newest, keys.notes.last(_NOTED))
    keys.notes.put(_NOTED, note)
    findings = _checked(shelf, looked)
    findings.append(_twins(shelf, looked))
    findings.append(_alike(shelf))
    yield Page(
        PATH,
        shelf.fill(
            "health.md.j2",
            front_matter(w("health"), w("health_about"), ("navigation", "toc")),
            w=w,
            problems=_problems(shelf.corpus.problems),
            count=len(shelf.corpus.problems),
            findings=[f for f in findings if f.count],
        ),
    )


def _untitled(entry: Entry, _looked: Looked) -> str | None:
    return "" if entry.article.title_made or not entry.article.fields.title.strip() else None


def _undated(entry: Entry, _looked: Looked) -> str | None:
    return None if entry.article.fields.date else ""


def _unsigned(entry: Entry, _looked: Looked) -> str | None:
    return None if entry.article.fields.source else ""


def _short(_entry: Entry, looked: Looked) -> str | None:
    return str(looked.words) if looked.words < SHORT else None


def _repaired(entry: Entry, _looked: Looked) -> str | None:
    return "; ".join(entry.repairs) or None


# What is looked at in each article; the names are those of its words, `health_untitled` and so on.
CHECKS: tuple[tuple[str, Check], ...] = (
    ("untitled", _untitled),
    ("undated", _undated),
    ("unsigned", _unsigned),
    ("short", _short),
    ("lost", lambda _entry, looked: looked.lost),
    ("suspected", lambda _entry, looked: looked.suspected),
    ("repaired", _repaired),
)


def _checked(shelf: Shelf, looked: Sequence[Looked]) -> list[Finding]:
    """What each check found."""
    found: list[list[tuple[Entry, str]]] = [[] for _ in CHECKS]
    for entry, own in zip(shelf.newest, looked, strict=True):
        for seen, (_, check) in zip(found, CHECKS, strict=True):
            told = check(entry, own)
            if told is not None:
                seen.append((entry, told))
    return [_finding(shelf, name, seen) for (name, _), seen in zip(CHECKS, found, strict=True)]


def _twins(shelf: Shelf, looked: Sequence[Looked]) -> Finding:
    """Articles whose words are the same as another's."""
    groups: defaultdict[str, list[Entry]] = defaultdict(list)
    common = Counter([own.outline for own in looked])
    for entry, own in zip(shelf.newest, looked, strict=True):
        if entry.words and common[own.outline] > 1:
            groups[names.digest(_words(entry))].append(entry)
    seen = [
        (entry, _others(shelf, [other.seed for other in group if other is not entry]))
        for group in groups.values()
        for entry in group
        if len(group) > 1
    ]
    return _finding(shelf, "twins", seen)


def _alike(shelf: Shelf) -> Finding:
    """Articles in much the same words as another's, but not in quite the same."""
    entries = {entry.id: entry for entry in shelf.newest}
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for double in shelf.corpus.doubles:
        first, second = entries[double.first], entries[double.second]
        if _words(first) != _words(second):
            share = f"{double.score:.0%}"
            alike[first.id].append(f"{second.seed} ({share})")
            alike[second.id].append(f"{first.seed} ({share})")
    seen = [(e, _others(shelf, alike[e.id])) for e in shelf.newest if e.id in alike]
    return _finding(shelf, "alike", seen)


def _words(entry: Entry) -> str:
    return " ".join(entry.article.text.casefold().split())


def _others(shelf: Shelf, seeds: list[str]) -> str:
    more = len(seeds) - NAMED
    return ", ".join([*seeds[:NAMED], *([shelf.words("more", n=more)] if more > 0 else [])])


def _finding(shelf: Shelf, name: str, seen: list[tuple[Entry, str]]) -> Finding:
    w = shelf.words
    lines = [(entry_link(PATH, e), e.seed, found) for e, found in seen[:SHOWN]]
    shown = foremost(lines, _size, BYTES, SHOWN)
    return Finding(w(f"health_{name}.what"), w(f"health_{name}.remedy"), len(seen), shown)


def _size(line: Sequence[str]) -> int:
    return len("".join(line).encode("utf-8", "surrogatepass")) + 120


def _problems(problems: tuple[Problem, ...]) -> Sequence[tuple[str, Markdown, Markdown]]:
    lines = [
        (f"{p.seed}:{p.line}" if p.line is not None else p.seed, p.reason, p.remedy)
        for p in problems[:PROBLEMS]
    ]
    shown = foremost(lines, _size, PROBLEM_BYTES, PROBLEMS)
    return [(seed, escape_told(reason), escape_told(remedy)) for seed, reason, remedy in shown]
