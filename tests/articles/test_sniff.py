from __future__ import annotations

import contextlib
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.articles import sniff
from factcheck.errors import ArticleError

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 512


def package(*names: str, mimetype: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "<x/>")
    return out.getvalue()


DOCX = package("[Content_Types].xml", "word/document.xml")
ODT = package("content.xml", mimetype="application/vnd.oasis.opendocument.text")


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (b"%PDF-1.7\n", ".pdf"),
        (b"\n\nrubbish %PDF-1.4", ".pdf"),
        (b"{\\rtf1\\ansi x}", ".rtf"),
        (b"\xef\xbb\xbf {\\rtf1 x}", ".rtf"),
        (DOCX, ".docx"),
        (DOCX[:60], ".docx"),
        (ODT, ".odt"),
        (ODT[:80], ".odt"),
        (package("META-INF/manifest.xml", "content.xml"), ".odt"),
        (b"<!DOCTYPE html><p>x", ".html"),
        (b"\xef\xbb\xbf\n<!-- x --><HTML lang=en>", ".html"),
        (b"<?xml version='1.0'?>\n<html xmlns='x'>", ".html"),
        ("<html><p>x".encode("utf-16"), ".html"),
        (b"<p>One.</p>\n<p>Two.</p>", ".html"),
        (b"<p> is a tag, said the teacher.", ""),
        (b"The mayor said <html> is a tag.", ""),
        (b"", ""),
        (b"Plain words.", ""),
    ],
)
def test_kind(data: bytes, suffix: str) -> None:
    assert sniff.kind(data) == suffix


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x89PNG\r\n\x1a\n....", "this is a PNG image, not an article"),
        (b"\xff\xd8\xff\xe0", "this is a JPEG image, not an article"),
        (b"\x00\x00\x00\x18ftypmp42", "this is a video or an image, not an article"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8", "this is an image, audio or video file, not an article"),
        (b"\x1f\x8b\x08", "this is a gzip archive, not an article"),
        (package("a.txt"), "this is a zip archive, not an article"),
        (package("x", mimetype="application/epub+zip"), "this is an e-book (EPUB), not an article"),
        (
            package("[Content_Types].xml", "xl/workbook.xml"),
            "this is an Excel workbook, not an article",
        ),
        (
            package("[Content_Types].xml", "ppt/presentation.xml"),
            "this is a PowerPoint presentation, not an article",
        ),
        (
            OLE + "EncryptedPackage".encode("utf-16-le"),
            "this Word document is protected by a password",
        ),
        (
            OLE + "WordDocument".encode("utf-16-le"),
            "this is a Word document of the old kind (.doc)",
        ),
        (OLE, "this is an old Office file, not an article"),
    ],
)
def test_what_is_no_article_is_named(data: bytes, message: str) -> None:
    with pytest.raises(ArticleError) as caught:
        sniff.kind(data)
    assert caught.value.message == message
    assert caught.value.hint


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    with contextlib.suppress(ArticleError):
        assert sniff.kind(data) in {"", ".pdf", ".docx", ".odt", ".fodt", ".rtf", ".html"}
