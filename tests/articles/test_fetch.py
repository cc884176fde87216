from __future__ import annotations

import gzip
import time
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from factcheck import articles
from factcheck.articles import fetch
from factcheck.errors import ArticleError

if TYPE_CHECKING:
    from tests.conftest import Handler, Site

PROSE = "“The bridge is open,” said Zoë."
WEB = f"<html><head><title>Bridge opens</title></head><p>{PROSE}</p></html>"


def fails(site: Site, path: str, seconds: float = 10) -> ArticleError:
    with pytest.raises(ArticleError) as caught:
        fetch.fetch(site.root + path, seconds=seconds)
    assert "\n" not in caught.value.message
    assert caught.value.hint
    return caught.value


HTML = {"Content-Type": "text/html"}


def test_a_page(site: Site) -> None:
    site["/a"] = (200, {"Content-Type": "text/html; charset=utf-8"}, WEB.encode())
    article = articles.load(f"{site.root}/a#part")
    assert article.text == PROSE
    assert article.title == "Bridge opens"
    assert article.source == f"{site.root}/a#part"
    assert article.url == f"{site.root}/a"
    assert article.site == "127.0.0.1"
    assert article.warnings == ()


def test_the_request_names_the_tool_and_carries_no_cookies(site: Site) -> None:
    site["/a"] = (302, {"Location": "/b", "Set-Cookie": "a=b"}, b"")
    site["/b"] = (200, HTML, WEB.encode())
    fetch.fetch(f"{site.root}/a")
    assert [path for path, _ in site.handler.seen] == ["/a", "/b"]
    for _, headers in site.handler.seen:
        assert headers["user-agent"].startswith("factcheck/")
        assert "cookie" not in headers
        assert "referer" not in headers


@pytest.mark.parametrize(
    ("header", "body"),
    [
        ("text/html; charset=windows-1252", WEB.encode("cp1252")),
        ("text/html; charset=ISO-8859-1", WEB.encode("cp1252")),
        ("text/html; charset=utf-16", WEB.encode("utf-16")),
        ("text/html; charset=no-such", WEB.encode()),
        ("text/html; charset=utf-8", b'<meta charset="iso-8859-2">' + WEB.encode()),
        ("text/html", b'<meta charset="windows-1252">' + WEB.encode("cp1252")),
        ("text/html", WEB.encode()),
    ],
)
def test_the_encoding_of_the_header_then_of_the_page(site: Site, header: str, body: bytes) -> None:
    site["/a"] = (200, {"Content-Type": header}, body)
    assert articles.load(f"{site.root}/a").text == PROSE


@pytest.mark.parametrize(
    ("path", "headers", "body", "text"),
    [
        ("/a", {"Content-Type": "text/plain"}, b"By Ann Example\n\nOne <b>.", "One <b>."),
        ("/a.txt", {}, b"One <b>.", "One <b>."),
        ("/a.md", {"Content-Type": "application/octet-stream"}, b"*One*", "One"),
        ("/a", {"Content-Type": "text/markdown; charset=utf-8"}, b"*One*", "One"),
        ("/a", {}, WEB.encode(), PROSE),
    ],
)
def test_the_type_picks_the_reader(
    site: Site, path: str, headers: dict[str, str], body: bytes, text: str
) -> None:
    site[path] = (200, headers, body)
    assert articles.load(site.root + path).text == text


@pytest.mark.parametrize(
    ("coding", "pack"),
    [
        ("gzip", gzip.compress),
        ("x-gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("deflate", lambda data: zlib.compress(data, wbits=-15)),
        ("identity", bytes),
    ],
)
def test_packed(site: Site, coding: str, pack: Callable[[bytes], bytes]) -> None:
    site["/a"] = (200, {"Content-Encoding": coding}, pack(WEB.encode()))
    assert fetch.fetch(f"{site.root}/a").data == WEB.encode()


def test_five_redirects_and_no_more(site: Site) -> None:
    for n in range(6):
        site[f"/{n}"] = (301 + n % 2, {"Location": f"/{n + 1}"}, b"")
    site["/6"] = (200, HTML, b"x")
    assert fetch.fetch(f"{site.root}/1").url == f"{site.root}/6"
    assert fails(site, "/0").message == f"{site.root}/0: it sends us on more than 5 times"
    site["/loop"] = (302, {"Location": "/loop"}, b"")
    assert "more than 5 times" in fails(site, "/loop").message


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/a", "data:,x"])
def test_a_redirect_leads_to_the_web_only(site: Site, target: str) -> None:
    site["/a"] = (302, {"Location": target}, b"")
    assert fails(site, "/a")


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (404, "no such page (HTTP 404)"),
        (410, "no such page (HTTP 410)"),
        (403, "the site does not let us read it (HTTP 403)"),
        (429, "the site does not let us read it (HTTP 429)"),
        (503, "the server has a fault (HTTP 503)"),
        (418, "the server answered HTTP 418"),
    ],
)
def test_errors_of_the_server(site: Site, status: int, reason: str) -> None:
    site["/a"] = (status, HTML, b"<p>Sorry.")
    assert fails(site, "/a").message == f"{site.root}/a: {reason}"


