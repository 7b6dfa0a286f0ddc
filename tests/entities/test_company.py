"""The company that names keep, brought up to date as names are joined."""

from hypothesis import given
from hypothesis import strategies as st

from seedpress.entities.company import Company
from seedpress.entities.count import build
from seedpress.entities.placed import Placed
from seedpress.entities.retold import Kinds
from seedpress.entities.within import SAME
from seedpress.model import Look

SIZE = 6
NAMES = "abcde"
PLACES = st.dictionaries(st.sampled_from(NAMES), st.sets(st.integers(0, SIZE - 1)))


def seen(company):
    each = [{n} for n in range(SIZE)]
    return [(company.around(one), [company.shared(one, two) for two in each]) for one in each]


@given(PLACES, PLACES)
def test_a_name_placed_anew_is_as_if_placed_so_at_first(before, after):
    company = Company(before.items(), SIZE)
    for name, articles in after.items():
        company.place(name, articles)
    assert seen(company) == seen(Company((before | after).items(), SIZE))


def test_what_is_shared_stands_in_articles_of_both():
    company = Company(
        {"a": {0, 1}, "b": {1, 2}, "rare": {0}, "frequent": set(range(SIZE))}.items(), SIZE
    )
    assert company.around({0}) == {"a"}
    assert company.shared({0}, {1}) == {"a"}
    assert company.shared({0}, {2}) == set()


@given(PLACES, st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES))), st.data())
def test_names_that_meet_again_know_what_was_joined_since(where, joins, data):
    articles = [
        [
            Placed(Look(n, "other", SAME, (0,), (0, 0, 0, 0)), n, SAME, n)
            for n in NAMES
            if number in where.get(n, ())
        ]
        for number in range(SIZE)
    ]
    often, once = build(articles, Kinds()), build(articles, Kinds())
    for short, long in joins:
        if short in often.nodes and long in often.nodes:
            if data.draw(st.booleans()):
                often.meet()
            often.join(short, long, "a rule")
            once.join(short, long, "a rule")
    often.meet()
    once.meet()
    assert seen(often.company) == seen(once.company)
    roots = {n: once.articles(n) for n in once.nodes if n not in once.parent}
    assert seen(once.company) == seen(Company(roots.items(), SIZE))


def test_what_long_articles_share_by_chance_tells_nothing():
    where = {str(n): {n % 40, n * n // 40 % 40} for n in range(400)}
    company = Company(where.items(), 40)
    long, short = range(20), range(20, 25)
    assert company.around(long) & company.around(short)
    assert company.shared(long, short) == set()


def test_what_short_articles_share_tells_their_story():
    where = {"a": {0, 1}, "b": {0, 1}, "c": {1, 2}}
    assert Company(where.items(), 40).shared({0}, {1}) == {"a", "b"}
