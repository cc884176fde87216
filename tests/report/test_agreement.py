"""How far reviewers agree, and where they do not."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from factcheck import checks, report, worksheet
from factcheck.merging import halves
from factcheck.model import Assertion, Evidence, Opinion, Worksheet
from factcheck.report import agreement, overview, wording

from .test_recheck import SHEET

ONE = replace(SHEET.assertions[0], recheck="", status="")
WORD = {"c": "confirmed", "w": "wrong", "m": "misleading", ".": ""}


def rated(*rows: str) -> Worksheet:
    """A worksheet on which each of several people found a row of letters, ``.`` for nothing."""
    people = ("Ana", "Ben", "Cleo")[: len(rows)]
    assertions = []
    for number, letters in enumerate(zip(*rows, strict=True), start=1):
        merged = halves.Half()
        for name, letter in zip(people, letters, strict=True):
            if letter != ".":
                merged = halves.settle(merged, halves.Half(WORD[letter], reviewer=name))
        half = {name: getattr(merged, name) for name in halves.NAMES}
        assertions.append(replace(ONE, id=str(number), **half))
    return replace(SHEET, merged=people, assertions=tuple(assertions), retired=())


def test_two_are_measured_by_kappa() -> None:
    # Both say c 20 times, both w 15 times; 5 and 10 times they differ. By chance they would agree half
    # of the time: (0.7 - 0.5) / (1 - 0.5).
    found = agreement.measure(rated("c" * 25 + "w" * 25, "c" * 20 + "w" * 5 + "c" * 10 + "w" * 15))
    assert found
    assert (found.reviewers, found.items, found.percent) == (("Ana", "Ben"), 50, 70)
    assert found.measure == "Cohen's kappa"
    assert found.coefficient == pytest.approx(0.4)
    assert not found.few


def test_more_are_measured_by_alpha_and_may_leave_some_out() -> None:
    # Units of two or more: ccc, ccw, ww., w.w. Of 10 values 5 are c and 5 w; observed disagreement 2 / 10
    # (the one w among two c), expected 50 / 90: alpha is 1 - 0.2 * 90 / 50.
    found = agreement.measure(rated("ccwwc", "ccw..", "cw.w."))
    assert found
    assert (found.reviewers, found.items) == (("Ana", "Ben", "Cleo"), 4)
    assert found.percent == pytest.approx(100 * 6 / 8)
    assert found.measure == "Krippendorff's alpha"
    assert found.coefficient == pytest.approx(1 - 0.2 * 90 / 50)
    assert found.few


def test_one_word_says_nothing() -> None:
    found = agreement.measure(rated("ccc", "ccc"))
    assert found
    assert (found.percent, found.coefficient) == (100, None)
    assert wording.agreement(found) == (
        "Ana and Ben, apart: 100 % the same on 3 assertions; every verdict is the same word, so "
        "Cohen's kappa says nothing"
    )


def test_it_says_when_there_is_too_little() -> None:
    found = agreement.measure(rated("cwc", "cww"))
    assert found
    assert found.enough == 8
    assert wording.agreement(found) == (
        "Ana and Ben, apart: 67 % the same on 3 assertions; Cohen's kappa 0.40, which means nothing "
        "with fewer than 8 assertions"
    )
    many = agreement.measure(rated("cw" * 5, "cc" * 5))
    assert many
    assert wording.agreement(many).endswith("Cohen's kappa 0.00")


def test_nobody_checked_the_same() -> None:
    assert agreement.measure(rated("c.", ".c")) is None
    assert agreement.measure(replace(rated("cc", "cc"), merged=())) is None
    assert agreement.measure(SHEET) is None


def test_what_was_settled_afterwards_does_not_count_as_found_apart() -> None:
    sheet = rated("c", "w")
    settled = replace(sheet.assertions[0], verdict="wrong", reviewer="Ana")
    found = agreement.measure(replace(sheet, assertions=(settled,)))
    assert found
    assert found.percent == 0


@pytest.fixture
def differing() -> report.Report:
    opinions = (
        Opinion("Ana", "confirmed", (Evidence("s1", locator="p. 4"),), note="Seen *twice*."),
        Opinion("", "wrong", (), "in 1958"),
    )
    one = replace(ONE, verdict="", evidence=(), reviewer="", priority="high", opinion=opinions)
    settled = replace(one, id="2", verdict="wrong", correction="in 1958", reviewer="Ed")
    sheet = replace(SHEET, assertions=(one, settled), retired=(), merged=("Ana", "Ben"))
    document = worksheet.parse(worksheet.render(sheet), "w.toml")
    return report.compile(document.worksheet, checks.run(document))


def test_what_reviewers_differ_on_holds_a_piece(differing: report.Report) -> None:
    codes = {point.code: point for point in differing.standing.reasons}
    assert codes["differ"].ids == ("1",)
    assert "unchecked-high" not in codes
    assert "reviewers-differ" not in codes["errors"].text
    row = overview.row("w.toml", differing)
    assert "differ" in [point.code for point in row.blocks]


def test_every_report_shows_it(differing: report.Report) -> None:
    terminal = report.FORMATS["terminal"](differing)
    assert "Reviewers differ 1" in terminal
    lines = [line.strip() for line in terminal.splitlines()]
    at = lines.index("opinion   Ana: confirmed")
    assert lines[at : at + 5] == [
        "opinion   Ana: confirmed",
        "Seen *twice*.",
        "s1 (not described in the worksheet), p. 4",
        "opinion   nobody named: wrong",
        "proposed: in 1958",
    ]
    assert sum(line.startswith("opinion ") for line in lines) == 4
    markdown = report.FORMATS["markdown"](differing)
    section = markdown.split("## Reviewers differ (1)")[1].split("\n## ")[0]
    assert "- Ana: confirmed\n  - Note: Seen \\*twice\\*.\n  - Evidence: s1" in section
    assert "- Nobody named: wrong\n  - Proposed: in 1958" in section
    data = json.loads(report.FORMATS["json"](differing))
    assert data["differ"] == ["1"]
    assert [o["verdict"] for o in data["assertions"][0]["opinions"]] == ["confirmed", "wrong"]
    assert data["assertions"][1]["opinions"][1]["correction"] == "in 1958"
    assert data["agreement"] is None


def test_evidence_of_an_opinion_bears_on_its_assertion(differing: report.Report) -> None:
    (rest,) = differing.sources
    assert (rest.reference, rest.bears, rest.alone) == ("s1", ("1", "2"), ())


def test_each_of_several_who_agree_is_named(differing: report.Report) -> None:
    assert [c.name for c in differing.checkers] == ["Ed"]
    both = report.compile(rated("cc.", "c.c"))
    assert [(c.name, c.checked) for c in both.checkers] == [("Ana", 2), ("Ben", 2)]
    typed = replace(rated("c", "."), merged=())
    pair: Assertion = replace(typed.assertions[0], reviewer="Ana, Ben")
    together = report.compile(replace(typed, assertions=(pair,)))
    assert [(c.name, c.checked) for c in together.checkers] == [("Ana, Ben", 1)]
