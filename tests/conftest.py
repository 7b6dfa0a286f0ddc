"""Real projects, built once for all tests that read what was built."""

import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from seedpress.settings import Settings, load

ROOT = Path(__file__).parents[1]
SHARED_SEEDS = ROOT.parent / "shared" / "seeds"
SEEDPRESS = Path(sys.executable).with_name("seedpress")

# Where tests run in the background, Ctrl-C is ignored by all that is started; servers must hear it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@dataclass(frozen=True)
class Project:
    """A corpus project and how to run seedpress in it."""

    root: Path

    @property
    def docs(self) -> Path:
        return self.root / "docs"

    @property
    def site(self) -> Path:
        return self.root / "site"

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [SEEDPRESS, *arguments],
            cwd=self.root,
            capture_output=True,
            text=True,
            timeout=300,
            env={**os.environ, **environment},
            check=False,
        )

    def build(self, *arguments: str, **environment: str) -> str:
        done = self.run("build", *arguments, **environment)
        assert done.returncode == 0, done.stderr
        return done.stdout


def project(root: Path, seeds: Path | None = None) -> Project:
    """A project like the repository, with its hand-written pages and the seeds of `seeds`."""
    (root / "docs").mkdir(parents=True)
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copy(ROOT / "docs" / "about.md", root / "docs")
    if seeds:
        shutil.copytree(seeds, root / "seeds", copy_function=shutil.copyfile)
    else:
        (root / "seeds").mkdir()
    return Project(root)


def few_samples(root: Path, count: int) -> Settings:
    """The settings of a project with the first `count` of the sample seeds."""
    made = project(root)
    for seed in sorted((ROOT / "seeds").glob("*.txt"))[:count]:
        shutil.copyfile(seed, made.root / "seeds" / seed.name)
    return load(made.root / "mkdocs.yml")


@pytest.fixture(scope="session")
def sample(tmp_path_factory) -> Project:
    """The sample corpus, built."""
    made = project(tmp_path_factory.mktemp("sample") / "corpus", ROOT / "seeds")
    made.build("--strict")
    return made


@pytest.fixture(scope="session")
def real(tmp_path_factory) -> Project:
    """The five real seeds, built; skipped where they are not at hand."""
    if not SHARED_SEEDS.is_dir():
        pytest.skip("no ../shared/seeds here")
    made = project(tmp_path_factory.mktemp("real") / "corpus", SHARED_SEEDS)
    made.build("--strict")
    return made


@pytest.fixture
def empty(tmp_path) -> Project:
    """A project without seeds."""
    return project(tmp_path / "corpus")


@pytest.fixture(scope="session")
def wheel(tmp_path_factory) -> Path:
    """What `pip install` gets."""
    folder = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", folder, ROOT],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (made,) = folder.glob("*.whl")
    return made
