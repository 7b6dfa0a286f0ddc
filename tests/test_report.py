"""The report as JSON has the fields that ARCHITECTURE.md lists, and no others."""

import json
import re

from seedpress.model import Became, Changes, Gone, Moved, Problem, Tie
from seedpress.report import Counts, Report, as_json
from seedpress.write import Written
from tests.conftest import ROOT

CHANGES = Changes(
    first=False,
    new=("n.txt",),
    changed=("c.txt",),
    moved=(Moved("old.txt", "m.txt"),),
    removed=(Gone("r.txt", "Removed"),),
    appeared=("a",),
    vanished=(Gone("v", "V"),),
    merged=(Became(Gone("m", "M"), "a"),),
    split=(Became(Gone("s", "S"), "b"),),
    renamed=(Became(Gone("k", "Kiev"), "kyiv"),),
    gained=(Tie("n.txt", "a", "A"),),
    lost=(Tie("c.txt", "v", "V"),),
)


def report():
    written = Written(("x.md",), ("y.md",), ("z.md", "w.md"), ("old.md",))
    problem = Problem("n.txt", "no title", "give it one", 1)
    return Report(Counts(10, 5, 3, 20), 7, CHANGES, (problem,), written, {"join": 0.12345})


def fields(value, before=""):
    """The paths of all fields: `seeds.moved[].before`."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield f"{before}{key}"
            if not before.startswith("seconds"):
                yield from fields(inner, f"{before}{key}.")
    elif isinstance(value, list) and value:
        yield from fields(value[0], f"{before.removesuffix('.')}[].")


def test_the_report_has_the_documented_fields():
    found = {f for f in fields(json.loads(as_json(report()))) if not f.startswith("seconds.")}
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    table = text.split("## The report of a build")[1].split("\n## ")[0]
    listed = {
        name
        for row in re.findall(r"^\| (`.+?) \|", table, re.MULTILINE)
        for name in re.findall("`(.+?)`", row)
    }
    groups = {f for f in found if any(other.startswith((f"{f}.", f"{f}[]")) for other in found)}
    assert found - groups == listed - groups


def test_the_report_counts():
    found = json.loads(as_json(report()))
    assert found["seeds"]["unchanged"] == 7
    assert found["pages"]["unchanged"] == 2
    assert found["problems"][0]["seed"] == "n.txt"
    assert as_json(report()) == as_json(report())
