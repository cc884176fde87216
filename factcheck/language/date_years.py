"""The year of a day that is printed without one: that nearest to the publication."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable

from factcheck.language.date_forms import WEEKDAYS
from factcheck.language.date_setting import Setting

_LONG_AGO = dt.timedelta(days=60)
_HALF_A_YEAR = dt.timedelta(days=200)  # with some weeks, since a day in January is named in June


def nearest(s: Setting, month: int, day: int) -> dt.date | None:
    """The day of the month nearest to the publication on the side that the tense says.

    The printed year, where there is one; None where it is not certain. Raises ValueError for 30 February.
    """
    if s.year is not None:
        return dt.date(s.year, month, day)
    if s.published is None:
        return None
    if s.get("weekday"):
        return _on_weekday(s, s.published, month, day)
    fits = _in_years(month, day, range(s.published.year - 4, s.published.year + 5))
    if s.past is True:
        fits = [c for c in fits if c <= s.published]
    elif s.past is False:
        fits = [c for c in fits if c >= s.published]
    published = s.published
    best = min(fits, key=lambda c: _distance(c, published), default=None)
    return _as_printed(s, best) if best else None


def _in_years(month: int, day: int, years: Iterable[int]) -> list[dt.date]:
    """The day of the month in each of ``years``; 29 February is not in all of them."""
    leap = month == 2 and day == 29
    return [dt.date(year, month, day) for year in years if not leap or calendar.isleap(year)]


def _on_weekday(s: Setting, published: dt.date, month: int, day: int) -> dt.date | None:
    """The day that falls on the weekday: near the publication, else in a year printed before.

    Where it falls on none of these, the words contradict the calendar and mean no day for certain.
    """
    wanted = WEEKDAYS[s.get("weekday")]
    printed = _in_years(month, day, dict.fromkeys(int(anchor[:4]) for anchor in s.anchors))
    fits = (*near(month, day, published, s.past), *printed)
    return next((date for date in fits if date.weekday() == wanted), None)


def near(month: int, day: int, published: dt.date, past: bool | None) -> tuple[dt.date, ...]:
    """The days that a weekday with a day and month and no year can mean, the likeliest first.

    Those within about half a year of the publication on the side that the tense says. Where there
    are none, those of the other side, since a tense may be that of another verb, and then the
    nearest one on the side of the tense.
    """
    dates = _in_years(month, day, range(published.year - 1, published.year + 2))
    dates.sort(key=lambda date: _distance(date, published))
    close = [date for date in dates if abs(date - published) <= _HALF_A_YEAR]
    told = [
        date for date in dates if past is None or date == published or (date < published) == past
    ]
    fits = [date for date in close if date in told] or [*close, *told[:1]]
    return tuple(fits)


def _distance(day: dt.date, published: dt.date) -> dt.timedelta:
    """How far off, where the tense is not known: what is to come is named less often."""
    return (day - published) * 3 if day > published else published - day


def _as_printed(s: Setting, day: dt.date) -> dt.date:
    """With the one year that the article printed with the same month before, where that is long ago."""
    assert s.published is not None  # noqa: S101 - the caller has looked
    years = {a[:4] for a in s.anchors if a[4:7] == f"-{day.month:02d}"}
    if s.past is False or len(years) != 1 or abs(day - s.published) < _LONG_AGO:
        return day
    return day.replace(year=int(years.pop()))
