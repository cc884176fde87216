from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.articles import dates

DAY = dt.date(2024, 6, 30)


@pytest.mark.parametrize(
    "text",
    [
        "2024-06-30",
        "2024/06/30",
        "2024.6.30",
        "20240630",
        "2024-06-30T10:00Z",
        "2024-06-30T23:30:00.123+02:00",
        "2024-06-30 10:00:00 UTC",
        "June 30, 2024",
        "June 30 2024",
        "JUNE 30, 2024",
        "Jun. 30, 2024",
        "June 30th, 2024",
        "30 June 2024",
        "30 June, 2024",
        "30th of June 2024",
        "30-Jun-2024",
        "2024 June 30",
        "Sunday, June 30, 2024",
        "Sun 30 Jun 2024",
        "Sun, 30 Jun 2024 10:00:00 +0000",
        "30/06/2024",
        "06/30/2024",
        "30.06.2024",
        "June 30, 2024 at 3:45 p.m. EDT",
        "June 30, 2024, 3:45 PM ET",
        "June 30, 2024 | 3:45 PM",
        "3:45 PM EDT, June 30, 2024",
        "9:00 PM EST, Sun June 30, 2024",
        "10.30pm BST, 30 June 2024",
    ],
)
def test_spellings(text: str) -> None:
    assert dates.read(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Sunday",
        "June 2024",
        "30 June",
        "2024",
        "05/06/2024",
        "2024-13-01",
        "30 February 2024",
        "0001-01-01",
        "June 30, 2024 was hot",
        "Maybe 30, 2024",
        "12345678",
        "June 300, 2024",
    ],
)
def test_no_dates(text: str) -> None:
    assert dates.read(text) is None


def test_a_date_before_prose_ends_where_it_ends() -> None:
    assert dates.prefix("2024-06-30 Mexican cartels") == (DAY, 10)
    assert dates.prefix("June 30, 2024 Three people") == (DAY, 13)
    assert dates.prefix("June 30, 2024 10 people") == (DAY, 13)


def test_which_figures_may_be_two_days() -> None:
    assert dates.ambiguous("05/06/2024")
    assert not dates.ambiguous("05/05/2024")
    assert not dates.ambiguous("30/06/2024")


def test_time_stamps() -> None:
    assert dates.iso("2024-06-30T23:30:00-05:00") == DAY
    assert dates.iso(" 2024-06-30T23:30:00Z ") == DAY
    assert dates.iso("June 30, 2024 and more") == DAY
    assert dates.iso("0001-01-01T00:00:00Z") is None
    assert dates.iso("soon") is None


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)))
def test_every_day_is_read_as_people_write_it(day: dt.date) -> None:
    month = day.strftime("%B")
    assert dates.read(day.isoformat()) == day
    assert dates.read(f"{month} {day.day}, {day.year}") == day
    assert dates.read(f"{day.day} {month[:3]} {day.year}") == day
