"""Write the editor's word: change `authority.yml` line by line, keeping its comments and order.

Each change is one entry under one key; `undo` takes it back, and so does deleting its line by hand.
Functions take the file's text and give its new text, so that nothing is half-written.
"""

from collections.abc import Callable
from io import StringIO

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError

from seedpress.entities.comments import put_back
from seedpress.entities.entries import (
    add_pair,
    as_words,
    entry_of,
    listed,
    quoted,
    remove_entries,
    remove_pair,
    standing,
    without,
)
from seedpress.entities.tokens import key
from seedpress.errors import AuthorityError
from seedpress.model import ENTITY_KINDS
from seedpress.unreadable import unreadable

Change = Callable[[CommentedMap], None]


def same(text: str, preferred: str, other: str) -> str:
    """`preferred` and `other` are one entity, called `preferred`; takes back their `not_same`."""

    def change(root: CommentedMap) -> None:
        remove_pair(root, "not_same", preferred, other)
        add_pair(root, "same", preferred, other)

    _distinct(preferred, other)
    return _changed(text, change, preferred, other)


def not_same(text: str, one: str, other: str) -> str:
    """`one` and `other` are two entities, whatever the rules say; takes back their `same`."""

    def change(root: CommentedMap) -> None:
        remove_pair(root, "same", one, other)
        add_pair(root, "not_same", one, other)

    _distinct(one, other)
    return _changed(text, change, one, other)


def rename(text: str, name: str, preferred: str) -> str:
    """The entity known as `name` is called `preferred` from now on."""

    def change(root: CommentedMap) -> None:
        entry = entry_of(root, name)
        aliases = entry.setdefault("aliases", CommentedSeq())
        if key(name) != key(preferred) and not any(key(str(a)) == key(name) for a in aliases):
            aliases.append(quoted(name))
        entry["name"] = quoted(preferred)
        entry["aliases"] = without(aliases, preferred)
        if not entry["aliases"]:
            del entry["aliases"]

    return _changed(text, change, name, preferred)


def kind(text: str, name: str, wanted: str) -> str:
    """The entity `name` is of the kind `wanted`.

    Raises:
        AuthorityError: no such kind.
    """
    if wanted not in ENTITY_KINDS:
        raise AuthorityError(f"kind: found `{wanted}`, allowed is one of {', '.join(ENTITY_KINDS)}")

    def change(root: CommentedMap) -> None:
        entry_of(root, name)["kind"] = wanted

    return _changed(text, change, name)


def keep(text: str, name: str) -> str:
    """The entity `name` gets a page however few its articles."""

    def change(root: CommentedMap) -> None:
        entry_of(root, name)["keep"] = "true"

    return _changed(text, change, name)


def describe(text: str, name: str, qid: str, note: str) -> str:
    """The entity `name` has this Wikidata identifier and this note; an empty one is taken away."""

    def change(root: CommentedMap) -> None:
        entry = entry_of(root, name)
        for field, value in (("qid", qid), ("note", note)):
            if value:
                entry[field] = quoted(value)
            else:
                entry.pop(field, None)

    return _changed(text, change, name)


def drop(text: str, name: str) -> str:
    """`name` is never an entity; what the file said of it goes."""

    def change(root: CommentedMap) -> None:
        entities = root.get("entities") or []
        for number in reversed(range(len(entities))):
            if key(str(entities[number].get("name"))) == key(name):
                del entities[number]
        never = listed(root, "never")
        if not any(key(str(each)) == key(name) for each in never):
            never.append(quoted(name))

    return _changed(text, change, name)


def undo(text: str, name: str, other: str = "") -> str:
    """Take back what the file says of `name`, or of the pair `name` and `other`.

    Raises:
        AuthorityError: the file says nothing of it.
    """

    def change(root: CommentedMap) -> None:
        if other:
            done = remove_pair(root, "same", name, other)
            done += remove_pair(root, "not_same", name, other)
        else:
            done = remove_entries(root, name)
        if not done:
            what = f"`{name}` and `{other}`" if other else f"`{name}`"
            where = "" if other else standing(root, name)
            raise AuthorityError(f"undo: the authority file says nothing of {what}{where}")

    return _changed(text, change, name)


def _distinct(one: str, other: str) -> None:
    if one.strip() and key(one) == key(other):
        raise AuthorityError(
            f"`{one}` and `{other}` are spellings of one name; allowed are two names"
        )


def _changed(text: str, change: Change, *names: str) -> str:
    """The file's new text after `change`; `names` must not be empty."""
    if any(not name.strip() or "\n" in name for name in names):
        raise AuthorityError("a name is empty or has several lines; allowed is a name of one line")
    form = as_words()
    try:
        root = form.load(text) if text.strip() else None
    except YAMLError as error:
        raise AuthorityError(unreadable("authority.yml", error, text)) from None
    if root is None:
        root, text_before = CommentedMap(), text
    elif isinstance(root, CommentedMap):
        text_before = ""
    else:
        raise AuthorityError("authority.yml: found no `key: value`, allowed is entities, same, …")
    change(root)
    for name in [name for name, value in root.items() if isinstance(value, list) and not value]:
        del root[name]
    out = StringIO()
    if root:
        form.dump(root, out)
    return put_back(text, text_before + out.getvalue())
