"""Each wall alone holds: the emitter, nh3 and the policy, tried by every payload in a browser.

Without any of them hundreds of payloads run, which shows that the trap catches.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import markdown
import pytest
import yaml
from playwright.sync_api import Browser, Page, Request

from seedpress.pages.markdown import clean, escape, escape_html, escape_lines, link, outside
from seedpress.pages.template import front_matter
from seedpress.settings import Settings
from seedpress.site.finishing import Context, Whole
from seedpress.site.finishing.policy import add_policy
from seedpress.site.finishing.wall import clean_body
from tests.hostile.payloads import CANARY, payloads

ARTICLE = '<article class="md-content__inner md-typeset">'
SHELL = (
    '<!doctype html><html><head><meta charset="utf-8"><title>{title}</title></head><body>'
    + ARTICLE
    + "{body}</article></body></html>"
)
# Ends whatever a payload may have left open, so that the next place is as open as the first.
ENDS = (
    "<!-- --></script></style></textarea></title></noscript></xmp></iframe></template></select>"
    "</svg></math></table></div>"
)
Wall = Callable[[Sequence[str]], Iterator[str]]
CONTEXT = Context(Whole(Settings(), generated=frozenset({"a.md"})), "a/index.html", "a.md")
AT_ONCE = 30  # frames

# In every frame, before any script of its page: a call leaves its name and place in the top window.
TRAP = """(() => {
  if (window === top) { window.caught = []; return; }
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
    window[name] = (...given) => { top.caught.push(`${location.pathname} ${name}(${given})`); };
})()"""

# What a reader may do to a page; a link to elsewhere is not followed, one that runs something is.
POKE = """async paths => {
  window.caught ??= [];
  const away = event => {
    const to = event.target.closest?.('a, area');
    if (!/^javascript:/i.test(to?.protocol ?? to?.href?.baseVal ?? '')) event.preventDefault();
  };
  const frames = paths.map(path => {
    const frame = document.createElement('iframe');
    frame.src = path;
    return [frame, new Promise(done => { frame.onload = done; })];
  });
  for (const [frame] of frames) document.body.append(frame);
  await Promise.all(frames.map(([, done]) => done));
  for (const [frame] of frames) {
    const inside = frame.contentDocument;
    if (!inside) continue;
    inside.addEventListener('click', away, true);
    for (const element of inside.querySelectorAll('body *')) {
      for (const name of ['mouseover', 'mouseenter', 'pointerenter', 'pointerover', 'mousemove',
                          'mousedown', 'focus', 'focusin', 'blur', 'copy', 'cut', 'toggle', 'input',
                          'change', 'beforetoggle', 'animationstart', 'transitionend', 'wheel'])
        element.dispatchEvent(new Event(name, { bubbles: true }));
      element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      if (element.tagName === 'FORM') element.requestSubmit?.();
    }
  }
  await new Promise(done => setTimeout(done, 60));
  for (const [frame] of frames) frame.remove();
  return window.caught.splice(0);
}"""


def bare(texts: Sequence[str]) -> Iterator[str]:
    """The payloads as they are, each on a page of its own: nothing stands in their way."""
    for text in texts:
        yield SHELL.format(title=f"{text}{ENDS}", body=places(text))


def places(text: str) -> str:
    """A payload as text, in attributes and as an address, whatever it left open before."""
    return ENDS.join(
        (
            f"<div>{text}",
            f'<p title="{text}">x</p>',
            f"<p title='{text}'>x</p>",
            f'<a href="{text}">x</a>',
            f'<svg><a xlink:href="{text}"><text>{text}</text><title>{text}</title></a></svg>',
            f"<pre><code>{text}</code></pre>",
        )
    )


def emitted(texts: Sequence[str]) -> Iterator[str]:
    """The payloads through the emitter and Python-Markdown alone, some to a page."""
    for some in _parted(texts):
        said = "\n\n".join(map(_said, some))
        body = markdown.markdown(said, extensions=["md_in_html", "toc", "tables"])
        yield SHELL.format(title="".join(map(escape_html, some)), body=body)


def _said(text: str) -> str:
    lines = (
        f"<h1 markdown>{escape(text)}</h1>",
        f"<p markdown>a {escape(text)} b</p>",
        f'<p title="{escape(text)}">x</p>',
        f"<p markdown>{link(text, outside(text) or 'a.md')}</p>",
        f"<pre><code>{escape_lines(text)}</code></pre>",
        f"<svg><text>{escape(text)}<title>{escape(text)}</title></text></svg>",
    )
    return "\n\n".join(lines)


def cleaned(texts: Sequence[str]) -> Iterator[str]:
    """The bare payloads through nh3 alone: bodies after rendering, titles before."""
    for some in _parted(texts):
        bodies = [clean_body(SHELL.format(title="", body=places(t)), CONTEXT) for t in some]
        body = "".join(b.split(ARTICLE)[1].rsplit("</article>", 1)[0] for b in bodies)
        yield SHELL.format(title="".join(map(_title, some)), body=body)


def _title(text: str) -> str:
    """A title in front matter whose escape is switched off."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("seedpress.pages.template.escape_html", clean)
        front = yaml.safe_load(front_matter(text).strip("-\n"))
    return str(front["title"])


