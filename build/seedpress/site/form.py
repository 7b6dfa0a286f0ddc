"""The form of an index's files: gzip over a mark over CBOR, as Pagefind's worker reads them.

Files of words are packed here anew, as those of a shard of which a part was made are: the same
words have the same bytes, whoever put them together.
"""

import gzip
import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import cbor2
import deflate

from seedpress.errors import SiteError

MARK = b"pagefind_dcd"
ENTRY = "pagefind-entry.json"
# Of files of words: 6 says them in fewer bytes than zlib's 6 and takes a quarter of its time.
_OF_WORDS, _OF_LISTS = 6, 9

Read = Callable[[str], bytes]  # gives a file by its path in the index' folder


@dataclass(frozen=True, slots=True)
class Listing:
    """What the lists of an index say."""

    entry: dict[str, Any]
    language: str
    key: str  # of the list in the language
    about: list[Any]  # that list: version, pages, chunks of words, filters, sorts, fields

    @property
    def path(self) -> str:
        return f"pagefind.{self.key}.pf_meta"

    @property
    def version(self) -> str:
        """The release of Pagefind that made it."""
        return str(self.about[0])

    @property
    def pages(self) -> list[list[Any]]:
        """By their numbers: name and number of words."""
        return list(self.about[1])

    @property
    def starts(self) -> list[str]:
        """The first word of each file of words, sorted."""
        return [chunk[0] for chunk in self.about[2]]

    @property
    def words(self) -> list[str]:
        """The paths of the files of words, sorted by these."""
        return [f"index/{chunk[2]}.pf_index" for chunk in self.about[2]]

    @property
    def filters(self) -> list[list[str]]:
        """Name, and the key of its file."""
        return list(self.about[3])

    @property
    def sorts(self) -> list[list[Any]]:
        """By what pages can be sorted, and their numbers in that order."""
        return list(self.about[4])

    @property
    def fields(self) -> list[str]:
        """What pages tell of themselves, sorted."""
        return list(self.about[5])


def listing_of(read: Read) -> Listing:
    """What the index says of itself whose files `read` reads."""
    entry = json.loads(read(ENTRY))
    ((language, about),) = entry["languages"].items()  # for we said which it is
    key = about["hash"]
    return Listing(entry, language, key, cbor2.loads(unpacked(read, f"pagefind.{key}.pf_meta")))


def has_pages(files: Iterable[str]) -> bool:
    """Whether files at these paths are of an index with pages."""
    return any(path.startswith("fragment/") for path in files)


def numbered(read: Read, pages: Sequence[list[Any]], paths: Sequence[str]) -> list[str]:
    """The paths of the pages by their numbers: all as given, unless Pagefind left some out."""
    if len(pages) == len(paths):
        return list(paths)
    known = {_url(path): path for path in paths}
    fragments = (unpacked(read, fragment_path(name)) for name, *_ in pages)
    return [known[json.loads(fragment)["url"]] for fragment in fragments]


def _url(path: str) -> str:
    """What Pagefind calls a page."""
    return f"/{path.removesuffix('index.html') if f'/{path}'.endswith('/index.html') else path}"


def filter_path(key: str) -> str:
    """Where the filter with that key is."""
    return f"filter/{key}.pf_filter"


def fragment_path(name: str) -> str:
    """Where the page is that Pagefind calls so."""
    return f"fragment/{name}.pf_fragment"


def unpacked(read: Read, path: str) -> bytes:
    """What a file holds.

    Raises:
        SiteError: it is in another form.
    """
    data = gzip.decompress(read(path))
    if not data.startswith(MARK):
        raise SiteError(f"pagefind: {path}: not in the form that this seedpress knows")
    return data[len(MARK) :]


def packed(value: object) -> bytes:
    """The file that holds a value."""
    return packed_list(cbor2.dumps(value))


def packed_list(data: bytes) -> bytes:
    """The file that holds a list, which is `data` as CBOR."""
    return bytes(deflate.gzip_compress(MARK + data, _OF_LISTS))


def packed_words(data: bytes) -> bytes:
    """The file that holds words, which are `data` as CBOR."""
    return bytes(deflate.gzip_compress(MARK + data, _OF_WORDS))


def with_words_packed(files: dict[str, bytes], paths: Iterable[str]) -> None:
    """Pack the files of words anew."""
    for path in paths:
        files[path] = packed_words(unpacked(files.__getitem__, path))


def as_json(value: object) -> bytes:
    """The same text for the same value, without needless space."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(data: bytes) -> str:
    """Tells bytes from any others."""
    return hashlib.sha256(data).hexdigest()
