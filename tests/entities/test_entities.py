"""Who is who, over small corpora."""

from pathlib import Path

import pytest
import yaml

from tests.entities.corpora import by_name, resolved, spellings

HERE = Path(__file__).parent
CASES = yaml.safe_load((HERE / "entities.yml").read_text("utf-8"))
FAILURES = yaml.safe_load((HERE / "entities_known_failures.yml").read_text("utf-8"))


@pytest.mark.xfail(strict=True, reason="known failure")
@pytest.mark.parametrize("case", FAILURES, ids=lambda case: case["why"])
def test_known_failures(case):
    test_entities(case)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_entities(case):
    resolution = resolved(*case["articles"])
    entities = by_name(resolution)
    for name, *others in case.get("one", ()):
        assert set(spellings(entities[name])) >= set(others)
    assert set(case.get("apart", ())) <= entities.keys()
    if "pages" in case:
        assert [e.name for e in resolution.entities if e.page] == case["pages"]


def test_every_spelling_says_why():
    resolution = resolved("They met Vladimir Putin. Later Putin left.", "They said Putin left.")
    entity = by_name(resolution)["Vladimir Putin"]
    reasons = {reason.alias: reason.rule for reason in entity.reasons}
    assert reasons["Putin"] == "surname of the full name in the same article"
    assert reasons.keys() == {alias.text for alias in entity.aliases}


def test_near_misses_say_why_not():
    resolution = resolved("They met Anna Berg.", "They met Carl Berg.", "They said Berg left.")
    misses = {m.name: m.why for m in by_name(resolution)["Berg"].near_misses}
    assert misses.keys() == {"Anna Berg", "Carl Berg"}
    assert all("several people" in why for why in misses.values())


def test_kinds():
    resolution = resolved(
        "They met Vladimir Putin in Kursk for NATO.",
        "He left the University of Helsinki by Lake Baikal after World War II.",
    )
    kinds = {name: entity.kind for name, entity in by_name(resolution).items()}
    assert kinds == {
        "Vladimir Putin": "person",
        "Kursk": "place",
        "NATO": "organisation",
        "University of Helsinki": "organisation",
        "Lake Baikal": "place",
        "World War II": "event",
    }


def test_no_person_has_an_ampersand():
    resolution = resolved("They met Whitney Marlow of Marlow & Whitney there.")
    kinds = {name: entity.kind for name, entity in by_name(resolution).items()}
    assert kinds == {"Whitney Marlow": "person", "Marlow & Whitney": "organisation"}


def test_pages_are_for_what_articles_share():
    resolution = resolved("They met Anna Berg in Oslo.", "They left Oslo.")
    assert {e.name: e.page for e in resolution.entities} == {"Anna Berg": False, "Oslo": True}


def test_ids_are_readable_and_unique():
    resolution = resolved("They met Vladimir Putin in Kursk.", "They asked the Kursk Commission.")
    ids = [entity.id for entity in resolution.entities]
    assert ids == sorted(set(ids))
    assert {"person:vladimir-putin", "place:kursk"} <= set(ids)
