"""The hidden block with which a page tells the search indexer what it is and what it is about.

Pagefind reads filters and metadata also inside `data-pagefind-ignore`, and finds words of metadata
without ever showing them in an excerpt: so other spellings ("Kiev") lead to pages that say "Kyiv".
The theme's own search honours `data-search-exclude`.
"""

from collections.abc import Iterable

from seedpress.pages.markdown import Markdown, escape


def search_fields(
    filters: Iterable[tuple[str, str]],
    meta: Iterable[tuple[str, str]] = (),
    sort: Iterable[tuple[str, str]] = (),
) -> Markdown:
    """One raw HTML block: an element for each (name, value) with a value."""
    spans = [
        f'<span data-pagefind-{what}="{name}">{escape(value)}</span>'
        for what, pairs in (("filter", filters), ("meta", meta), ("sort", sort))
        for name, value in pairs
        if value
    ]
    return Markdown(f"<div hidden data-pagefind-ignore data-search-exclude>{''.join(spans)}</div>")
