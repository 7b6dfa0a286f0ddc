"""The box about the author below an article: it begins with the name that the byline has."""

import re

from seedpress.cleaning.draft import Draft

_REACH = 12  # lines from the end
_JOINED = re.compile(r",\s+| (?:and|und|et|y|e|&|en) ")
_TOLD = re.compile(
    r"(?:,[^,]{2,80},)? (?:is|was|has|covers|writes|reports|contributes|contributed|edits|leads|"
    r"joined|works|worked|lives|teaches|hosts|tweets|can be reached|specialises|specializes|"
    r"studied|ist|schreibt|berichtet|est|écrit|es|escribe|cubre|scrive)\b"
)


def drop_author_box(draft: Draft) -> Draft:
    """Remove sentences below the article in which its author is introduced.

    Writers do not speak of themselves by their full name in an article's last lines.
    """
    names = [name for name in _JOINED.split(draft.fields.byline.casefold()) if " " in name]
    lines = draft.lines
    taken: dict[int, str] = {}
    for i in range(max(2, len(lines) - _REACH, len(lines) // 2), len(lines)):
        key = lines[i].key
        name = next((name for name in names if key.startswith(name)), "")
        if name and not lines[i].fixed and _TOLD.match(key, len(name)):
            taken[i] = "author box"
            if lines[i - 1].key == name:
                taken[i - 1] = "author box"
    return draft.without(taken)
