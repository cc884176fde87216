"""Dates and figures that no chosen span holds join the span beside them: all of them are ticked.

``As of October, Emirates had 270 aircraft``: the chooser may do without the first words, a checker
must not. Nothing but a preposition, an article or a comma may stand between.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from factcheck.assertions import edges
from factcheck.assertions.choices import Choice, in_order
from factcheck.assertions.reading import Reading

_TICKED = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL"))
_LINKS = frozenset(("ADP", "DET", "PUNCT", "SCONJ", "ADV"))
_LEADS = frozenset(("ADP", "SCONJ"))
_FARTHEST = 2  # tokens


Places = Mapping[int, Sequence[tuple[int, int]]]
"""For each sentence's number, the tokens of its dates and figures."""


def places(reading: Reading) -> Places:
    """Where all dates and figures are. A sentence's own entities cost spaCy a walk over the whole text."""
    found: dict[int, list[tuple[int, int]]] = {}
    starts = [low for low, _ in reading.bounds]
    for entity in reading.doc.ents:
        number = bisect_right(starts, entity.start)
        if entity.label_ in _TICKED and number and entity.end <= reading.bounds[number - 1][1]:
            found.setdefault(number, []).append((entity.start, entity.end))
    return found


def join(
    reading: Reading, ticked: Sequence[tuple[int, int]], chosen: Sequence[Choice]
) -> tuple[Choice, ...]:
    """The choices of a sentence, some of them longer by one of its dates or figures; in text order."""
    spans = list(chosen)
    for start, end in ticked:
        if any(_meets(each, start, end) for each in spans):
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
