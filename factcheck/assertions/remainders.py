"""Dates and figures that no chosen span holds join the span beside them: all of them are ticked.

``As of October, Emirates had 270 aircraft``: the chooser may do without the first words, a checker
must not. Nothing but a preposition, an article or a comma may stand between.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.assertions import edges
from factcheck.assertions.choose import Choice, in_order
from factcheck.assertions.reading import Reading

_TICKED = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL"))
_LINKS = frozenset(("ADP", "DET", "PUNCT", "SCONJ", "ADV"))
_LEADS = frozenset(("ADP", "SCONJ"))
_FARTHEST = 2  # tokens


def join(reading: Reading, number: int, chosen: Sequence[Choice]) -> tuple[Choice, ...]:
    """The choices of sentence ``number``, some of them longer by a date or figure; in text order."""
    low, high = reading.bounds[number - 1]
    spans = list(chosen)
    for entity in reading.doc[low:high].ents:
        start, end = entity.start, entity.end
        if entity.label_ not in _TICKED or any(_meets(each, start, end) for each in spans):
            continue
        near = [each for each in spans if _is_beside(reading, each, start, end)]
        if near:
            nearest = min(near, key=lambda each: (len(_gap(each, start, end)), -len(each.span)))
            spans[spans.index(nearest)] = _longer(reading, nearest, start, end)
    return in_order(spans)


def _meets(choice: Choice, start: int, end: int) -> bool:
    return choice.span.start < end and start < choice.span.end


def _gap(choice: Choice, start: int, end: int) -> range:
    """The tokens between a choice and a range that does not meet it."""
    span = choice.span
    return range(span.end, start) if span.end <= start else range(end, span.start)


def _is_beside(reading: Reading, choice: Choice, start: int, end: int) -> bool:
    between = [reading.doc[i] for i in _gap(choice, start, end)]
    return len(between) <= _FARTHEST and all(
        token.pos_ in _LINKS and token.i not in reading.ends.marks for token in between
    )


def _longer(reading: Reading, choice: Choice, start: int, end: int) -> Choice:
    """The choice with the tokens ``start`` to ``end`` and the prepositions that lead to them."""
    low, _ = reading.bounds[choice.span.sentence - 1]
    first, last = min(choice.span.start, start), max(choice.span.end, end)
    while start == first > low and reading.doc[first - 1].pos_ in _LEADS:
        first = start = first - 1
    trimmed = edges.trim(reading, first, last)
    if trimmed is None:
        return choice
    return replace(choice, span=replace(choice.span, start=trimmed[0], end=trimmed[1]))
