"""A span that is an assertion, and what is asked of several."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.assertions.candidates import Candidate
from factcheck.assertions.reading import Reading
from factcheck.model import Kind, Layer

TWICE = 0.8
"""Shared words (Jaccard) from which on two spans are the same, whatever their layers."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A candidate that is an assertion, with the layer and kind that fit best."""

    span: Candidate
    layer: Layer
    kind: Kind


@dataclass(frozen=True, slots=True)
class Option:
    """A candidate in one layer, its value there (about 0 to 1) and its kind."""

    value: float
    choice: Choice


def in_order(chosen: Iterable[Choice]) -> tuple[Choice, ...]:
    """In text order, the longer first where two begin alike."""
    return tuple(sorted(chosen, key=lambda c: (c.span.start, -c.span.end, c.layer)))


def overlap(reading: Reading, one: Candidate, other: Candidate) -> float:
    """Shared words as a share of the words of both (Jaccard), 0 to 1."""
    shared = reading.words(max(one.start, other.start), min(one.end, other.end))
    both = reading.words(one.start, one.end) + reading.words(other.start, other.end) - shared
    return shared / both if both else 0.0
