"""The publisher's own look, as the README shows it: title, colours, logo, CSS, page, template."""

import re
from pathlib import Path

import pytest
import yaml

from seedpress import pipeline
from seedpress.errors import SettingsError
from seedpress.settings import load
from seedpress.site import ENGINES

ROOT = Path(__file__).parents[2]
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4"/></svg>'
)
OVERRIDE = "{% include 'ours/article.md.j2' %}\n\n{% include 'imprint.md.j2' %}\n"
IMPRINT = '<div class="own-imprint" markdown>\n<p>Kept by {{ title }}</p>\n</div>\n'
SEED = "Quiet Day at the Lighthouse {n}\n\nThe keeper Mara Lindqvist counted ships in Port Amity.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A corpus whose publisher followed the README's guide."""
    files = {
        "seeds/1.txt": SEED.format(n=1),
        "seeds/2.txt": SEED.format(n=2),
        "docs/logo.svg": LOGO,
        "docs/own.css": ":root { --sp-accent: #063; }\n",
        "docs/team.md": "# The desk\n\nWho makes this archive.\n",
        "docs/about.md": (ROOT / "docs" / "about.md").read_text("utf-8"),
        "templates/article.md.j2": OVERRIDE,
        "templates/imprint.md.j2": IMPRINT,
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    guide = re.search(r"```yaml\n(site_name:.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)
    assert guide
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    shown = yaml.safe_load(guide[1])
    config["theme"] |= shown.pop("theme")
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(config | shown), "utf-8")
    return tmp_path


@pytest.mark.parametrize("engine", ENGINES)
def test_all_settings_of_the_guide_are_seen_on_the_pages(project: Path, engine: str) -> None:
    report = pipeline.build(load(project / "mkdocs.yml"), pipeline.Order(engine=engine))
    assert report.problems == ()
    site = project / "site"
    (article,) = site.glob("articles/quiet-day-at-the-lighthouse-1-*/index.html")
    html = article.read_text("utf-8")
    assert "The Harbour Archive" in html
    assert 'data-md-color-primary=teal' in html
    assert re.search(r'<img src=[./]*logo\.svg ', html)
    assert html.index("assets/seedpress.css") < html.index("own.css")
    assert re.search(r'<a href=[./]*team/ ', html)
    assert "Who makes this archive" in (site / "team" / "index.html").read_text("utf-8")
    assert re.search(r'class=own-imprint[^>]*><p>Kept by Quiet Day at the Lighthouse 1', html)
    assert (site / "logo.svg").exists()


def test_a_changed_template_is_noticed_and_a_broken_one_leaves_the_site(project: Path) -> None:
    settings = load(project / "mkdocs.yml")
    pipeline.build(settings, pipeline.Order())
    imprint = project / "templates" / "imprint.md.j2"
    imprint.write_text("<p>Kept no more</p>\n", "utf-8")
    pipeline.build(settings, pipeline.Order())
    (article,) = (project / "site").glob("articles/*-1-*/index.html")
    assert "Kept no more" in article.read_text("utf-8")
    imprint.write_text("\n{{ nothing_there }}\n", "utf-8")
    with pytest.raises(SettingsError, match=r"imprint\.md\.j2:2: .*nothing_there"):
        pipeline.build(settings, pipeline.Order())
    assert "Kept no more" in article.read_text("utf-8")
