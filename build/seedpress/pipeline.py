"""The whole programme, top to bottom: start reading here.

seeds  -> find -> gather (read, clean, keywords, recognise) -> Analysis...
Analysis... -> join (resolve, agree, link) -> Corpus
Corpus -> export -> DataFile..., render -> Page... -> write -> docs/ -> build_site -> site/
"""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import ExitStack
from dataclasses import replace
from functools import partial

from seedpress import last_build, last_join, last_packed, last_pages, pages
from seedpress.ahead import Ready, getting_ready
from seedpress.analyse import fingerprint
from seedpress.atomic import sweep
from seedpress.beside import beside
from seedpress.cache import CACHE, Cache
from seedpress.changes import compare, edition
from seedpress.exports.begun import AskBegun, Before, nothing_begun
from seedpress.exports.publication import Publication
from seedpress.groundwork import begun_beside, shelf
from seedpress.join import gather_seeds, joined
from seedpress.last_build import Published, State
from seedpress.last_packed import LastPacked
from seedpress.last_pages import LastPages
from seedpress.lock import BUILDING, holding
from seedpress.memory import let_go
from seedpress.model import Changes, Corpus, Edition, Sheaf
from seedpress.order import Order
from seedpress.press import Late, Press
from seedpress.preview import Keep, KeepPages, Known, forget_pages, keep_on, keep_with, previewed
from seedpress.report import Report, counts
from seedpress.settings import Settings
from seedpress.sheaves import begin, comes_last, in_two
from seedpress.sited import SiteReport
from seedpress.undisturbed import undisturbed
from seedpress.watch import Watch
from seedpress.workers import several
from seedpress.write import Written

FEW = 20  # seeds; of more, pages come with all others


def build(settings: Settings, order: Order) -> Report:
    """Build pages and site from the seeds.

    Raises:
        SeedpressError: a fault that stops the whole build; everything published stays as it was.
        BusyError: another process is building here.
    """
    all_known: list[Known] = []
    with holding(settings.root / BUILDING, order.wait):
        sweep(settings.root / BUILDING.parent)
        report = build_alone(settings, order, all_known.append)
    if order.held:
        keep_on(order.held, all_known, report.counts.articles, settings, order)
    return report


def build_alone(settings: Settings, order: Order, keep: Keep) -> Report:
    """Build while nobody else does; what is known then may be kept."""
    watch = Watch()
    with watch("look for changes"):
        made_from = last_build.sources(settings, fingerprint(settings))
        report = None if order.fresh else last_build.recall(settings, made_from)
    if report is None and order.held and order.held.keeper:
        with watch("preview"):
            order = previewed(settings, order)
    with getting_ready(settings, order, pages_follow=report is None) as ready:
        if report is None:
            report = publish(settings, order, made_from, watch, ready, keep if order.held else None)
        if not order.pages_only:
            with watch("site and search"):
                site = site_of(settings, order, ready)
            report = replace(report, problems=(*report.problems, *site.problems), site=site.made)
    return replace(report, seconds=watch.seconds)


def site_of(settings: Settings, order: Order, ready: Ready | None = None) -> SiteReport:
    """Bring the site up to date with the pages: by who is `ready` for it, or here."""
    ended = ""
    if ready:
        try:
            return ready.result()
        except BrokenExecutor:
            ended = (
                "; the process that began with it was ended from outside; is there enough memory?"
            )
    report = _made_here(settings, order)
    return replace(report, made=f"{report.made}{ended}")


def _made_here(settings: Settings, order: Order) -> SiteReport:
    """The site as this process makes it, which loads what it needs for that only now."""
    from seedpress.site import build_site

    let_go()  # nobody needs the corpus any more
    with several(order.jobs) as start:
        return build_site(settings, order.engine, shown=order.shown, start=start)


