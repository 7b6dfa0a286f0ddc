"""Where on the site things are, relative to its root, as every export says it."""

from collections.abc import Callable

from seedpress import names
from seedpress.model import Corpus, Entity, Entry, SharedKeyword
from seedpress.settings import Settings


def article_url(entry: Entry, settings: Settings) -> str:
    """The address of an article's page."""
    return names.url(names.article_path(entry.slug), settings.directory_urls)


def entity_url(entity: Entity, settings: Settings) -> str | None:
    """The address of an entity's page, if it has one."""
    if not entity.slug:
        return None
    return names.url(names.entity_path(entity.slug), settings.directory_urls)


def keyword_urls(corpus: Corpus, settings: Settings) -> Callable[[SharedKeyword], str]:
    """What gives the page that a keyword leads to: its own, or its entity's if it is a name."""
    bearers = {entity.id: entity_url(entity, settings) for entity in corpus.entities if entity.slug}

    def url(keyword: SharedKeyword) -> str:
        own = names.url(names.keyword_path(keyword.slug), settings.directory_urls)
        return bearers.get(keyword.entity) or own

    return url
