"""The rules that join names across articles, in their order: the surest first."""

from collections.abc import Callable

from seedpress.entities.joins import (
    acronyms,
    alike,
    alone,
    apart,
    forms,
    full_names,
    local,
    members,
    misspelt,
    organisations,
    portions,
    romanised,
    table,
)
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.nodes import Graph

RULES: tuple[Callable[[Graph, Lexicon], None], ...] = (
    forms.named_after,
    forms.capitals,
    forms.commas,
    forms.inner_articles,
    table.usual,
    forms.legal,
    portions.firms,
    forms.abbreviations,
    forms.websites,
    forms.stations,
    acronyms.explained,
    acronyms.inside,
    full_names.nicknames,
    full_names.sovereigns,
    full_names.middle_names,
    full_names.married,
    full_names.double_surnames,
    alike.spellings,
    full_names.given_dropped,
    misspelt.given_names,
    misspelt.surnames,
    apart.letters,  # before surnames alone, and once more with their articles
    alone.surnames,
    apart.letters,
    apart.both,
    alone.storms,
    alone.given_names,
    organisations.countries,
    organisations.nationalities,
    local.adjectives,
    local.royal,
    local.bodies,
    local.federal,
    misspelt.places,
    organisations.openings,
    organisations.beginnings,
    organisations.first_words,
    members.parties,
    organisations.styles,
    organisations.teams,
    portions.orders,
    portions.endings,
    portions.grounds,
    local.lands,
    local.towns,
    forms.spellings,
    forms.single_words,
    forms.umlauts,
    romanised.spaced,
    romanised.articles,
    romanised.korean,
    romanised.arabic,
    romanised.ukrainian,
    romanised.vowels,
    romanised.towns,
    acronyms.initials,
    acronyms.foreign,
)


def join(graph: Graph, lexicon: Lexicon) -> None:
    """Apply every rule to the graph."""
    for rule in RULES:
        rule(graph, lexicon)
