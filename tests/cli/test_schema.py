"""``factcheck schema``: the schema on stdout or in a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factcheck import worksheet
from factcheck.cli import app


def test_the_schema_is_printed() -> None:
    result = CliRunner().invoke(app, ["schema"])
    assert result.exit_code == 0
    assert json.loads(result.stdout) == worksheet.schema()
    assert result.stderr == ""


def test_the_schema_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
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
