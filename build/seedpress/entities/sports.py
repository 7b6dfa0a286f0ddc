"""Which sport an article reports, and which names in it stand in lines of results.

Agencies call teams by their towns. `Leeds 1 Newcastle 2` and `BOSTON 72 69 .511` are of teams.
"""

import re
from collections import Counter
from collections.abc import Sequence

from seedpress.entities.gazetteer import COUNTRY, place_kind
from seedpress.entities.tokens import Token, is_capitalised, key
from seedpress.entities.usual_names import usual_names
from seedpress.model import Article

_SPORT = re.compile(
    r"\b(?:(soccer|baseball|basketball|hockey|football|rugby|cricket)\b|(NFL|NBA|NHL)\b)",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"\b(?P<soccer>Premier League|Champions League|UEFA|FIFA|Bundesliga|Serie A|La Liga|FA Cup"
    r"|European Cup)\b|\b(?P<baseball>(?:American|National) League(?! (?:for|of)\b)|World Series"
    r"|Major League|[Hh]ome runs?|AMERICAN LEAGUE|NATIONAL LEAGUE)\b"
    r"|\b(?P<cricket>the Ashes|Test (?:match|series))\b|\b(?P<hockey>Stanley Cup)\b"
    r"|\b(?P<football>Super Bowl|touchdowns?)\b"
)
_WEAK = {
    "soccer": "goalkeeper striker midfielder defender midfield halftime stoppage offside penalty",
    "baseball": "inning innings pitcher homer homers shutout bullpen pitched singled doubled",
    "basketball": "rebounds rebound three-pointer playoffs dunk points",
    "football": "touchdown touchdowns quarterback yards interception interceptions fumble",
    "cricket": "wicket wickets wicketkeeper batsman batsmen bowler bowlers spinner overs unbeaten"
    " innings lbw",
    "rugby": "scrum scrums try tries prop flanker fly-half fullback lineout maul ruck winger",
    "hockey": "puck goalie goaltender rink power-play",
}
_CUES = {word: sport for sport, words in _WEAK.items() for word in words.split()}
_READ, _ENOUGH = 3000, 3  # characters that are read, and different cues that tell a sport
_LEAGUES = {"nfl": "football", "nba": "basketball", "nhl": "hockey"}
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?")
_SHOWN = 4  # blocks that may say which sport it is
_STANDINGS = 5  # numbers in a row after a team's name; four are a golfer's rounds
_LONGEST = 4  # words of an opponent's name
_MEETING = frozenset(
    "against v v. vs versus between beat beating defeated defeating thrashed hold "
    "held edge edged".split()
)
_OPPOSED = frozenset("beat beats beating meet meets faces thrashed edged v against".split())
_AFTER_RESULT = frozenset("over past with by to for".split())  # win over, lost to
_RESULT = frozenset(
    "lost lose win wins won victory defeat defeats draw drew match test game beaten losing led"
    " triumph played friendly qualifier scored".split()
)
_NATIONS = frozenset({"England", "Scotland", "Wales", "Northern Ireland", "West Indies", "Taiwan"})
_PLACING = frozenset("in at from near across of throughout".split())
_PLAYING = frozenset(
    "v v. vs first second beat beats drew draw lost lose won win wins play plays "
    "played face faces faced scored led trail trailed qualified hold held edge edged "
    "thrash thrashed host captain coach manager striker midfielder defender "
    "goalkeeper skipper squad winger lock prop fullback".split()
)
_AGAINST = frozenset({"v", "vs", "vs.", "at", "AT", "V"})


def sport_of(article: Article) -> str:
    """The team sport that the article's first lines or its words name, else nothing."""
    title = "" if article.title_made else article.fields.title
    shown = " ".join((title, *(block.text[:200] for block in article.blocks[:_SHOWN])))
    found = _SPORT.search(shown)
    if found:
        return _LEAGUES.get(found[0].lower(), found[0].lower())
    strong = _STRONG.search(shown)
    return (strong.lastgroup or "") if strong else _by_cues(article.text[:_READ])


def _by_cues(text: str) -> str:
    """The sport whose own words the text has, several of them."""
    seen = {word for word in _WORD.findall(text) if word in _CUES}
    counts = Counter(_CUES[word] for word in seen).most_common(2)
    clear = counts and (len(counts) == 1 or counts[0][1] > counts[1][1])
    return counts[0][0] if clear and counts[0][1] >= _ENOUGH else ""


