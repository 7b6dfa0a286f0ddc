"""What a process still holds of the store stands in it, too; nobody can tell the difference."""

import shutil
from pathlib import Path

import pytest

from seedpress import pipeline
from seedpress.cache import Cache
from seedpress.held import Held
from seedpress.model import Alias
from seedpress.order import Order
from seedpress.settings import load

from .conftest import ROOT, project
from .test_site_in_part import tree

KEYS = ["a", "b", "none"]


def filled(path: Path, held: Held | None = None) -> Path:
    store = Cache(path, held=held)
    for number, key in enumerate(KEYS[:2]):
        store.put(key, Alias(key, number))
    store.close()
    return path


def found(path: Path, held: Held, keys: list[str] = KEYS) -> dict[int, Alias]:
    store = Cache(path, held=held)
    values = store.get_all(keys, Alias)
    store.close()
    return values


def test_what_was_read_once_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held()
    path = filled(tmp_path / "s", held)
    first = found(path, held)
    assert first == {0: Alias("a", 0), 1: Alias("b", 1)}
    asked: list[str] = []
    rows = Cache._rows
    monkeypatch.setattr(Cache, "_rows", lambda self, keys: asked.extend(keys) or rows(self, keys))
    again = found(path, held, ["b", "none", "a"])
    assert asked == ["none"]
    assert again == {0: Alias("b", 1), 2: Alias("a", 0)}
    assert again[2] is first[0]


@pytest.mark.parametrize("what", ["gone", "damaged", "filled by another"])
def test_nothing_is_held_of_another_store(tmp_path: Path, what: str) -> None:
    held = Held()
    path = filled(tmp_path / "s", held)
    assert len(found(path, held)) == 2
    if what == "gone":
        path.unlink()
    elif what == "damaged":
        path.write_bytes(b"no store at all" * 1000)
    else:
        filled(path)
    assert len(found(path, held)) == (2 if what == "filled by another" else 0)
    assert set(held.values) == {"a", "b"} if what == "filled by another" else not held.values


def test_only_what_is_used_is_held(tmp_path: Path) -> None:
    held = Held()
    path = filled(tmp_path / "s", held)
    store = Cache(path, held=held)
    store.get_all(KEYS, Alias)
    store.keep_only({"b"})
    store.close()
    assert set(held.values) == {"b"}


def test_builds_that_hold_what_they_read_make_the_same(tmp_path: Path) -> None:
    made = project(tmp_path / "c")
    samples = sorted((ROOT / "seeds").glob("*.txt"))[:6]
    for seed in samples[:3]:
        shutil.copyfile(seed, made.root / "seeds" / seed.name)
    settings = load(made.root / "mkdocs.yml")
    held = Held()
    for seed in samples[3:]:
        pipeline.build(settings, Order(held=held))
        shutil.copyfile(seed, made.root / "seeds" / seed.name)
    (made.root / "seeds" / samples[0].name).unlink()
    reused = pipeline.build(settings, Order(held=held)).reused
    assert reused == len(samples) - 2
    docs, site = tree(settings.docs_folder), tree(settings.site_folder)
    pipeline.build(settings, Order(fresh=True))
    assert (tree(settings.docs_folder), tree(settings.site_folder)) == (docs, site)
