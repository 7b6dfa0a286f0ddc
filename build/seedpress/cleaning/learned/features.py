"""What the learned models see of a line: its own shape, its neighbours', its place."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from seedpress.cleaning.draft import Line, content_words
from seedpress.cleaning.residue import certain, likely

_SENTENCES = re.compile(r"[.!?]['\"”’)]* +['\"“‘(]?[^\W_a-z]")
_NUMBERED = re.compile(r"[#(]?(?:\d{1,3}|[ivx]{1,4}|[a-h])[.):](?: |$)|#\d")
_STEP = re.compile(
    r"(?:step|part|chapter|tip|day|week|month|lesson|phase|stage|myth|rule|question|option|"
    r"method|way|reason)s? ?#?\d"
)
_ODD = re.compile(r"[|»›©→←@{}<>=_\\~^]|https?:|www\.|\.(?:com|org|net)\b")
_DATED = re.compile(
    r"\b(?:19|20)\d\d(?:[ |·-]+\d+ min(?:ute)?s?(?: read)?)?$|\d min(?:ute)?s?(?: read)?$"
)
_DIGIT = re.compile(r"\d")
_SIGNS = ".,;:!?\"'()“”‘’"
_QUESTION = frozenset(
    "how what why when where who which is are do does can should will did was could would".split()
)
_PRONOUN = frozenset(
    "i we he she it they you this these those there that my our his her your their".split()
)
_ARTICLE = frozenset("a an the der die das le la les el los un une il".split())
_FUNCTION = frozenset(
    "the a an and or but of in on at to for with from by as is are was were be been has have "
    "had it its this "
    "that these those he she they we you i his her their our your not will would can could "
    "which who there than "
    "der die das und oder ist sind war ein eine den dem des mit von zu auf für nicht sich auch "
    "es im "
    "le la les un une et ou est sont dans pour que qui sur avec pas du des au ce il elle en "
    "el los las una y es son que por con para del se su no lo como il di che per non sono della "
    "o os um uma e do da dos das não com em het een van en dat niet zijn met и в не на "
    "что с он как по это "
    "och att det som på är av för den till inte ett han hon men från var vid efter under "
    "af til ikke et og jeg ved efter blev "
    "w z na do nie się jest że to od po za przez jak o i dla był "
    "ve bir bu da ile için olan çok gibi daha ne "
    "у з що до від та але як це".split()
)
_ENDS = {
    ".": 1, "?": 2, "!": 3, ":": 4, ",": 5, ";": 5, "…": 6, ")": 7, "]": 7,
    '"': 8, "”": 8, "'": 8, "’": 8, "»": 8,
}  # fmt: skip

# The names of the numbers that `own` gives for a line, in their order.
OWN = (
    "characters", "words", "capitalised", "end", "begin", "mark", "numbered", "colon", "commas",
    "sentences", "function", "digits", "first", "capitals", "odd", "certain", "likely", "dated",
)  # fmt: skip
_NEAR = (0, 1, 2, 3, 4, 5, 6, 9, 10)  # of them, those that are told of neighbours too
NEIGHBOURS = (-2, -1, 1, 2, 3)
PLACE = (
    "same", "known", "strange", "from_start", "from_end", "run_before", "run_after", "prose_before",
    "prose_after", "since_prose", "until_prose", "prose_share", "bold_share", "bullet_share",
    "overlap_next", "first_word_again", "alike_before", "alike_after", "lines",
)  # fmt: skip
NAMES = (*OWN, *(f"{OWN[k]}{step:+d}" for step in NEIGHBOURS for k in _NEAR), *PLACE)
_OUTSIDE = tuple(-1.0 for _ in _NEAR)
_SHORT = 70  # characters
_LOOKED_AT = 200  # characters of a line
_LONGEST = 400


def own(line: Line) -> tuple[float, ...]:
    """The line's own numbers, named in `OWN`."""
    return _own(
        line.text[:3] + line.text[-3:],
        line.plain[:_LOOKED_AT],
        line.key[:_LOOKED_AT],
        line.plain[-30:],
        len(line.plain),
    )


@lru_cache(maxsize=4096)
def _own(ends: str, text: str, key: str, last: str, length: int) -> tuple[float, ...]:
    tokens = text.split()
    count = len(tokens) or 1
    folded = [token.strip(_SIGNS) for token in text.casefold().split()]
    told = [t for t, f in zip(tokens, folded, strict=True) if f not in _FUNCTION]
    content = [t for t in told if t[0].isalpha()]
    start = text[:1]
    first = folded[0] if folded else ""
    short = length <= 160
    return (
        float(min(length, _LONGEST)),
        float(count),
        len([t for t in content if t[0].isupper()]) / (len(content) or 1),
        float(_ENDS.get(last[-1:], 0)),
        0.0 if start.isupper() else 1.0 if start.islower() else 2.0 if start.isdigit() else 3.0,
        float(_mark(ends)),
        1.0 if _NUMBERED.match(key) else 2.0 if _STEP.match(key) else 0.0,
        float(text.find(":", 0, -1)),
        text.count(",") / count,
        float(len(_SENTENCES.findall(text))),
        1.0 - len(told) / count,
        len(_DIGIT.findall(text)) / (len(text) or 1),
        1.0
        if first in _QUESTION
        else 2.0
        if first in _ARTICLE
        else 3.0
        if first in _PRONOUN
        else 0.0,
        len([t for t in content if t.isupper() and len(t) > 1]) / (len(content) or 1),
        float(len(_ODD.findall(text))),
        1.0 if short and certain(key) else 0.0,
        1.0 if short and likely(key) else 0.0,
        1.0 if _DATED.search(last) else 0.0,
    )


