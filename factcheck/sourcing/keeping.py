"""Files under ``evidence/``: named by their source and their content, written whole, never over another."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from factcheck.web import Exchange

FOLDER = "evidence"
_HASHED = 12  # characters of the hash that a name has: enough to tell any two copies apart
_TYPES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "text/markdown": ".md",
    "application/json": ".json",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/pdf": ".pdf",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "application/msword": ".doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.ms-excel": ".xls",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
    "application/zip": ".zip",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "audio/mpeg": ".mp3",
    "audio/mp4": ".m4a",
    "audio/wav": ".wav",
    "video/mp4": ".mp4",
}
_MARKS = (
    (b"%PDF-", ".pdf"),
    (b"\x89PNG\r\n\x1a\n", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"GIF8", ".gif"),
    (b"{\\rtf", ".rtf"),
)
_PAGE = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)


def suffix(exchange: Exchange) -> str:
    """The suffix that fits what came: by its content, else by the server's word, else by the address."""
    data = exchange.body
    for mark, found in _MARKS:
        if data.startswith(mark):
            return found
    if _PAGE.match(data[:4096]):
        return ".html"
    named = Path(urlsplit(exchange.url).path).suffix.lower()
    usual = _TYPES.get(exchange.content_type, "")
    if usual in ("", ".txt", ".zip") and re.fullmatch(r"\.[a-z0-9]{1,5}", named):
        return named  # servers call a table plain text, and anything else octets
    return usual or ".bin"


def lies(exchange: Exchange, found: str) -> bool:
    """Whether the server called what came something else than it is."""
    said = _TYPES.get(exchange.content_type, "")
    return (
        bool(said) and found in (".pdf", ".html", ".png", ".jpg", ".gif", ".rtf") and said != found
    )


def keep(folder: Path, identity: str, data: bytes, ending: str) -> tuple[str, str]:
    """Put ``data`` into the evidence of ``folder``; what is there already stays as it is.

    Gives the path from ``folder``, with slashes, and the SHA-256. Raises OSError.
    """
    digest = hashlib.sha256(data).hexdigest()
    name = f"{FOLDER}/{_plain(identity)}-{digest[:_HASHED]}{ending}"
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    if not (target.is_file() and hashlib.sha256(target.read_bytes()).hexdigest() == digest):
        _write(target, data)
    return name, digest


def _plain(identity: str) -> str:
    """An id as a part of a file's name, on every system."""
    return re.sub(r"[^A-Za-z0-9_-]+", "-", identity).strip("-")[:40] or "source"


def _write(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(0o644)
        os.replace(name, target)  # noqa: PTH105 - same call, one object less
    finally:
        with contextlib.suppress(FileNotFoundError):
            Path(name).unlink()
