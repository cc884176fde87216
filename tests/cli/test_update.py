"""``factcheck update``, as a person types it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factcheck import drafting, updating
from factcheck.cli import app
from factcheck.errors import WorksheetError
from factcheck.language import sentences
from factcheck.model import Article, Assertion, Found, Mesh, Span
from factcheck.updating import LostError
from factcheck.worksheet import disk

NEW = "It cost \u20ac4 million. The [b]bridge[/b] opened in 2019. Ships may pass."


@pytest.fixture(autouse=True)
def _cut_at_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    """A finder for which a sentence is an assertion."""

    def find(article: Article, mesh: Mesh) -> Found:
        assert mesh == "usual"
        cut = sentences.split(article.text)
        return Found(
            cut,
            tuple(
                Assertion(
                    str(s.number),
                    s.span.of(article.text),
                    s.number,
                    s.paragraph,
                    Span(s.span.start, s.span.end),
                    "narration",
                    "event",
                )
                for s in cut
            ),
            (),
        )

    monkeypatch.setattr(drafting, "find", find)


def run(*arguments: str, cells: int = 80) -> tuple[int, str, str]:
    env = {"COLUMNS": str(cells), "NO_COLOR": "1"}
    result = CliRunner().invoke(app, ["update", *arguments], env=env)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def files(here: Path, sheet: str) -> Path:
    (here / "w.toml").write_text(sheet, "utf-8")
    (here / "v2.txt").write_text(NEW, "utf-8")
    return here


@pytest.mark.parametrize("cells", [80, 200])
def test_the_table(files: Path, cells: int, golden: Callable[[str, str], None]) -> None:
    code, out, err = run("w.toml", "v2.txt", "--dry-run", cells=cells)
    assert (code, err) == (0, "w.toml  not written: --dry-run\n")
    golden(f"update-{cells}.txt", out)
    assert sorted(path.name for path in files.iterdir()) == ["v2.txt", "w.toml"]


def test_the_old_worksheet_stays_beside_the_new_one(files: Path, sheet: str) -> None:
    code, out, err = run("w.toml", "v2.txt")
    assert code == 0
    assert "2 assertions before, 3 now: 1 unchanged, 1 reworded, 1 new" in out
    assert err.splitlines()[:2] == [
        "w.toml  updated",
        "  kept       the old worksheet is now w.toml.1.bak",
    ]
    assert (files / "w.toml.1.bak").read_text("utf-8") == sheet
    text = (files / "w.toml").read_text("utf-8")
    assert 'passage = "We opened in 2018.", stance = "contradicts"' in text
    assert 'contact = "engineer@example.org"' in text
    assert (files / "worksheet.schema.json").is_file()


def test_another_article_is_doubted(files: Path) -> None:
    (files / "v2.txt").write_text("A dog barked at noon. Nobody came to look.", "utf-8")
    code, out, err = run("w.toml", "v2.txt", "--dry-run")
    assert code == 0
    assert "2 assertions before, 2 now: 2 gone, 2 new" in out
    assert err.splitlines()[0] == (
        "warning: no assertion of the worksheet is in this article: is it a draft of the same story?"
    )


def test_the_same_article_changes_nothing(files: Path, text: str, sheet: str) -> None:
    (files / "v2.txt").write_text(text, "utf-8")
    code, out, err = run("w.toml", "v2.txt")
    assert (code, out) == (0, "")
    assert err == "w.toml  the article's text is the same: nothing to do\n"
    assert (files / "w.toml").read_text("utf-8") == sheet
    assert not (files / "w.toml.1.bak").exists()


def test_a_broken_worksheet_is_refused(files: Path, sheet: str) -> None:
    broken = sheet.replace('verdict = "wrong"', "verdict = wrong")
    (files / "w.toml").write_text(broken, "utf-8")
    with pytest.raises(WorksheetError) as caught:
        run("w.toml", "v2.txt")
    assert caught.value.message.startswith("w.toml:27: cannot be read whole: ")
    assert "\n" not in caught.value.message
    assert "factcheck check" in caught.value.hint
    assert (files / "w.toml").read_text("utf-8") == broken


def test_a_snapshot_that_was_changed_by_hand_is_refused(files: Path, sheet: str) -> None:
    (files / "w.toml").write_text(sheet.replace('3 million."\n', '5 million."\n'), "utf-8")
    with pytest.raises(WorksheetError, match="is not the text that was numbered"):
        run("w.toml", "v2.txt")


def test_a_worksheet_without_its_snapshot_is_refused(files: Path, sheet: str) -> None:
    (files / "w.toml").write_text(sheet[: sheet.index("[snapshot]")], "utf-8")
    with pytest.raises(WorksheetError, match=r"there is no \[snapshot\]"):
        run("w.toml", "v2.txt")


def test_what_would_be_lost_is_not_written(
    files: Path, sheet: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(updating, "rewrite", lambda document, *_: document.text[:-200])
    result = CliRunner().invoke(app, ["update", "w.toml", "v2.txt"])
    assert isinstance(result.exception, LostError)
    assert (
        "nothing was written: the new worksheet would lose what a person wrote: " in result.stderr
    )
    assert (files / "w.toml").read_text("utf-8") == sheet


def test_a_worksheet_that_changed_meanwhile_is_not_replaced(
    files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[Path, bool]] = []

    def revise(path: Path, before: object, after: str, *, backup: bool = False) -> Path | None:
        assert after
        assert before
        seen.append((path, backup))
        return None

    monkeypatch.setattr(disk, "revise", revise)
    assert run("w.toml", "v2.txt")[0] == 0
    assert seen == [(Path("w.toml"), True)]
    assert files
