"""The entries of an authority file as its editing library holds them: found, added, taken away."""

from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from seedpress.entities.tokens import key


class _Words(VersionedResolver):
    """Every scalar is the words it is made of, as `authority` reads them: `null` is a name."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        if kind is ScalarNode and value:
            return self.DEFAULT_SCALAR_TAG
        return super().resolve(kind, value, implicit)


def as_words() -> YAML:
    """How the file is read and written: comments, order and quotes are kept, scalars are words."""
    yaml = YAML(typ="rt")
    yaml.Resolver = _Words
    yaml.preserve_quotes = True
    yaml.width = 4096
    yaml.allow_unicode = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def quoted(name: str) -> str:
    """The name as YAML will read it back as a text: `No` and `1984` are quoted."""
    plain = name[:1].isalpha() and all(c.isalnum() or c in " .'’-" for c in name)
    words = {"yes", "no", "true", "false", "null", "on", "off", "y", "n"}
    return name if plain and name.lower() not in words else DoubleQuotedScalarString(name)


def listed(root: CommentedMap, name: str) -> Any:
    """The list under `name`, made if there is none."""
    if not isinstance(root.get(name), list):
        root[name] = CommentedSeq()
    return root[name]


def entry_of(root: CommentedMap, name: str) -> Any:
    """The entry of the entity `name`, made if there is none."""
    entities = listed(root, "entities")
    for entry in entities:
        names = [entry.get("name"), *(entry.get("aliases") or [])]
        if any(key(str(each)) == key(name) for each in names):
            return entry
    entities.append(CommentedMap({"name": quoted(name)}))
    return entities[-1]


def without(aliases: Any, name: str) -> Any:
    """The list of `aliases` but for `name`."""
    kept = CommentedSeq(a for a in aliases if key(str(a)) != key(name))
    kept.fa.set_flow_style()
    return kept


def add_pair(root: CommentedMap, name: str, one: str, other: str) -> None:
    """Put the pair into the list under `name`, unless it is there."""
    pairs = listed(root, name)
    if not any([key(str(n)) for n in pair] == [key(one), key(other)] for pair in pairs):
        pair = CommentedSeq([quoted(one), quoted(other)])
        pair.fa.set_flow_style()
        pairs.append(pair)


def remove_pair(root: CommentedMap, name: str, one: str, other: str) -> int:
    """Take the pair, in either order, from the list under `name`; how often it was there."""
    pairs = root.get(name) or []
    wanted = {key(one), key(other)}
    found = [i for i, pair in enumerate(pairs) if {key(str(n)) for n in pair} == wanted]
    for number in reversed(found):
        del pairs[number]
    return len(found)


def standing(root: CommentedMap, name: str) -> str:
    """Where the file has the name as another's alias, to be told; nothing if it has it nowhere."""
    for entry in root.get("entities") or []:
        if any(key(str(alias)) == key(name) for alias in entry.get("aliases") or []):
            return f"; it is an alias of `{entry.get('name')}`, undo that"
    return ""


def remove_entries(root: CommentedMap, name: str) -> int:
    """Take away the entities called `name`, and `name` from `never`; how many there were."""
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
