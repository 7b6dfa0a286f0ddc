"""What the theme writes and nobody needs is taken out of a page; nothing else is."""

import pytest

from seedpress.settings import Settings
from seedpress.site.finishing import Context, Whole
from seedpress.site.finishing.lean import (
    close_lines,
    defer_scripts,
    drop_contents,
    plain_links,
)

CONTEXT = Context(Whole(Settings()), "a/index.html")
CONTENTS = '<div class="md-sidebar md-sidebar--secondary" data-md-type="toc"{}><ul></ul></div>\n'
CONTENT = '<div class="md-content"><p>{}</p></div>'


def test_a_hidden_table_of_contents_goes_and_a_shown_one_stays() -> None:
    shown = CONTENTS.format("") + CONTENT
    assert drop_contents(shown, CONTEXT) == shown
    for way in (" hidden", ' hidden=""'):
        assert drop_contents(f"<b>{CONTENTS.format(way)}{CONTENT}", CONTEXT) == f"<b>{CONTENT}"


def test_a_page_of_another_theme_stays_whole() -> None:
    assert drop_contents(CONTENTS.format(" hidden"), CONTEXT) == CONTENTS.format(" hidden")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<script src="a.js"></script>', '<script src="a.js" defer></script>'),
        ('<script src="https://x.example/a.js"></script>', None),
        ('<script src="//x.example/a.js"></script>', None),
        ('<script type="module" src="a.js"></script>', None),
        ("<script>a()</script>", None),
    ],
)
def test_scripts_of_the_site_wait(before: str, after: str | None) -> None:
    assert defer_scripts(before, CONTEXT) == (after or before)


def test_links_of_pictures_are_those_that_crawlers_know() -> None:
    assert plain_links('<a xlink:href="b/"><text>', CONTEXT) == '<a href="b/"><text>'
    assert plain_links("<p>xlink:href</p>", CONTEXT) == "<p>xlink:href</p>"


ARTICLE = '<article class="md-content__inner md-typeset">{}</article>'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "<nav>\n  \n\n  <a>Home</a>  <a>About</a>\n\n</nav>",
            "<nav>\n<a>Home</a> <a>About</a>\n</nav>",
        ),
        ("<p>a b\nc</p>", None),
        ("<pre>a  b\n\n</pre>", None),
        ("<script>a  =  1\n\n</script>", None),
        ("<textarea>\n\n  a</textarea>", None),
        ("<!-- a  b -->", None),
        ('<a title="a  b > c  d">x</a>', None),
        ("<a title='a  \"b'>x</a>", None),
        (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>',
            '<svg viewBox="0 0 1 1"></svg>',
        ),
    ],
)
def test_lines_around_the_content_close_up(before: str, after: str | None) -> None:
    after = after or before
    content = "<p>a  b</p>\n\n<p>c</p>"
    page = f"{before}{ARTICLE.format(f'{chr(10)}  {content}  ')}{before}"
    assert close_lines(page, CONTEXT) == f"{after}{ARTICLE.format(f'{content}{chr(10)}')}{after}"


def test_a_page_without_our_content_keeps_its_lines() -> None:
    assert close_lines("<p>a  b</p>\n\n", CONTEXT) == "<p>a  b</p>\n\n"
