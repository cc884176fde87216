"""What is asked of the web, what it answers, and how it fails."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from email.message import Message
from typing import Literal

from factcheck.errors import FactcheckError

Code = Literal[
    "address",  # no address of the web
    "credentials",  # a name and a password in it
    "private",  # it leads into a private network
    "no-host",  # no such name, or no network
    "unreachable",  # nobody there, or broken off
    "timeout",
    "too-large",
    "redirects",  # too many, or to something that is no web page
    "tls",  # no safe connection
    "damaged",  # does not unpack
]


@dataclass(frozen=True, slots=True)
class Limits:
    """``seconds`` for all of it: names, connections, redirects, reading; ``size`` in bytes, sent and unpacked."""

    seconds: float = 30.0
    size: int = 50 * 1024 * 1024
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and the response to it.

    ``url`` has no fragment. ``request`` is the head of the request as sent, ``headers`` and ``packed``, the
    body, are as they came, not cut into chunks any more; ``body`` is unpacked. ``address`` is the server's, "" behind a proxy; ``moment`` is when the request was sent.
    """

    url: str
    request: bytes
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    packed: bytes
    body: bytes
    address: str
    moment: dt.datetime

    def header(self, name: str) -> str:
        """The first header called ``name``, in any letters; "" if there is none."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")

    @property
    def content_type(self) -> str:
        """The type that the server names, in small letters and without parameters; "" if none."""
        return self._typed().get_content_type() if self.header("content-type") else ""

    @property
    def charset(self) -> str:
        """The encoding that the server names, "" if none."""
        return self._typed().get_content_charset() or ""

    def _typed(self) -> Message:
        message = Message()
        message["Content-Type"] = self.header("content-type")
        return message


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a request: the redirects, then the answer itself, whatever its status."""

    exchanges: tuple[Exchange, ...]

    @property
    def last(self) -> Exchange:
        """The answer itself."""
        return self.exchanges[-1]


class WebError(FactcheckError):
    """Nothing was got, for the reason that ``code`` names; ``exchanges`` are the redirects until then."""

    def __init__(
        self, code: Code, message: str, hint: str = "", exchanges: tuple[Exchange, ...] = ()
    ) -> None:
        super().__init__(message, hint)
        self.code = code
        self.exchanges = exchanges
