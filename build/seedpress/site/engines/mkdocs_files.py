"""What MkDocs makes of the files of `docs/`, of which there are tens of thousands, in a shorter way.

To MkDocs a file is its path until it is read. Of a path like those of our pages we say what MkDocs
would work out of it; and where only a few files came or went since it looked, it need not look again.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter
from pathlib import PurePath, PurePosixPath
from typing import Any

_PAGE = ".md"
_FEW = 50  # files that came
_HIDDEN = (".*", "/templates/")  # what MkDocs leaves out by itself
_FIRST = ("index", "README")  # two names for one page


def found(config: Any, made: list[Any] | None = None) -> Any:
    """The files that MkDocs finds; in `made` all that it chose from."""
    from mkdocs.structure import files

    theirs: Any = files
    own = theirs.File
    make, wanted = _maker(own), _wanted(config)

    def kept(*given: Any) -> Any:
        file = make(*given)
        if wanted and not _is_hidden(file.src_uri):
            file.inclusion = wanted
        if made is not None:
            made.append(file)
        return file

    theirs.File = kept
    try:
        return theirs.get_files(config)
    finally:
        theirs.File = own


def _wanted(config: Any) -> Any:
    """What MkDocs says of files that nothing is said of; None where a setting may say more."""
    from mkdocs.structure import files
    from pathspec.gitignore import GitIgnoreSpec

    theirs: Any = files
    said = any(map(config.get, ("exclude_docs", "draft_docs", "not_in_nav")))
    usual = theirs._default_exclude == GitIgnoreSpec.from_lines(_HIDDEN)
    return theirs.InclusionLevel.INCLUDED if usual and not said else None


def _is_hidden(path: str) -> bool:
    """Whether MkDocs may leave a file out that no setting tells of; it asks patterns, of each."""
    return path.startswith((".", "templates/")) or "/." in path


def _maker(own: Any) -> Callable[..., Any]:
    """What makes files as MkDocs' `own` class does; that itself where it would make another."""

    def short(path: str, source: str | None, into: str, in_folders: bool) -> Any:
        uri = path.removeprefix("./")
        stem = uri.removesuffix(_PAGE)
        name = stem[stem.rfind("/") + 1 :]
        if stem == uri or name in _FIRST or name.startswith(".") or not name:
            return own(path, source, into, in_folders)
        file = own.__new__(own)
        vars(file).update(
            src_uri=uri,
            src_dir=source,
            dest_dir=into,
            use_directory_urls=in_folders,
            inclusion=own.inclusion,
            dest_uri=f"{stem}/index.html" if in_folders else f"{stem}.html",
        )
        return file

    alike = os.sep == "/" and all(
        _told(own("./a/b.md", "c", "d", way)) == _told(short("./a/b.md", "c", "d", way))
        for way in (True, False)
    )
    return short if alike else own


def _told(file: Any) -> dict[str, object]:
    """All that a file of MkDocs knows, its name aside, which it would look up again."""
    return {"dest_uri": file.dest_uri} | {k: v for k, v in vars(file).items() if k != "name"}


def renew(config: Any, files: Any) -> bool:
    """Bring the `files` that MkDocs found before up to date; whether that could be done.

    MkDocs has to look where another file of a name comes into question, or many came.
    """
    from mkdocs.structure.files import File, set_exclusions

    stand = _paths(config.docs_dir)
    if stand is None:
        return False
    before = files.src_uris
    new, gone = stand - before.keys(), before.keys() - stand
    if len(new) > _FEW or not all(map(_is_plain, (*new, *gone))):
        return False
    make, given = _maker(File), (config.docs_dir, config.site_dir, config.use_directory_urls)
    made = [make(path, *given) for path in sorted(new)]
    set_exclusions(made, config)
    every = [*_in_order((file for path, file in before.items() if path not in gone), made)]
    for file in every:
        file.dest_dir = config.site_dir
    files.__init__(every)
    return True


def _is_plain(path: str) -> bool:
    """Whether no other file can come to stand for the same page."""
    return PurePosixPath(path).stem not in _FIRST


def _in_order(files: Iterable[Any], new: Iterable[Any]) -> Iterator[Any]:
    """The `files` that MkDocs found, folder by folder, and the `new` ones by their names among them."""
    waiting = sorted([(*_place(file), file) for file in new], key=itemgetter(0, 1), reverse=True)
    folder, place = "", _parts("")
    for file in files:
        here, _, name = file.src_uri.rpartition("/")
        if here != folder:
            folder, place = here, _parts(here)
        while waiting and waiting[-1][:2] < (place, name):
            if waiting[-1][0] == place and PurePosixPath(name).stem in _FIRST:
                break  # which stands before all others of its folder
            yield waiting.pop()[2]
        yield file
    yield from (file for *_, file in reversed(waiting))


def _place(file: Any) -> tuple[tuple[str, ...], str]:
    """Where a file is looked at: its folder, and its name there."""
    folder, _, name = file.src_uri.rpartition("/")
    return _parts(folder), name


def _parts(folder: str) -> tuple[str, ...]:
    """By which MkDocs goes through folders: what is in one after it, and before the next."""
    return tuple(folder.split("/")) if folder else ()


def _paths(folder: str) -> set[str] | None:
    """Every file below `folder`, by its path seen from there; None where there are links."""
    every: set[str] = set()
    folders = [(folder, "")]
    while folders:
        place, prefix = folders.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.is_symlink():
                    return None
                if entry.is_dir(follow_symlinks=False):
                    folders.append((entry.path, f"{prefix}{entry.name}/"))
                else:
                    every.add(prefix + entry.name)
    return every


class ShownTemplates:
    """Takes the place of a theme's templates where MkDocs lists them to find files to copy.

    It takes none of hidden folders: there are ten thousand pictures in these.
    """

    def __init__(self, folders: Iterable[str]) -> None:
        """Of a theme in these folders."""
        self._folders = folders

    def list_templates(self, filter_func: Callable[[str], bool]) -> list[str]:
        """The paths of those that are wanted."""
        every: set[str] = set()
        for start in self._folders:
            for folder, folders, names in os.walk(start):
                folders[:] = [name for name in folders if not name.startswith(".")]
                here = PurePath(folder).relative_to(start)
                every.update((here / name).as_posix() for name in names)
        return [path for path in sorted(every) if filter_func(path)]
