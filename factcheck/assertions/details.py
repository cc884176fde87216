"""Everything to tick inside an assertion: names, titles, figures, dates, superlatives, quoted words.

An article is scanned once; the details of an assertion are then those inside its span. Where two
kinds fit the same words the more telling one stays: a date holds no separate figure, an amount of
money no separate count.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.assertions import figures, mentions, tense, wordings
from factcheck.assertions import home as home_of
from factcheck.assertions.names import Names
from factcheck.assertions.quotes import Quotation
from factcheck.assertions.roles import ROLES
from factcheck.language import abbreviations, dates
from factcheck.language.dates import Expression
from factcheck.model import Detail, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST_QUOTED = 25  # words; a longer quotation is an assertion of its own
_MOSTLY = 0.7  # share of an assertion from which quoted words are the assertion itself
_NEARBY = 1500  # characters in which a day named before still is the day of speaking
_DAYS_OF_NEWS = 7
_EDGES = " \t\xa0,;:.!?()[]\"“”‘’'—–-―"
_NO_COUNT = re.compile(
    r"\b(?:no|this|that|the|which|any|some|every|each|another)\s+$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Item:
    """Something to tick at its place.

    A date has its expression, its number among the article's dates, the tense around it, the
    numbers of the dates that it may count from (nearest first) and of the day on which it was said.
    """

    span: Span
    kind: str
    date: Expression | None = None
    past: bool | None = True
    anchors: tuple[int, ...] = ()
    said_on: int = -1


@dataclass(frozen=True, slots=True)
class Inventory:
    """What there is to tick in one article, in text order.

    ``dates`` are the dates once more by themselves, ``longest`` is the longest item's length.
    """

    text: str
    items: tuple[Item, ...]
    dates: tuple[Item, ...]
    longest: int

    def within(self, span: Span, published: dt.date | None) -> tuple[Detail, ...]:
        """The details inside ``span`` in text order, each once; dates resolved from ``published``.

        Of an item that the span cuts, the part inside is listed where it still says something.
        """
        found: dict[tuple[str, str], Detail] = {}
        first = bisect_left(self.items, span.start - self.longest, key=_start)
        last = bisect_left(self.items, span.end, key=_start)
        for item in self.items[first:last]:
            if item.span.meets(span):
                for part in _parts(item, span, self.text):
                    detail = Detail(part.kind, part.span.of(self.text), self._when(part, published))
                    found.setdefault((detail.kind, detail.text), detail)
        return tuple(found.values())

    def _when(self, item: Item, published: dt.date | None) -> str:
        if item.date is None:
            return ""
        anchors = (self._when(self.dates[n], published) for n in item.anchors)
        return dates.resolve(
            item.date,
            self._day_of(item, published),
            past=item.past,
            anchors=tuple(a for a in anchors if a),
        )

    def _day_of(self, item: Item, published: dt.date | None) -> dt.date | None:
        """The day from which "today" counts: in a quotation, the day of the news, if recent."""
        if item.said_on < 0 or published is None:
            return published
        named = self._when(self.dates[item.said_on], published)
        day = dt.date.fromisoformat(named) if len(named) == 10 else published
        return day if 0 <= (published - day).days <= _DAYS_OF_NEWS else published


def _start(item: Item) -> int:
    return item.span.start


def scan(doc: Doc, names: Names, quotations: Sequence[Quotation]) -> Inventory:
    """Take stock of an article from its parse, its people and its quotations."""
    text = doc.text  # spaCy joins it anew at each call
    told = _dates(doc, text, quotations)
    worded = [Item(span, kind) for kind, span in wordings.find(text)]
    taken = bytearray(len(text))
    items = list(_free(taken, told))
    items += _free(taken, (w for w in worded if w.kind == "contact"))
    counted = figures.find(text)
    mask = _mask(text, (span for _, span in counted))  # a number's own sign or unit is no name
    called = (
        (kind, span) for kind, span in mentions.names(doc) if not all(mask[span.start : span.end])
    )
    named = list(_named(text, called, names, taken))
    items += _free(taken, named)
    items += _free(taken, (w for w in worded if w.kind == "superlative"))
    items += _free(taken, _numbers(doc, text, counted, named))
    roles = mentions.titles(doc, [n.span for n in named])
    items += _free(taken, (Item(span, "title") for span in roles))
    items += _free(taken, (w for w in worded if w.kind == "comparison"))
    quoted = (q for q in quotations if q.closed and q.words(text) <= _LONGEST_QUOTED)
    items += [Item(_without_comma(text, q.inner), "quoted") for q in quoted]
    items.sort(key=lambda item: (item.span.start, -item.span.end))
    return Inventory(text, tuple(items), told, max((len(i.span) for i in items), default=0))


def _without_comma(text: str, span: Span) -> Span:
    """``“a wonder,” she said``: the comma is the sentence's."""
    return Span(span.start, span.end - text.startswith(",", span.end - 1)) if len(span) else span


def _mask(text: str, spans: Iterable[Span]) -> bytearray:
    """One byte a character, 1 inside the spans."""
    mask = bytearray(len(text))
    for span in spans:
        mask[span.start : span.end] = b"\1" * len(span)
    return mask


def _free(taken: bytearray, items: Iterable[Item]) -> Iterator[Item]:
    """The items whose characters are not taken; they take them."""
    for item in items:
        if not any(taken[item.span.start : item.span.end]):
            taken[item.span.start : item.span.end] = b"\1" * len(item.span)
            yield item


