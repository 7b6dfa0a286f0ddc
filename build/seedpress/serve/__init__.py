"""Build, serve on this machine, watch, build again, refresh the browser; until Ctrl-C.

The last good site stays up whatever happens: an error is printed, shown in the open pages, and
forgotten with the next good build.
"""

import threading
import traceback
from collections.abc import Callable

import click

from seedpress.errors import SeedpressError
from seedpress.order import Shown
from seedpress.serve.news import News
from seedpress.serve.watch import Watcher
from seedpress.serve.web import Server
from seedpress.settings import Settings

__all__ = ["serve"]

Build = Callable[[Shown], object]


def serve(build: Build, settings: Settings, host: str = "127.0.0.1", port: int = 8000) -> None:
    """Serve the site of `settings`, built by `build` now and after every change of its sources.

    Args:
        build: builds pages and site; a fault is a `SeedpressError`. It may call what it is given,
            with words on that, once some pages or all can be seen, if others or their search index
            take longer.
        settings: of the corpus, as they were at the start.
        host: the address to listen on.
        port: the port to listen on; 0 takes any free one.

    Raises:
        SeedpressError: the port is taken or there is no folder of seeds to watch.
    """
    if not settings.seeds_folder.is_dir():
        raise SeedpressError(f"{settings.seeds_folder}: no such folder; put your articles there")
    news = News()
    with _listen(settings, news, host, port) as server, Watcher(settings) as watcher:
        threading.Thread(target=server.serve_forever, name="serve", daemon=True).start()
        try:
            _try(build, news)
            click.echo(f"serving {server.address} (stop with Ctrl-C)")
            while True:
                changed = watcher.wait()
                click.echo(f"\n{', '.join(changed[:5])}{' …' if len(changed) > 5 else ''} changed")
                _try(build, news)
        except KeyboardInterrupt:
            click.echo("\nstopped")
        finally:
            news.close()
            server.shutdown()


def _listen(settings: Settings, news: News, host: str, port: int) -> Server:
    try:
        return Server(settings, news, host, port)
    except OSError as error:
        raise SeedpressError(
            f"{host}:{port}: cannot listen there ({error.strerror}); try another --port"
        ) from error


def _try(build: Build, news: News) -> None:
    """Build, and tell the pages how it went, once: an open page is not loaded twice."""
    early = False

    def show(said: str) -> None:
        nonlocal early
        early = True
        click.echo(said)
        news.tell("", behind=True)

    try:
        build(show)
    except SeedpressError as error:
        click.echo(f"seedpress: {error}", err=True)
        news.tell(str(error))
    except Exception as error:  # a fault of ours: shown whole, and the server lives on
        click.echo(traceback.format_exc(), err=True)
        news.tell(f"{type(error).__name__}: {error}")
    else:
        if early:
            news.catch_up()
        else:
            news.tell("")
