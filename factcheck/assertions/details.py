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

from factcheck.assertions import anchors, figures, mentions, posts, tense, titles, wordings
from factcheck.assertions.names import Names
from factcheck.assertions.quotes import Quotation
from factcheck.assertions.roles import ROLES
from factcheck.language import abbreviations, dates
from factcheck.language.dates import Expression
from factcheck.model import Detail, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LONGEST_QUOTED = 25  # words; a longer quotation is an assertion of its own
_MOSTLY = 0.7  # share of an assertion from which quoted words are the assertion itself
_DAYS_OF_NEWS = 7
_EDGES = " \t\xa0,;:.!?()[]\"“”‘’'—–-―"
_NO_COUNT = re.compile(
    r"\b(?:no|this|that|the|which|any|some|every|each|another)\s+$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Item:
    """Something to tick at its place.

    A date has its expression, its number among the article's dates, the tense around it, the
    numbers of the dates that it may count from (nearest first) and of the day on which it was said;
    ``signed`` where that day is printed below the words themselves.
    """

    span: Span
    kind: str
    date: Expression | None = None
    past: bool | None = True
    anchors: tuple[int, ...] = ()
    said_on: int = -1
    signed: bool = False


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
        before = (self._when(self.dates[n], published) for n in item.anchors)
        return dates.resolve(
            item.date,
            self._day_of(item, published),
            past=item.past,
            anchors=tuple(day for day in before if day),
        )

    def _day_of(self, item: Item, published: dt.date | None) -> dt.date | None:
        """The day from which "today" counts: a post's own; in a quotation, the day of the news, if recent."""
        if item.said_on < 0 or (published is None and not item.signed):
            return published
        named = self._when(self.dates[item.said_on], published)
        day = dt.date.fromisoformat(named) if len(named) == 10 else published
        if item.signed or day is None or published is None:
            return day
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
    roles = titles.find(doc, [n.span for n in named])
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


def _dates(doc: Doc, text: str, quotations: Sequence[Quotation]) -> tuple[Item, ...]:
    expressions = dates.find(text)
    quoted = _mask(text, (q.span for q in quotations))
    days = [e.form in anchors.DAYS and not quoted[e.span.start] for e in expressions]
    signed = posts.find(text, expressions)
    found = []
    for number, expression in enumerate(expressions):
        posted = next((day for post, day in signed if post.holds(expression.span)), -1)
        spoken = expression.form == "today" and quoted[expression.span.start]
        told = posted < 0 and spoken
        said_on = anchors.said_on(doc, expressions, number, days) if told else posted
        found.append(
            Item(
                expression.span,
                "time" if expression.clock else "date",
                expression,
                tense.past(doc, expression.span),
                anchors.find(text, expressions, number),
                said_on,
                signed=posted >= 0,
            )
        )
    return tuple(found)
