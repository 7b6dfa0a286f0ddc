"""Which candidates of an article are names whatever the rest of the corpus shows.

They are decided as the join decides, but with a corpus that may not be asked.
"""

from msgspec.structs import replace

from seedpress.entities.evidence import Evidence
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.plausible import is_none_by_form
from seedpress.entities.settle import CERTAIN, LONGEST_NAME, START, Settler
from seedpress.entities.surnames import surnames_in
from seedpress.model import Doubt, Look


class _AskedError(Exception):
    """The corpus was asked."""


class _Counts(dict[str, int]):
    def get(self, *_: object) -> int:
        raise _AskedError


class _Words(set[str]):
    def __contains__(self, _: object) -> bool:
        raise _AskedError


def with_surnames(
    looks: tuple[Look, ...], lexicon: Lexicon
) -> tuple[tuple[Look, ...], tuple[str, ...]]:
    """The looks with what is doubtful of them, and surnames of persons who are surely named."""
    judge = Settler(Evidence(_Counts(), _Counts(), lexicon), names=_Words(), surnames=_Words())
    marked = tuple(replace(look, doubt=_doubt(look, judge, lexicon)) for look in looks)
    surnames = dict.fromkeys(
        surname
        for look in marked
        if look.doubt == "none"
        for surname in surnames_in(look.text, look, lexicon)
    )
    return marked, tuple(surnames)


def _doubt(look: Look, judge: Settler, lexicon: Lexicon) -> Doubt:
    # What has an `of` may end in a person whom others have in full.
    if look.rule not in (*CERTAIN, *START) or " of " in look.text:
        return "any"
    word = look.text.isalpha() and len(look.text) <= LONGEST_NAME
    if word and is_none_by_form([look.text], look, lexicon) is None:
        return "word"
    try:
        sure = look.rule in CERTAIN and judge.decide(look) == ((0, len(look.text)),)
    except _AskedError:
        return "any"
    return "none" if sure else "any"
