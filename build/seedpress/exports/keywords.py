"""`keywords.jsonl`: every shared keyword with its variants and articles."""

import msgspec

from seedpress.exports.addresses import keyword_urls
from seedpress.model import Corpus
from seedpress.settings import Settings

_encode = msgspec.json.Encoder().encode


def keywords_jsonl(corpus: Corpus, settings: Settings) -> bytes:
    """One JSON object a line, sorted by slug, UTF-8."""
    url = keyword_urls(corpus, settings)
    return b"".join(
        _encode(
            {
                "slug": keyword.slug,
                "url": url(keyword),
                "text": keyword.text,
                "variants": keyword.variants,  # whose fields are those of the contract
                "articles": keyword.articles,
                "entity": keyword.entity or None,
            }
        )
        + b"\n"
        for keyword in corpus.keywords
    )
