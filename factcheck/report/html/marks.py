"""The article with its assertions marked: spans that nest or overlap, as marks that only nest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from factcheck.model import Span
from factcheck.report.record import Item

_BREAK = re.compile(r"\n\s*\n")
LANES = 5
"""Lines below one another that a reader can still tell apart; more fall into the lowest one."""


@dataclass(frozen=True, slots=True)
class Token:
    """A step through a paragraph: ``text``, or a mark of ``item`` that opens or closes.

    ``begins`` is true where the assertion itself begins, not where its mark goes on after a mark that
    overlaps it has closed. ``lane`` is how many marks lie inside of it at most, 0 to LANES - 1.
    """

    what: Literal["text", "open", "close"]
    text: str = ""
    item: Item | None = None
    begins: bool = False
    lane: int = 0


def paragraphs(text: str, items: Sequence[Item]) -> Iterator[tuple[Token, ...]]:
    """The paragraphs of ``text``, each as tokens; joined, their texts are its words.

    Items whose span does not lie in the text are left out.
    """
    ordered = sorted(
        (item for item in items if _place(item).start < _place(item).end <= len(text)),
        key=lambda item: (_place(item).start, -_place(item).end),
    )
    start = 0
    for match in _BREAK.finditer(text):
        yield from _paragraph(text, Span(start, match.start()), ordered)
        start = match.end()
    yield from _paragraph(text, Span(start, len(text)), ordered)


def _place(item: Item) -> Span:
    return item.assertion.span


def _paragraph(text: str, place: Span, items: Sequence[Item]) -> Iterator[tuple[Token, ...]]:
    if text[place.start : place.end].strip():
        inside = [item for item in items if _place(item).meets(place)]
        yield tuple(_tokens(text, place, inside, _lanes(inside)))


def _lanes(items: Sequence[Item]) -> list[int]:
    """For each of ``items``, outer ones first, how many marks lie inside of it at most."""
    lanes = [0] * len(items)
    for at in range(len(items) - 1, -1, -1):
        inner = [
            lanes[other]
            for other in range(at + 1, len(items))
            if _place(items[other]).start < _place(items[at]).end
        ]
        lanes[at] = max(inner, default=-1) + 1
    return [min(lane, LANES - 1) for lane in lanes]


def _tokens(text: str, place: Span, items: Sequence[Item], lanes: Sequence[int]) -> Iterator[Token]:
    edges = {place.start, place.end}
    for item in items:
        span = _place(item)
        edges |= {max(span.start, place.start), min(span.end, place.end)}
    open_: list[int] = []
    cuts = sorted(edges)
    for start, end in pairwise(cuts):
        wanted = [
            number
            for number, item in enumerate(items)
            if _place(item).start <= start and end <= _place(item).end
        ]
        kept = _shared(open_, wanted)
        yield from (Token("close") for _ in open_[kept:])
        for number in wanted[kept:]:
            item = items[number]
            begins = _place(item).start == start or (start == place.start > _place(item).start)
            yield Token("open", item=item, begins=begins, lane=lanes[number])
        open_ = wanted
        yield Token("text", text[start:end])
    yield from (Token("close") for _ in open_)


def _shared(one: Sequence[int], other: Sequence[int]) -> int:
    """How many marks, from the outermost on, both have open."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
