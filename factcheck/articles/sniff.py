"""What bytes are, whatever the file is called."""

from __future__ import annotations

import re

from factcheck.errors import ArticleError

_ZIP = b"PK\x03\x04"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_OTHER = {
    b"\x89PNG\r\n\x1a\n": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"II*\x00": "a TIFF image",
    b"MM\x00*": "a TIFF image",
    b"\x1f\x8b": "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ\x00": "an xz archive",
    b"7z\xbc\xaf\x27\x1c": "a 7-Zip archive",
    b"Rar!\x1a\x07": "a RAR archive",
    b"\x28\xb5\x2f\xfd": "a Zstandard archive",
    b"ID3": "an audio file",
    b"OggS": "an audio file",
    b"fLaC": "an audio file",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"SQLite format 3\x00": "a database",
    b"%!PS": "a PostScript file",
    b"wOFF": "a font",
    b"\x1aE\xdf\xa3": "a video",
}
_PACKAGES = (
    (b"mimetypeapplication/epub+zip", "an e-book (EPUB)"),
    (b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "an OpenDocument spreadsheet"),
    (b"mimetypeapplication/vnd.oasis.opendocument.presentation", "an OpenDocument presentation"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"Index/Document.iwa", "a Pages document"),
)
_SAVE_AS = "save the article as text, Word (.docx), OpenDocument, RTF, PDF or HTML"
_WEB = re.compile(
    rb"(?:\s|<!--.*?-->|<\?.*?\?>)*<(?:!doctype\s+html|html|head|body|meta|title|link|script|style)\b",
    re.IGNORECASE | re.DOTALL,
)
_FRAGMENT = re.compile(
    rb"\s*<(?:p|div|article|section|main|h1|h2|table|ul|blockquote)\b[^<>]*>", re.I
)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def kind(data: bytes) -> str:
    """The suffix that ``data`` deserves: ``.pdf .docx .odt .rtf .html``, or "" for text.

    Raises ArticleError for what is recognised and no article: images, archives, old Word files.
    """
    if b"%PDF-" in data[:1024]:
        return ".pdf"
    if data.startswith(_ZIP):
        return _package(data)
    if data.startswith(_OLE):
        raise _ole(data)
    start = _plain_start(data)
    if start.lstrip().startswith(b"{\\rtf"):
        return ".rtf"
    for mark, name in _OTHER.items():
        if data.startswith(mark):
            raise ArticleError(f"this is {name}, not an article", _SAVE_AS)
    if data[4:8] == b"ftyp":
        raise ArticleError("this is a video or an image, not an article", _SAVE_AS)
    if data[:4] == b"RIFF" and data[8:12] in {b"WAVE", b"AVI ", b"WEBP"}:
        raise ArticleError("this is an image, audio or video file, not an article", _SAVE_AS)
    if b"<office:document" in start and b"opendocument.text" in start:
        return ".fodt"
    return ".html" if _WEB.match(start) or _is_fragment(start) else ""


def _plain_start(data: bytes) -> bytes:
    """The first characters as ASCII, whether the text is UTF-16 or has a byte-order mark."""
    start = data[:8192]
    for mark in _MARKS:
        start = start.removeprefix(mark)
    return start.replace(b"\x00", b"") if start[:64].count(0) > 8 else start


def _is_fragment(start: bytes) -> bool:
    return (
        _FRAGMENT.match(start) is not None and len(re.findall(rb"</(?:p|div|h\d|li)>", start)) > 1
    )


def _package(data: bytes) -> str:
    """Tell zip packages apart by the names of their parts, which are not compressed.

    So a truncated package is still recognised, and its reader can say that it is truncated.
    """
    head = data[30:200]
    if head.startswith(b"mimetypeapplication/vnd.oasis.opendocument.text"):
        return ".odt"
    for mark, name in _PACKAGES[:3]:
        if head.startswith(mark):
            raise ArticleError(f"this is {name}, not an article", _SAVE_AS)
    # A part's name follows its local header, so a mention inside compressed data is no match.
    names = {data[m.start() + 30 : m.start() + 70] for m in re.finditer(re.escape(_ZIP), data)}
    if any(name.startswith((b"word/", b"[Content_Types].xml", b"_rels/.rels")) for name in names):
        for mark, what in _PACKAGES[3:]:
            if any(name.startswith(mark) for name in names):
                raise ArticleError(f"this is {what}, not an article", _SAVE_AS)
        return ".docx"
    if any(name.startswith((b"content.xml", b"META-INF/manifest.xml")) for name in names):
        return ".odt"
    if any(name.startswith(b"META-INF/container.xml") for name in names):
        raise ArticleError("this is an e-book (EPUB), not an article", _SAVE_AS)
    raise ArticleError("this is a zip archive, not an article", "unpack it first, then name a file")


def _ole(data: bytes) -> ArticleError:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return ArticleError(
            "this Word document is protected by a password",
            "open it in Word, remove the password (File, Info, Protect) and save it again",
        )
    if "WordDocument".encode("utf-16-le") in data:
        return ArticleError(
            "this is a Word document of the old kind (.doc)",
            "open it in Word or LibreOffice and save it as .docx",
        )
    return ArticleError("this is an old Office file, not an article", _SAVE_AS)
