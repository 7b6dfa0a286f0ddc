"""What the builder of `serve` does for each change, in its own process."""

from dataclasses import dataclass, field
from pathlib import Path

from seedpress import pipeline, settings
from seedpress.cli.say import say_report
from seedpress.cli.terminal import spell_out_unknown_letters
from seedpress.held import Held
from seedpress.order import Order, Shown


@dataclass(slots=True)
class Rebuild:
    """Builds again and again, each time by the settings as they are then."""

    config: Path
    jobs: int
    engine: str
    held: Held = field(default_factory=Held)

    def __call__(self, shown: Shown) -> None:
        """Build, and say what was done; `shown` is as in `Order`."""
        spell_out_unknown_letters()
        order = Order(self.jobs, engine=self.engine, shown=shown, held=self.held, wait=True)
        say_report(pipeline.build(settings.load(self.config), order), None)
