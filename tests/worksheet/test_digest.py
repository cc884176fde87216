"""A worksheet as plain lines."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from factcheck import worksheet
from factcheck.model import Detail, Evidence, Query, Signoff, Source, Worksheet
from factcheck.worksheet.digest import digest

from ..merging.conftest import SHEET

NOW = dt.datetime(2026, 11, 24, 10, tzinfo=dt.UTC)


def lines(sheet: Worksheet) -> list[str]:
    return digest(worksheet.parse(worksheet.render(sheet), "w.toml")).splitlines()


def test_what_people_filled_in_is_told_and_places_are_not() -> None:
    first = replace(
        SHEET.assertions[0],
        verdict="wrong",
        evidence=(Evidence("s1", locator="p. 4", passage="in 1958", stance="contradicts"),),
        correction="in 1958",
        note="Two\nlines.",
        reviewer="Ana",
        recheck="The pool closed in 1957.",
        speaker="Bo",
        speaker_inferred=True,
        details=(Detail("date", "1957", "1957"),),
    )
    sheet = replace(
        SHEET,
        assertions=(first,),
        retired=(replace(SHEET.assertions[3], verdict="confirmed"),),
        sources=(Source("s1", title="Minutes", contact="secret@example", on_record=True),),
        queries=(Query("1957 or 1958?", ("1",), "because", "1958"),),
        signoff=Signoff("Ed", "editor", NOW, voided=NOW),
        set_aside=(),
    )
    assert lines(sheet) == [
        "worksheet, scale desk",
        "  title: Pool",
        "  signed off by Ed (editor)",
        "  sign-off voided 2026-11-24T10:00:00+00:00",
        "",
        "source s1",
        "  title: Minutes",
        "  on_record: True",
        "  contact: given",
        "",
        "query 1957 or 1958?",
        "  about: 1",
        "  answer: 1958",
        "",
        "assertion 1: The pool opened in 1957.",
        "  narration, event, normal priority, said by Bo (inferred)",
        "  date: 1957 = 1957",
        "  check again, it was: The pool closed in 1957.",
        "  verdict: wrong",
        "  reviewer: Ana",
        "  evidence: s1, p. 4, contradicts: “in 1958”",
        "  correction: in 1958",
        "  note: Two",
        "    lines.",
        "",
        "retired 4: It has two slides.",
        "  narration, event, normal priority",
        "  verdict: confirmed",
        "",
        "text",
        f"  {SHEET.article.text}",
    ]


def test_it_says_that_it_could_not_read_all() -> None:
    text = worksheet.render(SHEET).replace('verdict = ""', "verdict = wrong", 1)
    assert digest(worksheet.parse(text, "w.toml")).startswith("not readable whole: 1 problem")


@given(st.text())
def test_no_text_breaks_a_line_or_acts_on_a_terminal(text: str) -> None:
    sheet = replace(SHEET, assertions=(replace(SHEET.assertions[0], reviewer=text, id=text),))
    sheet = replace(sheet, article=replace(sheet.article, text=""), set_aside=())
    shown = digest(worksheet.parse(worksheet.render(sheet), "w.toml"))
    assert not set("\x1b\x00\r\x9b\u202e") & set(shown)
