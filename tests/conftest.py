"""What many tests share: golden files, and a web server on this machine.

A golden file holds a whole output as a person would read it. It lies in ``golden/`` beside the
test that compares with it. ``pytest --update-golden`` writes the files anew; read the diff before
you commit it.
"""

from __future__ import annotations

import http.server
import threading
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, settings

# How long an example takes says more of the machine than of the code.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

Reply = tuple[int, dict[str, str], bytes]


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers each path from a table; a function in it writes the answer itself."""

    answers: dict[str, Reply | Callable[[Handler], None]]
    seen: list[tuple[str, dict[str, str]]]

    def do_GET(self) -> None:
        self.seen.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
        answer = self.answers.get(self.path, (404, {}, b""))
        if callable(answer):
            answer(self)
            return
        status, headers, body = answer
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if "Content-Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing on stderr."""


class Site:
    """A server on this machine: ``site[path] = status, headers, body``."""

    def __init__(self, server: http.server.HTTPServer, handler: type[Handler]) -> None:
        self.port = server.server_address[1]
        self.root = f"http://127.0.0.1:{self.port}"
        self.handler = handler

    def __setitem__(self, path: str, answer: Reply | Callable[[Handler], None]) -> None:
        self.handler.answers[path] = answer

    @property
    def asked(self) -> list[str]:
        """The paths that were asked for, in this order."""
        return [path for path, _ in self.handler.seen]


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A server with no pages yet; a path without one is 404."""
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    handler = type("Own", (Handler,), {"answers": {}, "seen": []})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield Site(server, handler)
    server.shutdown()
    server.server_close()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the golden files anew instead of comparing with them",
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """``golden(name, text)`` asserts that ``text`` is the content of ``golden/name``.

    The comparison is of every character, line ends included.
    """
    folder = request.path.parent / "golden"
    update: bool = request.config.getoption("--update-golden")

    def compare(name: str, text: str) -> None:
        path = folder / name
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
            return
        assert path.is_file(), f"{path} is missing: run pytest with --update-golden, read the file"
        expected = path.read_bytes().decode("utf-8")
        assert text == expected, f"differs from {path}: if it should, run with --update-golden"

    return compare
