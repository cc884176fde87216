"""Everything to tick inside an assertion: names, titles, figures, dates, superlatives, quoted words.

An article is scanned once; the details of an assertion are then those inside its span. Where two
kinds fit the same words the more telling one stays: a date holds no separate figure, a person's
name no separate place.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.assertions import figures, mentions, tense, wordings
from factcheck.assertions.names import Names
from factcheck.assertions.quotes import Quotation
from factcheck.language import dates
from factcheck.language.dates import Expression
from factcheck.model import Detail, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LONGEST_QUOTED = 25  # words; longer quotations are checked as assertions of their own
_ANCHORS_BACK = 6  # how many earlier dates "two days later" may count from
_EDGES = " \t\n\xa0,;:.!?()[]\"“”‘’'—–-―"


@dataclass(frozen=True, slots=True)
class Item:
    """Something to tick at its place; dates carry their expression and the tense around it."""

    span: Span
    kind: str
    date: Expression | None = None
    past: bool | None = True
    said_on: int = -1  # the number of the date on which quoted words were spoken
    number: int = -1  # a date's place among the dates


@dataclass(frozen=True, slots=True)
class Inventory:
    """What there is to tick in one article, in text order."""

    text: str
    items: tuple[Item, ...]
    dates: tuple[Item, ...]

    def within(self, span: Span, published: dt.date | None) -> tuple[Detail, ...]:
        """The details inside ``span`` in text order, dates resolved against ``published``.

        An item that the span cuts keeps the words inside. The same words are listed once.
        """
        found: list[Detail] = []
        seen: set[tuple[str, str]] = set()
        for item in self.items:
            if not item.span.meets(span):
                continue
            inner = Span(max(item.span.start, span.start), min(item.span.end, span.end))
            text = inner.of(self.text) if inner == item.span else inner.of(self.text).strip(_EDGES)
            if not any(c.isalnum() for c in text) or not self._worth(item, span, inner):
                continue
            detail = Detail(item.kind, text, self._resolve(item, published))
            if (detail.kind, detail.text) not in seen:
                seen.add((detail.kind, detail.text))
                found.append(detail)
        return tuple(found)

    def _worth(self, item: Item, span: Span, inner: Span) -> bool:
        """Whether an item tells more than the assertion itself; a quotation as a whole does not."""
        if item.kind == "quoted":
            return inner == item.span and len(inner) < 0.7 * len(span)
        return inner == item.span or item.kind not in (
            "superlative",
            "comparison",
            "title",
            "contact",
        )

    def _resolve(self, item: Item, published: dt.date | None) -> str:
        if item.date is None or item.kind == "time":
            return ""
        here = self._spoken(item, published)
        return dates.resolve(
            item.date, here, past=item.past, anchors=self._anchors(item, published)
        )

    def _spoken(self, item: Item, published: dt.date | None) -> dt.date | None:
        """The day from which "today" counts: that of speaking where the sentence names it."""
        if item.said_on < 0:
            return published
        day = self._resolve(self.dates[item.said_on], published)
        return dt.date.fromisoformat(day) if len(day) == 10 else published

    def _anchors(self, item: Item, published: dt.date | None) -> tuple[str, ...]:
        assert item.date is not None  # noqa: S101 - only dates are resolved
        if item.date.form not in ("later", "beside"):
            return ()
        earlier = self.dates[max(item.number - _ANCHORS_BACK, 0) : item.number]
        return tuple(r for r in (self._resolve(e, published) for e in reversed(earlier)) if r)


def scan(doc: Doc, names: Names, quotations: Sequence[Quotation]) -> Inventory:
    """Take stock of an article: its parse, its people and its quotations."""
    del names  # every mention is an entity of the parse
    text = doc.text
    told = _dates(doc, quotations)
    taken: list[Item] = list(told)
    for kind, span in wordings.find(text):
        if kind == "contact":
            _add(taken, Item(span, kind))
    named = [(kind, span) for kind, span in mentions.names(doc) if not _held(span, taken)]
    counted = [Item(span, kind) for kind, span in figures.find(text) if not _held(span, taken)]
    people = [Item(span, kind) for kind, span in named if not _inside_number(span, counted)]
    counted = [c for c in counted if not any(p.span.meets(c.span) for p in people)]
    titles = [
        Item(span, "title")
        for span in mentions.titles(doc, tuple((p.kind, p.span) for p in people))
    ]
    items = [*taken, *people, *counted, *titles]
    for kind, span in wordings.find(text):
        if kind != "contact":
            _add(items, Item(span, kind))
    items += [
        Item(q.inner, "quoted") for q in quotations if q.closed and q.words(text) <= _LONGEST_QUOTED
    ]
    return Inventory(
        text, tuple(sorted(items, key=lambda i: (i.span.start, -i.span.end, i.kind))), told
    )


def _add(items: list[Item], item: Item) -> None:
    if not _held(item.span, items):
        items.append(item)


def _held(span: Span, items: Iterable[Item]) -> bool:
    return any(item.span.meets(span) for item in items)


def _inside_number(span: Span, counted: Sequence[Item]) -> bool:
    """An entity that is a number's own unit or sign."""
    return any(c.span.holds(span) for c in counted)


def _dates(doc: Doc, quotations: Sequence[Quotation]) -> tuple[Item, ...]:
    """The dates with their tense; those inside a quotation know the day that its sentence names."""
    expressions = dates.find(doc.text)
    out = []
    for number, expression in enumerate(expressions):
        kind = "time" if expression.clock else "date"
        past = tense.past(doc, expression.span)
        spoken = _said_on(doc, expression, expressions, quotations)
        out.append(Item(expression.span, kind, expression, past, spoken, number))
    return tuple(out)


_SPOKEN_FORMS = ("weekday", "day", "iso")


def _said_on(
    doc: Doc,
    expression: Expression,
    expressions: Sequence[Expression],
    quotations: Sequence[Quotation],
) -> int:
    if expression.form != "today":
        return -1
    home = next((q for q in quotations if q.span.holds(expression.span)), None)
    sentence = doc.char_span(expression.span.start, expression.span.end, alignment_mode="expand")
    if home is None or sentence is None:
        return -1
    around = Span(sentence.sent.start_char, sentence.sent.end_char)
    days = [
        n
        for n, other in enumerate(expressions)
        if other.form in _SPOKEN_FORMS
        and around.holds(other.span)
        and not _quoted(other, quotations)
    ]
    return days[0] if len(days) == 1 else -1


def _quoted(expression: Expression, quotations: Iterable[Quotation]) -> bool:
    return any(q.span.holds(expression.span) for q in quotations)
