"""Whole builds of real seeds, read back page by page."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import yaml

from seedpress.names import slug

WORD = re.compile(r"\w+")


class Reader(HTMLParser):
    """The words, ids and links of one HTML page's content."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.hidden = 0
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.hidden += tag in ("script", "style")
        if attributes.get("id"):
            self.ids.add(attributes["id"])
        if tag == "a" and attributes.get("href"):
            self.links.append(attributes["href"])

    def handle_endtag(self, tag):
        self.hidden -= tag in ("script", "style")

    def handle_data(self, data):
        if not self.hidden:
            self.words += WORD.findall(data)


def records(project, name):
    lines = (project.site / "data" / name).read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def page(project, url):
    return (project.site / url / "index.html").read_text("utf-8")


@pytest.fixture(params=["sample", "real"])
def built(request):
    return request.getfixturevalue(request.param)


def test_every_seed_is_an_article_with_its_words_on_its_page(built):
    articles = records(built, "articles.jsonl")
    seeds = {
        p.relative_to(built.root / "seeds").as_posix()
        for p in (built.root / "seeds").rglob("*")
        if p.is_file() and p.name != "authority.yml"
    }
    assert {a["seed"] for a in articles} == seeds
    for article in articles:
        shown = " ".join(Reader(page(built, article["url"])).words)
        title = article["title"] or article["made_title"]
        wanted = WORD.findall(f"{title} {article['text']}")
        missing = [w for w in wanted if w not in shown]
        assert not missing, article["seed"]


def test_every_removed_line_is_told_on_the_page(built):
    articles = records(built, "articles.jsonl")
    assert any(a["removed"] for a in articles)
    for article in articles:
        shown = " ".join(Reader(page(built, article["url"])).words)
        for removal in article["removed"]:
            assert " ".join(WORD.findall(removal["text"])) in shown, removal


def test_offsets_give_their_text(built):
    for article in records(built, "articles.jsonl"):
        for mention in article["mentions"]:
            found = article["text"][mention["start"] : mention["end"]]
            assert found == mention["text"]
        for mention in article["title_mentions"]:
            assert article["title"][mention["start"] : mention["end"]] == mention["text"]
        for block in article["blocks"]:
            assert article["text"][block["start"] :].startswith(block["text"])
        assert article["text"] == "\n\n".join(b["text"] for b in article["blocks"])


def test_articles_and_entities_agree(built):
    articles = {a["id"]: a for a in records(built, "articles.jsonl")}
    entities = {e["id"]: e for e in records(built, "entities.jsonl")}
    named = {}
    for identity, article in articles.items():
        for mention in article["mentions"] + article["title_mentions"]:
            named.setdefault(mention["entity"], []).append(identity)
    assert set(named) == set(entities)
    for identity, entity in entities.items():
        assert entity["articles"] == sorted(set(named[identity]))
        assert entity["mentions"] == len(named[identity])
        assert sum(alias["count"] for alias in entity["aliases"]) == entity["mentions"]


def test_every_link_and_anchor_leads_somewhere(built):
    pages = {p.resolve(): Reader(p.read_text("utf-8")) for p in built.site.rglob("*.html")}
    dead = []
    for path, reader in pages.items():
        if path.name == "404.html":
            continue
        for link in reader.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if target.is_dir():
                target = target / "index.html"
            known = pages.get(target)
            if known is None and not target.is_file():
                dead.append((path.name, link))
            elif known and parts.fragment and unquote(parts.fragment) not in known.ids:
                dead.append((str(path), link))
    assert not dead


def test_every_page_has_front_matter_of_allowed_keys(built):
    made = (built.docs / ".seedpress-pages").read_text("utf-8").splitlines()
    assert any(name.startswith("entities/") for name in made)
    for name in made:
        if name.endswith(".md"):
            text = (built.docs / name).read_text("utf-8")
            front = yaml.safe_load(text.split("\n---\n")[0].removeprefix("---\n"))
            assert "title" in front, name
            assert set(front) <= {"title", "description", "search", "hide", "lang"}, name


@pytest.mark.parametrize(
    ("name", "spellings", "articles"),
    [
        ("Vladimir Putin", {"Putin", "Vladimir Putin"}, 5),
        ("Donald Trump", {"Trump", "Donald Trump"}, 5),
        ("Zelensky", {"Zelensky", "Zelenskyy"}, 4),
        ("Witkoff", {"Steve Witkoff", "Steven Witkoff", "Witkoff"}, 4),
        ("Ukraine", {"Ukraine"}, 5),
        ("Russia", {"Russia"}, 5),
        ("United States", {"U.S."}, 5),
        ("Kursk", {"Kursk"}, 5),
        ("Kyiv", {"Kyiv", "Kiev"}, 4),
        ("NATO", {"NATO"}, 3),
        ("Kremlin", {"Kremlin"}, 5),
    ],
)
def test_the_real_seeds_have_one_page_for_each(real, name, spellings, articles):
    with_page = [e for e in records(real, "entities.jsonl") if e["url"]]
    (entity,) = [e for e in with_page if spellings & {a["text"] for a in e["aliases"]}]
    assert name in entity["name"]
    assert spellings <= {a["text"] for a in entity["aliases"]}
    assert len(entity["articles"]) == articles
    shown = page(real, entity["url"])
    assert all(spelling in shown for spelling in spellings)


def test_related_articles_say_through_what(built):
    articles = {a["id"]: a for a in records(built, "articles.jsonl")}
    for article in articles.values():
        assert article["related"]
        links = Reader(page(built, article["url"])).links
        for related in article["related"]:
            assert related["entities"] or related["keywords"]
            assert any(articles[related["id"]]["slug"] in link for link in links)


def test_no_page_names_another_host(built):
    for path in [*built.site.rglob("*.html"), *built.site.rglob("*.css")]:
        text = path.read_text("utf-8")
        loads = re.findall(r"""(?:src|srcset|poster)=["']?(https?:)?//""", text)
        styles = re.findall(r"""<link[^>]+href=["']?(?:https?:)?//[^>]+""", text)
        assert not loads, path
        assert not [s for s in styles if "canonical" not in s], path
        assert not re.findall(r"url\(['\"]?(?:https?:)?//", text), path


def test_output_names_no_place_of_this_machine(built):
    here = str(built.root).encode()
    for folder in (built.docs, built.site):
        for path in folder.rglob("*"):
            if path.is_file():
                assert here not in path.read_bytes(), path


def test_slugs_of_articles_come_from_their_titles(built):
    for article in records(built, "articles.jsonl"):
        assert article["slug"].startswith(slug(article["title"] or article["made_title"]))
        assert Path(built.docs / "articles" / f"{article['slug']}.md").is_file()


def test_a_keyword_that_is_a_name_leads_to_the_entity(built):
    entities = {e["id"]: e for e in records(built, "entities.jsonl")}
    seen = 0
    for keyword in records(built, "keywords.jsonl"):
        entity = entities.get(keyword["entity"])
        if entity and entity["url"]:
            seen += 1
            assert keyword["url"] == entity["url"]
            assert not (built.docs / "keywords" / f"{keyword['slug']}.md").exists()
        else:
            assert (built.docs / "keywords" / f"{keyword['slug']}.md").is_file()
    assert seen
