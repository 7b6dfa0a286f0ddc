"""A corpus that goes to and fro between two states by builds that are disturbed, and what is left.

After each disturbance every file of the site must be as in one of the two states, and every link
lead somewhere; an undisturbed build must then end with the bytes of a project that was never
disturbed, and leave nothing beside them.
"""

import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.hostile.disturb import Builder, Outcome
from tests.hostile.wholeness import Tree, faults, tree

TO_AND_FRO = {
    "one.txt": (
        "Truce holds\n\nThe truce held in Kursk on Monday, Ann Lee said.\n",
        "Peace holds\n\nThe peace held in Minsk on Tuesday, Ann Lee and Jo Day said.\n",
    ),
    "two.txt": ("", "A second article\n\nJo Day came to Minsk on Friday, Ann Lee said.\n"),
    "three.txt": ("A third article\n\nJo Day came to Kursk on Sunday, Ann Lee said.\n", ""),
}


@dataclass(frozen=True)
class State:
    """A corpus and what comes of it."""

    docs: Tree
    site: Tree
    beside: frozenset[str]  # other files and folders of the project


def turn(root: Path, number: int) -> None:
    """Bring the seeds into one of the two states."""
    for name, texts in TO_AND_FRO.items():
        path = root / "seeds" / name
        path.unlink(missing_ok=True)
        if texts[number]:
            path.write_text(texts[number], "utf-8")


def state(root: Path) -> State:
    """What stands in the project now."""
    beside = {
        path.relative_to(root).as_posix()
        for path in (*root.iterdir(), *(root / ".seedpress").iterdir())
    }
    return State(tree(root / "docs"), tree(root / "site"), frozenset(beside))


class Trial:
    """A project whose builds are disturbed one after the other."""

    def __init__(self, builder: Builder, root: Path) -> None:
        self._builder, self._root = builder, root
        self.counts: Counter[str] = Counter()
        self.faults: list[str] = []
        self._now = 0
        self.trace: list[str] = []  # of the build that was disturbed
        self.states: dict[int, State] = {}
        for number in (0, 1, 0, 1):  # what is new differs the first time
            turn(root, number)
            self.undisturbed()
            self.states[number] = state(root)
            self._now = number
        assert self.states[0] != self.states[1]

    def undisturbed(self) -> Outcome:
        """Build; what a killed build had started may have to end before."""
        while True:
            done = self._builder.build(self._root)
            if "still at work" not in done.said:
                break
            self.counts["waited for an orphan"] += 1
            time.sleep(0.2)
        if done.code:
            self.tell("no recovery", done, [done.said])
        return done

    def turned(self, whole: bool) -> None:
        """Go over to the other state of the seeds."""
        self._now = 1 - self._now
        turn(self._root, self._now)
        if whole:
            (self._root / ".seedpress" / "site.msgpack").unlink(missing_ok=True)

    def measure(self, whole: bool) -> tuple[int, float]:
        """The changes of the disk of a build, and its seconds."""
        self.turned(whole)
        started = time.perf_counter()
        return self.undisturbed().changes, time.perf_counter() - started

    def disturb(self, whole: bool, **order: Any) -> None:
        """Build disturbed, look, build undisturbed, look."""
        self.turned(whole)
        done = self._builder.build(self._root, **order)
        self.trace = done.trace
        self.counts["tried"] += 1
        self._look_at_words(done, bool(order.get("error") or order.pop("failing", False)))
        found = faults(self._root / "site", *(s.site for s in self.states.values()))
        if found:
            self.tell("torn", done, found)
        self.undisturbed()
        wanted, now = self.states[self._now], state(self._root)
        for what in ("docs", "site"):
            one, other = getattr(wanted, what), getattr(now, what)
            names = sorted(n for n in one.keys() | other.keys() if one.get(n) != other.get(n))
            if names:
                self.tell(f"{what} lost", done, names)
        if wanted.beside != now.beside:
            self.tell("left behind", done, sorted(wanted.beside ^ now.beside))

    def _look_at_words(self, done: Outcome, failing: bool) -> None:
        if "Traceback" in done.said:
            self.tell("traceback", done, done.said.splitlines()[-3:])
        if done.code == 0:
            self.counts["ended well all the same"] += 1
        elif failing and (done.code != 1 or "\nseedpress: " not in f"\n{done.said}"):
            self.tell("unclear", done, [str(done.code), done.said])
        if failing and done.code:
            self.counts[f"said: {' '.join(done.said.split())[:110]}"] += 1

    def say(self) -> None:
        """Print the faults, then the counts."""
        for fault in self.faults:
            print(f"  {fault}")
        for what, count in sorted(self.counts.items()):
            print(f"{count:5} {what}")

    def tell(self, what: str, done: Outcome, found: list[str]) -> None:
        """Count a fault, and note where and what it was."""
        self.counts[what] += 1
        lines = [f"{what} at change {done.changes}, {done.at}", *found[:4]]
        self.faults.append("\n    ".join(lines))


def spread(most: int, count: int) -> list[int]:
    """Up to `count` numbers from 1 to `most`."""
    return sorted({1 + round(i * (most - 1) / max(count - 1, 1)) for i in range(count)})
