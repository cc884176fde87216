"""From the parts of a date expression to the calendar: one rule a form.

Each takes a :class:`Setting` and returns an ISO day, month, year or a range ``A/B``, or "" where
the words leave it open. Weeks run from Monday to Sunday. A season, a fiscal quarter and "a few
weeks ago" are not resolved to days, since hemispheres, companies and speakers differ.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from factcheck.language.date_forms import DECADES, MONTHS, NUMBERS, ORDINALS, WEEKDAYS

_SHIFT = {"last": -1, "this": 0, "the": 0, "next": 1}
_BACK = frozenset(("last", "previous", "past", "preceding", "before", "prior", "earlier"))
_FORTH = frozenset(("next", "following", "coming", "after", "later", "afterward", "afterwards"))
_DEADLINE = frozenset(("by", "until", "till", "before", "through"))
_FEW_DAYS = 10  # what "days ago" reaches back at most


@dataclass(frozen=True, slots=True)
class Setting:
    """An expression's parts with what is known around it; see :func:`dates.resolve`."""

    parts: dict[str, str]
    published: dt.date | None
    past: bool | None
    anchors: tuple[str, ...]
    before: str

    def get(self, name: str) -> str:
        """A part in lower case, "" where it is missing."""
        return self.parts.get(name, "").casefold()

    @property
    def month(self) -> int:
        """The month's number."""
        return MONTHS[self.get("month").rstrip(".")]

    @property
    def year(self) -> int | None:
        """The year that is printed, or that "this year" means; None where there is neither."""
        if self.get("year"):
            return _year_of(self.get("year"))
        if self.get("this") and self.published:
            return self.published.year + _SHIFT[self.get("this")]
        return None

    @property
    def count(self) -> int:
        """A number in figures or words; 1 where none is printed."""
        word = self.get("count")
        return int(word) if word.isdigit() else NUMBERS.get(word, 1)

    def anchor(self, length: int) -> str:
        """The nearest earlier expression that is exact to ``length`` characters of an ISO date."""
        return next((a[:length] for a in self.anchors if len(a) >= length and "/" not in a), "")


def _year_of(digits: str) -> int:
    number = int(digits)
    if len(digits) > 2:
        return number
    return 2000 + number if number < 50 else 1900 + number


def _month(year: int, month: int) -> str:
    """ISO month; months past December or before January roll over."""
    carried, rest = divmod(month - 1, 12)
    return f"{year + carried:04d}-{rest + 1:02d}"


