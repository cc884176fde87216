"""Which other date of an article a date counts from: ``the next day``, ``on June 30``, ``5 p.m. on Monday``.

Dates are meant by their numbers among the article's expressions.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.assertions import home as home_of
from factcheck.language.dates import Expression
from factcheck.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

DAYS = frozenset(("weekday", "day", "iso"))
_NEARBY = 1500  # characters in which a day named before still is the day of speaking
_COUNTED = frozenset(("later", "beside", "same_last_year"))  # forms that count from another date
_ANCHORS = 6  # how many dates before may be the one
_BACK = 40  # and how many are looked at
_CLOSE = 400  # characters in which an hour belongs to a day named before
_TOUCHING = 5  # and in which it belongs to it whatever the order: "5 p.m. on Monday"
_YEARLESS = frozenset(("day", "month", "day_range"))


def find(text: str, expressions: Sequence[Expression], number: int) -> tuple[int, ...]:
    """The dates before that an expression may count or take its year from, nearest first."""
    here = expressions[number]
    earlier = range(number - 1, max(number - _BACK, 0) - 1, -1)
    if here.clock:
        return _beside_clock(text, expressions, number)
    if here.form in _COUNTED:
        return tuple(n for n in earlier if expressions[n].form not in _COUNTED)[:_ANCHORS]
    if here.form == "weekday" and number and expressions[number - 1].form == "weekday":
        listed = _gap(expressions[number - 1].span, here.span) <= _TOUCHING
        return (number - 1,) if listed else ()
    if here.form in _YEARLESS and not _year_printed(here):
        return tuple(n for n in earlier if _year_printed(expressions[n]))
    return ()


def _beside_clock(text: str, expressions: Sequence[Expression], number: int) -> tuple[int, ...]:
    """The day printed beside an hour (``5 p.m. Monday``), else the one before in its paragraph."""
    here = expressions[number].span
    near = [
        n
        for n in range(max(number - _ANCHORS, 0), min(number + 2, len(expressions)))
        if expressions[n].form in DAYS | {"today"}
        and _gap(expressions[n].span, here) < _CLOSE
        and "\n" not in text[expressions[n].span.end : here.start]
        and "\n" not in text[here.end : expressions[n].span.start]
    ]
    touching = [
        n for n in near if abs(n - number) == 1 and _gap(expressions[n].span, here) <= _TOUCHING
    ]
    if touching or _past_midnight(expressions[number]):
        return tuple(touching[:1])
    return tuple(n for n in reversed(near) if n < number)


def _past_midnight(expression: Expression) -> bool:
    """After a day named before, "just after midnight" may be the next day."""
    return expression.before == "after" and expression.text.casefold().startswith("midnight")


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)


def _year_printed(expression: Expression) -> bool:
    return expression.form in _YEARLESS and "year" in dict(expression.parts)


def _sentence(doc: Doc, token: Token) -> Span:
    start, end = home_of.bounds(token)
    return Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))


def said_on(doc: Doc, expressions: Sequence[Expression], number: int, days: Sequence[bool]) -> int:
    """For "today" in a quotation: the day that its sentence names, else the one named before, else -1.

    ``days`` tells which of the ``expressions`` are days outside of quotations.
    """
    here = expressions[number].span
    words = doc.char_span(here.start, here.end, alignment_mode="expand")
    home = _sentence(doc, words[0]) if words else here
    near = [
        n
        for n in range(max(number - _BACK, 0), min(number + _BACK, len(expressions)))
        if days[n] and abs(expressions[n].span.start - here.start) < _NEARBY
    ]
    own = [n for n in near if home.holds(expressions[n].span)]
    before = [n for n in near if n < number]
    return own[0] if len(own) == 1 else before[-1] if before and not own else -1
