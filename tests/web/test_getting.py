from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck import web
from factcheck.web import Answer, Limits, WebError, addresses, getting

if TYPE_CHECKING:
    from tests.conftest import Handler, Site

HTML = {"Content-Type": "text/html; charset=UTF-8"}


def leading(to: dict[str, list[str]]) -> Callable[[str, int], list[tuple[object, ...]]]:
    """A name service that knows these names only."""

    def resolve(host: str, port: int) -> list[tuple[object, ...]]:
        if host not in to:
            raise socket.gaierror(-2, "Name or service not known")
        return [(2, 1, 6, "", (each, port)) for each in to[host]]

    return resolve


def got(site: Site, path: str, **options: object) -> Answer:
    return web.get(site.root + path, allow_private=True, **options)  # type: ignore[arg-type]


def refused(url: str, **options: object) -> WebError:
    with pytest.raises(WebError) as caught:
        web.get(url, **options)  # type: ignore[arg-type]
    assert "\n" not in caught.value.message
    assert caught.value.hint
    return caught.value


def test_a_page_and_how_it_was_asked_for(site: Site) -> None:
    site["/a?b=c"] = (200, HTML, b"<p>One.")
    last = got(site, "/a?b=c#d").last
    assert (last.url, last.status, last.reason) == (f"{site.root}/a?b=c", 200, "OK")
    assert (last.content_type, last.charset) == ("text/html", "utf-8")
    assert (last.body, last.packed, last.address) == (b"<p>One.", b"<p>One.", "127.0.0.1")
    head = last.request.split(b"\r\n")
    assert head[0] == b"GET /a?b=c HTTP/1.1"
    assert f"Host: 127.0.0.1:{site.port}".encode() in head
    assert last.request.endswith(b"\r\n\r\n")
    assert last.moment.tzinfo is not None


def test_headers_are_kept_as_they_came(site: Site) -> None:
    site["/a"] = (200, {"X-oDD": "é", "Content-Length": "0"}, b"")
    last = got(site, "/a").last
    assert last.headers[-2:] == (("X-oDD", "é"), ("Content-Length", "0"))
    assert (last.header("x-odd"), last.header("Y")) == ("é", "")


def test_headers_of_ones_own_take_the_place_of_ours(site: Site) -> None:
    site["/a"] = (200, HTML, b"")
    head = got(site, "/a", headers={"user-agent": "mine", "X-Mine": "1"}).last.request
    assert [line for line in head.split(b"\r\n") if b"mine" in line.lower()] == [
        b"user-agent: mine",
        b"X-Mine: 1",
    ]
    assert site.handler.seen[0][1]["user-agent"] == "mine"


def test_any_status_is_an_answer(site: Site) -> None:
    site["/gone"] = (410, HTML, b"Gone.")
    assert (got(site, "/gone").last.status, got(site, "/none").last.status) == (410, 404)


def test_redirects_are_exchanges_and_carry_no_cookies(site: Site) -> None:
    site["/a"] = (302, {"Location": "b", "Set-Cookie": "x=y"}, b"")
    site["/b"] = (301, {"Location": f"{site.root}/c"}, b"moved")
    site["/c"] = (200, HTML, b"here")
    answer = got(site, "/a")
    assert [(e.url[len(site.root) :], e.status, e.body) for e in answer.exchanges] == [
        ("/a", 302, b""),
        ("/b", 301, b"moved"),
        ("/c", 200, b"here"),
    ]
    assert all("cookie" not in headers for _, headers in site.handler.seen)


def test_a_loop_ends(site: Site) -> None:
    site["/a"] = (302, {"Location": "/a"}, b"")
    error = refused(f"{site.root}/a", allow_private=True, limits=Limits(redirects=3))
    assert (error.code, error.message) == ("redirects", "it sends us on more than 3 times")
    assert len(error.exchanges) == 4


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("file:///etc/passwd", "redirects"),
        ("ftp://127.0.0.1/a", "redirects"),
        ("javascript:alert(1)", "redirects"),
        ("http://ana:secret@127.0.0.1/", "credentials"),
        ("http://[::1/", "redirects"),
    ],
)
def test_a_redirect_out_of_the_web_is_refused(site: Site, target: str, code: str) -> None:
    site["/a"] = (302, {"Location": target}, b"")
    error = refused(f"{site.root}/a", allow_private=True)
    assert error.code == code
    assert [each.status for each in error.exchanges] == [302]


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.1",
        "2130706433",
        "0x7f000001",
        "0",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "[::1]",
        "[::]",
        "[fe80::1]",
        "[fc00::1]",
        "[fec0::1]",
        "[ff02::1]",
        "[::ffff:10.0.0.1]",
        "[2002:7f00:1::]",
        "[64:ff9b::7f00:1]",
        "[::127.0.0.1]",
        "[2001:0:4136:e378:8000:63bf:80ff:fffe]",
        "[2001:db8::1]",
        "localhost",
        "LOCALHOST",
        "localhost.",
    ],
)
def test_private_addresses_are_refused_however_they_are_written(host: str) -> None:
    error = refused(f"http://{host}:9/", limits=Limits(seconds=5))
    assert error.code in ("private", "no-host")  # not every system reads every spelling
    assert "--allow-private" in error.hint or error.code == "no-host"


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])
def test_addresses_of_the_internet_are_not_private(address: str) -> None:
    assert not web.is_private(address)
    assert not web.is_private(address + "%eth0")


