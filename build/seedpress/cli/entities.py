"""`seedpress entities`: who is who, and the editor's word on it."""

from collections.abc import Callable
from pathlib import Path

import click

from seedpress.cli.options import config_option
from seedpress.cli.terminal import shown
from seedpress.errors import SeedpressError
from seedpress.model import ENTITY_KINDS, Entity
from seedpress.order import Order


@click.group(invoke_without_command=True)
@config_option
@click.option("--most", default=40, show_default=True, help="Rows of each list.")
@click.pass_context
def entities(context: click.Context, config: Path, most: int) -> None:
    """List entities and what may want merging; correct them with the commands below.

    Each correction writes one entry of seeds/authority.yml, keeps its comments and order, says
    what it changes, and is taken back with `undo` or by deleting the entry.
    """
    context.obj = config
    if context.invoked_subcommand is None:
        from seedpress import editing, settings
        from seedpress.cli.say import say_problems
        from seedpress.entities.suggest import merge_candidates

        found, problems = editing.entities_of(settings.load(config), Order())
        say_problems(problems)
        for entity in found[:most]:
            spellings = ", ".join(a.text for a in entity.aliases if a.text != entity.name)
            also = f"  (also {spellings})" if spellings else ""
            click.echo(shown(f"{len(entity.articles):6}  {entity.kind:12}  {entity.name}{also}"))
        if len(found) > most:
            click.echo(f"        … and {len(found) - most} more: --most {len(found)}")
        candidates = merge_candidates(found)[:most]
        if candidates:
            click.echo("\nNearly the same; a merge would change the links of so many articles:")
        for pair in candidates:
            click.echo(shown(f"{pair.links:6}  {pair.first} | {pair.second}  ({pair.why})"))


# Corrections by name: what they ask for, and what they say of themselves.
CORRECTIONS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("same", ("preferred", "other"), "PREFERRED and OTHER are one entity, called PREFERRED."),
    ("not-same", ("one", "other"), "ONE and OTHER are two entities, whatever the rules say."),
    ("rename", ("name", "preferred"), "Call the entity NAME by the name PREFERRED."),
    ("kind", ("name", "kind"), "Say that NAME is a person, organisation, place, event or other."),
    ("keep", ("name",), "Give NAME a page however few its articles."),
    ("drop", ("name",), "Say that NAME is never an entity."),
    (
        "undo",
        ("name", "[other]"),
        "Take back what the file says of NAME, or of the pair NAME and OTHER.",
    ),
)


def _change(called: str) -> Callable[..., str]:
    """What a correction does to the file."""
    from seedpress.entities import edit

    changes: dict[str, Callable[..., str]] = {
        "same": edit.same,
        "not-same": edit.not_same,
        "rename": edit.rename,
        "kind": edit.kind,
        "keep": edit.keep,
        "drop": edit.drop,
        "undo": edit.undo,
    }
    return changes[called]


def _command(called: str, asks: tuple[str, ...], told: str) -> click.Command:
    """The command of one correction."""

    def run(dry_run: bool, **given: str) -> None:
        words = tuple(given.values())
        config = click.get_current_context().obj
        change = _change(called)
        _edit(config, lambda text, _: change(text, *words), dry_run, _asked(called, words))

    arguments = [_argument(word) for word in asks]
    dry = click.Option(["--dry-run"], is_flag=True, help="Say what would change; write nothing.")
    return click.Command(called, callback=run, params=[*arguments, dry], help=told)


def _argument(word: str) -> click.Parameter:
    """What a correction asks for; a word in brackets may be left out, and is empty then."""
    if word[0] == "[":
        return click.Argument([word.strip("[]")], required=False, default="")
    return click.Argument([word], type=click.Choice(ENTITY_KINDS) if word == "kind" else None)


def _asked(called: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """The names that some article should have, or the correction does nothing."""
    if called == "undo":
        return ()
    return words if called == "not-same" else words[1:] if called == "same" else words[:1]


for _each in CORRECTIONS:
    entities.add_command(_command(*_each))


@entities.command("export")
@click.argument("table", type=click.Path(path_type=Path, dir_okay=False))
@click.pass_obj
def export_table(config: Path, table: Path) -> None:
    """Write all entities to TABLE, a CSV file for a spreadsheet or OpenRefine."""
    from seedpress import editing, settings
    from seedpress.cli.say import say_problems
    from seedpress.entities import spreadsheet

    found, problems = editing.entities_of(settings.load(config), Order())
    say_problems(problems)
    table.write_text(spreadsheet.to_csv(found), "utf-8-sig")
    click.echo(f"{len(found)} entities -> {table}")


@entities.command("import")
@click.argument("table", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--dry-run", is_flag=True, help="Say what would change; write nothing.")
@click.pass_obj
def import_table(config: Path, table: Path, dry_run: bool) -> None:
    """Write what was changed in TABLE, a CSV file made by `export`, to the authority file."""
    from seedpress.entities import spreadsheet

    try:
        rows = table.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise SeedpressError(f"{table}: not UTF-8; save the table as CSV UTF-8") from None

    def change(text: str, found: tuple[Entity, ...]) -> str:
        return spreadsheet.from_csv(rows, found, text)

    _edit(config, change, dry_run)


def _edit(
    config: Path,
    change: Callable[[str, tuple[Entity, ...]], str],
    dry: bool,
    asked: tuple[str, ...] = (),
) -> None:
    from seedpress import editing, settings

    loaded = settings.load(config)
    done = editing.edit(loaded, Order(), change, dry)
    if done.before == done.after:
        click.echo("the authority file says so already; nothing changed")
        return
    for effect in done.effects:
        told = effect.said or f"{effect.before} -> {effect.after} article(s)"
        click.echo(shown(f"{effect.name}: {told}"))
    for name in asked:
        if not done.names(name):
            click.echo(f"note: no article names {name!r}, so far this changes nothing")
    if not done.effects:
        click.echo("no article's links change")
    click.echo(f"{'would write' if dry else 'wrote'} {loaded.authority_file}")
