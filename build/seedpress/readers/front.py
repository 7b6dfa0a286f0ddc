"""Front matter: the YAML between `---` lines at the top of a seed, read with firm bounds."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from seedpress.model import Fields
from seedpress.readers.decode import mend

LONGEST = 20_000  # characters; front matter is a few lines
DEEPEST = 8
_OPEN = re.compile(r"---[ \t]*\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_KEY = re.compile(r"^[A-Za-z_][\w .-]{0,40}:(?:[ \t]|$)", re.MULTILINE)
_NOTHING: tuple[Any, ...] = (None, "", "~", "null", "Null", "NULL", [], {})
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")
# What an article may call each of its fields, most telling first.
NAMES: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "byline": ("author", "authors", "byline", "creator"),
    "source": ("source", "publisher", "site", "sitename", "site_name", "publication"),
    "dateline": ("dateline", "place", "location"),
    "date": ("date", "published", "date_published", "publish_date", "pubdate", "created"),
    "url": ("url", "link", "canonical", "source_url"),
    "language": ("language", "lang"),
    "tags": ("tags", "keywords", "categories"),
}


@dataclass(frozen=True, slots=True)
class Front:
    """What stood in front of a seed's body."""

    fields: Fields
    body: str
    first_line: int = 1  # of the body
    own_id: str = ""
    complaints: tuple[str, ...] = ()  # in words


class _Loader(yaml.BaseLoader):
    """Reads every scalar as the text it is: `No` is a word, and `1:1:1:…` no number of 60 digits.

    Refuses aliases: ten lines of them unfold to gigabytes.
    """

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases (`*name`) are not allowed in front matter")
        return super().compose_node(parent, index)


def split(text: str) -> Front:
    """The fields in front of `text` and its body; a text without front matter is all body."""
    opening = _OPEN.match(text)
    if not opening:
        return Front(Fields(), text)
    closing = _CLOSE.search(text, opening.end(), opening.end() + LONGEST)
    if not closing:
        return Front(Fields(), text)
    raw = text[opening.end() : closing.start()]
    if raw.strip() and not _KEY.search(raw):
        return Front(Fields(), text)  # a pair of rules around prose
    body = text[closing.end() :].removeprefix("\n")
    first = text.count("\n", 0, len(text) - len(body)) + 1
    try:
        values = _load(raw)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        complaint = f"front matter is not usable YAML: {_told(error)}"
        return Front(Fields(), body, first, complaints=(complaint,))
    fields, complaints = from_mapping(values)
    return Front(fields, body, first, one_line(values.get("id")), complaints)


def _told(error: Exception) -> str:
    """What is wrong in the front matter, and in which line of the seed where that is known."""
    if isinstance(error, yaml.MarkedYAMLError) and error.problem and error.problem_mark:
        return f"line {error.problem_mark.line + 2}: {error.problem}"  # `---` is the first
    return " ".join(str(error).split())[:200]


def _load(raw: str) -> Mapping[str, Any]:
    depth = 0
    for event in yaml.parse(raw, yaml.SafeLoader):
        depth += isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent))
        depth -= isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent))
        if depth > DEEPEST:
            raise ValueError(f"nested deeper than {DEEPEST}")
    values = yaml.load(raw, _Loader)  # noqa: S506 - makes texts, lists and maps only
    if values is None:
        return {}
    if not isinstance(values, dict):
        raise ValueError("expected lines `key: value`")
    return {str(key).strip().lower(): value for key, value in values.items()}


def from_mapping(values: Mapping[str, Any]) -> tuple[Fields, tuple[str, ...]]:
    """Fields from `key: value` pairs (keys in lower case), and complaints about what is unusable.

    Unknown keys are ignored: front matter often serves other programs too.
    """
    found: dict[str, Any] = {}
    complaints: list[str] = []
    for name, keys in NAMES.items():
        key = next((key for key in keys if values.get(key) not in _NOTHING), None)
        if key is None:
            continue
        value = _date(values[key]) if name == "date" else _value(name, values[key])
        if value:
            found[name] = value
        else:
            complaints.append(f"`{key}` in front matter is not usable as {name}")
    return Fields(**found), tuple(complaints)


def _value(name: str, value: Any) -> Any:
    if name == "tags":
        parts = value if isinstance(value, list) else one_line(value).split(",")
        return tuple(dict.fromkeys(t for part in parts if (t := one_line(part))))
    if isinstance(value, list):
        return ", ".join(t for part in value if (t := one_line(part)))
    if isinstance(value, dict):
        return one_line(value.get("name"))
    text = one_line(value)
    if name == "language":
        code = text.lower().replace("_", "-").split("-")[0]
        return code if re.fullmatch("[a-z]{2,3}", code) else ""
    return text


def one_line(value: Any) -> str:
    """A scalar as one line of text; anything else as nothing."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float, datetime.date)):
        return ""
    if isinstance(value, int) and abs(value) >= 10**18:
        return ""  # no name, date or number of an article; writing it out could take for ever
    text, _ = mend(
        str(value)[:LONGEST]
    )  # an escape of JSON or YAML can hide what files may not hold
    return " ".join(text.split())[:2000]


def _date(value: Any) -> str:
    """ISO date of a YAML date or of text that a person wrote."""
    if isinstance(value, datetime.date):
        return f"{value:%Y-%m-%d}".rjust(10, "0")
    from dateutil import parser  # imported late: most seeds have no front matter

    text = one_line(value)
    iso = _ISO.match(text)
    try:
        if iso:
            return datetime.date(*map(int, iso.groups())).isoformat()
        if not re.search(r"\b(1[5-9]|20)\d\d\b", text):
            return ""
        return parser.parse(text, dayfirst="/" in text).date().isoformat()
    except (ValueError, OverflowError):
        return ""
