"""The words that all formats share."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import report
from factcheck.model import Assertion, Source, Span, Worksheet
from factcheck.report import wording
from factcheck.report.record import State


@pytest.mark.parametrize(
    ("number", "expected"), [(0, "0 fixes"), (1, "1 fix"), (2, "2 fixes"), (1200, "1,200 fixes")]
)
def test_plural(number: int, expected: str) -> None:
    assert wording.plural(number, "fix", "fixes") == expected


def test_enumerated() -> None:
    assert wording.enumerated(["a"]) == "a"
    assert wording.enumerated(["a", "b"]) == "a and b"
    assert wording.enumerated(["a", "b", "c"]) == "a, b and c"


def test_tallied() -> None:
    assert wording.tallied({"b": 1, "a": 1, "c": 3}) == "c (3), a (1), b (1)"


@pytest.mark.parametrize(
    ("ids", "shown"),
    [
        ("", ""),
        ("4", "4"),
        ("4 5", "4 5"),
        ("1 2 3 5 6 9 10 11 12", "1–3 5 6 9–12"),
        ("6 7 7a 7b 8 9 10", "6 7 7a 7b 8–10"),
        ("3 1 2 4 5 6", "3 1 2 4–6"),
        ("01 02 03 ١ ٢ ٣", "01 02 03 ١ ٢ ٣"),
    ],
)
def test_ranges(ids: str, shown: str) -> None:
    assert " ".join(wording.ranges(ids.split())) == shown


@given(st.lists(st.integers(0, 30).map(str) | st.sampled_from(["", "7a", "x", "1–3 "])))
def test_ranges_hold_the_ids_and_no_other(ids: list[str]) -> None:
    spelled: list[str] = []
    for shown in wording.ranges(ids):
        first, dash, last = shown.partition("–")
        if dash and last.isdigit():
            spelled += map(str, range(int(first), int(last) + 1))
        else:
            spelled.append(shown)
    assert spelled == [each or "(no id)" for each in ids]


def test_a_blank_id_is_called_so() -> None:
    assert wording.ranges(["", "4", "11", "12", "13", " "]) == ("(no id)", "4", "11–13", "(no id)")
    assert wording.first_few(["", "4"], 1) == (("(no id)",), " and 1 more")


@pytest.mark.parametrize(
    ("paragraph", "sentence", "shown"),
    [(4, 9, "¶ 4, sentence 9"), (0, 9, "sentence 9"), (4, 0, "¶ 4"), (0, 0, "")],
)
def test_a_place(paragraph: int, sentence: int, shown: str) -> None:
    one = Assertion("1", "x", sentence, paragraph, Span(0, 1), "narration", "event")
    assert wording.place(one) == shown


def test_first_few() -> None:
    assert wording.first_few(["1", "3", "5"], 3) == (("1", "3", "5"), "")
    assert wording.first_few(["1", "3", "5", "7"], 3) == (("1", "3", "5"), " and 1 more")
    assert wording.first_few(["1", "2", "3", "5", "7", "8", "9"], 2) == (
        ("1–3", "5"),
        " and 3 more",
    )
    assert wording.first_few([], 3) == ((), "")


def test_day() -> None:
    assert wording.day(dt.date(2024, 6, 3)) == "3 June 2024"
    assert wording.day(dt.datetime(2024, 12, 30, 23, 0, tzinfo=dt.UTC)) == "30 December 2024"


@pytest.mark.parametrize(
    ("word", "state", "expected"),
    [
        ("", "unchecked", "unchecked"),
        ("wrong", "fix", "wrong"),
        ("maybe", "unrecognised", "maybe (not on the scale)"),
        (" ", "unrecognised", "blank (not on the scale)"),
    ],
)
def test_verdict(word: str, state: State, expected: str) -> None:
    assert wording.verdict(word, state) == expected


def test_about_and_places() -> None:
    source = Source(
        "s1",
        kind="interview",
        tier="secondary",
        title="T",
        author="A",
        publisher="P",
        url="https://x.example",
        archived="https://y.example",
        accessed=dt.date(2024, 7, 1),
        file="f.pdf",
        sha256="00",
        on_record=False,
        interest="paid",
        independent_of=("s2", "s3"),
        contact="secret",
    )
    assert wording.about(source) == (
        "A",
        "P",
        "interview",
        "secondary source",
        "read 1 July 2024",
        "not on the record",
        "interest: paid",
        "independent of s2 and s3",
    )
    assert wording.places(source) == (
        ("", "https://x.example"),
        ("archived", "https://y.example"),
        ("file", "f.pdf"),
        ("SHA-256", "00"),
    )
    assert wording.about(Source("s2")) == ()
    assert wording.places(Source("s2")) == ()


def test_head_leaves_out_what_is_not_known(worksheet: Worksheet) -> None:
    bare = replace(worksheet.article, byline="", published=None, url="", source="")
    compiled = report.compile(replace(worksheet, article=bare, assertions=()))
    assert [label for label, _ in wording.head(compiled)] == [
        "published",
        "SHA-256",
        "checked",
        "checkers",
        "worksheet",
        "scale",
        "version",
    ]


def test_method_says_what_was_not_checked(worksheet: Worksheet) -> None:
    def said(**facts: object) -> str:
        return " ".join(wording.method(report.compile(replace(worksheet, **facts))))  # type: ignore[arg-type]

    assert "3 assertions have not been checked." in said()
    assert "There was no assertion to check." in said(assertions=())
    assert "Every assertion has been given a verdict." in said(assertions=worksheet.assertions[:6])
    odd = said(assertions=worksheet.assertions[-1:])
    assert "Not every assertion has a verdict that the scale knows." in odd
    assert "Its text is the one that was numbered." in said()
    changed = said(sha256="0" * 64)
    assert f"was changed since it was numbered and now has SHA-256 {worksheet.article.sha256}" in (
        changed
    )
    assert "does not record the hash" in said(sha256="")


def test_a_source_is_called_by_its_title_or_by_where_it_is() -> None:
    titled = Source("s1", title=" Minutes ", url="https://council.example/minutes")
    assert wording.named(titled) == "Minutes"
    online = Source("s1", url="https://www.council.example/minutes/")
    assert wording.named(online) == "council.example/minutes"
    assert wording.named(Source("s1", file="../notes.txt")) == "../notes.txt"
    assert wording.named(None) == wording.named(Source("s1")) == ""
