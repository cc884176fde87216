"""Addresses of the web: the form that goes over the wire, and which lead into a private network."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from factcheck.web.record import WebError

BROWSER = "open it in a browser, save the page and name the file instead"
Resolve = Callable[[str, int], Iterable[tuple[Any, ...]]]
"""``socket.getaddrinfo`` or its like: host and port to tuples whose last part begins with an IP address."""
_PORTS = {"http": 80, "https": 443}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_COMPATIBLE = ipaddress.ip_network("::/96")


def normal(url: str) -> str:
    """``url`` in ASCII, with a path and without a fragment. Raises WebError for what is no address of the web."""
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname or "", parts.port
        ascii_host = host.encode("idna").decode("ascii")
    except ValueError:
        raise WebError("address", "not a web address", "copy it from the browser") from None
    # A "%" is for whoever looks the name up to read: a proxy may see another host in it than we do.
    if parts.scheme.lower() not in _PORTS or not ascii_host or "%" in ascii_host:
        raise WebError("address", "not a web address", "copy it from the browser")
    if parts.username is not None:
        raise WebError("credentials", "addresses with a password are not read", BROWSER)
    netloc = f"[{ascii_host}]" if ":" in ascii_host else ascii_host
    netloc += f":{port}" if port else ""
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]|")
    return urlunsplit((parts.scheme.lower(), netloc, path, query, ""))


def followed(url: str, location: str) -> str:
    """Where ``location`` sends the reader of ``url``. Raises WebError if that is no web page."""
    try:
        target = urljoin(url, location.strip())
    except ValueError:
        target = ""
    if not target.lower().startswith(("http://", "https://")):
        raise WebError("redirects", "it sends us on to something that is no web page", BROWSER)
    return normal(target)


def host_and_port(url: str) -> tuple[str, int]:
    """The host of a normal ``url``, and its port."""
    parts = urlsplit(url)
    return parts.hostname or "", parts.port or _PORTS[parts.scheme]


def at(url: str, address: str) -> str:
    """A normal ``url`` with the IP ``address`` in the place of its host's name."""
    parts = urlsplit(url)
    netloc = f"[{address}]" if ":" in address else address
    netloc += f":{parts.port}" if parts.port else ""
    return urlunsplit(parts._replace(netloc=netloc))


def checked(url: str, resolve: Resolve, *, allow_private: bool) -> tuple[str, ...]:
    """The IP addresses of the host of a normal ``url``, to connect to one of these and to no other.

    Raises WebError if any address of the name is private: which one is used would be left to chance. Raises
    OSError if there is no such name.
    """
    host, port = host_and_port(url)
    found = tuple(dict.fromkeys(str(entry[-1][0]) for entry in resolve(host, port)))
    if not found:
        raise WebError("no-host", "no such host, or no network", "check the address")
    if not allow_private and any(map(is_private, found)):
        raise WebError(
            "private",
            f"{host} is an address of a private network",
            "nothing private is fetched; --allow-private does it all the same",
        )
    return found


def is_private(address: str) -> bool:
    """Whether an IP address is none of the public internet's, or has such a one packed in it."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return True  # what we do not understand is not public
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.is_site_local:  # to the library these are global
            return True
        inner = _packed(ip)
        if inner is not None:
            return is_private(str(inner))
    return not ip.is_global or ip.is_multicast or ip.is_reserved


def _packed(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address only wraps."""
    if ip.ipv4_mapped or ip.sixtofour:
        return ip.ipv4_mapped or ip.sixtofour
    if ip.teredo:
        return ip.teredo[1]
    if ip in _NAT64 or (ip in _COMPATIBLE and int(ip) > 1):
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return None
