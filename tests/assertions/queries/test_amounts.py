from __future__ import annotations

import pytest

from factcheck.assertions import figures
from factcheck.assertions.queries import amounts


def read(text: str) -> object:
    (kind, span), *more = figures.find(text)
    assert not more
    found = amounts.read(text, span, kind)
    return (found.value, found.half, found.hedge, found.unit) if found else None


@pytest.mark.parametrize(
    ("text", "value", "half", "hedge", "unit"),
    [
        ("six", 6, 0, "", ""),
        ("twenty-one", 21, 0, "", ""),
        ("two hundred", 200, 50, "", ""),
        ("62", 62, 0, "", ""),
        ("more than 1,200", 1200, 50, "more than", ""),
        ("20,000", 20_000, 500, "", ""),
        ("131-page", 131, 0, "", "page"),
        ("$3.85 million", 3.85e6, 5e3, "", "$"),
        ("about £650,000", 650e3, 5e3, "about", "£"),
        ("R4bn", 4e9, 5e8, "", "R"),
        ("US$5m", 5e6, 5e5, "", "$"),
        ("40 pounds", 40, 0, "", "pounds"),
        ("79%", 79, 0.5, "", "%"),
        ("2.5 per cent", 2.5, 0.05, "", "%"),
        ("3 percentage points", 3, 0.5, "", "points"),
    ],
)
def test_a_number_and_how_exactly_it_is_printed(
    text: str, value: float, half: float, hedge: str, unit: str
) -> None:
    assert read(text) == (pytest.approx(value), pytest.approx(half), hedge, unit)


@pytest.mark.parametrize("text", ["4 to 6 miles", "between 25 and 75 cents", "several", "1-1/2"])
def test_what_is_no_single_number(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3_650_000, "3.65 million"),
        (21, "21"),
        (62.903, "62.9"),
        (1106, "1,106"),
        (2e9, "2 billion"),
    ],
)
def test_how_a_person_would_print_it(value: float, text: str) -> None:
    assert amounts.printed(value) == text
