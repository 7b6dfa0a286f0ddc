"""What text must lose before a format can hold it."""

import re

# Characters that mean something in XML, and those that XML 1.0 (section 2.2) cannot hold, however
# they are written.
_XML = re.compile(r"[&<>\"]|[^\u0020-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
# SQLite's functions take text for ended at a NUL, and lone surrogates have no place in UTF-8.
_NOT_SQL = re.compile("[\0\ud800-\udfff]")


_QUOTED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_QUOTED |= {"\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}


def xml_escaped(text: str) -> str:
    """`text` for an XML element or attribute, without what XML cannot hold."""
    return _XML.sub(lambda found: _QUOTED.get(found[0], ""), text)


def sql_text(text: str) -> str:
    """`text` with a replacement character, one for one, for what SQLite cannot hold well."""
    return text if is_sql_text(text) else _NOT_SQL.sub("\ufffd", text)


def is_sql_text(text: str) -> bool:
    """Whether SQLite can hold `text` as it is."""
    if "\0" in text:
        return False
    if text.isascii():
        return True
    try:
        text.encode()  # ten times as fast as to look for them
    except UnicodeEncodeError:
        return False
    return True
