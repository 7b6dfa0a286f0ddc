"""What is noted of articles that an editor may want to look at is what looking at them says."""

import pytest

from seedpress.model import Article, Entry, Removal, Suspect
from seedpress.pages.looked import looked_at
from tests.pages.corpora import Draft, corpus
from tests.records import replace

DRAFTS = [
    Draft("Plain", ["One word after the other."]),
    Draft("Twin", ["One word after the other."]),
    Draft("Cut", ["Little is left."], removed=[Removal(1, "word " * 40, "menu")]),
]


def known(entry: Entry, origin: str = "") -> Entry:
    """An article of which it is known where its words came from."""
    return replace(entry, origin=(entry.article, origin or entry.id))


@pytest.fixture
def entries() -> list[Entry]:
    made = [known(entry) for entry in corpus(DRAFTS).entries]
    return sorted(made, key=lambda entry: entry.article.fields.title)  # Cut, Plain, Twin


def test_words_tell_what_is_lost_and_who_is_alike(entries: list[Entry]) -> None:
    (cut, plain, twin), _ = looked_at(entries, None)
    assert (cut.lost, plain.lost) == ("93%", None)
    assert plain.outline == twin.outline != cut.outline


def test_what_is_noted_is_not_looked_at_again(entries: list[Entry]) -> None:
    every, note = looked_at(entries, None)

    class Shut(Article):
        @property
        def text(self) -> str:  # type: ignore[override]
            raise AssertionError

        removed = suspects = text  # type: ignore[assignment]

    shut = [replace(each, article=Shut.__new__(Shut)) for each in entries]
    shut = [replace(each, origin=(each.article, each.id)) for each in shut]
    assert looked_at(shut, note) == (every, note)


@pytest.mark.parametrize("before", [b"\xc1", b"", None])
def test_without_a_sound_note_all_is_looked_at(entries: list[Entry], before: bytes | None) -> None:
    assert looked_at(entries, before) == looked_at(entries, None)


def test_another_article_is_looked_at_whatever_is_noted(entries: list[Entry]) -> None:
    _, note = looked_at(entries, None)
    cut, plain, twin = entries
    suspects = (Suspect(1, "Share this", "share"),)
    other = known(replace(cut, article=replace(cut.article, suspects=suspects)), "elsewhere")
    unknown = replace(plain, article=replace(plain.article, text="Other words."), origin=None)
    longer = replace(twin, words=900)
    now = [other, unknown, longer]
    assert looked_at(now, note)[0] == looked_at(now, None)[0]
    assert looked_at(now, note)[0][0].suspected == "1: Share this"
