"""What is said of files in a shorter way is what MkDocs says of them."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pathspec.gitignore import GitIgnoreSpec

from seedpress.settings import Settings
from seedpress.site.engines.mkdocs import listening, loaded
from seedpress.site.engines.mkdocs_files import ShownTemplates, found, renew

ODD = (
    *("index.md", "README.md", "a.b.md", ".md", "..md", ".hidden.md", "x.MD", "y.markdown"),
    *("deep/er/page.md", "deep/README.md", "deep/index.md", "deep/page.txt", "with space.md"),
    *("templates/t.md", "é/ü.md", "articles/.draft/x.md", "articles/a-b.md", "articles/a.md"),
)


@pytest.fixture
def config(project: Settings) -> Iterator[Any]:
    """MkDocs' own, of a project with odd names."""
    for name in ODD:
        write(name)(project.docs_folder)
    with listening(), loaded(project, project.site_folder, search=True) as config:
        yield config


def told(files: Any) -> list[dict[str, object]]:
    """All that MkDocs knows of files, in their order."""
    return [
        {"dest": f.dest_uri, "name": f.name, "url": f.url, "at": f.abs_dest_path, **vars(f)}
        for f in files
    ]


def theirs(config: Any) -> list[dict[str, object]]:
    from mkdocs.structure.files import get_files

    return told(get_files(config))


def write(name: str) -> Callable[[Path], None]:
    def change(docs: Path) -> None:
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text("# Title\n", "utf-8")

    return change


def delete(name: str) -> Callable[[Path], None]:
    return lambda docs: (docs / name).unlink()


@pytest.mark.parametrize("in_folders", [True, False])
def test_files_are_what_mkdocs_makes_of_them(config: Any, in_folders: bool) -> None:
    config.use_directory_urls = in_folders
    made: list[Any] = []
    assert told(found(config, made)) == theirs(config)
    assert len(made) == len(theirs(config)) + 2  # one of two for the same page is not taken, twice


@pytest.mark.parametrize("name", ["exclude_docs", "draft_docs", "not_in_nav"])
def test_what_settings_say_of_files_is_asked(config: Any, name: str) -> None:
    plain = theirs(config)
    config[name] = GitIgnoreSpec.from_lines(["articles/", "!.hidden.md"])
    assert told(found(config)) == theirs(config) != plain


CHANGES: dict[str, tuple[Callable[[Path], None], bool]] = {
    "nothing": (lambda _docs: None, True),
    "first": (write("articles/0.md"), True),
    "between": (write("articles/a-c.md"), True),
    "last": (write("deep/z.md"), True),
    "at the top": (write("zz.md"), True),
    "no page": (write("articles/table.csv"), True),
    "hidden": (write("articles/.x.md"), True),
    "gone": (delete("articles/a.md"), True),
    "another folder": (write("more/x.md"), True),
    "another first folder": (write("a/x.md"), True),
    "a folder in a folder": (write("articles/a/2.md"), True),
    "folders in a folder that is new": (write("deep/a/b/2.md"), True),
    "a folder that is nearly called so": (write("deep-er/2.md"), True),
    "two folders": (lambda docs: (write("deep/f/2.md")(docs), write("é/a/2.md")(docs)), True),
    "another first page": (write("articles/README.md"), False),
    "no first page": (delete("deep/index.md"), False),
    "a folder less": (delete("deep/er/page.md"), True),
    "a link": (lambda docs: (docs / "a").symlink_to(docs / "é"), False),
}


@pytest.mark.parametrize("case", CHANGES)
def test_files_that_come_and_go_are_where_mkdocs_finds_them(config: Any, case: str) -> None:
    change, can = CHANGES[case]
    docs = Path(config.docs_dir)
    for readme in [*docs.rglob("README.md")]:
        readme.unlink()
    files = found(config)
    change(docs)
    config.site_dir = str(Path(config.site_dir).with_name("site.new"))
    assert renew(config, files) == can
    if can:
        assert told(files) == theirs(config)


def test_of_a_theme_the_same_files_are_taken(config: Any) -> None:
    from mkdocs.structure.files import Files

    one, other = Files([]), Files([])
    env = config.theme.get_env()
    one.add_files_from_theme(env, config)
    other.add_files_from_theme(ShownTemplates(config.theme.dirs), config)  # type: ignore[arg-type]
    assert told(one) == told(other)
