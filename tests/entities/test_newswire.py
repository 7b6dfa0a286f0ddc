"""Our own marked newswire articles, scored: what was once reached is not to be lost."""

import runpy
from pathlib import Path

SCORER = runpy.run_path(str(Path(__file__).parents[1] / "bench" / "newswire.py"), run_name="bench")


def test_figures_of_newswire():
    documents = SCORER["read"](SCORER["FOLDER"])
    _, spots = SCORER["find"](documents)
    figures = SCORER["Comparison"](documents, spots).figures()
    assert figures["link F1"] >= 0.97
    assert figures["link precision"] >= 0.98
    assert figures["exact pages"] >= 0.94
    assert figures["pairs of other names joined"] >= 0.93
    assert figures["joins of other names right"] >= 0.98
