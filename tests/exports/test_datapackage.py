"""`datapackage.json` keeps to the specification, and the checksums to the files."""

import hashlib
import json
import re
import shutil
import subprocess

import pytest

from seedpress.exports import export
from seedpress.settings import Settings

from .corpora import corpus

SETTINGS = Settings(name="The <quay> & all", author="Ed", site_url="https://example.org/")
# Types of Table Schema, version 2.
TYPES = set(
    "string number integer boolean object array list datetime date time year yearmonth duration "
    "geopoint geojson any".split()
)


@pytest.fixture(scope="module")
def made():
    return {file.path: file.data for file in export(corpus(), SETTINGS)}


@pytest.fixture(scope="module")
def package(made):
    return json.loads(made["datapackage.json"])


def test_the_package_has_what_the_specification_asks_for(package):
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert re.fullmatch(r"[-a-z0-9._/]+", package["name"])
    assert package["title"] == "The <quay> & all"
    assert package["homepage"] == "https://example.org/"
    assert package["contributors"][0]["title"] == "Ed"
    assert re.fullmatch("[0-9a-f]{12}", package["version"])
    assert "created" not in package
    names = [resource["name"] for resource in package["resources"]]
    assert len(names) == len(set(names))


def test_every_resource_is_a_file_and_says_what_it_is(package, made):
    for resource in package["resources"]:
        data = made[resource["path"]]
        assert re.fullmatch(r"[-a-z0-9._/]+", resource["name"])
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert resource["format"] == resource["path"].rpartition(".")[2]
        assert re.fullmatch(r"[a-z]+/[a-z0-9.+-]+", resource["mediatype"])
        assert resource["description"]
        if "encoding" in resource:
            data.decode(resource["encoding"])
    rest = {path for path in made if not path.startswith("feeds/")}
    assert {r["path"] for r in package["resources"]} == rest - {"datapackage.json", "SHA256SUMS"}


def test_tables_have_a_schema(package):
    tables = [r for r in package["resources"] if r.get("type") == "table"]
    assert len(tables) == 6
    for resource in tables:
        fields = resource["schema"]["fields"]
        assert {field["type"] for field in fields} <= TYPES
        assert all(field["description"] for field in fields)
        assert resource["schema"]["primaryKey"][0] in [field["name"] for field in fields]


def test_the_version_tells_states_of_the_corpus_apart(package):
    same = {f.path: f.data for f in export(corpus(), Settings(name="Another name"))}
    assert json.loads(same["datapackage.json"])["version"] == package["version"]
    other = {f.path: f.data for f in export(corpus(), Settings(directory_urls=False))}
    assert json.loads(other["datapackage.json"])["version"] != package["version"]


def test_sha256sum_reads_the_checksums(made, tmp_path):
    for path, data in made.items():
        if not path.startswith("feeds/"):
            (tmp_path / path).write_bytes(data)
    lines = made["SHA256SUMS"].decode().splitlines()
    assert len(lines) == len(list(tmp_path.iterdir())) - 1
    for line in lines:
        digest, path = line.split("  ")
        assert hashlib.sha256(made[path]).hexdigest() == digest
    program = shutil.which("sha256sum")
    if program:
        done = subprocess.run(
            [program, "--strict", "-c", "SHA256SUMS"],
            cwd=tmp_path,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0
