"""Mentions that look alike, taken together and apart."""

from hypothesis import given
from hypothesis import strategies as st

from seedpress.entities import rules
from seedpress.entities.looks import added_up, cut, looks, mentions_of, part, starts
from seedpress.entities.placed import Placed, divided
from seedpress.entities.typer import hundredths, packed
from seedpress.entities.within import SAME, SHORT
from seedpress.model import Mention, Names

TEXTS = ("Anna Berg", "Berg", "Kyiv")
AROUND = ((), (0.1, 0.2, 0.3, -0.4), (-1.5, 2.25, 0.0, 0.1))


@st.composite
def names(draw):
    """Some mentions in the title and in the text, and what is known of them."""
    mentions = []
    scores = []
    for start in range(0, 20 * draw(st.integers(0, 12)), 20):
        text = draw(st.sampled_from(TEXTS))
        kind = draw(st.sampled_from(("person", "place")))
        rule = draw(st.sampled_from((rules.MID, rules.START)))
        mentions.append(Mention(start, start + len(text), text, kind, start < 60, rule))
        scores.append(draw(st.sampled_from(AROUND)))
    around = packed(scores)
    found = Names(looks=looks(mentions, around), starts=starts(mentions), scores=around)
    return mentions, found


@given(names())
def test_mentions_come_out_of_their_looks_as_they_went_in(case):
    mentions, found = case
    assert mentions_of(found) == mentions
    assert len({(look.text, look.kind, look.rule) for look in found.looks}) == len(found.looks)


@given(names())
def test_what_places_say_adds_up(case):
    _, found = case
    said = hundredths(found.scores)
    for look in found.looks:
        parts = [part(look, [number], found).said for number in look.numbers]
        assert look.said == tuple(map(sum, zip(*parts, strict=True)))
        assert look.said == added_up(look.numbers, said)


@given(names(), st.sets(st.integers(0, 11)))
def test_what_means_another_thing_here_and_there_is_divided(case, moved):
    mentions, found = case
    placed = [Placed(look, look.text.casefold(), SAME, look.text) for look in found.looks]
    other = divided(
        placed, lambda each, n: each.meaning("Berg Bank", SHORT) if n in moved else each, found
    )
    meant = {n: each.full for each in other for n in each.look.numbers}
    assert meant == {
        n: "Berg Bank" if n in moved else mention.text for n, mention in enumerate(mentions)
    }
    firsts = [each.look.numbers[0] for each in other]
    assert firsts == sorted(firsts)
    totals = [sum(each.look.said[0] for each in every) for every in (placed, other)]
    assert totals[0] == totals[1]


def test_a_cut_look_knows_how_much_stands_before_it():
    mentions = [Mention(5, 20, "Doctors of Kyiv", "other", False, rules.MID)]
    (look,) = looks(mentions, packed([()]))
    again = cut(cut(look, 8, 15), 3, 7)
    assert (again.text, again.skipped, again.numbers) == ("Kyiv", 11, (0,))
