"""Whether articles agree here or in another process, the same corpus comes out."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from seedpress import agreed, entities, keywords
from seedpress import agreeing as module
from seedpress import settings as settings_module
from seedpress.beside import Beside
from seedpress.cache import Cache
from seedpress.gather import Gathered
from seedpress.join import gather_seeds, join, joined
from seedpress.last_join import FOLDER
from seedpress.model import Authority, Corpus
from seedpress.order import Order
from seedpress.settings import Settings
from tests.entities.corpora import SETTINGS, analysis
from tests.test_repeatable import corpus

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="nowhere else is a process copied")

NEWSWIRE = sorted(Path(__file__).parent.joinpath("entities/newswire").glob("*.txt"))


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> tuple[Gathered, Settings]:
    root = corpus(tmp_path_factory.mktemp("agreeing") / "corpus")
    settings = settings_module.load(root / "mkdocs.yml")
    return gather_seeds(settings, Cache(None), Order()), settings


@pytest.fixture(scope="module")
def here(known: tuple[Gathered, Settings]) -> Corpus:
    return join(*known)


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Has few articles be worth another process; those of the processes that are begun."""
    found: list[int] = []

    class Noting(module.Running[None]):
        def __init__(self, *given: object) -> None:
            super().__init__(*given)  # type: ignore[arg-type]
            found.append(self._process.pid)

    monkeypatch.setattr(module, "WORTH", 0)
    monkeypatch.setattr("seedpress.beside.Running", Noting)
    # Tests have threads of their own, which a copy can do without.
    monkeypatch.setattr(module, "beside", lambda jobs: Beside(copied=True) if jobs > 1 else None)
    yield found
    assert not any(Path(f"/proc/{process}").exists() for process in found)


def test_other_processes_agree_on_the_same(known, here, begun):
    assert join(*known, jobs=2) == here
    assert len(begun) == 2


def test_with_one_job_there_is_none(known, here, begun):
    assert join(*known, jobs=1) == here
    assert begun == []


def test_what_mentions_stand_for_tells_what_they_name_as_they_do():
    texts = [path.read_text("utf-8") for path in NEWSWIRE]
    met = entities.met([analysis(i, text) for i, text in enumerate(texts)], Authority())
    who = entities.joined(met, SETTINGS)
    mentions = who.mentions
    found = [(n.texts, n.ids, n.each()) for n in map(who.naming, range(len(texts)))]
    assert found == [(n.texts, n.ids, n.each()) for n in map(keywords.named, mentions)]
    assert sum(map(len, mentions)) > 1000


def killed(*_):
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("where", ["Task.prepared", "Relating.likeness", "Foreseen.tell"])
def test_one_that_is_ended_from_outside_is_done_without(known, here, begun, monkeypatch, where):
    parent = os.getpid()
    thing, name = where.split(".")
    place = getattr(module if thing == "Foreseen" else agreed, thing)
    whole = getattr(place, name)

    def ended(*given):
        return whole(*given) if os.getpid() == parent else killed()

    monkeypatch.setattr(place, name, ended)
    assert join(*known, jobs=2) == here
    assert len(begun) == 2


def test_what_it_raises_is_raised(known, begun, monkeypatch):
    def broken(*_):
        raise OSError("a fault")

    monkeypatch.setattr(agreed.keywords, "prepare", broken)
    with pytest.raises(OSError, match="a fault"):
        join(*known, jobs=2)


def test_notes_are_kept_whoever_made_them(known, here, begun):
    gathered, settings = known
    folder = settings.root / FOLDER
    made = []
    for jobs in (1, 2):
        for note in folder.glob("join-*"):
            note.unlink()
        assert joined(gathered, settings, jobs) == here
        made.append({note.name: note.read_bytes() for note in folder.glob("join-*")})
        assert joined(gathered, settings, jobs) == here
    made[1].pop("join-named.msgpack")  # which only who works beside others makes use of
    assert made[0].keys() == {"join-entities.msgpack", "join-keywords.msgpack"}
    assert made[1].pop("join-foreseen.msgpack")  # only who searches beside the rules keeps these
    assert made[0] == made[1]
    assert len(begun) == 4


def test_where_some_articles_came_and_others_went_the_same_is_agreed_on(tmp_path, begun):
    root = corpus(tmp_path / "corpus")
    settings = settings_module.load(root / "mkdocs.yml")
    for number, path in enumerate(NEWSWIRE[:4]):
        (settings.seeds_folder / path.name).write_bytes(path.read_bytes())
        (settings.seeds_folder / NEWSWIRE[number - 2].name).unlink(missing_ok=True)
        gathered = gather_seeds(settings, Cache(None), Order())
        assert joined(gathered, settings, 2) == join(gathered, settings)
    assert len(begun) == 8


def test_a_join_that_is_to_keep_nothing_keeps_nothing(known, here, begun):
    gathered, settings = known
    last = agreed.LastJoin(settings, "others", gathered.origins)
    before = {p.name: p.read_bytes() for p in (settings.root / FOLDER).glob("join-*")}
    assert join(gathered, settings, last, jobs=2) == here
    assert {p.name: p.read_bytes() for p in (settings.root / FOLDER).glob("join-*")} == before


def test_notes_that_cannot_be_kept_are_told_of(known, begun, monkeypatch):
    def full(*_):
        raise OSError("no room")

    monkeypatch.setattr(agreed.LastJoin, "remember", full)
    with pytest.raises(OSError, match="no room"):
        joined(*known, jobs=2)
