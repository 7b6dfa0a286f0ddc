"""What stands on the first part of an entity's page only, and takes long to find."""

from collections.abc import Sequence
from dataclasses import dataclass

from seedpress import names
from seedpress.model import Entity
from seedpress.pages.folded import Folded
from seedpress.pages.keys import said
from seedpress.pages.markdown import Markdown
from seedpress.pages.meetings import Meeting
from seedpress.pages.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Once:
    """That of one entity."""

    met: Sequence[Meeting]
    told: Folded
    chart: Markdown

    def key(self, shelf: Shelf, entity: Entity) -> tuple[object, ...]:
        """All that the first part tells beside the lines of its articles."""
        feed = names.feed_path(entity.slug) in shelf.files
        return entity, [*map(_met, self.met)], repr(self.told), str(self.chart), feed


def _met(meeting: Meeting) -> tuple[object, ...]:
    sentences = [(str(sentence), said(entry)) for sentence, entry in meeting.sentences]
    newest = (meeting.article.id, meeting.article.slug) if meeting.article else None
    return str(meeting.link), meeting.count, sentences, newest
