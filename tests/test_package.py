"""What is shipped: the wheel holds the package with its templates, assets and data."""

import subprocess
import sys
import tomllib
import zipfile

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT

SOURCE = ROOT / "build" / "seedpress"


def test_the_wheel_holds_every_file_of_the_package(wheel):
    held = set(zipfile.ZipFile(wheel).namelist())
    ours = {
        f"seedpress/{path.relative_to(SOURCE).as_posix()}"
        for path in SOURCE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert ours <= held
    for kind in (".py", ".j2", ".css", ".js", ".yml", ".txt"):
        assert [name for name in held if name.endswith(kind)], kind
    assert "seedpress/py.typed" in held


def test_the_wheel_holds_nothing_else(wheel):
    tops = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"seedpress"}


def test_the_source_root_is_no_package():
    assert not (ROOT / "build" / "__init__.py").exists()
    assert [p.name for p in (ROOT / "build").iterdir() if p.name != "__pycache__"] == ["seedpress"]


def test_every_command_is_in_the_readme():
    from seedpress.cli import cli

    readme = (ROOT / "README.md").read_text("utf-8")
    for name in cli.commands:
        assert f"seedpress {name}" in readme, name


def locked(name: str) -> dict[str, list[Requirement]]:
    """The requirements of a constraints file by name; each must have hashes."""
    found: dict[str, list[Requirement]] = {}
    for entry in (ROOT / name).read_text("utf-8").replace("\\\n", "").splitlines():
        requirement, _, hashes = entry.partition(" --hash=")
        assert hashes.startswith("sha256:"), entry
        found.setdefault(canonicalize_name(Requirement(requirement).name), []).append(
            Requirement(requirement)
        )
    return found


def test_constraints_hold_one_version_of_all_that_is_needed():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    site, test = locked("constraints.txt"), locked("constraints-test.txt")
    assert {name: list(map(str, entries)) for name, entries in site.items()}.items() <= {
        name: list(map(str, entries)) for name, entries in test.items()
    }.items()
    for wanted, held in (
        (project["dependencies"], site),
        (project["optional-dependencies"]["test"], test),
    ):
        for requirement in map(Requirement, wanted):
            for entry in held[canonicalize_name(requirement.name)]:
                (exact,) = entry.specifier
                assert exact.operator == "=="
                assert exact.version in requirement.specifier, requirement


def test_every_dependency_has_its_reason():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    told = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    for wanted in project["dependencies"]:
        name = wanted.split(">")[0].split("=")[0].split("<")[0]
        assert name in told, name


def test_version_and_help_wait_for_no_part_of_the_programme():
    program = "import sys, seedpress.cli; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    loaded = set(told.stdout.split())
    assert "seedpress.cli.entities" in loaded
    assert not loaded & {"seedpress.pipeline", "seedpress.join", "mkdocs", "numpy", "lxml"}
