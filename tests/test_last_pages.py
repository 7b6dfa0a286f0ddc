"""A page is left alone only where it would come out the same and nobody has touched it."""

from pathlib import Path

import pytest

from seedpress.last_pages import MEMORY, LastPages, forget
from seedpress.model import Page, Sheaf
from seedpress.settings import Settings
from seedpress.write import Written, write
from tests.records import replace


@pytest.fixture
def given(tmp_path: Path) -> Settings:
    (tmp_path / ".seedpress").mkdir()
    return Settings(root=tmp_path)


class Printer:
    """Builds sheaves of two pages each, and notes which were made."""

    def __init__(self, given: Settings) -> None:
        self.given = given
        self.made: list[str] = []

    def sheaf(self, name: str, key: str, text: str) -> Sheaf:
        def make() -> list[Page]:
            self.made.append(name)
            return [Page(f"{name}.md", text), Page(f"{name}/page-2.md", f"{text} 2")]

        return Sheaf(name, key, make)

    def build(self, *sheaves: Sheaf, made_by: str = "us") -> tuple[list[str], Written]:
        self.made.clear()
        last = LastPages(self.given, made_by)
        written = write(last.renewed(sheaves), self.given.docs_folder)
        last.remember(written)
        return list(self.made), written


@pytest.fixture
def printer(given: Settings) -> Printer:
    return Printer(given)


def test_only_what_has_another_key_is_made(printer: Printer) -> None:
    a, b, c = (printer.sheaf(name, f"key {name}", name) for name in "abc")
    assert printer.build(a, b, c)[0] == ["a", "b", "c"]
    made, written = printer.build(a, replace(b, key="other"), c)
    assert made == ["b"]
    assert written.changed == written.removed == written.new == ()
    assert len(written.unchanged) == 6
    assert printer.build(a, replace(b, key="other"))[1].removed == ("c.md", "c/page-2.md")


def test_an_unknown_key_is_always_made(printer: Printer) -> None:
    one = printer.sheaf("a", "", "a")
    assert printer.build(one)[0] == printer.build(one)[0] == ["a"]


def test_what_somebody_touched_is_made_again(printer: Printer) -> None:
    a, b = printer.sheaf("a", "key", "a"), printer.sheaf("b", "key", "b")
    printer.build(a, b)
    docs = printer.given.docs_folder
    (docs / "a.md").write_text("x")
    (docs / "b" / "page-2.md").unlink()
    made, written = printer.build(a, b)
    assert made == ["a", "b"]
    assert written.changed == ("a.md",)
    assert written.new == ("b/page-2.md",)
    assert (docs / "a.md").read_text() == "a"


def test_a_page_of_the_publishers_is_never_taken_for_ours(printer: Printer) -> None:
    docs = printer.given.docs_folder
    docs.mkdir()
    (docs / "a.md").write_text("mine")
    one = printer.sheaf("a", "key", "a")
    for _ in range(3):
        made, written = printer.build(one)
        assert made == ["a"]
        assert [problem.seed for problem in written.problems] == ["a.md"]
    assert (docs / "a.md").read_text() == "mine"


def test_other_programs_or_settings_make_everything(printer: Printer) -> None:
    one = printer.sheaf("a", "key", "a")
    for made_by, made in (("us", ["a"]), ("us", []), ("others", ["a"]), ("", ["a"]), ("", ["a"])):
        assert printer.build(one, made_by=made_by)[0] == made


@pytest.mark.parametrize("harm", ["gone", "damaged", "strange", "forgotten", "no manifest"])
def test_without_a_memory_everything_is_made(printer: Printer, harm: str) -> None:
    one = printer.sheaf("a", "key", "a")
    printer.build(one)
    memory = printer.given.root / MEMORY
    if harm == "gone":
        memory.unlink()
    elif harm == "damaged":
        memory.write_bytes(memory.read_bytes()[:-7])
    elif harm == "strange":
        memory.write_bytes(b"\xff\x00 no memory")
    elif harm == "forgotten":
        forget(printer.given)
    else:
        (printer.given.docs_folder / ".seedpress-pages").unlink()
    assert printer.build(one)[0] == ["a"]


def whole(printer: Printer, key: str, *parts: Sheaf) -> Sheaf:
    """A sheaf that is made of others."""
    return Sheaf("whole", key, lambda: [p for each in parts for p in each.make()], lambda: parts)


def test_parts_stand_though_the_whole_has_another_key(printer: Printer) -> None:
    first, second, third = (
        printer.sheaf(name, key, name) for name, key in zip("abc", ("", "B", "C"), strict=True)
    )
    assert printer.build(whole(printer, "1", first, second, third))[0] == ["a", "b", "c"]
    assert printer.build(whole(printer, "1", first, second, third))[0] == []
    other = replace(second, key="other")
    made, written = printer.build(whole(printer, "2", first, other, third))
    assert made == ["a", "b"]
    assert len(written.unchanged) == 6
    made, written = printer.build(whole(printer, "3", first, other))
    assert made == ["a"]
    assert written.removed == ("c.md", "c/page-2.md")


def test_a_note_is_kept_as_long_as_its_sheaf_stands(printer: Printer) -> None:
    one, other = printer.sheaf("one", "key", "a"), printer.sheaf("other", "key", "b")

    def build(*sheaves: Sheaf, **noted: bytes) -> dict[bytes, bytes | None]:
        last = LastPages(printer.given, "us")
        for name, note in noted.items():
            last.notes.put(name.encode(), note)
        last.remember(write(last.renewed(sheaves), printer.given.docs_folder))
        now = LastPages(printer.given, "us").notes
        return {name: now.last(name) for name in (b"one", b"other")}

    assert build(one, other, one=b"1", other=b"") == {b"one": b"1", b"other": None}
    assert build(one, other, other=b"2") == {b"one": b"1", b"other": b"2"}
    assert build(one) == {b"one": b"1", b"other": None}
    assert build(replace(one, key="another")) == {b"one": None, b"other": None}
