"""``factcheck check``: what it prints where, and its exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from factcheck import checks
from factcheck.cli import app
from factcheck.model import sha256

SHEET = """\
[worksheet]
format = 1
[article]
title = "The bridge"
sha256 = "SHA"
[[assertion]]
id = "1"
text = "The bridge opened in 2019."
sentence = 1
verdict = "VERDICT"
evidence = EVIDENCE
reviewer = "Ana"
[snapshot]
text = "The bridge opened in 2019."
"""


def sheet(verdict: str = "confirmed", evidence: str = '["https://council.example/a"]') -> str:
    text = SHEET.replace("SHA", sha256("The bridge opened in 2019."))
    return text.replace("VERDICT", verdict).replace("EVIDENCE", evidence)


def check(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["check", *arguments])


def test_a_clean_worksheet(here: Path) -> None:
    (here / "w.toml").write_text(sheet())
    result = check("w.toml")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "1 worksheet: no errors\n")


def test_notes_alone_are_counted_and_clean(here: Path) -> None:
    (here / "w.toml").write_text(sheet("", "[]"))
    result = check("w.toml")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "1 worksheet: no errors; 1 unchecked\n"


def test_notes_one_by_one(here: Path) -> None:
    (here / "w.toml").write_text(sheet("", "[]"))
    result = check("--notes", "w.toml")
    assert result.exit_code == 0
    assert result.stdout == (
        'w.toml:10:1: note: assertion 1 is unchecked [unchecked]\n    verdict = ""\n    ^\n'
    )


def test_an_error_is_printed_with_its_line_and_a_hint(here: Path) -> None:
    (here / "w.toml").write_text(sheet("confirmd"))
    result = check("w.toml")
    assert result.exit_code == 1
    assert result.stdout == (
        'w.toml:10:11: error: "confirmd" is no verdict of the desk scale [unknown-verdict]\n'
        '    verdict = "confirmd"\n'
        "              ^\n"
        '    hint: did you mean "confirmed"?\n'
    )
    assert result.stderr == "1 worksheet: 1 error\n"


def test_without_arguments_the_folder_worksheets_is_checked(here: Path) -> None:
    (here / "worksheets").mkdir()
    (here / "worksheets" / "b.toml").write_text(sheet("x"))
    (here / "worksheets" / "a.toml").write_text(sheet("x"))
    (here / "worksheets" / "other.toml").write_text('title = "no worksheet"\n')
    (here / "elsewhere.toml").write_text(sheet("x"))
    result = check()
    assert result.exit_code == 1
    assert [line.split(":")[0] for line in result.stdout.splitlines() if "error" in line] == [
        str(Path("worksheets/a.toml")),
        str(Path("worksheets/b.toml")),
    ]
    assert result.stderr == "2 worksheets: 2 errors\n"


def failure(*arguments: str) -> tuple[int, str]:
    """Exit code and standard error of the real program: it is what prints a failure."""
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "check", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(Path(__file__).parents[2]), "PATH": "", "NO_COLOR": "1"},
    )
    assert "Traceback" not in done.stderr
    return done.returncode, done.stderr


@pytest.mark.usefixtures("here")
def test_nothing_to_check_is_no_success() -> None:
    code, said = failure()
    assert code == 2
    assert "there is no folder worksheets here" in said
    assert "factcheck init" in said


@pytest.mark.usefixtures("here")
def test_a_pattern_that_finds_nothing_is_no_success() -> None:
    code, said = failure("drafts/*.toml")
    assert code == 2
    assert "no file is called so" in said


def test_a_folder_without_worksheets_is_no_success(here: Path) -> None:
    (here / "other.toml").write_text("a = 1\n")
    code, said = failure(".")
    assert code == 2
    assert "no worksheet in this folder" in said


def test_a_file_that_cannot_be_read_does_not_stop_the_others(here: Path) -> None:
    (here / "latin.toml").write_bytes(sheet().replace("bridge", "br\xfccke").encode("latin-1"))
    (here / "other.toml").write_text("a = 1\n")
    (here / "w.toml").write_text(sheet("confirmd"))
    result = check("missing.toml", "latin.toml", "other.toml", "w.toml")
    assert result.exit_code == 2
    assert "unknown-verdict" in result.stdout
    said = " ".join(result.stderr.split())
    assert "missing.toml: no such file" in said
    assert "latin.toml: not UTF-8 (line 4)" in said
    assert "other.toml: this is not a factcheck worksheet" in said
    assert said.endswith("1 worksheet: 1 error")


def test_json_has_everything(here: Path) -> None:
    (here / "w.toml").write_text(sheet("", "[]"))
    result = check("--format", "json", "w.toml")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == {
        "version": 1,
        "findings": [
            {
                "path": "w.toml",
                "line": 10,
                "column": 1,
                "severity": "note",
                "rule": "unchecked",
                "message": "assertion 1 is unchecked",
                "hint": "",
                "excerpt": 'verdict = ""',
            }
        ],
        "counts": {"error": 0, "warning": 0, "note": 1},
    }


def test_github_annotations(here: Path) -> None:
    (here / "w.toml").write_text(sheet("100% true, or: so"))
    result = check("-f", "github", "w.toml")
    assert result.exit_code == 1
    assert result.stdout.startswith(
        "::error file=w.toml,line=10,col=11,title=unknown-verdict::"
        '"100%25 true, or: so" is no verdict of the desk scale%0Ahint: '
    )


@pytest.mark.usefixtures("here")
def test_an_unknown_format() -> None:
    result = check("--format", "xml", "w.toml")
    assert result.exit_code == 2
    assert "text, json, github" in " ".join(result.stderr.split())


@pytest.mark.parametrize("rule", checks.RULES)
def test_explain_prints_the_manual(rule: str) -> None:
    result = check("--explain", rule)
    assert result.exit_code == 0
    expected = checks.RULES[rule]
    assert result.stdout == f"{rule} ({expected.severity})\n\n{expected.manual}\n"


def test_explain_an_unknown_rule() -> None:
    result = check("--explain", "unknown-verdicts")
    assert result.exit_code == 2
    assert 'did you mean "unknown-verdict"?' in " ".join(result.stderr.split())


def test_the_list_of_rules(golden: Callable[[str, str], None]) -> None:
    result = check("--rules")
    assert result.exit_code == 0
    golden("rules.txt", result.stdout)


def test_check_loads_nothing_heavy(here: Path) -> None:
    (here / "w.toml").write_text(sheet())
    code = (
        "import sys\n"
        "sys.argv = ['factcheck', 'check', 'w.toml']\n"
        "from factcheck.cli import app\n"
        "try:\n"
        "    app()\n"
        "except SystemExit as left:\n"
        "    assert left.code == 0, left.code\n"
        "heavy = {'spacy', 'numpy', 'rich', 'trafilatura', 'lxml', 'docx', 'pypdf', 'jinja2'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(Path(__file__).parents[2]), "PATH": ""},
    )
    assert done.stdout == "[]\n"
