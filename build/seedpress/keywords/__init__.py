"""Keywords: `extract` what one article says, `agree` on what the corpus calls it.

The table below names the extractors that `keywords.extractor` may choose.
"""

from collections.abc import Callable

from seedpress.errors import SettingsError
from seedpress.keywords import editor, yake
from seedpress.keywords.languages import language
from seedpress.keywords.vocabulary import Prepared, agree, named, prepare
from seedpress.model import Article, Phrases
from seedpress.settings import KeywordSettings

__all__ = ["EXTRACTORS", "Prepared", "agree", "extract", "named", "prepare"]

EXTRACTORS: dict[str, Callable[[Article, KeywordSettings], Phrases]] = {
    "editor": editor.extract,
    "yake": yake.extract,
}
# The extractor for an article in a language that the one chosen knows nothing of.
ANY_LANGUAGE = yake.extract


def extract(article: Article, settings: KeywordSettings) -> Phrases:
    """What `article` alone says of its keywords, by the extractor that the settings name.

    `editor` knows English well and six other languages by their function words and endings;
    articles in any other language are left to `yake`.

    Raises:
        SettingsError: there is no extractor, or no engine, of that name.
    """
    extractor = EXTRACTORS.get(settings.extractor)
    if extractor is None:
        raise SettingsError(
            f"mkdocs.yml: extra.seedpress.keywords.extractor: found `{settings.extractor}`, "
            f"allowed is one of {', '.join(sorted(EXTRACTORS))}"
        )
    code = article.fields.language.partition("-")[0]
    known = code in {"", "en"} or language(code) is not None
    return (extractor if known else ANY_LANGUAGE)(article, settings)
