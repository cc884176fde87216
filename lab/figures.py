"""Figures that several measurements use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[Any]


def f1(right: Numbers, said: Numbers) -> float:
    """F1 of "yes"; both are truth values."""
    hit = int((right & said).sum())
    return 2 * hit / max(int(right.sum()) + int(said.sum()), 1)


def macro_f1(right: Numbers, said: Numbers) -> float:
    """Mean of the F1 of "yes" and that of "no"."""
    return (f1(right, said) + f1(~right, ~said)) / 2


def average_precision(right: Numbers, scores: Numbers) -> float:
    """Area under the steps of precision over recall; ties count together."""
    order = np.argsort(-scores, kind="stable")
    hits = right[order].cumsum()
    last = np.append(np.diff(scores[order]) != 0, True)
    recall = hits[last] / max(int(right.sum()), 1)
    precision = hits[last] / (np.flatnonzero(last) + 1)
    return float((np.diff(recall, prepend=0) * precision).sum())


def auc(right: Numbers, scores: Numbers) -> float:
    """Probability that a "yes" scores higher than a "no", ties half (Mann and Whitney 1947)."""
    _, place, counts = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = (counts.cumsum() - (counts - 1) / 2)[place]
    yes, no = int(right.sum()), int((~right).sum())
    return float((ranks[right].sum() - yes * (yes + 1) / 2) / max(yes * no, 1))


def calibration_error(right: Numbers, scores: Numbers, bins: int = 10) -> float:
    """Expected calibration error: mean distance of share and score over ``bins`` of equal width."""
    which = np.minimum((scores * bins).astype(int), bins - 1)
    total = 0.0
    for i in range(bins):
        inside = which == i
        if inside.any():
            total += abs(right[inside].mean() - scores[inside].mean()) * inside.mean()
    return total


def kappa(left: Sequence[int] | Numbers, right: Sequence[int] | Numbers, ranks: int) -> float:
    """Quadratically weighted kappa of ranks from 0 (Cohen 1968); 1 is full agreement, 0 chance."""
    table = np.zeros((ranks, ranks))
    np.add.at(table, (np.asarray(left), np.asarray(right)), 1)
    apart = np.subtract.outer(np.arange(ranks), np.arange(ranks)) ** 2
    chance = np.outer(table.sum(1), table.sum(0)) / table.sum()
    return float(1 - (apart * table).sum() / (apart * chance).sum())
