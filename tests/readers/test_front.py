"""Front matter."""

import pytest

from seedpress.model import Fields
from seedpress.readers.front import split


def test_fields():
    front = split(
        "---\ntitle: 'A: B'\nauthor: [Ann, Bob]\ndate: 4 March 2024\ntags: x, y\nlang: en-GB\n"
        "unknown: 1\nid: 7\n---\nBody\n"
    )
    wanted = Fields(
        title="A: B", byline="Ann, Bob", date="2024-03-04", language="en", tags=("x", "y")
    )
    assert (front.fields, front.body, front.first_line, front.own_id) == (wanted, "Body\n", 10, "7")
    assert front.complaints == ()


@pytest.mark.parametrize(
    "text",
    [
        "No front matter",
        "---\nnever closed",
        "---\n\nprose between rules\n\n---\nmore",
        "--- not alone\na: b\n---\n",
    ],
)
def test_a_text_without_front_matter_is_all_body(text):
    front = split(text)
    assert (front.fields, front.body, front.first_line) == (Fields(), text, 1)


@pytest.mark.parametrize(
    ("yaml", "word"),
    [
        ("a: &x [1]\nb: *x", "aliases"),
        ("a: " + "[" * 20 + "]" * 20, "deeper"),
        ("a: [1", "usable"),
        ("date: sometime", "date"),
    ],
)
def test_what_is_not_usable_is_told_and_the_body_kept(yaml, word):
    front = split(f"---\n{yaml}\n---\nBody")
    assert front.body == "Body"
    assert word in " ".join(front.complaints)


def test_a_bomb_of_aliases_is_refused_at_once():
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60)]
    assert split("---\n" + "\n".join(lines) + "\n---\nBody").complaints


@pytest.mark.parametrize(
    ("yaml", "title"),
    [
        ("title: No", "No"),
        ("title: !!python/object:os.system x", "x"),
        ("title: " + "1:" * 400 + "1", "1:" * 400 + "1"),
        ("title: " + "7" * 1500, "7" * 1500),
        ('title: "a\\ud800b\\0c"', "abc"),
        ("title: ~", ""),
    ],
)
def test_a_scalar_is_the_text_it_is(yaml, title):
    assert split(f"---\n{yaml}\n---\nBody").fields.title == title


def test_a_fault_is_told_with_its_line_in_the_seed() -> None:
    (complaint,) = split("---\ntitle: a\ndate: b: c\n---\nBody").complaints
    assert (
        complaint == "front matter is not usable YAML: line 3: mapping values are not allowed here"
    )
