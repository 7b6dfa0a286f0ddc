import re

from hypothesis import given
from hypothesis import strategies as st

from seedpress import names


@given(st.text(alphabet=st.characters(codec=None)))
def test_a_slug_is_a_safe_file_name(text):
    slug = names.slug(text)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= 62


def test_slugs_of_reserved_names_are_not_reserved():
    assert {names.slug(n) for n in ("CON", "nul", "Index", "COM1")} == {
        "con-x",
        "nul-x",
        "index-x",
        "com1-x",
    }


def test_a_long_title_is_cut_between_words():
    assert names.slug("word " * 30) == "-".join(["word"] * 12)


def test_an_article_id_depends_on_its_place_alone():
    assert names.article_id("a.txt", None, "") == names.article_id("a.txt", None, "")
    assert names.article_id("a.txt", None, "") != names.article_id("b.txt", None, "")
    assert names.article_id("a.jsonl", 3, "x") == names.article_id("a.jsonl", 4, "x")


def test_equal_titles_get_different_slugs():
    one, two = (names.article_id(path, None, "") for path in ("a.txt", "b.txt"))
    assert names.article_slug("Same", one) != names.article_slug("Same", two)


@given(
    st.lists(
        st.tuples(st.text(min_size=1, max_size=4), st.sampled_from("abc")), unique_by=lambda t: t[0]
    )
)
def test_distinct_gives_each_its_own_and_the_first_its_wish(things):
    given_names = names.distinct(things, lambda _identity: "kind")
    assert len(set(given_names.values())) == len(things)
    if things:
        assert given_names[things[0][0]] == things[0][1]


def test_urls():
    assert names.url("articles/x.md") == "articles/x/"
    assert names.url("articles/index.md") == "articles/"
    assert names.url("index.md") == ""
