"""No page is large, whatever the corpus: what does not fit on one stands on a further one."""

import re
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from seedpress.model import (
    Alias,
    Became,
    Changes,
    Corpus,
    Fields,
    Gone,
    Mention,
    NearMiss,
    Problem,
    Reason,
    Tie,
)
from seedpress.pages.parts import by_size, foremost
from tests.pages.corpora import Draft, corpus
from tests.pages.rendering import Read, read_page
from tests.pages.test_pages import check_links, pages
from tests.records import replace

LARGEST = 80_000  # bytes of Markdown; the theme adds some 15,000 to make 95,000 of HTML
ARTICLES, SPELLINGS, OUTLETS, MISSES = 900, 3000, 500, 1500
CAST = [f"Конрад Вышеславский {chr(0x410 + n % 32)}{n}" for n in range(70)]


def monster() -> Corpus:
    """One name in every article, in 3,000 spellings, of 500 outlets; and 70 long names."""
    drafts = [
        Draft(
            f"Выборы прошли спокойно, сообщает наблюдатель из порта номер {n}",
            [f"Lindqvist met {CAST[n % 70]} and {CAST[(n * n + 1) % 70]} in Port Amity. It rained."]
            * 2,
            Fields(source=f"Вестник гавани {n % OUTLETS}", date=f"{1900 + n % 120}-01-01"),
            [f"idea {n % 40}"],
        )
        for n in range(ARTICLES)
    ]
    known = {name: ("person", [name]) for name in ("Lindqvist", "Port Amity", *CAST)}
    made = corpus(drafts, known)  # type: ignore[arg-type]
    entities = []
    for entity in made.entities:
        if entity.name == "Lindqvist":
            spelt = [f"Линдквист {n}" for n in range(SPELLINGS)]
            entity = replace(
                entity,
                aliases=tuple(Alias(text, 2) for text in spelt),
                reasons=tuple(Reason(t, "transliteration", f"{t} ~ Lindqvist") for t in spelt),
                near_misses=tuple(NearMiss(f"Линд {n}", "too far") for n in range(MISSES)),
            )
            whose = entity.id
        entities.append(entity)
    entries = tuple(
        replace(entry, mentions=tuple(_respelt(m, whose, n) for m in entry.mentions))
        for n, entry in enumerate(made.entries)
    )
    problems = tuple(
        Problem(
            f"Папка/вестник {n}.txt", "неизвестная кодировка, страница 1251", "Save it as UTF-8"
        )
        for n in range(700)
    )
    return replace(made, entries=entries, entities=tuple(entities), problems=problems)


def _respelt(mention: Mention, whose: str, number: int) -> Mention:
    if mention.entity != whose:
        return mention
    return replace(mention, text=f"Линдквист {number % SPELLINGS}")


def eventful(made: Corpus) -> Corpus:
    """The same with everything new, moved, gone or joined at once."""
    seeds = tuple(entry.seed for entry in made.entries)
    gone = tuple(Gone(f"{n}", f"Ушедшее название {n}") for n in range(600))
    shared = tuple(e.id for e in made.entities)
    became = tuple(Became(g, i) for g, i in zip(gone, shared, strict=False))
    ties = tuple(Tie(seed, shared[0], "Lindqvist") for seed in seeds[300:])
    changes = Changes(
        first=False,
        new=seeds[:300],
        removed=gone,
        appeared=shared,
        vanished=gone,
        merged=became,
        split=became,
        renamed=became,
        gained=ties,
        lost=ties,
    )
    return replace(made, changes=changes)


@cache
def rendered() -> dict[str, str]:
    return pages(eventful(monster()))


def read(path: str) -> Read:
    return read_page(rendered()[path])


def test_every_page_of_a_monstrous_corpus_is_small() -> None:
    sizes = {path: len(page.encode()) for path, page in rendered().items()}
    large = {path: size for path, size in sizes.items() if size > LARGEST}
    assert large == {}


def test_every_spelling_and_every_near_miss_is_told_with_its_reason() -> None:
    text = " ".join(
        read(path).text() for path in rendered() if path.startswith("entities/lindqvist/spellings")
    )
    assert text.count("transliteration: ") == SPELLINGS
    assert text.count("too far") == MISSES
    assert text.count("Вестник гавани") >= OUTLETS


def test_the_names_own_page_leads_to_what_it_has_no_room_for() -> None:
    page = read("entities/lindqvist.md")
    assert re.search(r"2,9\d\d more", page.text())
    assert page.values("href").count("../entities/lindqvist/spellings.md") == 2
    plain = pages(corpus([Draft("A", ["Lindqvist."])]))
    assert not any(path.endswith("/spellings.md") for path in plain)


def test_all_that_is_new_is_told_in_parts() -> None:
    parts = [path for path in rendered() if path.startswith("changes")]
    assert parts[:2] == ["changes.md", "changes/2.md"]
    told = " ".join(read(path).text() for path in parts)
    assert told.count("Ушедшее название") >= 1200
    listed = {
        h.rsplit("/", 1)[-1] for p in parts for h in read(p).values("href") if "articles/" in h
    }
    assert len(listed) == ARTICLES + 1  # and the link to the index


def test_every_link_of_it_leads_somewhere() -> None:
    assert check_links(dict(rendered())) > 10_000


SIZES = st.lists(st.integers(0, 50), max_size=40)


@given(SIZES, st.integers(1, 60))
def test_runs_hold_everything_in_order_and_no_more_than_they_may(
    sizes: list[int], most: int
) -> None:
    runs = by_size(sizes, lambda n: n, most)
    assert [n for run in runs for n in run] == sizes
    assert all(sum(run) <= most or len(run) == 1 for run in runs)
    assert all(run for run in runs) or not sizes


@given(SIZES, st.integers(0, 200), st.integers(0, 50))
@settings(max_examples=60)
def test_the_foremost_are_as_many_as_fit(sizes: list[int], most: int, count: int) -> None:
    shown = foremost(sizes, lambda n: n, most, count)
    assert list(shown) == sizes[: len(shown)]
    assert sum(shown) <= most
    assert len(shown) <= count
    whole = len(shown) in (count, len(sizes))
    assert whole or sum(sizes[: len(shown) + 1]) > most
