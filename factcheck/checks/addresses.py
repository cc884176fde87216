"""Web addresses: what is wrong with one, and which are the same. Nothing is fetched."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import urlsplit, urlunsplit

from factcheck.worksheet.slips import suggest

_WEB = ("http", "https", "ftp")
_OTHER_SCHEMES = ("doi", "hdl", "mailto", "tel", "urn")
_LABEL = re.compile(r"[^\W_]([\w-]*[^\W_])?")
_NEVER = re.compile(r"[\x00-\x20\x7f<>\"“”«»\\^`{|}]")
_PAGE = re.compile(r"https?://(?:www\.)?([^/?#]*)([^#]*)", re.IGNORECASE)

Fault = tuple[str, str]
"""A message and a hint."""


def fault(url: str) -> Fault | None:
    """What is wrong with ``url`` and what to do about it, or None; ``""`` is no address at all."""
    return (_copying_fault(url) or _scheme_fault(url) or _host_fault(url)) if url else None


def normal(address: str) -> str:
    """An address or a path in one spelling: no scheme, ``www.``, fragment or closing slash."""
    address = address.strip()
    if match := _PAGE.match(address):
        return match[1].lower() + match[2].rstrip("/")
    return posixpath.normpath(address.replace("\\", "/")) if address else ""


def without_credentials(url: str) -> str:
    """``url`` without a name and password."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    if "@" not in parts.netloc:
        return url
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def _copying_fault(url: str) -> Fault | None:
    if url.endswith(("…", "...")):
        return "this address is cut off", "copy the whole address"
    if wrong := _NEVER.search(url):
        shown = "a blank" if wrong.group().isspace() else f"the character {wrong.group()!r}"
        return f"this address has {shown} in it", "copy it again from the browser's address bar"
    return None


def _scheme_fault(url: str) -> Fault | None:
    scheme, colon, rest = url.partition(":")
    scheme = scheme.lower()
    if colon and scheme in (*_WEB, *_OTHER_SCHEMES) and (scheme not in _WEB or rest[:2] == "//"):
        return None
    if scheme == "file":
        return "this address is a file on your machine", "name it with file in a [[source]]"
    if rest.startswith("//"):
        return f"no address begins with {scheme}://", suggest(scheme, _WEB)
    hint = "begin it with https://"
    if "." in url.partition("/")[0] and scheme not in _WEB:
        hint = f"write https://{url}"
    return "this address does not begin with https:// or http://", hint


def _host_fault(url: str) -> Fault | None:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        host, port = "", None
    if url.partition(":")[0].lower() in _WEB and (not _is_host(host) or port == 0):
        return "this address names no host", "write it as https://host.example/page"
    if without_credentials(url) != url:
        return (
            "this address has a name and password in it",
            "take them out, and change the password",
        )
    return None


def _is_host(host: str) -> bool:
    if host == "localhost" or ":" in host:  # an IPv6 address, which urlsplit has checked
        return True
    labels = host.removesuffix(".").split(".")
    return len(labels) > 1 and all(_LABEL.fullmatch(label) for label in labels)
