"""What was asked of the web and what it answered, as a WARC file (ISO 28500) that other tools open.

Each run has a file of its own, so that nothing which was saved before is ever touched. A body that an earlier
one has is not kept twice: a revisit record points to it.
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck import __version__
from factcheck.web import Exchange, WebError

if TYPE_CHECKING:
    from warcio.warcwriter import WARCWriter

SUFFIX = ".warc.gz"
_GONE = ("transfer-encoding",)
"""Headers that are no longer true of a body that is not cut into chunks any more."""


class Warc:
    """A WARC file that is made when the first thing is written to it."""

    def __init__(self, folder: Path, stem: str, moment: dt.datetime) -> None:
        """``folder`` also has the earlier ones. ``stem`` and ``moment`` make the name."""
        self._folder = folder
        self._name = f"{stem}-{moment:%Y%m%dT%H%M%SZ}{SUFFIX}"
        self._path: Path | None = None
        self._known = known(folder)

    @property
    def path(self) -> Path | None:
        """The file, None while nothing was written."""
        return self._path

    def keep(self, exchange: Exchange) -> None:
        """Write a request and its response. Raises OSError."""
        with self._opened() as stream:
            writer = _writer(stream)
            moment = _moment(exchange.moment)
            headers = {"WARC-Date": moment}
            if exchange.address:
                headers["WARC-IP-Address"] = exchange.address
            digest = _digest(exchange.packed)
            earlier = self._known.get(digest) if exchange.packed else None
            response = _response(writer, exchange, headers, digest, earlier)
            request = writer.create_warc_record(
                exchange.url,
                "request",
                io.BytesIO(exchange.request),
                len(exchange.request),  # without it a temporary file is opened and never closed
                warc_headers_dict=dict(headers),
            )
            writer.write_request_response_pair(request, response)
            self._known.setdefault(digest, (exchange.url, moment))

    def failed(self, url: str, error: WebError, moment: dt.datetime) -> None:
        """Write that nothing came of a request, and why. Raises OSError."""
        told = f"outcome: {error.code}\r\nmessage: {error.message}\r\n".encode()
        with self._opened() as stream:
            writer = _writer(stream)
            record = writer.create_warc_record(
                url,
                "metadata",
                io.BytesIO(told),
                len(told),
                "application/warc-fields",
                {"WARC-Date": _moment(moment)},
            )
            writer.write_record(record)

    def _opened(self) -> io.BufferedWriter:
        if self._path is not None:
            return self._path.open("ab")
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / self._name
        number = 1
        while path.exists():  # two runs in one second
            number += 1
            path = self._folder / f"{self._name.removesuffix(SUFFIX)}-{number}{SUFFIX}"
        with path.open("xb") as stream:
            writer = _writer(stream)
            about = {
                "software": f"factcheck {__version__}",
                "format": "WARC File Format 1.1",
                "description": "pages that a fact-checker asked to be saved",
            }
            writer.write_record(writer.create_warcinfo_record(path.name, about))
        self._path = path
        return path.open("ab")


def _writer(stream: io.BufferedWriter) -> WARCWriter:
    from warcio.warcwriter import WARCWriter

    return WARCWriter(stream, gzip=True, warc_version="1.1")


def _response(
    writer: WARCWriter,
    exchange: Exchange,
    headers: dict[str, str],
    digest: str,
    earlier: tuple[str, str] | None,
) -> Any:
    from warcio.statusandheaders import StatusAndHeaders

    lines = [(name, value) for name, value in exchange.headers if name.lower() not in _GONE]
    status = f"{exchange.status} {exchange.reason}".strip()
    http = StatusAndHeaders(status, lines, protocol="HTTP/1.1")
    if earlier is not None:
        return writer.create_revisit_record(
            exchange.url, digest, *earlier, http_headers=http, warc_headers_dict=dict(headers)
        )
    return writer.create_warc_record(
        exchange.url,
        "response",
        io.BytesIO(exchange.packed),
        len(exchange.packed),
        http_headers=http,
        warc_headers_dict=dict(headers),
    )


def known(folder: Path) -> dict[str, tuple[str, str]]:
    """The bodies in the WARC files of ``folder``: digest → address and time of the first record that has it.

    A file that was cut off, or is no WARC, tells what it can.
    """
    found: dict[str, tuple[str, str]] = {}
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        for digest, url, moment in _bodies(path):
            found.setdefault(digest, (url, moment))
    return found


def _bodies(path: Path) -> Iterator[tuple[str, str, str]]:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        with path.open("rb") as stream:
            for record in ArchiveIterator(stream):
                if record.rec_type == "response":
                    names = ("WARC-Payload-Digest", "WARC-Target-URI", "WARC-Date")
                    digest, url, moment = map(record.rec_headers.get_header, names)
                    if digest and url and moment:
                        yield digest, url, moment
    except (OSError, EOFError, ArchiveLoadFailed):
        return


def _digest(data: bytes) -> str:
    """The digest as WARC files have it; SHA-1 is what all their readers know."""
    return "sha1:" + base64.b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode()


def _moment(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
