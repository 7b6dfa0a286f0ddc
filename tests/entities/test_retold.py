"""What names are of, by what the last join told."""

from dataclasses import dataclass, field

import pytest

from seedpress.entities import retold
from seedpress.entities.lexicon import lexicon
from seedpress.entities.nodes import Node
from seedpress.entities.retold import Kinds
from seedpress.notes import Notes


@dataclass
class _Named:
    name: str
    mentions: int = 1
    votes: dict[str, int] = field(default_factory=dict)
    scores: tuple[float, ...] = (0.0, 0.0, 0.0, 0.0)


def test_a_kind_is_told_anew_only_where_something_else_tells_it(monkeypatch: pytest.MonkeyPatch):
    before = Kinds()
    seen = _Named("Anna Berg", 1, {"person": 1}, (1.5, 0.0, 0.0, 0.0))
    kind = before.of(seen, lexicon())
    notes = Notes()
    notes.put(*before.noted())

    asked = []
    monkeypatch.setattr(retold, "tell", lambda named, *_: asked.append(named) or "other")
    after = Kinds((), notes)
    assert after.of(seen, lexicon()) == kind == "person"
    more = _Named("Anna Berg", 2, {"person": 2}, (3.0, 0.0, 0.0, 0.0))
    assert after.of(more, lexicon()) == after.of(more, lexicon()) == "other"
    assert asked == [more]


def test_what_was_not_asked_for_again_is_forgotten():
    notes = Notes()
    for names in (["Anna Berg", "Kyiv"], ["Kyiv"]):
        kinds = Kinds((), notes)
        for name in names:
            kinds.of(_Named(name), lexicon())
        notes.put(*kinds.noted())
    last = Kinds()
    last.of(_Named("Kyiv"), lexicon())
    assert kinds.noted() == last.noted()


def test_kinds_of_many_are_those_of_each():
    nodes = [
        Node("kyiv", {"Kyiv": 2}, {"Kyiv": 2}, {0}, {"place": 2}, (0, 0, 150, 1), only="Kyiv"),
        Node("anna berg", {"Anna Berg": 1, "Berg": 3}, {"Anna Berg": 1}, {1}, {"person": 1}),
        Node("acme corp", {"Acme Corp": 1}, {"Acme Corp": 1}, {1}, {"other": 1}, (3, 90, 0, 7)),
    ]
    notes, own = Notes(), Kinds()
    for _ in range(2):  # from nothing, and by what was noted
        kinds = Kinds((), notes)
        assert kinds.of_each(nodes, lexicon()) == [own.of(node, lexicon()) for node in nodes]
        notes.put(*kinds.noted())
