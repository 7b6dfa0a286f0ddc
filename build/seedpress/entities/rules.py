"""How a candidate was found, in the words that an editor reads; resolution reads them too."""

MID = "capitalised within a sentence"
START = "begins a sentence"
HEADLINE = "in a headline"
CAPITALS = "in a line of capitals"
ROLE = "after a title or office"
CODE = "written in capitals"
FORM = "has the form of a name"
SIDE = "half of a country that the article names"
MONTH = "surname that is a month's name too"
MODEL = "found by the language model"
ALL = (MID, START, HEADLINE, CAPITALS, ROLE, CODE, FORM, SIDE, MONTH, MODEL)
