"""What a report says of a worksheet, fact by fact."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import report
from factcheck.desk import Publisher
from factcheck.model import (
    Article,
    Assertion,
    Evidence,
    Finding,
    SetAside,
    Source,
    Span,
    Worksheet,
)
from factcheck.report.record import STATES, Checker, Item, Rest, Tally
from factcheck.scales import DESK


def ids(items: tuple[Item, ...]) -> list[str]:
    return [item.assertion.id for item in items]


def states(tally: Tally) -> dict[str, int]:
    return {state: tally.of(state) for state in STATES if tally.of(state)}


def test_every_item_is_in_its_state_and_in_article_order(compiled: report.Report) -> None:
    assert [(i.assertion.id, i.state) for i in compiled.items] == [
        ("3", "confirmed"),
        ("1", "fix"),
        ("2", "unconfirmed"),
        ("4", "confirmed"),
        ("5", "fix"),
        ("6", "unconfirmed"),
        ("7", "unchecked"),
        ("7a", "fix"),
        ("8", "unchecked"),
        ("9", "not-checkable"),
        ("10", "unchecked"),
        ("11", "fix"),
        ("12", "unrecognised"),
    ]


def test_the_lists_of_an_editor(compiled: report.Report) -> None:
    assert ids(compiled.must_fix) == ["1", "5", "7a", "11"]
    assert ids(compiled.unconfirmed) == ["2", "6"]
    assert ids(compiled.open) == ["7", "8", "10", "12"]
    assert ids(compiled.high) == ["1", "2", "6", "7", "7a"]
    assert ids(compiled.single_source) == ["3", "1", "5", "7a", "11"]


def test_open_has_high_priority_first_and_a_strange_one_with_the_normal(
    worksheet: Worksheet,
) -> None:
    first = worksheet.assertions[0]
    rows = [("1", "low"), ("2", "hihg"), ("3", "high"), ("4", "normal")]
    several = tuple(
        replace(first, id=name, priority=priority, verdict="", sentence=n)
        for n, (name, priority) in enumerate(rows, 1)
    )
    compiled = report.compile(replace(worksheet, assertions=several))
    assert ids(compiled.open) == ["3", "2", "4", "1"]


def test_counts(compiled: report.Report) -> None:
    assert (compiled.checked, len(compiled.items)) == (9, 13)
    assert states(compiled.total) == {
        "confirmed": 2,
        "fix": 4,
        "unconfirmed": 2,
        "not-checkable": 1,
        "unchecked": 3,
        "unrecognised": 1,
    }
    assert [(t.name, t.total, states(t)) for t in compiled.priorities] == [
        ("high", 5, {"fix": 2, "unconfirmed": 2, "unchecked": 1}),
        ("normal", 6, {"confirmed": 1, "fix": 2, "unchecked": 2, "unrecognised": 1}),
        ("low", 2, {"confirmed": 1, "not-checkable": 1}),
    ]
    assert [(t.name, t.total) for t in compiled.layers] == [
        ("narration", 9),
        ("said", 2),
        ("content", 2),
    ]
    assert [(c.word, c.number) for c in compiled.verdicts] == [
        ("confirmed", 2),
        ("confirmed-with-change", 1),
        ("misleading", 1),
        ("wrong", 1),
        ("unsupported", 1),
        ("disputed", 1),
        ("outdated", 1),
        ("not-checkable", 1),
        ("", 3),
        ("confrimed", 1),
    ]


def test_a_strange_layer_is_counted_too(worksheet: Worksheet) -> None:
    strange = replace(worksheet.assertions[0], layer="spoken")
    compiled = report.compile(replace(worksheet, assertions=(strange,)))
    assert [(t.name, t.total) for t in compiled.layers] == [
        ("narration", 0),
        ("said", 0),
        ("content", 0),
        ("spoken", 1),
    ]


def test_who_checked_and_who_has_what_left(compiled: report.Report) -> None:
    assert compiled.checkers == (
        Checker("A. Ruiz", 6, 0),
        Checker("Bo Lindqvist-Aranguren", 3, 1),
    )


def test_what_rests_on_each_source(compiled: report.Report) -> None:
    rests = {r.reference: (r.bears, r.contradicts, r.context, r.alone) for r in compiled.sources}
    long = next(reference for reference in rests if reference.endswith("2024"))
    assert rests == {
        "s1": (("1",), ("1",), ("6",), ("1",)),
        "s2": (("3", "4"), (), (), ("3",)),
        "s3": (("5", "6"), (), (), ("5",)),
        "s4": (("6",), ("6",), (), ()),
        "s5": ((), (), (), ()),
        "https://vessnay.example/council": (("4",), (), (), ()),
        "s9": (("7a",), (), (), ("7a",)),
        long: (("11",), (), (), ("11",)),
    }
    assert [(r.reference, r.used) for r in compiled.sources if not r.used] == [("s5", False)]
    assert [r.reference for r in compiled.sources if not r.known] == ["s9"]


def test_a_url_that_a_source_has_is_that_source(worksheet: Worksheet) -> None:
    source = Source("s1", url="https://bureau.example/x")
    both = (Evidence("s1"), Evidence(url="https://bureau.example/x", locator="p. 2"))
    one = replace(worksheet.assertions[0], evidence=both)
    compiled = report.compile(replace(worksheet, assertions=(one,), sources=(source,)))
    assert [c.reference for c in compiled.items[0].citations] == ["s1", "s1"]
    assert compiled.items[0].single_source
    assert compiled.sources == (Rest("s1", source, known=True, bears=("1",), alone=("1",)),)


def test_context_is_no_source_to_rest_on(worksheet: Worksheet) -> None:
    evidence = (Evidence("s1", stance="context"), Evidence("s2"))
    one = replace(worksheet.assertions[0], evidence=evidence)
    item = report.compile(replace(worksheet, assertions=(one,))).items[0]
    assert (item.rests_on, item.single_source) == (("s2",), True)
    only = replace(one, evidence=evidence[:1])
    item = report.compile(replace(worksheet, assertions=(only,))).items[0]
    assert (item.rests_on, item.single_source) == ((), False)


def test_the_contact_of_a_source_is_gone(
    compiled: report.Report, worksheet: Worksheet, contact: str
) -> None:
    assert [s.contact for s in worksheet.sources if s.contact] == [contact]
    assert contact not in repr(compiled)


def test_a_finding_that_tells_a_contact_loses_its_message(
    worksheet: Worksheet, contact: str
) -> None:
    told = Finding("w.toml", 3, 1, "warning", "some-rule", f"is {contact} right?", contact, contact)
    (kept,) = report.compile(worksheet, [told]).findings
    withheld = "(message withheld: it quotes the contact of a source)"
    assert kept == Finding("w.toml", 3, 1, "warning", "some-rule", withheld, withheld, "")


def test_sentences_that_nobody_accounts_for(worksheet: Worksheet) -> None:
    compiled = report.compile(replace(worksheet, set_aside=worksheet.set_aside[1:]))
    assert (compiled.sentences, compiled.unaccounted) == (9, (5,))


def test_a_scale_that_we_do_not_know_settles_nothing(worksheet: Worksheet) -> None:
    compiled = report.compile(replace(worksheet, scale="stars"))
    assert states(compiled.total) == {"unchecked": 3, "unrecognised": 10}
    assert compiled.checked == 0


@pytest.mark.parametrize("verdict", DESK.verdicts, ids=lambda v: v.word)
def test_each_word_of_the_scale_has_one_state(verdict: object, worksheet: Worksheet) -> None:
    expected = {
        "confirmed": "confirmed",
        "confirmed-with-change": "fix",
        "misleading": "fix",
        "wrong": "fix",
        "outdated": "fix",
        "unsupported": "unconfirmed",
        "disputed": "unconfirmed",
        "not-checkable": "not-checkable",
    }
    word = getattr(verdict, "word")  # noqa: B009 - pytest gives an object
    one = replace(worksheet.assertions[0], verdict=word)
    assert report.compile(replace(worksheet, assertions=(one,))).items[0].state == expected[word]


words = st.text(max_size=6)
spans = st.integers(0, 40).map(lambda n: Span(n, n + 3))
assertion_values = st.builds(
    Assertion,
    id=words,
    text=words,
    sentence=st.integers(-2, 12),
    paragraph=st.integers(-2, 5),
    span=spans,
    layer=words,
    kind=words,
    priority=st.sampled_from(["high", "normal", "low", "", "hihg"]),
    verdict=st.sampled_from(["", " ", "wrong", "confirmed", "disputed", "nonsense"]),
    evidence=st.lists(st.builds(Evidence, source=words, url=words, stance=words), max_size=2).map(
        tuple
    ),
    correction=words,
    reviewer=words,
)
asides = st.builds(
    SetAside,
    text=words,
    sentence=st.integers(-2, 12),
    paragraph=st.just(1),
    span=spans,
    reason=words,
)


@given(
    st.lists(assertion_values, max_size=6),
    st.lists(asides, max_size=3),
    st.lists(st.builds(Source, id=words, url=words), max_size=3),
)
def test_whatever_a_worksheet_holds_nothing_is_lost_or_counted_twice(
    assertions: list[Assertion], aside: list[SetAside], sources: list[Source]
) -> None:
    import datetime as dt

    sheet = Worksheet(
        Article("x"),
        dt.datetime(2024, 1, 1, tzinfo=dt.UTC),
        "",
        sources=tuple(sources),
        assertions=tuple(assertions),
        set_aside=tuple(aside),
    )
    compiled = report.compile(sheet)
    assert compiled == report.compile(sheet)
    total = len(assertions)
    assert sorted(map(repr, (i.assertion for i in compiled.items))) == sorted(map(repr, assertions))
    assert compiled.total.total == sum(t.total for t in compiled.priorities) == total
    assert (
        sum(t.total for t in compiled.layers) == sum(c.number for c in compiled.verdicts) == total
    )
    parts = len(compiled.must_fix) + len(compiled.unconfirmed) + len(compiled.open)
    assert parts + compiled.total.of("confirmed") + compiled.total.of("not-checkable") == total
    clear = compiled.standing.outcome != "hold"
    assert not (clear and (compiled.open or not assertions or compiled.unaccounted))
    published = replace(compiled, publisher=PUBLISHER)
    for render in report.FORMATS.values():
        assert render(published).endswith("\n")


PUBLISHER = Publisher("Desk", "https://desk.example/", "https://desk.example/{slug}")


def test_no_password_reaches_a_report(worksheet: Worksheet) -> None:
    address = "https://ana:hunter2@council.example/a"
    evidence = (Evidence(url=address), Evidence(source="s9"))
    one = replace(worksheet.assertions[0], verdict="confirmed", evidence=evidence)
    sheet = replace(
        worksheet,
        article=replace(worksheet.article, url=address),
        assertions=(one,),
        sources=(Source("s9", url=address, archived=address),),
    )
    compiled = report.compile(sheet)
    assert [c.reference for c in compiled.items[0].citations] == ["s9", "s9"]
    alone = report.compile(replace(sheet, sources=()))
    assert alone.items[0].citations[0].reference == "https://council.example/a"
    for each in (compiled, alone):
        published = replace(each, publisher=PUBLISHER)
        assert all("hunter2" not in make(published) for make in report.FORMATS.values())
