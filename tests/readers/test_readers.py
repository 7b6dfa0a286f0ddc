"""Files to seeds, format by format."""

import gzip
import json
import os
import sys
import zipfile
from pathlib import Path

import pytest

from seedpress import readers
from seedpress.model import Problem, Seed
from seedpress.settings import LimitSettings, ReaderSettings, RecordFields

LIMITS = LimitSettings()
PAGE = (
    "<html><head><title>Council mends bridge | Valley Herald</title>"
    "<meta name='author' content='Ann Bell'>"
    "<meta property='article:published_time' content='2024-03-05'></head><body>"
    "<nav><a href='/'>Home</a></nav><article><h1>Council mends bridge</h1>"
    "<p>The council voted on Tuesday to mend the bridge over the river, ending a long dispute "
    "about who should pay for it and how long it would take.</p><h2>Costs</h2>"
    "<p>Work will begin in May &amp; last three months, the <b>mayor</b> said after the vote in "
    "the town hall, where every seat was taken.</p></article></body></html>"
)


def seeds(folder: Path, limits: LimitSettings = LIMITS) -> list[Seed | Problem]:
    files, problems = readers.find(folder, limits)
    assert problems == ()
    return [thing for file in files for thing in readers.read(file, limits)]


def test_files_are_found_in_order_and_others_told(tmp_path):
    for name in (
        "b.txt",
        "a/z.md",
        "a/y.TXT",
        ".hidden.txt",
        ".git/x.txt",
        "authority.yml",
        "p.png",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("words")
    (tmp_path / "big.txt").write_text("x" * 101)
    (tmp_path / "link.txt").symlink_to(tmp_path / "b.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    files, problems = readers.find(tmp_path, LimitSettings(seed_bytes=100))
    assert [file.path for file in files] == ["a/y.TXT", "a/z.md", "b.txt"]
    assert [problem.seed for problem in problems] == ["big.txt", "link.txt", "p.png", "pipe.txt"]
    assert all(problem.remedy for problem in problems)


def test_a_file_that_became_a_pipe_does_not_stop_the_build(tmp_path):
    (tmp_path / "a.txt").write_text("words")
    (file,), _ = readers.find(tmp_path, LIMITS)
    file.location.unlink()
    os.mkfifo(file.location)
    with pytest.raises(OSError, match="no longer a regular file"):
        list(readers.read(file, LIMITS))


def test_markdown_with_front_matter(tmp_path):
    (tmp_path / "a.md").write_text("---\ntitle: T\n---\n\n# T\n\nBody\n")
    (seed,) = seeds(tmp_path)
    assert (seed.markup, seed.fields.title, seed.first_line) == ("markdown", "T", 4)
    assert len(seed.sha256) == 64


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no words"),
        (b"... --- ...", "no words"),
        (b"x" * 300, "line of 300"),
        (bytes(500), "binary"),
    ],
)
def test_what_is_no_article_is_told(tmp_path, data, reason):
    (tmp_path / "a.txt").write_bytes(data)
    (problem,) = seeds(tmp_path, LimitSettings(line_characters=200))
    assert isinstance(problem, Problem)
    assert reason in problem.reason


def test_web_page(tmp_path):
    (tmp_path / "a.html").write_text(PAGE)
    (seed,) = seeds(tmp_path)
    assert (seed.fields.title, seed.fields.byline) == ("Council mends bridge", "Ann Bell")
    assert seed.fields.date == "2024-03-05"
    assert "## Costs" in seed.text
    assert "Home" not in seed.text


def test_a_page_without_an_article_is_told(tmp_path):
    (tmp_path / "a.html").write_text("<html><body></body></html>")
    (problem,) = seeds(tmp_path)
    assert isinstance(problem, Problem)


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_records(tmp_path, name):
    rows = [
        json.dumps({"id": "one", "Title": "T", "text": "First words."}),
        "no json",
        "[1]",
        json.dumps({"title": "only"}),
        "",
        json.dumps({"html": PAGE, "author": "Cy"}),
    ]
    data = "\n".join(rows).encode()
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    found = seeds(tmp_path)
    first, *bad, page = found
    assert (first.record, first.own_id, first.fields.title) == (1, "one", "T")
    assert [problem.seed for problem in bad] == [f"{name}#2", f"{name}#3", f"{name}#4"]
    assert (page.record, page.fields.byline) == (6, "Cy")


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_records_with_names_of_their_own(tmp_path, name):
    row = {
        "Nr": "n7",
        "headline_main": "T",
        "story": "First words.",
        "text": "abstract",
        "who": "Cy",
    }
    text = json.dumps(row) if name == "a.jsonl" else ",".join(row) + "\n" + ",".join(row.values())
    (tmp_path / name).write_text(text)
    fields = RecordFields(id="nr", title="Headline_Main", text="story", byline="who", date="none")
    ((file,), _) = readers.find(tmp_path, LIMITS)
    (seed,) = readers.read(file, LIMITS, ReaderSettings(fields))
    assert (seed.own_id, seed.text, seed.fields.title) == ("n7", "First words.", "T")
    assert seed.fields.byline == "Cy"


