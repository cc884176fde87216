"""A piece is signed off, and what makes that void."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from factcheck import checks, report, signing, worksheet
from factcheck.cli import app
from factcheck.errors import WorksheetError
from factcheck.merging import join
from factcheck.model import Evidence, Opinion, Signoff, Source, Worksheet
from factcheck.worksheet import seal

from .merging.conftest import NOW, SHEET

FOUND = {
    "verdict": "confirmed",
    "evidence": (Evidence("s1", locator="p. 4"),),
    "reviewer": "Ana",
    "priority": "high",
}
CHECKED = replace(
    SHEET,
    sources=(Source("s1", title="Minutes"),),
    assertions=tuple(replace(a, **FOUND) for a in SHEET.assertions),  # type: ignore[arg-type]
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "story.toml"


def put(path: Path, sheet: Worksheet) -> Path:
    path.write_text(worksheet.render(sheet), "utf-8")
    return path


def test_who_signed_what_stands_in_the_worksheet(path: Path) -> None:
    before = put(path, CHECKED).read_text("utf-8")
    done = signing.sign(path, "Ada Quill", "editor", now=NOW)
    assert done.obstacles == ()
    after = path.read_text("utf-8")
    block = after[after.index("\n[signoff]") : after.index("\n# A source is described")]
    assert block == (
        '\n[signoff]\nby = "Ada Quill"\nrole = "editor"\nat = 2026-11-24T10:00:00Z\n'
        f'article = "{CHECKED.sha256}"\nverdicts = "{seal.verdicts(CHECKED)}"\n'
    )
    assert after.replace(block, "") == before
    assert not {f.rule for f in checks.run(worksheet.read(path))} & {"signoff-void", "unknown-key"}


def test_the_same_signature_changes_no_byte(path: Path) -> None:
    signing.sign(put(path, CHECKED), "Ada", "editor", now=NOW)
    before = path.read_bytes()
    again = signing.sign(path, "Ada", now=NOW + dt.timedelta(days=1))
    assert (again.unchanged, path.read_bytes()) == (True, before)


def obstacles(path: Path, sheet: Worksheet) -> list[tuple[str, tuple[str, ...]]]:
    before = put(path, sheet).read_bytes()
    done = signing.sign(path, "Ada", now=NOW)
    assert path.read_bytes() == before
    return [(each.text, each.ids) for each in done.obstacles]


def changed(number: int, **values: object) -> Worksheet:
    each = replace(CHECKED.assertions[number], **values)  # type: ignore[arg-type]
    rows = (*CHECKED.assertions[:number], each, *CHECKED.assertions[number + 1 :])
    return replace(CHECKED, assertions=rows)


def test_what_stands_in_the_way(path: Path) -> None:
    assert obstacles(path, changed(1, evidence=())) == [("factcheck check finds 1 error", ())]
    assert obstacles(path, changed(1, verdict="", evidence=())) == [
        ("1 high-priority assertion is open", ("2",))
    ]
    assert obstacles(path, changed(2, recheck="It cost 4,000.")) == [
        ("1 high-priority assertion has to be checked again", ("3",))
    ]
    assert obstacles(path, SHEET) == [("no assertion has a verdict: nothing was checked", ())]
    other = replace(CHECKED, signoff=Signoff("Ed", "", NOW, CHECKED.sha256, seal.verdicts(CHECKED)))
    assert obstacles(path, other) == [
        ("Ed has signed it off already, and nothing was changed since", ())
    ]


def test_an_open_assertion_of_lesser_priority_does_not(path: Path) -> None:
    put(path, changed(1, verdict="", evidence=(), priority="normal"))
    assert signing.sign(path, "Ada", now=NOW).obstacles == ()


SIGNED = replace(
    CHECKED, signoff=Signoff("Ada", "editor", NOW, CHECKED.sha256, seal.verdicts(CHECKED))
)
VERDICT = "a verdict, or what one rests on, was changed since"


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"note": "Seen twice."}, ""),
        ({"priority": "low"}, ""),
        ({"verdict": "wrong"}, VERDICT),
        ({"evidence": (Evidence("s1", locator="p. 5"),)}, VERDICT),
        ({"correction": "in 1958"}, VERDICT),
        ({"reviewer": "Ben"}, VERDICT),
        ({"opinion": (Opinion("Ben", "wrong"),)}, VERDICT),
    ],
)
def test_a_change_of_a_finding_makes_it_void(values: dict[str, object], reason: str) -> None:
    assert seal.broken(replace(changed(0, **values), signoff=SIGNED.signoff)) == reason


def test_a_change_of_the_text_or_a_source_makes_it_void() -> None:
    assert seal.broken(SIGNED) == ""
    assert seal.broken(CHECKED) == ""
    text = replace(SIGNED, article=replace(SIGNED.article, text="Another."))
    assert seal.broken(text) == "the article's text is not the one that was signed for"
    assert seal.broken(replace(SIGNED, sources=(Source("s1", title="Map"),))) == VERDICT
    assert seal.broken(replace(SIGNED, assertions=SIGNED.assertions[:3])) == VERDICT
    assert SIGNED.signoff
    void = replace(SIGNED, signoff=replace(SIGNED.signoff, voided=NOW))
    assert seal.broken(void) == "the worksheet was updated or merged since"


@given(st.permutations(range(4)))
def test_the_order_of_the_blocks_is_no_change(order: list[int]) -> None:
    turned = replace(CHECKED, assertions=tuple(CHECKED.assertions[i] for i in order))
    assert seal.verdicts(turned) == seal.verdicts(CHECKED)


def test_check_and_report_say_that_it_is_void(path: Path) -> None:
    put(path, replace(changed(0, verdict="disputed"), signoff=SIGNED.signoff))
    document = worksheet.read(path)
    (found,) = (f for f in checks.run(document) if f.rule == "signoff-void")
    assert found.message == f"the sign-off is void: {VERDICT}"
    compiled = report.compile(document.worksheet, checks.run(document))
    assert compiled.standing.outcome == "hold"
    assert "signoff-void" in [point.code for point in compiled.standing.reasons]
    shown = report.FORMATS["terminal"](compiled)
    assert f"signed off  Ada, editor, 24 November 2026; void: {VERDICT}" in " ".join(
        shown.split()
    ).replace("signed off ", "signed off  ")
    assert signing.sign(path, "Ed", "lawyer", now=NOW).obstacles == ()
    signoff = worksheet.read(path).worksheet.signoff
    assert signoff
    assert (signoff.by, signoff.role) == ("Ed", "lawyer")


def test_a_new_signature_takes_the_place_of_a_void_one(path: Path) -> None:
    assert SIGNED.signoff
    put(path, replace(SIGNED, signoff=replace(SIGNED.signoff, voided=NOW)))
    signing.sign(path, "Ed", now=NOW)
    read = worksheet.read(path)
    assert read.worksheet.signoff == replace(SIGNED.signoff, by="Ed", role="", voided=None)
    assert seal.broken(read.worksheet) == ""


def test_a_merge_of_what_was_signed_makes_it_void() -> None:
    ours = worksheet.parse(worksheet.render(SIGNED), "w.toml")
    theirs = worksheet.parse(worksheet.render(changed(0, note="Asked.", reviewer="Ben")), "b.toml")
    text, _ = join(ours, theirs, None, NOW)
    assert seal.broken(worksheet.parse(text, "w.toml").worksheet)


def test_as_a_person_types_it(path: Path) -> None:
    def run(*words: str) -> tuple[int, str]:
        result = CliRunner().invoke(
            app, ["signoff", *words], env={"COLUMNS": "80", "NO_COLOR": "1"}
        )
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result.exit_code, result.stderr.replace(str(path), "story.toml")

    put(path, changed(1, verdict="", evidence=()))
    assert run(str(path), "--by", "Ada") == (
        1,
        "story.toml  not signed off\n  – 1 high-priority assertion is open: 2\n"
        "  next       factcheck check story.toml\n",
    )
    put(path, CHECKED)
    code, said = run(str(path), "--by", "Ada", "--role", "editor")
    assert (code, said.partition(", editor")[0]) == (0, "story.toml  signed off: Ada")
    code, said = run(str(path), "--by", "Ada")
    assert said.startswith("story.toml  signed off already, and nothing was changed since: Ada")
    assert run(str(path))[0] == 2
    with pytest.raises(WorksheetError, match="nobody signs"):
        run(str(path), "--by", " ")
