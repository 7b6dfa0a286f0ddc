"""A small project with hand-written pages: what the site stage needs and no more."""

from pathlib import Path

import pytest

from seedpress.settings import Settings, load

CONFIG = """\
site_name: Small
site_url: https://example.org/news/
theme:
  name: material
  font: false
plugins:
  - search
nav:
  - Home: index.md
  - About: about.md
"""

ARTICLE = """\
---
title: {title}
---

<div hidden data-pagefind-ignore>{fields}</div>

# {title}

<p id="p1">The harbour was quiet when the {word} came.</p>
"""


def field(name: str, value: str) -> str:
    return f'<span data-pagefind-filter="{name}">{value}</span>'


@pytest.fixture
def project(tmp_path: Path) -> Settings:
    docs = tmp_path / "docs"
    for folder in ("articles", "entities"):
        (docs / folder).mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text(CONFIG, "utf-8")
    (docs / "index.md").write_text("# Home\n\nWelcome.\n", "utf-8")
    (docs / "about.md").write_text("# About\n\nWritten by hand: rhubarb.\n", "utf-8")
    listing = "\n".join(f"- [Story {n}](story-{n}.md)" for n in range(3))
    (docs / "articles" / "index.md").write_text(f"# Articles\n\n{listing}\n", "utf-8")
    for number in range(3):
        fields = field("kind", "Article") + "".join(
            field("entity", name) for name in ("Kyiv", "Sudzha", "Odesa", "Lviv")[number:]
        )
        text = ARTICLE.format(title=f"Story {number}", fields=fields, word="lantern")
        (docs / "articles" / f"story-{number}.md").write_text(text, "utf-8")
    return load(tmp_path / "mkdocs.yml")


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below `folder`, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
