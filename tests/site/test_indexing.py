"""What Pagefind leaves to chance is settled: the same index from the same pages."""

import gzip
import json
import os
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import cbor2
import pytest

from seedpress.errors import SiteError
from seedpress.site import form, indexing, pagefind
from seedpress.site.indexing import index
from seedpress.site.pagefind import Files

PAGE = """<!doctype html><html lang="en"><title>T</title><body><main data-pagefind-body>
<h1>Page {n}</h1><div hidden data-pagefind-ignore>{fields}</div><p>The tide turned {n} times.</p>
</main></body></html>"""


def pages(count: int) -> dict[str, str]:
    """Pages by their paths, sorted."""
    made = {}
    for n in range(count):
        names = (("kind", "Article"), ("year", f"20{n % 7:02}"), ("entity", f"Name {n % 13}"))
        fields = "".join(f'<i data-pagefind-filter="{k}">{v}</i>' for k, v in names)
        made[f"p{n}/index.html"] = PAGE.format(n=n, fields=fields)
    return dict(sorted(made.items()))


def make(site: Path, found: Mapping[str, str]) -> Path:
    """A folder of pages, each written as it comes."""
    for path, html in found.items():
        (site / path).parent.mkdir(parents=True)
        (site / path).write_text(html, "utf-8")
    return site


def test_two_runs_give_the_same_bytes() -> None:
    first = index(pages(40).items(), "en")
    for _ in range(3):
        assert index(pages(40).items(), "en") == first


def test_pages_are_numbered_in_their_order() -> None:
    found = list(pages(40).items())
    one, other = (urls(index(given, "en")) for given in (found, found[::-1]))
    assert one == [f"/{path.removesuffix('index.html')}" for path, _ in found]
    assert other == one[::-1]


def listing(files: Files) -> Any:
    """What the list of an index says: version, pages, chunks, filters, ..."""
    (language,) = json.loads(files[indexing.ENTRY])["languages"].values()
    return unpacked(files[f"pagefind.{language['hash']}.pf_meta"])


def urls(files: Files) -> list[str]:
    """What the pages of an index are called, by their numbers."""
    packed = [files[f"fragment/{page[0]}.pf_fragment"] for page in listing(files)[1]]
    return [json.loads(gzip.decompress(data)[12:])["url"] for data in packed]


def unpacked(data: bytes) -> Any:
    plain = gzip.decompress(data)
    assert plain.startswith(b"pagefind_dcd")
    return cbor2.loads(plain[12:])


def test_every_filter_is_listed_in_order_and_lies_where_the_list_says() -> None:
    files = index(pages(20).items(), "en")
    filters = listing(files)[3]
    assert [name for name, _ in filters] == ["entity", "kind", "year"]
    assert {f"filter/{at}.pf_filter" for _, at in filters} == {
        path for path in files if path.startswith("filter/")
    }
    for name, at in filters:
        called, values = unpacked(files[f"filter/{at}.pf_filter"])
        assert called == name
        assert [value for value, _ in values] == sorted(value for value, _ in values)


def test_one_index_whatever_the_pages_say_their_language_is() -> None:
    found = pages(3)
    found["p1/index.html"] = found["p1/index.html"].replace('lang="en"', 'lang="es"')
    files = index(found.items(), "en")
    assert list(json.loads(files[indexing.ENTRY])["languages"]) == ["en"]
    assert len(urls(files)) == 3


@pytest.mark.parametrize(("language", "key"), [("pt-BR", "pt"), ("uk", "uk"), ("zh", "zh")])
def test_any_language_has_an_index(language: str, key: str) -> None:
    files = index(pages(2).items(), language)
    assert list(json.loads(files[indexing.ENTRY])["languages"]) == [key]


def test_a_form_that_is_not_known_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(form, "MARK", b"pagefind_dcx")
    with pytest.raises(SiteError, match="not in the form"):
        index(pages(2).items(), "en")


def test_a_site_without_words_is_told() -> None:
    with pytest.raises(SiteError, match="no page has words"):
        index([], "en")


def answer(number: int, **payload: object) -> str:
    said = {"message_id": number, "payload": {"index_id": 0, **payload}}
    return b64encode(json.dumps(said).encode()).decode()


ANSWER = answer(1, type="Error", message="no\nroom")
MADE = f"head -c 9 >/dev/null; printf %s, {answer(1, type='NewIndex')}"


@pytest.mark.skipif(os.name != "posix", reason="the program is a shell script")
@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("exit 3", "ended before its work did"),
        ("echo cannot; echo cannot >&2; exit 3", "pagefind: cannot"),
        (f"head -c 9 >/dev/null; printf %s, {ANSWER}; cat >/dev/null", "no room"),
        (f"{MADE}; exec >/dev/null; exec sleep 60", "ended before its work did"),
        (f"{MADE}; printf %s, {answer(2, type='Error', message='torn')}; exec sleep 60", "torn"),
        (f"{MADE}; printf %s, {answer(3, type='IndexedFile')}; exec sleep 60", "in turn"),
    ],
)
def test_a_program_that_fails_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str, said: str
) -> None:
    file = tmp_path / "program"
    file.write_text(f"#!/bin/sh\n{program}\n")
    file.chmod(0o755)
    monkeypatch.setattr(pagefind, "get_executable", lambda: file)
    with pytest.raises(SiteError, match=said):  # pages that no pipe takes all of at once
        index({path: html + " more" * 100_000 for path, html in pages(2).items()}.items(), "en")


def test_facets_are_of_their_pages_though_some_have_no_words() -> None:
    found = pages(6)
    found["p2/index.html"] = "<!doctype html><title>T</title><p>not marked</p>"
    facets = {path: (("keyword", path), ("keyword", path)) for path in found}
    files = index(found.items(), "en", {"p3/index.html": "2025-01-02"}, facets)
    at = dict(listing(files)[3])["keyword"]
    places = {numbers[0]: value for value, numbers in unpacked(files[f"filter/{at}.pf_filter"])[1]}
    assert [places[number] for number in range(5)] == [
        f"{url.removeprefix('/')}index.html" for url in urls(files)
    ]
    (name,) = json.loads(files[indexing.DAYS])["2025-01-02"]
    assert json.loads(gzip.decompress(files[f"fragment/{name}.pf_fragment"])[12:])["url"] == "/p3/"
