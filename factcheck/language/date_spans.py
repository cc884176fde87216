"""Rules for times that are counted: from the publication, or from another date in the article."""

from __future__ import annotations

import datetime as dt

from factcheck.language.date_forms import WEEKDAYS
from factcheck.language.date_setting import (
    DEADLINE,
    SHIFT,
    Setting,
    between,
    days,
    iso_month,
    iso_year,
    month_at,
    week,
    year_at,
)

_BACK = frozenset(("last", "previous", "past", "preceding", "before", "prior", "earlier"))
_FORTH = frozenset(("next", "following", "coming", "after", "later"))
_FEW_DAYS = 10  # what "days ago" reaches back at most


# -- spans counted from the publication ------------------------------------------------------


def unit(s: Setting) -> str:
    """``last week``, ``this month``, ``later this year``, ``the weekend``."""
    if s.published is None:
        return ""
    day, shift, name = s.published, SHIFT[s.get("this")], s.get("unit")
    if name == "weekend":
        return _weekend(s, day, shift)
    if s.get("past"):
        return ""  # "this past year": twelve months or a calendar year
    if name == "week":
        first, last = week(day, shift)
        over = s.get("edge") == "earlier" or (s.past is True and not s.get("edge"))
        return between(first, day if over and shift == 0 else last)
    if name == "decade" and shift >= 0:
        start = day.year // 10 * 10 + 10 * shift
        return between(iso_year(start), iso_year(start + 9))
    year, month = iso_year(day.year + shift), iso_month(day.year, day.month + shift)
    return {"year": year, "month": month}.get(name, "")


def so_far(s: Setting) -> str:
    """``so far this year``, ``month to date``: from its first day to the publication."""
    if s.published is None:
        return ""
    first = {
        "year": s.published.replace(month=1, day=1),
        "month": s.published.replace(day=1),
        "week": week(s.published)[0],
    }.get(s.get("unit"))
    return between(first, s.published) if first else ""


def same_last_year(s: Setting) -> str:
    """``the same month last year``: the month named before; of other spans the year alone."""
    if s.published is None:
        return ""
    month = s.anchor(7) if s.get("unit") == "month" else ""
    year = int(month[:4]) - 1 if month else s.published.year - 1
    return iso_year(year) + month[4:]


def _weekend(s: Setting, published: dt.date, shift: int) -> str:
    """``this weekend`` and ``the weekend`` look to the side that the tense says."""
    here = published.weekday()
    back = published - days((here - 5) % 7)
    if shift == -1:
        back -= days(7 if here >= 5 else 0)
    ahead = shift == 1 or (shift == 0 and s.past is False and here < 5)
    saturday = back + days(7) if ahead else back
    return between(saturday, saturday + days(1))


def unit_edge(s: Setting) -> str:
    """``the end of the year``, ``the start of next month``."""
    if s.published is None:
        return ""
    shift, name, edge = SHIFT.get(s.get("this"), 0), s.get("unit"), s.get("edge")
    if name == "week":
        first, last = week(s.published, shift)
        return (
            between(first, last)
            if s.before not in DEADLINE
            else str(last if edge == "end" else first)
        )
    if name == "month":
        month = dt.date.fromisoformat(
            iso_month(s.published.year, s.published.month + shift) + "-01"
        )
        return month_at(month.year, month.month, edge, s.before)
    return year_at(s.published.year + shift, edge or "end", s.before)


_LOOSE = frozenset(("more than", "less than", "over", "at least", "some"))


def ago(s: Setting) -> str:
    """``two years ago``, ``nearly a decade ago``."""
    if s.published is None or (s.get("about") in _LOOSE and s.get("unit") != "hour"):
        return ""
    if s.get("on") and s.get("unit") == "week":  # a week ago today, two weeks ago Sunday
        day = s.published - days(7 * s.count)
        weekday = WEEKDAYS.get(s.get("on"), day.weekday())
        return str(day - days((day.weekday() - weekday) % 7))
    return _moved(s.published, s.get("unit"), -s.count)


def _moved(day: dt.date, unit: str, count: int) -> str:
    """``count`` units away from ``day``, as exact as the unit is."""
    if unit in ("second", "minute"):
        return str(day)
    if unit == "hour":
        return str(day + days(round(count / 24)))
    if unit in ("day", "night"):
        return str(day + days(count))
    if unit == "week":
        return between(*week(day, count))
    if unit == "month":
        return iso_month(day.year, day.month + count)
    years = {"year": 1, "decade": 10, "century": 100}.get(unit)
    return iso_year(day.year + years * count) if years else ""


def past(s: Setting) -> str:
    """``the past ten months``: from then to the publication."""
    if s.published is None or s.get("side") in ("previous", "following"):
        return ""
    back = s.get("side") in _BACK
    count, unit, day = s.count * (-1 if back else 1), s.get("unit"), s.published
    if unit in ("second", "minute", "hour", "day", "night", "week"):
        hours = {"week": 168, "day": 24, "night": 24, "hour": 1}.get(unit, 0) * count
        other = str(day + days(-(-hours // 24) if hours > 0 else hours // 24))
        here = str(day)
    elif unit in ("month", "year"):
        other = iso_month(day.year, day.month + count * (12 if unit == "year" else 1))
        here = iso_month(day.year, day.month)
    else:
        other, here = _moved(day, unit, count), iso_year(day.year)
    return (between(other, here) if back else between(here, other)) if other else ""


def vague(s: Setting) -> str:
    """``days ago`` is this month, or this and the last; other vague words stay open."""
    back = s.get("side") in ("ago", "past", "last", "recent")
    return _few_days(s.published) if s.published and back and s.get("units") == "days" else ""


def _few_days(day: dt.date) -> str:
    earlier = day - days(_FEW_DAYS)
    return between(iso_month(earlier.year, earlier.month), iso_month(day.year, day.month))


# -- spans counted from another date ---------------------------------------------------------


def later(s: Setting) -> str:
    """``two days later``, ``a year earlier``."""
    side, unit = s.get("side"), s.get("unit")
    if side in ("after", "before", "prior", "afterwards") or s.get("about") in _LOOSE:
        return ""  # after something that the words name
    count = s.count * (1 if side == "later" else -1)
    length = {"day": 10, "night": 10, "week": 10, "month": 7, "year": 4, "decade": 4}.get(unit, 99)
    if s.anchor(length):
        return _moved(_start_of(s.anchor(length)), unit, count)
    alone = s.published and s.get("count") == "a" and side == "earlier" and length < 10
    return (
        _moved(s.published, unit, count) if s.published and alone else ""
    )  # "from a year earlier"


def _start_of(iso: str) -> dt.date:
    return dt.date.fromisoformat(iso + "-01" * ((10 - len(iso)) // 3))


_PARTS_OF_DAY = frozenset(("day", "night", "morning", "afternoon", "evening"))


def beside(s: Setting) -> str:
    """``the next day``, ``that night``, ``the year before``."""
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
            return str(day - days((day.weekday() - wanted) % 7 or 7))
        return str(day + days((wanted - day.weekday()) % 7 or 7 * step))
    if unit == "week":
        return between(*week(day, step))
    if unit == "weekend":
        saturday = week(day)[0] + days(5) + days(7 * (step if step < 1 or day.weekday() > 4 else 0))
        return between(saturday, saturday + days(1))
    return str(day + days(step))
