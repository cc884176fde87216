"""``factcheck report``: what it prints where, what it writes, and its exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from factcheck import report as reports
from factcheck.cli import app
from factcheck.errors import FactcheckError
from factcheck.report import output


@pytest.fixture
def bridge(here: Path, sheet: str, text: str) -> Path:
    (here / "bridge.toml").write_text(sheet, encoding="utf-8")
    (here / "bridge.txt").write_text(text, encoding="utf-8")
    return here


def report(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["report", *arguments])


@pytest.mark.usefixtures("bridge")
def test_the_terminal_is_the_default(
    golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.report.compilation.__version__", "0.1.0")
    result = report("bridge.toml")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "\x1b" not in result.stdout
    golden("report.txt", result.stdout)


@pytest.mark.parametrize("name", [name for name in reports.FORMATS if name != "claimreview"])
def test_a_format_goes_to_stdout(name: str, bridge: Path) -> None:
    result = report("bridge.toml", "-f", name)
    assert (result.exit_code, result.stderr) == (0, "")
    compiled = reports.read(bridge / "bridge.toml")
    assert result.stdout_bytes.decode("utf-8") == reports.FORMATS[name](compiled)
    assert "engineer@example.org" not in result.stdout


@pytest.mark.parametrize(
    ("arguments", "file", "name"),
    [
        (["-o", "memo.md"], "memo.md", "markdown"),
        (["-o", "memo.json"], "memo.json", "json"),
        (["-o", "memo.html"], "memo.html", "html"),
        (["-o", "memo.csv"], "memo.csv", "csv"),
        (["-o", "memo.txt", "-f", "memo"], "memo.txt", "memo"),
        (["--output", "memo.txt"], "memo.txt", "terminal"),
        (["-o", "memo.txt", "--format", "json"], "memo.txt", "json"),
    ],
)
def test_a_file_gets_what_its_suffix_asks_for(
    arguments: list[str], file: str, name: str, bridge: Path
) -> None:
    for _ in range(2):
        result = report("bridge.toml", *arguments)
        assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"{file}  written\n")
    compiled = reports.read(bridge / "bridge.toml")
    assert (bridge / file).read_bytes().decode("utf-8") == reports.FORMATS[name](compiled)


def test_a_word_document_replaces_its_like_only(bridge: Path) -> None:
    for _ in range(2):
        assert report("bridge.toml", "-o", "memo.docx").exit_code == 0
    assert (bridge / "memo.docx").read_bytes().startswith(b"PK")
    (bridge / "memo.docx").write_bytes(b"PK mine")
    refused = report("bridge.toml", "-o", "memo.docx").exception
    assert isinstance(refused, FactcheckError)
    assert "is not a report of factcheck" in refused.message
    assert report("bridge.toml", "-f", "docx").stdout_bytes.startswith(b"PK")


@pytest.mark.usefixtures("bridge")
def test_for_everybody() -> None:
    assert "private, for the desk only" in report("bridge.toml", "-f", "html").stdout
    made = report("bridge.toml", "-f", "html", "--public").stdout
    assert "Fact-check report, public" in made
    assert "bridge.txt" not in made


def test_several_worksheets_go_to_a_folder(bridge: Path) -> None:
    (bridge / "b2.toml").write_bytes((bridge / "bridge.toml").read_bytes())
    result = report("bridge.toml", "b2.toml", "-f", "html", "-o", "site")
    assert result.exit_code == 0
    names = sorted(path.name for path in (bridge / "site").iterdir())
    assert names == ["b2.html", "bridge.html", "index.html"]
    assert report("bridge.toml", "b2.toml", "-f", "html").exit_code == 2
    (bridge / "b3.toml").write_text("[worksheet", "utf-8")
    result = report("bridge.toml", "b3.toml", "-f", "json", "-o", "site")
    assert result.exit_code == 2
    assert "b3.toml" in result.stderr
    assert (bridge / "site" / "bridge.json").exists()


def run(bridge: Path, *arguments: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "report", *arguments],
        cwd=bridge,
        env={**os.environ, "PYTHONPATH": str(Path(reports.__file__).parents[2])},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    return done.returncode, done.stdout, done.stderr


def test_what_cannot_be_done_is_told_in_two_lines(bridge: Path, sheet: str, text: str) -> None:
    (bridge / "broken.toml").write_text(sheet + "x = [\n", encoding="utf-8")
    expected = {
        ("bridge.toml", "-o", "memo.pdf"): (
            "error: memo.pdf: the suffix names no format of report\n"
            f"hint: one of: {', '.join(output.SUFFIXES)}; "
            f"or give -f with one of: {', '.join(reports.NAMES)}\n"
        ),
        ("bridge.toml", "-f", "text", "-o", "bridge.toml"): (
            f"error: there is no format 'text'\nhint: one of: {', '.join(reports.NAMES)}\n"
        ),
        ("bridge.toml", "-f", "json", "-o", "bridge.toml", "--force"): (
            "error: bridge.toml: is what the report is made from\nhint: name another file with -o\n"
        ),
        ("bridge.toml", "-o", "bridge.txt", "--force"): (
            "error: bridge.txt: is what the report is made from\nhint: name another file with -o\n"
        ),
    }
    for arguments, told in expected.items():
        assert run(bridge, *arguments) == (2, "", told)
    code, out, told = run(bridge, "broken.toml")
    assert (code, out) == (2, "")
    assert told.startswith("error: broken.toml:")
    assert told.endswith(
        "hint: put it right first; factcheck check shows what can be read and what cannot\n"
    )
    assert (bridge / "bridge.toml").read_text(encoding="utf-8") == sheet
    assert (bridge / "bridge.txt").read_text(encoding="utf-8") == text


def test_a_reader_that_stops_early_is_no_bug(bridge: Path) -> None:
    command = f"{sys.executable} -m factcheck report bridge.toml | true"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=bridge,
        env={**os.environ, "PYTHONPATH": str(Path(reports.__file__).parents[2])},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert (done.stdout, done.stderr) == ("", "")


def test_it_never_waits_for_a_language_model(bridge: Path) -> None:
    code = (
        "import sys; from factcheck.cli import app; "
        "app(['report', 'bridge.toml', '-f', 'json'], standalone_mode=False); "
        "heavy = {'spacy', 'trafilatura', 'lxml', 'docx', 'pypdf', 'rich.console'}; "
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=bridge,
        env={**os.environ, "PYTHONPATH": str(Path(reports.__file__).parents[2])},
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    assert done.stderr == "[]\n"
    assert json.loads(done.stdout)["standing"]["outcome"] == "hold"


def test_help_has_an_example() -> None:
    result = report("--help")
    assert result.exit_code == 0
    assert "Example: factcheck report worksheets/bridge.toml -o bridge.html" in result.stdout
    for name in reports.FORMATS:
        assert name in result.stdout
