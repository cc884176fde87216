"""On disk: nothing is overwritten, nothing is half written."""

from __future__ import annotations

import datetime as dt
import errno
import os
import stat
import threading
from pathlib import Path
from typing import Any

import pytest

from factcheck import worksheet
from factcheck.errors import WorksheetError
from factcheck.model import Article, Assertion, Found, Query, SetAside, Span

TEXT = "[worksheet]\nformat = 1\nnote = 'ü\r\n'\n"


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_new_file_has_exactly_the_text(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "er" / "w.toml"
    assert worksheet.write(path, TEXT) is None
    assert path.read_bytes() == TEXT.encode()
    assert names(path.parent) == ["w.toml"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_new_file_may_be_read_by_whom_the_umask_allows(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        worksheet.write(tmp_path / "w.toml", TEXT)
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "w.toml").stat().st_mode) == 0o640


def test_a_file_that_exists_stays(tmp_path: Path) -> None:
    path = tmp_path / "w.toml"
    path.write_text("mine")
    with pytest.raises(WorksheetError) as caught:
        worksheet.write(path, TEXT)
    assert caught.value.message == f"{path}: exists already"
    assert "--force" in caught.value.hint
    assert "--force" in caught.value.hint
    assert path.read_text() == "mine"
    assert names(tmp_path) == ["w.toml"]


def test_force_keeps_every_older_file(tmp_path: Path) -> None:
    path = tmp_path / "w.toml"
    for number in range(4):
        kept = worksheet.write(path, str(number), force=True)
        assert kept == (tmp_path / f"w.toml.{number}.bak" if number else None)
    assert path.read_text() == "3"
    assert [(tmp_path / f"w.toml.{n}.bak").read_text() for n in (1, 2, 3)] == ["0", "1", "2"]
    assert names(tmp_path) == ["w.toml", "w.toml.1.bak", "w.toml.2.bak", "w.toml.3.bak"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_force_keeps_the_permissions(tmp_path: Path) -> None:
    path = tmp_path / "w.toml"
    path.write_text("mine")
    path.chmod(0o600)
    worksheet.write(path, TEXT, force=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_of_many_writers_exactly_one_wins(tmp_path: Path) -> None:
    path = tmp_path / "w.toml"
    won: list[str] = []
    start = threading.Barrier(8)

    def work(name: str) -> None:
        start.wait()
        try:
            worksheet.write(path, name * 5000)
        except WorksheetError:
            return
        won.append(name)

    threads = [threading.Thread(target=work, args=(name,)) for name in "abcdefgh"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(won) == 1
    assert path.read_text() == won[0] * 5000
    assert names(tmp_path) == ["w.toml"]


def test_without_hard_links_nothing_is_overwritten_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any) -> None:
        raise OSError(errno.EPERM, "no hard links here")

    monkeypatch.setattr(os, "link", refuse)
    path = tmp_path / "w.toml"
    worksheet.write(path, TEXT)
    with pytest.raises(WorksheetError, match="exists already"):
        worksheet.write(path, "other")
    assert path.read_bytes() == TEXT.encode()
    assert names(tmp_path) == ["w.toml"]


@pytest.mark.parametrize(
    ("number", "hint"),
    [
        (errno.ENOSPC, "make room and run it again; nothing was changed"),
        (errno.EACCES, "you may not write there; name another place with -o"),
        (errno.EROFS, "the disk is read-only; name another place with -o"),
    ],
)
@pytest.mark.parametrize("force", [False, True])
def test_a_failed_write_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, hint: str, *, force: bool
) -> None:
    path = tmp_path / "w.toml"
    if force:
        path.write_text("mine")

    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(WorksheetError) as caught:
        worksheet.write(path, TEXT, force=force)
    assert caught.value.message.startswith(f"{path}: cannot be written: ")
    assert caught.value.hint == hint
    assert names(tmp_path) == (["w.toml"] if force else [])
    if force:
        assert path.read_text() == "mine"


def test_a_folder_in_the_way(tmp_path: Path) -> None:
    with pytest.raises(WorksheetError) as caught:
        worksheet.write(tmp_path, TEXT, force=True)
    assert caught.value.hint == "this is a folder; name a file in it"
    (tmp_path / "file").write_text("x")
    with pytest.raises(WorksheetError, match="cannot be written"):
        worksheet.write(tmp_path / "file" / "w.toml", TEXT)


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    real, link = tmp_path / "kept" / "w.toml", tmp_path / "w.toml"
    real.write_text("mine")
    link.symlink_to(real)
    with pytest.raises(WorksheetError, match="exists already"):
        worksheet.write(link, TEXT)
    assert worksheet.write(link, TEXT, force=True) == real.with_name("w.toml.1.bak")
    assert link.is_symlink()
    assert real.read_bytes() == TEXT.encode()
    assert names(tmp_path) == ["kept", "w.toml"]


def test_half_a_character_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(WorksheetError, match="half a character at offset 3"):
        worksheet.write(tmp_path / "w.toml", "abc\ud800")
    assert names(tmp_path) == []


def test_renew_leaves_an_equal_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "s.json"
    assert worksheet.renew(path, "a") is None
    assert worksheet.renew(path, "a") is None
    assert worksheet.renew(path, "b") == tmp_path / "s.json.1.bak"
    assert names(tmp_path) == ["s.json", "s.json.1.bak"]


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
