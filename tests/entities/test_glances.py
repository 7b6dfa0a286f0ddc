"""What an earlier join saw in an article is what there is to be seen, until a step changes it."""

from seedpress.entities import rules
from seedpress.entities.bearers import BEARER
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


def changing(article):
    """A step that gives the first name of an article another meaning."""
    first, *others = article
    return [first.meaning("Anna Maria Berg", BEARER), *others]


def test_an_article_that_a_step_changed_is_looked_into():
    notes = Notes()
    articles = [article("Anna Berg"), article("John Doe")]
    glances = Glances(articles, MARKS, notes)
    glances.at(articles, 0, 0)
    glances.note()
    changed = [article("Kyiv"), articles[1]]
    again = Glances(articles, MARKS, Notes((), notes.now))
    assert again.at(changed, 0, 0) == ("kyiv", "Kyiv")
    # Nobody knows what tells it, so the step is taken, and nothing is kept.
    assert again.after(changed, 0, b"facts", lambda: changed[1]) is changed[1]


def test_of_an_article_without_a_mark_nothing_is_noted():
    notes = Notes()
    articles = [article("Anna Berg")]
    glances = Glances(articles, [b""], notes)
    assert glances.at(articles, 0, 0) == ("anna berg", "Anna Berg")
    assert glances.after(articles, 0, b"facts", lambda: articles[0]) is articles[0]
    glances.note()
    assert not notes.now


def test_what_comes_of_a_step_is_known_by_article_and_facts():
    notes = Notes()
    articles = [article("Anna Berg"), article("John Doe")]
    glances = Glances(articles, MARKS, notes)
    changed = glances.after(articles, 0, b"facts", lambda: changing(articles[0]))
    assert [*changed] == changing(articles[0])
    assert glances.after(articles, 1, b"facts", lambda: articles[1]) is articles[1]
    glances.note()
    deferred = [Deferred(lambda: articles[0]), Deferred(unseen)]
    again = Glances(deferred, MARKS, before := Notes((), notes.now))
    later = again.after(deferred, 0, b"facts", lambda: changing(deferred[0]))
    assert again.after(deferred, 1, b"facts", unseen) is deferred[1]
    assert later.mark == changed.mark
    assert later.mark
    assert deferred[0]._made is None
    assert [*later] == [*changed]
    again.note()
    assert not before.changed


def test_by_other_facts_a_step_is_taken_again():
    notes = Notes()
    articles = [article("Anna Berg")]
    glances = Glances(articles, MARKS, notes)
    first = glances.after(articles, 0, b"facts", lambda: changing(articles[0]))
    glances.note()
    again = Glances(articles, MARKS, Notes((), notes.now))
    assert again.after(articles, 0, b"others", lambda: articles[0]) is articles[0]
    # What comes out tells it, and not what it was worked out from.
    assert again.after(articles, 0, b"third", lambda: changing(articles[0])).mark == first.mark


def test_steps_one_after_the_other_are_known_too():
    notes = Notes()
    articles = [article("Anna Berg", "Kyiv")]
    glances = Glances(articles, MARKS, notes)
    first = [glances.after(articles, 0, b"one", lambda: changing(articles[0]))]
    second = [glances.after(first, 0, b"two", lambda: [*first[0]][::-1])]
    name = glances.at(second, 0, 0)
    glances.note()
    deferred = [Deferred(unseen)]
    again = Glances(deferred, MARKS, Notes((), notes.now))
    one = [again.after(deferred, 0, b"one", unseen)]
    two = [again.after(one, 0, b"two", unseen)]
    assert again.at(two, 0, 0) == name == ("kyiv", "Kyiv")
    assert two[0].mark == second[0].mark
    assert two[0].mark != one[0].mark