def _mark(ends: str) -> int:
    head = ends[:2]
    if head in ("- ", "* ", "• ", "+ ", "– ", "· "):
        return 1
    if head == "**" and ends.rstrip(":").endswith("**"):
        return 2
    if head[:1] == "#":
        return 3
    return 4 if head[:1] == ">" else 0


class Features:
    """The numbers of a text's lines, each made when it is asked for."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.rows = [own(line) for line in lines]
        self.prose = [
            row[0] >= 140 or (row[0] >= _SHORT and row[3] in (1, 2, 3, 6, 8)) for row in self.rows
        ]
        self._near = [tuple(row[k] for k in _NEAR) for row in self.rows]
        self._keys = [line.key for line in lines]
        self._context()
        self._vocabulary()

    def row(self, i: int) -> tuple[float, ...]:
        """The numbers of the line at `i`, named in `NAMES`."""
        around: tuple[float, ...] = ()
        for step in NEIGHBOURS:
            j = i + step
            around += self._near[j] if 0 <= j < len(self._near) else _OUTSIDE
        return self.rows[i] + around + self._place(i)

    def _context(self) -> None:
        rows, prose = self.rows, self.prose
        short = [row[0] < _SHORT and not is_p for row, is_p in zip(rows, prose, strict=True)]
        shapes = [(row[5], row[3], row[0] < _SHORT, row[4]) for row in rows]
        alike = [i > 0 and shapes[i] == shapes[i - 1] for i in range(len(rows))]
        self._runs = (
            _runs(short),
            _runs(short[::-1])[::-1],
            _runs(alike),
            _runs([*alike[1:], False][::-1])[::-1],
        )
        self._since, self._until = _distance(prose), _distance(prose[::-1])[::-1]
        self._before = [0]
        for is_prose in prose:
            self._before.append(self._before[-1] + is_prose)
        count = len(rows) or 1
        self._shares = (
            sum(prose) / count,
            sum(row[5] == 2 for row in rows) / count,
            sum(row[5] == 1 for row in rows) / count,
        )

    def _vocabulary(self) -> None:
        self._words: dict[int, frozenset[str]] = {}
        self._known: Counter[str] = Counter()
        for i, is_prose in enumerate(self.prose):
            if is_prose:
                self._known.update(self._of(i))
        self._same = Counter(self._keys)
        self._firsts = Counter([key.partition(" ")[0] for key in self._keys])

    def _of(self, i: int) -> frozenset[str]:
        if i not in self._words:
            self._words[i] = content_words(self._keys[i])
        return self._words[i]

    def _place(self, i: int) -> tuple[float, ...]:
        count = len(self.rows)
        is_prose = int(self.prose[i])
        mine = self._of(i)
        known = self._known
        hits = len([word for word in mine if word in known and known[word] > is_prose])
        following = self._of(i + 1) if i + 1 < count else frozenset()
        before, after, alike_before, alike_after = (run[i] for run in self._runs)
        return (
            float(self._same[self._keys[i]]),
            hits / len(mine) if mine else -1.0,
            float(len(mine) - hits),
            float(min(i, 60)),
            float(min(count - 1 - i, 60)),
            float(min(before, 20)),
            float(min(after, 20)),
            float(min(self._before[i], 40)),
            float(min(self._before[-1] - self._before[i + 1], 40)),
            float(min(self._since[i], 40)),
            float(min(self._until[i], 40)),
            *self._shares,
            len(mine & following) / len(mine) if mine else -1.0,
            float(min(self._firsts[self._keys[i].partition(" ")[0]], 20)),
            float(min(alike_before, 20)),
            float(min(alike_after, 20)),
            float(min(count, 200)),
        )


def _runs(flags: Sequence[bool]) -> list[int]:
    """How many true flags stand in a row up to each place."""
    run = 0
    result: list[int] = []
    for flag in flags:
        run = run + 1 if flag else 0
        result.append(run)
    return result


def _distance(flags: Sequence[bool]) -> list[int]:
    """How many places back the last true flag stands, itself not counted; 99 if there is none."""
    last = -99
    result: list[int] = []
    for i, flag in enumerate(flags):
        result.append(min(i - last, 99))
        if flag:
            last = i
    return result
