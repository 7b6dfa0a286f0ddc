"""Seconds that each pathological seed takes to be read and analysed, and its page to be rendered.

Run it with `python -m tests.bench.pathological`; it prints the slowest, and those that were
reported instead. Rendering is Python-Markdown's, the engine's long way.
"""

import tempfile
import time
from pathlib import Path

from tests.hostile.pathological import Case, cases
from tests.hostile.whole_way import rendered

from seedpress import names, readers
from seedpress.analyse import analyse
from seedpress.model import Corpus, Entry
from seedpress.pages.article import make
from seedpress.pages.keys import Keys
from seedpress.pages.shelf import arrange
from seedpress.settings import Settings

SHOWN = 15


def measured(case: Case, folder: Path, settings: Settings) -> tuple[float, float, str]:
    """Seconds for analysis and for rendering, and what became of the case."""
    (folder / case.name).write_bytes(case.data)
    started = time.process_time()
    files, problems = readers.find(folder, settings.limits)
    reading = analyse(files[0], settings, frozenset()) if files else None
    (folder / case.name).unlink()
    analysed = time.process_time()
    if reading is None or not reading.analyses:
        told = (*problems, *(reading.problems if reading else ()))
        return analysed - started, 0.0, f"reported: {told[0].reason}"
    article = reading.analyses[0].article
    identity = names.article_id(case.name, None, "")
    slug = names.article_slug(article.fields.title, identity)
    entry = Entry(identity, slug, case.name, "", article, (), ())
    shelf = arrange(Corpus((entry,), (), (), {}), settings, ())
    (sheaf,) = make(shelf, Keys(shelf))
    rendered(next(str(page.data) for page in sheaf.make()))
    return analysed - started, time.process_time() - analysed, "published"


def main() -> None:
    """Print the table."""
    settings = Settings()
    with tempfile.TemporaryDirectory() as folder:
        found = [(measured(case, Path(folder), settings), case.name) for case in cases(huge=True)]
    found.sort(key=lambda row: -row[0][0] - row[0][1])
    print(f"{len(found)} cases, {sum(a + r for (a, r, _), _ in found):.0f} s; the slowest:")
    for (analysis, rendering, fate), name in found[:SHOWN]:
        print(f"{analysis:6.1f} s read and analysed {rendering:6.1f} s rendered  {name}: {fate}")


if __name__ == "__main__":
    main()
