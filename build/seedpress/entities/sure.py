"""Which candidates of an article are names whatever the rest of the corpus shows.

They are decided as the join decides, but with a corpus that may not be asked.
"""

from msgspec.structs import replace

from seedpress.entities.evidence import Evidence
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.settle import CERTAIN, Settler
from seedpress.model import Look


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
    """The looks with those marked that are surely names, and surnames of persons among them."""
    judge = Settler(Evidence(_Counts(), _Counts(), lexicon), names=_Words(), surnames=_Words())
    marked = tuple(replace(look, sure=True) if _is_sure(look, judge) else look for look in looks)
    surnames = dict.fromkeys(
        surname for look in marked if look.sure for surname in judge.surnames_in(look.text, look)
    )
    return marked, tuple(surnames)


def _is_sure(look: Look, judge: Settler) -> bool:
    # What has an `of` may end in a person whom others have in full.
    if look.rule not in CERTAIN or " of " in look.text:
        return False
    try:
        return judge.decide(look) == ((0, len(look.text)),)
    except _AskedError:
        return False
