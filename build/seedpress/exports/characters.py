"""What text must lose before a format can hold it."""

import re
from xml.sax.saxutils import escape

# Characters that XML 1.0 cannot hold, however they are written (section 2.2).
_NOT_XML = re.compile(r"[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
# SQLite's functions take text for ended at a NUL, and lone surrogates have no place in UTF-8.
_NOT_SQL = re.compile("[\0\ud800-\udfff]")


_QUOTED = {'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}


def xml_escaped(text: str) -> str:
    """`text` for an XML element or attribute, without what XML cannot hold."""
    return escape(_NOT_XML.sub("", text), _QUOTED)


def sql_text(text: str) -> str:
    """`text` with a replacement character, one for one, for what SQLite cannot hold well."""
    return text if text.isascii() and "\0" not in text else _NOT_SQL.sub("\ufffd", text)
