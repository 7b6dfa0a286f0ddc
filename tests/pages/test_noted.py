"""What is noted of an entity's articles says of others what working it out would say."""

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedpress.model import Entry, Fields, Mention
from seedpress.notes import digest
from seedpress.pages import cuts, noted
from seedpress.pages.cuts import Lines, Run, runs_of
from seedpress.pages.noted import Noted
from seedpress.pages.shelf import Use
from tests.pages.corpora import Draft, corpus
from tests.records import replace

# Of an article: which one it is, how many mentions it has, who published it.
Said = tuple[int, int, str]
said = st.tuples(st.integers(0, 60), st.integers(0, 14), st.sampled_from(["", "Tide", "Gull"]))
articles = st.lists(said, max_size=40, unique_by=lambda one: one[0])
TEXT = "word " * 60
ENTRY = corpus([Draft("A title", [TEXT])]).entries[0]


@pytest.fixture(scope="module", autouse=True)
def small() -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cuts, "LINES", 9)
        patch.setattr(cuts, "BYTES", 2_600)
        patch.setattr(noted, "MANY", 3)
        patch.setattr(noted, "STRETCH", 3)
        yield


def entry(one: Said) -> Entry:
    article = replace(ENTRY.article, fields=Fields(title="t", source=one[2]))
    return replace(ENTRY, id=f"a{one[0]}", slug=f"{one[1]}", article=article)


def uses(one: Entry) -> Sequence[Use]:
    """Mentions, in two spellings."""
    made = (
        Mention(5 * n, 5 * n + 4, "word" + "s" * (n % 2), "other") for n in range(int(one.slug))
    )
    return [Use(one, mention) for mention in made]


def worked_out(
    every: Sequence[Said], before: bytes = b"", first: int = 1_500
) -> tuple[list[Run], list[list[Use]], dict[str, Counter[str]], list[bytes], bytes]:
    entries = [*map(entry, every)]
    lines = Lines(entries, uses, 40)
    known = Noted(entries, [digest(repr(one).encode()) for one in every], before)
    outlets = {text: Counter(own) for text, own in known.outlets(uses).items()}
    runs = runs_of(lines, first, known.run)
    alone = [known.alone(run, uses) for run in runs]
    return runs, [lines.on(run) for run in runs], outlets, alone, known.note(runs)


@given(articles, articles, st.integers(500, 2_600))
def test_by_notes_or_not_all_is_the_same(before: list[Said], now: list[Said], first: int) -> None:
    *anew, note = worked_out(now, first=first)
    *by_notes, later = worked_out(now, worked_out(before)[-1], first)
    assert by_notes == anew
    assert later == note
    assert [*worked_out(now, note, first)[:-1]] == anew


@given(articles, st.data())
def test_one_article_more(before: list[Said], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(before)))
    now = [*before[:place], (99, data.draw(st.integers(0, 20)), "Tide"), *before[place:]]
    assert worked_out(now, worked_out(before)[-1]) == worked_out(now)


@given(articles)
def test_every_line_stands_once_and_every_outlet_is_counted(every: list[Said]) -> None:
    runs, found, outlets, *_ = worked_out(every)
    entries = [*map(entry, every)]
    assert [use for run in found for use in run] == [use for one in entries for use in uses(one)]
    assert all(len(run) <= cuts.LINES for run in found)
    assert (runs[0].start, runs[-1].end) == ((0, 0), (len(every), 0))
    wanted = Counter(
        (use.mention.text, use.entry.article.fields.source)
        for one in entries
        for use in uses(one)
        if one.article.fields.source
    )
    assert {
        (text, source): n for text, own in outlets.items() for source, n in own.items()
    } == wanted


def test_most_articles_are_not_looked_at_again() -> None:
    every = [(n, 2, "Tide") for n in range(200)]
    note = worked_out(every)[-1]
    looked: list[str] = []

    def seen(one: Entry) -> Sequence[Use]:
        looked.append(one.id)
        return uses(one)

    entries = [entry(one) for one in every if one[0] != 70]
    told = [digest(repr(one).encode()) for one in every if one[0] != 70]
    known = Noted(entries, told, note)
    known.outlets(seen)
    runs_of(Lines(entries, seen, 40), 1_500, known.run)
    assert len(set(looked)) < 30


def test_what_articles_tell_of_the_entity_is_another_where_a_mention_is() -> None:
    every = [(n, 2, "Tide") for n in range(3)]
    others = ([*every[:2], (2, 3, "Tide")], [*every[:2], (2, 2, "Gull")], every[:2], every[::-1])
    found = {b"".join(worked_out(each)[3]) for each in (every, *others)}
    assert len(found) == 5


def test_what_else_articles_tell_is_no_matter_of_the_entity() -> None:
    entries = [entry((n, 2, "Tide")) for n in range(60)]
    run = Run((0, 0), (60, 0), 60)
    one, two = (Noted(entries, [told] * 60, None) for told in (b"one", b"two"))
    assert one.alone(run, uses) == two.alone(run, uses)


def test_a_damaged_note_is_none() -> None:
    every = [(n, 2, "Tide") for n in range(60)]
    assert worked_out(every, b"\xc1 no note") == worked_out(every)
