"""Say in words what was made of one seed, and why."""

from collections.abc import Iterator

from seedpress.model import Corpus, Entity, Entry, Mention


def explain(entry: Entry, corpus: Corpus) -> Iterator[str]:
    """Lines of plain text: what was read, cleaned, chosen as keyword and recognised as a name."""
    yield f"{entry.seed}  (sha256 {entry.sha256[:12]}, page articles/{entry.slug}/)"
    yield from _read(entry)
    yield from _cleaned(entry)
    yield from _keywords(entry)
    yield from _mentions(entry, {entity.id: entity for entity in corpus.entities})


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


def _short(text: str, longest: int = 100) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else f"{flat[:longest]}…"
