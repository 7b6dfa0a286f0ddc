"""What an article's mentions stand for is told as it stands, each name once."""

from msgspec import msgpack

from seedpress.entities import naming
from seedpress.entities.mentions import Meant
from seedpress.entities.placed import Placed
from seedpress.entities.within import SAME
from seedpress.model import Look, mark_of, mentioned, mentions_of, times_mentioned

IDS = {"clinton": "person:clinton", "bill clinton": "person:clinton", "paris": "place:paris"}


def placed(text, key, number, skipped=0):
    look = Look(text, "person", "", (number,), (0, 0, 0, 0), skipped=skipped)
    return Placed(look, key, SAME, text)


def told(*mentions):
    named = naming.naming(mentions, IDS)
    each = named.each()
    assert msgpack.decode(named.texts) == [text for text, _, _ in each]
    assert msgpack.decode(named.ids) == [identity for _, _, identity in each]
    return each


def test_names_come_in_the_order_in_which_they_stand():
    here = placed("Paris", "paris", 2), placed("Clinton", "clinton", 1)
    assert told(*here) == [
        ("Clinton", "person", "person:clinton"),
        ("Paris", "place", "place:paris"),
    ]


def test_what_stands_behind_something_in_a_mention_comes_after_it():
    here = placed("Paris", "paris", 1, skipped=9), placed("Clinton", "clinton", 1)
    assert [text for text, _, _ in told(*here)] == ["Clinton", "Paris"]


def test_a_text_that_stands_for_two_names_of_one_entity_is_told_once():
    here = placed("Clinton", "clinton", 0), placed("Clinton", "bill clinton", 1)
    assert told(*here) == [("Clinton", "person", "person:clinton")]


def test_a_text_that_stands_for_two_entities_is_told_of_both():
    here = placed("Clinton", "clinton", 0), placed("Clinton", "paris", 1)
    assert [identity for _, _, identity in told(*here)] == ["person:clinton", "place:paris"]


def meant(*mentions, ids=IDS):
    return Meant((-1, 0, 20, 40), mentions, naming.told(ids))


def test_mentions_that_are_not_made_yet_tell_what_they_do_once_made():
    mentions = meant(
        placed("Paris", "paris", 2),
        placed("Clinton", "clinton", 0),
        placed("Bill Clinton", "bill clinton", 1),
        placed("Clinton", "clinton", 2, skipped=9),
    )
    plain = tuple(mentions)
    assert [(m.start, m.end, m.text, m.in_title) for m in plain] == [
        (0, 7, "Clinton", True),
        (0, 12, "Bill Clinton", False),
        (20, 25, "Paris", False),
        (29, 36, "Clinton", False),
    ]
    assert {*mentioned(mentions)} == {*mentioned(plain)}
    times = times_mentioned(mentions)
    assert [*times.items()] == [*times_mentioned(plain).items()]
    assert times == {"person:clinton": 3, "place:paris": 1}
    assert mentions == plain
    assert [m.start for m in mentions_of(mentions, {"person:clinton"})] == [0, 0, 29]
    assert (*mentions_of(plain, {"place:paris"}),) == plain[2:3]
    assert (len(mentions), mentions[2].entity, mentions[1:]) == (4, "place:paris", plain[1:])


def test_the_mark_of_mentions_is_another_where_one_is():
    here = placed("Paris", "paris", 1)
    others = (
        meant(here, ids=IDS | {"paris": "place:paris-2"}),
        meant(placed("Paris", "paris", 2)),
        meant(placed("Parisian", "paris", 1)),
        meant(placed("Paris", "paris", 1, skipped=3)),
        meant(here, placed("Clinton", "clinton", 2)),
    )
    marks = {mark_of(each) for each in others}
    assert len(marks) == len(others)
    assert mark_of(meant(here)) not in marks
    assert mark_of(meant(here)) == mark_of(meant(placed("Paris", "paris", 1)))
