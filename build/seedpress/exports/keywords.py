"""`keywords.jsonl`: every shared keyword with its variants and articles."""

import msgspec

from seedpress import names
from seedpress.model import Corpus
from seedpress.settings import Settings

_encode = msgspec.json.Encoder().encode


def keywords_jsonl(corpus: Corpus, _settings: Settings) -> bytes:
    """One JSON object a line, sorted by slug, UTF-8."""
    pages = {e.id: names.entity_path(e.slug) for e in corpus.entities if e.slug}
    return b"".join(
        _encode(
            {
                "slug": keyword.slug,
                "url": names.url(pages.get(keyword.entity) or names.keyword_path(keyword.slug)),
                "text": keyword.text,
                "variants": [{"text": v.text, "count": v.count} for v in keyword.variants],
                "articles": keyword.articles,
                "entity": keyword.entity or None,
            }
        )
        + b"\n"
        for keyword in corpus.keywords
    )
