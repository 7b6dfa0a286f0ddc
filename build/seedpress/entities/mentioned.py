"""All that the join wants to know of the mentions of one article."""

from collections.abc import Sequence
from dataclasses import replace

from seedpress.entities.lexicon import lexicon
from seedpress.entities.looks import looks, starts
from seedpress.entities.parts import with_parts
from seedpress.entities.sure import with_surnames
from seedpress.entities.tell import own_scores, with_kinds
from seedpress.model import Mention, Names


def with_mentions(names: Names, mentions: Sequence[Mention], scores: bytes) -> Names:
    """The names with these mentions, and what the typer says of their places."""
    found, surnames = with_surnames(looks(mentions, scores), lexicon())
    own = own_scores(mentions)
    made = replace(
        names,
        looks=with_kinds(found, own),
        starts=starts(mentions),
        scores=scores,
        own=own,
        surnames=surnames,
    )
    return with_parts(made)
