from hypothesis import given
from hypothesis import strategies as st

from seedpress.names import slug
from seedpress.slugs import slugs

_WORDS = st.sampled_from(["the", "a.b", "-", "''", "con", "index", "É", "x" * 61, " ", "\n", "Iß"])
_TEXTS = st.text(max_size=9) | st.lists(_WORDS, max_size=5).map(" ".join)


@given(st.lists(_TEXTS))
def test_slugs_of_many_are_those_of_each(texts):
    assert slugs(texts) == [slug(text) for text in texts]
