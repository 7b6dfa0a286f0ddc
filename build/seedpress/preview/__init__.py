"""What was just saved, on its page before the corpus is joined with it.

To join a large corpus takes longer than anybody likes to wait for a page. So a process that builds
again and again has a copy of itself keep what the last build knew. The copy works out what a saved
seed most likely becomes, puts its pages and those that lead to it into the site, and ends. `docs/`
is not touched; then all is built as ever, and takes the place of that.
"""

from seedpress.preview.anew import keep_on
from seedpress.preview.keeper import (
    Keep,
    Keeper,
    KeepPages,
    Known,
    forget_pages,
    keep_with,
    previewed,
)

__all__ = [
    "Keep",
    "KeepPages",
    "Keeper",
    "Known",
    "forget_pages",
    "keep_on",
    "keep_with",
    "previewed",
]
