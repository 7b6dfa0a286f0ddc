"""Candidates of the corpus by sort, of which each is decided once."""

from seedpress.model import Look

Sort = tuple[str, str, bool]  # text, rule, whether of a person: all that a decision depends on
Cut = tuple[int, int]  # offsets into a candidate's text


def number_of(look: Look, sorts: dict[Sort, int], distinct: list[Look]) -> int:
    """The number of the look's sort, of which `distinct` has one each."""
    number = sorts.setdefault((look.text, look.rule, look.kind == "person"), len(distinct))
    if number == len(distinct):
        distinct.append(look)
    return number
