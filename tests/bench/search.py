"""Print what a search index in 1, 4 and 10 shards costs a reader, and whether it answers the same.

    python tests/bench/search.py PROJECT

PROJECT is one of some thousand articles whose site was built. Asked is for one, two and three words
that stand in articles, for words side by side, for names, for beginnings of words, for words that
hardly any or nearly all pages have, for words that nothing knows, in quotation marks, with facets
and by day. Kilobytes are those that the browser loaded for opening the search and for one word, and
for all of the queries, without the pages found; the answers are compared with those of one index:
the first ten in their order, how many there are, and the counts of the facets.
"""

import random
import re
import shutil
import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import mean, median
from typing import Any

import msgspec
from playwright.sync_api import Browser, sync_playwright

from seedpress.site.reading import Reading, digests
from seedpress.site.readings import FOLDER, Readings
from seedpress.site.sharding import make_index

Query = tuple[str, dict[str, list[str]], str]  # words, chosen facets, order
Answer = dict[str, Any]

SHARDS = (1, 2, 8)  # of articles; with those of keywords and all other pages 1, 4 and 10
ODD = (
    *("the", "said", "s", "a", "co", "kiev", "J. D. Vance", "plan b", "xqzt", "xqzt president"),
    *('"thirty days"', '"prime minister"', "presidentxy"),
)
ASK = """async ([root, asked]) => {
  const { find } = await import(`${root}assets/search/find.js`);
  const { emptyState } = await import(`${root}assets/search/state.js`);
  const answers = [];
  for (const [q, chosen, sort] of asked) {
    const empty = emptyState();
    const state = { ...empty, q, sort, chosen: { ...empty.chosen, ...chosen } };
    const begun = performance.now();
    const { hits, facets } = await find(new URL(root), state, "Article");
    const took = performance.now() - begun;
    const found = await Promise.all((hits ?? []).slice(0, 10).map((hit) => hit.data()));
    answers.push({ first: found.map(({ url }) => url), count: hits?.length, facets, took });
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
    articles = sum(path.startswith("articles/") for path in found)
    usual: list[Answer] = []
    with (
        tempfile.TemporaryDirectory(prefix="seedpress-bench-") as folder,
        sync_playwright() as play,
    ):
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for shards in SHARDS:
            root = Path(folder) / str(shards)
            shutil.copytree(project / "site" / "assets", root / "assets")
            (root / "index.html").write_text('<!doctype html><html lang="en"><title>x', "utf-8")
            size = len(found) if shards == 1 else -(-articles // shards) + articles // 20
            readings = Readings(Path(folder) / "readings", found)
            made, _ = make_index(digests(found), readings, root, "en", size)
            print(f"{len(made.shards)} shards:")
            visit(browser, root, asked[:1])
            print(f"  opened, one word: {_Server.requests} requests, {_Server.sent / 1000:.0f} kB")
            answers = visit(browser, root, asked)
            usual = usual or answers
            report(asked, usual, answers)


def queries(found: dict[str, Reading]) -> list[Query]:
    """What is asked for: 100 and more."""
    chance = random.Random(7)  # noqa: S311 - repeatable, no secret
    articles = sorted(path for path in found if path.startswith("articles/"))
    facets = [{value for n, value in found[path].facets if n == "entity"} for path in articles]
    names = sorted(set().union(*facets))

    def words() -> list[str]:
        text = re.sub(r"<[^>]+>", " ", found[chance.choice(articles)].html)
        return re.findall(r"[A-Za-z]{2,}", text)

    asked = [" ".join(chance.sample(words(), 1 + n % 3)) for n in range(40)]
    asked += [" ".join(words()[100 + n : 102 + n]) for n in range(20)]
    asked += [name[:20] for name in chance.sample(names, 20)]
    asked += [chance.choice(words())[:4] for _ in range(10)]
    plain: list[Query] = [(words, {}, "relevance") for words in (*asked, *ODD)]
    for name in chance.sample(names, 6):
        plain.append((chance.choice(words()), {"entity": [name]}, "relevance"))
        plain.append(("", {"entity": [name]}, "relevance"))
    return [*plain, *((chance.choice(words()), {}, order) for order in ("newest", "oldest"))]


def report(asked: list[Query], usual: list[Answer], answers: list[Answer]) -> None:
    """How many answers are those of one index, and what all cost; then the others."""
    differ = [
        query
        for query, one, many in zip(asked, usual, answers, strict=True)
        if any(one[key] != many[key] for key in ("first", "count", "facets"))
    ]
    took = [answer["took"] for answer in answers]
    print(
        f"  all: {len(asked) - len(differ)} of {len(asked)} as in one index; "
        f"{_Server.requests} requests, {_Server.sent / 1000:.0f} kB; "
        f"{median(took):.0f} ms a query, {mean(took):.0f} on average, {max(took):.0f} at most",
        *(f"    other: {query}" for query in differ),
        sep="\n",
        flush=True,
    )


def visit(browser: Browser, root: Path, asked: list[Query]) -> list[Answer]:
    """Search in a new browser."""
    _Server.sent = _Server.requests = 0
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Server, directory=str(root))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_address[1]}/"
        page = browser.new_context().new_page()
        page.goto(address)
        page.set_default_timeout(0)
        answers: list[Answer] = page.evaluate(ASK, [address, asked])
        page.context.close()
        server.shutdown()
    return answers


if __name__ == "__main__":
    main(Path(sys.argv[1]))
