"""The editor's word by command: each writes one entry, says what changes, and is taken back."""

import csv
import os

import pytest

from seedpress import editing
from seedpress.errors import AuthorityError
from seedpress.lock import EDITING, holding
from seedpress.pipeline import Order
from seedpress.settings import load
from tests.conftest import project

TEXTS = {
    "a.txt": "Talks in Jeddah\n\nMaria Zakharova spoke in Jeddah. Zakharova left for Moscow.\n",
    "b.txt": "Moscow waits\n\nMaria Zakharova returned to Moscow, and Jeddah was quiet again.\n",
    "c.txt": "A foreign ministry\n\nIn Moscow, Jeddah was praised by Maria Zakharova.\n",
}


@pytest.fixture
def corpus(tmp_path):
    made = project(tmp_path / "c")
    for name, text in TEXTS.items():
        (made.root / "seeds" / name).write_text(text)
    (made.root / "seeds" / "authority.yml").write_text("# the editor's comment\n")
    return made


def word(corpus):
    return (corpus.root / "seeds" / "authority.yml").read_text("utf-8")


def run(corpus, *arguments):
    done = corpus.run("entities", *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_lists_entities_with_their_articles(corpus):
    said = run(corpus)
    assert "Maria Zakharova" in said
    assert "Jeddah" in said


def test_a_seed_that_is_left_out_is_told(corpus):
    (corpus.root / "seeds" / "empty.txt").write_text("")
    done = corpus.run("entities")
    assert done.returncode == 0
    assert "empty.txt" in done.stderr
    assert "Jeddah" in done.stdout
    done = corpus.run("entities", "export", str(corpus.root / "table.csv"))
    assert "empty.txt" in done.stderr


@pytest.mark.parametrize("called", ["same", "rename", "kind", "drop", "undo"])
def test_a_correction_without_its_names_says_which_are_wanted(corpus, called):
    done = corpus.run("entities", called)
    assert done.returncode == 2
    assert "Missing argument" in done.stderr


def test_rename_then_undo(corpus):
    said = run(corpus, "rename", "Jeddah", "Jiddah")
    assert "Jeddah: 3 -> 0" in said
    assert "Jiddah: 0 -> 3" in said
    assert "# the editor's comment" in word(corpus)
    assert "Jiddah" in run(corpus)
    run(corpus, "undo", "Jiddah")
    assert "Jiddah" not in run(corpus)


def test_drop_and_a_dry_run_of_it(corpus):
    before = word(corpus)
    assert "would write" in run(corpus, "drop", "Jeddah", "--dry-run")
    assert word(corpus) == before
    run(corpus, "drop", "Jeddah")
    assert "Jeddah" not in run(corpus)


def test_a_change_that_cannot_be_followed_leaves_the_file(corpus):
    run(corpus, "same", "Maria Zakharova", "Jeddah")
    before = word(corpus)
    done = corpus.run("entities", "undo", "Nobody")
    assert done.returncode == 1
    assert "Nobody" in done.stderr
    assert word(corpus) == before


def test_export_edit_import(corpus):
    table = corpus.root / "entities.csv"
    run(corpus, "export", str(table))
    rows = list(csv.DictReader(table.read_text("utf-8-sig").splitlines()))
    for row in rows:
        if row["name"] == "Jeddah":
            row["name"] = "Jiddah"
    with table.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    run(corpus, "import", str(table))
    assert "Jiddah" in word(corpus)
    assert "Jiddah" in run(corpus)


def test_two_at_once_lose_no_word(corpus):
    with holding(corpus.root / EDITING):
        done = corpus.run("entities", "rename", "Jeddah", "Jiddah")
        run(corpus, "rename", "Jeddah", "Jiddah", "--dry-run")
    assert done.returncode == 1
    assert f"held by process {os.getpid()}" in done.stderr
    assert word(corpus) == "# the editor's comment\n"


def test_what_the_editor_saves_meanwhile_stays(corpus):
    settings = load(corpus.root / "mkdocs.yml")

    def change(text, _entities):
        settings.authority_file.write_text("# another comment\n", "utf-8")
        return f"{text}# ours\n"

    with pytest.raises(AuthorityError, match="changed meanwhile"):
        editing.edit(settings, Order(), change)
    assert word(corpus) == "# another comment\n"
