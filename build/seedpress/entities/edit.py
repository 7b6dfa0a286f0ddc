"""Write the editor's word: change `authority.yml` line by line, keeping its comments and order.

Each change is one entry under one key; `undo` takes it back, and so does deleting its line by hand.
Functions take the file's text and give its new text, so that nothing is half-written.
"""

from collections.abc import Callable
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from seedpress.entities.comments import put_back
from seedpress.entities.tokens import key
from seedpress.errors import AuthorityError
from seedpress.model import ENTITY_KINDS

Change = Callable[[CommentedMap], None]


def same(text: str, preferred: str, other: str) -> str:
    """`preferred` and `other` are one entity, called `preferred`; takes back their `not_same`."""

    def change(root: CommentedMap) -> None:
        _remove_pair(root, "not_same", preferred, other)
        _add_pair(root, "same", preferred, other)

    _distinct(preferred, other)
    return _changed(text, change, preferred, other)


def not_same(text: str, one: str, other: str) -> str:
    """`one` and `other` are two entities, whatever the rules say; takes back their `same`."""

    def change(root: CommentedMap) -> None:
        _remove_pair(root, "same", one, other)
        _add_pair(root, "not_same", one, other)

    _distinct(one, other)
    return _changed(text, change, one, other)


def rename(text: str, name: str, preferred: str) -> str:
    """The entity known as `name` is called `preferred` from now on."""

    def change(root: CommentedMap) -> None:
        entry = _entry(root, name)
        aliases = entry.setdefault("aliases", CommentedSeq())
        if key(name) != key(preferred) and not any(key(str(a)) == key(name) for a in aliases):
            aliases.append(_quoted(name))
        entry["name"] = _quoted(preferred)
        entry["aliases"] = _without(aliases, preferred)
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
        _entry(root, name)["kind"] = wanted

    return _changed(text, change, name)


def keep(text: str, name: str) -> str:
    """The entity `name` gets a page however few its articles."""

    def change(root: CommentedMap) -> None:
        _entry(root, name)["keep"] = "true"

    return _changed(text, change, name)


def describe(text: str, name: str, qid: str, note: str) -> str:
    """The entity `name` has this Wikidata identifier and this note; an empty one is taken away."""

    def change(root: CommentedMap) -> None:
        entry = _entry(root, name)
        for field, value in (("qid", qid), ("note", note)):
            if value:
                entry[field] = _quoted(value)
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
        never = _list(root, "never")
        if not any(key(str(each)) == key(name) for each in never):
            never.append(_quoted(name))

    return _changed(text, change, name)


def undo(text: str, name: str, other: str = "") -> str:
    """Take back what the file says of `name`, or of the pair `name` and `other`.

    Raises:
        AuthorityError: the file says nothing of it.
    """

    def change(root: CommentedMap) -> None:
        if other:
            done = _remove_pair(root, "same", name, other)
            done += _remove_pair(root, "not_same", name, other)
        else:
            done = _remove_entries(root, name)
        if not done:
            what = f"`{name}` and `{other}`" if other else f"`{name}`"
            where = "" if other else _standing(root, name)
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
    yaml = _yaml()
    try:
        root = yaml.load(text) if text.strip() else None
    except YAMLError as error:
        reason = " ".join(str(error).split())
        raise AuthorityError(f"authority.yml: not readable as YAML: {reason}") from None
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
        yaml.dump(root, out)
    return put_back(text, text_before + out.getvalue())


class _Words(VersionedResolver):
    """Every scalar is the words it is made of, as `authority` reads them: `null` is a name."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        if kind is ScalarNode and value:
            return self.DEFAULT_SCALAR_TAG
        return super().resolve(kind, value, implicit)


def _yaml() -> YAML:
    yaml = YAML(typ="rt")
    yaml.Resolver = _Words
    yaml.preserve_quotes = True
    yaml.width = 4096
    yaml.allow_unicode = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _quoted(name: str) -> str:
    """The name as YAML will read it back as a text: `No` and `1984` are quoted."""
    plain = name[:1].isalpha() and all(c.isalnum() or c in " .'’-" for c in name)
    words = {"yes", "no", "true", "false", "null", "on", "off", "y", "n"}
    return name if plain and name.lower() not in words else DoubleQuotedScalarString(name)


def _list(root: CommentedMap, name: str) -> Any:
    """The list under `name`, made if there is none."""
    if not isinstance(root.get(name), list):
        root[name] = CommentedSeq()
    return root[name]


def _entry(root: CommentedMap, name: str) -> Any:
    """The entry of the entity `name`, made if there is none."""
    entities = _list(root, "entities")
    for entry in entities:
        names = [entry.get("name"), *(entry.get("aliases") or [])]
        if any(key(str(each)) == key(name) for each in names):
            return entry
    entities.append(CommentedMap({"name": _quoted(name)}))
    return entities[-1]


def _without(aliases: Any, name: str) -> Any:
    kept = CommentedSeq(a for a in aliases if key(str(a)) != key(name))
    kept.fa.set_flow_style()
    return kept


def _add_pair(root: CommentedMap, name: str, one: str, other: str) -> None:
    pairs = _list(root, name)
    if not any([key(str(n)) for n in pair] == [key(one), key(other)] for pair in pairs):
        pair = CommentedSeq([_quoted(one), _quoted(other)])
        pair.fa.set_flow_style()
        pairs.append(pair)


def _remove_pair(root: CommentedMap, name: str, one: str, other: str) -> int:
    pairs = root.get(name) or []
    wanted = {key(one), key(other)}
    found = [i for i, pair in enumerate(pairs) if {key(str(n)) for n in pair} == wanted]
    for number in reversed(found):
        del pairs[number]
    return len(found)


def _standing(root: CommentedMap, name: str) -> str:
    """Where the file has the name as another's alias, to be told; nothing if it has it nowhere."""
    for entry in root.get("entities") or []:
        if any(key(str(alias)) == key(name) for alias in entry.get("aliases") or []):
            return f"; it is an alias of `{entry.get('name')}`, undo that"
    return ""


def _remove_entries(root: CommentedMap, name: str) -> int:
    done = 0
    entities, never = root.get("entities") or [], root.get("never") or []
    for number in reversed(range(len(entities))):
        if key(str(entities[number].get("name"))) == key(name):
            del entities[number]
            done += 1
    for number in reversed(range(len(never))):
        if key(str(never[number])) == key(name):
            del never[number]
            done += 1
    return done
