"""Read the editor's word, `seeds/authority.yml`, with the line of everything it says.

Every scalar is read as the words it is made of: `No`, `null` and `1984` are names here.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import yaml

from seedpress.entities.tokens import key
from seedpress.entities.verdicts import check
from seedpress.errors import AuthorityError
from seedpress.model import (
    ENTITY_KINDS,
    Authority,
    AuthorityEntity,
    Judgement,
    KeywordAuthority,
)
from seedpress.unreadable import unreadable

T = TypeVar("T")
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_TOP = ("entities", "same", "not_same", "never", "keywords")
_ENTITY = ("name", "kind", "aliases", "qid", "note", "keep")
_KEYWORDS = ("prefer", "merge", "ban", "pin")
_YES, _NO = ("true", "yes", "on"), ("false", "no", "off")
LARGEST = 20_000_000  # bytes; a larger file is refused


def load_authority(path: Path) -> Authority:
    """Read the authority file at `path`; an empty Authority if there is none.

    Raises:
        AuthorityError: the file is not YAML, or says something that cannot be followed; the
            message has the file's name, the line, what was found and what is allowed.
    """
    if not path.exists():
        return Authority()
    if path.stat().st_size > LARGEST:
        raise AuthorityError(f"{path.name}: larger than {LARGEST} bytes")
    text = ""
    try:
        text = path.read_text("utf-8-sig")
        root = yaml.compose(text, Loader=_LOADER)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise AuthorityError(unreadable(path.name, error, text)) from None
    authority = _Reader(path.name).authority(root)
    check(authority, key)
    return authority


class _Reader:
    """Turns YAML nodes into the types of the model; knows the file's name for its messages."""

    def __init__(self, file: str) -> None:
        self.file = file

    def authority(self, root: yaml.Node | None) -> Authority:
        if root is None or self._is_empty(root):
            return Authority(file=self.file)
        parts = self._mapping(root, _TOP)
        return Authority(
            entities=self._each(parts.get("entities"), self._entity),
            same=self._each(parts.get("same"), self._judgement),
            not_same=self._each(parts.get("not_same"), self._judgement),
            never=self._each(parts.get("never"), lambda n: (self._text(n), _line(n))),
            keywords=self._keywords(parts.get("keywords")),
            file=self.file,
        )

    def _entity(self, node: yaml.Node) -> AuthorityEntity:
        parts = self._mapping(node, _ENTITY)
        if "name" not in parts:
            raise self._error(node, "an entity without `name`", "`- name: …`")
        kind = self._text(parts["kind"]) if "kind" in parts else None
        if kind is not None and kind not in ENTITY_KINDS:
            raise self._error(parts["kind"], f"kind `{kind}`", f"one of {', '.join(ENTITY_KINDS)}")
        return AuthorityEntity(
            name=self._text(parts["name"]),
            kind=kind or None,
            aliases=self._each(parts.get("aliases"), self._text),
            qid=self._qid(parts.get("qid")),
            note=self._text(parts["note"], empty=True) if "note" in parts else "",
            keep=self._flag(parts.get("keep")),
            line=_line(node),
        )

    def _judgement(self, node: yaml.Node) -> Judgement:
        pair = self._each(node, self._text)
        if len(pair) != 2:
            raise self._error(node, f"{len(pair)} names", "two, `[A, B]`")
        return Judgement(pair[0], pair[1], _line(node))

    def _keywords(self, node: yaml.Node | None) -> KeywordAuthority:
        if node is None or self._is_empty(node):
            return KeywordAuthority()
        parts = self._mapping(node, _KEYWORDS)
        prefer = [*self._table(parts.get("prefer")), *self._table(parts.get("merge"))]
        ban = self._each(parts.get("ban"), lambda n: (self._text(n), _line(n)))
        pin = list(self._table(parts.get("pin")))
        lines = [(f"prefer: {word}", line) for word, _, line in prefer]
        lines += [(f"ban: {word}", line) for word, line in ban]
        lines += [(f"pin: {seed}", line) for seed, _, line in pin]
        return KeywordAuthority(
            prefer=tuple((word, variants) for word, variants, _ in prefer),
            ban=tuple(word for word, _ in ban),
            pin=tuple((seed, words) for seed, words, _ in pin),
            lines=tuple(lines),
        )

    def _table(self, node: yaml.Node | None) -> Iterator[tuple[str, tuple[str, ...], int]]:
        """Rows of a mapping from a text to a list of texts, with their lines."""
        if node is None or self._is_empty(node):
            return
        if not isinstance(node, yaml.MappingNode):
            raise self._error(node, _what(node), "`key: [words]`")
        for name, value in node.value:
            yield self._text(name), self._each(value, self._text), _line(name)

    def _mapping(self, node: yaml.Node, known: tuple[str, ...]) -> dict[str, yaml.Node]:
        if not isinstance(node, yaml.MappingNode):
            raise self._error(node, _what(node), f"`key: value` with {', '.join(known)}")
        found: dict[str, yaml.Node] = {}
        for name, value in node.value:
            word = self._text(name)
            if word not in known:
                raise self._error(name, f"`{word}`", ", ".join(known))
            if word in found:
                raise self._error(name, f"`{word}` a second time", "it once")
            found[word] = value
        return found

    def _each(self, node: yaml.Node | None, read: Callable[[yaml.Node], T]) -> tuple[T, ...]:
        if node is None or self._is_empty(node):
            return ()
        if not isinstance(node, yaml.SequenceNode):
            raise self._error(node, _what(node), "a list")
        return tuple(read(item) for item in node.value)

    def _text(self, node: yaml.Node, empty: bool = False) -> str:
        if not isinstance(node, yaml.ScalarNode):
            raise self._error(node, _what(node), "a text")
        text = " ".join(str(node.value).split())
        if not text and not empty:
            raise self._error(node, "nothing", "a text")
        return text

    def _qid(self, node: yaml.Node | None) -> str:
        if node is None:
            return ""
        text = self._text(node)
        if not (text[0] == "Q" and text[1:].isascii() and text[1:].isdigit()):
            raise self._error(node, f"`{text}`", "a Wikidata identifier such as Q7747")
        return text

    def _flag(self, node: yaml.Node | None) -> bool:
        word = "false" if node is None else self._text(node).lower()
        if node is not None and word not in _YES + _NO:
            raise self._error(node, f"`{word}`", "true or false")
        return word in _YES

    def _is_empty(self, node: yaml.Node) -> bool:
        return isinstance(node, yaml.ScalarNode) and node.value in ("", "~")

    def _error(self, node: yaml.Node, found: str, allowed: str) -> AuthorityError:
        return AuthorityError(
            f"{self.file}, line {_line(node)}: found {found}, allowed is {allowed}"
        )


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _what(node: yaml.Node) -> str:
    kinds = {
        yaml.ScalarNode: "a text",
        yaml.SequenceNode: "a list",
        yaml.MappingNode: "`key: value`",
    }
    return kinds.get(type(node), "something else")
