"""Finds which articles are related, of which most is worked out before it is known who is who."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from seedpress import link
from seedpress.model import Analysis, Keyword, Vocabulary
from seedpress.related import Likeness
from seedpress.settings import Settings


class Relating:
    """What is related to what, once it is known what is likely and then what is the case."""

    def __init__(
        self,
        analyses: Sequence[Analysis],
        settings: Settings,
        ids: Sequence[Iterable[str]],
        keywords: Sequence[Sequence[Keyword]],
    ) -> None:
        """Begin by the `ids` of entities, and the keywords, that each article is likely to have."""
        self._pages, least = settings.pages, settings.entities.min_articles
        self._order = link.ordered(link.article_ids(analyses))
        articles = Counter(chain.from_iterable(map(set, ids)))
        own = _with_page(ids, [each for each, count in articles.items() if count >= least])
        self._before = link.foreseen(self._order, own, keywords)

    def likeness(
        self, ids: Sequence[Iterable[str]], with_page: Iterable[str], vocabulary: Vocabulary
    ) -> Likeness:
        """The same by those that each has; of entities, those with a page count."""
        own = _with_page(ids, with_page)
        return link.likeness(self._order, own, vocabulary, self._pages, self._before)


def _with_page(ids: Iterable[Iterable[str]], pages: Iterable[str]) -> list[set[str]]:
    return [*map({*pages}.intersection, ids)]