@pytest.mark.parametrize("found", [["10.0.0.1"], ["93.184.216.34", "127.0.0.1"], ["nonsense"]])
def test_a_name_that_leads_inward_is_refused(found: list[str]) -> None:
    error = refused("http://daily.example/", resolve=leading({"daily.example": found}))
    assert error.code == "private"
    assert "daily.example" in error.message


def test_a_redirect_inward_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    # The server stands for a public one: its own name is let through, the one it sends us to is not.
    monkeypatch.setattr(addresses, "is_private", lambda address: address != "127.0.0.1")
    site["/a"] = (302, {"Location": f"http://inner.example:{site.port}/secret"}, b"")
    names = leading({"daily.example": ["127.0.0.1"], "inner.example": ["10.0.0.1"]})
    error = refused(f"http://daily.example:{site.port}/a", resolve=names)
    assert (error.code, site.asked) == ("private", ["/a"])
    assert [each.url for each in error.exchanges] == [f"http://daily.example:{site.port}/a"]


def test_the_connection_goes_to_the_address_that_was_looked_at(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addresses, "is_private", lambda _: False)
    asked: list[str] = []

    def once(host: str, port: int) -> list[tuple[object, ...]]:
        asked.append(host)
        return [(2, 1, 6, "", ("127.0.0.1" if len(asked) == 1 else "203.0.113.9", port))]

    site["/a"] = (200, HTML, b"here")
    answer = web.get(f"http://daily.example:{site.port}/a", resolve=once)
    assert (answer.last.body, answer.last.url) == (b"here", f"http://daily.example:{site.port}/a")
    assert asked == ["daily.example"]
    assert site.handler.seen[0][1]["host"] == f"daily.example:{site.port}"


def test_the_next_address_is_tried_where_nobody_answers(site: Site) -> None:
    site["/a"] = (200, HTML, b"here")
    names = leading({"daily.example": ["127.0.0.2", "127.0.0.1"], "none.example": ["127.0.0.2"]})
    url = f"http://daily.example:{site.port}/a"
    last = web.get(url, allow_private=True, resolve=names).last
    assert (last.body, last.address, last.url) == (b"here", "127.0.0.1", url)
    gone = refused(f"http://none.example:{site.port}/a", allow_private=True, resolve=names)
    assert gone.code == "unreachable"


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("file:///etc/passwd", "address"),
        ("ftp://daily.example/a", "address"),
        ("daily.example/a", "address"),
        ("http://", "address"),
        ("http://a..b/", "address"),
        ("http://127.0.0.%31/", "address"),
        ("https://ana:secret@daily.example/", "credentials"),
        ("https://ana@daily.example/", "credentials"),
    ],
)
def test_what_is_no_address_of_the_web(url: str, code: str) -> None:
    error = refused(url)
    assert error.code == code
    assert "secret" not in error.message + error.hint


def test_the_size_is_bounded_as_sent_and_unpacked(site: Site) -> None:
    bomb = gzip.compress(b"\0" * 5_000_000)
    site["/told"] = (200, {"Content-Length": "50000"}, b"x" * 50_000)
    site["/bomb"] = (200, {"Content-Encoding": "gzip"}, bomb)

    def endless(handler: Handler) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            while True:
                handler.wfile.write(b"x" * 1000)
        except OSError:
            pass

    site["/endless"] = endless
    for path in ("/told", "/bomb", "/endless"):
        error = refused(site.root + path, allow_private=True, limits=Limits(size=4096 + len(bomb)))
        assert error.code == "too-large", path