# -- an item that a span cuts ----------------------------------------------------------------


def _parts(item: Item, span: Span, text: str) -> Iterator[Item]:
    """The item, or what is left of it inside the span."""
    if span.holds(item.span):
        if item.kind != "quoted" or len(item.span) < _MOSTLY * len(span):
            yield item
        return
    start, end = max(item.span.start, span.start), min(item.span.end, span.end)
    words = text[start:end]
    if item.date is not None:
        for date in dates.find(words):
            # It still means the day that the whole expression means.
            place = Span(start + date.span.start, start + date.span.end)
            yield replace(item, span=place)
    elif item.kind in ("name", "place"):
        bare = _bare(words)
        if any(c.isupper() for c in bare):
            first = start + words.index(bare)
            yield replace(item, span=Span(first, first + len(bare)))
    elif item.kind not in ("quoted", "title", "superlative", "comparison", "contact"):
        for kind, left in figures.find(words):
            yield replace(item, kind=kind, span=Span(start + left.start, start + left.end))


# -- names and numbers -----------------------------------------------------------------------


def _named(
    text: str, called: Iterable[tuple[str, Span]], names: Names, taken: bytearray
) -> Iterator[Item]:
    """Names and places outside of dates and contacts."""
    people = {word for full in names.fullest.values() for word in full.casefold().split()}
    for kind, span in called:
        for place in _outside(text, span, taken):
            surname = place.of(text).casefold() in people
            yield Item(place, "name" if surname else kind)


def _outside(text: str, span: Span, taken: bytearray) -> Iterator[Span]:
    """What is left of a name beside a date in it: ``2020 Sentra``."""
    start = span.start
    while start < span.end:
        stop = taken.find(1, start, span.end)
        stop = span.end if stop < 0 else stop
        bare = _bare(text[start:stop])
        if any(c.isupper() for c in bare):
            first = text.index(bare, start)
            yield Span(first, first + len(bare))
        start = taken.find(0, stop, span.end)
        if start < 0:
            return


def _bare(words: str) -> str:
    """The words without marks at their ends, but for the stop of ``U.S.`` and ``Inc.``"""
    bare = words.strip(_EDGES)
    ahead = words[words.index(bare) + len(bare) :][:1] if bare else ""
    last = re.split(r"[ \t\xa0]", bare)[-1].casefold()
    return bare + ahead if ahead == "." and last in abbreviations.EITHER else bare


def _numbers(
    doc: Doc, text: str, counted: Iterable[tuple[str, Span]], named: Iterable[Item]
) -> Iterator[Item]:
    """The numbers; one between commas after a name or a role is an age."""
    ends = {item.span.end for item in named if item.kind == "name"}
    for kind, span in counted:
        bare = span.of(text)
        if bare.casefold() == "one" and not _counts(doc, text, span):
            continue
        apart = (text[span.start - 2 : span.start], text[span.end : span.end + 1])
        told = span.start - 2 in ends or _ends_in_a_role(text, span.start - 2)
        aged = told and apart[0] == ", " and apart[1] in ("", ",", ".", ")")
        yield Item(span, "age" if aged and bare.isdigit() and len(bare) < 4 else kind)


def _ends_in_a_role(text: str, end: int) -> bool:
    """``The mayor, 52,`` gives an age as a name would."""
    before = text[max(end - 20, 0) : max(end, 0)].split()
    return bool(before) and before[-1].casefold() in ROLES


def _counts(doc: Doc, text: str, span: Span) -> bool:
    """Whether "one" is a number: ``one senator``, never ``no one``, ``one of``, ``this one``."""
    if _NO_COUNT.search(text[max(span.start - 10, 0) : span.start]):
        return False
    token = doc.char_span(span.start, span.end)
    return token is not None and token[0].dep_ in ("nummod", "compound", "quantmod", "npadvmod")


# -- dates -----------------------------------------------------------------------------------

_DAYS = frozenset(("weekday", "day", "iso"))
_COUNTED = frozenset(("later", "beside", "same_last_year"))  # forms that count from another date
_ANCHORS = 6  # how many dates before may be the one
_BACK = 40  # and how many are looked at
_CLOSE = 400  # characters in which an hour belongs to a day named before
_TOUCHING = 5  # and in which it belongs to it whatever the order: "5 p.m. on Monday"
_YEARLESS = frozenset(("day", "month", "day_range"))


def _dates(doc: Doc, text: str, quotations: Sequence[Quotation]) -> tuple[Item, ...]:
    expressions = dates.find(text)
    quoted = _mask(text, (q.span for q in quotations))
    days = [e.form in _DAYS and not quoted[e.span.start] for e in expressions]
    return tuple(
        Item(
            expression.span,
            "time" if expression.clock else "date",
            expression,
            tense.past(doc, expression.span),
            _anchors(text, expressions, number),
            _said_on(doc, expressions, number, days)
            if expression.form == "today" and quoted[expression.span.start]
            else -1,
        )
        for number, expression in enumerate(expressions)
    )


def _anchors(text: str, expressions: Sequence[Expression], number: int) -> tuple[int, ...]:
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
        if expressions[n].form in _DAYS | {"today"}
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


def _said_on(doc: Doc, expressions: Sequence[Expression], number: int, days: Sequence[bool]) -> int:
    """For "today" in a quotation: the day that its sentence names, else the one named before."""
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
