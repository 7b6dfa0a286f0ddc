"""Every page's policy comes first and names, of all inline scripts, the theme's own alone."""

import hashlib
import re
from base64 import b64encode
from dataclasses import replace
from pathlib import Path

import pytest

from seedpress.errors import SettingsError
from seedpress.settings import PolicySettings, Settings, load
from seedpress.site import ENGINES, build_site
from seedpress.site.finishing import Context, whole_of
from seedpress.site.finishing.policy import add_policy, policy
from seedpress.site.finishing.theme import inline_scripts
from tests.site.conftest import CONFIG

SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
PAGE = '<!doctype html><html><head><meta charset="utf-8">{}</head><body>{}</body></html>'


def sha256(script: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def policy_of(html: str) -> str:
    found = re.findall(r'<meta http-equiv="?Content-Security-Policy"? content="([^"]*)">', html)
    assert len(found) == 1
    return str(found[0])


@pytest.mark.parametrize("engine", ENGINES)
def test_every_page_has_it_first_and_it_lets_the_theme_run(project: Settings, engine: str) -> None:
    build_site(project, engine)
    for file in project.site_folder.rglob("*.html"):
        html = file.read_text("utf-8")
        said = policy_of(html)
        before = html[: html.index("<meta http-equiv")]
        assert re.sub(r"\s", "", before).endswith("<head><metacharset=utf-8>")
        scripts = SCRIPT.findall(html)
        shared = "assets/first.js" in html  # two of them in a file
        assert shared == (engine == "mkdocs" and file.name != "404.html")
        assert len(scripts) >= (0 if shared else 2)
        assert {sha256(script) for script in scripts} == set(re.findall(r"'sha256-\S+'", said))
        assert '<meta name=referrer content=no-referrer>' in html


@pytest.mark.parametrize("engine", ENGINES)
def test_the_scope_that_a_publisher_sets_is_known(project: Settings, engine: str) -> None:
    config = f"{CONFIG}extra:\n  scope: /all/\nuse_directory_urls: false\n"
    (project.root / "mkdocs.yml").write_text(config, "utf-8")
    build_site(load(project.root / "mkdocs.yml"), engine, search=False)
    for file in project.site_folder.rglob("*.html"):
        html = file.read_text("utf-8")
        assert 'new URL("/all/",location)' in html
        assert all(sha256(script) in policy_of(html) for script in SCRIPT.findall(html))


def test_nothing_from_elsewhere_and_nothing_inline() -> None:
    rules = dict(rule.split(" ", 1) for rule in policy(PolicySettings(), ()).split("; "))
    assert rules["default-src"] == "'self'"  # for what has no rule of its own
    assert rules["script-src"] == "'self' 'wasm-unsafe-eval'"
    for rule in ("style-src", "font-src", "media-src", "connect-src", "manifest-src"):
        assert rule not in rules
    assert rules["worker-src"] == "'self'"
    for rule in ("base-uri", "form-action", "object-src", "frame-src"):
        assert rules[rule] == "'none'"
    assert rules["img-src"] == "'self' data:"


def test_a_script_that_is_not_the_themes_is_never_allowed(project: Settings) -> None:
    whole = whole_of(project, search=False)
    theirs = whole.theme_scripts[0]
    hostile = (
        "alert(1)",
        f"{theirs};alert(1)",
        '__md_scope=new URL("https://evil.example",location)',
        theirs.replace("a", "b", 1),
    )
    body = "".join(f"<script>{script}</script>" for script in hostile)
    said = policy_of(add_policy(PAGE.format("", body), Context(whole, "a/index.html")))
    assert "sha256" not in said


def test_overrides_of_the_theme_are_the_publishers_word(project: Settings) -> None:
    (project.root / "over").mkdir()
    main = '<script>go()</script><script>base("{{ base_url }}")</script><script>{{ x }}</script>'
    (project.root / "over" / "main.html").write_text(main, "utf-8")
    config = CONFIG.replace("font: false", "font: false\n  custom_dir: over")
    (project.root / "mkdocs.yml").write_text(config, "utf-8")
    scripts = inline_scripts(project.root / "mkdocs.yml")
    assert {"go()", 'base("{{base}}")'} <= set(scripts)
    assert "{{ x }}" not in scripts


def test_a_theme_without_options_and_a_folder_without_a_project(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\ntheme: readthedocs\n", "utf-8")
    assert inline_scripts(tmp_path / "mkdocs.yml")
    assert inline_scripts(tmp_path / "none.yml") == inline_scripts(tmp_path / "other.yml") != ()


def test_settings_add_origins_or_leave_it_out(project: Settings) -> None:
    given = PolicySettings(sources=("https://stats.example.org",))
    rules = dict(rule.split(" ", 1) for rule in policy(given, ()).split("; "))
    for rule in ("script-src", "style-src", "img-src", "connect-src", "frame-src"):
        assert rules[rule].endswith("https://stats.example.org")
    assert rules["base-uri"] == rules["object-src"] == "'none'"
    off = replace(project, policy=PolicySettings(enabled=False))
    page = PAGE.format("", "")
    assert add_policy(page, Context(whole_of(off, search=False), "a/index.html")) == page


@pytest.mark.parametrize(
    "source", ["*", "https:", "'unsafe-inline'", "https://a.example; script-src *", 'https://a"b']
)
def test_a_source_that_is_no_origin_is_refused(source: str) -> None:
    with pytest.raises(SettingsError, match=r"policy\.sources"):
        PolicySettings(sources=(source,))


def test_files_that_the_publisher_wrote_as_html_stay_as_they_are(project: Settings) -> None:
    (project.docs_folder / "report.html").write_text(PAGE.format("", "x"), "utf-8")
    whole = whole_of(project, search=False)
    page = PAGE.format("", "x")
    assert add_policy(page, Context(whole, "report.html")) == page
    assert add_policy(page, Context(whole, "other.html")) != page


def test_aligned_cells_need_no_style(project: Settings) -> None:
    whole = whole_of(project, search=False)
    cells = '<th style="text-align: right;">a</th><td style="text-align: center;">b</td>'
    html = add_policy(PAGE.format("", cells), Context(whole, "a/index.html", "a.md"))
    assert '<th align="right">a</th><td align="center">b</td>' in html
