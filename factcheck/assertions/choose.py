"""Which of a sentence's candidates become assertions, in which layer, of what kind.

Each candidate has a value for each layer: how well it would agree with what a professional checker
underlines, learnt from annotated articles (``lab/chooser``). The best come first; one that
says what a better one says already is left out, and one that shares words with better ones needs a
higher value.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from factcheck.assertions import columns, features, kinds, network
from factcheck.assertions.candidates import Candidate
from factcheck.assertions.reading import Reading
from factcheck.model import Kind, Layer

# Fixed on annotated articles that the network had not seen: where precision meets recall, leaning to
# recall, since a missed assertion is worse than an extra line.
ENOUGH = 0.36
SHARED = 0.2
SAME = 0.5

_LAYERS: tuple[Layer, ...] = get_args(Layer)


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


def choose(
    reading: Reading, proposed: Sequence[Sequence[Candidate]]
) -> tuple[tuple[Choice, ...], ...]:
    """Of each sentence's candidates those that are chosen, in text order, the longer first."""
    offered = iter(options(reading, [candidate for group in proposed for candidate in group]))
    return tuple(pick(reading, [o for _ in group for o in next(offered)]) for group in proposed)


def options(
    reading: Reading, candidates: Sequence[Candidate], least: float = ENOUGH
) -> list[tuple[Option, ...]]:
    """For each candidate the layers in which its value is at least ``least``."""
    import numpy as np

    if not candidates:
        return []
    spans = columns.spans(reading, candidates)
    rows = features.rows(reading, candidates, spans)
    vectors = np.asarray(reading.doc.tensor, dtype=np.float32)
    judged = network.load("chooser").judge(vectors, spans, rows)
    said = kinds.likeliest(judged.kinds, said=True)
    other = kinds.likeliest(judged.kinds, said=False)
    return [
        tuple(
            Option(value, Choice(candidate, layer, said[i] if layer == "said" else other[i]))
            for layer, value in zip(_LAYERS, judged.values[i].tolist(), strict=True)
            if value >= least
        )
        for i, candidate in enumerate(candidates)
    ]


def pick(reading: Reading, offered: Sequence[Option]) -> tuple[Choice, ...]:
    """The chosen ones in text order, the longer first where two begin alike."""
    chosen: list[Choice] = []
    for option in sorted(offered, key=lambda o: -o.value):
        mine = option.choice
        overlaps = [(overlap(reading, mine.span, other.span), other) for other in chosen]
        if any(_repeats(share, mine, other) for share, other in overlaps):
            continue
        if option.value - SHARED * sum(share for share, _ in overlaps) >= ENOUGH:
            chosen.append(mine)
    return tuple(sorted(chosen, key=lambda c: (c.span.start, -c.span.end, c.layer)))


def _repeats(share: float, mine: Choice, other: Choice) -> bool:
    return share >= SAME and (mine.layer == other.layer or share > 0.8)


def overlap(reading: Reading, one: Candidate, other: Candidate) -> float:
    """Shared words as a share of the words of both (Jaccard), 0 to 1."""
    shared = reading.words(max(one.start, other.start), min(one.end, other.end))
    both = reading.words(one.start, one.end) + reading.words(other.start, other.end) - shared
    return shared / both if both else 0.0
