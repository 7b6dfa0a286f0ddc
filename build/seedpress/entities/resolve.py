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
from seedpress.entities.doubts import Noted
from seedpress.entities.doubts import noted as doubts_of
from seedpress.entities.editor import apply, editors, kept, unused
from seedpress.entities.every import Every
from seedpress.entities.evidence import gather
from seedpress.entities.firms import firms
from seedpress.entities.folded import folded
from seedpress.entities.gist import Gists
from seedpress.entities.glances import Glances
from seedpress.entities.institutions import institutions
from seedpress.entities.joins import join
from seedpress.entities.lexicon import lexicon
from seedpress.entities.ministries import ministries
from seedpress.entities.naming import LastNames
from seedpress.entities.national import national
from seedpress.entities.nodes import Foresight, Graph
from seedpress.entities.parties import usual_short_names
from seedpress.entities.parts import Parts
from seedpress.entities.placed import Deferred, Gist, Placed
from seedpress.entities.relatives import relatives
from seedpress.entities.retold import Kinds
from seedpress.entities.settle import Settler
from seedpress.entities.shorten import cuts_of, openings, shorten
from seedpress.entities.states import states
from seedpress.entities.tally import keep, mark_of, tallied
from seedpress.entities.teams import teams
from seedpress.entities.tokens import key
from seedpress.entities.who import Joined, Met
from seedpress.model import Analysis, Authority, Resolution
from seedpress.notes import Notes, digest
from seedpress.settings import EntitySettings

Step = Callable[[Sequence[Sequence[Placed]], list[Gist]], list[Sequence[Placed]]]

DOUBTS = digest(b"doubts")  # under which these are noted


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
    evidence = gather(analyses, lexicon(), notes)
    parties = evidence.plain.parties | usual_short_names()
    return Settler(evidence, never, kept(authority), parties=parties)


def met(
    analyses: Sequence[Analysis],
    authority: Authority,
    notes: Notes | None = None,
    settler: Settler | None = None,
) -> Met:
    """What the mentions of all articles stand for, and their names, before any rule joins two.

    A `settler` of other articles may decide what their names are.
    """
    notes = notes or Notes()
    settler, editorial = settler or settler_of(analyses, authority, notes), kept(authority)
    every = Every(analyses)
    placed, gists, marks = _placed(every, settler, editorial, notes)
    graph, cuts = _counted(placed, marks, Kinds(analyses, notes), editorial, notes)
    short = shorten(placed, graph, cuts)
    marks = _marks(placed, short, marks)
    for gist in gists:
        for short_form, long in gist.acronyms:
            graph.explained.setdefault(short_form, Counter())[long] += 1
    problems = unused(graph, authority, settler.dropped)
    apply(graph, authority)
    return Met(analyses, short, graph, authority, problems, marks, Parts(notes))


def joined(
    met: Met,
    settings: EntitySettings,
    foresee: Callable[[], Foresight | None] = lambda: None,
    last: LastNames | None = None,
) -> Joined:
    """Who is who: names of several articles are joined by every rule.

    As soon as names are settled, somebody may `foresee` what rules will look for. What articles
    named `last`, nearly all name again.
    """
    lists = lexicon()
    join(met.graph, lists, foresee)
    word = editors(met.graph, met.authority)
    made = identified(met.graph, word, lists)
    return Joined(met, made, word, settings, last or LastNames())


def _placed(
    every: Every, settler: Settler, editorial: frozenset[str], notes: Notes
) -> tuple[list[Sequence[Placed]], list[Gist], list[bytes]]:
    """What each mention of each article stands for, by its article and then by all of them.

    And the articles' gists, and marks that tell this of each article, see `folded`.
    """
    analyses, lists, anew = every.analyses, lexicon(), Gists(lexicon())
    alone = editorial | frozenset(map(key, settler.parties))
    origins, noted = notes.origins(len(every)), Noted()
    if not settler.never:  # what the editor bans may be anywhere
        noted = doubts_of(notes.get(DOUBTS))
    settlement = settler.settle(every, origins, noted)
    first, gists, marks = folded(settlement, analyses, alone, {*noted.kept}, anew, notes)
    if note := settlement.note(origins, marks, alone):
        notes.put(DOUBTS, note)
    placed, glances = first, Glances(first, marks, notes)
    steps: tuple[Step, ...] = (
        lambda placed, gists: firms(placed, gists, every, settler.names),
        lambda placed, gists: states(placed, gists, analyses, lists),
        lambda placed, gists: ministries(placed, gists, every, editorial, lists),
        lambda placed, gists: national(placed, gists, every, editorial, lists),
        lambda placed, gists: institutions(placed, gists, every, lists),
        lambda placed, gists: teams(placed, gists, every, glances, lists),
        lambda placed, gists: addressed(placed, gists, analyses, editorial, glances, lists),
        lambda placed, gists: bearers(placed, gists, editorial, glances, lists),
    )
    for step in steps:
        after = step(placed, gists)
        gists = anew.again(placed, after, analyses, gists, notes)
        placed = after
    placed = relatives(placed, gists, editorial, glances, lists)
    glances.note()
    return placed, gists, _marks(first, placed, marks)


def _marks(
    before: Sequence[Sequence[Placed]],
    after: Sequence[Sequence[Placed]],
    marks: Sequence[bytes],
) -> list[bytes]:
    """The marks, anew where steps did something to an article."""
    found = [*marks]
    for number, (old, new) in enumerate(zip(before, after, strict=True)):
        if old is not new and marks[number]:
            known = new.mark if isinstance(new, Deferred) else b""
            found[number] = known or mark_of(old, new, number, marks[number])
    return found


def _counted(
    placed: Sequence[Sequence[Placed]],
    marks: Sequence[bytes],
    told: Kinds,
    editorial: frozenset[str],
    notes: Notes,
) -> tuple[Graph, dict[str, str]]:
    """The names of all articles, and those that are to be cut."""
    name = digest(b"nodes", *[each.encode() for each in sorted(editorial)])
    tally = tallied(placed, marks, name, notes)
    graph = Graph(tally.nodes, len(placed), told=told)
    cuts = cuts_of(tally, graph, editorial, lexicon())
    opened = openings(tally.nodes.values(), editorial)
    keep(tally, placed, marks, (cuts, opened), name, notes)
    return graph, cuts
