from hypothesis import example, given
from hypothesis import strategies as st

from seedpress import names
from seedpress.names import slug
from seedpress.slugs import distinct, slugs

_WORDS = st.sampled_from(["the", "a.b", "-", "''", "con", "index", "É", "x" * 61, " ", "\n", "Iß"])
_TEXTS = st.text(max_size=9) | st.lists(_WORDS, max_size=5).map(" ".join)


@given(st.lists(_TEXTS))
def test_slugs_of_many_are_those_of_each(texts):
    assert slugs(texts) == [slug(text) for text in texts]


@given(st.lists(st.sampled_from(["a", "b", "a-1", "a-2", "b-1", "c"]), max_size=8))
@example(["a", "a", "a-1"])  # what the second gets in its stead is the wish of the third
def test_slugs_that_many_wish_for_are_given_as_to_each(wishes):
    ids = [str(place) for place in range(len(wishes))]
    given = names.distinct(zip(ids, wishes, strict=True), str)
    assert distinct(ids, wishes) == [*given.values()]
