"""Lines that several articles of one folder share."""

from seedpress.cleaning import clean, line_marks, repeated_lines
from seedpress.model import Seed

FOOT = "The Valley Herald is printed on paper from the valley and read by those who live in it."
WORDS = ("bridge", "ferry", "mill", "school", "harbour")


def article(number: int, folder: str = "news", foot: str = FOOT) -> Seed:
    word = WORDS[number]
    lines = [
        f"Council talks about the {word}",
        f"The council talked for two hours on Tuesday about the {word} and what it will cost.",
        f"A vote on the {word} is planned for May, the mayor said at the end of the meeting.",
        f"Those who live near the {word} may speak before the vote, for three minutes each.",
        foot,
    ]
    return Seed(f"{folder}/{number}.txt", "", "\n".join(lines))


def repeated(seeds: list[Seed]) -> frozenset[str]:
    return repeated_lines((seed.path, line_marks(seed)) for seed in seeds)


def test_a_line_of_three_articles_is_removed():
    seeds = [article(number) for number in range(3)]
    cleaned = clean(seeds[0], repeated(seeds))
    assert FOOT not in cleaned.text
    assert [(gone.line, gone.rule) for gone in cleaned.removed] == [
        (1, "field:title"),
        (5, "repeated"),
    ]


def test_a_line_of_two_articles_stays():
    seeds = [article(number) for number in range(2)]
    assert repeated(seeds) == frozenset()


def test_folders_are_counted_apart():
    seeds = [article(number, folder) for number, folder in enumerate(("a", "b", "c"))]
    assert repeated(seeds) == frozenset()


def test_copies_of_one_story_are_not_residue():
    original = article(0)
    copies = [Seed(f"news/copy{number}.txt", "", original.text) for number in range(4)]
    marks = repeated([original, *copies])
    assert clean(original, marks).text == clean(original).text


def test_a_subhead_that_repeats_stays():
    seeds = []
    for number in range(4):
        seed = article(number, foot="")
        lines = seed.text.strip().split("\n")
        lines.insert(2, "Conclusion")
        seeds.append(Seed(seed.path, "", "\n".join(lines)))
    assert "Conclusion" in clean(seeds[0], repeated(seeds)).text


def test_marks_are_short_and_do_not_depend_on_order():
    seeds = [article(number) for number in range(4)]
    assert all(len(mark) == 12 for mark in line_marks(seeds[0]))
    assert repeated(seeds) == repeated(seeds[::-1])
