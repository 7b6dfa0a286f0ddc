"""A seeds folder in which every payload stands in every place that a seed or an editor can fill."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.hostile.payloads import CANARY, Payload

# Where a payload may stand. The order is part of a canary's number: add at the end.
PLACES = (
    "title",
    "byline",
    "source",
    "dateline",
    "subhead",
    "body",
    "list",
    "quote",
    "last",
    "front_title",
    "front_author",
    "front_source",
    "front_url",
    "front_tag",
    "md_heading",
    "md_body",
    "md_strong",
    "md_link_text",
    "md_link_target",
    "md_image",
    "md_code",
    "md_table",
    "entity_name",
    "entity_alias",
    "entity_note",
    "keyword",
    "raw",
)
GOOD = 6  # articles without any payload, which must come through whole
RAW = ("front_matter", "markdown", "unicode", "bidi")  # kinds that also make a whole file


@dataclass(frozen=True, slots=True)
class Carried:
    """One payload in one place of one seed."""

    number: int  # its canary
    payload: str  # id
    place: str
    seed: str
    text: str


def write_corpus(folder: Path, chosen: Iterable[Payload]) -> tuple[Carried, ...]:
    """Write seeds and `authority.yml` into `folder`; say what stands where."""
    folder.mkdir(parents=True, exist_ok=True)
    carried: list[Carried] = []
    authority: dict[str, Any] = {"entities": [], "keywords": {"pin": {}}}
    for index, payload in enumerate(chosen, 1):
        texts = {place: _text(payload, index, place) for place in PLACES}
        names = _names(texts, index)
        for seed, text, places in _seeds(index, payload, texts, names):
            (folder / seed).write_bytes(text.encode("utf-8", "surrogatepass"))
            carried += [Carried(number(index, p), payload.id, p, seed, texts[p]) for p in places]
        carried += _judge(authority, index, payload, texts, names)
    for seed, text in good().items():
        (folder / seed).write_text(text, "utf-8")
    authority = _without_surrogates(authority)  # an editor's file is at least text
    dumped = yaml.safe_dump(authority, allow_unicode=False, sort_keys=False, width=10_000)
    (folder / "authority.yml").write_text(dumped, "utf-8")
    return tuple(carried)


def number(index: int, place: str) -> int:
    """The canary of the `index`-th payload in a place."""
    return index * 100 + PLACES.index(place)


def good() -> dict[str, str]:
    """Harmless neighbours, by seed."""
    return {
        f"good-{n}.txt": (
            f"Harbour {n} opens its gates\n\nBy Vera Lund | The Quay\n12 March 2025\n\n"
            f"The harbour master of quay {n} opened the gates at dawn. {sentinel(n)}\n\n"
            f"Anna Berg and Vera Lund watched from the wall in Harbourtown.\n"
        )
        for n in range(1, GOOD + 1)
    }


def sentinel(n: int) -> str:
    """A sentence of the `n`-th good article that must be found on its page."""
    return f"Nothing in sentinel sentence {n} may be lost."


def _text(payload: Payload, index: int, place: str) -> str:
    return payload.text.replace(CANARY, str(number(index, place)))


def _names(texts: dict[str, str], index: int) -> tuple[str, str, str]:
    """An entity's hostile name and alias, one line each, and a plain one that is recognised.

    Formulas and markup still start the hostile ones; a number at the end makes them nobody else's.
    """
    one, two = (" ".join(texts[p].split()) for p in ("entity_name", "entity_alias"))
    return f"{one} Name{index}", f"{two} Alias{index}", plain_name(index)


def plain_name(index: int) -> str:
    """A harmless name that is like no other: `Bemiro Takulo`."""
    digest = hashlib.sha256(str(index).encode()).digest()
    syllables = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
    chosen = [syllables[byte % len(syllables)] for byte in digest[:7]]
    return f"{''.join(chosen[:3]).title()} {''.join(chosen[3:]).title()}"


def _seeds(
    index: int, payload: Payload, texts: dict[str, str], names: tuple[str, str, str]
) -> list[tuple[str, str, tuple[str, ...]]]:
    stem = f"p{index:04}-{payload.id}"
    made = [
        (f"{stem}.txt", _plain(texts, names), PLACES[:9]),
        (f"{stem}.md", _markdown(texts, names), PLACES[9:22]),
    ]
    if payload.kind in RAW:
        body = f"\n\nHarbourtown is quiet in file {index}. Anna Berg said so.\n"
        made.append((f"{stem}-raw.md", texts["raw"] + body, ("raw",)))
    return made


def _plain(t: dict[str, str], names: tuple[str, str, str]) -> str:
    return (
        f"{t['title']}\n\nBy {t['byline']} | {t['source']}\n12 March 2025\n\n"
        f"{t['dateline']}: The council of Harbourtown met on Tuesday. Anna Berg spoke first, and "
        f"then {names[2]} answered her; {names[0]} and {names[1]} were silent.\n\n"
        f"**{t['subhead']}**\nOne clerk read it aloud: {t['body']} and sat down again.\n\n"
        f"- a plain item\n- {t['list']}\n- another item\n\n> {t['quote']}\n\n"
        f"The meeting ended at noon. Vera Lund locked the door.\n{t['last']}"
    )


def _markdown(t: dict[str, str], names: tuple[str, str, str]) -> str:
    front = {
        "title": t["front_title"],
        "author": t["front_author"],
        "source": t["front_source"],
        "url": t["front_url"],
        "date": "2025-03-13",
        "tags": [t["front_tag"], "harbour"],
    }
    cell = t["md_table"].replace("\n", " ")
    return (
        f"---\n{yaml.safe_dump(front, allow_unicode=False, sort_keys=False, width=10_000)}---\n\n"
        f"## {t['md_heading']}\n\nA clerk of Harbourtown read: {t['md_body']}\n\n"
        f"**{t['md_strong']}** and [{t['md_link_text']}](https://x.example/) and "
        f"[a target]({t['md_link_target']}) and ![{t['md_image']}]({t['md_image']})\n\n"
        f"```{t['md_code']}\n{t['md_code']}\n```\n\n| a | b |\n|---|---|\n| {cell} | c |\n\n"
        f"Anna Berg met {names[2]}, {names[0]} and {names[1]} in Harbourtown. Vera Lund wrote "
        f"it down.\n"
    )


def _judge(
    authority: dict[str, Any],
    index: int,
    payload: Payload,
    texts: dict[str, str],
    names: tuple[str, str, str],
) -> list[Carried]:
    """The editor's word, if an editor pasted the payload into it."""
    seed = f"p{index:04}-{payload.id}.txt"
    authority["entities"].append(
        {"name": names[0], "aliases": list(names[1:]), "note": texts["entity_note"]}
    )
    authority["keywords"]["pin"][seed] = [f"{' '.join(texts['keyword'].split())} key{index}"]
    shown = dict(
        zip(PLACES[22:26], (*names[:2], texts["entity_note"], texts["keyword"]), strict=True)
    )
    return [Carried(number(index, p), payload.id, p, seed, text) for p, text in shown.items()]


def _without_surrogates(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_surrogates(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_without_surrogates(item) for item in value]
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
