"""The same idea in other forms."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from seedpress.keywords.variants import Variants, american

CASES = yaml.safe_load((Path(__file__).parent / "variants.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["same"][0])
def test_forms_of_one_idea_are_one(case):
    variants = Variants(case["corpus"])
    ideas = {form: variants.idea(form) for form in case["same"]}
    assert len(set(ideas.values())) == 1, ideas


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["same"][0])
def test_other_ideas_stay_apart(case):
    variants = Variants(case["corpus"])
    own = variants.idea(case["same"][0])
    assert [form for form in case["other"] if variants.idea(form) == own] == []


@settings(deadline=None)
@given(st.text(st.characters(codec="ascii"), max_size=60))
def test_case_does_not_matter(phrase):
    assert Variants().idea(phrase) == Variants().idea(phrase.upper())


@settings(deadline=None)
@given(st.lists(st.sampled_from(["harbour", "bridge", "ferry", "truce"]), min_size=1, unique=True))
def test_word_order_does_not_matter(words):
    variants = Variants()
    assert variants.idea(" ".join(words)) == variants.idea(" ".join(reversed(words)))


@pytest.mark.parametrize(
    ("british", "twin"),
    [("centre", "center"), ("colours", "colors"), ("organisation", "organization"),
     ("analysed", "analyzed"), ("dialogue", "dialog"), ("licence", "license"), ("grey", "gray")],
)  # fmt: skip
def test_american(british, twin):
    assert american(british) == american(twin)
