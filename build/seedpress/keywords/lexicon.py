"""Part of speech of a word: TextBlob's lexicon, then suffixes, then case.

The lexicon is Brill's (1992), MIT licence, as the package `textblob` ships it; the package itself
is never imported, since that would load NLTK.
"""

import importlib.util
from functools import lru_cache
from importlib import resources
from pathlib import Path

# Coarse classes: noun, proper noun, adjective, verb, past form or participle, -ing form, number,
# adverb, determiner, preposition, other.
_CLASSES = {
    "NN": "N", "NNS": "N", "NNP": "P", "NNPS": "P", "FW": "N", "JJ": "J", "JJR": "J", "JJS": "J",
    "VB": "V", "VBP": "V", "VBZ": "Z", "VBD": "D", "VBN": "D", "VBG": "G", "CD": "C", "RB": "R",
    "RBR": "R", "RBS": "R", "DT": "T", "PDT": "T", "PRP$": "T", "WP$": "T", "IN": "I", "TO": "O",
    "MD": "M", "CC": "X",
}  # fmt: skip
_PLACING = ("post-", "pre-", "mid-", "inter-", "pro-")  # "post-war": what has one is an adjective
_PREFIXES = ("re", "un", "over")
_SUFFIXES = (
    ("N", ("tion", "sion", "ment", "ness", "ship", "ism", "ist", "ance", "ence", "ity", "hood",
           "dom", "ology", "graphy", "ware", "ure", "age", "ery", "or", "er", "ician",
           "cide", "ometer")),
    ("J", ("ous", "ful", "less", "able", "ible", "ical", "ial", "ic", "ive", "ary", "esque", "ular",
           "al", "ish", "ean", "ese", "wide", "like", "based", "backed", "led", "made", "free")),
    ("R", ("ly",)),
    ("V", ("ize", "ise", "ify")),
    ("G", ("ing",)),
    ("D", ("ed",)),
)  # fmt: skip


@lru_cache(maxsize=1)
def lexicon() -> dict[str, str]:
    """Word → coarse class, of the 94,000 words that TextBlob knows."""
    spec = importlib.util.find_spec("textblob")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("textblob", name="textblob")
    file = Path(spec.submodule_search_locations[0]) / "en" / "en-lexicon.txt"
    found = {}
    for line in file.read_text("utf-8").splitlines():
        word, _, tags = line.partition(" ")
        found[word] = _CLASSES.get(tags.partition(" ")[0], "X")
    return found


@lru_cache(maxsize=1)
def lists() -> dict[str, frozenset[str]]:
    """The word lists of `data/words.txt` by section."""
    text = resources.files("seedpress.keywords").joinpath("data/words.txt").read_text("utf-8")
    return sections(text)


def sections(text: str) -> dict[str, frozenset[str]]:
    """The words of a file of lists by section; lines with a `#` are notes."""
    found: dict[str, set[str]] = {}
    section = ""
    for line in text.splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif not line.startswith("#"):
            found.setdefault(section, set()).update(line.split())
    return {name: frozenset(words) for name, words in found.items()}


@lru_cache(maxsize=50_000)
def common_class(word: str) -> str:
    """Coarse class of a lower-cased word, empty if nothing is known of it."""
    known = lexicon().get(word)
    if known and known != "P":
        return known
    if "-" in word:
        last = common_class(word.rpartition("-")[2]) or "N"
        return "J" if last == "N" and word.startswith(_PLACING) else last
    if known:
        return ""
    if word.startswith(_PREFIXES) and len(word) > 6:
        base = lexicon().get(word[4:] if word.startswith("over") else word[2:], "")
        if base in {"V", "Z", "D", "G", "J"}:
            return base
    if word.endswith("s") and not word.endswith("ss"):
        return "N"
    for tag, endings in _SUFFIXES:
        if word.endswith(endings) and len(word) > 4:
            return tag
    return ""


@lru_cache(maxsize=50_000)
def can_be_verb(word: str) -> bool:
    """Whether the lexicon has a past or -ing form of a lower-cased base form."""
    stem = word.removesuffix("e")
    doubled = word + word[-1:]
    forms = (f"{stem}ed", f"{stem}ing", f"{doubled}ed", f"{doubled}ing")
    return any(lexicon().get(form, "") in {"D", "G"} for form in forms)


@lru_cache(maxsize=50_000)
def is_doing(word: str) -> bool:
    """Whether a lower-cased word is the -ing form of a word that the lexicon has."""
    base = word.removesuffix("ing")
    if base == word or word in lists()["times"]:
        return False
    return any(lexicon().get(form, "") in {"V", "N"} for form in (base, f"{base}e", base[:-1]))
