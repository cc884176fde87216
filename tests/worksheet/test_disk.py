"""On disk: one writer at a time, nothing is overwritten, nothing is half written."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from factcheck import worksheet
from factcheck.errors import WorksheetError
from factcheck.worksheet import disk

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


OLD = "\ufeff# caf\u00e9\r\n[worksheet]\r\nformat = 1\n"
NEW = OLD + "# mine\n"


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "w.toml"
    path.write_bytes(OLD.encode())
    return path


def test_a_revised_file_has_exactly_the_text(sheet: Path) -> None:
    assert worksheet.revise(sheet, worksheet.read(sheet), NEW) is None
    assert sheet.read_bytes() == NEW.encode()
    assert names(sheet.parent) == ["w.toml"]


def test_a_backup_is_kept_beside_a_revised_file(sheet: Path) -> None:
    for text, kept in ((NEW, "w.toml.1.bak"), (OLD, "w.toml.2.bak")):
        before = worksheet.read(sheet)
        assert worksheet.revise(sheet, before, text, backup=True) == sheet.with_name(kept)
        assert sheet.with_name(kept).read_bytes() == before.text.encode()
    assert names(sheet.parent) == ["w.toml", "w.toml.1.bak", "w.toml.2.bak"]


def test_the_same_text_is_not_written_again(sheet: Path) -> None:
    os.utime(sheet, ns=(1, 1))
    assert worksheet.revise(sheet, worksheet.read(sheet), OLD, backup=True) is None
    assert sheet.stat().st_mtime_ns == 1
    assert names(sheet.parent) == ["w.toml"]


@pytest.mark.parametrize("backup", [False, True])
@pytest.mark.parametrize("after", [OLD, NEW])
def test_a_file_that_was_changed_is_never_overwritten(
    sheet: Path, after: str, *, backup: bool
) -> None:
    before = worksheet.read(sheet)
    sheet.write_bytes(b"saved by an editor")
    with pytest.raises(WorksheetError) as caught:
        worksheet.revise(sheet, before, after, backup=backup)
    assert caught.value.message == f"{sheet}: was changed since it was read"
    assert caught.value.hint == "nothing was written over it; run this again"
    assert sheet.read_bytes() == b"saved by an editor"
    assert names(sheet.parent) == ["w.toml"]


def test_a_change_of_line_ends_alone_is_a_change(sheet: Path) -> None:
    before = worksheet.read(sheet)
    sheet.write_bytes(OLD.replace("\r", "").encode())
    with pytest.raises(WorksheetError, match="was changed since it was read"):
        worksheet.revise(sheet, before, NEW)


@pytest.mark.parametrize("how", ["revise", "force"])
def test_what_an_editor_saves_at_the_last_moment_stays(
    sheet: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    keep = disk._keep

    def save_meanwhile(target: Path, data: bytes) -> Path:
        kept = keep(target, data)
        sheet.write_bytes(b"saved by an editor")
        return kept

    monkeypatch.setattr(disk, "_keep", save_meanwhile)
    before = worksheet.read(sheet)
    acts: dict[str, Callable[[], Path | None]] = {
        "revise": lambda: worksheet.revise(sheet, before, NEW, backup=True),
        "force": lambda: worksheet.write(sheet, NEW, force=True),
    }
    with pytest.raises(WorksheetError, match="was changed since it was read"):
        acts[how]()
    assert sheet.read_bytes() == b"saved by an editor"
    assert names(sheet.parent) == ["w.toml"]


def test_a_file_that_is_gone_is_not_made_again(sheet: Path) -> None:
    before = worksheet.read(sheet)
    sheet.unlink()
    with pytest.raises(WorksheetError, match="is gone since it was read"):
        worksheet.revise(sheet, before, NEW)
    assert names(sheet.parent) == []
    sheet.parent.rmdir()
    with pytest.raises(WorksheetError, match="is gone since it was read"):
        worksheet.revise(sheet, before, NEW)
    assert not sheet.parent.exists()


def test_while_another_writes_one_says_so_at_once(sheet: Path) -> None:
    before = worksheet.read(sheet)
    with FileLock(sheet.with_name(".w.toml.factcheck.lock")):
        acts: tuple[Callable[[], Path | None], ...] = (
            lambda: worksheet.revise(sheet, before, NEW),
            lambda: worksheet.write(sheet, NEW, force=True),
            lambda: worksheet.write(sheet, NEW),
        )
        for act in acts:
            with pytest.raises(WorksheetError) as caught:
                act()
            assert caught.value.message == f"{sheet}: another factcheck is writing it"
            assert caught.value.hint == "nothing was changed; run this again in a moment"
        assert sheet.read_bytes() == OLD.encode()
    worksheet.revise(sheet, before, NEW)
    assert names(sheet.parent) == ["w.toml"]


def test_another_worksheet_beside_it_is_free(sheet: Path) -> None:
    with FileLock(sheet.with_name(".other.toml.factcheck.lock")):
        worksheet.revise(sheet, worksheet.read(sheet), NEW)
    assert sheet.read_bytes() == NEW.encode()


def test_what_a_killed_process_left_neither_blocks_nor_stays(sheet: Path) -> None:
    (sheet.parent / ".w.toml.factcheck.lock").touch()
    (sheet.parent / ".w.toml.a1b2c3d4.factcheck.tmp").write_bytes(b"half")
    (sheet.parent / ".w.toml.x.a1b2c3d4.factcheck.tmp").write_bytes(b"of w.toml.x")
    (sheet.parent / ".w.toml.tmp").write_bytes(b"somebody else's")
    worksheet.revise(sheet, worksheet.read(sheet), NEW)
    assert names(sheet.parent) == [".w.toml.tmp", ".w.toml.x.a1b2c3d4.factcheck.tmp", "w.toml"]


def test_where_there_are_no_locks_the_comparison_is_left(
    sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(FileLock, "acquire", refuse)
    before = worksheet.read(sheet)
    worksheet.revise(sheet, before, NEW)
    assert sheet.read_bytes() == NEW.encode()
    with pytest.raises(WorksheetError, match="was changed since it was read"):
        worksheet.revise(sheet, before, OLD)


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_revised_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    real, link = tmp_path / "kept" / "w.toml", tmp_path / "w.toml"
    real.write_bytes(OLD.encode())
    link.symlink_to(Path("kept") / "w.toml")
    worksheet.revise(link, worksheet.read(link), NEW)
    assert link.is_symlink()
    assert real.read_bytes() == NEW.encode()
    assert (names(tmp_path), names(real.parent)) == (["kept", "w.toml"], ["w.toml"])


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_revised_file_and_its_backup_keep_the_permissions(sheet: Path) -> None:
    sheet.chmod(0o600)
    kept = worksheet.revise(sheet, worksheet.read(sheet), NEW, backup=True)
    assert kept is not None
    assert [stat.S_IMODE(path.stat().st_mode) for path in (sheet, kept)] == [0o600, 0o600]


def test_a_file_that_must_not_be_written_is_not(
    sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Asked for by name: root may write everything.
    monkeypatch.setattr(os, "access", lambda path, mode: (path, mode) != (sheet, os.W_OK))
    with pytest.raises(WorksheetError) as caught:
        worksheet.revise(sheet, worksheet.read(sheet), NEW)
    assert caught.value.message == f"{sheet}: cannot be written: permission denied"
    assert caught.value.hint == "you may not write there, or another program has it open"
    assert sheet.read_bytes() == OLD.encode()
    assert names(sheet.parent) == ["w.toml"]


def test_a_revision_that_fails_changes_nothing(
    sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    before = worksheet.read(sheet)
    for owner, name in ((os, "fsync"), (Path, "replace")):
        with monkeypatch.context() as patch:
            patch.setattr(owner, name, fail)
            with pytest.raises(WorksheetError, match="cannot be written: no space left"):
                worksheet.revise(sheet, before, NEW, backup=True)
        assert sheet.read_bytes() == OLD.encode()
        assert names(sheet.parent) == ["w.toml"]


def test_a_very_long_name(tmp_path: Path) -> None:
    path = tmp_path / ("\u0448" * 120 + ".toml")
    worksheet.write(path, OLD)
    worksheet.revise(path, worksheet.read(path), NEW, backup=True)
    assert names(tmp_path) == [path.name, f"{path.name}.1.bak"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing is killed where nothing forks")
@pytest.mark.parametrize("what", ["at-random", "at-each-step", "at-once"])
def test_processes_that_are_killed_or_meet(what: str, tmp_path: Path) -> None:
    script = Path(__file__).with_name("writers.py")
    run = subprocess.run(
        [sys.executable, str(script), what, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert (run.stdout, run.stderr) == ("as it should be\n", "")
