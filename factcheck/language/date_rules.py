"""From the parts of a date expression to the calendar: one rule a form.

Each takes a :class:`Setting` and returns an ISO day, month, year or a range ``A/B``, or "" where
the words leave it open. Weeks run from Monday to Sunday. A season, a fiscal quarter and "a few
weeks ago" are not resolved to days, since hemispheres, companies and speakers differ.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from factcheck.language import date_spans
from factcheck.language.date_forms import DECADES, MONTHS, ORDINALS, WEEKDAYS
from factcheck.language.date_setting import (
    Setting,
    between,
    days,
    iso_month,
    iso_year,
    month_at,
    year_at,
    year_of,
)
from factcheck.language.date_years import nearest
from factcheck.language.feasts import HOLIDAYS, THANKSGIVING

# -- days ------------------------------------------------------------------------------------


def _iso(s: Setting) -> str:
    return str(dt.date(int(s.get("year")), int(s.get("month")), int(s.get("day"))))


def _slashed(s: Setting) -> str:
    a, b, year = int(s.get("a")), int(s.get("b")), int(s.get("year"))
    if a <= 12 and b <= 12 and a != b:
        return ""  # American or British
    month, day = (a, b) if a <= 12 else (b, a)
    return str(dt.date(year, month, day))


def _number(day: str) -> int:
    return int(day.rstrip("stndrh"))


def _day(s: Setting) -> str:
    found = nearest(s, s.month, _number(s.get("day")))
    return str(found) if found else ""


def _day_range(s: Setting) -> str:
    first, last = s.get("month").rstrip("."), s.get("month2").rstrip(".")
    month, month2 = MONTHS[first or last], MONTHS[last or first]
    start = nearest(s, month, _number(s.get("day")))
    if start is None:
        return ""
    year = start.year - (s.year is not None and month2 < month)
    start = start.replace(year=year)
    end = dt.date(year + (month2 < month), month2, _number(s.get("day2")))
    return between(start, end) if start <= end else ""


def _weekday(s: Setting) -> str:
    if s.published is None:
        return ""
    wanted, here = WEEKDAYS[s.get("weekday")], s.published.weekday()
    back, forth = (here - wanted) % 7, (wanted - here) % 7
    if s.get("side") == "past" or s.get("this") == "last":
        return str(s.published - days(back or 7))
    if s.get("this") == "next" or s.get("side") == "coming":
        return str(s.published + days(forth or 7))
    ahead = s.past is False or (s.get("this") == "this" and s.past is None)
    if ahead and s.anchor(10):  # "on Monday and Tuesday"
        first = dt.date.fromisoformat(s.anchor(10))
        return str(first + days((wanted - first.weekday()) % 7))
    return str(s.published + days(forth) if ahead else s.published - days(back))


def _weekday_range(s: Setting) -> str:
    """``from Monday to Wednesday``; without "from" it may be each week's, unless it is told as past."""
    if s.published is None or not (s.get("from") or s.past is True):
        return ""
    first, last = WEEKDAYS[s.get("weekday")], WEEKDAYS[s.get("weekday2")]
    if s.past is False:
        start = s.published + days((first - s.published.weekday()) % 7)
        return between(start, start + days((last - first) % 7))
    end = s.published - days((s.published.weekday() - last) % 7)
    return between(end - days((last - first) % 7), end)


_TODAY = {
    "yesterday": (-1, -1),
    "last night": (-1, -1),
    "tomorrow": (1, 1),
    "overnight": (-1, 0),
    "through the night": (-1, 0),
    "the day before yesterday": (-2, -2),
    "the day after tomorrow": (2, 2),
}


def _today(s: Setting) -> str:
    if s.published is None:
        return ""
    first, last = _TODAY.get(s.get("word"), (0, 0))
    return between(s.published + days(first), s.published + days(last))


def _now(s: Setting) -> str:
    return str(s.published) if s.published else ""


# -- months and years ------------------------------------------------------------------------


def _single_month(s: Setting) -> str:
    month = s.month
    year = s.year if s.get("year") or not s.get("this") else None
    if year is None and s.published is not None:
        year = _month_year(s, s.published, month)
    if year is None:
        return ""
    return month_at(year, month, s.get("edge"), s.before)


def _month_year(s: Setting, published: dt.date, month: int) -> int:
    """The year of a month that is printed without one."""
    here, this = published.month, s.get("this")
    if s.get("side") == "past":
        return published.year - (month > here)
    if s.get("side") == "coming":
        return published.year + (month < here)
    if this == "this" or "year" in s.parts.get("this", ""):
        return published.year
    if this == "last":
        return published.year - (month >= here)
    if this == "next":
        return published.year + (month <= here)
    if s.past is True:
        return published.year - (month > here)
    if s.past is False:
        return published.year + (month < here)
    back, forth = (here - month) % 12, (month - here) % 12
    return published.year - (month > here) if back <= 3 * forth else published.year + (month < here)


