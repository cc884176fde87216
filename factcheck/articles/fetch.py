"""A web address to bytes, within limits of time, size and redirects.

urllib rather than httpx: the standard library does all that is needed, honours the proxies and the
certificates that the machine is set up with, and asks for no further dependency. Nothing is sent
but the request itself: no cookies, no referrer.
"""

from __future__ import annotations

import http.client
import queue
import socket
import ssl
import threading
import time
import urllib.error
import urllib.request
import zlib
from dataclasses import dataclass
from email.message import Message
from typing import IO
from urllib.parse import quote, urlsplit, urlunsplit

from factcheck import __version__
from factcheck.errors import ArticleError

SECONDS = 20.0
"""How long the whole of it may take: connection, redirects and reading."""
LIMIT = 20 * 1024 * 1024
"""The most bytes that are taken, as sent and as unpacked."""
REDIRECTS = 5

_AGENT = f"factcheck/{__version__} (reads one page that its user names)"
_CHUNK = 1 << 16
_TYPES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "application/pdf": ".pdf",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
}
_BROWSER = "open it in a browser, save the page and name the file instead"


@dataclass(frozen=True, slots=True)
class Response:
    """What came back: the bytes, unpacked, and the address that they came from in the end.

    ``suffix`` is the type that the server named, as a file's suffix, or "". Text whose encoding
    the server named is UTF-8 with a byte-order mark, which says the same to every reader.
    """

    data: bytes
    url: str
    suffix: str


def fetch(url: str, *, seconds: float = SECONDS) -> Response:
    """What is at ``url``, an http or https address, within ``seconds``, LIMIT and REDIRECTS.

    Raises ArticleError for whatever goes wrong, in one line.
    """
    address = _normal(url)
    # In a thread of its own, for neither looking up a name nor a server that sends a byte now and
    # then can be told to end in time. A thread left behind ends with the process.
    answers: queue.Queue[Response | Exception] = queue.Queue()
    deadline = time.monotonic() + seconds
    thread = threading.Thread(target=_work, args=(address, deadline, answers), daemon=True)
    thread.start()
    try:
        answer = answers.get(timeout=seconds)
    except queue.Empty:
        answer = TimeoutError()
    if isinstance(answer, Response):
        return answer
    reason, hint = _in_words(answer, seconds)
    raise ArticleError(f"{url}: {reason}", hint) from None


def _work(url: str, deadline: float, answers: queue.Queue[Response | Exception]) -> None:
    try:
        answers.put(_get(url, deadline))
    except Exception as error:  # noqa: BLE001 - handed over and told by the thread that waits
        if isinstance(error, urllib.error.HTTPError):
            error.close()
        answers.put(error)


def _get(url: str, deadline: float) -> Response:
    request = urllib.request.Request(  # noqa: S310 - the scheme was looked at
        url,
        headers={
            "User-Agent": _AGENT,
            "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain,*/*;q=0.5",
            "Accept-Language": "en",
            "Accept-Encoding": "gzip, deflate",
        },
    )
    with _opener().open(request, timeout=_left(deadline)) as reply:
        length = reply.headers.get("Content-Length") or ""
        if length.isdigit() and int(length) > LIMIT:
            raise _too_large()
        raw = _drain(reply, deadline)
        if length.isdigit() and len(raw) < int(length):
            raise ConnectionError
        data = _unpack(raw, (reply.headers.get("Content-Encoding") or "").strip().lower())
        headers: Message = reply.headers
        final = str(reply.geturl())
    return Response(_marked(data, headers.get_content_charset() or ""), final, _suffix(headers))


def _suffix(headers: Message) -> str:
    if not headers["Content-Type"]:
        return ""
    kind = headers.get_content_type()
    unknown = "" if kind == "application/octet-stream" else f".{kind.rpartition('/')[2]}"
    return _TYPES.get(kind, ".txt" if kind.startswith("text/") else unknown)


