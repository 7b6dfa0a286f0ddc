"""Print how well entities of our own newswire articles are linked, and every page that is wrong.

    python tests/bench/newswire.py [FOLDER OF MARKED ARTICLES]

The articles of `tests/entities/newswire/` and `tests/entities/batches/` are made up in the manner
of news agencies. Their names are marked: `[[name|id]]`; with `?` before the id a mention is
optional (nationalities, teams called by their country), and with the id `-` it stands for nothing
that is scored. Marks in a dateline that cleaning moves into its field are optional too.

A marked entity is shared if two articles have mandatory mentions of it, and its links are those
articles. A system page is an entity with mentions in two articles. Each page is given to the marked
entity that it shares most articles with, one to one. A link is right where the page touches a
mandatory mention of its entity, and wrong where it touches no mention of it at all.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path

from seedpress.cleaning import clean
from seedpress.entities import recognise, resolve
from seedpress.model import Analysis, Article, Authority, Resolution, Seed
from seedpress.settings import EntitySettings

FOLDER = Path(__file__).parents[1] / "entities" / "newswire"
MARK = re.compile(r"\[\[([^|\]]+)\|(\??)([^\]]+)\]\]")
WORD = re.compile(r"\w+|[^\w\s]")
SETTINGS = EntitySettings()


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked name; offsets into the plain text of its article."""

    start: int
    end: int
    text: str
    entity: str  # empty where it stands for nothing
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """One article with its marked names, and what cleaning makes of it."""

    name: str
    text: str
    marks: tuple[Marked, ...]
    article: Article


@dataclass(frozen=True, slots=True)
class Spot:
    """A name that the system found; offsets into the document's text."""

    document: str
    start: int
    end: int
    text: str
    entity: str


def read(folder: Path) -> list[Document]:
    """The marked articles of the folder."""
    return [plain(path.stem, path.read_text("utf-8")) for path in sorted(folder.glob("*.txt"))]


def plain(name: str, marked: str) -> Document:
    """The article without its marks, and where they stood."""
    text, marks, after = "", [], 0
    for found in MARK.finditer(marked):
        text += marked[after : found.start()]
        start, after = len(text), found.end()
        text += found[1]
        entity = "" if found[3] == "-" else found[3]
        marks.append(Marked(start, len(text), found[1], entity, bool(found[2])))
    text += marked[after:]
    article = clean(Seed(f"{name}.txt", "0" * 64, text))
    return Document(name, text, tuple(_in_text(marks, text, article)), article)


def _in_text(marks: list[Marked], text: str, article: Article) -> Iterator[Marked]:
    """The marks, those optional that stand in the dateline: cleaning made a field of it."""
    left = set(_places(text, article).values()) if article.fields.dateline else set()
    for mark in marks:
        moved = left.isdisjoint(range(mark.start, mark.end))
        moved = moved and mark.text in article.fields.dateline
        yield replace(mark, optional=mark.optional or moved)


def find(documents: list[Document]) -> tuple[Resolution, list[Spot]]:
    """Clean the documents, recognise and resolve their names."""
    analyses = []
    for document in documents:
        seed = Seed(f"{document.name}.txt", "0" * 64, document.text)
        names = recognise(document.article, SETTINGS)
        analyses.append(Analysis(seed, document.article, names))
    resolution = resolve(analyses, Authority(), SETTINGS)
    spots = []
    for document, each, mentions in zip(documents, analyses, resolution.mentions, strict=True):
        places = _places(document.text, each.article)
        shift = len(_title(each.article)) + 1
        for mention in mentions:
            by = 0 if mention.in_title else shift
            inside = [places[i] for i in range(mention.start + by, mention.end + by) if i in places]
            if inside:
                spot = min(inside), max(inside) + 1
                spots.append(Spot(document.name, *spot, mention.text, mention.entity))
    return resolution, spots


def _title(article: Article) -> str:
    """The seed's own title."""
    return "" if article.title_made else article.fields.title


def _places(source: str, article: Article) -> dict[int, int]:
    """Where each character of the cleaned title and text stands in the source."""
    made = f"{_title(article)}\n{article.text}"
    old, new = list(WORD.finditer(source)), list(WORD.finditer(made))
    same = SequenceMatcher(None, [w.group() for w in old], [w.group() for w in new], False)
    places = {}
    for a, b, size in same.get_matching_blocks():
        for i in range(size):
            for j in range(len(new[b + i].group())):
                places[new[b + i].start() + j] = old[a + i].start() + j
    return places


def _closeness(mark: Marked, spot: Spot) -> tuple[int, int]:
    """By how much a mark overlaps the spot; of two that contain it the shorter is closer."""
    return min(mark.end, spot.end) - max(mark.start, spot.start), mark.start - mark.end


