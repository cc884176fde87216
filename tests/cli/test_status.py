"""``factcheck status``: the table, as text and as JSON, and its exit codes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from factcheck.cli import app
from factcheck.errors import WorksheetError


@pytest.fixture
def folder(here: Path, sheet: str) -> Path:
    """The folder of two worksheets, ``here``."""
    made = here / "worksheets"
    made.mkdir()
    (made / "bridge.toml").write_text(sheet, encoding="utf-8")
    harbour = sheet.replace("The [b]bridge[/b]", "The harbour", 1)
    (made / "harbour.toml").write_text(harbour, encoding="utf-8")
    return made


def status(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["status", *arguments])


@pytest.mark.usefixtures("folder")
def test_none_given_is_the_whole_folder(golden: Callable[[str, str], None]) -> None:
    result = status()
    assert (result.exit_code, result.stderr) == (0, "")
    golden("status.txt", result.stdout.replace("\\", "/"))


@pytest.mark.usefixtures("folder")
def test_only_those_that_are_named() -> None:
    result = status("worksheets/harbour.toml")
    assert result.exit_code == 0
    assert "The harbour" in result.stdout
    assert "bridge" not in result.stdout


def test_one_that_cannot_be_read_is_a_row_and_the_others_still_show(folder: Path) -> None:
    (folder / "broken.toml").write_bytes(b"[worksheet]\ntitle = '\xff'\n")
    result = status()
    assert (result.exit_code, result.stderr) == (2, "")
    assert "unreadable" in result.stdout
    assert "The harbour" in result.stdout
    assert "The [b]bridge[/b]" in result.stdout


def test_what_can_be_read_of_a_broken_one_is_counted(
    folder: Path, sheet: str, golden: Callable[[str, str], None]
) -> None:
    broken = sheet.replace('reviewer = "Ben"', 'reviewer = "Ben')
    (folder / "bridge.toml").write_text(broken, encoding="utf-8")
    result = status("worksheets/bridge.toml")
    assert (result.exit_code, result.stderr) == (2, "")
    golden("status-broken.txt", result.stdout.replace("\\", "/"))
    (row,) = json.loads(status("worksheets/bridge.toml", "-f", "json").stdout)["worksheets"]
    assert (row["checked"], row["total"], row["broken"], row["error"]) == (1, 2, 1, "")


@pytest.mark.usefixtures("folder")
def test_json() -> None:
    result = status("worksheets/bridge.toml", "missing.toml", "--format", "json")
    assert (result.exit_code, result.stderr) == (2, "")
    first, second = json.loads(result.stdout)["worksheets"]
    assert first == {
        "path": str(Path("worksheets/bridge.toml")),
        "title": "The [b]bridge[/b]",
        "outcome": "hold",
        "headline": "Hold; 1 fix so far",
        "checked": 1,
        "total": 2,
        "open": {"high": 1, "normal": 0, "low": 0, "unassigned": 0},
        "verdicts": [
            {"verdict": "wrong", "number": 1, "state": "fix"},
            {"verdict": "", "number": 1, "state": "unchecked"},
        ],
        "checkers": [
            {"name": "Ana", "checked": 1, "left": 0},
            {"name": "Ben", "checked": 0, "left": 1},
        ],
        "blocks": [
            {
                "code": "unchecked-high",
                "text": "1 high-priority assertion is unchecked",
                "ids": ["2"],
            }
        ],
        "queries": [],
        "broken": 0,
        "recheck": [],
        "error": "",
        "hint": "",
    }
    assert second["path"] == "missing.toml"
    assert second["outcome"] is None
    assert second["error"]


@pytest.mark.usefixtures("here")
def test_nothing_to_show_is_told() -> None:
    result = status()
    assert isinstance(result.exception, WorksheetError)


@pytest.mark.usefixtures("folder")
def test_an_unknown_format_is_a_usage_error() -> None:
    result = status("--format", "xml")
    assert result.exit_code == 2
    assert "'xml' is none of text, json" in result.stderr


def test_help_has_an_example() -> None:
    result = status("--help")
    assert result.exit_code == 0
    assert "Example: factcheck status worksheets/bridge.toml" in result.stdout
