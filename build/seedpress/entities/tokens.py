"""Words of a text with their places, and the key under which spellings of one name meet."""

import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from anyascii import anyascii

_ABBREVIATIONS = (
    "St|Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Sens|Rep|Reps|Gov|Lt|Col|Capt|Sgt|Maj|Adm|Cmdr|Cpl|Pvt|Rev|Jr|Sr|Inc|Corp|Co"
    "|Ltd|Mt|Ft|Bros|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Calif|Mass|Penn|Conn|Del|Dist|Atty|Asst"
    "|Fla|Mich|Minn|Wis|Ill|Tenn|Ariz|Colo|Okla|Neb|Nev|Mont|Wyo|Kan|Dept|Ave|Blvd|vs|No|Pa|Va|Ga|La|Md|Ky|Ala|Ark|Miss|Mo|Vt|Wash|Tex|Ore|Ind"
)
TOKEN = re.compile(
    # Nothing begins with a blank; and most words, at a glance: what is below says the same of them.
    r"(?=\S)(?:[A-Z]?[a-z]++(?=[ ,])|,"
    r"|(?:[A-Z]\.){2,}(?:[A-Z]\b)?"  # U.S., N.A.T.O
    r"|\b[A-Z]\.[A-Z]\b"  # U.S
    rf"|\b(?:{_ABBREVIATIONS})\."
    r"|\b(?:ST|MT|FT)\.(?= [A-Z])"
    # an initial, `J. Smith`, but not `wrote on X. Later`
    r"|\b(?!(?<=[a-z] )X\.)[^\W\d_a-z]\.(?=[\s\-][^\W\d_a-z]|[^\W\d_a-z]\w)"
    r"|\bCo-[a-z]+"
    r"|\b[^\W_]+\.(?:com|org|net|info|edu|EU|eu|tv|io)\b"  # Amazon.com
    r"|\b[A-Z][^\W_]+\+(?![\w+])"  # Canal+
    r"|['’][sS]\b"
    r"|\w+(?:['’](?![sS]\b)\w+)*"
    r"|[^\w\s])"
)
MOST = 1 << 19  # names of which something is remembered
_HIDDEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # soft hyphens and what has no width
_HAS_HIDDEN = re.compile(f"[{_HIDDEN}]")
# The same words where some have hidden characters inside, or after them.
_OVER_HIDDEN = re.compile(TOKEN.pattern.replace(r"|\w+(?:", rf"|\w[\w{_HIDDEN}]*(?:"))
_SIMPLE = re.compile(r"[A-Za-z0-9]+(?: [A-Za-z0-9]+)*")  # nothing in it but words and blanks
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]?\b\.?")
_SHORTENED = re.compile(r"[A-Z][a-z]{1,4}\.")
# An apostrophe inside a word, as foreign letters are written: Qa'ida, Sana'a, but not `Don't`.
_INNER = re.compile(r"(?<=[a-z])['`](?=[a-z])(?!(?:s|t|m|d|re|ve|ll)\b)")
_GAP = re.compile(r"[\s\-‐‑–/]+")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))


# A word of Serbian or Croatian with its `đ`, which the wires write `dj`; Vietnamese has it first.
_SOUTH_SLAVIC = re.compile(r"(?=\w*[čćšžČĆŠŽ]|\w+đ)\w*[Đđ]\w*")


class Token(NamedTuple):
    """One word or sign; offsets into the text it was found in."""

    start: int
    end: int
    text: str


def tokens(text: str) -> list[Token]:
    """The words and signs of `text`, in order."""
    if text.isalpha():
        return [Token(0, len(text), text)]
    odd = not text.isascii() and _HAS_HIDDEN.search(text)
    found = (_OVER_HIDDEN if odd else TOKEN).finditer(text)
    made = tuple.__new__  # as `Token` does it, in half the time
    return [made(Token, (*m.span(), m[0])) for m in found]


def is_capitalised(word: str) -> bool:
    """Whether `word` is written as a name would be: Kyiv, NATO, eBay, iPhone, G7, weSizwe."""
    if word[0].isupper():
        return True
    if not word[0].islower() or len(word) <= 2:
        return False
    inner = word[1].isupper() or (word[2].isupper() and word[3:4].islower())
    return inner and word[1:3].isalpha()


def is_elided(word: str) -> bool:
    """Whether `word` is a name's after a French or Italian article: `d'Ivoire`."""
    return len(word) > 2 and word[0] in "dl" and word[1] in "'’" and word[2].isupper()


def is_acronym(word: str) -> bool:
    """Whether `word` is two or more capitals, digits and dots: NATO, U.S., G7, AT&T."""
    if "a" <= word[-1:] <= "z":  # as most end
        return False
    bare = word.replace(".", "")
    return 2 <= len(bare) <= 8 and bare.upper() == bare and bare[0].isalpha()


class _Keys(dict[str, str]):
    """Keys of names, worked out once, or when the article of a name was analysed."""

    def __missing__(self, name: str) -> str:
        if len(self) > MOST:
            self.clear()
        found = self[name] = _key(name)
        return found


_KEYS = _Keys()
# The form under which spellings of one name are equal.
#
# Accents, invisible and look-alike characters, hyphens, dots of acronyms, an opening `the` and,
# but for short acronyms (`WHO` is not `who`), case make no difference.
key: Callable[[str], str] = _KEYS.__getitem__  # the join asks for millions


def known() -> dict[str, str]:
    """The keys of names as far as they are known: more may be added, to be worked out no more."""
    if len(_KEYS) > MOST:
        _KEYS.clear()
    return _KEYS


def _key(name: str) -> str:
    if name.isalpha() and name.isascii():
        return name if 2 <= len(name) <= 5 and name.isupper() else name.casefold()
    plain = name if _SIMPLE.fullmatch(name) else _in_ascii(name)
    if _SHORTENED.fullmatch(plain):
        return plain.casefold()  # `Pa.` is a state, `Pa` is not
    plain = plain.rstrip(".")
    if plain[:4].lower() == "the ":
        plain = plain[4:]
    plain = plain.removesuffix("'s")
    if " " not in plain and 2 <= len(plain) <= 5 and plain.isupper():
        return plain
    return plain.casefold() or name


def visible(name: str) -> str:
    """The name as it looks: whole letters, none that are wide or without width, single blanks."""
    return " ".join(unicodedata.normalize("NFKC", name).translate(_INVISIBLE).split())


def is_odd(name: str) -> bool:
    """Whether the name has signs that nobody sees, or letters of two scripts that look alike."""
    scripts = {unicodedata.name(sign, "").partition(" ")[0] for sign in name if sign.isalpha()}
    return len(scripts) > 1 or visible(name) != name


def _in_ascii(name: str) -> str:
    """The name in plain letters, without the dots of acronyms, its words divided by blanks."""
    plain = unicodedata.normalize("NFKC", name).translate(_INVISIBLE)
    if "Đ" in plain or "đ" in plain:
        plain = _SOUTH_SLAVIC.sub(_with_dj, plain)
    plain = anyascii(plain)
    plain = _DOTTED.sub(
        lambda m: m.group().replace(".", "") if m.group().count(".") > 1 else m.group(), plain
    )
    plain = plain.replace("&", " and ").replace("+", " plus ")
    return _INNER.sub("", _GAP.sub(" ", plain)).replace("`", "'").strip(" '\"")


def _with_dj(word: re.Match[str]) -> str:
    return word.group().replace("Đ", "Dj").replace("đ", "dj")