def _opener() -> urllib.request.OpenerDirector:
    """Only http and https: an address that redirects to a file or to FTP is not followed."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _Redirects(),
    ):
        opener.add_handler(handler)
    return opener


class _Redirects(urllib.request.HTTPRedirectHandler):
    max_redirections = max_repeats = REDIRECTS + 1  # counted here, urllib counts places

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        if not newurl.startswith(("http://", "https://")):  # urllib itself would follow to FTP
            fp.close()
            raise _refused("it sends us on to something that is no web page")
        if sum(getattr(req, "redirect_dict", {}).values()) >= REDIRECTS:
            fp.close()
            raise _refused(f"it sends us on more than {REDIRECTS} times")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _drain(reply: IO[bytes], deadline: float) -> bytes:
    out = bytearray()
    while chunk := reply.read1(_CHUNK) if hasattr(reply, "read1") else reply.read(_CHUNK):
        out += chunk
        if len(out) > LIMIT:
            raise _too_large()
        _left(deadline)
    return bytes(out)


def _unpack(raw: bytes, coding: str) -> bytes:
    if coding in {"", "identity"}:
        return raw
    if coding not in {"gzip", "x-gzip", "deflate"}:
        raise _refused(f"it is packed as {coding!r}, which we did not ask for")
    # "deflate" is zlib's format by the standard and bare by the habit of some servers.
    for bits in (16 + zlib.MAX_WBITS,) if "gzip" in coding else (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        inflater = zlib.decompressobj(bits)
        try:
            data = inflater.decompress(raw, LIMIT + 1)
        except zlib.error:
            continue
        if len(data) > LIMIT:
            raise _too_large()
        if inflater.eof:
            return data
    raise _refused("it came damaged: it does not unpack", "try again")


def _marked(data: bytes, charset: str) -> bytes:
    """``data`` as UTF-8 with a byte-order mark if it is text in ``charset``; else as it is."""
    if not charset or data[:4] in {b"%PDF", b"PK\x03\x04"}:
        return data
    # Servers that say ISO-8859-1 mean Windows-1252 (WHATWG Encoding, labels).
    name = (
        "cp1252" if charset.lower() in {"iso-8859-1", "latin-1", "latin1", "us-ascii"} else charset
    )
    try:
        text = data.decode(name)
    except (LookupError, UnicodeError):
        return data
    return b"\xef\xbb\xbf" + text.lstrip("\ufeff").encode("utf-8", "replace")


def _normal(url: str) -> str:
    """``url`` in the form that goes over the wire: ASCII, no fragment, a path."""
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname or "", parts.port
        ascii_host = host.encode("idna").decode("ascii") if not host.isascii() else host
    except ValueError:
        raise ArticleError(f"{url}: not a web address", "copy it from the browser") from None
    if parts.scheme.lower() not in {"http", "https"} or not ascii_host:
        raise ArticleError(f"{url}: not a web address", "copy it from the browser")
    if parts.username is not None:
        raise ArticleError(f"{url}: addresses with a password are not read", _BROWSER)
    netloc = f"[{ascii_host}]" if ":" in ascii_host else ascii_host
    netloc += f":{port}" if port else ""
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]|")
    return urlunsplit((parts.scheme.lower(), netloc, path, query, ""))


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _too_large() -> ArticleError:
    return _refused(f"it is over {LIMIT // 1024**2} MB, too large for an article")


def _refused(reason: str, hint: str = _BROWSER) -> ArticleError:
    return ArticleError(reason, hint)


def _in_words(error: BaseException, seconds: float) -> tuple[str, str]:
    """What went wrong and what to do, in one line each."""
    if isinstance(error, urllib.error.HTTPError):
        return _status(error.code)
    if isinstance(error, urllib.error.URLError) and isinstance(error.reason, BaseException):
        error = error.reason
    if isinstance(error, ArticleError):
        return error.message, error.hint
    if isinstance(error, ssl.SSLError):
        reason = getattr(error, "verify_message", "") or error.reason or "no secure connection"
        return f"the connection is not safe ({reason})", _BROWSER
    for kinds, reason, hint in _FAULTS:
        if isinstance(error, kinds):
            return reason.format(seconds), hint
    return f"could not be fetched ({type(error).__name__})", _BROWSER


_FAULTS: tuple[tuple[type[BaseException] | tuple[type[BaseException], ...], str, str], ...] = (
    (TimeoutError, "no answer within {:g} seconds", "try again later, or save the page by hand"),
    (socket.gaierror, "no such host, or no network", "check the address and the connection"),
    (
        (ConnectionError, http.client.HTTPException, OSError),
        "the server cannot be reached, or broke off",
        "check the address, or try again later",
    ),
)


def _status(code: int) -> tuple[str, str]:
    if code in {404, 410}:
        return f"no such page (HTTP {code})", "check the address, or look for it in a web archive"
    if code in {401, 402, 403, 429, 451}:
        return f"the site does not let us read it (HTTP {code})", _BROWSER
    if code >= 500:
        return f"the server has a fault (HTTP {code})", "try again later"
    return f"the server answered HTTP {code}", _BROWSER
