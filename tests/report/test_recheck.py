"""What a later draft left to be checked again, and what left the article, in every report."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest

from factcheck import checks, report, worksheet
from factcheck.model import Article, Assertion, Evidence, Span, Worksheet, sha256
from factcheck.report import overview

TEXT = "The pool opened in 1957."
SHEET = Worksheet(
    Article(TEXT, title="Pool"),
    dt.datetime(2026, 11, 24, tzinfo=dt.UTC),
    "factcheck 0.1.0",
    highest=3,
    sha256=sha256(TEXT),
    assertions=(
        Assertion(
            "1",
            TEXT,
            1,
            1,
            Span(0, len(TEXT)),
            "narration",
            "date",
            status="reworded",
            recheck="The pool opened in 1958.",
            verdict="confirmed",
            evidence=(Evidence(url="https://register.example/pool"),),
            reviewer="Ana",
        ),
    ),
    retired=(
        Assertion(
            "2",
            "A *dog* barked.",
            2,
            1,
            Span(25, 40),
            "narration",
            "event",
            verdict="unsupported",
            note="Nobody heard it.",
            reviewer="Ben",
        ),
        Assertion("3", "It rained.", 3, 1, Span(41, 51), "narration", "event"),
    ),
)


def compiled(sheet: Worksheet = SHEET) -> report.Report:
    document = worksheet.parse(worksheet.render(sheet), "w.toml")
    return report.compile(document.worksheet, checks.run(document))


def test_a_re_check_holds_the_piece() -> None:
    standing = compiled().standing
    assert standing.outcome == "hold"
    assert [(p.code, p.ids) for p in standing.reasons] == [("recheck", ("1",))]
    assert "warnings" not in {p.code for p in standing.caveats}


def test_a_piece_that_was_looked_at_again_is_clear() -> None:
    (one,) = SHEET.assertions
    looked = replace(SHEET, assertions=(replace(one, recheck=""),))
    assert compiled(looked).standing.outcome == "clear"


def test_retired_ones_are_told_only_if_something_was_found() -> None:
    made = compiled()
    assert [item.assertion.id for item in made.retired] == ["2"]
    assert [item.assertion.id for item in made.items] == ["1"]
    assert made.total.total == 1


@pytest.mark.parametrize("style", ["terminal", "markdown"])
def test_both_have_a_section(style: str) -> None:
    text = report.FORMATS[style](compiled())
    assert text.index("Check again") < text.index("The pool opened in 1958.")
    assert text.index("No longer in the article") < text.rindex("barked")
    assert "unsupported" in text
    assert "It rained." not in text


def test_json_has_the_keys() -> None:
    found = json.loads(report.FORMATS["json"](compiled()))
    assert found["recheck"] == ["1"]
    assert found["assertions"][0]["status"] == "reworded"
    assert found["assertions"][0]["recheck"] == "The pool opened in 1958."
    assert [each["id"] for each in found["retired"]] == ["2"]
    assert found["retired"][0]["verdict"] == "unsupported"


def test_status_counts_re_checks() -> None:
    from factcheck.report import board

    row = overview.row("w.toml", compiled())
    assert row.recheck == ("1",)
    shown = ["".join(text for text, _ in line) for line in board.lines([row], 80)]
    assert "    changed   1 to check again: 1" in shown
