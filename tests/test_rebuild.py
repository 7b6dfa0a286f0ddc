"""Quiet, atomic, repeatable: what a second build does, and builds of the same input elsewhere."""

import json
import os
import shutil

import pytest

from seedpress.lock import BUILDING, holding
from tests.conftest import ROOT, SHARED_SEEDS, project

SAMPLES = ROOT / "seeds"


def tree(folder):
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


def differing(one, other):
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


@pytest.mark.parametrize("only_pages", [True, False], ids=["docs", "site"])
def test_the_same_input_gives_the_same_bytes_anywhere(sample, tmp_path, only_pages):
    other = project(tmp_path / "quite" / "another-folder", SAMPLES)
    arguments = ["--jobs", "1", *(["--pages-only"] if only_pages else [])]
    other.build(*arguments, PYTHONHASHSEED="4711", TZ="Asia/Tokyo", LC_ALL="C")
    assert differing(tree(other.docs), tree(sample.docs)) == []
    if not only_pages:
        assert differing(tree(other.site), tree(sample.site)) == []


@pytest.mark.parametrize("forget", [False, True], ids=["at a glance", "by looking"])
def test_nothing_changed_touches_nothing(tmp_path, forget):
    made = project(tmp_path / "c", SAMPLES)
    made.build("--pages-only")
    before = {p: p.stat().st_mtime_ns for p in made.docs.rglob("*") if p.is_file()}
    if forget:
        (made.root / ".seedpress" / "build.json").unlink()
    said = made.build("--pages-only")
    assert {p: p.stat().st_mtime_ns for p in made.docs.rglob("*") if p.is_file()} == before
    assert "16 reused, 0 new, 0 changed, 0 removed" in said
    assert ("join" in said) == forget


def test_new_changed_and_removed_seeds(tmp_path):
    made = project(tmp_path / "c", SAMPLES)
    made.build("--pages-only")
    urls = set(tree(made.docs))
    seeds = made.root / "seeds"
    added = seeds / "sub" / "added.txt"
    added.parent.mkdir()
    added.write_text("Snow in Reykjavik\n\nSnow fell in Reykjavik on Monday, and Kyiv sent help.\n")
    (seeds / "ten-days-in-march.txt").unlink()
    path = seeds / "witkoff-in-moscow.txt"
    path.write_bytes(path.read_bytes() + b"\n\nA last sentence was added here.\n")
    said = made.build("--pages-only")
    assert "16 read, 14 reused, 1 new, 1 changed, 1 removed" in said
    after = set(tree(made.docs))
    gone = {name for name in urls - after if name.startswith("articles/")}
    come = {name for name in after - urls if name.startswith("articles/")}
    assert len(gone) == 1
    assert len(come) == 1
    assert "ten-days" in gone.pop()
    assert "snow-in-reykjavik" in come.pop()


def test_what_is_new_is_told_until_something_else_is(tmp_path):
    made = project(tmp_path / "c", SAMPLES)
    made.build("--pages-only")
    page = made.docs / "changes.md"
    assert "first edition: 16 articles" in page.read_text("utf-8")
    seeds = made.root / "seeds"
    (seeds / "added.txt").write_text("Snow in Reykjavik\n\nSnow fell in Reykjavik on Monday.\n")
    (seeds / "ten-days-in-march.txt").rename(seeds / "renamed.txt")
    report = tmp_path / "report.json"
    said = made.build("--pages-only", "--report", str(report))
    assert "1 new, 0 changed, 1 moved, 0 removed" in said
    told = page.read_text("utf-8")
    assert "Snow in Reykjavik" in told
    assert "ten&#45;days" in told or "ten-days-in-march.txt" in told
    made.build("--pages-only")
    made.build("--pages-only", "--fresh")
    assert page.read_text("utf-8") == told
    found = json.loads(report.read_text("utf-8"))
    assert found["seeds"] == {
        "read": 17,
        "reused": 15,
        "unchanged": 15,
        "first_build": False,
        "new": ["added.txt"],
        "changed": [],
        "moved": [{"before": "ten-days-in-march.txt", "now": "renamed.txt"}],
        "removed": [],
    }
    (seeds / "added.txt").unlink()
    made.build("--pages-only")
    assert "Articles taken out" in page.read_text("utf-8")


def test_a_build_from_the_cache_equals_a_fresh_one(tmp_path):
    made = project(tmp_path / "c", SAMPLES)
    made.build("--pages-only")
    (made.root / "seeds" / "ten-days-in-march.txt").unlink()
    made.build("--pages-only")
    warm = tree(made.docs)
    made.build("--pages-only", "--fresh")
    assert differing(warm, tree(made.docs)) == []


def test_without_the_last_edition_this_is_the_first(tmp_path):
    made = project(tmp_path / "c", SAMPLES)
    made.build("--pages-only")
    (made.root / "seeds" / "ten-days-in-march.txt").unlink()
    made.build("--pages-only")
    (made.root / ".seedpress" / "edition.json").unlink()
    made.build("--pages-only")
    assert "first edition: 15 articles" in (made.docs / "changes.md").read_text("utf-8")
    assert "join" not in made.build("--pages-only")


def test_a_damaged_cache_is_begun_anew(tmp_path):
    made = project(tmp_path / "c", SAMPLES)
    made.build("--pages-only")
    for name in ("cache.sqlite", "build.json", "edition.json"):
        (made.root / ".seedpress" / name).write_bytes(b"rubbish" * 1000)
    assert "0 reused" in made.build("--pages-only")
    assert "16 reused" in made.build("--pages-only")


