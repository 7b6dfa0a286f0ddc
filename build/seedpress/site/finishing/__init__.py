"""The finishing of rendered pages, in the order of `STEPS`; a new step is a file and a row here.

It is done on the HTML rather than in templates, so that it works for every engine whose theme has
Material's bones, and the publisher's own template overrides stay untouched. A step changes one
page and knows nothing of the others, so that a page can be finished alone: what it makes depends
on the page's HTML, its `Context` and, if it reads that, the page's own source file.
"""

from collections.abc import Callable

from seedpress.model import Problem
from seedpress.site.finishing.compact import compact
from seedpress.site.finishing.context import Context, Whole, context_of, whole_of
from seedpress.site.finishing.drawer import share_drawer
from seedpress.site.finishing.frame import frame_of, frame_script, frame_style, share_frame
from seedpress.site.finishing.head import lift_head
from seedpress.site.finishing.lean import (
    close_lines,
    defer_scripts,
    drop_contents,
    plain_links,
)
from seedpress.site.finishing.objections import blocked
from seedpress.site.finishing.policy import add_policy
from seedpress.site.finishing.repeated import share_scripts, trim_words
from seedpress.site.finishing.search import MARK, add_assets, add_button, mark_for_index, unmarked
from seedpress.site.finishing.styles import JOINED, joined, share_styles
from seedpress.site.finishing.wall import clean_body, stopped

__all__ = [
    "JOINED",
    "MARK",
    "STEPS",
    "Context",
    "Step",
    "Whole",
    "compact",
    "context_of",
    "finish_page",
    "frame_of",
    "frame_script",
    "frame_style",
    "joined",
    "judge_page",
    "unmarked",
    "whole_of",
]

Step = Callable[[str, Context], str]

STEPS: tuple[tuple[str, Step], ...] = (
    ("what machines read in the head", lift_head),
    ("nothing but our elements in what we wrote", clean_body),
    ("hidden tables of contents", drop_contents),
    ("empty lines around the content", close_lines),
    ("scripts that wait", defer_scripts),
    ("scripts that every page repeats", share_scripts),
    ("words that nothing says", trim_words),
    ("the list of tabs", share_drawer),
    ("what only the theme's scripts need", share_frame),
    ("links of pictures", plain_links),
    ("what the indexer reads", mark_for_index),
    ("the search button", add_button),
    ("script and style of the search", add_assets),
    ("style sheets in one file, tabs without classes", share_styles),
    ("what a browser may load and run", add_policy),
)

# What is wrong with a page, told by the engine's HTML and the finished one.
CHECKS: tuple[Callable[[str, str, Context], Problem | None], ...] = (stopped, blocked)


def finish_page(html: str, context: Context) -> str:
    """The finished page: `html` as the engine rendered it, after every step."""
    for _name, step in STEPS:
        html = step(html, context)
    return html


def judge_page(html: str, done: str, context: Context) -> tuple[Problem, ...]:
    """What the publisher should know of the page `done`, which the engine rendered as `html`."""
    found = (check(html, done, context) for check in CHECKS)
    return tuple(problem for problem in found if problem)
