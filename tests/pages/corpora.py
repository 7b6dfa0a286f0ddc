"""Small corpora made by hand: articles of blocks, with the names that stand in them."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from seedpress import names
from seedpress.model import (
    Alias,
    Article,
    Block,
    Company,
    Corpus,
    Entity,
    EntityKind,
    Entry,
    Fields,
    Keyword,
    Mention,
    NearMiss,
    Reason,
    Related,
    Removal,
    SharedKeyword,
)

NO_FIELDS = Fields()


@dataclass(frozen=True)
class Draft:
    """What a test says of one article."""

    title: str = "A title"
    blocks: Sequence[Block | str] = ()
    fields: Fields = NO_FIELDS
    keywords: Sequence[str] = ()
    removed: Sequence[Removal] = ()
    repairs: Sequence[str] = ()
    seed: str = ""


NAMES: dict[str, tuple[EntityKind, Sequence[str]]] = {
    "Mara Lindqvist": ("person", ["Mara Lindqvist", "Lindqvist"]),
    "Port Amity": ("place", ["Port Amity", "Amity"]),
    "Harbour Board": ("organisation", ["Harbour Board"]),
}


def corpus(
    drafts: Sequence[Draft],
    known: Mapping[str, tuple[EntityKind, Sequence[str]]] = NAMES,
    least: int = 1,
) -> Corpus:
    """Join the drafts: names are found by their spellings, keywords are shared by their text."""
    entries = [_entry(draft, number, known) for number, draft in enumerate(drafts)]
    entities = [_entity(name, kind, entries, least) for name, (kind, _) in known.items()]
    entities = [e for e in entities if e.mentions]
    keywords: defaultdict[str, list[str]] = defaultdict(list)
    texts: dict[str, str] = {}
    for entry in entries:
        for keyword in entry.keywords:
            keywords[keyword.slug].append(entry.id)
            texts[keyword.slug] = keyword.text
    shared = [
        SharedKeyword(slug, texts[slug], tuple(sorted(ids)), (Alias(texts[slug], len(ids)),))
        for slug, ids in sorted(keywords.items())
    ]
    sharing = _sharing(entries)
    return Corpus(
        tuple(sorted((_related(e, entries, sharing) for e in entries), key=lambda e: e.id)),
        tuple(sorted(entities, key=lambda e: e.id)),
        tuple(shared),
        {e.id: _company(e, entities) for e in entities},
    )


def _entry(
    draft: Draft, number: int, known: Mapping[str, tuple[EntityKind, Sequence[str]]]
) -> Entry:
    blocks: list[Block] = []
    start = 0
    for given in draft.blocks:
        block = Block("paragraph", given) if isinstance(given, str) else given
        blocks.append(replace(block, start=start))
        start += len(block.text) + 2
    text = "\n\n".join(b.text for b in blocks)
    seed = draft.seed or f"{number}.txt"
    identity = names.article_id(seed, None, "")
    mentions = [
        *_mentions(text, known, in_title=False),
        *_mentions(draft.title, known, in_title=True),
    ]
    return Entry(
        id=identity,
        slug=names.article_slug(draft.title, identity),
        seed=seed,
        sha256=names.digest(seed),
        article=Article(
            replace(draft.fields, title=draft.title), tuple(blocks), text, tuple(draft.removed)
        ),
        keywords=tuple(Keyword(k, 1.0, slug=names.slug(k)) for k in draft.keywords),
        mentions=tuple(mentions),
        repairs=tuple(draft.repairs),
    )


def _mentions(
    text: str, known: Mapping[str, tuple[EntityKind, Sequence[str]]], in_title: bool
) -> list[Mention]:
    whose = {alias: name for name, (_, aliases) in known.items() for alias in aliases}
    if not whose:
        return []
    pattern = "|".join(re.escape(alias) for alias in sorted(whose, key=len, reverse=True))
    return [
        Mention(
            m.start(),
            m.end(),
            m[0],
            known[whose[m[0]]][0],
            in_title,
            entity=f"e{names.digest(whose[m[0]])[:8]}",
        )
        for m in re.finditer(pattern, text)
    ]


def _entity(name: str, kind: EntityKind, entries: Sequence[Entry], least: int) -> Entity:
    identity = f"e{names.digest(name)[:8]}"
    counts: Counter[str] = Counter()
    articles = set()
    for entry in entries:
        for mention in entry.mentions:
            if mention.entity == identity:
                counts[mention.text] += 1
                articles.add(entry.id)
    page = len(articles) >= least
    return Entity(
        id=identity,
        name=name,
        kind=kind,
        aliases=tuple(Alias(text, n) for text, n in counts.most_common()),
        articles=tuple(sorted(articles)),
        mentions=counts.total(),
        reasons=tuple(Reason(text, "short form", f"{text} is {name}") for text in counts),
        near_misses=(NearMiss(f"{name} Jr.", "a suffix tells two apart"),),
        page=page,
        slug=names.slug(name) if page else "",
    )


def _related(entry: Entry, entries: Sequence[Entry], sharing: Mapping[str, list[int]]) -> Entry:
    """The first five others that share a name or a keyword."""
    mine = {m.entity for m in entry.mentions}
    words = {k.slug for k in entry.keywords}
    near = {n for key in mine | words for n in sharing[key][:6]}
    related = []
    for other in (entries[n] for n in sorted(near)):
        shared = sorted(mine & {m.entity for m in other.mentions})
        ideas = sorted(words & {k.slug for k in other.keywords})
        if other.id != entry.id:
            related.append(Related(other.id, 1.0, tuple(shared), tuple(ideas)))
    return replace(entry, related=tuple(related[:5]))


def _sharing(entries: Sequence[Entry]) -> Mapping[str, list[int]]:
    """By name and keyword, the numbers of the entries that have it."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        for key in {m.entity for m in entry.mentions} | {k.slug for k in entry.keywords}:
            found[key].append(number)
    return found


def _company(entity: Entity, entities: Sequence[Entity]) -> tuple[Company, ...]:
    found = [
        Company(other.id, len(set(other.articles) & set(entity.articles)))
        for other in entities
        if other.id != entity.id
    ]
    return tuple(sorted((c for c in found if c.articles), key=lambda c: (-c.articles, c.other)))
