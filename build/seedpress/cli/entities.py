"""`seedpress entities`: who is who, and the editor's word on it."""

from pathlib import Path

import click

from seedpress import editing, settings
from seedpress.cli.options import config_option
from seedpress.editing import Change
from seedpress.entities import edit, spreadsheet
from seedpress.entities.suggest import merge_candidates
from seedpress.errors import SeedpressError
from seedpress.model import ENTITY_KINDS, Entity
from seedpress.pipeline import Order

dry_option = click.option("--dry-run", is_flag=True, help="Say what would change; write nothing.")


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
        found = editing.entities_of(settings.load(config), Order())
        for entity in found[:most]:
            spellings = ", ".join(a.text for a in entity.aliases if a.text != entity.name)
            also = f"  (also {spellings})" if spellings else ""
            click.echo(f"{len(entity.articles):6}  {entity.kind:12}  {entity.name}{also}")
        if len(found) > most:
            click.echo(f"        … and {len(found) - most} more: --most {len(found)}")
        candidates = merge_candidates(found)[:most]
        if candidates:
            click.echo("\nNearly the same; a merge would change the links of so many articles:")
        for pair in candidates:
            click.echo(f"{pair.links:6}  {pair.first} | {pair.second}  ({pair.why})")


@entities.command()
@click.argument("preferred")
@click.argument("other")
@dry_option
@click.pass_obj
def same(config: Path, preferred: str, other: str, dry_run: bool) -> None:
    """PREFERRED and OTHER are one entity, called PREFERRED."""
    _edit(config, lambda text, _: edit.same(text, preferred, other), dry_run)


@entities.command("not-same")
@click.argument("one")
@click.argument("other")
@dry_option
@click.pass_obj
def not_same(config: Path, one: str, other: str, dry_run: bool) -> None:
    """ONE and OTHER are two entities, whatever the rules say."""
    _edit(config, lambda text, _: edit.not_same(text, one, other), dry_run)


@entities.command()
@click.argument("name")
@click.argument("preferred")
@dry_option
@click.pass_obj
def rename(config: Path, name: str, preferred: str, dry_run: bool) -> None:
    """Call the entity NAME by the name PREFERRED."""
    _edit(config, lambda text, _: edit.rename(text, name, preferred), dry_run)


@entities.command()
@click.argument("name")
@click.argument("wanted", metavar="KIND", type=click.Choice(ENTITY_KINDS))
@dry_option
@click.pass_obj
def kind(config: Path, name: str, wanted: str, dry_run: bool) -> None:
    """Say that NAME is a person, organisation, place, event or other."""
    _edit(config, lambda text, _: edit.kind(text, name, wanted), dry_run)


@entities.command()
@click.argument("name")
@dry_option
@click.pass_obj
def keep(config: Path, name: str, dry_run: bool) -> None:
    """Give NAME a page however few its articles."""
    _edit(config, lambda text, _: edit.keep(text, name), dry_run)


@entities.command()
@click.argument("name")
@dry_option
@click.pass_obj
def drop(config: Path, name: str, dry_run: bool) -> None:
    """Say that NAME is never an entity."""
    _edit(config, lambda text, _: edit.drop(text, name), dry_run)


@entities.command()
@click.argument("name")
@click.argument("other", default="")
@dry_option
@click.pass_obj
def undo(config: Path, name: str, other: str, dry_run: bool) -> None:
    """Take back what the authority file says of NAME, or of the pair NAME and OTHER."""
    _edit(config, lambda text, _: edit.undo(text, name, other), dry_run)


@entities.command("export")
@click.argument("table", type=click.Path(path_type=Path, dir_okay=False))
@click.pass_obj
def export_table(config: Path, table: Path) -> None:
    """Write all entities to TABLE, a CSV file for a spreadsheet or OpenRefine."""
    found = editing.entities_of(settings.load(config), Order())
    table.write_text(spreadsheet.to_csv(found), "utf-8-sig")
    click.echo(f"{len(found)} entities -> {table}")


@entities.command("import")
@click.argument("table", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@dry_option
@click.pass_obj
def import_table(config: Path, table: Path, dry_run: bool) -> None:
    """Write what was changed in TABLE, a CSV file made by `export`, to the authority file."""
    try:
        rows = table.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise SeedpressError(f"{table}: not UTF-8; save the table as CSV UTF-8") from None

    def change(text: str, found: tuple[Entity, ...]) -> str:
        return spreadsheet.from_csv(rows, found, text)

    _edit(config, change, dry_run)


def _edit(config: Path, change: Change, dry: bool) -> None:
    loaded = settings.load(config)
    done = editing.edit(loaded, Order(), change, dry)
    if done.before == done.after:
        click.echo("the authority file says so already; nothing changed")
        return
    for effect in done.effects:
        click.echo(f"{effect.name}: {effect.before} -> {effect.after} article(s)")
    if not done.effects:
        click.echo("no article's links change")
    click.echo(f"{'would write' if dry else 'wrote'} {loaded.authority_file}")
