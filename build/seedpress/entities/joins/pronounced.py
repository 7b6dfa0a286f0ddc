"""Acronyms that are said as words, and by some papers written so: `Sadc`, `Cosatu`."""

from seedpress.entities.gazetteer import places
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.nodes import Graph
from seedpress.entities.tokens import key
from seedpress.entities.usual_names import usual_names

_LEAST = 4  # letters of an acronym that may be said as a word


def as_written(graph: Graph, short: str, lexicon: Lexicon) -> str:
    """The key of an acronym, of `Sadc` for `SADC` where the corpus has nothing but that."""
    name, said = key(short), short.casefold()
    if name in graph.nodes or said not in graph.nodes or len(said) < _LEAST:
        return name
    title = said.title()
    other = said in lexicon.common or title in lexicon.first_names or title in places()
    other = other or said in usual_names() or graph.kind(said, lexicon) in ("person", "place")
    return name if other else said
