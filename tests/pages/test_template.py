"""A publisher's own templates: in place of ours, escaped as ours, and checked."""

from pathlib import Path

import pytest

from seedpress.errors import SettingsError
from seedpress.pages import render
from seedpress.settings import Settings
from tests.pages.corpora import Draft, corpus
from tests.pages.rendering import read_page

DRAFTS = [Draft("<b>Fish</b> & *chips*", ["Mara Lindqvist spoke in Port Amity."]) for _ in range(2)]


def made(root: Path, **templates: str) -> dict[str, str]:
    """The pages of a small corpus with the given templates in the publisher's folder."""
    folder = root / "own"
    folder.mkdir()
    for name, text in templates.items():
        (folder / f"{name}.md.j2").write_text(text, "utf-8")
    settings = Settings(root=root, templates="own")
    return {p.path: str(p.data) for p in render(corpus(DRAFTS), settings)}


def article(pages: dict[str, str]) -> str:
    return next(text for path, text in sorted(pages.items()) if path.startswith("articles/b-fish"))


def test_a_template_takes_the_place_of_ours_and_no_other(tmp_path: Path) -> None:
    pages = made(tmp_path, article="<div markdown>\n<h1 markdown>!{{ title }}</h1>\n</div>\n")
    assert read_page(article(pages)).text() == "!<b>Fish</b> & *chips*"
    plain = {p.path: str(p.data) for p in render(corpus(DRAFTS), Settings())}
    assert pages["index.md"] == plain["index.md"]
    assert pages.keys() == plain.keys()


def test_a_template_may_add_to_ours_and_have_pieces(tmp_path: Path) -> None:
    pages = made(
        tmp_path,
        dateline="{% include 'ours/dateline.md.j2' %}\n",
        article="{% include 'ours/article.md.j2' %}\n\n{% include 'thanks.md.j2' %}\n",
        thanks="<p>Thank you for reading {{ title }}</p>\n",
    )
    read = read_page(article(pages))
    assert "Lindqvist spoke" in read.text()
    assert read.text().endswith("Thank you for reading <b>Fish</b> & *chips*")


BROKEN = {
    "{% if title %}\n<p>": r"article\.md\.j2:\d: .*endif",
    "<p>\n\n{{ titel }}</p>": r"article\.md\.j2:3: UndefinedError: 'titel' is undefined",
    "<p>\n{{ title.nothing() }}": r"article\.md\.j2:2: UndefinedError",
    "\n{{ 1 / 0 }}": r"article\.md\.j2:2: ZeroDivisionError",
    "{% include 'nowhere.md.j2' %}": r"article\.md\.j2:1: TemplateNotFound: nowhere",
}


@pytest.mark.parametrize("text", BROKEN)
def test_a_broken_template_is_told_with_its_file_and_line(tmp_path: Path, text: str) -> None:
    with pytest.raises(SettingsError, match=BROKEN[text]):
        made(tmp_path, article=text)


def test_a_template_that_overrides_nothing_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"artcle\.md\.j2: overrides no template.*article"):
        made(tmp_path, artcle="<p>")


def test_a_folder_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="own: no such folder"):
        list(render(corpus(DRAFTS), Settings(root=tmp_path, templates="own")))


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    (tmp_path / "article.md.j2").write_bytes(b"<p>\xff")
    with pytest.raises(SettingsError, match=r"article\.md\.j2: not UTF-8 at byte 3"):
        list(render(corpus(DRAFTS), Settings(root=tmp_path, templates=".")))
