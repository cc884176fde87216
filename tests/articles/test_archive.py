from __future__ import annotations

import contextlib
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.articles import archive
from factcheck.errors import ArticleError

PARTS = {"content.xml": b"<a/>", "word/one.xml": b"<b/>", "word/media/p.png": b"png" * 50}


def packed(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        for name, part in parts.items():
            made.writestr(zipfile.ZipInfo(name), part, method)
    return out.getvalue()


def test_only_the_wanted_parts_are_unpacked() -> None:
    data = packed(PARTS)
    assert archive.unpack(data, "*") == PARTS
    assert archive.unpack(data, "content.xml", "missing.xml") == {"content.xml": b"<a/>"}
    assert archive.unpack(data, "word/*.xml") == {"word/one.xml": b"<b/>"}


def test_names_with_backslashes_are_found() -> None:
    assert archive.unpack(packed({"word\\one.xml": b"<b/>"}), "word/one.xml") == {
        "word/one.xml": b"<b/>"
    }


def test_the_limit_counts_what_is_unpacked_not_what_the_header_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(archive, "LIMIT", 1024 * 1024)
    half = packed({"a": b"0" * 512 * 1024, "b": b"0" * 512 * 1024})
    assert len(archive.unpack(half, "*")["b"]) == 512 * 1024
    for parts in ({"a": b"0" * (1024 * 1024 + 1)}, {"a": b"0" * 2**20, "b": b"1"}):
        with pytest.raises(ArticleError) as caught:
            archive.unpack(packed(parts), "*")
        assert caught.value.message == "it unpacks to more than 1 MB, too much for an article"
    assert archive.unpack(packed({"a": b"0" * 2**21, "b": b"1"}), "b") == {"b": b"1"}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (packed(PARTS)[:-40], "the file is cut off or damaged"),
        (packed(PARTS)[: len(packed(PARTS)) // 2], "the file is cut off or damaged"),
        (packed(PARTS, zipfile.ZIP_LZMA), "the file is cut off or damaged"),
        (packed({"p": b"x" * 99}, zipfile.ZIP_STORED).replace(b"x" * 99, b"y" * 99), "cut off"),
        (b"Only words, no archive.", "the file is cut off or damaged"),
        (b"", "the file is cut off or damaged"),
        (
            bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"),
            "this Word document is protected by a password",
        ),
        (
            bytes.fromhex("d0cf11e0a1b11ae1") + "WordDocument".encode("utf-16-le"),
            "this is a Word document of the old kind (.doc)",
        ),
    ],
)
def test_what_cannot_be_unpacked(data: bytes, message: str) -> None:
    with pytest.raises(ArticleError) as caught:
        archive.unpack(data, "*")
    assert message in caught.value.message
    assert caught.value.hint


def test_a_locked_part_is_told() -> None:
    data = bytearray(packed({"content.xml": b"<a/>"}))
    data[6] |= 1  # in the local header
    data[data.index(b"PK\x01\x02") + 8] |= 1  # in the directory
    with pytest.raises(ArticleError, match="protected by a password"):
        archive.unpack(bytes(data), "*")


@settings(deadline=None, max_examples=150)
@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=8), st.data())
def test_a_damaged_archive_is_read_or_refused(
    changes: list[tuple[int, int]], source: st.DataObject
) -> None:
    data = bytearray(packed(PARTS))
    for place, byte in changes:
        data[place % len(data)] = byte
    end = source.draw(st.integers(0, len(data)))
    for damaged in (bytes(data), bytes(data[:end])):
        with contextlib.suppress(ArticleError):
            archive.unpack(damaged, "*")


def test_entities_are_never_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret", encoding="utf-8")
    root = archive.parse(
        f'<!DOCTYPE p [<!ENTITY a SYSTEM "{secret.as_uri()}"><!ENTITY b "inner">'
        f'<!ENTITY % c SYSTEM "{secret.as_uri()}"> %c;]><p>one &a; two &b; three &amp; four</p>'.encode()
    )
    assert "".join(map(str, root.itertext())) == "one &a; two &b; three & four"


@pytest.mark.parametrize(
    "part",
    [
        b"",
        b"words",
        b"<a><b></a>",
        b"<a>" * 300 + b"</a>" * 300,
        b"<a>\xff\xfe</a>",
        b'<!DOCTYPE p [<!ENTITY a "lollollol">'
        + b"".join(
            b'<!ENTITY a%s "%s">' % (b"a" * i, b"&a%s;" % (b"a" * (i - 1)) * 10)
            for i in range(1, 9)
        )
        + b']><p t="&a%s;"/>' % (b"a" * 8),
    ],
)
def test_xml_that_is_damaged_or_a_trap(part: bytes) -> None:
    with pytest.raises(ArticleError) as caught:
        archive.parse(part)
    assert caught.value.message.startswith("the XML in it is damaged at line ")
    assert caught.value.hint


def test_comments_and_instructions_are_left_out() -> None:
    root = archive.parse(b"<?xml version='1.0'?><p>a<!-- no -->b<?no no?>c</p>")
    assert "".join(map(str, root.itertext())) == "abc"
