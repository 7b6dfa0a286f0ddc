"""The second wall stops what our templates never write, and lets all that they write pass."""

from dataclasses import replace

import markdown
import pytest

from seedpress.errors import SettingsError
from seedpress.settings import PolicySettings, Settings
from seedpress.site.finishing import Context, Whole, finish_page, judge_page
from seedpress.site.finishing.wall import clean_body, marks_of, stopped
from tests.hostile.payloads import Payload, payloads
from tests.hostile.test_markup import ROOT, TAME, build, front_and_body, pages

ARTICLE = '<article class="md-content__inner md-typeset">'
PAGE = f"<head></head><body>{ARTICLE}{{}}</article></body>"
SOURCE = "articles/x.md"


def context(settings: Settings | None = None, source: str = SOURCE) -> Context:
    whole = Whole(settings or Settings(), generated=frozenset({SOURCE, "search.md"}))
    return Context(whole, "articles/x/index.html", source)


def passed(body: str, settings: Settings | None = None) -> str:
    done = clean_body(PAGE.format(body), context(settings))
    return done.removeprefix(f"<head></head><body>{ARTICLE}").removesuffix("</article></body>")


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every kind of page that we write, as Python-Markdown renders it."""
    engine = markdown.Markdown(extensions=["md_in_html", "toc", "tables", "fenced_code"])
    found = {}
    chosen = tuple(Payload(f"tame-{n}", text) for n, text in enumerate(TAME * 4))
    many = build(tmp_path_factory.mktemp("many") / "corpus", chosen)
    samples = build(tmp_path_factory.mktemp("samples") / "corpus", (), ROOT / "seeds")
    for built in (many, samples):
        for page in pages(built.docs):
            engine.reset()
            body = engine.convert(front_and_body(page)[1])
            found[f"{built.root.parent.name}/{page.relative_to(built.docs).as_posix()}"] = body
    return found


@pytest.mark.slow
def test_all_that_our_templates_write_passes(generated: dict[str, str]) -> None:
    """A new element or attribute belongs into the lists of `site/finishing/wall.py`."""
    assert len(generated) > 150
    for path, body in generated.items():
        if path.endswith("/search.md"):
            continue
        done = passed(body)
        gone = marks_of(body) - marks_of(done)
        refresh = {name for name in gone if "refresh" in name or name in ("<meta>", "content")}
        assert set(gone) <= refresh, f"{path}: the wall stops {sorted(gone)}"
        assert not marks_of(done) - marks_of(body), path


@pytest.mark.slow
def test_the_wall_is_not_noticed_by_what_it_has_passed(generated: dict[str, str]) -> None:
    for path, body in generated.items():
        done = passed(body)
        assert passed(done) == done, path


def test_a_picture_keeps_the_case_of_its_attributes() -> None:
    picture = (
        '<figure class="sp-chart"><svg role="img" preserveAspectRatio="none" viewBox="0 0 9 9">'
        '<g><a href="../x/"><rect x="1" y="2" width="3" height="4"><title>A &lt;b&gt;</title>'
        '</rect><text x="1" font-size="4">b</text></a></g></svg></figure>'
    )
    assert passed(picture) == picture


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("<p>a</p><script>alert(1)</script><p>b</p>", "<p>a</p><p>b</p>"),
        ("<p onclick=alert(1)>a</p>", "<p>a</p>"),
        ('<p style="color:red">a</p>', "<p>a</p>"),
        ('<a href="javascript:alert(1)">a</a>', "<a>a</a>"),
        ('<a href=" java\nscript:alert(1)">a</a>', "<a>a</a>"),
        ('<a href="data:text/html,x">a</a>', "<a>a</a>"),
        ('<a href="https://x.example/">a</a>', '<a href="https://x.example/">a</a>'),
        ('<a href="../y/#p1">a</a>', '<a href="../y/#p1">a</a>'),
        ("<img src=x onerror=alert(1)>", ""),
        ("<iframe srcdoc=x></iframe><object></object><embed>", ""),
        ("<form action=x><button>a</button></form>", "a"),
        ('<svg><a xlink:href="javascript:1"></a></svg>', "<svg><a></a></svg>"),
        ("<svg><title><img src=x></title></svg>", "<svg><title></title></svg>"),
        ("<svg><script>1</script><animate/><use/></svg>", "<svg></svg>"),
        ("<math><mi>a</mi></math>b", "b"),
        ('<pre class="mermaid">a</pre>', "<pre>a</pre>"),
        ('<p class="sp-a mermaid">a</p>', "<p>a</p>"),
        ('<p id="__config">a</p><a id="__skip"></a>', '<p>a</p><a id="__skip"></a>'),
        ('<p data-md-component="x" data-card="y">a</p>', '<p data-card="y">a</p>'),
        ("<!-- a --><p>b</p>", "<p>b</p>"),
        ('<base href="//x"><link rel=x><meta name=x>a', "a"),
        ('<meta http-equiv="refresh" content="0; url=https://x.example/">a', "a"),
        ('<meta http-equiv="refresh" content="0; url=//x.example/">a', "a"),
        ('a<meta http-equiv="refresh" content="0; url=../y/">', "a"),
        ('<script type="application/ld+json">{}</script>a', "a"),
        ("</article><script>alert(1)</script>", ""),
        ('<noscript><p title="</noscript><img src=x>">a', '&lt;p title=""&gt;a'),
    ],
)  # fmt: skip
def test_what_no_page_of_ours_holds(body: str, left: str) -> None:
    assert passed(body) == left


@pytest.mark.parametrize("around", ["{}", "<p>{}</p>"])  # Python-Markdown takes it for text
def test_a_way_on_goes_into_the_head(around: str) -> None:
    refresh = '<meta http-equiv="refresh" content="0; url=../../entities/y/">'
    page = PAGE.format(f"\n{around.format(refresh)}<p>a</p>")
    done = clean_body(page, context())
    assert done == f"<head>{refresh}</head><body>{ARTICLE}<p>a</p></article></body>"
    assert stopped(page, done, context()) is None


def test_pages_that_are_not_ours_and_the_one_without_seeds_are_left_alone() -> None:
    page = PAGE.format("<button>x</button>")
    for source in ("about.md", "", "search.md"):
        assert clean_body(page, context(source=source)) == page
        assert stopped(page, page, context(source=source)) is None


def test_what_was_stopped_is_reported_and_nothing_else() -> None:
    problem = stopped(PAGE.format('<p onclick="x">a</p><img>'), "", context())
    assert problem
    assert problem.seed == "docs/articles/x.md"
    assert "<img>" in problem.reason
    assert "onclick" in problem.reason
    tame = "<p data-a>&#42; &quot;&nbsp;<br /></p>\n<p>left open<p>again"
    assert stopped(PAGE.format(tame), "", context()) is None


def test_a_theme_without_the_body_that_we_know_is_reported() -> None:
    problem = stopped("<body><main>a</main></body>", "", context())
    assert problem
    assert problem.seed == "mkdocs.yml"


def test_templates_of_the_publishers_own_may_hold_more() -> None:
    more = replace(Settings(), policy=PolicySettings(elements=("img", "button")))
    picture = '<img src="a.png" alt="b">'
    assert passed(f"{picture}<button>c</button>", more) == f"{picture}<button>c</button>"
    assert passed('<img src="javascript:1" onerror="2">', more) == "<img>"
    with pytest.raises(SettingsError, match=r"policy\.elements"):
        PolicySettings(elements=("script",))


@pytest.mark.parametrize(
    ("page", "what"),
    [
        ('<p style="x">', "an inline style"),
        ("<style>p{}</style>", "an inline style"),
        ('<a onclick="x">', "a script in an attribute"),
        ("<script>own()</script>", "an inline script"),
        ('<script src="https://stats.example/x.js"></script>', "from https://stats.example"),
        ('<img alt="a" src="//pictures.example/x.png">', "from //pictures.example"),
        ('<link rel="stylesheet" href="https://fonts.example/x">', "from https://fonts.example"),
    ],
)
def test_what_the_policy_stops_on_a_page_of_the_publishers_is_told(page: str, what: str) -> None:
    html = f'<head><meta charset="utf-8"></head><body>{page}</body>'
    for source, place in (("about.md", "docs/about.md"), ("", "mkdocs.yml")):
        here = context(source=source)
        (problem,) = judge_page(html, finish_page(html, here), here)
        assert problem.seed == place
        assert what in problem.reason


@pytest.mark.parametrize(
    "page",
    [
        '<pre><code>&lt;p style="x"&gt;</code></pre>',
        '<a href="https://x.example/">a</a><link rel="canonical" href="https://x.example/">',
        '<script src="../assets/x.js" defer></script><script type="application/json">{}</script>',
        '<script src="https://stats.example.org/x.js"></script>',
    ],
)
def test_what_it_lets_pass_is_not_told(page: str) -> None:
    html = f'<head><meta charset="utf-8"></head><body>{page}</body>'
    given = replace(Settings(), policy=PolicySettings(sources=("https://stats.example.org",)))
    here = context(given, "about.md")
    assert judge_page(html, finish_page(html, here), here) == ()


def test_no_payload_leaves_more_than_words() -> None:
    allowed = marks_of(passed("<p>x</p>"))
    for payload in payloads():
        text = payload.text.encode("utf-8", "replace").decode()  # files hold nothing else
        done = passed(f"<p>{text}</p>")
        assert passed(done) == done, payload.id
        for mark in marks_of(done) - allowed:
            assert not mark.lower().startswith(("on", "style=", "src", "<script", "<img", "<style"))
