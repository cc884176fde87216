"""Finding and reading worksheets, and the new one of an article."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from factcheck import worksheet
from factcheck.errors import WorksheetError
from factcheck.model import Article, Assertion, Found, Query, SetAside, Span


def test_reading_names_what_is_wrong_with_the_file(tmp_path: Path) -> None:
    cases: list[tuple[bytes, str, str]] = [
        (b"", "this is not a factcheck worksheet", "factcheck init makes one from an article"),
        (b"[worksheet]\n\nx = '\xff'", "not UTF-8 (line 3)", "save it again as UTF-8"),
        ("[worksheet]\n".encode("utf-16"), "this is UTF-16", "save it again as UTF-8"),
        ("[worksheet]\n".encode("utf-16-le"), "this is UTF-16", "save it again as UTF-8"),
        ("[worksheet]\n".encode("utf-16-be"), "this is UTF-16", "save it again as UTF-8"),
        (
            b"[worksheet]\nformat = 2\n",
            "written in worksheet format 2, later than format 1 that this factcheck reads",
            "bring factcheck up to date",
        ),
    ]
    path = tmp_path / "w.toml"
    for raw, message, hint in cases:
        path.write_bytes(raw)
        with pytest.raises(WorksheetError) as caught:
            worksheet.read(path)
        assert caught.value.message == f"{path}: {message}"
        assert hint in caught.value.hint
    with pytest.raises(WorksheetError, match="no such file"):
        worksheet.read(tmp_path / "missing.toml")
    with pytest.raises(WorksheetError, match="this is a folder"):
        worksheet.read(tmp_path)


def test_bytes_are_kept_as_they_are(tmp_path: Path) -> None:
    raw = b"\xef\xbb\xbf# caf\xc3\xa9\r\n[worksheet]\r\nformat = 1\n"
    (tmp_path / "w.toml").write_bytes(raw)
    document = worksheet.read(tmp_path / "w.toml")
    assert document.text.encode() == raw
    assert document.problems == ()


def test_finding_worksheets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(WorksheetError, match="there is no folder worksheets here"):
        worksheet.find()
    folder = Path("worksheets")
    folder.mkdir()
    with pytest.raises(WorksheetError, match="worksheets: no worksheet in this folder"):
        worksheet.find()
    (folder / "b.toml").write_text("\ufeff# head\n [ worksheet ]\n", encoding="utf-8")
    (folder / "a.toml").write_text("[worksheet\n")
    (folder / "schema.toml").write_text("[worksheets]\n[tool.worksheet]\n")
    (folder / "b.toml.1.bak").write_text("[worksheet]\n")
    both = (folder / "a.toml", folder / "b.toml")
    assert worksheet.find() == both
    assert worksheet.find([folder, "worksheets/a.toml"]) == both
    assert worksheet.find(["worksheets/[ab].toml"]) == both
    assert worksheet.find([(tmp_path / "worksheets" / "b*").as_posix()])[0].name == "b.toml"
    assert worksheet.find(["missing.toml"]) == (Path("missing.toml"),)
    (folder / "[x].toml").write_text("[worksheet]\n")
    assert worksheet.find(["worksheets/[x].toml"]) == (folder / "[x].toml",)


def test_a_new_worksheet_of_an_article() -> None:
    article = Article(
        "One two three four five six seven eight nine. Ten.",
        site="Daily",
        warnings=("dropped a table",),
        source="-",
    )
    assertion = Assertion("1", "One", 1, 1, Span(0, 3), "narration", "event")
    aside = SetAside("Ten.", 2, 1, Span(46, 50), "no-claim")
    now = dt.datetime(2026, 11, 24, 10, tzinfo=dt.UTC)
    asked = Query("Nine or ten?", ("1",), "“nine. Ten.” (sentence 1)")
    found = Found((), (assertion,), (aside,), (asked,))
    sheet = worksheet.new(article, found, scale="desk", created=now, tool="factcheck 1")
    assert sheet.article == Article(
        article.text, title="One two three four five six seven eight …", source="-"
    )
    assert (sheet.created, sheet.tool, sheet.scale, sheet.format) == (now, "factcheck 1", "desk", 1)
    assert sheet.sha256 == article.sha256
    assert (sheet.assertions, sheet.set_aside, sheet.sources) == ((assertion,), (aside,), ())
    assert sheet.queries == (asked,)
