"""What went wrong on the way, in one line and a hint."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator

from factcheck.web.addresses import BROWSER
from factcheck.web.record import Exchange, WebError

_LATER = "try again later, or save the page by hand"


def told(error: BaseException, seconds: float, exchanges: tuple[Exchange, ...]) -> WebError:
    """``error`` as one of ours; ``exchanges`` are what was got before."""
    chain = list(_chain(error))
    for each in chain:
        if isinstance(each, WebError):
            return WebError(each.code, each.message, each.hint, exchanges)
        if isinstance(each, ssl.SSLError):
            why = getattr(each, "verify_message", "") or each.reason or "no secure connection"
            return WebError("tls", f"the connection is not safe ({why})", BROWSER, exchanges)
        if isinstance(each, socket.gaierror):
            hint = "check the address and the connection"
            return WebError("no-host", "no such host, or no network", hint, exchanges)
    names = {type(each).__name__ for each in chain}
    if any("Timeout" in name for name in names):
        return WebError("timeout", f"no answer within {seconds:g} seconds", _LATER, exchanges)
    if any(isinstance(each, OSError) for each in chain) or names & {
        "RemoteProtocolError",
        "ReadError",
    }:
        said = "the server cannot be reached, or broke off"
        return WebError("unreachable", said, "check the address, or try again later", exchanges)
    said = f"could not be fetched ({type(error).__name__})"
    return WebError("unreachable", said, BROWSER, exchanges)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """``error`` and what it came of; httpx wraps what the sockets raise."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
