"""What the last build knew, found out once more: where nothing had to be built, nobody knows it."""

from functools import partial

from seedpress import gather, readers
from seedpress.cache import CACHE, Cache
from seedpress.exports.publication import feeds_of
from seedpress.held import Held
from seedpress.join import join
from seedpress.last_join import LastJoin
from seedpress.order import Order
from seedpress.pages import Sheaves
from seedpress.preview.keeper import Known, keeping, known_by
from seedpress.settings import Settings


def keep_on(
    held: Held, known: list[Known], articles: int, settings: Settings, order: Order
) -> None:
    """Have a copy keep what is known, so many articles; where nothing is, it finds that out first.

    So it does where nothing had to be built since this process began.
    """
    if known:
        held.keeper = keeping(known.pop, articles, settings, order)
    elif held.keeper is None:
        held.keeper = keeping(partial(_found_out, settings, order.jobs), articles, settings, order)


def _found_out(settings: Settings, jobs: int) -> Known:
    """All that a build would know, by what is remembered; nothing is written.

    Raises:
        SeedpressError: the editor's word cannot be read.
    """
    held = Held()
    cache = Cache(settings.root / CACHE, keep=False, held=held)
    try:
        files, _ = readers.find(settings.seeds_folder, settings.limits)
        # What was saved since that build is to be shown, not to be known already.
        old = gather.known(files, settings, cache)
        gathered = gather.gather(old, settings, cache, jobs, lambda _done, _of: None)
    finally:
        cache.close()
    last = LastJoin(settings, gathered.made_by, gathered.origins)
    corpus = join(gathered, settings, last, jobs)
    return known_by(settings, Sheaves(corpus, settings, feeds_of(corpus, settings)), gathered, held)