def test_the_time_is_bounded_whatever_the_server_does(site: Site) -> None:
    def drip_head(handler: Handler) -> None:
        try:
            for _ in range(100):
                handler.wfile.write(b"H")
                handler.wfile.flush()
                time.sleep(0.05)
        except OSError:
            pass

    ended = threading.Event()

    def drip_body(handler: Handler) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            for _ in range(100):
                handler.wfile.write(b"x")
                time.sleep(0.05)
        except OSError:
            ended.set()

    site["/head"], site["/body"] = drip_head, drip_body
    site["/silent"] = lambda _: time.sleep(2)
    for path in ("/head", "/silent", "/body"):
        began = time.monotonic()
        error = refused(site.root + path, allow_private=True, limits=Limits(seconds=0.3))
        assert (error.code, error.message) == ("timeout", "no answer within 0.3 seconds")
        assert time.monotonic() - began < 2
    assert ended.wait(2), "the connection stays open"


def test_a_slow_name_service_is_not_waited_for() -> None:
    def slow(*_: object) -> list[tuple[object, ...]]:
        time.sleep(2)
        return []

    assert (
        refused("http://daily.example/", resolve=slow, limits=Limits(seconds=0.2)).code == "timeout"
    )


def test_no_such_name_and_nobody_there() -> None:
    assert refused("http://daily.example/", resolve=leading({})).code == "no-host"
    assert refused("http://127.0.0.1:9/", allow_private=True).code == "unreachable"


def certified(folder: Path, name: str) -> tuple[Path, ssl.SSLContext]:
    """A certificate for ``name`` that only itself vouches for, and a server's context with it."""
    if not shutil.which("openssl"):
        pytest.skip("openssl is not installed")
    key, cert = folder / "key.pem", folder / "cert.pem"
    made = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=test"
    names = ["-addext", f"subjectAltName={name}"]
    command = ["openssl", *made.split(), *names, "-keyout", str(key), "-out", str(cert)]
    subprocess.run(command, check=True, capture_output=True)
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(cert, key)
    return cert, server


def test_the_certificate_is_held_against_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, site: Site
) -> None:
    cert, server = certified(tmp_path, "DNS:daily.example")
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]

    def serve() -> None:
        for _ in range(3):
            try:
                with server.wrap_socket(listener.accept()[0], server_side=True) as stream:
                    stream.recv(4096)
                    stream.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nsafe")
            except OSError:
                continue
        listener.close()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    names_of = leading({"daily.example": ["127.0.0.1"], "other.example": ["127.0.0.1"]})
    options = {"allow_private": True, "resolve": names_of}
    assert refused(f"https://daily.example:{port}/", **options).code == "tls"  # signed by nobody
    trusting = ssl.create_default_context(cafile=str(cert))
    monkeypatch.setattr(getting, "_context", lambda: trusting)
    assert refused(f"https://other.example:{port}/", **options).code == "tls"
    answer = web.get(f"https://daily.example:{port}/", allow_private=True, resolve=names_of)
    assert answer.last.body == b"safe"
    thread.join(5)
    assert refused(site.root.replace("http:", "https:"), allow_private=True).code == "tls"


@pytest.mark.parametrize("scheme", ["http://", ""])
def test_a_proxy_is_used_and_asked_for_the_name(
    site: Site, monkeypatch: pytest.MonkeyPatch, scheme: str
) -> None:
    monkeypatch.setenv("http_proxy", f"{scheme}127.0.0.1:{site.port}")
    monkeypatch.setenv("no_proxy", "")
    site["http://daily.example/a"] = (200, HTML, b"through the proxy")
    answer = web.get("http://daily.example/a", resolve=leading({}))
    assert (answer.last.body, answer.last.address) == (b"through the proxy", "")
    assert refused("http://127.0.0.1/a").code == "private"


def test_a_proxys_certificate_is_held_against_the_proxys_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, site: Site
) -> None:
    cert, server = certified(tmp_path, "IP:127.0.0.1")
    trusting = ssl.create_default_context(cafile=str(cert))
    monkeypatch.setattr(getting, "_context", lambda: trusting)
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with listener, server.wrap_socket(listener.accept()[0], server_side=True) as stream:
            stream.recv(4096)
            stream.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nsafe")

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    monkeypatch.setenv("http_proxy", f"https://127.0.0.1:{listener.getsockname()[1]}")
    monkeypatch.setenv("no_proxy", "")
    assert web.get("http://daily.example/", resolve=leading({})).last.body == b"safe"
    thread.join(5)
    assert site.asked == []
