"""``factcheck merge`` and what belongs to git, as a person types them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factcheck import worksheet
from factcheck.cli import app
from factcheck.errors import FactcheckError, WorksheetError
from factcheck.model import Evidence

from ..merging.conftest import filled


def run(*arguments: str, cells: int = 80) -> tuple[int, str, str]:
    env = {"COLUMNS": str(cells), "NO_COLOR": "1"}
    result = CliRunner().invoke(app, list(arguments), env=env)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def files(here: Path) -> Path:
    def found(verdict: str, reviewer: str, correction: str = "") -> dict[str, object]:
        evidence = (Evidence(url=f"https://c.example/{reviewer}"),)
        return {
            "verdict": verdict,
            "evidence": evidence,
            "correction": correction,
            "reviewer": reviewer,
        }

    for name, changes in {
        "ana": {"1": found("confirmed", "Ana")},
        "ben": {"2": found("wrong", "Ben", "cost [b]4,000[/b]")},
        "cleo": {"1": found("wrong", "Cleo", "in 2018")},
    }.items():
        (here / f"{name}.toml").write_text(filled(changes).text, "utf-8")
    return here


def test_two_who_filled_in_different_assertions(files: Path) -> None:
    code, out, err = run("merge", "ana.toml", "ben.toml", "-o", "out.toml")
    assert code == 0
    assert "ana.toml with ben.toml: 1 taken over" in out
    assert err == "out.toml  written\n  next       factcheck check out.toml\n"
    sheet = worksheet.read(files / "out.toml").worksheet
    assert [a.reviewer for a in sheet.assertions] == ["Ana", "Ben", "", ""]
    assert (files / "worksheet.schema.json").read_text("utf-8") == worksheet.schema_text()


@pytest.mark.parametrize("cells", [80, 200])
def test_what_differs_is_shown(files: Path, cells: int, golden: Callable[[str, str], None]) -> None:
    assert files.is_dir()
    code, out, err = run(
        "merge", "ana.toml", "ben.toml", "cleo.toml", "-o", "out.toml", cells=cells
    )
    assert code == 1
    assert err.splitlines()[1] == "  next       settle what differs, then: factcheck check out.toml"
    golden(f"merge-{cells}.txt", out)
    code, out, _ = run("check", "out.toml")
    assert code == 1
    assert "reviewers differ on assertion 1: Ana: confirmed; Cleo: wrong" in out


def test_nothing_is_replaced_without_being_asked(files: Path) -> None:
    before = (files / "ana.toml").read_text("utf-8")
    with pytest.raises(WorksheetError, match=r"ana.toml: exists already"):
        run("merge", "ana.toml", "ben.toml", "-o", "ana.toml")
    assert (files / "ana.toml").read_text("utf-8") == before
    code, _, err = run("merge", "ana.toml", "ben.toml", "-o", "ana.toml", "--force")
    assert code == 0
    assert "the old worksheet is now ana.toml.1.bak" in err
    assert (files / "ana.toml.1.bak").read_text("utf-8") == before


def test_worksheets_of_different_drafts_are_refused(files: Path) -> None:
    text = (files / "ben.toml").read_text("utf-8")
    document = worksheet.parse(text, "ben.toml")
    words = document.worksheet.article.text
    other = text.replace(words, f"{words} More.").replace(document.worksheet.sha256, "")
    (files / "ben.toml").write_text(other, "utf-8")
    with pytest.raises(WorksheetError) as refused:
        run("merge", "ana.toml", "ben.toml", "-o", "out.toml")
    assert refused.value.message == (
        "ana.toml and ben.toml are of different drafts, or of different articles"
    )
    assert "factcheck update WORKSHEET ARTICLE" in refused.value.hint
    assert not (files / "out.toml").exists()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('verdict = "wrong"', "verdict = wrong", r"ben.toml:\d+: cannot be read whole"),
        ('id = "2"', 'id = "1"', r'ben.toml:\d+: two assertions are called "1"'),
        ('id = "2"', 'id = ""', r"ben.toml:\d+: this assertion has no id"),
        (
            'scale = "desk"',
            'scale = "other"',
            "take their verdicts from different scales: desk and other",
        ),
    ],
)
def test_what_cannot_be_merged(files: Path, old: str, new: str, message: str) -> None:
    path = files / "ben.toml"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(WorksheetError, match=message):
        run("merge", "ana.toml", "ben.toml", "-o", "out.toml")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("ana.toml", "ben.toml"), "say with -o where the merged worksheet goes"),
        (("--driver", "ana.toml"), "git gives three files, and a name: %O %A %B %P"),
    ],
)
def test_usage(files: Path, arguments: tuple[str, ...], message: str) -> None:
    code, _, err = run("merge", *arguments, cells=200)
    assert files.is_dir()
    assert code == 2
    assert message in err


def test_one_worksheet_is_not_enough(files: Path) -> None:
    with pytest.raises(WorksheetError, match="there is nothing to merge"):
        run("merge", str(files / "ana.toml"), "-o", "out.toml")


def test_the_driver_says_what_git_has_to_be_told(files: Path) -> None:
    (files / "base.toml").write_text(filled().text, "utf-8")
    code, out, err = run("merge", "--driver", "base.toml", "ana.toml", "cleo.toml", "w/story.toml")
    assert (code, out) == (1, "")
    assert err == (
        "factcheck: w/story.toml: reviewers differ on assertion 1: Ana: confirmed; Cleo: wrong\n"
        "hint: settle it in w/story.toml (factcheck check names it), then git add it\n"
    )
    code, _, err = run("merge", "--driver", "base.toml", "ana.toml", "ben.toml", "w/story.toml")
    assert code == 0


def test_textconv(files: Path, golden: Callable[[str, str], None]) -> None:
    run("merge", "ana.toml", "ben.toml", "cleo.toml", "-o", "out.toml")
    code, out, _ = run("textconv", "out.toml")
    assert code == 0
    golden("textconv.txt", out)
    (files / "x.toml").write_bytes(b"a = 1\r\n\xff")
    result = CliRunner().invoke(app, ["textconv", "x.toml"])
    assert result.stdout_bytes == b"a = 1\r\n\xff"
    with pytest.raises(WorksheetError, match=r"none.toml: no such file"):
        run("textconv", "none.toml")


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_git_setup_needs_a_repository(here: Path) -> None:
    with pytest.raises(FactcheckError, match="is in no git repository"):
        run("git-setup")
    with pytest.raises(FactcheckError, match=r"nowhere: no such folder"):
        run("git-setup", str(here / "nowhere"))
