"""What Pagefind leaves to chance is settled: the same index from the same pages."""

import gzip
import json
from pathlib import Path

import cbor2
import pytest

from seedpress.errors import SiteError
from seedpress.site import indexing
from seedpress.site.indexing import index

from .conftest import tree

PAGE = """<!doctype html><html lang="en"><title>T</title><body><main data-pagefind-body>
<h1>Page {n}</h1><div hidden data-pagefind-ignore>{fields}</div><p>The tide turned {n} times.</p>
</main></body></html>"""


def make(site: Path, count: int) -> Path:
    for n in range(count):
        names = (("kind", "Article"), ("year", f"20{n % 7:02}"), ("entity", f"Name {n % 13}"))
        fields = "".join(f'<i data-pagefind-filter="{k}">{v}</i>' for k, v in names)
        (site / f"p{n}").mkdir(parents=True)
        (site / f"p{n}" / "index.html").write_text(PAGE.format(n=n, fields=fields), "utf-8")
    return site


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    site = make(tmp_path / "site", 40)
    assert index(site, "en") == 40
    first = tree(site)
    for _ in range(3):
        assert index(site, "en") == 40
        assert tree(site) == first


def unpacked(file: Path) -> object:
    data = gzip.decompress(file.read_bytes())
    assert data.startswith(b"pagefind_dcd")
    return cbor2.loads(data[12:])


def test_every_filter_is_listed_in_order_and_lies_where_the_list_says(tmp_path: Path) -> None:
    site = make(tmp_path / "site", 20)
    index(site, "en")
    folder = site / "pagefind"
    entry = json.loads((folder / "pagefind-entry.json").read_text("utf-8"))
    key = entry["languages"]["en"]["hash"]
    (listing,) = folder.glob("*.pf_meta")
    assert listing.name == f"pagefind.{key}.pf_meta"
    filters = unpacked(listing)[3]
    assert [name for name, _ in filters] == ["entity", "kind", "year"]
    files = {file.stem: unpacked(file) for file in (folder / "filter").iterdir()}
    assert files.keys() == {at for _, at in filters}
    for name, at in filters:
        values = [value for value, _ in files[at][1]]
        assert files[at][0] == name
        assert values == sorted(values)


def test_one_index_whatever_the_pages_say_their_language_is(tmp_path: Path) -> None:
    site = make(tmp_path / "site", 3)
    page = site / "p1" / "index.html"
    page.write_text(page.read_text("utf-8").replace('lang="en"', 'lang="es"'), "utf-8")
    assert index(site, "en") == 3
    entry = json.loads((site / "pagefind" / "pagefind-entry.json").read_text("utf-8"))
    assert list(entry["languages"]) == ["en"]


@pytest.mark.parametrize(("language", "key"), [("pt-BR", "pt"), ("uk", "uk"), ("zh", "zh")])
def test_any_language_has_an_index(tmp_path: Path, language: str, key: str) -> None:
    site = make(tmp_path / "site", 2)
    assert index(site, language) == 2
    entry = json.loads((site / "pagefind" / "pagefind-entry.json").read_text("utf-8"))
    assert list(entry["languages"]) == [key]


def test_a_form_that_is_not_known_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "_MARK", b"pagefind_dcx")
    with pytest.raises(SiteError, match="not in the form"):
        index(make(tmp_path / "site", 2), "en")


def test_a_site_without_pages_is_told(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    with pytest.raises(SiteError, match="pagefind"):
        index(tmp_path / "site", "en")
