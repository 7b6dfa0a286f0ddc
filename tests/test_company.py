import numpy as np

from seedpress.company import COMPANY, company
from seedpress.link import _important
from seedpress.model import Company, Mention


def test_who_shares_most_articles_comes_first_and_of_equals_the_first_by_name():
    found = company([{"b", "a", "c"}, {"a", "c"}, {"d"}, set(), {"a", "e"}])
    assert found == {
        "a": (Company("c", 2), Company("b", 1), Company("e", 1)),
        "b": (Company("a", 1), Company("c", 1)),
        "c": (Company("a", 2), Company("b", 1)),
        "e": (Company("a", 1),),
    }
    assert list(found) == sorted(found)
    assert company([]) == {}


def test_the_same_stands_there_as_numbers_each_pair_once():
    found = company([{"b", "a", "c"}, {"a", "c"}, {"d"}, set(), {"a", "e"}])
    keys = list(found)
    low, high, times = (np.frombuffer(each, np.int32).tolist() for each in found.pairs)
    assert [(keys[a], keys[b], n) for a, b, n in zip(low, high, times, strict=True)] == [
        (one, other.other, other.articles)
        for one, several in found.items()
        for other in several
        if one < other.other
    ]
    assert company([]).pairs == (b"", b"", b"")


def test_of_very_many_entities_those_mentioned_most_are_company():
    ids = [f"e{number:03}" for number in range(COMPANY + 2)]
    mentions = [Mention(0, 1, "x", entity=one) for one in [*ids, *ids[2:], "not shown"]]
    assert _important(mentions, set(ids)) == ids[2:]
    assert _important(mentions, set(ids[:9])) == set(ids[:9])
