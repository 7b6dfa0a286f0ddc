"""Who is who in one article by what is known of others: known names, short forms, strangers."""

from seedpress.entities import acquaintance, resolve
from seedpress.model import Authority
from seedpress.notes import Notes

from .corpora import SETTINGS, analysis

KNOWN = (
    "On Monday Angela Merkel met Jonas Kivarek in Berlin. Merkel said nothing. Kivarek left.",
    "In Berlin on Tuesday Angela Merkel spoke of trade. Chancellor Merkel left early.",
)


def ids(text: str, authority: Authority = Authority()) -> dict[str, str]:  # noqa: B008
    """By the text of mentions the id of their entity; of those whom nobody knows, none."""
    analyses = [analysis(number, known) for number, known in enumerate(KNOWN)]
    known = resolve(analyses, authority, SETTINGS).entities
    those = acquaintance(analyses, known, authority, SETTINGS, Notes())
    found = those.introduce(analysis(2, text), "a2")
    strangers = {entity.id for entity in found.strangers}
    assert strangers.isdisjoint(entity.id for entity in known)
    assert not any(entity.page for entity in found.strangers)
    assert all(entity.articles == ("a2",) for entity in found.strangers)
    return {m.text: "" if m.entity in strangers else m.entity for m in found.mentions}


def test_names_are_those_of_whom_others_name() -> None:
    found = ids("In Berlin on Friday, Angela Merkel met Tom Verholt.")
    assert found["Angela Merkel"] == "person:angela-merkel"
    assert found["Berlin"] == "place:berlin"
    assert found["Tom Verholt"] == ""


def test_who_is_named_in_full_is_meant_by_the_surname() -> None:
    found = ids("On Friday Tom Merkel met Jonas Kivarek. Afterwards Merkel told Kivarek to go.")
    assert found["Merkel"] == found["Tom Merkel"] == ""
    assert found["Kivarek"] == "person:jonas-kivarek"


def test_a_surname_alone_is_whom_others_mean_by_it() -> None:
    assert ids("On Friday they told Kivarek to go.")["Kivarek"] == "person:jonas-kivarek"


def test_what_the_editor_bans_is_no_name() -> None:
    banned = Authority(never=(("Angela Merkel", 1),))
    assert "Angela Merkel" not in ids("On Friday Angela Merkel met them in Berlin.", banned)
