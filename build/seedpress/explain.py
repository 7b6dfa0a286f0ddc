"""Say in words what was made of one seed, and why."""

from collections.abc import Iterator
from pathlib import Path

from seedpress.errors import SeedpressError
from seedpress.model import Corpus, Entity, Entry, Mention
from seedpress.pages.spellings import near_misses, reasons
from seedpress.settings import Settings


def entries_named(corpus: Corpus, wanted: str, settings: Settings) -> list[Entry]:
    """The entries of the seed `wanted`: as seen from the seeds folder or from here, or a record.

    Raises:
        SeedpressError: there is no such seed.
    """
    here = Path(wanted).resolve()
    folder = settings.seeds_folder.resolve()
    inside = here.relative_to(folder).as_posix() if here.is_relative_to(folder) else wanted
    found = [
        entry
        for entry in corpus.entries
        if entry.seed in (wanted, inside) or entry.seed.startswith((f"{wanted}#", f"{inside}#"))
    ]
    if not found:
        known = ", ".join(sorted(entry.seed for entry in corpus.entries)[:5])
        raise SeedpressError(f"{wanted}: no such seed was read; there are {known}, …")
    return found


def explain(entry: Entry, corpus: Corpus) -> Iterator[str]:
    """Lines of plain text: what was read, cleaned, chosen as keyword and recognised as a name."""
    yield f"{entry.seed}  (sha256 {entry.sha256[:12]}, page articles/{entry.slug}/)"
    yield from _read(entry)
    yield from _cleaned(entry)
    yield from _keywords(entry)
    entities = {entity.id: entity for entity in corpus.entities}
    yield from _mentions(entry, entities)
    yield from _entities(entry, entities)


def _read(entry: Entry) -> Iterator[str]:
    fields = entry.article.fields
    yield ""
    yield "Read"
    for repair in entry.repairs or ("nothing had to be repaired",):
        yield f"  {repair}"
    made = "  (made from the first sentence)" if entry.article.title_made else ""
    shown = {
        "title": f"{fields.title}{made}",
        "byline": fields.byline,
        "source": fields.source,
        "dateline": fields.dateline,
        "date": fields.date or "",
        "url": fields.url,
        "language": fields.language,
        "tags": ", ".join(fields.tags),
    }
    for name, value in shown.items():
        yield f"  {name:9} {value or '-'}"


def _cleaned(entry: Entry) -> Iterator[str]:
    article = entry.article
    words = len(article.text.split())
    yield ""
    yield f"Cleaned: {len(article.blocks)} blocks, {words} words; removed or moved:"
    for removal in article.removed:
        yield f"  line {removal.line:<4} {removal.rule:18} {_short(removal.text)}"
    if not article.removed:
        yield "  nothing"


def _keywords(entry: Entry) -> Iterator[str]:
    yield ""
    yield "Keywords, best first"
    for keyword in entry.keywords:
        page = f" -> keywords/{keyword.slug}/" if keyword.slug else ""
        yield f"  {keyword.score:8.4f}  {keyword.text}{page}  [{keyword.why or 'no reason given'}]"


def _mentions(entry: Entry, entities: dict[str, Entity]) -> Iterator[str]:
    yield ""
    yield "Mentions, in order"
    ordered = sorted(entry.mentions, key=lambda m: (not m.in_title, m.start))
    for mention in ordered:
        entity = entities[mention.entity]
        place = "title" if mention.in_title else f"{mention.start}"
        page = "" if entity.page else ", no page"
        yield f"  {place:>6}  {mention.text} -> {entity.name} ({entity.kind}{page})"
        yield f"          recognised: {mention.rule or '-'}; {_joined(mention, entity)}"


def _joined(mention: Mention, entity: Entity) -> str:
    why = [r for r in entity.reasons if r.alias == mention.text]
    said = "; ".join(f"{r.rule}: {r.evidence}" if r.evidence else r.rule for r in why)
    return f"this entity because: {said or 'it has this name'}"


def _entities(entry: Entry, entities: dict[str, Entity]) -> Iterator[str]:
    """Why each entity is one and not another, with the lines that would split or merge it."""
    yield ""
    yield "Its entities; copy a line into the authority file, under the word before it"
    for number in dict.fromkeys(mention.entity for mention in entry.mentions):
        entity = entities[number]
        yield f"  {entity.name}"
        for spelling in reasons(entity):
            why = "; ".join(f"{rule}: {said}" if said else rule for rule, said in spelling[2])
            yield f"    {spelling[0]} ({spelling[1]}): {why or 'it has this name'}"
            if spelling[3]:
                yield f"      not_same:  {spelling[3]}"
        for name, why, line in near_misses(entity):
            yield f"    not {name}: {why}"
            yield f"      same:  {line}"


def _short(text: str, longest: int = 100) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else f"{flat[:longest]}…"
