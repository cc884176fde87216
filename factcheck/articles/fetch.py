"""A web address to the bytes of an article."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck import web
from factcheck.errors import ArticleError
from factcheck.web import Exchange, Limits, WebError
from factcheck.web.addresses import BROWSER

SECONDS = 20.0
"""How long the whole of it may take: connection, redirects and reading."""
LIMIT = 20 * 1024 * 1024
"""The most bytes that are taken, as sent and as unpacked."""

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
    """What is at ``url``, an http or https address, within ``seconds`` and LIMIT.

    The user names it, so it may be an address of a private network. Raises ArticleError for whatever goes
    wrong, in one line.
    """
    try:
        last = web.get(url, Limits(seconds, LIMIT), allow_private=True).last
    except WebError as error:
        large = ", too large for an article" if error.code == "too-large" else ""
        raise ArticleError(f"{url}: {error.message}{large}", error.hint) from None
    if not 200 <= last.status < 300:
        reason, hint = status(last.status)
        raise ArticleError(f"{url}: {reason}", hint)
    return Response(_marked(last.body, last.charset), last.url, _suffix(last))


def _suffix(exchange: Exchange) -> str:
    kind = exchange.content_type
    if not kind:
        return ""
    unknown = "" if kind == "application/octet-stream" else f".{kind.rpartition('/')[2]}"
    return _TYPES.get(kind, ".txt" if kind.startswith("text/") else unknown)


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


def status(code: int) -> tuple[str, str]:
    """What an HTTP status that is no success means, and what to do about it."""
    if code in {404, 410}:
        return f"no such page (HTTP {code})", "check the address, or look for it in a web archive"
    if code in {401, 402, 403, 429, 451}:
        return f"the site does not let us read it (HTTP {code})", BROWSER
    if code >= 500:
        return f"the server has a fault (HTTP {code})", "try again later"
    return f"the server answered HTTP {code}", BROWSER
