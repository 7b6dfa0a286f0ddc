"""Same input, same bytes: whoever builds, wherever, in whatever order, from whatever package."""

import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT, project
from tests.elsewhere import CIRCUMSTANCES, MEMORY, NOBODY, Elsewhere, build, can_be, give

SEEDS = ("witkoff-in-moscow.txt", "what-europe-can-pay-for.txt")
OWN = {
    "İzmir'de ılık bir gün.txt": "Izgara in İzmir\n\nIlhan Işık met Ann Lee in İzmir on Monday.\n",
    "b/É.md": "---\ntitle: ÉTÉ À KURSK\n---\n\nAnn Lee left Kursk for İzmir on 3 March 2025.\n",
    "B/é.html": "<title>Kursk</title><p>Ilhan Işık said that Kursk was quiet, Ann Lee said.</p>",
    "r.jsonl": '{"title": "Izmir talks", "text": "Ann Lee and Ilhan Işık met in Kursk."}\n' * 3,
}


@pytest.fixture
def elsewhere() -> Iterator[Path]:
    """A folder that any user may enter."""
    with tempfile.TemporaryDirectory(prefix="seedpress-test-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def corpus(folder: Path) -> Path:
    made = project(folder)
    for name in SEEDS:
        shutil.copyfile(ROOT / "seeds" / name, made.root / "seeds" / name)
    for name, text in OWN.items():
        path = made.root / "seeds" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return made.root


def tree(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for folder in ("docs", "site")
        for path in (root / folder).rglob("*")
        if path.is_file()
    }


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What comes of the corpus here."""
    root = corpus(tmp_path_factory.mktemp("here") / "corpus")
    build(root, Elsewhere(), root)
    return tree(root)


@pytest.fixture(scope="module")
def pages(whole: dict[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in whole.items() if name.startswith("docs/")}


def test_the_same_site(elsewhere: Path, whole: dict[str, bytes]) -> None:
    """`tests/bench/repeatable.py` tries each difference alone."""
    here = CIRCUMSTANCES["everything at once"]
    (elsewhere / "path").mkdir()
    root = corpus(elsewhere / "quite another" / "folder")
    build(root, here, elsewhere / "path")
    assert any(name.startswith("site/pagefind/") for name in whole)
    assert differing(tree(root), whole) == []


@pytest.mark.skipif(not can_be(NOBODY), reason="programs cannot be run as another user here")
def test_the_same_pages_of_another_user(elsewhere: Path, pages: dict[str, bytes]) -> None:
    (elsewhere / "path").mkdir()
    root = corpus(elsewhere / "corpus")
    give(elsewhere, NOBODY)
    build(root, CIRCUMSTANCES["another user"], elsewhere / "path", "--pages-only")
    assert differing(tree(root), pages) == []


def test_the_same_pages_from_a_wheel(tmp_path: Path, wheel: Path, pages: dict[str, bytes]) -> None:
    """A wheel is installed by unpacking it; it comes before the checkout."""
    path = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(path)
    (path / "sitecustomize.py").write_text(
        f"import seedpress; assert seedpress.__file__.startswith({str(path)!r} + {os.sep!r})\n"
    )
    root = corpus(tmp_path / "corpus")
    build(root, Elsewhere(), path, "--pages-only")
    assert differing(tree(root), pages) == []


@pytest.mark.skipif(not os.access(MEMORY, os.W_OK), reason="there is no second file system")
def test_the_same_site_on_a_disk_that_lists_files_in_another_order(
    whole: dict[str, bytes],
) -> None:
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        root = corpus(Path(folder) / "corpus")
        build(root, Elsewhere(), root)
        assert differing(tree(root), whole) == []


def test_another_order_of_files_on_the_disk(tmp_path: Path, pages: dict[str, bytes]) -> None:
    """Seeds that were copied one by one, the last first, long ago and by name in capitals."""
    root = corpus(tmp_path / "corpus")
    seeds = [path for path in sorted((root / "seeds").rglob("*")) if path.is_file()]
    kept = [(path, path.read_bytes()) for path in seeds]
    for path in seeds:
        path.unlink()
    for number, (path, data) in enumerate(reversed(kept)):
        path.write_bytes(data)
        os.utime(path, (number, number))
    build(root, Elsewhere(), root, "--pages-only")
    assert differing(tree(root), pages) == []
