"""The sample corpus holds every kind of mess that it promises: else it would prove nothing."""

import re
from pathlib import Path

import pytest
import yaml

SEEDS = Path(__file__).parents[1] / "seeds"
FILES = sorted(p for p in SEEDS.rglob("*") if p.suffix in {".txt", ".md"})


def text_of(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252")


TEXTS = {path.relative_to(SEEDS).as_posix(): text_of(path) for path in FILES}

# What must be found somewhere, as a pattern over a whole seed.
MESS = {
    "doubled title": r"\A([^\n]{20,})\n+\1\n",
    "title between slashes": r"\A//[^\n]+//\n",
    "second title that ends in a slash": r"\A[^\n]+\n[^\n]+/\n",
    "title in bold": r"\A\*\*[^\n]+\*\*\n",
    "title with a hash in plain text": r"\A# [^\n]+\nPublished:",
    "title with the outlet after a bar": r"\A[^\n]+ \| [A-Z][^\n|]+\n",
    "title with the outlet after a dash": r"\A[^\n]+ - [A-Z][^\n-]+\n",
    "title in capitals": r"\A[A-Z ]{20,}\n",
    "byline glued to the first sentence": r"\nby ([A-Z]\w+ [A-Z]\w+) · \1[A-Z]",
    "byline in capitals": r"\n(?:By|Written by) [A-Z]{3,} [A-Z]{3,}",
    "dateline with a colon": r"\n[A-Z]{4,}: ",
    "dateline with the agency": r"\n[A-Z]{4,} \([A-Z][a-z]+ [A-Z][a-z]+\) — ",
    "dateline with a date": r"\n[A-Z]{4,}, March \d+ \([A-Z][a-z]+ [A-Z][a-z]+\) — ",
    "credit in brackets at the start": r"\n\([A-Z][a-z]+ [A-Z][a-z]+\)– ",
    "credit in brackets at the end": r"\n\(With inputs from agencies\)\s*\Z",
    "bold subhead": r"\n\*\*[A-Z][^*\n]+\*\*\n",
    "bare subhead": r"\n\n[A-Z][a-z]+(?: [a-z]+){1,5}\n\n",
    "numbered subhead": r"\n\n\d\. [A-Z][a-z ]+\n\n",
    "question as subhead": r"\n\n[A-Z][^\n.]{5,50}\?\n\n",
    "list with hyphens": r"(?:\n- [^\n]+){3}",
    "list with bullets": r"(?:\n• [^\n]+){3}",
    "truncated end": r" [a-z]+\s*\Z",
    "comment form": r"\nLeave a Reply\n",
    "share bar": r"\nShare on Facebook Tweet",
    "share links of a blog": r"\nClick to share on X",
    "follow line": r"\nFollow (?:us|@)",
    "newsletter": r"\n(?:Get our free weekly newsletter|Sign up for the)",
    "cookie line": r"\nWe use cookies",
    "related teaser": r"\n(?:RELATED|READ MORE): ",
    "most read box": r"\nMost read\n",
    "advertisement": r"\nAdvertisement\n",
    "breadcrumbs": r"\nHome > World > ",
    "reading time": r"\n\d min read\n",
    "published and updated": r"\nPublished: [^\n]+\nUpdated: ",
    "posted by": r"\nPosted on March \d+, 2025 by admin\n",
    "copyright": r"\n© 2025 [^\n]+All rights reserved",
    "author box": r"\nAbout the author\n",
    "photo credit in brackets": r"\n\(Photo: [^\n]+\)\n",
    "photo credit on a line": r"\nPhoto: [^\n]+Credit: ",
    "tags": r"\nTags: [^\n]+[,|]",
    "agency sign-off": r"\nReporting by [^\n]+editing by ",
    "contact": r"\nContact the newsroom: \S+@\S+",
    "hard-wrapped prose": r"(?:\n[^\n]{60,72}(?=\n)){4}",
    "front matter": r"\A---\ntitle: [^\n]+\n(?:[^\n]+\n)*---\n",
    "light Markdown without front matter": r"\A# [^\n]+\n\n\*By ",
    "Markdown link, quote and list": r"(?s)\]\(https://.*\n- .*\n> ",
    "mojibake": "â€™",
    "Spanish": r"\bel alto el fuego que Ucrania\b",
    "Zelensky": r"\bZelensky\b",
    "Zelenskyy": r"\bZelenskyy\b",
    "Zelenskiy": r"\bZelenskiy\b",
    "Kyiv": r"\bKyiv\b",
    "Kiev": r"\bKiev\b",
    "Steve Witkoff": r"\bSteve Witkoff\b",
    "Steven Witkoff": r"\bSteven Witkoff\b",
    "Sergei Lavrov": r"\bSergei Lavrov\b",
    "Sergey Lavrov": r"\bSergey Lavrov\b",
    "Aleksandr Lukashenko": r"\bAleksandr Lukashenko\b",
    "Alexander Lukashenko": r"\bAlexander Lukashenko\b",
    "the United States": r"\bthe United States\b",
    "U.S.": r"\bU\.S\. ",
    "America": r"\bAmerica\b",
    "US": r"\bUS truce\b",
}


@pytest.mark.parametrize("kind", MESS)
def test_mess_is_there(kind: str) -> None:
    assert any(re.search(MESS[kind], text) for text in TEXTS.values())


def test_a_corpus_of_short_dated_articles() -> None:
    assert len(TEXTS) >= 14
    for name, text in TEXTS.items():
        assert 250 <= len(text.split()) <= 600, name
    dated = [name for name, text in TEXTS.items() if re.search(DATE, text)]
    assert len(dated) >= 0.8 * len(TEXTS)
    assert any("/" in name for name in TEXTS), "one lies in a subfolder"


DATE = r"(?i)\b(?:1[1-9]|20)(?: de)? (?:march|marzo)|march (?:1[1-9]|20)\b|2025-03-"


def test_one_is_in_a_legacy_encoding() -> None:
    odd = [path for path in FILES if not is_utf8(path.read_bytes())]
    assert [path.name for path in odd] == ["starmer-coalition-call.txt"]
    data = odd[0].read_bytes()
    assert b"\x93" in data, "curly quotes of windows-1252"
    assert b"\xe9" in data, "an e with an acute accent"


def is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def test_two_outlets_printed_one_agency_story() -> None:
    one, two = (TEXTS[name] for name in sorted(TEXTS)[:2])
    assert one != two
    assert len(shingles(one) & shingles(two)) > 0.5 * min(len(shingles(one)), len(shingles(two)))


def shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return set(zip(words, words[1:], words[2:], words[3:], strict=False))


def test_every_name_of_the_authority_file_stands_in_a_seed() -> None:
    said = yaml.safe_load((SEEDS / "authority.yml").read_text("utf-8"))
    everything = "\n".join(TEXTS.values())
    names = [n for e in said["entities"] for n in (e["name"], *e.get("aliases", ()))]
    names += [n for pair in (*said["same"], *said["not_same"]) for n in pair]
    names += said["never"] + said["keywords"]["ban"]
    for preferred, variants in said["keywords"]["prefer"].items():
        names += [preferred, *variants]
    for name in names:
        assert name in everything, name
    for seed, words in said["keywords"]["pin"].items():
        assert all(word in TEXTS[seed] for word in words), seed