def restricted(texts: Sequence[str]) -> Iterator[str]:
    """The bare payloads with the policy alone."""
    for page in bare(texts):
        yield add_policy(page, CONTEXT)


def _parted(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    return (texts[start : start + 50] for start in range(0, len(texts), 50))


class _Handler(BaseHTTPRequestHandler):
    def __init__(self, *given: Any, pages: dict[str, bytes]) -> None:
        self.pages = pages
        super().__init__(*given)

    def do_GET(self) -> None:
        body = self.pages.get(self.path, b"")
        self.send_response(200)
        script = self.path.endswith(".js")
        self.send_header("Content-Type", "text/javascript" if script else "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None: ...


@pytest.fixture(scope="module")
def browser_page(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    context = browser.new_context()
    context.add_init_script(TRAP)
    page = context.new_page()
    requests: list[str] = []

    def seen(request: Request) -> None:
        if not request.url.startswith(("http://127.0.0.1:", "data:", "blob:", "about:")):
            requests.append(request.url)

    page.on("request", seen)
    page.on("dialog", lambda dialog: dialog.dismiss())
    yield page, requests
    context.close()


def tried(page: Page, wall: Wall, each: int = 1) -> list[str]:
    """What ran of every `each`-th payload behind a wall."""
    texts = [
        payload.text.replace(CANARY, str(number)).encode("utf-8", "replace").decode()
        for number, payload in enumerate(payloads(), 1)
    ]
    pages = {f"/{number}": html.encode() for number, html in enumerate(wall(texts[::each]))}
    every = [*pages]
    pages["/"] = b'<!doctype html><meta charset="utf-8"><body>'
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, pages=pages)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_address[1]}/"
        page.goto(address)
        caught: list[str] = []
        for start in range(0, len(every), AT_ONCE):
            caught += page.evaluate(POKE, every[start : start + AT_ONCE])
        assert page.url == address
        server.shutdown()
    return caught


@pytest.mark.parametrize("wall", [emitted, cleaned, restricted])
def test_alone_it_lets_nothing_run(wall: Wall, browser_page: tuple[Page, list[str]]) -> None:
    page, requests = browser_page
    requests.clear()
    assert tried(page, wall) == []
    if wall is not restricted:  # a policy cannot forbid a page to be left
        assert requests == []


def test_without_walls_much_runs(browser_page: tuple[Page, list[str]]) -> None:
    page, requests = browser_page
    requests.clear()
    caught = tried(page, bare, each=4)
    assert len({line.split()[0] for line in caught}) > 20
