"""What an article's mentions stand for is told as it stands, each name once."""

from msgspec import msgpack

from seedpress.entities.placed import Placed
from seedpress.entities.who import Standing
from seedpress.entities.within import SAME
from seedpress.model import Look

IDS = {"clinton": "person:clinton", "bill clinton": "person:clinton", "paris": "place:paris"}


def placed(text, key, number, skipped=0):
    look = Look(text, "person", "", (number,), (0, 0, 0, 0), skipped=skipped)
    return Placed(look, key, SAME, text)


def told(*mentions):
    naming = Standing(mentions).naming(IDS)
    each = naming.each()
    assert msgpack.decode(naming.texts) == [text for text, _, _ in each]
    assert msgpack.decode(naming.ids) == [identity for _, _, identity in each]
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
