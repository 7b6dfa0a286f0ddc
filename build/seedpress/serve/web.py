"""The web server of `serve`: files of the finished site, with a script added that reloads them."""

import io
import sys
from functools import partial
from html import escape
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from seedpress.serve.news import News
from seedpress.settings import Settings

_OURS = "/__seedpress/"
_PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>'
    "<body><h1>{title}</h1><pre>{text}</pre></body></html>"
)


class Server(ThreadingHTTPServer):
    """Serves a site folder below the path that its `site_url` has."""

    daemon_threads = True

    def __init__(self, settings: Settings, news: News, host: str, port: int) -> None:
        mount = f"{urlsplit(settings.site_url).path.rstrip('/')}/"
        handler = partial(_Handler, folder=settings.site_folder, mount=mount, news=news)
        super().__init__((host, port), handler)
        shown = f"[{host}]" if ":" in host else host
        self.address = f"http://{shown}:{self.server_address[1]}{mount}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say what went wrong, unless the browser merely went on to another page."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, folder: Path, mount: str, news: News) -> None:
        self._mount = mount
        self._news = news
        super().__init__(*args, directory=str(folder))

    def do_GET(self) -> None:
        """Answer with a file of the site, or with news of the build."""
        path = urlsplit(self.path).path
        if path == f"{_OURS}news":
            self._tell_news()
        elif path == f"{_OURS}reload.js":
            script = files("seedpress") / "assets" / "serve" / "reload.js"
            self._send(script.read_bytes(), "text/javascript; charset=utf-8")
        elif not path.startswith(self._mount):
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", self._mount)
            self.end_headers()
        else:
            super().do_GET()

    def translate_path(self, path: str) -> str:
        """The file behind an address: the mount is no part of it."""
        return super().translate_path("/" + path.removeprefix(self._mount))

    def send_head(self) -> Any:
        """Send a page with our script in it; leave other files to the library."""
        file = Path(self.translate_path(self.path))
        if file.is_dir() and urlsplit(self.path).path.endswith("/"):
            file /= "index.html"
        if file.suffix == ".html" and file.is_file():
            return self._page(file.read_bytes())
        return super().send_head()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send the site's own page for what is not there."""
        own = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
        elif own.is_file():
            self._send_page(own.read_bytes(), HTTPStatus.NOT_FOUND)
        else:
            text = self._news.error or "The first build is not done yet; this page will follow."
            page = _PAGE.format(title="No such page", text=escape(text))
            self._send_page(page.encode(), HTTPStatus.NOT_FOUND)

    def list_directory(self, path: Any) -> None:  # noqa: ARG002 - the library's name
        """Folders are not listed: no web host would."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        """Nothing is kept by the browser: the next build may change it."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the library's name
        """Keep quiet: the terminal is for builds."""

    def _page(self, html: bytes) -> io.BytesIO:
        body = self._with_script(html)
        self._send_headers(HTTPStatus.OK, "text/html; charset=utf-8", len(body))
        return io.BytesIO(body)

    def _send_page(self, html: bytes, code: HTTPStatus) -> None:
        body = self._with_script(html)
        self._send_headers(code, "text/html; charset=utf-8", len(body))
        if self.command != "HEAD":
            self.wfile.write(body)

    def _send(self, body: bytes, kind: str) -> None:
        self._send_headers(HTTPStatus.OK, kind, len(body))
        self.wfile.write(body)

    def _send_headers(self, code: HTTPStatus, kind: str, length: int) -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(length))
        self.end_headers()

    def _with_script(self, html: bytes) -> bytes:
        tag = f'<script src="{_OURS}reload.js?{self._news.version}" defer></script>'.encode()
        before, end, after = html.rpartition(b"</body>")
        return before + tag + end + after if end else html + tag

    def _tell_news(self) -> None:
        """Send every word of news as it comes, for as long as the page listens."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        known = -1
        while not self._news.closed:  # or until the page is closed, which is an error of writing
            known = self._news.wait(known, seconds=15)
            self.wfile.write(f"data: {self._news.message()}\n\n".encode())
            self.wfile.flush()
