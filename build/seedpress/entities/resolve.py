"""Who is who: join the candidates of all articles into entities.

Top to bottom: add up what the corpus shows, decide which candidates are names, join short forms to
full ones within each article, join names across articles, make the entities. The editor's word
(`authority`) comes first in every step.
"""

from collections import Counter
from collections.abc import Sequence

from seedpress import names
from seedpress.entities.assemble import entities
from seedpress.entities.bearers import bearers
from seedpress.entities.editor import apply, editors, kept, unused
from seedpress.entities.evidence import gather
from seedpress.entities.institutions import institutions
from seedpress.entities.joins import join
from seedpress.entities.lexicon import lexicon
from seedpress.entities.nodes import build
from seedpress.entities.relatives import relatives
from seedpress.entities.settle import Settler
from seedpress.entities.shorten import shorten
from seedpress.entities.teams import teams
from seedpress.entities.tell import known_scores
from seedpress.entities.tokens import key
from seedpress.entities.within import fold
from seedpress.model import Analysis, Authority, Mention, Resolution
from seedpress.settings import EntitySettings


def resolve(
    analyses: Sequence[Analysis], authority: Authority, settings: EntitySettings
) -> Resolution:
    """The entities of the corpus, and the mentions of each analysis with their entities' ids."""
    lists = lexicon()
    never = frozenset(key(name) for name, _ in authority.never)
    editorial = kept(authority)
    settler = Settler(gather(analyses, lists), never, editorial)
    settled = settler.settle([a.names for a in analyses])
    alone = editorial | frozenset(map(key, settler.parties))
    placed = [
        fold(names_, a.names.acronyms, number, alone, lists)
        for number, (names_, a) in enumerate(zip(settled, analyses, strict=True))
    ]
    placed = institutions(placed, [a.names for a in analyses], lists)
    placed = teams(placed, [a.names.sport for a in analyses], lists)
    placed = bearers(placed, editorial, lists)
    placed = relatives(placed, editorial, lists)
    graph = build(placed, known_scores(analyses))
    placed = shorten(placed, graph, editorial, lists)
    for analysis in analyses:
        for short, long in analysis.names.acronyms:
            graph.explained.setdefault(short, Counter())[long] += 1
    problems = unused(graph, authority, settler.dropped)
    apply(graph, authority)
    join(graph, lists)
    ids = [names.article_id(a.seed.path, a.seed.record, a.seed.own_id) for a in analyses]
    made = entities(graph, ids, editors(graph, authority), settings, lists)
    told = {name: (e.kind, e.id) for name in graph.nodes if (e := made.get(graph.root(name)))}
    mentions = tuple(
        tuple(
            Mention(m.start, m.end, m.text, kind, m.in_title, m.rule, entity)
            for m, name, _, _, _ in article
            for kind, entity in (told[name],)
        )
        for article in placed
    )
    everyone = sorted(made.values(), key=lambda entity: entity.id)
    return Resolution(tuple(everyone), mentions, problems)
