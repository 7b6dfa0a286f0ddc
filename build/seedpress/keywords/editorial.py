"""What the editor's authority file says of keywords, made ready for the join."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seedpress import names
from seedpress.keywords.variants import Variants
from seedpress.model import Analysis, Authority, KeywordAuthority, Problem


@dataclass(frozen=True, slots=True)
class Rules:
    """The editor's word by idea."""

    prefer: dict[str, str]  # idea of a variant: idea of the preferred form
    names: dict[str, str]  # idea: how the editor writes it
    ban: frozenset[str]  # ideas that are no keyword
    pin: dict[str, tuple[str, ...]]  # seed: its keywords, in this order


def rules(said: KeywordAuthority, variants: Variants) -> Rules:
    """`said` by idea; a preferred form's own idea leads to itself."""
    prefer: dict[str, str] = {}
    named: dict[str, str] = {}
    for preferred, forms in said.prefer:
        target = variants.idea(preferred)
        named[target] = preferred
        for form in (preferred, *forms):
            prefer[variants.idea(form)] = target
    return Rules(prefer, named, frozenset(map(variants.idea, said.ban)), dict(said.pin))


def _contradictions(said: KeywordAuthority, variants: Variants) -> Iterator[tuple[str, str, str]]:
    """Forms that are to stand for two keywords, and keywords that are both preferred and banned."""
    owner: dict[str, str] = {}
    banned = set(map(variants.idea, said.ban))
    for preferred, forms in said.prefer:
        what = f"prefer: {preferred}"
        if variants.idea(preferred) in banned:
            yield what, "it is banned too", "take out one of the two lines"
        for form in (preferred, *forms):
            other = owner.setdefault(variants.idea(form), preferred)
            if other != preferred:
                yield what, f"`{form}` stands for `{other}` too", "leave it with one of them"


def problems(
    authority: Authority, analyses: Sequence[Analysis], variants: Variants, used: set[str]
) -> tuple[Problem, ...]:
    """Lines of the authority file that nothing uses or that contradict each other.

    Args:
        authority: the editor's word.
        analyses: of all articles.
        variants: the corpus' ideas of phrases.
        used: the ideas that some article has, before any was banned.
    """
    said = authority.keywords
    found: list[tuple[str, str, str]] = []
    seeds = {names.seed_name(a.seed.path, a.seed.record) for a in analyses}
    for seed, _ in said.pin:
        if seed not in seeds:
            found.append(
                (f"pin: {seed}", "there is no such seed", "name a file of the seeds folder")
            )
    found.extend(_contradictions(said, variants))
    for preferred, forms in said.prefer:
        if used.isdisjoint(map(variants.idea, (preferred, *forms))):
            found.append((f"prefer: {preferred}", "no article has it", "check its spelling"))
    found.extend(
        (f"ban: {banned}", "no article has it", "remove it or check its spelling")
        for banned in said.ban
        if variants.idea(banned) not in used
    )
    lines = dict(said.lines)
    return tuple(
        Problem(
            authority.file or "authority.yml", f"keywords: {what}: {why}", mend, lines.get(what)
        )
        for what, why, mend in found
    )
