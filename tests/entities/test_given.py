"""Given names that may be one person's, against comparing each with each."""

from hypothesis import given
from hypothesis import strategies as st

from seedpress.entities.given import GivenNames
from seedpress.entities.joins.sounds import skeleton
from seedpress.entities.lexicon import lexicon
from seedpress.entities.people import same_given

NAMES = (
    "j", "j.", "john", "jon", "jack", "johnny", "jean-marc", "j-m", "j.-m", "jm", "james", "jim",
    "m", "mohammed", "muhammad", "mo", "anna", "ana", "a.", "abdelaziz", "abdul-aziz",
)  # fmt: skip


@given(st.lists(st.sampled_from(NAMES), unique=True))
def test_the_first_who_may_be_called_so_is_found(names):
    alike = GivenNames(lexicon())
    bearers: list[str] = []
    for name in names:
        found = alike.first(name, name)
        same = [other for other in bearers if may_be_one(name, other)]
        assert found == next(iter(same), name)
        if not same:
            bearers.append(name)


def may_be_one(one: str, two: str) -> bool:
    same = same_given(one.rstrip("."), two.rstrip("."), lexicon())
    return same or skeleton(one) == skeleton(two)
