"""The command `seedpress`: thin; every command calls one function of the programme.

What a command calls is imported when it is given: nobody waits for the whole programme to be told
its version or to see the help.
"""

import sqlite3
import sys
from pathlib import Path

import click

from seedpress import __version__
from seedpress.cli.entities import entities
from seedpress.cli.faults import in_a_line
from seedpress.cli.leaving import leave
from seedpress.cli.options import config_option, engine_option, fresh_option, jobs_option
from seedpress.cli.terminal import Bar, shown, spell_out_unknown_letters
from seedpress.errors import SeedpressError
from seedpress.order import Order


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="seedpress")
def cli() -> None:
    """Turn a folder of messy articles into a clean, cross-linked, searchable website.

    Start with `seedpress new my-corpus`, put your articles into my-corpus/seeds and run
    `seedpress serve` there.

    Exit codes: 0 all went well; 1 something must be mended, the message says what; 2 the command
    was typed wrongly; 130 stopped by Ctrl-C.
    """


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Make a corpus project in FOLDER, ready to run.

    FOLDER must be empty or not exist. It gets a mkdocs.yml with the settings explained, two small
    sample articles in seeds/, a hand-written page docs/about.md and a .gitignore.
    """
    from seedpress.new import new as make_project

    for path in make_project(folder):
        click.echo(f"made {path}")
    click.echo(f"\nNext: cd {folder} && seedpress serve")


@cli.command()
@config_option
@jobs_option
@engine_option
@fresh_option
@click.option("--strict", is_flag=True, help="Exit with 1 if there was any problem.")
@click.option("--pages-only", is_flag=True, help="Write docs/ and stop before the site engine.")
@click.option(
    "--verify",
    "verified",
    is_flag=True,
    help="Then build again from nothing, elsewhere, and compare every byte; writes nothing more.",
)
@click.option(
    "--report",
    "report_to",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write what was done into this file, as JSON.",
)
def build(
    config: Path,
    jobs: int,
    engine: str,
    fresh: bool,
    strict: bool,
    pages_only: bool,
    verified: bool,
    report_to: Path | None,
) -> None:
    """Build the site: seeds to pages to finished HTML with its search index.

    Only what changed since the last build is analysed and written again. A seed that cannot be
    used is reported and the rest is published.

    Exits with 0 if the site was built, whatever problems were told of single seeds; with 1 if it
    could not be, or, with --strict, if there was any problem (the site is built all the same), or,
    with --verify, if a second build differs.
    """
    from seedpress import pipeline, settings
    from seedpress import report as reports
    from seedpress.cli.say import say_report, say_verified
    from seedpress.verify import verify

    loaded = settings.load(config)
    with Bar("analysing") as progress:
        order = Order(jobs, fresh, pages_only, engine, progress)
        report = pipeline.build(loaded, order)
    say_report(report, None if pages_only else loaded.site_folder)
    if report_to:
        report_to.write_bytes(reports.as_json(report))
    if verified:
        say_verified(verify(loaded, config, engine, jobs, pages_only))
    if strict and report.problems:
        raise SeedpressError(f"{len(report.problems)} problem(s), and --strict was given")


@cli.command()
@config_option
@jobs_option
@engine_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Port; 0 takes any free one.",
)
def serve(config: Path, jobs: int, engine: str, host: str, port: int) -> None:
    """Build the site, serve it on this machine, and refresh the browser on every change.

    Watches the seeds, the authority file and mkdocs.yml. An error appears here and in the page,
    and the last good site stays up. Stop with Ctrl-C.
    """
    from seedpress import settings
    from seedpress.cli.rebuild import Rebuild
    from seedpress.serve import serve as serve_site
    from seedpress.serve.builder import Builder

    loaded = settings.load(config)
    with Builder(Rebuild(config, jobs, engine)) as builder:
        serve_site(builder, loaded, host=host, port=port)


@cli.command()
@config_option
@jobs_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How problems are listed.",
)
def check(config: Path, jobs: int, form: str) -> None:
    """List every problem of the seeds and the authority file; write nothing.

    Exits with 1 if there are any.
    """
    from seedpress import join, settings
    from seedpress.cli.say import as_json, say_problems

    with Bar("analysing") as progress:
        corpus = join.inspect(settings.load(config), Order(jobs, progress=progress))
    if form == "json":
        click.echo(as_json(corpus.problems))
    else:
        say_problems(corpus.problems)
        click.echo(f"{len(corpus.entries)} articles, {len(corpus.problems)} problem(s)")
    if corpus.problems:
        raise SystemExit(1)


@cli.command()
@config_option
@jobs_option
@click.argument("seed")
def explain(config: Path, jobs: int, seed: str) -> None:
    """Say what was made of SEED and why.

    SEED is a path as seen from the seeds folder or from here, or FILE#N for a record. Shows what
    was read, what each cleaning rule moved or removed, why each keyword and each name was chosen,
    and which entity each name became.
    """
    from seedpress import join, settings
    from seedpress.explain import entries_named
    from seedpress.explain import explain as explained

    loaded = settings.load(config)
    corpus = join.inspect(loaded, Order(jobs))
    entries = entries_named(corpus, seed, loaded)
    for entry in entries:
        click.echo("\n".join(map(shown, "\n".join(explained(entry, corpus)).split("\n"))))


@cli.command()
@click.option(
    "--seeds",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="The folder of articles.",
)
@click.option(
    "--to",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="The folder for the data files; other files in it are left alone.",
)
@jobs_option
def export(seeds: Path, to: Path, jobs: int) -> None:
    """Write the data files (articles.jsonl, entities.jsonl, ...) for any folder of articles.

    Needs no mkdocs.yml; default settings are used. Every file is written as it is, however large:
    only a site's are packed.
    """
    from seedpress import join, settings
    from seedpress.cli.say import say_problems

    folder = seeds.resolve()
    loaded = settings.Settings(root=folder.parent, seeds=folder.name)
    with Bar("analysing") as progress:
        corpus = join.export(loaded, Order(jobs, progress=progress), to)
    say_problems(corpus.problems)
    click.echo(f"{len(corpus.entries)} articles, {len(corpus.entities)} entities -> {to}")


cli.add_command(entities)


def main() -> None:
    """Run the command; a fault that the user can mend is told in one line, with exit code 1."""
    spell_out_unknown_letters()
    try:
        code = cli.main(standalone_mode=False)
        leave(code if isinstance(code, int) else 0)
    except click.exceptions.Abort:
        click.echo("stopped; what was published is as it was", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (SeedpressError, OSError, MemoryError, sqlite3.Error) as error:
        click.echo(shown(f"seedpress: {in_a_line(error)}"), err=True)
        sys.exit(1)
