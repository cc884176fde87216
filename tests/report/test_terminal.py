"""The terminal report: whole, at three widths, and with anything in it."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import report
from factcheck.checks.characters import width
from factcheck.console import STYLES
from factcheck.model import (
    Article,
    Assertion,
    Detail,
    Evidence,
    Finding,
    SetAside,
    Source,
    Span,
    Worksheet,
)
from factcheck.report import terminal


@pytest.mark.parametrize("cells", [60, 80, 100])
def test_report(cells: int, compiled: report.Report, golden: Callable[[str, str], None]) -> None:
    golden(f"terminal-{cells}.txt", terminal.render(compiled, cells))


def test_clear_report(worksheet: Worksheet, golden: Callable[[str, str], None]) -> None:
    kept = worksheet.assertions[2:4]
    article = Article("Two sentences.", title="Short", published=None)
    sheet = replace(
        worksheet,
        article=article,
        sha256=article.sha256,
        assertions=kept,
        set_aside=(),
        sources=worksheet.sources[1:2],
    )
    golden("terminal-clear.txt", terminal.render(report.compile(sheet)))


def test_settled_of_high_priority_has_a_few_words(worksheet: Worksheet) -> None:
    high = tuple(replace(each, priority="high") for each in worksheet.assertions[:4])
    text = terminal.render(report.compile(replace(worksheet, assertions=high)))
    _, _, rest = text.partition("  High priority 4 ")
    assert rest.split("\n")[1:5] == [
        "  ▞ to fix, above: 1",
        "  ▒ could not confirm, above: 2",
        "  █ 3  confirmed  The harbour town of Vessnay lost 412 jobs last year, the most…",
        "  █ 4  confirmed  mayor Orla Quent",
    ]


def test_report_of_nothing(golden: Callable[[str, str], None]) -> None:
    sheet = Worksheet(Article(""), dt.datetime(2024, 6, 30, tzinfo=dt.UTC), "")
    golden("terminal-empty.txt", terminal.render(report.compile(sheet)))


def test_the_format_is_80_wide(compiled: report.Report) -> None:
    assert report.FORMATS["terminal"](compiled) == terminal.render(compiled, 80)


def test_wider_than_100_is_as_100(compiled: report.Report) -> None:
    assert terminal.render(compiled, 200) == terminal.render(compiled, 100)


def test_the_contact_is_nowhere(compiled: report.Report, contact: str) -> None:
    for render in report.FORMATS.values():
        text = render(compiled)
        assert contact not in text
        assert "contact =" not in text


def test_every_role_has_a_look_or_is_plain_on_purpose(compiled: report.Report) -> None:
    roles = {role for line in terminal.lines(compiled, 80) for _, role in line}
    assert roles - set(STYLES) == {"", "unchecked", "passage"}


words = st.text(max_size=25)
ids = st.text(alphabet="0123456789abz", min_size=1, max_size=4)


@st.composite
def worksheets(draw: st.DrawFn) -> Worksheet:
    names = draw(st.lists(ids, min_size=1, max_size=3))
    assertions = tuple(
        Assertion(
            name,
            draw(words),
            draw(st.integers(0, 4)),
            draw(st.integers(0, 3)),
            Span(0, 1),
            draw(words),
            draw(words),
            speaker=draw(words),
            priority=draw(st.sampled_from(["high", "normal", "low"])),
            details=(Detail("name", draw(words), draw(words)),),
            verdict=draw(st.sampled_from(["", "wrong", "confirmed", "disputed", "*x*"])),
            evidence=(Evidence(draw(ids), "", draw(words), draw(words), draw(words)),),
            correction=draw(words),
            note=draw(words),
            reviewer=draw(words),
        )
        for name in names
    )
    source = Source(
        draw(ids),
        draw(words),
        draw(words),
        draw(words),
        draw(words),
        draw(words),
        url=draw(words),
        interest=draw(words),
    )
    return Worksheet(
        Article(draw(words), draw(words), draw(words), source=draw(words), url=draw(words)),
        dt.datetime(2024, 6, 30, tzinfo=dt.UTC),
        draw(words),
        sources=(source,),
        assertions=assertions,
        set_aside=(SetAside(draw(words), 1, 1, Span(0, 1), draw(words)),),
    )


@settings(max_examples=60)
@given(worksheets(), words, st.integers(60, 130))
def test_nothing_in_a_worksheet_breaks_the_layout(
    sheet: Worksheet, message: str, cells: int
) -> None:
    compiled = report.compile(sheet, [Finding("w", 1, 1, "error", "some-rule", message)])
    text = terminal.render(compiled, cells)
    for line in text.split("\n"):
        assert width(line) <= min(cells, 100), line
        assert [c for c in line if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"}] == []
    everything = text.replace(" ", "").replace("\n", "")
    for item in compiled.items:
        assert item.assertion.id in text
        shown = report_words(item.assertion.text)
        assert shown in everything


def report_words(text: str) -> str:
    from factcheck.checks.characters import visible

    shown = visible(text).replace("\u00ad", "")
    return shown.replace(" ", "").replace("\t", "").replace("\n", "")
