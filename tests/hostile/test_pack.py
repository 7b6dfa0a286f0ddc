"""The pack itself: enough of every kind, every canary its own, and the generator repeats itself."""

import json
from collections import Counter
from pathlib import Path

import pytest
import yaml

from tests.hostile import filenames, pathological
from tests.hostile.corpus import GOOD, PLACES, RAW, good, write_corpus
from tests.hostile.payloads import CANARY, FILE, payloads

LEAST = {
    "script": 25,
    "handler": 30,
    "url": 50,
    "markdown": 45,
    "template": 20,
    "front_matter": 28,
    "entity_reference": 12,
    "unicode": 28,
    "bidi": 12,
    "formula": 20,
    "path": 30,
    "format": 45,
    "name": 25,
}


def test_enough_of_every_kind() -> None:
    counts = Counter(payload.kind for payload in payloads())
    assert counts.keys() == LEAST.keys()
    for kind, least in LEAST.items():
        assert counts[kind] >= least, kind


def test_ids_and_texts_are_distinct_and_the_file_is_ascii() -> None:
    found = payloads()
    assert len({p.id for p in found}) == len({p.text for p in found}) == len(found)
    lines = FILE.read_bytes().decode("ascii").splitlines()  # what hides in an editor is escaped
    assert [json.dumps(json.loads(line)) for line in lines] == lines


def test_every_payload_stands_in_every_place(tmp_path: Path) -> None:
    chosen = payloads()
    carried = write_corpus(tmp_path, chosen)
    numbers = [c.number for c in carried]
    assert len(set(numbers)) == len(numbers)
    places: dict[str, set[str]] = {}
    for one in carried:
        places.setdefault(one.payload, set()).add(one.place)
    for payload in chosen:
        wanted = set(PLACES) - (set() if payload.kind in RAW else {"raw"})
        assert places[payload.id] == wanted, payload.id


def test_a_canary_says_where_it_stands(tmp_path: Path) -> None:
    chosen = payloads(("script",))
    for one in write_corpus(tmp_path, chosen):
        if one.place.startswith(("entity", "keyword")):
            continue
        seed = (tmp_path / one.seed).read_text("utf-8")
        assert CANARY not in seed
        assert seed.count(f"({one.number})") >= 1 or f"/{one.number}" in seed, one


def test_the_editors_word_can_be_read(tmp_path: Path) -> None:
    write_corpus(tmp_path, payloads())
    said = yaml.safe_load((tmp_path / "authority.yml").read_text("utf-8"))
    names = [entity["name"] for entity in said["entities"]]
    assert len(set(names)) == len(names) == len(payloads())
    assert all((tmp_path / seed).is_file() for seed in said["keywords"]["pin"])


def test_the_same_payloads_make_the_same_files(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_corpus(tmp_path / name, payloads())
    one, two = (
        {p.name: p.read_bytes() for p in (tmp_path / name).iterdir()} for name in ("one", "two")
    )
    assert one == two
    assert len(good()) == GOOD
    assert good().keys() < one.keys()


def test_pathological_cases_are_distinct_and_bounded() -> None:
    cases = pathological.cases()
    assert len(cases) >= 200
    assert len({case.name for case in cases}) == len(cases)
    assert {case.fate for case in cases} == {"published", "reported", "either"}
    assert sum(len(case.data) for case in cases) < 60_000_000


@pytest.mark.parametrize("name", sorted(pathological.TEXTS))
def test_a_text_case_stands_between_two_sentences(name: str) -> None:
    text = pathological.TEXTS[name]()
    assert pathological.FIRST not in text
    assert len(text) >= 500


def test_names_that_the_system_takes_are_written(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    made = filenames.write_names(tmp_path / "seeds")
    assert len(made) >= 50
    assert {p.name for p in (tmp_path / "seeds").iterdir()} == set(made)


def test_special_files_are_made(tmp_path: Path) -> None:
    for name in ("seeds", "outside"):
        (tmp_path / name).mkdir()
    made = filenames.write_special(tmp_path / "seeds", tmp_path / "outside")
    for name in made:
        path = tmp_path / "seeds" / name
        assert path.is_symlink() or not path.is_file()
