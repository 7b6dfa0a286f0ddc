"""The rules that join names across articles, in their order: the surest first."""

from collections.abc import Callable

from seedpress.entities.joins import (
    acronyms,
    alike,
    alone,
    apart,
    borne,
    departments,
    factions,
    forms,
    full_names,
    houses,
    local,
    members,
    misspelt,
    organisations,
    owned,
    portions,
    romanised,
    spaced,
    table,
    translated,
    turned,
)
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.nodes import Foresight, Graph, Search

Rule = Callable[[Graph, Lexicon], None]

# Those that change or add names; what others look for among all names they no more change.
NAMING: tuple[Rule, ...] = (
    forms.named_after,
    forms.capitals,
    forms.commas,
    forms.inner_articles,
    table.usual,
    table.prefixed,
)
RULES: tuple[Rule, ...] = (
    forms.legal,
    portions.firms,
    portions.lands,
    portions.at_home,
    forms.abbreviations,
    forms.websites,
    forms.stations,
    acronyms.explained,
    acronyms.inside,
    full_names.nicknames,
    full_names.sovereigns,
    full_names.honoured,
    full_names.middle_names,
    full_names.married,
    full_names.double_surnames,
    turned.turned,
    houses.houses,
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
    owned.countries,
    organisations.nationalities,
    departments.departments,
    departments.committees,
    local.adjectives,
    local.royal,
    local.bodies,
    local.owned,
    local.operations,
    local.federal,
    misspelt.places,
    organisations.openings,
    organisations.beginnings,
    organisations.first_words,
    members.parties,
    factions.led,
    organisations.styles,
    organisations.teams,
    portions.orders,
    portions.endings,
    portions.grounds,
    portions.named_after,
    local.lands,
    local.plurals,
    local.waters,
    local.regions,
    local.towns,
    forms.spellings,
    forms.single_words,
    forms.umlauts,
    spaced.spaced,
    romanised.articles,
    romanised.korean,
    romanised.arabic,
    romanised.ukrainian,
    romanised.vowels,
    romanised.towns,
    translated.translated,
    acronyms.initials,
    acronyms.foreign,
)


# What rules look for among all names, in the order in which they come to it.
SEARCHES: tuple[Search, ...] = (
    alike.alike,
    misspelt.slips,
    apart.surnames,
    borne.borne,
    apart.names,
    owned.institutions,
    misspelt.nearly_places,
    organisations.longer,
    portions.all_but_the_first,
    forms.heard_alike,
    spaced.divided,
    spaced.in_a_word,
    romanised.g_or_h,
    romanised.but_a_vowel,
    acronyms.with_initials,
)


def join(
    graph: Graph, lexicon: Lexicon, foresee: Callable[[], Foresight | None] = lambda: None
) -> None:
    """Apply every rule to the graph.

    Once names, and which of them are persons', are settled, somebody may `foresee` the `SEARCHES`.
    """
    for rule in NAMING:
        rule(graph, lexicon)
    graph.tell(lexicon)
    full_names.full_names(graph, lexicon)
    graph.meet()  # what a copy of the process shares with this one, this one touches no more
    graph.foresight = foresee()
    for rule in RULES:
        rule(graph, lexicon)
