"""Print what a search index in 1, 4 and 8 shards costs a reader, and how far its order differs.

    python tests/bench/search.py PROJECT

PROJECT is one of some thousand articles whose site was built. Bytes are those that the browser
loaded for opening the search and for all searches; the order is compared with that of one index:
the share of its first ten results that are among the first ten, for words and pairs of words that
stand in articles, with Pagefind's ranking as it comes and with some of its settings changed.
"""

import json
import random
import re
import shutil
import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import msgspec
from playwright.sync_api import Browser, sync_playwright

from seedpress.site.reading import Reading, digests
from seedpress.site.readings import FOLDER, Readings
from seedpress.site.sharding import make_index

QUERIES = 50
RANKINGS: dict[str, dict[str, float]] = {
    "as it comes": {},
    "pageLength 0": {"pageLength": 0},
    "termFrequency 0": {"termFrequency": 0},
    "termSaturation 0.5": {"termSaturation": 0.5},
}
OPTIONS = "const options = { baseUrl: root.pathname"
ASK = """async ([root, asked]) => {
  const { find } = await import(`${root}assets/search/find.js`);
  const { emptyState } = await import(`${root}assets/search/state.js`);
  const answers = [];
  for (const q of asked) {
    const { hits } = await find(new URL(root), { ...emptyState(), q }, "Article");
    const found = await Promise.all((hits ?? []).slice(0, 10).map((hit) => hit.data()));
    answers.push(found.map(({ url }) => url));
  }
  return answers;
}"""


class _Server(SimpleHTTPRequestHandler):
    sent = 0
    requests = 0

    def copyfile(self, source: Any, outputfile: Any) -> None:
        data = source.read()
        if "/pagefind/" in self.path and "/fragment/" not in self.path:
            _Server.sent += len(data)
            _Server.requests += 1
        outputfile.write(data)

    def log_message(self, *_: Any) -> None: ...


def main(project: Path) -> None:
    """Index the site of `project` three times and search it in a browser."""
    found: dict[str, Reading] = {}
    for file in sorted((project / FOLDER).glob("*.msgpack")):
        found |= msgspec.msgpack.decode(file.read_bytes(), type=dict[str, Reading])
    asked = queries(found)
    usual: dict[str, list[list[str]]] = {}
    with (
        tempfile.TemporaryDirectory(prefix="seedpress-bench-") as folder,
        sync_playwright() as play,
    ):
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        articles = sum(path.startswith("articles/") for path in found)
        for shards in (1, 4, 8):
            root = Path(folder) / str(shards)
            shutil.copytree(project / "site" / "assets", root / "assets")
            (root / "index.html").write_text("<!doctype html><title>x</title>", "utf-8")
            size = len(found) if shards == 1 else -(-articles // shards) + articles // 20
            readings = Readings(Path(folder) / "readings", found)
            made, _ = make_index(digests(found), readings, root, "en", size)
            for name, ranking in RANKINGS.items():
                answers = visit(browser, root, asked, ranking)
                usual.setdefault(name, answers)
                report(f"{len(made.shards)} shards, {name}", usual, answers, name)


def queries(found: dict[str, Reading]) -> list[str]:
    """Words of articles, half of them in pairs."""
    chance = random.Random(7)  # noqa: S311 - repeatable, no secret
    articles = sorted(path for path in found if path.startswith("articles/"))
    asked = []
    for number in range(QUERIES):
        text = re.sub(r"<[^>]+>", " ", found[chance.choice(articles)].html)
        asked.append(" ".join(chance.sample(re.findall(r"[A-Za-z]{5,}", text), 1 + number % 2)))
    return asked


def report(
    what: str, usual: dict[str, list[list[str]]], answers: list[list[str]], name: str
) -> None:
    """One line: the share of the first ten that one index has too, with one and with two words."""
    for of, label in ((usual[name], "same ranking"), (usual["as it comes"], "as it comes")):
        shares = [
            len({*one} & {*many}) / len(one)
            for one, many in zip(of, answers, strict=True)
            if len(one) == 10
        ]
        print(f"{what}: against one index, {label}: {sum(shares) / len(shares):.3f}", end="; ")
    print(f"{_Server.requests} requests, {_Server.sent / 1000:.0f} kB", flush=True)


def visit(
    browser: Browser, root: Path, asked: list[str], ranking: dict[str, float]
) -> list[list[str]]:
    """Search in a new browser; the first ten results of each search."""
    script = root / "assets" / "search" / "shards.js"
    plain = script.read_text("utf-8")
    assert OPTIONS in plain
    changed = plain.replace(OPTIONS, f"{OPTIONS}, ranking: {json.dumps(ranking)}")
    script.write_text(changed if ranking else plain, "utf-8")
    _Server.sent = _Server.requests = 0
    try:
        with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Server, directory=str(root))) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            address = f"http://127.0.0.1:{server.server_address[1]}/"
            page = browser.new_context().new_page()
            page.goto(address)
            answers: list[list[str]] = page.evaluate(ASK, [address, asked])
            page.context.close()
            server.shutdown()
    finally:
        script.write_text(plain, "utf-8")
    return answers


if __name__ == "__main__":
    main(Path(sys.argv[1]))