def is_result(words: Sequence[Token], first: int, last: int) -> bool:
    """Whether tokens `first` to `last` (exclusive) are a team in a line of results."""
    last = _after_country(words, last)
    after = [word.text for word in words[last : last + _STANDINGS + 1]]
    numbers = 0
    while numbers < len(after) and _is_number(after[numbers]):
        numbers += 1
    if numbers >= _STANDINGS or (numbers == 2 and after[2:3] == ["."]):
        return True
    if numbers and first and _is_number(words[first - 1].text):
        return _has_opponent(words, first - 2, -1)
    if numbers == 1 and (first == 0 or _is_number(words[first - 1].text)):
        return _has_opponent(words, last + 1, 1)
    return _is_fixture(words, first, last)


def is_score(words: Sequence[Token], last: int) -> bool:
    """Whether a number as of goals follows token `last`, and no words that it counts."""
    last = _after_country(words, last)
    if last >= len(words) or not _is_number(words[last].text):
        return False
    beyond = words[last + 1].text if last + 1 < len(words) else "."
    return is_capitalised(beyond) or beyond in ".;,("


def is_nation(name: str) -> bool:
    """Whether `name` is of a country, or of one of those that play without being a state."""
    known = name.title() if name.isupper() else name
    usual = usual_names().get(key(name))  # Korea Republic
    return COUNTRY in (place_kind(name), place_kind(usual.name if usual else name)) or (
        known in _NATIONS
    )


def is_nation_playing(words: Sequence[Token], first: int, last: int) -> bool:
    """Whether tokens `first` to `last` (exclusive), a country's name, stand for its team."""
    before = words[first - 1].text.lower() if first else ""
    after = words[last].text.lower() if last < len(words) else ""
    if after in ("'s", "’s"):
        return False
    if after == "and" and last + 2 < len(words):  # Poland and Germany drew
        return words[last + 1].text[0].isupper() and words[last + 2].text in _PLAYING
    if before in _AFTER_RESULT and first > 1 and words[first - 2].text.lower() in _RESULT:
        return True
    if before == "and" and first > 2 and words[first - 3].text == "between":
        return True
    return before in _MEETING or before == "past" or (after in _PLAYING and before not in _PLACING)


def is_opponent(words: Sequence[Token], first: int) -> bool:
    """Whether the word before token `first` shows that a town is a team: `meet Houston`."""
    return first > 0 and words[first - 1].text in _OPPOSED


def is_placed(words: Sequence[Token], first: int) -> bool:
    """Whether what stands before token `first` shows a place: `Kukoc of Croatia`, `in Chicago`."""
    before = words[first - 1].text if first else ""
    if before == "of":
        return first > 1 and is_capitalised(words[first - 2].text)
    return before in ("in", "In", "At")


def is_host(words: Sequence[Token], last: int) -> bool:
    """Whether the country before token `last` has an event: `South Africa, host of the games`."""
    after = [word.text for word in words[last : last + 3]]
    return after[:1] == [","] and after[1:3] in (["host", "of"], ["hosts", "of"])


def is_home(words: Sequence[Token], last: int) -> bool:
    """Whether somebody is of the country before token `last`: `Germany's Johannes Vetter won`."""
    after = [word.text for word in words[last : last + 2]]
    return after[:1] in (["'s"], ["’s"]) and len(after) > 1 and is_capitalised(after[1])


def in_brackets(words: Sequence[Token], first: int, last: int) -> bool:
    """Whether tokens `first` to `last` (exclusive) stand in brackets alone: `(France)`."""
    opened = first > 0 and words[first - 1].text == "("
    return opened and last < len(words) and words[last].text == ")"


def _after_country(words: Sequence[Token], last: int) -> int:
    """The token after a country in brackets: `Halmstad (Sweden) 0`."""
    if last < len(words) and words[last].text == "(":
        for end in range(last + 2, min(last + 5, len(words))):
            if words[end].text == ")":
                return end + 1
    return last


def _has_opponent(words: Sequence[Token], i: int, step: int) -> bool:
    """Whether a capitalised name stands at token `i`, reading by `step`, and ends as one would."""
    here = i
    while 0 <= here < len(words) and abs(here - i) < _LONGEST and is_capitalised(words[here].text):
        here += step
    if here == i:
        return False
    inside = 0 <= here < len(words)
    if step < 0:
        return not inside or _is_number(words[here].text)
    return inside and _is_number(words[here].text)


def _is_fixture(words: Sequence[Token], first: int, last: int) -> bool:
    """Whether the line is no more than two names with `v` or `at` between them."""
    if len(words) > 2 * _LONGEST:
        return False
    if last - first == len(words):
        return any(word.text == "AT" for word in words[1:-1])
    if first == 0 and last + 1 < len(words) and words[last].text in _AGAINST:
        return all(is_capitalised(w.text) for w in words[last + 1 :])
    if last == len(words) and first > 1 and words[first - 1].text in _AGAINST:
        return all(is_capitalised(w.text) for w in words[: first - 1])
    return False


def _is_number(word: str) -> bool:
    return word.isdigit() and len(word) <= 3
