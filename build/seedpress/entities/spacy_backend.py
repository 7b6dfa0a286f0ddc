"""Names by an installed spaCy model: by itself, or as a veto over the built-in recogniser.

An extra (`seedpress[spacy]`): slower by a factor of ten or more, better on genres far from news.
The resolver after it is the same.
"""

from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from typing import Any

from seedpress.entities import builtin, rules
from seedpress.entities.looks import mentions_of
from seedpress.entities.mentioned import with_mentions
from seedpress.entities.typer import packed, unpacked
from seedpress.errors import SettingsError
from seedpress.model import Article, Block, EntityKind, Mention, Names
from seedpress.settings import EntitySettings

_KINDS: dict[str, EntityKind] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "EVENT": "event",
    "PRODUCT": "other",
    "WORK_OF_ART": "other",
    "LAW": "other",
    "MISC": "other",
}
_UNUSED = ("tagger", "parser", "attribute_ruler", "lemmatizer", "morphologizer", "senter")
_LOUD = (rules.HEADLINE, rules.CAPITALS)
_SETTINGS = "mkdocs.yml: extra.seedpress.entities"
_INSTALL = "pip install 'seedpress[spacy]' and python -m spacy download en_core_web_sm"


def recognise(article: Article, settings: EntitySettings) -> Names:
    """The names that the model finds, with the article's casing and acronyms as always.

    Raises:
        SettingsError: spaCy or the model is not installed.
    """
    names = builtin.recognise(article)
    found = tuple(_found(article, settings.model))
    return with_mentions(names, found, b"")


def hybrid(article: Article, settings: EntitySettings) -> Names:
    """The built-in recogniser's names without those that the model nowhere sees as a name.

    Raises:
        SettingsError: spaCy or the model is not installed.
    """
    names = builtin.recognise(article)
    model = tuple(_found(article, settings.model))
    seen = {word for mention in model for word in mention.text.split()}
    mentions = mentions_of(names)
    kept = [
        number
        for number, mention in enumerate(mentions)
        if mention.rule in _LOUD or seen.intersection(mention.text.split())
    ]
    scores = unpacked(names.scores)
    around = packed(scores[number] for number in kept)
    return with_mentions(names, [mentions[number] for number in kept], around)


def _found(article: Article, model: str) -> Iterator[Mention]:
    """The model's names of the title and of each block that is prose."""
    own = "" if article.title_made else article.fields.title
    title = Block("heading", own, start=-1)
    blocks = [b for b in (title, *article.blocks) if b.text and b.kind not in ("code", "rule")]
    documents = _model(model).pipe(block.text for block in blocks)
    for block, document in zip(blocks, documents, strict=True):
        for entity in document.ents:
            if entity.label_ in _KINDS:
                yield from _mention(block, entity)


def _mention(block: Block, entity: Any) -> Iterator[Mention]:
    """The model's entity without an article before it and a possessive after it."""
    text: str = entity.text
    start: int = entity.start_char
    for article in ("the ", "The ", "a ", "an "):
        if text.startswith(article):
            text, start = text[len(article) :], start + len(article)
    text = text.removesuffix("'s").removesuffix("’s").rstrip()
    if text and any(letter.isupper() for letter in text):
        shift = max(block.start, 0)
        yield Mention(
            start + shift,
            start + shift + len(text),
            text,
            _KINDS[entity.label_],
            block.start < 0,
            rules.MODEL,
        )


@lru_cache(maxsize=2)
def _model(name: str) -> Any:
    """The spaCy model `name`, or the first installed one, without the parts that names need not."""
    try:
        spacy: Any = import_module("spacy")
    except ImportError:
        raise SettingsError(f"{_SETTINGS}.recogniser: spaCy is not installed; {_INSTALL}") from None
    installed = sorted(spacy.util.get_installed_models())
    chosen = name or next(iter(installed), "")
    if not chosen:
        raise SettingsError(f"{_SETTINGS}.model: no spaCy model is installed; {_INSTALL}")
    try:
        return spacy.load(chosen, exclude=_UNUSED)
    except OSError:
        known = ", ".join(installed) or "none"
        raise SettingsError(
            f"{_SETTINGS}.model: found `{chosen}`, which is not installed; installed are {known}"
        ) from None
