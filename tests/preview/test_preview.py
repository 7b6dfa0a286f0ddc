"""What was saved is shown before the corpus is joined; nothing built then tells of that."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from seedpress import agreeing, pipeline
from seedpress.beside import Beside
from seedpress.held import Held
from seedpress.model import Analysis
from seedpress.order import Order
from seedpress.pages import Draft
from seedpress.preview import keeper
from seedpress.preview.drafting import Drafting
from seedpress.preview.keeper import STAND
from seedpress.preview.stage import Stage
from seedpress.settings import Settings, load
from seedpress.site.drafts import Drafts
from seedpress.site.engines import UnfitError

from ..conftest import few_samples
from ..test_ahead import no_link_is_dead
from ..test_site_in_part import tree

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="nowhere else is a process copied")

HARBOUR = "The harbour\n\nPublished: March 12, 2025\n\nTrump met Zelenskyy in Kyiv on Monday.\n"


class Serving:
    """A corpus that is built again and again, and its site as it was when pages were shown."""

    def __init__(self, settings: Settings, jobs: int = 1) -> None:
        self.settings = settings
        self.seeds, self.site = settings.seeds_folder, settings.site_folder
        self.held = Held()
        self.early: dict[str, bytes] = {}  # the site, and
        self.docs: dict[str, bytes] = {}  # docs/ as they were then
        self.dead = False  # whether a link led nowhere
        self.jobs = jobs
        self.build()

    def build(self) -> str:
        """Build; what was said meanwhile."""
        self.early = {}
        said: list[str] = []

        def shown(words: str) -> None:
            said.append(words)
            if words == STAND:
                self.early, self.docs = tree(self.site), tree(self.settings.docs_folder)
                self.dead = not no_link_is_dead(self.site)

        pipeline.build(self.settings, Order(jobs=self.jobs, held=self.held, shown=shown))
        return "\n".join(said)

    def forget(self) -> None:
        """Let go of who keeps what was known."""
        if self.held.keeper:
            self.held.keeper.end()
        self.held.keeper = None

    def page(self, start: str) -> str:
        """An article's page, as it was shown."""
        (found,) = (p for path, p in self.early.items() if path.startswith(f"articles/{start}"))
        return found.decode()

    def is_as_from_nothing(self) -> bool:
        """Whether pages and site are those that come out where nothing is remembered."""
        self.forget()
        folders = self.site, self.settings.docs_folder
        before = [*map(tree, folders)]
        pipeline.build(self.settings, Order(fresh=True))
        return before == [*map(tree, folders)]


@pytest.fixture
def serving(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Serving]:
    monkeypatch.setattr(keeper, "WORTH", 1)
    monkeypatch.setattr(keeper, "PATIENCE", 300)
    monkeypatch.setattr(keeper, "beside", lambda _jobs: Beside(copied=True))
    settings = few_samples(tmp_path / "c", 4)
    lighthouse = HARBOUR.replace("harbour", "lighthouse")
    (settings.seeds_folder / "keeper.txt").write_text(lighthouse, "utf-8")
    made = Serving(settings)
    yield made
    made.forget()


