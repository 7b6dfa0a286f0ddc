"""Bare dates, times and numbers: what a page prints beside an article."""

from seedpress.cleaning.residue.family import Family, phrases

_TIME = r"\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: [a-z]{2,4})?"

FAMILY = Family(
    "counters",
    anywhere=phrases(
        r"(?:first |originally )?(?:last )?(?:published|updated|posted|modified)(?: (?:on|"
        r"at))?:? ?.{0,20}\d{4}.{0,30}",
        r"last updated? .{1,40}ago",
        r"\d+[ -]min(?:ute)?s?[ -](?:listen|read|watch)|lesezeit:? ?(?:ca\. )?\d+ min\w*\.?|"
        r"(?:tiempo de lectura|temps de lecture|tempo di lettura|leestijd|"
        r"czas czytania) ?:? ?\d+ \w+\.?|"
        r"\d+ (?:minut[io]|minutos|minuten|minutes) (?:di lettura|de lectura|de leitura|lesezeit|"
        r"de lecture)",
        r"\d+(?:[.,]\d+)?[km]? (?:views?|likes?|reads?|shares?|hits|votes?|followers)(?: .{0,20})?",
        r"(?:posted )?\d+ (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?) ago(?: by "
        r".{1,40})?",
        r"\d+% of people found this .{1,40}helpful\W*",
        r"click a star to .{1,40}",
        rf"\d{{4}}-\d\d-\d\d {_TIME}",
        r"[\d.]+ ms - .{1,40}",
    ),
    edge=phrases(
        rf"{_TIME}",
        r"[\d\W]{1,12}",
        r"\d+ min(?:ute)?s?(?: read)?",
        r"(?:pub|updat)\w*:? .{0,30}",
        rf".{{0,30}}\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})? {_TIME}.{{0,10}}",
    ),
)
