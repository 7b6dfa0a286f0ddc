"""What the builder of `serve` does for each change, in its own process."""

from collections.abc import Callable
from pathlib import Path

from seedpress import pipeline, settings
from seedpress.cli.say import say_report
from seedpress.cli.terminal import spell_out_unknown_letters
from seedpress.order import Order


def rebuild(config: Path, jobs: int, engine: str, shown: Callable[[], None]) -> None:
    """Build by the settings as they now are, and say what was done; `shown` is as in `Order`."""
    spell_out_unknown_letters()
    order = Order(jobs=jobs, engine=engine, shown=shown, wait=True)
    say_report(pipeline.build(settings.load(config), order), None)
