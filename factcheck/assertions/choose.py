"""Which of a sentence's candidates become assertions.

Each candidate has a score: how well it would agree with what a professional checker underlines,
learned from annotated articles (``lab/train_chooser.py``). The best come first; one that says what
a better one says already is left out, and one that shares words with better ones needs a higher
score.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.assertions import features, trees
from factcheck.assertions.candidates import Candidate
from factcheck.assertions.reading import Reading

# Fixed by cross-validation on the annotated articles: where precision meets recall, leaning to
# recall, since a missed assertion is worse than an extra line.
ENOUGH = 0.32
SHARED = 0.2
SAME = 0.5


def choose(
    reading: Reading, proposed: Sequence[Sequence[Candidate]]
) -> tuple[tuple[Candidate, ...], ...]:
    """Of each sentence's candidates those that are chosen, in text order, the longer first."""
    values = scores(reading, [candidate for group in proposed for candidate in group])
    chosen = []
    place = 0
    for group in proposed:
        chosen.append(pick(reading, group, values[place : place + len(group)]))
        place += len(group)
    return tuple(chosen)


def scores(reading: Reading, candidates: Sequence[Candidate]) -> list[float]:
    """One score a candidate, about 0 to 1."""
    return trees.load("chooser").score(features.rows(reading, candidates))


def pick(
    reading: Reading, candidates: Sequence[Candidate], values: Sequence[float]
) -> tuple[Candidate, ...]:
    """The chosen candidates in text order, the longer first where two begin alike."""
    order = sorted(range(len(candidates)), key=lambda i: (-values[i], candidates[i].start, i))
    chosen: list[Candidate] = []
    for index in order:
        if values[index] < ENOUGH:
            break
        candidate = candidates[index]
        overlaps = [(overlap(reading, candidate, other), other) for other in chosen]
        if any(_repeats(share, candidate, other) for share, other in overlaps):
            continue
        if values[index] - SHARED * sum(share for share, _ in overlaps) >= ENOUGH:
            chosen.append(candidate)
    return tuple(sorted(chosen, key=lambda c: (c.start, -c.end, c.layer)))


def _repeats(share: float, candidate: Candidate, other: Candidate) -> bool:
    return share >= SAME and (candidate.layer == other.layer or share > 0.8)


def overlap(reading: Reading, one: Candidate, other: Candidate) -> float:
    """Shared words as a share of the words of both (Jaccard), 0 to 1."""
    shared = reading.words(max(one.start, other.start), min(one.end, other.end))
    both = reading.words(one.start, one.end) + reading.words(other.start, other.end) - shared
    return shared / both if both else 0.0
