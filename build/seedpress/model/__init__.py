"""The frozen types that pass between stages; nothing here does any work.

Offsets are Unicode code points. `text` of an article is its blocks joined by a blank line; its
title is not part of it. Line numbers are those of the seed's file, from 1.
"""

from seedpress.model.analysis import (
    ENTITY_KINDS,
    Analysis,
    Candidate,
    EntityKind,
    Keyword,
    Mention,
    Names,
    Phrases,
)
from seedpress.model.article import (
    Article,
    Block,
    BlockKind,
    Fields,
    Problem,
    Removal,
    Seed,
    Span,
    SpanKind,
)
from seedpress.model.authority import Authority, AuthorityEntity, Judgement, KeywordAuthority
from seedpress.model.corpus import (
    Alias,
    Company,
    Corpus,
    Double,
    Entity,
    Entry,
    NearMiss,
    Page,
    Reason,
    Related,
    Resolution,
    SharedKeyword,
    Vocabulary,
)
from seedpress.model.data import Column, DataFile, Table

__all__ = [
    "ENTITY_KINDS",
    "Alias",
    "Analysis",
    "Article",
    "Authority",
    "AuthorityEntity",
    "Block",
    "BlockKind",
    "Candidate",
    "Column",
    "Company",
    "Corpus",
    "DataFile",
    "Double",
    "Entity",
    "EntityKind",
    "Entry",
    "Fields",
    "Judgement",
    "Keyword",
    "KeywordAuthority",
    "Mention",
    "Names",
    "NearMiss",
    "Page",
    "Phrases",
    "Problem",
    "Reason",
    "Related",
    "Removal",
    "Resolution",
    "Seed",
    "SharedKeyword",
    "Span",
    "SpanKind",
    "Table",
    "Vocabulary",
]
