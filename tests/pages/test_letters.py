"""Lists by letter: every name under one, and no list at the address of another."""

from seedpress import names
from seedpress.model import ENTITY_KINDS
from seedpress.pages.letters import Name, by_letter


def test_a_name_in_any_script_has_a_letter_and_signs_come_last():
    listed = [Name(text, "x", 1) for text in ("Zürich", "1812", "Київ", "«Заря»", "ångström", "…")]
    groups = by_letter(listed)
    assert next(n.text for ours in groups.values() for n in ours) == "ångström"
    assert list(groups)[-1] == "signs"
    assert sum(map(len, groups.values())) == len(listed)


def test_no_letter_lies_where_a_kind_does():
    groups = by_letter([Name("1812", "x", 1), Name("A", "y", 1)])
    paths = {names.sorted_path("entities", letter) for letter in groups}
    assert paths.isdisjoint(names.sorted_path("entities", kind) for kind in ENTITY_KINDS)
