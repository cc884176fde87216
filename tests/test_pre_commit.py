"""The hook for pre-commit runs a command that there is, on worksheets and on nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from factcheck.cli import app

ROOT = Path(__file__).parent.parent


def hook() -> dict[str, object]:
    (only,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert isinstance(only, dict)
    return only


def test_it_runs_check() -> None:
    program, *arguments = str(hook()["entry"]).split()
    assert program == "factcheck"
    done = CliRunner().invoke(app, [*arguments, str(ROOT / "worksheets" / "dunsorrel-pool.toml")])
    assert done.exit_code in (0, 1)


@pytest.mark.parametrize(
    ("path", "taken"),
    [
        ("worksheets/bridge.toml", True),
        ("desk/worksheets/bridge.toml", True),
        ("pyproject.toml", False),
        ("worksheets/factcheck.toml", False),
        ("worksheets/my-factcheck.toml", True),
        ("worksheets/evidence/budget.toml", False),
        ("worksheets/bridge.toml.1.bak", False),
    ],
)
def test_it_looks_at_worksheets_alone(path: str, taken: bool) -> None:
    assert bool(re.search(str(hook()["files"]), path)) is taken
