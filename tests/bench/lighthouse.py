"""Print Lighthouse's figures for the home page, an article and an entity of the built site.

    npm install --prefix /tmp/lighthouse lighthouse
    python tests/bench/lighthouse.py /tmp/lighthouse [site]

It needs node and a Chromium (CHROME_PATH, or Debian's). The site is served on loopback and packed
with gzip, as every web server on the way to a reader does it.
"""

import functools
import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


class Packing(SimpleHTTPRequestHandler):
    """Serves text packed, without a line for each request."""

    def do_GET(self) -> None:
        """Answer with the file, packed if it is text."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if file.suffix not in PACKED or not file.exists():
            super().do_GET()
            return
        data = gzip.compress(file.read_bytes(), 6, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def pages(site: Path) -> dict[str, str]:
    """The pages to look at: the largest article and entity among them."""
    found = {"home": ""}
    for kind in ("articles", "entities"):
        folders = [p.parent for p in (site / kind).glob("*/index.html")]
        largest = max(folders, key=lambda folder: (folder / "index.html").stat().st_size)
        found[kind] = f"{kind}/{largest.name}/"
    return found


def scores(tool: Path, address: str) -> dict[str, int]:
    """Lighthouse's figures, from 0 to 100."""
    with tempfile.NamedTemporaryFile(suffix=".json") as report:
        command = [str(tool), address, "--quiet", "--output=json", f"--output-path={report.name}"]
        command += [f"--only-categories={','.join(CATEGORIES)}"]
        command += ["--chrome-flags=--headless --no-sandbox"]
        chrome = os.environ.get("CHROME_PATH") or shutil.which("chromium") or ""
        environment = {**os.environ, "CHROME_PATH": chrome}
        subprocess.run(command, check=True, env=environment, timeout=240)
        categories = json.loads(Path(report.name).read_text("utf-8"))["categories"]
    return {name: round(100 * categories[name]["score"]) for name in CATEGORIES}


def main(folder: Path, site: Path) -> None:
    """Print a line of figures for each page."""
    tool = folder / "node_modules" / ".bin" / "lighthouse"
    if not shutil.which("node") or not tool.exists():
        raise SystemExit(f"node, or {tool}, is missing: see the head of this file")
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Packing, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for name, path in pages(site).items():
        size = (site / path / "index.html").stat().st_size
        found = scores(tool, f"http://127.0.0.1:{server.server_port}/{path}")
        told = "  ".join(f"{key} {value}" for key, value in found.items())
        print(f"{name:9} {size / 1000:5.1f} kB  {told}", flush=True)
    server.shutdown()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "site")