def publish(
    settings: Settings,
    order: Order,
    made_from: str,
    watch: Watch,
    ready: Ready | None = None,
    keep: Keep | None = None,
) -> Report:
    """Bring the pages in `docs/` up to date with the seeds; who is `ready` begins with the site."""
    last_build.forget(settings)
    cache = open_cache(settings, order)
    try:
        with watch("read and analyse"):
            gathered = gather_seeds(settings, cache, order)
        articles = gathered.analyses, gathered.origins
        new = len(gathered.analyses) - gathered.reused
        with begun_beside(articles, new, settings, order.jobs) as begun, ExitStack() as noting:
            del articles  # only the join needs them
            with watch("join"), undisturbed():
                corpus = joined(gathered, settings, order.jobs, noting)
                corpus, changes, now = compared(corpus, settings)
                kept = keep_with(settings, gathered, order, keep)
                gathered = replace(gathered, analyses=())  # only the join needed them
            with watch("render and write"):
                saved = () if order.previewed else (*changes.new, *changes.changed)
                made = write_pages(corpus, settings, order.jobs, ready, begun, saved, kept)
                written, states = made
        cache.keep_only(gathered.keys)
    finally:
        cache.close()
    last_build.remember_edition(settings, Published(now, corpus.changes))
    problems = (*corpus.problems, *written.problems)
    report = Report(counts(corpus), gathered.reused, changes, problems, written)
    if gathered.whole:
        last_build.remember(settings, made_from, report, states)
    return report


def write_pages(
    corpus: Corpus,
    settings: Settings,
    jobs: int,
    ready: Ready | None = None,
    begun: AskBegun = nothing_begun,
    saved: Sequence[str] = (),
    keep: KeepPages = forget_pages,
) -> tuple[Written, Mapping[str, State]]:
    """Render and export what is not there yet, and write what has changed; states of most files.

    Data files are made beside the pages, and come last: the site is begun without them. Where
    somebody waits for pages, those of `saved` seeds come first.
    """
    with undisturbed():
        programs = last_build.programs(settings)
        last, packed = LastPages(settings, programs), LastPacked(settings, programs)
    moved = partial(pages.moved, corpus=corpus, settings=settings)
    hurry = ready is not None and ready.is_awaited
    kept = shelf(settings)
    before = Before(begun, kept, packed.standing, kept.folder)
    with Publication(corpus, settings, packed.get, beside(jobs), before, hurry) as data:
        press = Press(settings.docs_folder, last, jobs, data.is_busy)
        feeds, every = begin(corpus, settings, data, last.notes)
        if ready and hurry and 0 < len(saved) <= FEW:
            ready.show(press.ahead(every.first(saved)))
        most, rest = in_two(feeds, every, data)

        def late() -> Iterator[Sheaf]:
            if ready:
                ready.begin()
            return rest

        written = press.run(most, moved, Late(comes_last, late))
        if ready:
            ready.carry_on([*filter(comes_last, written.every)])
    last.remember(written)
    packed.remember(data.told, written)
    keep(every)
    return written, last.states


def compared(corpus: Corpus, settings: Settings) -> tuple[Corpus, Changes, Edition]:
    """The corpus with what is new in it, the changes since the last build, and its edition.

    Where nothing changed since then, the corpus tells what was new before that.
    """
    last = last_build.published(settings)
    now = edition(corpus)
    if last and last.edition == now:
        return replace(corpus, changes=last.changes), Changes(first=False), now
    changes = compare(last.edition if last else None, now)
    return replace(corpus, changes=changes), changes, now


def open_cache(settings: Settings, order: Order) -> Cache:
    """The project's cache, or one that forgets where the build is to be fresh."""
    path = settings.root / CACHE
    if order.fresh:
        from seedpress.site.standing import forget

        path.unlink(missing_ok=True)
        forget(settings)
        last_join.forget(settings)
        last_pages.forget(settings)
        last_packed.forget(settings)
        shelf(settings).forget()
    return Cache(path, held=order.held)
