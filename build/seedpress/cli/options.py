"""Options that several commands have."""

import os
from pathlib import Path

import click

config_option = click.option(
    "-f",
    "--config",
    type=click.Path(path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The project's MkDocs configuration; seeds and pages are found beside it.",
)
jobs_option = click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    default=os.cpu_count() or 1,
    show_default="the cores",
    help="How many processes work at the same time: on seeds, and on the pages of a large site.",
)
engine_option = click.option(
    "--engine",
    type=click.Choice(["mkdocs", "zensical"]),
    default="mkdocs",
    show_default=True,
    help="The site engine that turns pages into HTML.",
)
fresh_option = click.option("--fresh", is_flag=True, help="Analyse every seed anew.")
