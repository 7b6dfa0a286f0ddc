"""Which words of an article are names."""

from pathlib import Path

import pytest
import yaml

from tests.entities.corpora import found

HERE = Path(__file__).parent
CASES = yaml.safe_load((HERE / "names.yml").read_text("utf-8"))
FAILURES = yaml.safe_load((HERE / "names_known_failures.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_names(case):
    assert found(case["text"], case.get("language", "")) == case["names"]


@pytest.mark.xfail(strict=True, reason="known failure")
@pytest.mark.parametrize("case", FAILURES, ids=lambda case: case["why"])
def test_known_failures(case):
    assert found(case["text"], case.get("language", "")) == case["names"]
