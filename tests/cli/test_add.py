from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from factcheck.cli import app
from factcheck.errors import WorksheetError


@pytest.fixture
def path(here: Path, sheet: str) -> Path:
    path = here / "bridge.toml"
    path.write_text(sheet, "utf-8")
    return path


def add(*arguments: str, text: str | None = None) -> Result:
    return CliRunner().invoke(app, ["add", "bridge.toml", *arguments], input=text)


def test_what_was_added_is_told_with_its_line(path: Path) -> None:
    result = add("opened in 2019", "--priority", "high", "--kind", "date")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == (
        "bridge.toml:32  1a added: opened in 2019\n"
        "  it is       narration, date, high\n"
        "  split from  1, which stays as it is\n"
    )
    lines = path.read_text("utf-8").splitlines()
    assert lines[31:34] == ["[[assertion]]", 'id = "1a"', 'text = "opened in 2019"']


def test_a_speaker_and_markup_are_shown_as_they_are(path: Path) -> None:
    result = add("The [b]bridge[/b]", "--speaker", "[i]Ida\x1b[31m", "--layer", "content")
    assert result.exit_code == 0, result.exception
    assert "1a added: The [b]bridge[/b]\n" in result.stderr
    assert "content, event, normal, said by [i]Ida" in result.stderr
    assert "\x1b" not in result.stderr
    assert "1a" in path.read_text("utf-8")


@pytest.mark.usefixtures("path")
def test_the_words_may_come_from_standard_input() -> None:
    result = add("-", text="\u20ac3\nmillion\n")
    assert result.exit_code == 0, result.exception
    assert "2a added: \u20ac3 million\n" in result.stderr


@pytest.mark.usefixtures("path")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("It cost \u20ac3 million.",), "bridge.toml:32: these words are numbered already: 2"),
        (("It cost \u20ac4 million",), "bridge.toml: these words are not in the article"),
        (("in", "--in", "7"), "bridge.toml: no assertion has the id '7'"),
        (("opened", "--layer", "x"), "no layer is called 'x'"),
        (("opened", "--nth", "2"), "bridge.toml: these words stand in the article once"),
    ],
)
def test_what_cannot_be_added(arguments: tuple[str, ...], message: str) -> None:
    before = Path("bridge.toml").read_bytes()
    error = add(*arguments).exception
    assert isinstance(error, WorksheetError)
    assert error.message.startswith(message)
    assert Path("bridge.toml").read_bytes() == before


@pytest.mark.usefixtures("path")
def test_it_ends_with_two_and_a_hint() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "factcheck", "add", "bridge.toml", "It cost \u20ac4 million"],
        capture_output=True,
        check=False,
        env={"PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONUTF8": "1", "COLUMNS": "200"},
    )
    assert (run.returncode, run.stdout) == (2, b"")
    assert run.stderr.decode() == (
        'error: bridge.toml: these words are not in the article: "It cost \u20ac4 million"\n'
        'hint: did you mean "It cost \u20ac3 million"?\n'
    )


def test_no_language_model_is_loaded(path: Path) -> None:
    code = (
        "import sys; from factcheck import adding; "
        f"adding.add({str(path)!r}, 'opened'); print('spacy' in sys.modules)"
    )
    env = {"PYTHONPATH": str(Path(__file__).parents[2])}
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=env)
    assert run.stdout == b"False\n"