def test_a_new_seed_has_its_links_and_the_pages_that_lead_to_it(serving: Serving) -> None:
    before = tree(serving.settings.docs_folder)
    (serving.seeds / "harbour.txt").write_text(HARBOUR, "utf-8")
    assert serving.build().startswith(STAND)
    assert serving.docs == before  # no page is written that may not stay
    assert not serving.dead
    page = serving.page("the-harbour")
    assert "../../entities/donald-trump/" in page
    assert "../../entities/volodymyr-zelenskyy/" in page
    assert "articles/the-harbour" in serving.early["entities/donald-trump/index.html"].decode()
    assert "the-harbour" in serving.early["articles/index.html"].decode()
    assert serving.is_as_from_nothing()


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_first_seed_that_is_saved_where_nothing_had_to_be_built(
    serving: Serving, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(agreeing, "WORTH", 1)  # so the copy joins with another, if there may be one
    serving.forget()
    serving.held = Held()  # of a server that has just begun
    serving.jobs = jobs
    assert not serving.build()
    assert isinstance(serving.held.keeper, keeper.Keeper)
    if jobs == 1:  # else it is waited for
        assert serving.held.keeper.is_ready(300)
    (serving.seeds / "harbour.txt").write_text(HARBOUR, "utf-8")
    assert serving.build().startswith(STAND)
    assert "../../entities/donald-trump/" in serving.page("the-harbour")
    assert not serving.dead
    assert serving.is_as_from_nothing()


def _unfit(_self: Drafts, _settings: Settings) -> None:
    raise UnfitError("nobody knows why")


def _no_room(_self: Stage, _settings: Settings) -> None:
    raise OSError("no room for another process")


@pytest.mark.parametrize(
    ("what", "refuses", "said"), [(Drafts, _unfit, ""), (Stage, _no_room, "no room for another")]
)
def test_where_no_page_can_be_made_alone_nobody_keeps_what_is_known(
    serving: Serving,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    what: type,
    refuses: object,
    said: str,
) -> None:
    serving.forget()
    monkeypatch.setattr(what, "__init__", refuses)
    serving.build()
    (serving.seeds / "harbour.txt").write_text(HARBOUR, "utf-8")
    assert STAND not in serving.build()
    told = capfd.readouterr().err
    assert said in told if said else not told
    assert serving.is_as_from_nothing()


def test_a_changed_seed_under_another_title(serving: Serving) -> None:
    keeper_seed = serving.seeds / "keeper.txt"
    text = keeper_seed.read_text("utf-8")
    keeper_seed.write_text(text.replace("lighthouse", "island").replace("Kyiv", "Moscow"), "utf-8")
    assert serving.build().startswith(STAND)
    assert "entities/moscow/" in serving.page("the-island")
    assert not serving.dead
    assert serving.is_as_from_nothing()


def _removed(serving: Serving) -> None:
    min(serving.seeds.glob("*.txt")).unlink()


def _of_several(serving: Serving) -> None:
    lines = '{"title": "A", "text": "Trump met Orban."}\n{"title": "B", "text": "Orban met Trump."}'
    (serving.seeds / "two.jsonl").write_text(lines, "utf-8")


def _authority(serving: Serving) -> None:
    (serving.seeds / "harbour.txt").write_text(HARBOUR, "utf-8")
    (serving.seeds / "authority.yml").write_text("never: [Kyiv]\n", "utf-8")


def _settings(serving: Serving) -> None:
    (serving.seeds / "harbour.txt").write_text(HARBOUR, "utf-8")
    config = serving.settings.root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("site_name: ", "site_name: New "), "utf-8")
    serving.settings = load(config)


def _site(serving: Serving) -> None:
    (serving.seeds / "harbour.txt").write_text(HARBOUR, "utf-8")
    (serving.settings.root / ".seedpress" / "site.msgpack").write_bytes(b"{}")


@pytest.mark.parametrize("deed", [_removed, _of_several, _authority, _settings, _site])
def test_what_more_than_a_few_seeds_changes_is_left_to_the_build(
    serving: Serving, deed: Callable[[Serving], None]
) -> None:
    deed(serving)
    assert STAND not in serving.build()
    assert serving.is_as_from_nothing()


def _elsewhere(self: Drafting, analysis: Analysis) -> Draft:
    """A draft whose page has an address that it will not keep."""
    draft = _draft(self, analysis)
    return replace(draft, entry=replace(draft.entry, slug="nowhere-else"))


def _fail(self: Drafting, analysis: Analysis) -> Draft:
    raise ZeroDivisionError("a fault of ours")


def _die(self: Drafting, analysis: Analysis) -> Draft:
    os.kill(os.getpid(), signal.SIGKILL)
    return _draft(self, analysis)


_draft = Drafting.draft


def test_a_page_that_does_not_stay_goes(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    serving.forget()
    monkeypatch.setattr(Drafting, "draft", _elsewhere)
    (serving.seeds / "one.txt").write_text(HARBOUR.replace("harbour", "lighthouse"), "utf-8")
    serving.build()
    (serving.seeds / "harbour.txt").write_text(HARBOUR, "utf-8")
    assert serving.build().startswith(STAND)
    assert "articles/nowhere-else/index.html" in serving.early
    assert "articles/nowhere-else/index.html" not in tree(serving.site)
    assert serving.is_as_from_nothing()


@pytest.mark.parametrize(
    ("deed", "told"), [(_fail, "ZeroDivisionError: a fault of ours"), (_die, "ended from outside")]
)
def test_what_goes_wrong_is_told_and_costs_nothing(
    serving: Serving,
    deed: Callable[[Drafting, Analysis], Draft],
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    serving.forget()
    monkeypatch.setattr(Drafting, "draft", deed)
    (serving.seeds / "one.txt").write_text(HARBOUR.replace("harbour", "lighthouse"), "utf-8")
    serving.build()
    (serving.seeds / "harbour.txt").write_text(HARBOUR, "utf-8")
    assert STAND not in serving.build()
    assert told in capfd.readouterr().err
    assert serving.is_as_from_nothing()


def test_a_build_that_fails_then_is_put_right_by_the_next(
    serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise OSError("the disk is full")

    (serving.seeds / "harbour.txt").write_text(HARBOUR, "utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "gather_seeds", full)
        with pytest.raises(OSError, match="full"):
            serving.build()
    assert any(path.startswith("articles/the-harbour") for path in tree(serving.site))
    (serving.seeds / "harbour.txt").unlink()
    serving.build()
    assert not any(path.startswith("articles/the-harbour") for path in tree(serving.site))
    assert serving.is_as_from_nothing()
