"""The style sheet is made of all its rooms, and asks nothing of another host."""

import re
from importlib.resources import files

from seedpress.pages import render
from seedpress.pages.static import LOOK
from seedpress.settings import Settings
from tests.pages.corpora import corpus

ASSETS = files("seedpress") / "assets"


def static() -> dict[str, str]:
    found = {p.path: p.data for p in render(corpus([]), Settings()) if p.path.startswith("assets/")}
    return {p: d if isinstance(d, str) else d.decode("utf-8") for p, d in found.items()}


def test_the_style_sheet_and_the_scripts() -> None:
    assert {"assets/seedpress.css", "assets/seedpress.js"} <= set(static())


def test_every_room_of_the_look_is_in_the_table() -> None:
    rooms = {file.name.removesuffix(".css") for file in (ASSETS / "look").iterdir()}
    assert rooms == set(LOOK)
    assert len(LOOK) == len(set(LOOK))


def test_braces_close_and_no_other_host_is_asked() -> None:
    for text in static().values():
        assert text.count("{") == text.count("}")
        assert not re.search(r"url\(|@import|https?://|innerHTML|eval\(|insertAdjacent", text)


def test_every_class_that_is_styled_is_used() -> None:
    folder = files("seedpress.pages")
    rooms = (folder, files("seedpress.site.finishing"))
    code = (f for room in rooms for f in room.iterdir() if f.name.endswith(".py"))
    sources = [f.read_text("utf-8") for f in code]
    sources += [f.read_text("utf-8") for f in (folder / "templates").iterdir()]
    sources.append(static()["assets/seedpress.js"])
    source = "\n".join(sources) + " ".join(f"sp-{kind}" for kind in ("person", "place", "event"))
    for name in sorted(set(re.findall(r"\.(sp-[a-z-]+)", static()["assets/seedpress.css"]))):
        assert re.search(rf"{name}(?![a-z-])", source), name
