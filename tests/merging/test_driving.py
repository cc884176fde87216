"""Two branches of one worksheet, in real git sessions."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck import checks, drafting, git, worksheet
from factcheck.errors import WorksheetError
from factcheck.merging import drive
from factcheck.model import Article, Assertion, Evidence, Found, Mesh, Span, sha256

from .conftest import SHEET, TEXT, filled

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

Git = Callable[..., "subprocess.CompletedProcess[str]"]
ANA = {
    "verdict": "confirmed",
    "reviewer": "Ana",
    "evidence": (Evidence(url="https://c.example/1"),),
}
BEN = {**ANA, "verdict": "wrong", "correction": "in 1958", "reviewer": "Ben"}


@pytest.fixture
def run(tmp_path: Path) -> Git:
    """git in a fresh repository with factcheck set up and a worksheet committed."""
    home = tmp_path / "home"
    home.mkdir()
    names = {
        f"GIT_{who}_{what}": "a@b.example"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    # The package under test, wherever git runs the driver.
    source = str(Path(worksheet.__file__).parents[2])
    around = {**os.environ, **names, "HOME": str(home), "PYTHONPATH": source, "COLUMNS": "200"}
    around.pop("GIT_DIR", None)
    repository = tmp_path / "desk"
    repository.mkdir()

    def git_(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ("git", *words),
            cwd=repository,
            env=around,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    assert git_("init", "-q", "-b", "main").returncode == 0
    (repository / "story.toml").write_text(filled().text, "utf-8")
    (repository / "other.toml").write_text("a = 1\nb = 2\nc = 3\nd = 4\ne = 5\n", "utf-8")
    git.set_up(repository)
    git_("add", "-A")
    git_("commit", "-qm", "story")
    return git_


def on_branch(run: Git, folder: Path, name: str, files: dict[str, str]) -> None:
    run("checkout", "-q", "-b", name, "main")
    for file, text in files.items():
        (folder / file).write_text(text, "utf-8")
    run("commit", "-qam", name)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "desk"


def test_different_assertions_merge_without_a_conflict(run: Git, folder: Path) -> None:
    on_branch(run, folder, "ana", {"story.toml": filled({"1": ANA, "2": ANA}).text})
    text = filled({"3": BEN, "4": BEN}).text.replace('id = "4"', '# look\nid = "4"')
    on_branch(run, folder, "ben", {"story.toml": text})
    merged = run("merge", "-q", "--no-edit", "ana")
    assert (merged.returncode, merged.stderr) == (0, "")
    document = worksheet.read(folder / "story.toml")
    assert document.problems == ()
    assert [a.reviewer for a in document.worksheet.assertions] == ["Ana", "Ana", "Ben", "Ben"]
    assert "# look\n" in document.text
    assert run("status", "--porcelain").stdout == ""


def test_the_same_assertion_gives_a_conflict_that_names_it(run: Git, folder: Path) -> None:
    on_branch(run, folder, "ana", {"story.toml": filled({"1": ANA, "2": ANA}).text})
    on_branch(run, folder, "ben", {"story.toml": filled({"1": BEN, "4": BEN}).text})
    merged = run("merge", "-q", "--no-edit", "ana")
    assert merged.returncode == 1
    assert (
        "story.toml: reviewers differ on assertion 1: Ben: wrong; Ana: confirmed" in merged.stderr
    )
    assert run("status", "--porcelain").stdout == "UU story.toml\n"
    document = worksheet.read(folder / "story.toml")
    assert document.problems == ()
    first, second, _, fourth = document.worksheet.assertions
    assert [o.reviewer for o in first.opinion] == ["Ben", "Ana"]
    assert (second.reviewer, fourth.reviewer) == ("Ana", "Ben")
    (found,) = (f for f in checks.run(document) if f.rule == "reviewers-differ")
    assert found.message == "reviewers differ on assertion 1: Ben: wrong; Ana: confirmed"
    assert "<<<<<<<" not in document.text


def test_rebase_and_cherry_pick_go_through_it_too(run: Git, folder: Path) -> None:
    on_branch(run, folder, "ana", {"story.toml": filled({"1": ANA}).text})
    on_branch(run, folder, "ben", {"story.toml": filled({"2": BEN}).text})
    assert run("rebase", "-q", "ana").returncode == 0
    people = [a.reviewer for a in worksheet.read(folder / "story.toml").worksheet.assertions]
    assert people == ["Ana", "Ben", "", ""]


def test_other_files_are_merged_as_ever(run: Git, folder: Path) -> None:
    before = (folder / "other.toml").read_text("utf-8")
    on_branch(run, folder, "ana", {"other.toml": before.replace("a = 1", "a = 10")})
    on_branch(run, folder, "ben", {"other.toml": before.replace("e = 5", "e = 50")})
    assert run("merge", "-q", "--no-edit", "ana").returncode == 0
    assert (folder / "other.toml").read_text("utf-8") == "a = 10\nb = 2\nc = 3\nd = 4\ne = 50\n"
    on_branch(run, folder, "cleo", {"other.toml": before.replace("a = 1", "a = 11")})
    assert run("merge", "-q", "--no-edit", "ana").returncode == 1
    assert (
        "<<<<<<< ours\na = 11\n=======\na = 10\n>>>>>>> theirs\n"
        in (folder / "other.toml").read_text()
    )


def test_a_worksheet_that_cannot_be_read_is_merged_by_lines(run: Git, folder: Path) -> None:
    broken = filled().text.replace('verdict = ""', "verdict = confirmed", 1)
    on_branch(run, folder, "ana", {"story.toml": broken})
    on_branch(run, folder, "ben", {"story.toml": filled({"4": BEN}).text})
    merged = run("merge", "-q", "--no-edit", "ana")
    assert merged.returncode == 0
    assert "merged by lines, without a conflict" in merged.stderr
    assert "verdict = confirmed\n" in (folder / "story.toml").read_text("utf-8")
    assert worksheet.read(folder / "story.toml").worksheet.assertions[3].reviewer == "Ben"


def test_a_worksheet_that_both_branches_began(run: Git, folder: Path) -> None:
    for name, changes in (("ana", {"1": ANA}), ("ben", {"2": BEN})):
        run("checkout", "-q", "-b", name, "main")
        (folder / "new.toml").write_text(filled(changes).text, "utf-8")
        run("add", "-A")
        run("commit", "-qm", name)
    assert run("merge", "-q", "--no-edit", "ana").returncode == 0
    sheet = worksheet.read(folder / "new.toml").worksheet
    assert [a.reviewer for a in sheet.assertions] == ["Ana", "Ben", "", ""]
    assert sheet.merged == ("Ana", "Ben")


def test_the_difference_is_readable(run: Git, folder: Path) -> None:
    (folder / "story.toml").write_text(filled({"1": ANA}).text, "utf-8")
    shown = run("diff", "-U1").stdout
    assert shown[shown.index("@@") :] == (
        "@@ -5,2 +5,5 @@ assertion 1: The pool opened in 1957.\n"
        "   narration, event, normal priority\n"
        "+  verdict: confirmed\n"
        "+  reviewer: Ana\n"
        "+  evidence: https://c.example/1\n"
        " \n"
    )
    (folder / "other.toml").write_text("a = 2\n", "utf-8")
    assert "+a = 2\n" in run("diff", "other.toml").stdout


def test_setting_up_twice_is_as_good_as_once(run: Git, folder: Path) -> None:
    attributes = folder / ".gitattributes"
    before = attributes.read_text("utf-8")
    assert before == "*.toml merge=factcheck diff=factcheck\n"
    again = git.set_up(folder)
    assert (again.added, attributes.read_text("utf-8")) == (False, before)
    attributes.write_text("*.txt text", "utf-8")
    assert git.set_up(folder, "desk files/*.toml").added
    assert attributes.read_text("utf-8") == (
        '*.txt text\n"desk files/*.toml" merge=factcheck diff=factcheck\n'
    )
    driver = run("config", "merge.factcheck.driver").stdout
    assert driver.endswith(" merge --driver %O %A %B %P\n")
    assert str(Path(sys.executable).parent) in driver


def drafts(tmp_path: Path, *texts: str) -> list[Path]:
    paths = []
    for name, text in zip(("base", "ours", "theirs"), texts, strict=True):
        paths.append(tmp_path / name)
        paths[-1].write_text(text, "utf-8")
    return paths


def test_what_the_driver_is_given_is_merged_where_ours_is(tmp_path: Path) -> None:
    base, ours, theirs = drafts(
        tmp_path, filled().text, filled({"1": ANA}).text, filled({"2": BEN}).text
    )
    done = drive(base, ours, theirs, "story.toml")
    assert (done.path, done.clean, done.carried) == ("story.toml", True, "")
    assert [a.reviewer for a in worksheet.read(ours).worksheet.assertions] == ["Ana", "Ben", "", ""]
    assert worksheet.read(theirs).text == filled({"2": BEN}).text


LATER = TEXT.replace("two slides", "three slides")


def found_in(article: Article, mesh: Mesh = "usual") -> Found:
    """The assertions of the story, in either draft."""
    assert mesh == "usual"
    words = [a.text.replace("two slides", "three slides") for a in SHEET.assertions]
    texts = words if article.text == LATER else [a.text for a in SHEET.assertions]
    assertions = [
        replace(a, text=text, span=Span(start := article.text.index(text), start + len(text)))
        for a, text in zip(SHEET.assertions, texts, strict=True)
    ]
    return Found((), tuple(assertions), ())


def later(changes: Mapping[str, Mapping[str, object]]) -> str:
    found = found_in(Article(LATER)).assertions
    assertions: list[Assertion] = [replace(a, **dict(changes.get(a.id, {}))) for a in found]  # type: ignore[arg-type]
    sheet = replace(
        SHEET,
        article=replace(SHEET.article, text=LATER),
        sha256=sha256(LATER),
        assertions=tuple(assertions),
        set_aside=(),
    )
    return worksheet.render(sheet)


@pytest.mark.parametrize("turned", [False, True])
def test_the_branch_with_the_earlier_draft_is_carried_over_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, turned: bool
) -> None:
    monkeypatch.setattr(drafting, "find", found_in)
    sides = later({"1": ANA}), filled({"2": BEN, "4": BEN}).text
    base, ours, theirs = drafts(tmp_path, filled().text, *(sides[::-1] if turned else sides))
    done = drive(base, ours, theirs, "story.toml")
    assert done.carried == ("ours" if turned else "theirs")
    sheet = worksheet.read(ours).worksheet
    assert sheet.article.text == LATER
    assert [a.reviewer for a in sheet.assertions] == ["Ana", "Ben", "", "Ben"]
    assert [a.recheck for a in sheet.assertions] == ["", "", "", "It has two slides."]


def test_two_later_drafts_are_refused_and_ours_stays(tmp_path: Path) -> None:
    other = later({}).replace("three slides", "five slides").replace(sha256(LATER), "")
    base, ours, theirs = drafts(tmp_path, filled().text, later({"1": ANA}), other)
    with pytest.raises(
        WorksheetError, match=r"^story.toml: each branch has a draft of the article"
    ):
        drive(base, ours, theirs, "story.toml")
    assert ours.read_text("utf-8") == later({"1": ANA})
