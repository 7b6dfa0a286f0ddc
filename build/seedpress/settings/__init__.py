"""Settings: `extra: seedpress:` in mkdocs.yml; `known.py` lists them with their meaning."""

from seedpress.settings.known import (
    MEDIA,
    DataSettings,
    EntitySettings,
    KeywordSettings,
    LimitSettings,
    PageSettings,
    PolicySettings,
    ReaderSettings,
    RecordFields,
    SearchSettings,
    Settings,
)
from seedpress.settings.reading import load

__all__ = [
    "MEDIA",
    "DataSettings",
    "EntitySettings",
    "KeywordSettings",
    "LimitSettings",
    "PageSettings",
    "PolicySettings",
    "ReaderSettings",
    "RecordFields",
    "SearchSettings",
    "Settings",
    "load",
]
