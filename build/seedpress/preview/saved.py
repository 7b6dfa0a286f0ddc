"""Which seeds were saved since the last build, and what each tells by itself."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from seedpress import cleaning, readers
from seedpress.analyse import Survey, analyse, survey
from seedpress.cache import CACHE, Cache
from seedpress.model import Analysis
from seedpress.readers import SeedFile
from seedpress.settings import Settings
from seedpress.stamps import KEY, Stamp, stamped

FEW = 4  # seeds; of more, pages come with all others
LARGEST = 200_000  # bytes of one, which is worked on here: a process that may die reads larger ones


@dataclass(frozen=True, slots=True)
class Seeds:
    """The seed files as the last build read them."""

    settings: Settings
    stamps: Mapping[str, Stamp]  # that can be believed, by path
    digests: Mapping[str, str]  # of all, by path
    repeated: frozenset[str]  # marks of lines that stand in several articles

    def saved(self) -> Iterator[Analysis]:
        """The analyses of those that were saved since; of files with several articles, none.

        None either where files are gone, which only a build can tell from others' new names.
        """
        files, _ = readers.find(self.settings.seeds_folder, self.settings.limits)
        stamps = stamped(files, self.stamps)
        new = [
            f for f, s in zip(files, stamps, strict=True) if self.digests.get(f.path) != s.digest
        ]
        gone = self.digests.keys() - {file.path for file in files}
        if gone or len(new) > FEW or any(file.size > LARGEST for file in new):
            return
        for file in new:
            yield from self._analysed(file)

    def _analysed(self, file: SeedFile) -> Iterator[Analysis]:
        marks = {mark for _, own in survey(file, self.settings).marks for mark in own}
        found = analyse(file, self.settings, self.repeated & marks).analyses
        if len(found) == 1 and found[0].seed.record is None:
            yield found[0]


def seeds(settings: Settings, digests: Mapping[str, str], surveys: Iterable[Survey]) -> Seeds:
    """The seed files that had these digests, and of which these are surveys."""
    cache = Cache(settings.root / CACHE, keep=False)
    try:
        stamps = cache.get(KEY, dict[str, Stamp]) or {}
    finally:
        cache.close()
    marks = (mark for found in surveys for mark in found.marks)
    return Seeds(settings, stamps, digests, cleaning.repeated_lines(marks))