def test_a_record_larger_than_the_limit_is_passed_over(tmp_path):
    rows = [json.dumps({"text": "word " * n}) for n in (5, 5000, 6)]
    (tmp_path / "a.jsonl").write_text("\n".join(rows))
    first, problem, last = seeds(tmp_path, LimitSettings(seed_bytes=1000))
    assert (first.record, problem.line, last.record) == (1, 2, 3)


def test_many_records_are_not_held_in_memory(tmp_path):
    (tmp_path / "a.jsonl").write_text((json.dumps({"text": "few words"}) + "\n") * 1000)
    (file,), _ = readers.find(tmp_path, LIMITS)
    stream = readers.read(file, LIMITS)
    assert next(stream).record == 1
    stream.close()


def test_a_damaged_archive_keeps_what_was_read(tmp_path):
    data = gzip.compress((json.dumps({"text": "few words"}) + "\n").encode() * 3000)
    (tmp_path / "a.jsonl.gz").write_bytes(data[: len(data) // 2])
    *_, problem = seeds(tmp_path)
    assert "damaged" in problem.reason


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_tables(tmp_path, sign):
    rows = [
        ["Title", "Text", "Date"],
        ["One", '"Words, here; now"', "4 March 2024"],
        ["Two", "", ""],
    ]
    (tmp_path / "a.csv").write_text("\n".join(sign.join(row) for row in rows), "utf-8")
    seed, problem = seeds(tmp_path)
    assert (seed.fields.title, seed.fields.date, seed.text) == (
        "One",
        "2024-03-04",
        "Words, here; now",
    )
    assert problem.seed == "a.csv#2"


def test_archive(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as pack:
        pack.writestr("b/x.txt", "words in b")
        pack.writestr("../../evil.md", "words outside")
        pack.writestr("r.jsonl", json.dumps({"text": "words of a record"}))
        pack.writestr("p.png", b"picture")
        pack.writestr("inner.zip", b"archive")
        pack.writestr("big.txt", "x " * 5000)
    found = seeds(tmp_path, LimitSettings(seed_bytes=1000))
    names = [thing.path if isinstance(thing, Seed) else f"! {thing.seed}" for thing in found]
    assert names == [
        "a.zip/evil.md",
        "a.zip/b/x.txt",
        "! a.zip/big.txt",
        "! a.zip/inner.zip",
        "! a.zip/p.png",
        "a.zip/r.jsonl",
    ]


@pytest.mark.parametrize("name", ["a.zip", "a.docx", "a.pdf"])
def test_broken_files_cost_only_themselves(tmp_path, name):
    (tmp_path / name).write_bytes(b"not what it says")
    (problem,) = seeds(tmp_path)
    assert isinstance(problem, Problem)
    assert problem.seed == name


def test_word_document(tmp_path):
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_heading("Costs", 1)
    document.add_paragraph("Work will begin in May.")
    document.add_paragraph("an item", style="List Bullet")
    table = document.add_table(2, 2)
    for cell, word in zip([c for row in table.rows for c in row.cells], "abcd", strict=True):
        cell.text = word
    document.save(tmp_path / "a.docx")
    (seed,) = seeds(tmp_path)
    assert seed.text == (
        "## Costs\n\nWork will begin in May.\n\n- an item\n\n| a | b |\n| --- | --- |\n| c | d |"
    )


def portable_document(words: str) -> bytes:
    """A PDF of one page, with its text layer, as small as they come."""
    stream = f"BT /F1 12 Tf 72 700 Td ({words}) Tj ET".encode("latin-1")
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    data = b"%PDF-1.4\n"
    places = []
    for number, part in enumerate(parts, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(data)
    return data + b"xref\n0 6\n0000000000 65535 f \n" + table + end


def test_portable_document(tmp_path):
    pytest.importorskip("pypdf")
    (tmp_path / "a.pdf").write_bytes(portable_document("The council voted to mend the bridge."))
    (tmp_path / "b.pdf").write_bytes(portable_document(""))
    seed, problem = seeds(tmp_path)
    assert seed.text.strip() == "The council voted to mend the bridge."
    assert "no text layer" in problem.reason


def crawled(page: bytes, kind: str = "response") -> bytes:
    """A record of a crawl."""
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        "WARC-Target-URI: https://herald.example/bridge\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_crawl(tmp_path, name):
    pytest.importorskip("fastwarc")
    data = crawled(PAGE.encode())
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    (seed,) = seeds(tmp_path)
    assert (seed.record, seed.fields.url) == (1, "https://herald.example/bridge")


@pytest.mark.parametrize(("name", "data"), [("a.warc", b"no crawl\n" * 50), ("a.warc.gz", b"no")])
def test_a_damaged_crawl_costs_only_itself(tmp_path, name, data):
    pytest.importorskip("fastwarc")
    (tmp_path / name).write_bytes(data)
    (problem,) = seeds(tmp_path)
    assert isinstance(problem, Problem)
    assert "damaged" in problem.reason


@pytest.mark.parametrize(
    ("name", "module", "extra"),
    [("a.docx", "docx", "docx"), ("a.pdf", "pypdf", "pdf"), ("a.warc", "fastwarc.warc", "warc")],
)
def test_a_missing_library_is_named(tmp_path, monkeypatch, name, module, extra):
    monkeypatch.setitem(sys.modules, module, None)
    (tmp_path / name).write_bytes(b"anything")
    (problem,) = seeds(tmp_path)
    assert f"seedpress[{extra}]" in problem.remedy


def test_an_error_that_may_pass_is_not_swallowed(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("words")
    (file,), _ = readers.find(tmp_path, LIMITS)

    def fail(*_args):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "open", fail)
    with pytest.raises(OSError, match="Input/output"):
        list(readers.read(file, LIMITS))


def seeds_and_problems(folder: Path, limits: LimitSettings) -> tuple[list[str], list[str]]:
    files, _ = readers.find(folder, limits)
    found = [thing for file in files for thing in readers.read(file, limits)]
    reasons = [thing.reason for thing in found if isinstance(thing, Problem)]
    return [thing.text for thing in found if isinstance(thing, Seed)], reasons


def test_an_archive_that_would_fill_the_disk_is_reported_and_not_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as pack:
        for number in range(20):
            pack.writestr(f"{number}.txt", "a " * 100_000)
    seeds, (reason,) = seeds_and_problems(tmp_path, LimitSettings(seed_bytes=300_000))
    assert seeds == []
    assert "limits.archive_ratio" in reason


def test_an_archive_of_too_many_files_is_reported(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "many.zip", "w") as pack:
        for number in range(4):
            pack.writestr(f"{number}.txt", "Some words.")
    assert len(seeds_and_problems(tmp_path, LimitSettings(archive_files=4))[0]) == 4
    seeds, (reason,) = seeds_and_problems(tmp_path, LimitSettings(archive_files=3))
    assert seeds == []
    assert "limits.archive_files" in reason


def test_records_that_unpack_without_end_are_read_up_to_the_limit(tmp_path: Path) -> None:
    record = b'{"text": "The harbour was quiet."}\n'
    (tmp_path / "r.jsonl.gz").write_bytes(gzip.compress(record + b"\n" * 5_000_000))
    seeds, (reason,) = seeds_and_problems(tmp_path, LimitSettings(seed_bytes=1_000))
    assert len(seeds) == 1
    assert "limits.archive_ratio" in reason


@pytest.mark.parametrize("kind", ["response", "resource"])
def test_a_crawl_that_unpacks_without_end_is_read_up_to_the_limit(
    tmp_path: Path, kind: str
) -> None:
    """Whether the long record is a page, or is read past."""
    pytest.importorskip("fastwarc")
    first = crawled(PAGE.encode())
    long = crawled(b"<p>a</p>" * 1_000_000, kind)
    (tmp_path / "r.warc.gz").write_bytes(gzip.compress(first + long + first))
    seeds, reasons = seeds_and_problems(tmp_path, LimitSettings(seed_bytes=5_000))
    assert len(seeds) == 1
    assert any("limits.archive_ratio" in reason for reason in reasons)
    roomy = LimitSettings(seed_bytes=5_000, archive_ratio=5_000)
    seeds, reasons = seeds_and_problems(tmp_path, roomy)
    assert len(seeds) == 2
    assert ["limits.seed_bytes" in reason for reason in reasons] == [True] * (kind == "response")


def test_a_crawl_packed_in_another_way_is_not_unpacked(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    for name, mark in (("a.warc", "04224d18"), ("b.warc", "28b52ffd")):
        (tmp_path / name).write_bytes(bytes.fromhex(mark) + bytes(500))
    seeds, reasons = seeds_and_problems(tmp_path, LIMITS)
    assert seeds == []
    assert len(reasons) == 2


def test_bytes_that_are_damaged_within_cost_only_what_follows(tmp_path: Path) -> None:
    lines = [json.dumps({"text": f"The harbour was quiet {n * 7919}."}) for n in range(3000)]
    data = bytearray(gzip.compress("\n".join(lines).encode()))
    data[len(data) // 2 : len(data) // 2 + 9] = b"\xff" * 9
    (tmp_path / "a.jsonl.gz").write_bytes(data)
    _, reasons = seeds_and_problems(tmp_path, LIMITS)
    assert any("is damaged" in reason for reason in reasons)


def test_a_lying_size_unpacks_no_more_than_it_says(tmp_path: Path) -> None:
    """Members that overlap in the file, or say less than they hold, cost one member each."""
    with zipfile.ZipFile(tmp_path / "lie.zip", "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr("a.txt", "words " * 100_000)
    data = (tmp_path / "lie.zip").read_bytes()
    size = (600_000).to_bytes(4, "little")
    (tmp_path / "lie.zip").write_bytes(data.replace(size, (900).to_bytes(4, "little")))
    seeds, reasons = seeds_and_problems(tmp_path, LimitSettings(seed_bytes=1_000))
    assert sum(map(len, seeds)) <= 1_000
    assert len(seeds) + len(reasons) == 1
