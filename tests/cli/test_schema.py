"""``factcheck schema``: the schema on stdout or in a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factcheck import worksheet
from factcheck.cli import app
from factcheck.errors import WorksheetError
from factcheck.report import json_schema


def test_the_schema_is_printed() -> None:
    result = CliRunner().invoke(app, ["schema"])
    assert result.exit_code == 0
    assert json.loads(result.stdout) == worksheet.schema()
    assert result.stderr == ""


def test_the_schema_of_the_report() -> None:
    result = CliRunner().invoke(app, ["schema", "--report"])
    assert (result.exit_code, json.loads(result.stdout)) == (0, json_schema.schema())


def test_the_schema_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("s").mkdir()
    result = CliRunner().invoke(app, ["schema", "-o", "s/worksheet.schema.json"])
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"wrote {Path('s/worksheet.schema.json')}\n"
    assert Path("s/worksheet.schema.json").read_text("utf-8") == worksheet.schema_text()


def test_another_file_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("s.json").write_text("mine")
    for _ in range(2):
        result = CliRunner().invoke(app, ["schema", "-o", "s.json"])
        assert result.exit_code == 0
    assert Path("s.json.1.bak").read_text() == "mine"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["s.json", "s.json.1.bak"]


def test_no_folder_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    error = CliRunner().invoke(app, ["schema", "-o", "none/x.json"]).exception
    assert isinstance(error, WorksheetError)
    place = Path("none/x.json")
    assert error.message == f"{place}: cannot be written: there is no folder none"
    assert error.hint == "make it first, or name another place with -o"
    assert list(tmp_path.iterdir()) == []
