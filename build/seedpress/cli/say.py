"""What the commands tell the user: reports and problems as text."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from seedpress.cli.terminal import shown
from seedpress.errors import SeedpressError
from seedpress.model import Changes, Problem
from seedpress.report import Report
from seedpress.verify import Verified


def say_report(report: Report, site: Path | None) -> None:
    """Print what a build did, its problems first, and where the finished site is, if it is."""
    say_problems(report.problems)
    counts, changes, written = report.counts, report.changes, report.written
    told = [f"{counts.articles} read", f"{report.reused} reused", f"{len(changes.new)} new"]
    told += [f"{len(changes.changed)} changed", *_some(moved=changes.moved)]
    told += [f"{len(changes.removed)} removed", f"{len(report.problems)} problem(s)"]
    click.echo(f"seeds: {', '.join(told)}")
    click.echo(
        f"found: {counts.entities} entities, {counts.keywords} keywords, {counts.links} links"
    )
    if not changes.first:
        _say_news(changes)
    click.echo(
        f"pages: {len(written.new)} new, {len(written.changed)} changed, "
        f"{len(written.unchanged)} unchanged, {len(written.removed)} removed"
    )
    stages = ", ".join(f"{stage} {seconds:.1f} s" for stage, seconds in report.seconds.items())
    click.echo(f"time:  {stages}")
    if report.site:
        click.echo(f"made:  {report.site}")
    if site is not None:
        click.echo(f"site:  {site}")


def _say_news(changes: Changes) -> None:
    """One line on what the changed seeds did to the entities and links, if they did anything."""
    told = _some(
        appeared=changes.appeared,
        vanished=changes.vanished,
        merged=changes.merged,
        split=changes.split,
        renamed=changes.renamed,
    )
    ties = _some(gained=changes.gained, lost=changes.lost)
    parts = [f"entities {', '.join(told)}"] if told else []
    parts += [f"links {', '.join(ties)}"] if ties else []
    if parts:
        click.echo(f"news:  {'; '.join(parts)}")


def _some(**counted: Sequence[object]) -> list[str]:
    return [f"{len(found)} {what}" for what, found in counted.items() if found]


def say_verified(verified: Verified) -> None:
    """Print what came of a second build.

    Raises:
        SeedpressError: it differs.
    """
    if not verified.differing:
        click.echo(f"verified: {verified.files} files are the same")
        return
    for path in verified.differing:
        click.echo(shown(f"{path}: differs in a second build"), err=True)
    raise SeedpressError(
        f"{len(verified.differing)} of {verified.files} files differ in a second build; if no seed "
        "was changed meanwhile, a plugin, hook or template of yours may use the time or chance"
    )


def say_problems(problems: Iterable[Problem]) -> None:
    """Print problems on standard error: file, line, what was found, what to do."""
    for problem in problems:
        place = problem.seed if problem.line is None else f"{problem.seed}:{problem.line}"
        click.echo(shown(f"{place}: {problem.reason}; {problem.remedy}"), err=True)


def as_json(problems: Iterable[Problem]) -> str:
    """Problems as a list of JSON objects, with nothing in it that a terminal would obey."""
    listed = [
        {"seed": p.seed, "line": p.line, "reason": p.reason, "remedy": p.remedy} for p in problems
    ]
    return shown(json.dumps(listed, indent=2, ensure_ascii=False), "\n", json.dumps)
