"""A web address to what is there, within limits of time, size and redirects.

Nothing is sent but the request itself: no cookies, no referrer, no passwords that the machine keeps. The
connection goes to the very address that was looked at, so that a name cannot lead elsewhere meanwhile; the
certificate is still held against the name.
"""

from __future__ import annotations

import datetime as dt
import queue
import socket
import ssl
import threading
import time
import urllib.request
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from factcheck import __version__
from factcheck.web import addresses, faults
from factcheck.web.addresses import BROWSER, Resolve
from factcheck.web.record import Answer, Exchange, Limits, WebError

if TYPE_CHECKING:
    import httpx

_HEADERS = {
    "User-Agent": f"factcheck/{__version__} (reads one page that its user names)",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain,*/*;q=0.5",
    "Accept-Language": "en",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}
_MOVED = (301, 302, 303, 307, 308)


def resolve(host: str, port: int) -> list[tuple[object, ...]]:
    """The addresses of a name, as the system knows them. Raises OSError."""
    return list(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))


def get(
    url: str,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    *,
    allow_private: bool = False,
    headers: Mapping[str, str] = MappingProxyType({}),
    resolve: Resolve = resolve,
) -> Answer:
    """What is at ``url``, an http or https address; any status is an answer.

    Hosts with a private address are refused, also on the way, unless ``allow_private``. ``headers`` go with
    each request, in the place of ours of the same name. Raises WebError, in one line without the address, for whatever goes wrong.
    """
    # In a thread of its own, for neither looking up a name nor a server that sends a byte now and then can be
    # told to end in time. A thread left behind ends with the process.
    deadline = time.monotonic() + limits.seconds
    named = {name.lower() for name in headers}
    ours = {name: value for name, value in _HEADERS.items() if name.lower() not in named}
    way = _Way(limits, deadline, allow_private, {**ours, **headers}, resolve, [])
    ends: queue.Queue[BaseException | None] = queue.Queue()
    threading.Thread(target=_work, args=(url, way, ends), daemon=True).start()
    try:
        error = ends.get(timeout=limits.seconds)
    except queue.Empty:
        error = TimeoutError()
    if error is not None:
        raise faults.told(error, limits.seconds, tuple(way.exchanges)) from None
    return Answer(tuple(way.exchanges))


@dataclass(frozen=True, slots=True)
class _Way:
    """What holds for every request on the way, and the exchanges so far."""

    limits: Limits
    deadline: float
    allow_private: bool
    headers: dict[str, str]
    resolve: Resolve
    exchanges: list[Exchange]

    @property
    def left(self) -> float:
        """Seconds; raises TimeoutError when there are none."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


def _work(url: str, way: _Way, ends: queue.Queue[BaseException | None]) -> None:
    try:
        _follow(url, way)
    except BaseException as error:  # noqa: BLE001 - handed over and told by the thread that waits
        ends.put(error)
    else:
        ends.put(None)


def _follow(url: str, way: _Way) -> None:
    url = addresses.normal(url)
    for hop in range(way.limits.redirects + 1):
        exchange = _exchange(url, way)
        way.exchanges.append(exchange)
        location = exchange.header("location")
        if exchange.status not in _MOVED or not location:
            return
        if hop < way.limits.redirects:
            url = addresses.followed(url, location)
    said = f"it sends us on more than {way.limits.redirects} times"
    raise WebError("redirects", said, BROWSER)


def _exchange(url: str, way: _Way) -> Exchange:
    """One request to a normal ``url``, at the first of its addresses that lets us connect."""
    import httpx

    proxy = _proxy(url)
    found = _addresses(url, way, proxied=bool(proxy))
    for number, address in enumerate(found[:-1]):
        try:
            # One that never answers leaves time for the others.
            return _asked(url, address, proxy, way, way.left / (len(found) - number))
        except (httpx.ConnectError, httpx.ConnectTimeout):
            continue
    return _asked(url, found[-1], proxy, way, way.left)


def _asked(url: str, address: str, proxy: str, way: _Way, patience: float) -> Exchange:
    """One request to a normal ``url``, at ``address`` or through ``proxy``; ``patience`` is for connecting."""
    import httpx

    host, _ = addresses.host_and_port(url)
    extensions: dict[str, object] = {"timeout": httpx.Timeout(way.left, connect=patience).as_dict()}
    if not proxy:  # whose own certificate would be held against the name, too
        extensions["sni_hostname"] = host
    moment = dt.datetime.now(dt.UTC)
    # The transport itself, not a client: a client keeps cookies, and looks redirects up by itself.
    with httpx.HTTPTransport(
        verify=_context(), trust_env=False, proxy=_through(proxy) if proxy else None
    ) as transport:
        request = httpx.Request(
            "GET",
            url if proxy else addresses.at(url, address),
            headers={"Host": urlsplit(url).netloc, **way.headers},
            extensions=extensions,
        )
        reply = transport.handle_request(request)
        try:
            packed = _drained(reply, way)
            coding = reply.headers.get("content-encoding", "").strip().lower()
            return Exchange(
                url,
                _head(request),
                reply.status_code,
                reply.reason_phrase,
                _headers(reply),
                packed,
                _unpacked(packed, coding, way.limits.size),
                address,
                moment,
            )
        finally:
            reply.close()


def _addresses(url: str, way: _Way, *, proxied: bool) -> tuple[str, ...]:
    """The addresses to connect to, "" if a proxy finds them out."""
    try:
        found = addresses.checked(url, way.resolve, allow_private=way.allow_private)
    except OSError:
        if proxied:
            return ("",)
        raise
    return ("",) if proxied else found


def _proxy(url: str) -> str:
    """The proxy that the machine is set up with for ``url``, if any."""
    parts = urlsplit(url)
    proxies = urllib.request.getproxies()
    if not proxies or urllib.request.proxy_bypass(parts.netloc):
        return ""
    proxy = proxies.get(parts.scheme) or proxies.get("all") or ""
    return proxy if not proxy or "://" in proxy else f"http://{proxy}"


def _through(proxy: str) -> httpx.Proxy:
    import httpx

    return httpx.Proxy(proxy, ssl_context=_context() if proxy.startswith("https:") else None)


@cache
def _context() -> ssl.SSLContext:
    return ssl.create_default_context()


def _head(request: httpx.Request) -> bytes:
    path = request.url.raw_path
    lines = [b"GET " + path + b" HTTP/1.1", *(b": ".join(each) for each in request.headers.raw)]
    return b"\r\n".join(lines) + b"\r\n\r\n"


def _headers(reply: httpx.Response) -> tuple[tuple[str, str], ...]:
    """The headers in the letters that they came in; httpx itself hands them out in small ones."""
    encoding = reply.headers.encoding
    return tuple(
        (name.decode(encoding), value.decode(encoding)) for name, value in reply.headers.raw
    )


def _drained(reply: httpx.Response, way: _Way) -> bytes:
    size = way.limits.size
    length = reply.headers.get("content-length", "")
    if length.isdigit() and int(length) > size:
        raise _too_large(size)
    raw = bytearray()
    for chunk in reply.iter_raw():  # as they come: pieces of one size would be waited for
        raw += chunk
        if len(raw) > size:
            raise _too_large(size)
        way.left  # noqa: B018 - raises when the time is up
    return bytes(raw)


def _unpacked(raw: bytes, coding: str, size: int) -> bytes:
    if coding in {"", "identity"} or not raw:
        return raw
    if coding not in {"gzip", "x-gzip", "deflate"}:
        raise WebError("damaged", f"it is packed as {coding!r}, which we did not ask for", BROWSER)
    # "deflate" is zlib's format by the standard and bare by the habit of some servers.
    for bits in (16 + zlib.MAX_WBITS,) if "gzip" in coding else (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        inflater = zlib.decompressobj(bits)
        try:
            data = inflater.decompress(raw, size + 1)
        except zlib.error:
            continue
        if len(data) > size:
            raise _too_large(size)
        if inflater.eof:
            return data
    raise WebError("damaged", "it came damaged: it does not unpack", "try again")


def _too_large(size: int) -> WebError:
    return WebError("too-large", f"it is over {size / 1024**2:g} MB", BROWSER)
