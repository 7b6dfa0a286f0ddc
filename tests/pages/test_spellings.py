"""The lines of an entity's page that an editor may copy."""

from seedpress.model import Alias, Entity, Reason
from seedpress.model.corpus import EDITORS_WORD, SAME_NAME
from seedpress.pages.spellings import reasons


def test_only_what_a_rule_of_ours_joined_is_split_by_a_line() -> None:
    found = Entity(
        "place:kyiv",
        "Kyiv",
        "place",
        articles=("a", "b"),
        mentions=17,
        aliases=(Alias("Kyiv", 9), Alias("Kiev", 5), Alias("KYIV", 2), Alias("Kyjiw", 1)),
        reasons=(
            Reason("Kyiv", SAME_NAME),
            Reason("Kiev", EDITORS_WORD, "authority file, line 3"),
            Reason("KYIV", SAME_NAME),
            Reason("Kyjiw", "another usual name", "for Kyiv"),
        ),
    )
    assert [line for *_, line in reasons(found)] == ["", "", "", "- [Kyjiw, Kyiv]"]