def test_too_large(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "LIMIT", 1000)
    site["/told"] = (200, {"Content-Length": "1001"}, b"x" * 1001)
    site["/packed"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(b"x" * 1001))

    def endless(handler: Handler) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            while True:
                handler.wfile.write(b"x" * 100)
        except OSError:
            pass

    site["/endless"] = endless
    for path in ("/told", "/packed", "/endless"):
        assert "too large for an article" in fails(site, path).message
    site["/fits"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(b"x" * 1000))
    assert fetch.fetch(f"{site.root}/fits").data == b"x" * 1000


def test_no_answer_in_time(site: Site) -> None:
    def silent(_: Handler) -> None:
        time.sleep(3)

    def drip(handler: Handler) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            for _ in range(60):
                handler.wfile.write(b"x")
                time.sleep(0.05)
        except OSError:
            pass

    site["/silent"], site["/drip"] = silent, drip
    for path in ("/silent", "/drip"):
        assert fails(site, path, 0.3).message == f"{site.root}{path}: no answer within 0.3 seconds"


def test_broken_off(site: Site) -> None:
    site["/short"] = (200, {"Content-Length": "100"}, b"x")
    site["/packed"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(b"x" * 99)[:-9])
    site["/odd"] = (200, {"Content-Encoding": "br"}, b"x")

    def hang_up(handler: Handler) -> None:
        handler.wfile.write(b"rubbish\r\n\r\n")

    site["/rubbish"] = hang_up
    assert "broke off" in fails(site, "/short").message
    assert "does not unpack" in fails(site, "/packed").message
    assert "packed as 'br'" in fails(site, "/odd").message
    assert "broke off" in fails(site, "/rubbish").message


def test_what_is_no_article(site: Site) -> None:
    site["/image"] = (200, {"Content-Type": "image/png"}, b"\x89PNG\r\n\x1a\n....")
    site["/json"] = (200, {"Content-Type": "application/json"}, b"{}")
    site["/empty"] = (200, HTML, b"")
    for path, reason in (
        ("/image", ": this is a PNG image, not an article"),
        ("/json", ": unknown type .json"),
        ("/empty", " is empty: no words in it"),
    ):
        with pytest.raises(ArticleError) as caught:
            articles.load(site.root + path)
        assert caught.value.message == f"{site.root}{path}{reason}"


def test_nobody_there() -> None:
    with pytest.raises(ArticleError, match="cannot be reached, or broke off"):
        fetch.fetch("http://127.0.0.1:9/", seconds=5)


def test_no_secure_connection(site: Site) -> None:
    with pytest.raises(ArticleError, match="the connection is not safe"):
        fetch.fetch(site.root.replace("http:", "https:"), seconds=5)


@pytest.mark.parametrize(
    "url",
    [
        "http://",
        "http:///a",
        "http://[::1",
        "https://a:b@example.org/",
        "http://x:99999/",
        "http://a..b/é",
    ],
)
def test_no_addresses(url: str) -> None:
    with pytest.raises(ArticleError) as caught:
        fetch.fetch(url, seconds=2)
    assert caught.value.message.startswith(url)


def test_signs_outside_ascii_go_as_utf_8(site: Site) -> None:
    site["/caf%C3%A9?q=%C3%BC%20x&a=[1]"] = (200, HTML, b"x")
    assert fetch.fetch(f"{site.root}/café?q=ü x&a=[1]#x").data == b"x"