class Comparison:
    """System pages against marked entities."""

    def __init__(self, documents: list[Document], spots: list[Spot]) -> None:
        self.homes: dict[str, set[str]] = defaultdict(set)
        self.names: dict[str, set[str]] = defaultdict(set)
        marks = {d.name: d.marks for d in documents}
        self.spellings: dict[tuple[str, str], set[str]] = defaultdict(set)
        for document in documents:
            for mark in document.marks:
                if mark.entity and not mark.optional:
                    self.homes[mark.entity].add(document.name)
                    self.spellings[mark.entity, document.name].add(mark.text.casefold())
        self.shared = {e for e, where in self.homes.items() if len(where) > 1}
        self.touched: dict[str, dict[str, list[Marked | None]]] = defaultdict(
            lambda: defaultdict(list)
        )
        self.texts: dict[tuple[str, str], set[str]] = defaultdict(set)
        for spot in spots:
            over = [m for m in marks[spot.document] if m.start < spot.end and spot.start < m.end]
            best = max(over, key=lambda m: _closeness(m, spot), default=None)
            self.touched[spot.entity][spot.document].append(best)
            self.texts[spot.entity, spot.document].add(spot.text)
        self.pages = sorted(e for e, where in self.touched.items() if len(where) > 1)
        self.given = self._give()

    def _give(self) -> dict[str, str]:
        """Each page's marked entity."""
        weights: Counter[tuple[str, str]] = Counter()
        for page in self.pages:
            for found in self.touched[page].values():
                entities = {m.entity for m in found if m and m.entity and not m.optional}
                weights.update((page, entity) for entity in entities)
        given: dict[str, str] = {}
        for (page, entity), _ in sorted(
            weights.items(), key=lambda item: (-item[1], item[0][1] not in self.shared, item[0])
        ):
            if page not in given and entity not in given.values():
                given[page] = entity
        return given

    def links(self, page: str) -> tuple[set[str], set[str]]:
        """The documents of `page` that are right, and those that are wrong."""
        entity = self.given.get(page)
        right, wrong = set(), set()
        for document, found in self.touched[page].items():
            if entity and any(m and m.entity == entity and not m.optional for m in found):
                if entity in self.shared:
                    right.add(document)
            elif entity and any(m and m.entity == entity for m in found):
                continue
            elif entity or any(m is None or (m.entity and not m.optional) for m in found):
                wrong.add(document)
        return right, wrong

    def figures(self) -> dict[str, float]:
        """F1 of links, exact pages, and pairs of articles with different names that are joined."""
        right = wrong = exact = 0
        for page in self.pages:
            good, bad = self.links(page)
            right, wrong = right + len(good), wrong + len(bad)
            entity = self.given.get(page, "")
            exact += entity in self.shared and good == self.homes[entity] and not bad
        wanted = sum(len(self.homes[e]) for e in self.shared)
        joined, pairs = self._pairs()
        return {
            "link precision": right / max(1, right + wrong),
            "link recall": right / wanted,
            "link F1": 2 * right / max(1, right + wrong + wanted),
            "exact pages": exact / len(self.shared),
            "pairs of other names joined": joined / max(1, pairs),
            "joins of other names right": self._right_joins(),
        }

    def _pairs(self) -> tuple[int, int]:
        """Pairs of documents that call one entity by names without any in common, and joined."""
        pages: dict[tuple[str, str], set[str]] = defaultdict(set)
        for page, where in self.touched.items():
            for document, found in where.items():
                for mark in found:
                    if mark and mark.entity:
                        pages[mark.entity, document].add(page)
        joined = total = 0
        for entity in self.shared:
            for one, two in combinations(sorted(self.homes[entity]), 2):
                if not self.spellings[entity, one] & self.spellings[entity, two]:
                    total += 1
                    joined += bool(pages[entity, one] & pages[entity, two])
        return joined, total

    def _right_joins(self) -> float:
        """Of pairs of documents that a page joins by other names, the part with one entity."""
        right = total = 0
        for page in self.pages:
            known = {
                document: {m.entity for m in found if m and m.entity}
                for document, found in self.touched[page].items()
            }
            for one, two in combinations(sorted(known), 2):
                if known[one] and known[two]:
                    here, there = self._said(page, one), self._said(page, two)
                    if not here & there:
                        total += 1
                        right += bool(known[one] & known[two])
        return right / max(1, total)

    def _said(self, page: str, document: str) -> set[str]:
        return {text.casefold() for text in self.texts[page, document]}

    def faults(self) -> list[str]:
        """Every page that is not as it should be, in a line."""
        lines = []
        owners = {entity: page for page, entity in self.given.items()}
        for entity in sorted(self.shared):
            page = owners.get(entity)
            good, bad = self.links(page) if page else (set(), set())
            missing = self.homes[entity] - good
            if missing or bad:
                lines.append(
                    f"{entity} <- {page}: missing {sorted(missing)}, {self._say(page, bad)}"
                )
        false = [page for page in self.pages if self.given.get(page) not in self.shared]
        wrong = [(page, self.links(page)[1]) for page in false]
        return lines + [f"false page {page}: {self._say(page, bad)}" for page, bad in wrong if bad]

    def _say(self, page: str | None, documents: set[str]) -> str:
        said = [f"{d} {sorted(self.texts[page or '', d])}" for d in sorted(documents)]
        return f"wrong {', '.join(said)}"


def main() -> None:
    """Print figures and faults."""
    documents = read(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
    _, spots = find(documents)
    comparison = Comparison(documents, spots)
    for line in comparison.faults():
        print(line)
    for name, figure in comparison.figures().items():
        print(f"{name:28} {100 * figure:.1f}")


if __name__ == "__main__":
    main()
