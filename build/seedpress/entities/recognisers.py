"""The names in one article, by the recogniser that the settings choose."""

from collections.abc import Callable

from seedpress.entities import builtin, spacy_backend
from seedpress.errors import SettingsError
from seedpress.model import Article, Names
from seedpress.settings import EntitySettings

# By the setting `entities.recogniser`.
RECOGNISERS: dict[str, Callable[[Article, EntitySettings], Names]] = {
    "builtin": lambda article, _: builtin.recognise(article),
    "spacy": spacy_backend.recognise,
    "hybrid": spacy_backend.hybrid,
}


def recognise(article: Article, settings: EntitySettings) -> Names:
    """Candidate names of `article`, in its text and its title, by the recogniser of the settings.

    Raises:
        SettingsError: no such recogniser, or what it needs is not installed.
    """
    if settings.recogniser not in RECOGNISERS:
        known = ", ".join(RECOGNISERS)
        raise SettingsError(
            f"mkdocs.yml: extra.seedpress.entities.recogniser: found `{settings.recogniser}`, "
            f"allowed is one of {known}"
        )
    return RECOGNISERS[settings.recogniser](article, settings)
