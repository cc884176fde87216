"""``factcheck status``: the table, as text and as JSON, and its exit codes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from factcheck.cli import app
from factcheck.errors import WorksheetError
from factcheck.model import sha256

TEXT = "The bridge opened in 2019. It cost 3 million."
SHEET = f"""\
[worksheet]
format = 1
created = 2024-06-30T10:00:00Z
tool = "factcheck 0.1.0"
scale = "desk"

[article]
title = "TITLE"
sha256 = "{sha256(TEXT)}"

[[assertion]]
id = "1"
text = "The bridge opened in 2019."
sentence = 1
paragraph = 1
span = [0, 26]
layer = "narration"
kind = "event"
priority = "normal"
verdict = "confirmed"
evidence = ["https://council.example/a"]
reviewer = "Ana"

[[assertion]]
id = "2"
text = "It cost 3 million."
sentence = 2
paragraph = 1
span = [27, 45]
layer = "narration"
kind = "statistic"
priority = "high"
reviewer = "Ben"

[snapshot]
text = "{TEXT}"
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    folder = tmp_path / "worksheets"
    folder.mkdir()
    (folder / "bridge.toml").write_text(SHEET.replace("TITLE", "The [b]bridge[/b]"))
    (folder / "harbour.toml").write_text(SHEET.replace("TITLE", "The harbour"))
    return tmp_path


def status(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["status", *arguments])


@pytest.mark.usefixtures("here")
def test_none_given_is_the_whole_folder(golden: Callable[[str, str], None]) -> None:
    result = status()
    assert (result.exit_code, result.stderr) == (0, "")
    golden("status.txt", result.stdout.replace("\\", "/"))


@pytest.mark.usefixtures("here")
def test_only_those_that_are_named() -> None:
    result = status("worksheets/harbour.toml")
    assert result.exit_code == 0
    assert "The harbour" in result.stdout
    assert "bridge" not in result.stdout


def test_one_that_cannot_be_read_is_a_row_and_the_others_still_show(here: Path) -> None:
    (here / "worksheets" / "broken.toml").write_text(SHEET + "x = [\n")
    result = status()
    assert (result.exit_code, result.stderr) == (2, "")
    assert "unreadable" in result.stdout
    assert "The harbour" in result.stdout
    assert "The [b]bridge[/b]" in result.stdout


@pytest.mark.usefixtures("here")
def test_json() -> None:
    result = status("worksheets/bridge.toml", "missing.toml", "--format", "json")
    assert (result.exit_code, result.stderr) == (2, "")
    first, second = json.loads(result.stdout)["worksheets"]
    assert first == {
        "path": str(Path("worksheets/bridge.toml")),
        "title": "The [b]bridge[/b]",
        "outcome": "hold",
        "headline": "Hold",
        "checked": 1,
        "total": 2,
        "open": {"high": 1, "normal": 0, "low": 0, "unassigned": 0},
        "verdicts": [
            {"verdict": "confirmed", "number": 1, "state": "confirmed"},
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
        "error": "",
        "hint": "",
    }
    assert second["path"] == "missing.toml"
    assert second["outcome"] is None
    assert second["error"]


def test_nothing_to_show_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = status()
    assert isinstance(result.exception, WorksheetError)


@pytest.mark.usefixtures("here")
def test_an_unknown_format_is_a_usage_error() -> None:
    result = status("--format", "xml")
    assert result.exit_code == 2
    assert "'xml' is none of text, json" in result.stderr


def test_help_has_an_example() -> None:
    result = status("--help")
    assert result.exit_code == 0
    assert "Example: factcheck status worksheets/bridge.toml" in result.stdout
