"""The lines of an entity's page that an editor may copy."""

from seedpress.model import Alias, Entity, Reason
from seedpress.model.corpus import EDITORS_WORD, SAME_NAME
from seedpress.pages.spellings import COMMON, ELSEWHERE, elsewhere, reasons


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


def written(articles: int, *aliases: Alias) -> Entity:
    ids = tuple(f"a{number:02}" for number in range(articles))
    return Entity("place:kyiv", "Kyiv", "place", articles=ids, mentions=99, aliases=aliases)


def test_a_spelling_that_stands_once_is_not_told_in_all_articles_of_a_name_that_many_have() -> None:
    spellings = Alias("Kyiv", 60), Alias("Kiev", 38), Alias("Kyjiw", 1)
    assert elsewhere(written(COMMON - 1, *spellings)) == ["Kiev", "Kyiv", "Kyjiw"]
    assert elsewhere(written(COMMON, *spellings)) == ["Kiev", "Kyiv"]


def test_it_is_no_matter_which_spelling_is_more_frequent() -> None:
    one, other = Alias("Kyiv", 50), Alias("Kiev", 49)
    assert elsewhere(written(2, one, other)) == elsewhere(written(2, other, one))


def test_of_very_many_spellings_the_most_frequent_are_told() -> None:
    spellings = [Alias(f"Kyiv {number}", 90 - number) for number in range(ELSEWHERE + 5)]
    assert elsewhere(written(2, *spellings)) == sorted(a.text for a in spellings[:ELSEWHERE])
