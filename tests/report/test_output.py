"""Which format a file asks for, and what a report never replaces."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from factcheck import report, worksheet
from factcheck.errors import FactcheckError
from factcheck.model import Worksheet
from factcheck.report import FORMATS, NAMES, choose, make, save
from factcheck.report.output import SUFFIXES


@pytest.mark.parametrize(
    ("name", "path", "expected"),
    [
        ("", None, "terminal"),
        ("json", None, "json"),
        ("", Path("memo.md"), "markdown"),
        ("", Path("memo.MARKDOWN"), "markdown"),
        ("", Path("a.b/memo.json"), "json"),
        ("", Path("memo.txt"), "terminal"),
        ("json", Path("memo.txt"), "json"),
        ("terminal", Path("memo"), "terminal"),
    ],
)
def test_choose(name: str, path: Path | None, expected: str) -> None:
    assert choose(name, path, FORMATS) == expected


FEW = "terminal, markdown, json"


@pytest.mark.parametrize(
    ("name", "path", "message", "hint"),
    [
        ("pdf", None, "there is no format 'pdf'", f"one of: {FEW}"),
        (
            "",
            Path("memo.pdf"),
            "memo.pdf: the suffix names no format of report",
            f"one of: {', '.join(SUFFIXES)}; or give -f with one of: {FEW}",
        ),
        (
            "",
            Path("memo"),
            "memo: the suffix names no format of report",
            f"one of: {', '.join(SUFFIXES)}; or give -f with one of: {FEW}",
        ),
    ],
)
def test_choose_refuses(name: str, path: Path | None, message: str, hint: str) -> None:
    with pytest.raises(FactcheckError) as caught:
        choose(name, path, FEW.split(", "))
    assert (caught.value.message, caught.value.hint) == (message, hint)


def test_every_format_has_a_suffix_and_every_suffix_a_format() -> None:
    assert set(SUFFIXES.values()) == set(NAMES) - {"memo"}  # -f memo only


@pytest.mark.parametrize("name", NAMES)
def test_an_earlier_report_is_replaced(name: str, compiled: report.Report, tmp_path: Path) -> None:
    path = tmp_path / "memo"
    made = make(name, compiled)
    save(path, made)
    assert path.read_bytes() == (made.encode("utf-8") if isinstance(made, str) else made)
    save(path, "a later one\n")
    assert path.read_bytes() == b"a later one\n"
    assert [each.name for each in tmp_path.iterdir()] == ["memo"]


def test_an_empty_file_is_filled(tmp_path: Path) -> None:
    path = tmp_path / "memo.md"
    path.write_text(" \n")
    save(path, "new\n")
    assert path.read_text() == "new\n"


def test_another_file_is_replaced_only_on_demand(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("my own notes\n")
    with pytest.raises(FactcheckError) as caught:
        save(path, "new\n")
    assert caught.value.message == f"{path}: exists already and is not a report of factcheck"
    assert path.read_text() == "my own notes\n"
    save(path, "new\n", force=True)
    assert path.read_text() == "new\n"


def test_a_worksheet_is_never_replaced(worksheet: Worksheet, tmp_path: Path) -> None:
    from factcheck.worksheet import render

    path = tmp_path / "other.toml"
    text = render(worksheet)
    path.write_text("\ufeff" + text, encoding="utf-8", newline="\r\n")
    before = path.read_bytes()
    with pytest.raises(FactcheckError) as caught:
        save(path, "new\n", force=True)
    assert caught.value.message == f"{path}: is a worksheet; a report never replaces one"
    assert path.read_bytes() == before


def test_what_it_is_made_from_is_never_replaced(tmp_path: Path) -> None:
    article = tmp_path / "article.md"
    article.write_text("The story.\n")
    link = tmp_path / "memo.md"
    link.symlink_to(article)
    for path in (article, link):
        with pytest.raises(FactcheckError) as caught:
            save(
                path,
                "new\n",
                keep=[tmp_path / "gone", Path("x" * 9000), Path("a\0b"), Path(), article],
                force=True,
            )
        assert caught.value.message == f"{path}: is what the report is made from"
    assert article.read_text() == "The story.\n"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target.md", tmp_path / "memo.md"
    link.symlink_to(target)
    save(link, "new\n")
    assert link.is_symlink()
    assert target.read_text() == "new\n"


@pytest.mark.skipif(sys.platform == "win32", reason="no such permissions there")
def test_permissions_are_kept_and_new_ones_are_ordinary(tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        path = tmp_path / "memo.md"
        save(path, "Compiled by factcheck \n")
        assert stat.S_IMODE(path.stat().st_mode) == 0o644
        path.chmod(0o640)
        save(path, "again\n")
        assert stat.S_IMODE(path.stat().st_mode) == 0o640
    finally:
        os.umask(mask)


@pytest.mark.skipif(sys.platform == "win32", reason="no such device there")
def test_a_device_is_written_to() -> None:
    save(Path(os.devnull), "new\n")
    assert Path(os.devnull).is_char_device()


def test_a_folder_that_is_not_there_is_made(tmp_path: Path) -> None:
    save(tmp_path / "desk" / "june" / "memo.md", "new\n")
    assert (tmp_path / "desk" / "june" / "memo.md").read_text("utf-8") == "new\n"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "desk").write_text("a file", "utf-8")
    with pytest.raises(FactcheckError) as caught:
        save(tmp_path / "desk" / "june" / "memo.md", "new\n")
    assert "memo.md: cannot be written: " in caught.value.message


def test_a_format_and_a_suffix_that_disagree() -> None:
    with pytest.raises(FactcheckError) as caught:
        choose("html", Path("story.csv"), FORMATS)
    assert caught.value.message == "story.csv: the suffix asks for csv, and -f for html"
    assert choose("memo", Path("story.md"), FORMATS) == "memo"
    assert choose("claimreview", Path("story.json"), ("claimreview", "json")) == "claimreview"
    assert choose("html", Path("story"), FORMATS) == "html"


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError) as caught:
        save(tmp_path, "new\n")
    assert caught.value.message == f"{tmp_path}: cannot be written: is a directory"


def test_half_characters_are_spelt_out(tmp_path: Path) -> None:
    save(tmp_path / "memo.md", "x\ud800\n")
    assert (tmp_path / "memo.md").read_bytes() == b"x\\ud800\n"


def test_read_reads_checks_and_compiles(worksheet_file: Path, compiled: report.Report) -> None:
    got = report.read(worksheet_file)
    assert got.items == compiled.items
    assert got.sources == compiled.sources
    assert {f.rule for f in got.faults if f.severity == "error"} >= {
        "unknown-verdict",
        "unknown-source",
        "fix-without-correction",
    }
    assert worksheet.read(worksheet_file).problems == ()


def test_read_refuses_what_it_can_only_read_in_part(worksheet_file: Path) -> None:
    text = worksheet_file.read_text(encoding="utf-8")
    worksheet_file.write_text(text.replace('verdict = "wrong"', "verdict = wrong"), "utf-8")
    with pytest.raises(FactcheckError) as caught:
        report.read(worksheet_file)
    assert "this cannot be read" in caught.value.message
    assert "factcheck check" in caught.value.hint
    worksheet_file.write_text(text.replace('verdict = "wrong"', "verdict = 3"), "utf-8")
    with pytest.raises(FactcheckError) as caught:
        report.read(worksheet_file)
    assert "this cannot be read" in caught.value.message


def test_read_needs_a_worksheet(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError):
        report.read(tmp_path / "gone.toml")
