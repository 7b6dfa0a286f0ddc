"""Print what a search index in 1, 4 and 8 shards costs a reader, and how far its order differs.

    python tests/bench/search.py SITE

SITE is a finished site of some thousand pages, built in directory style. Bytes are those that the
browser loaded for opening the search and for the first search; the order is compared with that of
one index: how many of its first ten results are among the first ten.
"""

import shutil
import sys
import tempfile
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from seedpress.site.reading import read_marked
from seedpress.site.sharding import make_index

ASKED = ("ceasefire", "oil company", "nuclear power plant", "Rubio", "Trump Putin", "harbour")
ASK = """async ([root, q]) => {
  const { find } = await import(`${root}assets/search/find.js`);
  const { emptyState } = await import(`${root}assets/search/state.js`);
  const started = performance.now();
  const { hits } = await find(new URL(root), { ...emptyState(), q }, "Article");
  const seconds = (performance.now() - started) / 1000;
  return { seconds, count: hits?.length ?? 0, ids: (hits ?? []).slice(0, 10).map(({ id }) => id) };
}"""


class _Server(SimpleHTTPRequestHandler):
    sent = 0
    requests = 0

    def copyfile(self, source: Any, outputfile: Any) -> None:
        data = source.read()
        if "/pagefind/" in self.path:
            _Server.sent += len(data)
            _Server.requests += 1
        outputfile.write(data)

    def log_message(self, *_: Any) -> None: ...


def main(site: Path) -> None:
    """Index `site` three times and search it in a browser."""
    pages = [p.relative_to(site).as_posix() for p in sorted(site.rglob("*.html"))]
    reading = read_marked(site, pages)
    usual: list[list[str]] = []
    with (
        tempfile.TemporaryDirectory(prefix="seedpress-bench-") as folder,
        sync_playwright() as play,
    ):
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for shards in (1, 4, 8):
            root = Path(folder) / str(shards)
            shutil.copytree(site / "assets", root / "assets")
            shutil.copy(site / "404.html", root / "index.html")
            size = -(-len(reading) // shards)
            started = time.perf_counter()
            made = make_index(reading, lambda path: site / path, root, "en", size)
            took = time.perf_counter() - started
            print(f"{len(made.shards)} shards of {len(reading)} pages: made in {took:.1f} s")
            orders = visit(browser, root)
            usual = usual or orders
            shared = [len({*a} & {*b}) for a, b in zip(usual, orders, strict=True)]
            print(f"  of the first ten of one index: {shared}", flush=True)


def visit(browser: Browser, root: Path) -> list[list[str]]:
    """Search in a new browser; the first ten results of each search."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Server, directory=str(root))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_address[1]}/"
        page = browser.new_page()
        page.goto(address)
        orders = []
        for q in ("", *ASKED):
            _Server.sent = _Server.requests = 0
            answer = page.evaluate(ASK, [address, q])
            print(
                f"  {q or 'opened':20} {answer['count']:5} found, {_Server.requests:3} requests, "
                f"{_Server.sent / 1000:7.1f} kB, {answer['seconds']:.2f} s"
            )
            orders.append(answer["ids"])
        page.close()
        server.shutdown()
    return orders


if __name__ == "__main__":
    main(Path(sys.argv[1]))
