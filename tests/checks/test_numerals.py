"""The numbers that a text names."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.checks.numerals import Number, named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no number", set()),
        ("412 votes", {412}),
        ("4,000 and 1,234,567", {4000, 1234567}),
        ("$12.4 million", {"12.4", 12_400_000}),
        ("3m and 4bn", {3, 3_000_000, 4, 4_000_000_000}),
        ("thirty-seven bolts", {37}),
        ("two hundred and twelve", {212}),
        ("Twelve thousand four hundred", {12_400}),
        ("two, three", {2, 3}),
        ("41%", {41}),
        ("seven years and four months", {7, 4}),
        ("a dozen", {12}),
        ("1,2,3", {1, 2, 3}),
    ],
)
def test_named(text: str, expected: set[object]) -> None:
    assert {each.value for each in named(text)} == {Decimal(str(each)) for each in expected}


@given(st.integers(0, 10**12))
def test_commas_make_no_difference(number: int) -> None:
    plain = named(f"it cost {number} pounds")
    assert named(f"it cost {number:,} pounds") == plain == {Number(Decimal(number))}


@pytest.mark.parametrize(
    ("told", "value", "expected"),
    [
        ("79%", "78.6", True),
        ("79%", "78.4", False),
        ("40", "41", False),
        ("12.4 million", "12436000", True),
        ("12.4 million", "12460000", False),
        ("4,000", "4012", False),
        ("forty", "40", True),
        ("two million", "2100000", True),
    ],
)
def test_a_number_may_be_told_rounded(told: str, value: str, expected: bool) -> None:
    assert any(each.rounds(Decimal(value)) for each in named(told)) == expected
