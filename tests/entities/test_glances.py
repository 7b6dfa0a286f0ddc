"""What an earlier join saw in an article is what there is to be seen, until a step changes it."""

from seedpress.entities import rules
from seedpress.entities.glances import Glances
from seedpress.entities.placed import Deferred, Placed
from seedpress.entities.within import SAME
from seedpress.model import Look
from seedpress.notes import Notes

MARKS = [b"one mark", b"another"]


def article(*names):
    look = Look("Berg", "person", rules.MID, (0,), (0,) * 4)
    return [Placed(look, name.casefold(), SAME, name) for name in names]


def unseen():
    raise AssertionError("nobody needs to look into it")


def test_a_name_is_told_again_without_a_look_into_the_article():
    notes = Notes()
    articles = [article("Anna Berg", "Kyiv"), article("John Doe")]
    glances = Glances(articles, MARKS, notes)
    found = [glances.at(articles, 0, 1), glances.at(articles, 1, 0)]
    assert found == [("kyiv", "Kyiv"), ("john doe", "John Doe")]
    glances.note()
    deferred = [Deferred(unseen), Deferred(unseen)]
    again = Glances(deferred, MARKS, before := Notes((), notes.now))
    assert [again.at(deferred, 0, 1), again.at(deferred, 1, 0)] == found
    again.note()
    assert not before.changed


def test_an_article_that_a_step_changed_is_looked_into():
    notes = Notes()
    articles = [article("Anna Berg"), article("John Doe")]
    glances = Glances(articles, MARKS, notes)
    glances.at(articles, 0, 0)
    glances.note()
    changed = [article("Kyiv"), articles[1]]
    again = Glances(articles, MARKS, Notes((), notes.now))
    assert again.at(changed, 0, 0) == ("kyiv", "Kyiv")
    assert again.state(changed, 0, b"facts") == b""


def test_of_an_article_without_a_mark_nothing_is_noted():
    notes = Notes()
    articles = [article("Anna Berg")]
    glances = Glances(articles, [b""], notes)
    assert glances.at(articles, 0, 0) == ("anna berg", "Anna Berg")
    glances.tell(glances.state(articles, 0, b"facts"), {})
    glances.note()
    assert not notes.now


def test_what_names_came_to_mean_is_known_by_article_and_facts():
    notes = Notes()
    articles = [article("Anna Berg"), article("John Doe")]
    glances = Glances(articles, MARKS, notes)
    meant = {"berg": ("anna berg", "Anna Berg")}
    assert glances.meant(glances.state(articles, 0, b"facts")) is None
    glances.tell(glances.state(articles, 0, b"facts"), meant)
    glances.tell(glances.state(articles, 1, b"facts"), {})
    glances.note()
    again = Glances(articles, MARKS, Notes((), notes.now))
    asked = [(0, b"facts"), (1, b"facts"), (0, b"others")]
    assert [again.meant(again.state(articles, *one)) for one in asked] == [meant, {}, None]
