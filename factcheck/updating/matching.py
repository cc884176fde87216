"""Which assertion that the finder made of a draft is which of those that are there already."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from factcheck.model import Span

NEAR = 0.5
"""The share of words that two assertions must have in common to be one, more or less widely cut."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A range of tokens, and the layer and kind of the assertion that they are."""

    tokens: Span
    layer: str
    kind: str


def match(ours: Sequence[Cut], found: Sequence[Cut]) -> dict[int, int]:
    """Numbers of ``ours`` to numbers of ``found``, one to one, the nearest first.

    The share of words that both have decides, then the layer, then the kind, then the order.
    """
    order = sorted(range(len(found)), key=lambda n: found[n].tokens)
    longest = max((len(each.tokens) for each in found), default=0)
    pairs = []
    for a, one in enumerate(ours):
        first = bisect_left(order, one.tokens.start - longest, key=lambda n: found[n].tokens.start)
        for b in islice(order, first, None):
            other = found[b]
            if other.tokens.start >= one.tokens.end:
                break
            share = overlap(one.tokens, other.tokens)
            if share >= NEAR:
                alike = (one.layer == other.layer, one.kind == other.kind)
                pairs.append((-share - 0.2 * alike[0] - 0.05 * alike[1], a, b))
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for _, a, b in sorted(pairs):
        if a not in matched and b not in taken:
            matched[a] = b
            taken.add(b)
    return matched


def overlap(one: Span, other: Span) -> float:
    """The share, 0 to 1, of the tokens of two ranges that both have."""
    both = min(one.end, other.end) - max(one.start, other.start)
    return max(0, both) / (len(one) + len(other) - both) if both > 0 else 0.0
