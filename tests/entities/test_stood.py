"""Mentions that are packed beside what they are of come out as they were."""

from seedpress.entities import LastNaming, naming
from seedpress.entities.mentions import Meant, Standing
from seedpress.entities.placed import Placed
from seedpress.entities.stood import Stood, packed
from seedpress.entities.within import SAME
from seedpress.model import Look

IDS = {"clinton": "person:clinton", "bill clinton": "person:clinton", "paris": "place:paris"}
STARTS = (-1, 0, 20, 40, 52)
HERE = (
    Placed(Look("Paris", "person", "a rule", (2, 4), (0, 0, 0, 0)), "paris", SAME, "Paris"),
    Placed(Look("Clinton", "person", "another", (0,), (0, 0, 0, 0)), "clinton", SAME, "Clinton"),
    Placed(Look("Bill", "person", "", (1,), (0, 0, 0, 0)), "bill clinton", SAME, "Bill"),
    Placed(Look("Clinton", "other", "", (2,), (0,) * 4, skipped=9), "clinton", SAME, "Clinton"),
    Placed(Look("Clinton", "other", "a rule", (3,), (0,) * 4), "paris", SAME, "Clinton"),
)


def last(*placed):
    texts, ids, _ = naming.naming(placed, IDS)
    return LastNaming(b"a mark", texts, ids, b"", packed(placed, IDS, STARTS))


def meant(*placed):
    return Meant(STARTS, placed, naming.told(IDS))


def test_they_are_all_there_as_they_stand():
    assert Stood(last(*HERE)).all() == tuple(meant(*HERE))
    assert [*Stood(last(*HERE)).times().items()] == [*meant(*HERE).times().items()]


def test_those_of_some_entities_are_made_alone():
    every = tuple(meant(*HERE))
    for some in ({"place:paris"}, {"person:clinton"}, {"place:paris", "person:clinton"}, set()):
        found = Standing(last(*HERE)).of(some)
        assert [*found] == [each for each in every if each.entity in some]
    assert len(Stood(last(*HERE)).of({"place:paris", "place:elsewhere"})) == 3


def test_an_article_may_have_none():
    assert Stood(last()).all() == ()
    assert Stood(last()).times() == {}
