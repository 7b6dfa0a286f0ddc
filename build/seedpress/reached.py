"""What of our own a module reaches by its imports: what its results may depend on."""

import re
from collections.abc import Collection, Iterator
from importlib import resources
from importlib.resources.abc import Traversable

_US = "seedpress"
# Read as text, in a hundredth of the time that reading it as a program takes.
_IMPORT = re.compile(
    rf"^[ \t]*(?:from ({_US}[\w.]*) import (\([^)]*\)|[^\n]*)|import ({_US}[\w.]*))", re.MULTILINE
)


def reached(start: str, but: Collection[str] = ()) -> dict[str, bytes]:
    """The files that the module `start` reaches, by path, sorted; those of modules in `but` not.

    Of a package these are its modules that are named in an import, and all of its data: not what
    else its `__init__` imports, unless the package itself is named.
    """
    package = resources.files(_US)
    files: dict[str, bytes] = {}
    data: set[str] = set()
    seen, ahead = {*but}, [start]
    while ahead:
        module = ahead.pop()
        path = None if module in seen else _path(package, module)
        seen.add(module)
        if path is None:
            continue
        files[path] = (package / path).read_bytes()
        data.update(path.split("/")[:-1][:1])
        for origin, names, whole in _IMPORT.findall(files[path].decode()):
            ahead.append(whole or origin)
            inside = [f"{origin}.{name}" for name in re.findall(r"\w+", names)]
            modules = [name for name in inside if _path(package, name)]
            if len(modules) == len(inside) and modules:
                ahead.pop()  # of the package nothing but these
            ahead += modules
    for folder in sorted(data):
        files |= _data(package / folder, folder)
    return dict(sorted(files.items()))


def _path(package: Traversable, module: str) -> str | None:
    """Where a module of ours stands in the package."""
    inside = module.split(".")[1:]
    for path in ("/".join((*inside, "__init__.py")), "/".join(inside) + ".py"):
        if package.joinpath(path).is_file():
            return path
    return None


def _data(place: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    """All files at and below `place` that are no modules, with their paths."""
    if place.is_file() and not path.endswith(".py"):
        yield path, place.read_bytes()
    elif place.is_dir() and place.name != "__pycache__":
        for child in place.iterdir():
            yield from _data(child, f"{path}/{child.name}")
