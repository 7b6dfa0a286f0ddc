"""The lines of an entity's page that an editor may copy."""

from seedpress.model import Alias, Entity, Reason
from seedpress.model.corpus import EDITORS_WORD, SAME_NAME
from seedpress.pages.spellings import ELSEWHERE, elsewhere, reasons


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


def written(*aliases: Alias) -> Entity:
    mentions = sum(alias.count for alias in aliases)
    return Entity("place:kyiv", "Kyiv", "place", aliases, ("a", "b"), mentions=mentions)


def test_a_rare_spelling_is_not_told_in_all_articles_that_name_an_entity() -> None:
    assert elsewhere(written(Alias("Kyiv", 40), Alias("Kyjiw", 1))) == ["Kyiv", "Kyjiw"]
    assert elsewhere(written(Alias("Kyiv", 400), Alias("Kiev", 90), Alias("Kyjiw", 9))) == [
        "Kiev",
        "Kyiv",
    ]


def test_it_is_no_matter_which_spelling_is_more_frequent() -> None:
    one, other = Alias("Kyiv", 50), Alias("Kiev", 49)
    assert elsewhere(written(one, other)) == elsewhere(written(other, one)) == ["Kiev", "Kyiv"]


def test_of_very_many_spellings_the_most_frequent_are_told() -> None:
    spellings = [Alias(f"Kyiv {number}", 900 - number) for number in range(ELSEWHERE + 5)]
    assert elsewhere(written(*spellings)) == sorted(a.text for a in spellings[:ELSEWHERE])
