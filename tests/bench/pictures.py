"""Take the README's pictures from the real site: `python tests/bench/pictures.py` after a build."""

import functools
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
SHOWN = {
    "home": ("", 860),
    "article": ("articles/{envoy}/", 960),
    "entity": ("entities/volodymyr-zelenskyy/", 960),
    "search": ("search/?q=ceasefire", 860),
    "network": ("network/", 860),
    "timeline": ("timeline/", 860),
}


class Quiet(SimpleHTTPRequestHandler):
    """Serves without a line for each request."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def main() -> None:
    """Serve `site/` on loopback and photograph each page of `SHOWN` into docs/pictures/."""
    (envoy,) = (p.stem for p in (ROOT / "docs" / "articles").glob("an-envoy-with-no-notes-*.md"))
    folder = ROOT / "docs" / "pictures"
    folder.mkdir(exist_ok=True)
    handler = functools.partial(Quiet, directory=str(ROOT / "site"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as play:
        options = {"executable_path": "/usr/bin/chromium", "args": ["--no-sandbox"]}
        browser = play.chromium.launch(**options)
        for name, (path, height) in SHOWN.items():
            page = browser.new_page(viewport={"width": 1280, "height": height})
            page.goto(f"http://127.0.0.1:{server.server_port}/{path.format(envoy=envoy)}")
            page.wait_for_timeout(1500)  # the search index is fetched after the page
            page.screenshot(path=folder / f"{name}.png")
            page.close()
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
