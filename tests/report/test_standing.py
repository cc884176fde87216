"""Clear, clear after fixes, hold: each reason by itself."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from factcheck import report
from factcheck.model import Article, Assertion, Evidence, Finding, SetAside, Span, Worksheet
from factcheck.report.record import Point, Standing

EVIDENCE = (Evidence("s1"), Evidence("s2"))


def one(number: int, verdict: str, **facts: object) -> Assertion:
    plain = Assertion(
        str(number),
        "words",
        number,
        1,
        Span(0, 5),
        "narration",
        "event",
        verdict=verdict,
        evidence=EVIDENCE,
    )
    return replace(plain, **facts)  # type: ignore[arg-type]


def sheet(*assertions: Assertion, **facts: object) -> Worksheet:
    plain = Worksheet(
        Article("words"),
        dt.datetime(2024, 6, 30, tzinfo=dt.UTC),
        "factcheck 0.1.0",
        sha256=Article("words").sha256,
        assertions=assertions,
    )
    return replace(plain, **facts)  # type: ignore[arg-type]


def standing(*assertions: Assertion, findings: tuple[Finding, ...] = ()) -> Standing:
    return report.compile(sheet(*assertions), findings).standing


def test_all_confirmed_is_clear() -> None:
    assert standing(one(1, "confirmed"), one(2, "not-checkable")) == Standing(
        "clear", headline="Clear"
    )


def test_only_fixes_is_clear_after_them() -> None:
    assert standing(one(1, "confirmed"), one(2, "wrong", correction="other words")) == Standing(
        "clear-after-fixes", 1, headline="Clear after 1 fix"
    )
    two = standing(one(1, "outdated", correction="x"), one(2, "misleading", correction="x"))
    assert (two.outcome, two.headline) == ("clear-after-fixes", "Clear after 2 fixes")


@pytest.mark.parametrize("priority", ["high", "normal", "low", "strange"])
def test_an_unchecked_assertion_is_never_clear(priority: str) -> None:
    found = standing(one(1, "confirmed"), one(2, "", priority=priority))
    assert found.outcome == "hold"
    assert found.headline == "Hold"


def test_unchecked_ones_are_told_apart_by_priority() -> None:
    found = standing(
        one(1, "", priority="high"), one(2, ""), one(3, "", priority="low"), one(4, "confirmed")
    )
    assert found.reasons == (
        Point("unchecked-high", "1 high-priority assertion is unchecked", ("1",)),
        Point("unchecked", "2 further assertions are unchecked", ("2", "3")),
    )


def test_could_not_confirm_holds_only_what_is_of_high_priority() -> None:
    found = standing(one(1, "disputed", priority="high"), one(2, "unsupported"))
    assert found.outcome == "hold"
    assert found.reasons == (
        Point("unconfirmed-high", "1 high-priority assertion could not be confirmed", ("1",)),
    )
    assert found.caveats == (
        Point("unconfirmed", "1 assertion of lesser priority could not be confirmed", ("2",)),
    )


def test_what_could_not_be_confirmed_is_in_the_headline() -> None:
    found = standing(one(1, "unsupported"), one(2, "wrong", correction="x"))
    assert found.outcome == "clear-after-fixes"
    assert found.headline == "Clear after 1 fix; 1 assertion could not be confirmed"
    assert standing(one(1, "disputed")).headline == "Clear; 1 assertion could not be confirmed"


@pytest.mark.parametrize("correction", ["", " \n"])
def test_a_fix_without_proposed_words_holds(correction: str) -> None:
    found = standing(one(1, "wrong", correction=correction))
    assert (found.outcome, found.fixes) == ("hold", 1)
    assert found.reasons == (
        Point("no-correction", "1 assertion must change and has no proposed words", ("1",)),
    )


@pytest.mark.parametrize("verdict", ["true", "Confirmed", " "])
def test_a_verdict_that_is_not_on_the_scale_holds(verdict: str) -> None:
    assert standing(one(1, verdict)).reasons == (
        Point("unrecognised", "1 assertion has a verdict that is not on the scale", ("1",)),
    )


def test_errors_hold_and_warnings_do_not() -> None:
    def finding(severity: str, rule: str) -> Finding:
        return Finding("w.toml", 1, 1, severity, rule, "message")

    warned = standing(one(1, "confirmed"), findings=(finding("warning", "b"), finding("note", "c")))
    assert warned == Standing(
        "clear",
        caveats=(Point("warnings", "factcheck check gives 1 warning: b (1)"),),
        headline="Clear",
    )
    held = standing(
        one(1, "confirmed"),
        findings=(finding("error", "a"), finding("error", "z"), finding("error", "z")),
    )
    assert held.outcome == "hold"
    assert held.reasons == (Point("errors", "factcheck check finds 3 errors: z (2), a (1)"),)


def test_no_assertions_hold() -> None:
    aside = (SetAside("words", 1, 1, Span(0, 5), "opinion"),)
    assert report.compile(sheet(set_aside=aside)).standing.reasons == (
        Point("no-assertions", "The worksheet has no assertions: nothing was checked"),
    )


def test_a_sentence_that_is_nowhere_holds() -> None:
    assert standing(one(1, "confirmed"), one(3, "confirmed")).reasons == (
        Point("unaccounted", "Sentence 2 is neither numbered nor set aside"),
    )
    assert standing(one(4, "confirmed")).reasons == (
        Point("unaccounted", "Sentences 1, 2 and 3 are neither numbered nor set aside"),
    )


def test_an_article_that_was_changed_holds() -> None:
    changed = report.compile(sheet(one(1, "confirmed"), article=Article("other words")))
    assert changed.standing.reasons == (
        Point("text-changed", "The article's text is no longer the one that was numbered"),
    )


def test_caveats_never_hold() -> None:
    found = standing(
        one(1, "confirmed", priority="high", evidence=EVIDENCE[:1]),
        one(2, "confirmed", evidence=()),
    )
    assert found == Standing(
        "clear",
        caveats=(
            Point("no-evidence", "1 assertion was settled with no evidence on record", ("2",)),
            Point("single-source-high", "1 high-priority assertion rests on one source", ("1",)),
        ),
        headline="Clear",
    )


def test_a_number_that_is_gone_holds_and_is_named() -> None:
    gone = Finding("w.toml", 9, 1, "warning", "number-missing", "assertion 2 is missing")
    found = standing(one(1, "confirmed"), one(2, "confirmed", id="3"), findings=(gone,))
    assert found.outcome == "hold"
    assert found.reasons == (Point("lost", "A block is gone: assertion 2 is missing"),)
    assert found.caveats == ()
