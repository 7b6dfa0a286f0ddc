"""Articles and analyses made of plain strings, for the tests of this folder."""

from seedpress.keywords import extract
from seedpress.model import Analysis, Article, Block, Fields, Names, Seed
from seedpress.settings import KeywordSettings

FERRY = (
    "The harbour council has put off the new ferry terminal. A ferry terminal at Quay Street was "
    "to replace the old landing stage by spring.",
    "Harbour master Odile Brandt said the ferry terminal had no dredging permit. The dredging "
    "permit is a matter for the coast ministry, which has asked for a second sediment survey.",
    "Without the sediment survey no contractor will sign. Island commuters, who cross by ferry "
    "every morning, have collected 900 names against the delay.",
    "Odile Brandt will meet island commuters on Thursday at the parish hall in Lower Fenwick.",
)


def article(*paragraphs: str, title: str = "", **fields: object) -> Article:
    blocks, start = [], 0
    for text in paragraphs:
        blocks.append(Block("paragraph", text, start=start))
        start += len(text) + 2
    return Article(
        Fields(title=title, **fields),
        tuple(blocks),
        "\n\n".join(paragraphs),
        title_made=not title,
    )


def analysis(
    name: str, *paragraphs: str, settings: KeywordSettings | None = None, **given: object
) -> Analysis:
    made = article(*paragraphs, **given)
    return Analysis(
        Seed(name, "0" * 64, ""),
        made,
        Names(),
        extract(made, settings or KeywordSettings()).packed(),
    )
