"""What office documents are made of: a zip of parts, and XML in the parts.

Neither is trusted. A small zip may inflate to terabytes and its headers may say what they like, so
bytes are counted as they come out. XML may name files and addresses; none is ever opened.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from factcheck.articles import sniff
from factcheck.errors import ArticleError

if TYPE_CHECKING:
    from lxml.etree import _Element

LIMIT = 200 * 1024 * 1024
"""How many bytes the parts that are read may inflate to, in all."""

_CHUNK = 1 << 16
_USUAL = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
# What zipfile raises on damaged archives, beside its own error; found by damaging some.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    IndexError,
    NotImplementedError,
    OSError,
    OverflowError,
    ValueError,
)
_AGAIN = "open it in the program that made it and save it again, or get a fresh copy"


def unpack(data: bytes, *wanted: str) -> dict[str, bytes]:
    """The parts of the zip archive ``data`` whose names match a pattern in ``wanted``, by name.

    Patterns are those of :mod:`fnmatch`: ``content.xml``, ``word/*.xml``; a ``*`` also matches
    slashes. A part that is missing is missing in the result. Only the wanted parts are inflated,
    to at most LIMIT bytes in all. Raises ArticleError for what is no zip archive, cut off,
    damaged, locked or over the limit.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _inflate(archive, wanted)
    except _DAMAGE:
        if not data.startswith(b"PK"):
            sniff.kind(data)  # raises a better error for an old or locked Office file
        raise ArticleError("the file is cut off or damaged", _AGAIN) from None


def parse(part: bytes) -> _Element:
    """The root of the XML in ``part``; comments and processing instructions are left out.

    Entities that the part declares are not resolved: each stays in the tree as a node of its own,
    whose text is its name. Raises ArticleError for XML that is not well-formed or nests too deep.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(part, parser)
    except etree.XMLSyntaxError as error:
        raise ArticleError(
            f"the XML in it is damaged at line {error.lineno or 1}", _AGAIN
        ) from None


def locked() -> ArticleError:
    """The error for a document that a password protects."""
    return ArticleError(
        "it is protected by a password",
        "open it in the program that made it, remove the password and save it again",
    )


def _inflate(archive: zipfile.ZipFile, wanted: tuple[str, ...]) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    left = LIMIT
    for info in archive.infolist():
        name = info.filename.replace("\\", "/").lstrip("/")
        if info.is_dir() or not any(fnmatchcase(name, pattern) for pattern in wanted):
            continue
        if info.flag_bits & 1:
            raise locked()
        if info.compress_type not in _USUAL:
            # The other methods inflate a block at a time, however large, before we can count.
            raise NotImplementedError
        parts[name] = _read(archive, info, left)
        left -= len(parts[name])
    return parts


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int) -> bytes:
    out = bytearray()
    with archive.open(info) as part:
        while chunk := part.read(_CHUNK):
            out += chunk
            if len(out) > limit:
                raise ArticleError(
                    f"it unpacks to more than {LIMIT // 1024**2} MB, too much for an article",
                    "save the text alone, without pictures, and try again",
                )
    return bytes(out)
