"""A frame gives what its template gives; a template that does more with words has none."""

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

import jinja2
import pytest
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils import get_relative_url, templates

from seedpress.site.engines.frames import MAIN, Frames

WORDS = ("plain", "a < b & \"c\" 'd' \x02slot content\x03 {{ x }}", "Ünïcode\u2028", " spaces  ")


def context(url: str, title: str = "plain", **more: Any) -> dict[str, Any]:
    """What MkDocs gives a template for a page that stands in no list."""
    page = SimpleNamespace(
        url=url,
        title=title,
        content=f"<h1>{title}</h1>",
        canonical_url=None,
        parent=None,
        previous_page=None,
        is_homepage=False,
        meta={"title": title},
        toc=[AnchorLink("First", "first", 1)],
    )
    page.__dict__.update(more)
    return {
        "nav": [],
        "pages": [],
        "base_url": get_relative_url(".", url),
        "extra_css": [],
        "extra_javascript": [],
        "mkdocs_version": "1",
        "build_date_utc": "today",
        "config": {"site_name": "Site"},
        "page": page,
    }


def environment(text: str) -> jinja2.Environment:
    found = jinja2.Environment(loader=jinja2.DictLoader({MAIN: text}))  # noqa: S701 - as MkDocs
    found.filters["url"] = templates.url_filter
    found.filters["script_tag"] = templates.script_tag_filter
    return found


def by_template(text: str, given: Mapping[str, Any]) -> str:
    return environment(text).get_template(MAIN).render(given)


class Counted:
    """Counts how often a template is rendered."""

    def __init__(self, env: jinja2.Environment, monkeypatch: pytest.MonkeyPatch) -> None:
        self.times = 0
        render = jinja2.Template.render

        def counting(template: jinja2.Template, *given: Any, **named: Any) -> str:
            self.times += 1
            return render(template, *given, **named)

        monkeypatch.setattr(jinja2.Template, "render", counting)
        self.template = Frames(env).get_template(MAIN)

    def __call__(self, given: Mapping[str, Any]) -> tuple[str, int]:
        """What comes out, and how often the template was rendered for that."""
        before = self.times
        return self.template.render(given), self.times - before


FRAMED = {
    "words": "{{ page.meta.title }}|{{ page.content }}|{{ page.meta.title }}",
    "words that may be missing": "{% if page.meta.title %}{{ page.meta.description }}{% endif %}.",
    "words that may be empty": "{% if page.meta.description %}{{ page.title }}{% endif %}.",
    "a default": "{{ page.meta.title | d('none') }} {{ page.meta.author | default('nobody') }}",
    "what they hold": "{% if '<h1' not in page.content %}{{ page.title }}{% endif %}",
    "addresses": "{{ 'articles/' | url }} {{ 'assets/a.js' | script_tag }} {{ base_url }}",
    "where to skip to": "{% if page.toc | first %}{{ (page.toc | first).url | url }}{% endif %}",
    "hidden contents": (
        '<div class="md-sidebar md-sidebar--secondary" hidden>{% if page.toc | first %}'
        "{{ (page.toc | first).title }}{% for h in (page.toc | first).children %}{{ h.title }}"
        '{% endfor %}{% endif %}</div><div class="md-content">{{ page.content }}</div>'
    ),
}
LONG_WAY = {
    "words that are changed": "{{ page.meta.title | upper }}",
    "words that are put together and changed": "{{ ('a ' ~ page.meta.title) | upper }}",
    "words that are left out": "{% set a %}{{ page.title }}{% endset %}b",
    "words that are compared": "{% if page.title == 'plain' %}a{% endif %}",
    "a part of words": "{{ page.title[0] }}",
    "a method of words": "{{ page.title.upper() }}",
    "where the page is": "{{ page.url }}",
    "the day": "{{ build_date_utc }}",
    "all headings": "{% for h in page.toc %}{{ h.title }}{% endfor %}",
    "contents that show": "{% for h in (page.toc | first).children %}{{ h.title }}{% endfor %}",
}


@pytest.mark.parametrize("name", FRAMED)
def test_a_frame_gives_what_its_template_gives(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered = Counted(environment(FRAMED[name]), monkeypatch)
    rendered(context("articles/first/"))
    for number, words in enumerate(WORDS):
        given = context(f"articles/{number}/", words)
        assert rendered(given) == (by_template(FRAMED[name], given), 0)


@pytest.mark.parametrize("name", LONG_WAY)
def test_what_does_more_with_words_takes_the_long_way(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered = Counted(environment(LONG_WAY[name]), monkeypatch)
    rendered(context("articles/first/"))
    for number, words in enumerate(WORDS):
        below = AnchorLink("First", "first", 1)
        below.children.append(AnchorLink(f"{number}", "below", 2))
        given = context(f"articles/{number}/", words, toc=[below])
        found, times = rendered(given)
        assert found == by_template(LONG_WAY[name], given)
        assert times > 0


EVERYTHING = " ".join(FRAMED.values())
OTHERS: dict[str, dict[str, Any]] = {
    "no title": {"meta": {}},
    "a title that is no text": {"meta": {"title": 1893}},
    "a description": {"meta": {"title": "a", "description": "b"}},
    "an empty one": {"meta": {"title": "a", "description": ""}},
    "something at its head": {"meta": {"title": "a", "author": "b"}},
    "nothing at its head for something": {"meta": {"title": "a", "author": None}},
    "a number at its head": {"meta": {"title": "a", "author": 1}},
    "a truth at its head": {"meta": {"title": "a", "author": True}},
    "no heading": {"toc": []},
    "a tag in a heading": {"toc": [AnchorLink("<b>", "first", 1)]},
    "a strange anchor": {"toc": [AnchorLink("First", "a\\b", 1)]},
    "no title in its content": {"content": "<p>"},
    "an address": {"canonical_url": "https://a.example/"},
}


@pytest.mark.parametrize("name", OTHERS)
def test_a_page_of_another_kind_has_another_frame(name: str) -> None:
    template = Frames(environment(EVERYTHING)).get_template(MAIN)
    for more in ({}, *OTHERS.values(), OTHERS[name], {}, OTHERS[name]):
        given = context("articles/first/", **more)
        assert template.render(given) == by_template(EVERYTHING, given)


@pytest.mark.parametrize(
    "url",
    [
        "articles/b/",
        "articles/articles/",
        "entities/b/",
        "b/",
        "articles/b/2/",
        "b/articles/",
        "b.html",
    ],
)
def test_addresses_are_those_of_the_page(url: str) -> None:
    text = "{{ 'articles/' | url }} {{ 'articles/a/2/' | url }} {{ 'b/' | url }} {{ '#x' | url }}"
    template = Frames(environment(text)).get_template(MAIN)
    for other in ("articles/a/", "articles/a/1/", "a/", "a.html", "entities/a/", url):
        given = context(other)
        assert template.render(given) == by_template(text, given)


def test_a_page_that_stands_in_a_list_takes_the_long_way(monkeypatch: pytest.MonkeyPatch) -> None:
    rendered = Counted(environment("{{ page.content }}"), monkeypatch)
    for _ in range(3):
        _, times = rendered(context("articles/first/", parent=SimpleNamespace()))
        assert times == 1


def test_the_templates_filters_are_as_they_were() -> None:
    env = environment("{{ page.title | upper }}")
    before = dict(env.filters), dict(env.tests)
    Frames(env).get_template(MAIN).render(context("a/"))
    assert (env.filters, env.tests) == before
