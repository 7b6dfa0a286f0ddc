"""The rules that join names across articles, in their order: the surest first."""

from collections.abc import Callable

from seedpress.entities.joins import acronyms, forms, organisations, people, table
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.nodes import Graph

RULES: tuple[Callable[[Graph, Lexicon], None], ...] = (
    forms.capitals,
    table.usual,
    forms.legal,
    forms.abbreviations,
    acronyms.explained,
    people.middle_names,
    people.double_surnames,
    people.spellings,
    people.letters,  # before surnames alone, and once more with their articles
    people.surnames,
    people.letters,
    people.given_names,
    organisations.nationalities,
    organisations.openings,
    organisations.beginnings,
    organisations.parties,
    organisations.styles,
    organisations.teams,
    forms.spellings,
    acronyms.initials,
)


def join(graph: Graph, lexicon: Lexicon) -> None:
    """Apply every rule to the graph."""
    for rule in RULES:
        rule(graph, lexicon)
