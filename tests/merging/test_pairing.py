"""Which assertions and sources of two worksheets are the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.merging import pairing
from factcheck.merging.record import Renamed
from factcheck.model import Assertion, Evidence, Source, Span, Worksheet

from .conftest import SHEET

SEVEN = replace(SHEET.assertions[3], id="4a", text="two slides", span=Span(69, 79))


def test_the_same_worksheet_has_the_same_assertions() -> None:
    called, renamed = pairing.assertions(SHEET, SHEET, None)
    assert called == {"1": "1", "2": "2", "3": "3", "4": "4"}
    assert renamed == ()


@pytest.mark.parametrize(
    ("mine", "yours", "called", "now"),
    [
        (SEVEN, SEVEN, "4a", ()),
        (SEVEN, replace(SEVEN, id="4b"), "4a", ()),
        (SEVEN, replace(SEVEN, text="It has two", span=Span(62, 72)), "4b", ("4a", "4b")),
        (replace(SEVEN, id="5"), replace(SEVEN, id="5", text="slides"), "6", ("5", "6")),
        (replace(SEVEN, id="x"), replace(SEVEN, id="x", text="slides"), "x-2", ("x", "x-2")),
        (SEVEN, replace(SEVEN, id="4b", layer="said"), "4b", ()),
    ],
)
def test_a_part_that_both_made(
    mine: Assertion, yours: Assertion, called: str, now: tuple[str, ...]
) -> None:
    ours = replace(SHEET, assertions=(*SHEET.assertions, mine))
    theirs = replace(SHEET, assertions=(*SHEET.assertions, yours))
    names, renamed = pairing.assertions(ours, theirs, None)
    assert names[yours.id] == called
    assert renamed == ((Renamed("assertion", *now),) if now else ())


def test_an_id_that_was_there_before_is_the_same_whatever_its_words() -> None:
    first = replace(SHEET.assertions[0], text="The pool opened", span=Span(0, 15))
    theirs = replace(SHEET, assertions=(first, *SHEET.assertions[1:]))
    assert pairing.assertions(SHEET, theirs, SHEET)[0]["1"] == "1"
    assert pairing.assertions(SHEET, theirs, None)[1] == (Renamed("assertion", "1", "5"),)


def with_sources(*sources: Source, cited: str = "") -> Worksheet:
    first = replace(SHEET.assertions[0], evidence=(Evidence(cited),) if cited else ())
    return replace(SHEET, sources=sources, assertions=(first, *SHEET.assertions[1:]))


def test_a_name_that_evidence_has_is_not_given() -> None:
    for ours, theirs in (("s2", ""), ("", "s2")):
        names, _ = pairing.sources(
            with_sources(MINUTES, cited=ours),
            with_sources(Source("s1", title="Budget"), cited=theirs),
            None,
        )
        assert names == {"s1": "s3"}


MINUTES = Source("s1", title="Minutes", url="https://c.example/m")


@pytest.mark.parametrize(
    ("theirs", "called"),
    [
        (MINUTES, "s1"),
        (replace(MINUTES, author="Ana"), "s1"),
        (replace(MINUTES, url=""), "s1"),
        (Source("s1"), "s2"),
        (Source("s1", title="Budget"), "s2"),
        (Source("s1", author="Ana"), "s2"),
        (replace(MINUTES, id="s2"), "s1"),
        (replace(MINUTES, id="m", title=""), "s1"),
        (Source("s2", title="Budget"), "s2"),
        (Source("s1", title="Minutes", url="https://d.example"), "s2"),
    ],
)
def test_a_source(theirs: Source, called: str) -> None:
    names, renamed = pairing.sources(with_sources(MINUTES), with_sources(theirs), None)
    assert names == {theirs.id: called}
    assert renamed == ((Renamed("source", theirs.id, called),) if theirs.id != called else ())


def test_a_name_that_the_other_has_is_not_given() -> None:
    names, _ = pairing.sources(
        with_sources(MINUTES, Source("s2", title="Map")),
        with_sources(Source("s1", title="Budget"), Source("s3", title="Plan")),
        None,
    )
    assert names == {"s1": "s4", "s3": "s3"}
