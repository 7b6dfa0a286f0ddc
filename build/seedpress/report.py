"""What a build did, for the terminal and, as JSON, for other programs."""

from dataclasses import dataclass, field
from typing import Any

import msgspec

from seedpress.model import Changes, Corpus, Problem
from seedpress.write import Written

FORMAT = 1  # of the JSON; raised when a field changes its meaning or goes


@dataclass(frozen=True, slots=True)
class Counts:
    """How much of everything the corpus has."""

    articles: int
    entities: int  # with a page
    keywords: int  # shared
    links: int  # from an article to an entity, each pair once


def counts(corpus: Corpus) -> Counts:
    """How much of everything there is."""
    links = [len(entity.articles) for entity in corpus.entities if entity.page]
    return Counts(len(corpus.entries), len(links), len(corpus.keywords), sum(links))


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    counts: Counts
    reused: int  # articles whose analysis was remembered
    changes: Changes  # against the build before
    problems: tuple[Problem, ...]
    written: Written
    seconds: dict[str, float] = field(default_factory=dict)  # by stage
    site: str = ""  # what of the site was made: all of it and why, what had changed, or nothing


def as_json(report: Report) -> bytes:
    """The report as a JSON object, UTF-8; ARCHITECTURE.md lists its fields.

    Everything in it but `seconds` is the same for the same input, edition before and cache.
    """
    counts, changes, written = report.counts, report.changes, report.written
    before = len(changes.new) + len(changes.changed) + len(changes.moved)
    object_: dict[str, Any] = {
        "format": FORMAT,
        "seeds": {
            "read": counts.articles,
            "reused": report.reused,
            "unchanged": counts.articles - before,
            "first_build": changes.first,
            "new": changes.new,
            "changed": changes.changed,
            "moved": changes.moved,
            "removed": changes.removed,
        },
        "entities": {
            "count": counts.entities,
            "appeared": changes.appeared,
            "vanished": changes.vanished,
            "merged": changes.merged,
            "split": changes.split,
            "renamed": changes.renamed,
        },
        "keywords": {"count": counts.keywords},
        "links": {"count": counts.links, "gained": changes.gained, "lost": changes.lost},
        "pages": {
            "new": written.new,
            "changed": written.changed,
            "unchanged": len(written.unchanged),
            "removed": written.removed,
        },
        "problems": report.problems,
        "seconds": {stage: round(seconds, 3) for stage, seconds in report.seconds.items()},
    }
    return msgspec.json.format(msgspec.json.encode(object_), indent=2) + b"\n"
