"""The dates that articles carry on their head: "June 30, 2024", "2024-06-30T10:00Z"."""

from __future__ import annotations

import datetime as dt
import re

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = r"(?P<month>" + "|".join(_MONTHS) + r")\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_TIME = r"\d{1,2}(?:[:.]\d{2}){0,2}(?:[.,]\d+)?\s*(?:[ap]\.?\s?m\b\.?|hrs\b)?"
_ZONE = r"\(?(?:Z|UTC|GMT|[A-Z]{1,3}[SD]?T|(?:UTC|GMT)?\s?[+-]\d{1,2}(?::?\d{2})?)\)?(?![a-z])"
_CLOCK = rf"(?:{_TIME}(?:\s*{_ZONE})*(?:\s*/\s*{_TIME}(?:\s*{_ZONE})*)?)"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s+)?"
_BEFORE = rf"\s*(?:(?:at\s+)?{_CLOCK},?\s+(?:on\s+)?)?{_WEEKDAY}"
_AFTER = rf"(?:\s*(?:T(?=\d)|,|\||-|–|—|•|·|at\b)?\s*(?=\d{{1,2}}[:.]\d\d|\d{{1,2}}\s*[ap]\.?m){_CLOCK})?"
_DATES = tuple(
    re.compile(rf"{_BEFORE}{date}{_AFTER}", re.IGNORECASE)
    for date in (
        r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)",
        rf"{_MONTH}\s+{_DAY}(?:\s*,\s*|\s+){_YEAR}",
        rf"{_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}",
        rf"{_YEAR},?\s+{_MONTH}\s+{_DAY}(?!\d)",
        r"(?P<first>\d{1,2})(?P<mark>[-/.])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d)",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?!\d)",
    )
)
_AMBIGUOUS = re.compile(r"\b(\d{1,2})([-/.])(\d{1,2})\2\d{4}\b")


def read(text: str) -> dt.date | None:
    """The date that ``text`` is, with or without a weekday and a time; None if it is none.

    "05/06/2024" is None too, because it may be two days; see :func:`ambiguous`.
    """
    found = prefix(text)
    return found[0] if found and not text[found[1] :].strip(" \t.,;|") else None


def prefix(text: str) -> tuple[dt.date, int] | None:
    """The date that ``text`` begins with and where it ends."""
    for pattern in _DATES:
        match = pattern.match(text)
        day = _day(match.groupdict()) if match else None
        if match and day:
            return day, match.end()
    return None


def ambiguous(text: str) -> bool:
    """Whether ``text`` is a date in figures that is two days, such as "05/06/2024"."""
    match = _AMBIGUOUS.search(text)
    return match is not None and _order(int(match[1]), int(match[3])) is None


def iso(text: str) -> dt.date | None:
    """The date of a machine's time stamp or of :func:`read`; None for anything else."""
    text = text.strip()
    try:
        day = dt.datetime.fromisoformat(text).date()
    except ValueError:
        found = prefix(text)
        return found[0] if found else None
    return day if 1700 <= day.year <= 2100 else None


def _order(first: int, second: int) -> tuple[int, int] | None:
    """Month and day of two figures, if only one reading is possible."""
    if first == second or (first > 12 >= second):
        return second, first
    return (first, second) if second > 12 >= first else None


def _day(parts: dict[str, str]) -> dt.date | None:
    year = int(parts["year"])
    if "first" in parts:
        order = _order(int(parts["first"]), int(parts["second"]))
        if order is None:
            return None
        month, day = order
    else:
        name = parts["month"].lower()
        month = _MONTHS.get(name) or int(name)
        day = int(parts["day"])
    if not 1700 <= year <= 2100:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
