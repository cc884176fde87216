"""Text tidied and wrapped."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.checks.characters import visible, width
from factcheck.report.typography import Line, clip, tidy, wrap


def joined(line: Line) -> str:
    return "".join(text for text, _ in line)


def wrapped(text: str, cells: int) -> list[str]:
    return [joined(line) for line in wrap([(text, "")], cells)]


def test_tidy_is_one_line() -> None:
    assert tidy("  a\n\n b\t c\u00adc ") == "a b cc"
    assert tidy("no\u00a0break") == "no\u00a0break"


@pytest.mark.parametrize(
    ("text", "cells", "shown"),
    [
        ("one  two", 8, "one two"),
        ("one two three", 10, "one two…"),
        ("one two three", 8, "one two…"),
        ("a longwordthatgoeson", 9, "a longwo…"),
        ("exactly ten", 8, "exactly…"),
        ("東京都港区東京", 8, "東京都…"),
        ("a\nb", 8, "a b"),
    ],
)
def test_clip(text: str, cells: int, shown: str) -> None:
    assert clip(text, cells) == shown


@given(st.text(max_size=20), st.integers(1, 12))
def test_a_clipped_text_fits(text: str, cells: int) -> None:
    assert width(clip(text, cells)) <= cells


def test_words_are_wrapped_at_spaces() -> None:
    assert wrapped("one two three four", 9) == ["one two", "three", "four"]
    assert wrapped("one two", 7) == ["one two"]
    assert wrapped("", 7) == []


def test_a_line_feed_begins_a_line() -> None:
    assert wrapped("one two\nthree\n\nfour", 20) == ["one two", "three", "", "four"]


def test_a_word_longer_than_a_line_is_cut() -> None:
    assert wrapped("see abcdefghijklm now", 6) == ["see", "abcdef", "ghijkl", "m now"]


def test_an_address_is_cut_after_a_mark_of_its_own() -> None:
    assert wrapped("https://paper.example/2024/harbour-jobs", 24) == [
        "https://paper.example/",
        "2024/harbour-jobs",
    ]


def test_wide_characters_break_anywhere_but_before_a_closing_mark() -> None:
    assert wrapped("東京都港区、東京", 10) == ["東京都港", "区、東京"]
    assert wrapped("at 東京都港区", 7) == ["at 東京", "都港区"]


def test_a_mark_stays_with_its_letter() -> None:
    assert wrapped("e\u0301" * 5, 3) == ["e\u0301" * 3, "e\u0301" * 2]


def test_roles_stay_with_their_words() -> None:
    lines = list(wrap([("s1", "id"), (", page 4: “a ", ""), ("long passage", "passage")], 13))
    assert lines == [
        (("s1", "id"), (", page 4:", "")),
        (("“a ", ""), ("long", "passage")),
        (("passage", "passage"),),
    ]


def test_no_break_inside_an_id_list_but_at_spaces() -> None:
    assert wrapped("12a, 13, 14, 15b", 8) == ["12a, 13,", "14, 15b"]


@given(st.lists(st.text(max_size=30), max_size=4), st.integers(2, 40))
def test_nothing_is_lost_and_nothing_sticks_out(texts: list[str], cells: int) -> None:
    lines = list(wrap([(text, str(n)) for n, text in enumerate(texts)], cells))
    whole = "".join(map(joined, lines))
    expected = visible_of(texts)
    assert squeezed(whole) == squeezed(expected)
    assert all(width(joined(line)) <= cells for line in lines)
    controls = [c for c in whole if unicodedata.category(c) in {"Cc", "Zl", "Zp", "Cs"}]
    assert controls == []


def visible_of(texts: list[str]) -> str:
    return "".join(visible(text).replace("\u00ad", "") for text in texts)


def squeezed(text: str) -> str:
    return text.replace(" ", "").replace("\t", "").replace("\n", "")
