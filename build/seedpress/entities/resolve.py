"""Who is who: join the candidates of all articles into entities.

Top to bottom: add up what the corpus shows, decide which candidates are names, join short forms to
full ones within each article, join names across articles, make the entities. The editor's word
(`authority`) comes first in every step.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter, itemgetter

from seedpress import names
from seedpress.entities.addressed import addressed
from seedpress.entities.assemble import entities
from seedpress.entities.bearers import bearers
from seedpress.entities.count import build
from seedpress.entities.editor import apply, editors, kept, unused
from seedpress.entities.evidence import gather
from seedpress.entities.firms import firms
from seedpress.entities.folded import folded
from seedpress.entities.institutions import institutions
from seedpress.entities.joins import join
from seedpress.entities.lexicon import Lexicon, lexicon
from seedpress.entities.national import national
from seedpress.entities.parts import remember
from seedpress.entities.placed import Placed
from seedpress.entities.relatives import relatives
from seedpress.entities.settle import Settler
from seedpress.entities.shorten import shorten
from seedpress.entities.states import states
from seedpress.entities.teams import teams
from seedpress.entities.tell import KnownScores
from seedpress.entities.tokens import key
from seedpress.model import Analysis, Authority, EntityKind, Mention, Names, Resolution
from seedpress.notes import Notes
from seedpress.settings import EntitySettings

_STANDING = itemgetter(0, 1)  # by number, and by what is skipped


def resolve(
    analyses: Sequence[Analysis],
    authority: Authority,
    settings: EntitySettings,
    notes: Notes | None = None,
) -> Resolution:
    """The entities of the corpus, and the mentions of each analysis with their entities' ids.

    With `notes`, what was worked out before; without them, the same comes out.
    """
    lists, notes = lexicon(), notes or Notes()
    remember([a.names for a in analyses])
    never = frozenset(key(name) for name, _ in authority.never)
    editorial = kept(authority)
    settler = Settler(gather(analyses, lists, notes), never, editorial)
    placed = _placed(analyses, settler, editorial, lists, notes)
    graph = build(placed, KnownScores(analyses))
    placed = shorten(placed, graph, editorial, lists)
    for analysis in analyses:
        for short, long in analysis.names.acronyms:
            graph.explained.setdefault(short, Counter())[long] += 1
    problems = unused(graph, authority, settler.dropped)
    apply(graph, authority)
    join(graph, lists)
    ids = [names.article_id(a.seed.path, a.seed.record, a.seed.own_id) for a in analyses]
    made = entities(graph, ids, editors(graph, authority), settings, lists)
    told = {root: (entity.kind, entity.id) for root, entity in made.items()}
    told |= {name: told[root] for name in graph.parent if (root := graph.root(name)) in told}
    mentions = tuple(_mentions(a.names, p, told) for a, p in zip(analyses, placed, strict=True))
    everyone = sorted(made.values(), key=attrgetter("id"))
    return Resolution(tuple(everyone), mentions, problems)


def _placed(
    analyses: Sequence[Analysis],
    settler: Settler,
    editorial: frozenset[str],
    lists: Lexicon,
    notes: Notes,
) -> list[list[Placed]]:
    """What each mention of each article stands for, by its article and then by all of them."""
    every = [a.names for a in analyses]
    settled = settler.settle(every)
    alone = editorial | frozenset(map(key, settler.parties))
    placed = folded(settled, every, alone, lists, notes)
    placed = firms(placed, every, settler.names)
    placed = states(placed, analyses, lists)
    placed = national(placed, every, editorial, lists)
    placed = institutions(placed, every, lists)
    placed = teams(placed, every, lists)
    placed = addressed(placed, analyses, editorial, lists)
    placed = bearers(placed, editorial, lists)
    return relatives(placed, editorial, lists)


def _mentions(
    names: Names, placed: Iterable[Placed], told: Mapping[str, tuple[EntityKind, str]]
) -> tuple[Mention, ...]:
    """The mentions of an article, as what they are known to be of."""
    found: list[Mention | None] = [None] * len(names.starts)
    starts = names.starts
    within: list[tuple[int, int, Mention]] = []  # what stands in them behind something
    for each in placed:
        look = each.look
        text, rule, skipped, length = look.text, look.rule, look.skipped, len(look.text)
        kind, entity = told[each.key]
        for number in look.numbers:
            start = starts[number]
            titled = start < 0
            start = (-1 - start if titled else start) + skipped
            mention = Mention(start, start + length, text, kind, titled, rule, entity)
            if skipped:
                within.append((number, skipped, mention))
            else:
                found[number] = mention
    if not within:
        return tuple([mention for mention in found if mention])
    within += [(number, 0, mention) for number, mention in enumerate(found) if mention]
    return tuple([mention for _, _, mention in sorted(within, key=_STANDING)])