def test_one_bad_seed_is_reported_and_the_rest_is_published(empty):
    seeds = empty.root / "seeds"
    (seeds / "good.txt").write_text("Truce holds\n\nThe truce held in Kursk on Monday.\n")
    (seeds / "picture.png").write_bytes(b"\x89PNG")
    (seeds / "empty.txt").write_text("")
    (seeds / "link.txt").symlink_to("/etc/hostname")
    done = empty.run("build", "--pages-only")
    assert done.returncode == 0
    for name in ("picture.png", "empty.txt", "link.txt"):
        assert name in done.stderr
    assert len(list((empty.docs / "articles").glob("truce-holds-*.md"))) == 1
    assert empty.run("build", "--pages-only", "--strict").returncode == 1


def test_an_interrupted_build_is_repaired_by_the_next(tmp_path):
    made = project(tmp_path / "c", SAMPLES)
    made.build("--pages-only")
    whole = tree(made.docs)
    for name in list(whole)[::3]:
        if not name.startswith((".", "about")):
            (made.docs / name).unlink()
    made.build("--pages-only")
    assert differing(whole, tree(made.docs)) == []


def test_check_lists_problems_and_writes_nothing(empty):
    seeds = empty.root / "seeds"
    (seeds / "good.txt").write_text("Truce holds\n\nThe truce held in Kursk on Monday.\n")
    before = tree(empty.root)
    assert empty.run("check").returncode == 0
    (seeds / "what.xyz").write_text("?")
    done = empty.run("check", "--format", "json")
    assert done.returncode == 1
    (problem,) = json.loads(done.stdout)
    assert problem["seed"] == "what.xyz"
    assert problem["reason"]
    assert problem["remedy"]
    (seeds / "what.xyz").unlink()
    assert tree(empty.root) == before


def test_explain_says_what_was_read_removed_and_chosen(sample):
    done = sample.run("explain", "seeds/witkoff-in-moscow.txt")
    assert done.returncode == 0
    for word in ("Read", "Cleaned", "Keywords", "Mentions", "Witkoff", "this entity because"):
        assert word in done.stdout
    assert "Steven Witkoff (2): another spelling or short form of the same name" in done.stdout
    assert "not_same:  - [Steven Witkoff, Steve Witkoff]" in done.stdout
    assert "not_same:  - [RUSSIA, Russia]" not in done.stdout  # one name in capitals


def test_errors_are_one_line_and_exit_code_1(tmp_path, empty):
    for arguments in (
        ("build", "-f", str(tmp_path / "none.yml")),
        ("explain", "no-such-seed.txt"),
        ("export", "--seeds", str(tmp_path / "none"), "--to", str(tmp_path / "to")),
    ):
        done = empty.run(*arguments)
        assert done.returncode == 1, arguments
        assert "Traceback" not in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1
    assert empty.run("nonsense").returncode == 2


def test_export_needs_no_project(tmp_path):
    seeds = tmp_path / "in"
    shutil.copytree(SHARED_SEEDS if SHARED_SEEDS.is_dir() else SAMPLES, seeds)
    made = project(tmp_path / "empty")
    done = made.run("export", "--seeds", str(seeds), "--to", str(tmp_path / "out"))
    assert done.returncode == 0
    assert (tmp_path / "out" / "articles.jsonl").stat().st_size > 1000
    assert (tmp_path / "out" / "entities.jsonl").stat().st_size > 1000


def test_a_changed_title_or_name_leaves_a_page_that_leads_on(tmp_path):
    made = project(tmp_path / "c", SAMPLES)
    made.build("--pages-only")
    (old,) = (made.docs / "articles").glob("what-europe-can-pay-for-*.md")
    path = made.root / "seeds" / "what-europe-can-pay-for.txt"
    text = path.read_text("utf-8")
    path.write_text(text.replace("What Europe can pay for", "What Europe will pay for"), "utf-8")
    made.run("entities", "rename", "Jeddah", "Jiddah")
    for _ in range(2):  # the page that leads on stays
        made.build("--strict")
        (new,) = (made.docs / "articles").glob("what-europe-will-pay-for-*.md")
        assert new.stem[-6:] == old.stem[-6:]
        assert f"]({'../articles/' + new.name})" in old.read_text("utf-8")
        assert "](../entities/jiddah.md)" in (made.docs / "entities" / "jeddah.md").read_text()
    shown = (made.site / "entities" / "jeddah" / "index.html").read_text("utf-8")
    assert 'content="0; url=../jiddah/"' in shown or "url=../../entities/jiddah/" in shown
    path.unlink()
    made.build("--pages-only")
    assert not old.exists()
    assert not new.exists()


def test_a_second_build_at_once_is_told_of_the_first(empty):
    (empty.root / "seeds" / "good.txt").write_text("Truce holds\n\nThe truce held in Kursk.\n")
    with holding(empty.root / BUILDING):
        for more in ((), ("--fresh",), ("--verify",)):
            done = empty.run("build", "--pages-only", *more)
            assert done.returncode == 1
            told = f"seedpress: .seedpress/lock: held by process {os.getpid()}, "
            assert done.stderr.startswith(told)
            assert len(done.stderr.splitlines()) == 1
        assert empty.run("check").returncode == 0  # which writes nothing
    assert not any(empty.docs.glob("articles/*"))
    empty.build("--pages-only")
