"""The extractor `yake`: YAKE's list without pieces of longer names, near-duplicates merged.

Campos et al. (2020), YAKE! Keyword extraction from single documents using multiple local features.
"""

import gc
import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from functools import lru_cache
from importlib import import_module
from typing import Any

from seedpress.errors import SettingsError
from seedpress.keywords.tokens import key, sentences, units
from seedpress.model import Article, Keyword, Phrases
from seedpress.settings import KeywordSettings

# YAKE's tokeniser (segtok) is quadratic in runs of marks and in endless words, and a seed may hold
# 100,000 apostrophes: no run passes, and no more text than this.
_MARKS = re.compile(r"([^\w\s])(?:\s*\1){2,}")
_ENDLESS = re.compile(r"\S{80,}")
LONGEST = 60_000
_SETTING = "mkdocs.yml: extra.seedpress.keywords.engine"
_CANDIDATES = 120  # taken from YAKE before fragments and near-duplicates are dropped
_CERTAIN = 9  # digits of a score
_FIRST = 2  # times as many as are wanted, which are nearly always enough: a fifth of its time less


def extract(article: Article, settings: KeywordSettings) -> Phrases:
    """YAKE's best phrases of `article`, best first; scores are 1/(1 + YAKE's)."""
    pieces = _fragments(article)
    found: list[Keyword] = []
    for most in sorted({min(_FIRST * settings.count, _CANDIDATES), _CANDIDATES}):
        scored = _scored(article, settings.engine, most)
        found = _chosen(scored, pieces, settings.count)
        if len(found) == settings.count or len(scored) != most:
            break  # the rest would change nothing, or there is none
    return Phrases(tuple(found))


def _chosen(
    scored: Iterable[tuple[str, float]], pieces: AbstractSet[tuple[str, ...]], count: int
) -> list[Keyword]:
    """The first so many, without pieces of names and what is the same but for its form."""
    found: list[Keyword] = []
    seen: set[tuple[str, ...]] = set()
    for text, score in scored:
        if len(found) == count:
            break
        stems = key(text)
        if stems in seen or tuple(text.lower().split()) in pieces:
            continue
        seen.add(stems)
        found.append(Keyword(text, round(1 / (1 + float(score)), 6), "YAKE"))
    return found


def plain(article: Article) -> str:
    """The article for YAKE: every unit ends a sentence, so that no phrase crosses a line."""
    lines = []
    for unit in units(article):
        text = _ENDLESS.sub(" ", _MARKS.sub(r"\1", " ".join(unit.text.split())))
        lines.append(text if text.endswith((".", "!", "?")) else f"{text}.")
    return "\n\n".join(lines)[:LONGEST]


def _scored(article: Article, engine: str, most: int) -> list[tuple[str, float]]:
    """YAKE's own list, best first: lower scores are better; the first so many, or more."""
    language = article.fields.language or "en"
    if engine == "yake":
        with _unsearched():
            return list(_python(language).extract_keywords(plain(article)))
    if engine == "yake-rust":
        text = plain(article)
        best = _rust(language).get_n_best(text, n=most)
        # It adds numbers up in chance order, so that equal scores differ in their last digits.
        return sorted(
            best, key=lambda each: (round(each[1], _CERTAIN), text.find(each[0]), each[0])
        )
    raise SettingsError(f"{_SETTING}: found `{engine}`, allowed is one of yake, yake-rust")


@contextmanager
def _unsearched() -> Iterator[None]:
    """YAKE makes a graph of each text: to look for rubbish meanwhile costs a twelfth."""
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()


@lru_cache(maxsize=8)
def _python(language: str) -> Any:  # YAKE's own types are unknown to mypy
    """YAKE with the function words of `language`, of which it knows some 30.

    Loaded only here: it brings numpy and networkx, a fifth of a second that `editor` never needs.
    """
    extractor = import_module("yake").KeywordExtractor
    # `dedupLim`, as older texts have it, is ignored by 0.7 without a word.
    return extractor(lan=language, n=3, dedup_lim=0.9, top=_CANDIDATES)


@lru_cache(maxsize=8)
def _rust(language: str) -> Any:
    """The same from the extra `yake-rust`, with YAKE's own function words.

    Raises:
        SettingsError: it is not installed.
    """
    try:
        engine = import_module("yake_rust")
    except ModuleNotFoundError:
        raise SettingsError(
            f"{_SETTING}: `yake-rust` is not installed; run `pip install yake-rust`, "
            "or leave the setting out"
        ) from None
    words = _python(language).stopword_set
    return engine.Yake(stopwords=words, ngrams=3, deduplication_threshold=0.9)


def _fragments(article: Article) -> frozenset[tuple[str, ...]]:
    """Word sequences that only ever stand inside a longer capitalised name."""
    inside: set[tuple[str, ...]] = set()
    whole: set[tuple[str, ...]] = set()
    for unit in units(article):
        for sentence in sentences(unit.text):
            name: list[str] = []
            for token in (*sentence, None):
                if token is not None and token.kind == "word" and token.text[0].isupper():
                    name.append(token.lower)
                    continue
                if not name:  # most words are none of a name
                    continue
                whole.add(tuple(name))
                name = name[:12]
                inside.update(
                    tuple(name[i:j])
                    for i in range(len(name))
                    for j in range(i + 2, min(i + 4, len(name) + 1))
                )
                name = []
    return frozenset(inside - whole)