def _last_day(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _between(first: object, last: object) -> str:
    return str(first) if str(first) == str(last) else f"{first}/{last}"


def _week(day: dt.date, shift: int = 0) -> tuple[dt.date, dt.date]:
    monday = day - dt.timedelta(days=day.weekday() - 7 * shift)
    return monday, monday + dt.timedelta(days=6)


def _days(count: int) -> dt.timedelta:
    return dt.timedelta(days=count)


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


def _nearest(s: Setting, month: int, day: int) -> dt.date | None:
    """The day of the month nearest to the publication on the side that the tense says."""
    if s.year is not None:
        return dt.date(s.year, month, day)
    if s.published is None:
        return None
    fits = []
    for year in range(s.published.year - 4, s.published.year + 5):
        try:
            candidate = dt.date(year, month, day)
        except ValueError:  # 29 February
            continue
        weekday = s.get("weekday")
        if not weekday or WEEKDAYS[weekday] == candidate.weekday():
            fits.append(candidate)
    if s.past is True:
        fits = [c for c in fits if c <= s.published]
    elif s.past is False:
        fits = [c for c in fits if c >= s.published]
    published = s.published
    return min(fits, key=lambda c: abs(c - published), default=None)


def _day(s: Setting) -> str:
    found = _nearest(s, s.month, _number(s.get("day")))
    return str(found) if found else ""


def _day_range(s: Setting) -> str:
    first, last = s.get("month").rstrip("."), s.get("month2").rstrip(".")
    month, month2 = MONTHS[first or last], MONTHS[last or first]
    start = _nearest(s, month, _number(s.get("day")))
    if start is None:
        return ""
    year = start.year - (s.year is not None and month2 < month)
    start = start.replace(year=year)
    end = dt.date(year + (month2 < month), month2, _number(s.get("day2")))
    return _between(start, end) if start <= end else ""


def _weekday(s: Setting) -> str:
    if s.published is None:
        return ""
    wanted, here = WEEKDAYS[s.get("weekday")], s.published.weekday()
    back, forth = (here - wanted) % 7, (wanted - here) % 7
    if s.get("this") == "last":
        return str(s.published - _days(back or 7))
    if s.get("this") == "next":
        return str(s.published + _days(forth or 7))
    return str(s.published + _days(forth) if s.past is False else s.published - _days(back))


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
    return _between(s.published + _days(first), s.published + _days(last))


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
    return _at_edge(s, year, month, _month(year, month))


def _month_year(s: Setting, published: dt.date, month: int) -> int:
    """The year of a month that is printed without one."""
    here, this = published.month, s.get("this")
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
    nearest = (month - here + 6) % 12 - 6  # months ahead, -6 to 5
    return published.year + (here + nearest - 1) // 12


def _at_edge(s: Setting, year: int, month: int, whole: str) -> str:
    """``by the end of May`` is its last day; early, mid and late stay the month."""
    if "end" in s.get("edge") and s.before in _DEADLINE:
        return str(_last_day(year, month))
    return whole


def _month_range(s: Setting) -> str:
    first, last = MONTHS[s.get("month").rstrip(".")], MONTHS[s.get("month2").rstrip(".")]
    if s.get("year"):
        end = int(s.get("year"))
    elif s.published is not None:
        end = _month_year(s, s.published, last)
    else:
        return ""
    start = int(s.get("year1")) if s.get("year1") else end - (first > last)
    return _between(_month(start, first), _month(end, last))


def _year(s: Setting) -> str:
    year = _year_of(s.get("year"))
    edge = s.get("edge")
    if "end" in edge:
        return f"{year:04d}-12-31" if s.before in _DEADLINE else f"{year:04d}-12"
    if "start" in edge or "beginning" in edge:
        return f"{year:04d}-01"
    return f"{year:04d}"


def _year_range(s: Setting) -> str:
    first, digits = s.get("year"), s.get("year2")
    last = digits if len(digits) == 4 else first[:2] + digits
    if int(last) < int(first) and len(digits) == 2:
        last = str(int(last) + 100)
    return _between(first, last) if int(first) <= int(last) else ""


_DECADE_EDGES = {"": (0, 9), "early": (0, 3), "mid": (4, 6), "late": (7, 9)}


def _decade(s: Setting) -> str:
    word = s.get("decade").lstrip("'’‘")
    if word in DECADES:
        start = 1900 + DECADES[word]
    else:
        start = int(word) if len(word) == 4 else 1900 + int(word) + 100 * (int(word) < 20)
    first, last = _DECADE_EDGES[s.get("edge")]
    return _between(start + first, start + last)


def _century(s: Setting) -> str:
    number = int(s.get("century"))
    return f"{100 * (number - 1) + 1:04d}/{100 * number:04d}"


def _quarter(s: Setting) -> str:
    """A quarter of a named year; without one it may be a company's own."""
    if s.year is None or (s.get("this") and "year" not in s.parts and s.get("this") != "the"):
        return ""
    number = int(s.get("quarter") or ORDINALS[s.get("ordinal")])
    return _between(_month(s.year, 3 * number - 2), _month(s.year, 3 * number))


def _half(s: Setting) -> str:
    if s.year is None:
        return ""
    start = 1 if s.get("ordinal") == "first" else 7
    return _between(_month(s.year, start), _month(s.year, start + 5))


def _first_months(s: Setting) -> str:
    if s.year is None:
        return ""
    return _between(_month(s.year, 1), _month(s.year, s.count))


def _season(s: Setting) -> str:
    """The year alone: when summer is depends on where."""
    if s.get("year"):
        return s.get("year")
    return str(s.published.year) if s.published and s.get("this") == "this" else ""


# -- spans counted from the publication ------------------------------------------------------


def _unit(s: Setting) -> str:
    if s.published is None:
        return ""
    day, shift, unit = s.published, _SHIFT[s.get("this")], s.get("unit")
    if unit == "weekend":
        return _weekend(s, shift)
    if s.get("past"):
        return ""  # "this past year": twelve months or a calendar year
    if unit == "week":
        first, last = _week(day, shift)
        if s.get("edge") == "earlier" and shift == 0:
            last = day
        return _between(first, last)
    if unit == "month":
        return _month(day.year, day.month + shift)
    if unit == "year":
        return f"{day.year + shift:04d}"
    if unit == "decade" and shift >= 0:
        start = day.year // 10 * 10 + 10 * shift
        return _between(start, start + 9)
    return ""


def _weekend(s: Setting, shift: int) -> str:
    """``this weekend`` and ``the weekend`` look to the side that the tense says."""
    assert s.published is not None  # noqa: S101 - the caller has looked
    here = s.published.weekday()
    back = s.published - _days((here - 5) % 7)
    if shift == -1:
        back -= _days(7 if here >= 5 else 0)
    ahead = shift == 1 or (shift == 0 and s.past is False and here < 5)
    saturday = back + _days(7) if ahead else back
    return _between(saturday, saturday + _days(1))


def _unit_edge(s: Setting) -> str:
    if s.published is None:
        return ""
    shift, unit = _SHIFT.get(s.get("this"), 0), s.get("unit") or "year"
    at_end = "end" in (s.get("edge") or "end")
    deadline = s.before in _DEADLINE
    year = s.published.year + (shift if unit == "year" else 0)
    if s.get("edge") == "middle":
        return str(year) if unit == "year" else ""
    if unit == "year":
        return _year(
            Setting(
                {"year": str(year), "edge": "end" if at_end else "start"}, None, None, (), s.before
            )
        )
    if unit == "month":
        whole = _month(year, s.published.month + shift)
        last = _last_day(int(whole[:4]), int(whole[5:]))
        return str(last) if at_end and deadline else whole
    first, last = _week(s.published, shift)
    return str(last if at_end else first) if deadline else _between(first, last)


_LOOSE = frozenset(("more than", "less than", "over", "at least", "some"))


def _ago(s: Setting) -> str:
    if s.published is None or (s.get("about") in _LOOSE and s.get("unit") != "hour"):
        return ""
    return _moved(s.published, s.get("unit"), -s.count)


def _moved(day: dt.date, unit: str, count: int) -> str:
    """``count`` units away from ``day``, as exact as the unit is."""
    if unit in ("second", "minute"):
        return str(day)
    if unit == "hour":
        return str(day + _days(round(count / 24)))
    if unit in ("day", "night"):
        return str(day + _days(count))
    if unit == "week":
        return _between(*_week(day, count))
    if unit == "month":
        return _month(day.year, day.month + count)
    years = {"year": 1, "decade": 10, "century": 100}.get(unit)
    return f"{day.year + years * count:04d}" if years and day.year + years * count > 0 else ""


def _past(s: Setting) -> str:
    """``the past ten months``: from then to the publication."""
    if s.published is None or s.get("side") in ("previous", "following"):
        return ""
    back = s.get("side") in _BACK
    count, unit, day = s.count * (-1 if back else 1), s.get("unit"), s.published
    if unit in ("second", "minute", "hour", "day", "night", "week"):
        hours = {"week": 168, "day": 24, "night": 24, "hour": 1}.get(unit, 0) * count
        other = str(day + _days(-(-hours // 24) if hours > 0 else hours // 24))
        here = str(day)
    elif unit in ("month", "year"):
        other = _month(day.year, day.month + count * (12 if unit == "year" else 1))
        here = _month(day.year, day.month)
    else:
        other, here = _moved(day, unit, count), f"{day.year:04d}"
    return (_between(other, here) if back else _between(here, other)) if other else ""


def _within(s: Setting) -> str:
    if s.published is None or s.past is True or s.get("unit") not in ("hour", "day", "week"):
        return ""
    hours = {"week": 168, "day": 24, "hour": 1}[s.get("unit")] * s.count
    return str(s.published + _days(-(-hours // 24)))


def _vague(s: Setting) -> str:
    """``days ago`` is this month, or this and the last; other vague words stay open."""
    if (
        s.published is None
        or s.get("units") != "days"
        or s.get("side") not in ("", "past", "last", "recent")
    ):
        return ""
    return "" if s.get("about") else _few_days(s.published)


def _few_days(day: dt.date) -> str:
    earlier = day - _days(_FEW_DAYS)
    return _between(_month(earlier.year, earlier.month), _month(day.year, day.month))


# -- spans counted from another date ---------------------------------------------------------


def _later(s: Setting) -> str:
    side, unit = s.get("side"), s.get("unit")
    if side in ("after", "before", "prior", "afterwards") or s.get("about") in _LOOSE:
        return ""  # after something that the words name
    count = s.count * (1 if side == "later" else -1)
    length = {"day": 10, "night": 10, "week": 10, "month": 7, "year": 4, "decade": 4}.get(unit, 99)
    return _moved(_start_of(s.anchor(length)), unit, count) if s.anchor(length) else ""


def _start_of(iso: str) -> dt.date:
    return dt.date.fromisoformat(iso + "-01" * ((10 - len(iso)) // 3))


_PARTS_OF_DAY = frozenset(("day", "night", "morning", "afternoon", "evening"))


def _beside(s: Setting) -> str:
    side, unit = s.get("side"), s.get("unit")
    step = 1 if side in _FORTH else -1 if side in _BACK else 0
    if s.get("weekday") or unit in _PARTS_OF_DAY or unit in ("week", "weekend"):
        anchor = s.anchor(10)
        if not anchor:
            return ""
        return _beside_day(dt.date.fromisoformat(anchor), step, s.get("weekday"), unit)
    anchor = s.anchor(7 if unit == "month" else 4)
    if not anchor and (s.published is None or side not in ("before", "previous", "the")):
        return ""
    day = _start_of(anchor) if anchor else s.published
    return _moved(day, unit, step) if day else ""


def _beside_day(day: dt.date, step: int, weekday: str, unit: str) -> str:
    if weekday:
        wanted = WEEKDAYS[weekday]
        if step < 0:
            return str(day - _days((day.weekday() - wanted) % 7 or 7))
        return str(day + _days((wanted - day.weekday()) % 7 or 7 * step))
    if unit == "week":
        return _between(*_week(day, step))
    if unit == "weekend":
        saturday = (
            _week(day)[0] + _days(5) + _days(7 * (step if step < 1 or day.weekday() > 4 else 0))
        )
        return _between(saturday, saturday + _days(1))
    return str(day + _days(step))


# -- feasts ----------------------------------------------------------------------------------


def _nth(month: int, weekday: int, number: int) -> Callable[[int], dt.date]:
    """The ``number``-th weekday of a month; -1 is the last."""

    def day(year: int) -> dt.date:
        if number < 0:
            last = _last_day(year, month)
            return last - _days((last.weekday() - weekday) % 7)
        first = dt.date(year, month, 1)
        return first + _days((weekday - first.weekday()) % 7 + 7 * (number - 1))

    return day


def _fixed(month: int, day: int) -> Callable[[int], dt.date]:
    return lambda year: dt.date(year, month, day)


def _easter(shift: int = 0) -> Callable[[int], dt.date]:
    """Gregorian Easter by the anonymous algorithm (Nature, 20 April 1876)."""

    def day(year: int) -> dt.date:
        a, (b, c) = year % 19, divmod(year, 100)
        d, e = divmod(b, 4)
        h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
        i, k = divmod(c, 4)
        rest = (32 + 2 * e + 2 * i - h - k) % 7
        m = (a + 11 * h + 22 * rest) // 451
        month, index = divmod(h + rest - 7 * m + 114, 31)
        return dt.date(year, month, index + 1) + _days(shift)

    return day


HOLIDAYS: dict[str, Callable[[int], dt.date]] = {
    "christmas": _fixed(12, 25),
    "christmas day": _fixed(12, 25),
    "christmas eve": _fixed(12, 24),
    "boxing day": _fixed(12, 26),
    "new years day": _fixed(1, 1),
    "new years eve": _fixed(12, 31),
    "halloween": _fixed(10, 31),
    "valentines day": _fixed(2, 14),
    "st patricks day": _fixed(3, 17),
    "fourth of july": _fixed(7, 4),
    "july fourth": _fixed(7, 4),
    "juneteenth": _fixed(6, 19),
    "veterans day": _fixed(11, 11),
    "martin luther king day": _nth(1, 0, 3),
    "memorial day": _nth(5, 0, -1),
    "labor day": _nth(9, 0, 1),
    "election day": lambda year: _nth(11, 0, 1)(year) + _days(1),
    "black friday": lambda year: _nth(11, 3, 4)(year) + _days(1),
    "good friday": _easter(-2),
    "easter": _easter(),
    "easter sunday": _easter(),
    "easter monday": _easter(1),
}
"""Feasts whose day is certain from their English name; Independence Day and Thanksgiving are not."""


def _holiday(s: Setting) -> str:
    name = s.get("holiday")
    for mark in "'’.,":
        name = name.replace(mark, "")
    day = HOLIDAYS.get(name.replace(" jr", ""))
    if day is None:
        return ""
    if s.get("year"):
        return str(day(int(s.get("year"))))
    if s.published is None:
        return ""
    days = [day(s.published.year + shift) for shift in (-1, 0, 1)]
    if s.past is True:
        days = [d for d in days if d <= s.published]
    elif s.past is False:
        days = [d for d in days if d >= s.published]
    published = s.published
    return str(min(days, key=lambda d: abs(d - published)))


def _open(_: Setting) -> str:
    return ""


RULES: dict[str, Callable[[Setting], str]] = {
    "iso": _iso,
    "slashed": _slashed,
    "day": _day,
    "day_range": _day_range,
    "weekday": _weekday,
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
    "half": _half,
    "first_months": _first_months,
    "season": _season,
    "unit": _unit,
    "unit_edge": _unit_edge,
    "ago": _ago,
    "past": _past,
    "within": _within,
    "vague": _vague,
    "later": _later,
    "beside": _beside,
    "holiday": _holiday,
    "nine_eleven": lambda _: "2001-09-11",
    "time": _open,
}
"""One rule for every form of :data:`factcheck.language.date_forms.FORMS`."""
