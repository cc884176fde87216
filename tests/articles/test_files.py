from __future__ import annotations

import io
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from factcheck.articles import files
from factcheck.errors import ArticleError


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfa\r\n")
    assert files.read(str(path)) == b"\xef\xbb\xbfa\r\n"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"words")))
    assert files.read("-") == b"words"


def error(source: str) -> ArticleError:
    with pytest.raises(ArticleError) as caught:
        files.read(source)
    assert "\n" not in caught.value.message
    assert caught.value.hint
    return caught.value


def test_what_cannot_be_read(tmp_path: Path) -> None:
    missing, empty = tmp_path / "no.txt", tmp_path / "empty.txt"
    empty.write_bytes(b" \r\n\t")
    assert error(str(missing)).message == f"{missing}: no such file"
    assert error(str(empty)).message == f"{empty} is empty: no words in it"
    assert error(str(tmp_path)).message == f"{tmp_path} is a folder"
    assert error("a\0b").message == "a\\x00b: not a name of a file"
    assert "too long" in error("x" * 5000).message


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 11)
    monkeypatch.setattr(files, "LIMIT", 10)
    assert "too large for an article" in error(str(path)).message
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"x" * 11)))
    assert error("-").message.startswith("standard input is over")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    assert error(str(path)).message == f"{path} is not an ordinary file"
    assert error(os.devnull).message == f"{os.devnull} is not an ordinary file"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")
    path.chmod(0)
    assert error(str(path)).message == f"{path}: no permission to read it"


def test_a_refusal_by_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert error(str(path)).message == f"{path}: no permission to read it"
