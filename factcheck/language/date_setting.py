"""What a rule for dates works with: an expression's parts, what is known around it, the calendar."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

from factcheck.language.date_forms import MONTHS, NUMBERS

SHIFT = {"last": -1, "this": 0, "the": 0, "next": 1}
DEADLINE = frozenset(("by", "until", "till", "before", "through"))


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
            return year_of(self.get("year"))
        if self.get("this") and self.published:
            return self.published.year + SHIFT[self.get("this")]
        return None

    @property
    def count(self) -> int:
        """A number in figures or words; 1 where none is printed."""
        word = self.get("count")
        return int(word) if word.isdigit() else NUMBERS.get(word, 1)

    def anchor(self, length: int) -> str:
        """The nearest earlier expression that is exact to ``length`` characters of an ISO date."""
        return next((a[:length] for a in self.anchors if len(a) >= length and "/" not in a), "")


def year_of(digits: str) -> int:
    """A year of two or four figures; below 50, two mean this century."""
    number = int(digits)
    if len(digits) > 2:
        return number
    return 2000 + number if number < 50 else 1900 + number


def iso_year(year: int) -> str:
    """ISO year. Raises ValueError where the calendar has no such year."""
    return dt.date(year, 1, 1).isoformat()[:4]


def iso_month(year: int, month: int) -> str:
    """ISO month; months past December or before January roll over."""
    carried, rest = divmod(month - 1, 12)
    return f"{iso_year(year + carried)}-{rest + 1:02d}"


def last_day(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def between(first: object, last: object) -> str:
    """``A/B``, or one of them where they are the same."""
    return str(first) if str(first) == str(last) else f"{first}/{last}"


def week(day: dt.date, shift: int = 0) -> tuple[dt.date, dt.date]:
    """Monday and Sunday of the day's week, ``shift`` weeks on."""
    monday = day - dt.timedelta(days=day.weekday() - 7 * shift)
    return monday, monday + dt.timedelta(days=6)


def days(count: int) -> dt.timedelta:
    """So many days."""
    return dt.timedelta(days=count)


def month_at(year: int, month: int, edge: str, before: str) -> str:
    """A month; ``by the end of May`` is its last day."""
    if "end" in edge and before in DEADLINE:
        return str(last_day(year, month))
    return iso_month(year, month)


def year_at(year: int, edge: str, before: str) -> str:
    """A year, its first or last month; ``by the end of 2025`` is its last day."""
    if "end" in edge:
        return month_at(year, 12, edge, before)
    if "start" in edge or "beginning" in edge:
        return iso_month(year, 1)
    return iso_year(year)
