"""Feasts and holidays whose day is certain from their English name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from factcheck.language.date_setting import days, last_day


def _nth(month: int, weekday: int, number: int) -> Callable[[int], dt.date]:
    """The ``number``-th weekday of a month; -1 is the last."""

    def day(year: int) -> dt.date:
        if number < 0:
            last = last_day(year, month)
            return last - days((last.weekday() - weekday) % 7)
        first = dt.date(year, month, 1)
        return first + days((weekday - first.weekday()) % 7 + 7 * (number - 1))

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
        return dt.date(year, month, index + 1) + days(shift)

    return day


THANKSGIVING = _nth(11, 3, 4)
"""The American feast; Canada's is in October, so late in the year it is the one meant."""
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
    "st valentines day": _fixed(2, 14),
    "presidents day": _nth(2, 0, 3),
    "columbus day": _nth(10, 0, 2),
    "april fools day": _fixed(4, 1),
    "earth day": _fixed(4, 22),
    "international womens day": _fixed(3, 8),
    "anzac day": _fixed(4, 25),
    "australia day": _fixed(1, 26),
    "canada day": _fixed(7, 1),
    "bastille day": _fixed(7, 14),
    "cinco de mayo": _fixed(5, 5),
    "armistice day": _fixed(11, 11),
    "remembrance day": _fixed(11, 11),
    "all saints day": _fixed(11, 1),
    "palm sunday": _easter(-7),
    "ash wednesday": _easter(-46),
    "maundy thursday": _easter(-3),
    "memorial day": _nth(5, 0, -1),
    "labor day": _nth(9, 0, 1),
    "election day": lambda year: _nth(11, 0, 1)(year) + days(1),
    "black friday": lambda year: _nth(11, 3, 4)(year) + days(1),
    "good friday": _easter(-2),
    "easter": _easter(),
    "easter sunday": _easter(),
    "easter monday": _easter(1),
}
"""From the name, in lower case and without marks, to the day in a year.

Independence Day is missing: countries differ.
"""
