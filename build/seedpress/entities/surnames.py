"""The surnames in names that may be persons', as the lists and the article show."""

from seedpress.entities.gazetteer import places
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.people import person
from seedpress.entities.tokens import is_acronym
from seedpress.model import Look


def surnames_in(text: str, mention: Look, lexicon: Lexicon) -> tuple[str, ...]:
    """The surname in the name `text`, what is left of `mention`, if it is a person's."""
    words = text.split()
    if len(words) < 2 or not _is_personal(words, mention, lexicon):
        return ()
    parts = person(text, lexicon)
    both = parts and parts.reversed  # Ban Ki-moon
    return (words[-1], words[0]) if both else (words[-1],)


def _is_personal(words: list[str], mention: Look, lexicon: Lexicon) -> bool:
    if words[-1] in lexicon.organisation_heads or words[-1] in lexicon.place_heads:
        return False
    known = words[0] in lexicon.first_names or words[0].casefold() in lexicon.family_first
    return known or mention.kind == "person" or _is_plain(words, lexicon)


def _is_plain(words: list[str], lexicon: Lexicon) -> bool:
    """Whether the words are two of which the lists know no other use: `Arlene Foster`."""
    if len(words) != 2 or words[1] in lexicon.heads or words[1] in lexicon.roles:
        return False
    known = words[0] in places() or words[0] in lexicon.demonyms or is_acronym(words[0])
    known = known or words[0] in lexicon.roles or words[0] in lexicon.heads
    return not known and words[0].lower() not in lexicon.common and words[0].isalpha()
