"""Who is who: join the candidates of all articles into entities.

Top to bottom: add up what the corpus shows, decide which candidates are names, join short forms to
full ones within each article, join names across articles, make the entities. The editor's word
(`authority`) comes first in every step.
"""

from collections import Counter
from collections.abc import Callable, Sequence

from seedpress.entities.addressed import addressed
from seedpress.entities.assemble import identified
from seedpress.entities.bearers import bearers
from seedpress.entities.count import build
from seedpress.entities.editor import apply, editors, kept, unused
from seedpress.entities.evidence import gather
from seedpress.entities.firms import firms
from seedpress.entities.folded import folded
from seedpress.entities.gist import Gists
from seedpress.entities.institutions import institutions
from seedpress.entities.joins import join
from seedpress.entities.lexicon import lexicon
from seedpress.entities.ministries import ministries
from seedpress.entities.national import national
from seedpress.entities.nodes import Foresight
from seedpress.entities.parts import remember
from seedpress.entities.placed import Gist, Placed
from seedpress.entities.relatives import relatives
from seedpress.entities.retold import Kinds
from seedpress.entities.settle import Settler
from seedpress.entities.shorten import shorten
from seedpress.entities.sorts import Settled
from seedpress.entities.states import states
from seedpress.entities.teams import teams
from seedpress.entities.tokens import key
from seedpress.entities.who import Joined, Met
from seedpress.model import Analysis, Authority, Resolution
from seedpress.notes import Notes
from seedpress.settings import EntitySettings


def resolve(
    analyses: Sequence[Analysis],
    authority: Authority,
    settings: EntitySettings,
    notes: Notes | None = None,
) -> Resolution:
    """The entities of the corpus, and the mentions of each analysis with their entities' ids.

    With `notes`, what was worked out before; without them, the same comes out.
    """
    return joined(met(analyses, authority, notes), settings).resolution()


def settler_of(analyses: Sequence[Analysis], authority: Authority, notes: Notes) -> Settler:
    """Who decides which candidates are names, by what these articles show and the editor's word."""
    never = frozenset(key(name) for name, _ in authority.never)
    return Settler(gather(analyses, lexicon(), notes), never, kept(authority))


def met(
    analyses: Sequence[Analysis],
    authority: Authority,
    notes: Notes | None = None,
    settler: Settler | None = None,
) -> Met:
    """What the mentions of all articles stand for, and their names, before any rule joins two.

    A `settler` of other articles may decide what their names are.
    """
    lists, notes = lexicon(), notes or Notes()
    every = [a.names for a in analyses]
    texts = [[look.text for look in names.looks] for names in every]
    remember(every, texts)
    settler, editorial = settler or settler_of(analyses, authority, notes), kept(authority)
    settled = settler.settle(every, texts)
    placed = _placed(settled, analyses, settler, editorial, notes)
    graph = build(placed, Kinds(analyses, notes))
    placed = shorten(placed, graph, editorial, lists)
    for analysis in analyses:
        for short, long in analysis.names.acronyms:
            graph.explained.setdefault(short, Counter())[long] += 1
    problems = unused(graph, authority, settler.dropped)
    apply(graph, authority)
    return Met(analyses, placed, graph, authority, problems)


def joined(
    met: Met, settings: EntitySettings, foresee: Callable[[], Foresight | None] = lambda: None
) -> Joined:
    """Who is who: names of several articles are joined by every rule.

    As soon as names are settled, somebody may `foresee` what rules will look for.
    """
    lists = lexicon()
    join(met.graph, lists, foresee)
    word = editors(met.graph, met.authority)
    return Joined(met, identified(met.graph, word, lists), word, settings)


def _placed(
    settled: Sequence[Settled],
    analyses: Sequence[Analysis],
    settler: Settler,
    editorial: frozenset[str],
    notes: Notes,
) -> list[list[Placed]]:
    """What each mention of each article stands for, by its article and then by all of them."""
    every, lists = [a.names for a in analyses], lexicon()
    alone = editorial | frozenset(map(key, settler.parties))
    anew = Gists(lists)
    placed, gists = folded(settled, analyses, alone, anew, notes)
    steps: tuple[Callable[[list[list[Placed]], list[Gist]], list[list[Placed]]], ...] = (
        lambda placed, gists: firms(placed, gists, every, settler.names),
        lambda placed, gists: states(placed, gists, analyses, lists),
        lambda placed, gists: ministries(placed, gists, every, editorial, lists),
        lambda placed, gists: national(placed, gists, every, editorial, lists),
        lambda placed, gists: institutions(placed, gists, every, lists),
        lambda placed, _: teams(placed, every, lists),
        lambda placed, gists: addressed(placed, gists, analyses, editorial, lists),
    )
    for step in steps:
        after = step(placed, gists)
        placed, gists = after, anew.again(placed, after, analyses, gists, notes)
    after = bearers(placed, gists, editorial, lists)
    gists = anew.again(placed, after, analyses, gists, notes)
    return relatives(after, gists, editorial, lists)
