"""What the editor's authority file says of keywords, made ready for the join."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from seedpress import names
from seedpress.keywords.variants import idea
from seedpress.model import Analysis, Authority, KeywordAuthority, Problem


@dataclass(frozen=True, slots=True)
class Rules:
    """The editor's word by idea."""

    prefer: dict[str, str]  # idea of a variant: idea of the preferred form
    names: dict[str, str]  # idea: how the editor writes it
    ban: frozenset[str]  # ideas that are no keyword
    pin: dict[str, tuple[str, ...]]  # seed: its keywords, in this order


def rules(said: KeywordAuthority) -> Rules:
    """`said` by idea; a preferred form's own idea leads to itself."""
    prefer: dict[str, str] = {}
    named: dict[str, str] = {}
    for preferred, variants in said.prefer:
        target = idea(preferred)
        named[target] = preferred
        for form in (preferred, *variants):
            prefer[idea(form)] = target
    return Rules(prefer, named, frozenset(map(idea, said.ban)), dict(said.pin))


def problems(
    authority: Authority, analyses: Sequence[Analysis], used: set[str]
) -> tuple[Problem, ...]:
    """Lines of the authority file that nothing uses: unknown seeds, forms that no article has."""
    said, found = authority.keywords, []
    lines = dict(said.lines)
    seeds = {names.seed_name(a.seed.path, a.seed.record) for a in analyses}
    for seed, _ in said.pin:
        if seed not in seeds:
            found.append(
                (f"pin: {seed}", "no seed of this name", "name a file of the seeds folder")
            )
    for preferred, _ in said.prefer:
        if idea(preferred) not in used:
            found.append(
                (f"prefer: {preferred}", "no article has this keyword", "check its spelling")
            )
    where = PurePosixPath(authority.file).name or "authority.yml"
    return tuple(
        Problem(where, f"keywords {what}: {reason}", remedy, lines.get(what))
        for what, reason, remedy in found
    )
