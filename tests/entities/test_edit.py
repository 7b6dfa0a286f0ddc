"""Changing the authority file: what was there stays, what is written is read back, undo undoes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedpress.entities import edit, load_authority
from seedpress.errors import AuthorityError

FILE = """\
# our file
entities:
  # the capital
  - name: Kyiv # as we spell it
    aliases: [Kiev]

same:
  - [Donald Trump, The Donald] # really
"""


def test_comments_and_order_stay():
    changed = edit.same(FILE, "Steve Witkoff", "Steven Witkoff")
    assert changed == FILE + "  - [Steve Witkoff, Steven Witkoff]\n"


WORDS = """\
entities:
  - name: null
    keep: yes
  - name: 1.0
never: [No, ~]
"""


def test_words_that_yaml_takes_for_something_else_stay_as_they_are():
    assert edit.drop(WORDS, "Rome") == WORDS.replace("~]", "~, Rome]")
    assert edit.kind(WORDS, "null", "person") == WORDS.replace("yes\n", "yes\n    kind: person\n")
    assert edit.undo(WORDS, "null") == WORDS.replace("  - name: null\n    keep: yes\n", "")


TOLD = """\
# ours

# names
entities:
  - name: Kyiv

# pairs
same:
  - [Ada, Bo]

# and no names
never:
  - Plan B
"""


@pytest.mark.parametrize(
    ("change", "line", "after"),
    [
        (lambda text: edit.kind(text, "Oslo", "place"), "  - name: Oslo", "  - name: Kyiv"),
        (lambda text: edit.same(text, "Cy", "Di"), "  - [Cy, Di]", "  - [Ada, Bo]"),
        (lambda text: edit.drop(text, "Rome"), "  - Rome", "  - Plan B"),
    ],
)
def test_comments_stay_above_their_key(change, line, after):
    changed = change(TOLD)
    for comment, name in (("# names", "entities:"), ("# pairs", "same:"), ("# and no", "never:")):
        lines = changed.splitlines()
        assert lines[lines.index(name) - 1].startswith(comment)
    assert f"{after}\n{line}\n" in changed
    assert [each for each in changed.splitlines() if each in TOLD.splitlines()] == TOLD.splitlines()


def test_a_pair_is_either_same_or_not():
    text = edit.not_same(edit.same("", "Ada", "Bo"), "Bo", "Ada")
    assert text == "not_same:\n  - [Bo, Ada]\n"
    assert edit.same(text, "Ada", "Bo") == "same:\n  - [Ada, Bo]\n"


def test_saying_it_twice_says_it_once():
    once = edit.same(FILE, "Ada", "Bo")
    assert edit.same(once, "Ada", "Bo") == once
    assert edit.drop(edit.drop("", "Ada"), "Ada") == edit.drop("", "Ada")


def test_rename_keeps_the_old_name_as_another():
    changed = edit.rename(FILE, "Kyiv", "City of Kyiv")
    assert "  - name: City of Kyiv # as we spell it\n    aliases: [Kiev, Kyiv]\n" in changed


def test_rename_to_an_alias():
    assert "name: Kiev" in edit.rename(FILE, "Kyiv", "Kiev")
    assert "aliases: [Kyiv]" in edit.rename(FILE, "Kyiv", "Kiev")


def test_drop_takes_the_entry_away():
    assert "Kiev" not in edit.drop(FILE, "Kyiv")
    assert "never:\n  - Kyiv\n" in edit.drop(FILE, "Kyiv")


def test_a_wrong_kind_is_refused():
    with pytest.raises(AuthorityError, match="found `city`, allowed is one of person"):
        edit.kind("", "Kyiv", "city")


def test_undo_of_what_was_never_said():
    with pytest.raises(AuthorityError, match="says nothing of `Oslo`"):
        edit.undo(FILE, "Oslo")


def test_a_broken_file_is_not_touched():
    with pytest.raises(AuthorityError, match="not readable"):
        edit.same("same: [A\n", "Ada", "Bo")


NAMES = st.one_of(
    st.sampled_from(
        ["No", "null", "1984", "~", "- x", "a: b", "#1", "O'Neill", "*a", "&b", "É", "3.0"]
    ),
    st.text(min_size=1, max_size=20).filter(lambda n: n.isprintable() and n.strip() == n),
)


@settings(deadline=None)
@given(NAMES)
def test_what_is_written_is_read_back(tmp_path_factory, name):
    path = tmp_path_factory.mktemp("authority") / "authority.yml"
    path.write_text(edit.drop(edit.kind("", "Some Other", "place"), name), "utf-8")
    authority = load_authority(path)
    assert [each for each, _ in authority.never] == [" ".join(name.split())]


@settings(deadline=None)
@given(st.sampled_from(["same", "not_same"]))
def test_undo_of_a_pair_gives_the_file_back(verb):
    changed = getattr(edit, verb)(FILE, "Ada Berg", "Bo Hill")
    assert edit.undo(changed, "Bo Hill", "Ada Berg") == FILE


def test_undo_by_the_name_before_says_what_it_is_called_now():
    changed = edit.rename("", "Ada Berg", "Adah Berg")
    with pytest.raises(AuthorityError, match="it is an alias of `Adah Berg`, undo that"):
        edit.undo(changed, "Ada Berg")


@pytest.mark.parametrize("verb", [edit.drop, edit.keep, lambda t, n: edit.kind(t, n, "place")])
def test_undo_of_a_name_gives_the_file_back_but_for_empty_lines(verb):
    undone = edit.undo(verb(FILE, "Oslo"), "Oslo")
    assert undone.split() == FILE.split()
    assert "# as we spell it\n" in undone


def test_undo_of_a_last_line_keeps_the_comments_that_follow_it():
    changed = edit.drop(edit.same(edit.kind(TOLD, "Oslo", "place"), "Cy", "Di"), "Rome")
    assert edit.undo(edit.undo(edit.undo(changed, "Oslo"), "Di", "Cy"), "Rome") == TOLD


@pytest.mark.parametrize("change", [edit.same, edit.not_same])
def test_spellings_of_one_name_are_no_pair(change):
    with pytest.raises(AuthorityError, match="spellings of one name"):
        change("", "Hamas", "the Hamas")
