"""What the trials of kills and failures look for is seen where it is."""

from pathlib import Path

from tests.hostile.wholeness import dead_links, faults

HOME = {"index.html": b'<a href="a/">A</a><a href="https://x.example/gone/">X</a>'}


def test_a_link_that_leads_nowhere_is_seen_on_every_page_that_is_led_to() -> None:
    page = b'<a href=../b/>B</a><img src="../../gone.png"><a href="#p1">here</a>'
    site = HOME | {"a/index.html": page, "b/index.html": b"<a href='../c/d.html'>D</a>"}
    assert dead_links(site) == [
        "a/index.html: leads to ../../gone.png, which is not there",
        "b/index.html: leads to ../c/d.html, which is not there",
    ]


def test_a_page_that_nothing_leads_to_yet_may_lead_to_others_that_come() -> None:
    assert dead_links(HOME | {"a/index.html": b"", "new/index.html": b'<a href="../b/">'}) == []
    assert dead_links(HOME) == ["index.html: leads to a/, which is not there"]


def test_a_file_that_is_of_no_state_is_torn(tmp_path: Path) -> None:
    states = [{"index.html": text, "kept.txt": b"k"} for text in (b"1", b"2")]
    (tmp_path / "index.html").write_bytes(b"3")
    assert faults(tmp_path, *states) == ["index.html: torn", "kept.txt: missing"]
    (tmp_path / "index.html").write_bytes(b"2")
    (tmp_path / "kept.txt").write_bytes(b"k")
    assert faults(tmp_path, *states) == []