def _month_range(s: Setting) -> str:
    first, last = MONTHS[s.get("month").rstrip(".")], MONTHS[s.get("month2").rstrip(".")]
    if s.get("year"):
        end = int(s.get("year"))
    elif s.published is not None:
        end = _month_year(s, s.published, last)
    else:
        return ""
    start = int(s.get("year1")) if s.get("year1") else end - (first > last)
    return between(iso_month(start, first), iso_month(end, last))


def _year(s: Setting) -> str:
    return year_at(year_of(s.get("year")), s.get("edge"), s.before)


def _year_range(s: Setting) -> str:
    if s.get("this") and s.published is None:
        return ""
    first, digits = iso_year(s.year or 0), s.get("year2")
    last = digits if len(digits) == 4 else first[:2] + digits
    if int(last) < int(first) and len(digits) == 2:
        last = str(int(last) + 100)
    return between(first, last) if int(first) <= int(last) else ""


_DECADE_EDGES = {"": (0, 9), "early": (0, 3), "mid": (4, 6), "late": (7, 9)}


def _decade(s: Setting) -> str:
    word = s.get("decade").lstrip("'’‘")
    if word in DECADES:
        start = 1900 + 10 * DECADES[word]
    else:
        start = int(word) if len(word) == 4 else 1900 + int(word) + 100 * (int(word) < 20)
    first, last = _DECADE_EDGES[s.get("edge")]
    return between(start + first, start + last)


def _century(s: Setting) -> str:
    number = int(s.get("century"))
    return between(iso_year(100 * number - 99), iso_year(100 * number))


def _quarter(s: Setting) -> str:
    """A quarter of a named year; without one it may be a company's own, so only the year is certain."""
    if s.year is None or (s.get("this") and "year" not in s.parts and s.get("this") != "the"):
        return _reported_quarter(s)
    number = int(s.get("quarter") or ORDINALS[s.get("ordinal")])
    return between(iso_month(s.year, 3 * number - 2), iso_month(s.year, 3 * number))


def _reported_quarter(s: Setting) -> str:
    """The year of a quarter that is over: by the calendar, and by a company's books as well.

    A quarter is reported within three months of its end, so from April on it lies in the same year.
    """
    if s.published is None or s.past is not True or s.get("this"):
        return ""
    number = int(s.get("quarter") or ORDINALS[s.get("ordinal")])
    month = s.published.month
    return iso_year(s.published.year) if month > 3 * number and month > 3 else ""


def _fiscal(s: Setting) -> str:
    """The year or years that are printed: when a fiscal year begins depends on whose it is."""
    if s.get("year2"):
        return _year_range(s)
    return s.get("year") or s.get("year3")


def _half(s: Setting) -> str:
    if s.year is None:
        return ""
    start = 1 if s.get("ordinal") == "first" else 7
    return between(iso_month(s.year, start), iso_month(s.year, start + 5))


def _first_months(s: Setting) -> str:
    if s.year is None:
        return ""
    return between(iso_month(s.year, 1), iso_month(s.year, s.count))


def _season(s: Setting) -> str:
    """The year alone: when summer is depends on where."""
    if s.get("year"):
        return s.get("year")
    return iso_year(s.published.year) if s.published and s.get("this") == "this" else ""


def _holiday(s: Setting) -> str:
    name = s.get("holiday")
    for mark in "'’.,":
        name = name.replace(mark, "")
    day = HOLIDAYS.get(name.replace(" jr", ""))
    if name.startswith("thanksgiving") and s.published and s.published.month > 10:
        day = THANKSGIVING
    if day is None:
        return ""
    if s.get("year"):
        return str(day(int(s.get("year"))))
    if s.published is None:
        return ""
    fits = [day(s.published.year + shift) for shift in (-1, 0, 1)]
    if s.past is True:
        fits = [d for d in fits if d <= s.published]
    elif s.past is False:
        fits = [d for d in fits if d >= s.published]
    published = s.published
    return str(min(fits, key=lambda d: abs(d - published)))


def _clock(s: Setting) -> str:
    """The day that the hour belongs to, where the article names one nearby."""
    return s.anchor(10)


def _open(_: Setting) -> str:
    return ""


RULES: dict[str, Callable[[Setting], str]] = {
    "iso": _iso,
    "slashed": _slashed,
    "day": _day,
    "day_range": _day_range,
    "weekday": _weekday,
    "weekday_range": _weekday_range,
    "habit": _open,
    "today": _today,
    "now": _now,
    "month": _single_month,
    "month_range": _month_range,
    "year": _year,
    "year_range": _year_range,
    "decade": _decade,
    "century": _century,
    "quarter": _quarter,
    "fiscal": _fiscal,
    "half": _half,
    "first_months": _first_months,
    "season": _season,
    "same_last_year": date_spans.same_last_year,
    "so_far": date_spans.so_far,
    "unit": date_spans.unit,
    "unit_edge": date_spans.unit_edge,
    "ago": date_spans.ago,
    "past": date_spans.past,
    "vague": date_spans.vague,
    "later": date_spans.later,
    "beside": date_spans.beside,
    "holiday": _holiday,
    "nine_eleven": lambda _: "2001-09-11",
    "time": _clock,
}
"""One rule for every form of :data:`factcheck.language.date_forms.FORMS`."""
