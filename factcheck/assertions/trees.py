"""A small ensemble of regression trees, read from a file and applied with numpy.

Gradient boosting after Friedman, "Greedy function approximation" (2001): the score is a constant
plus the sum of one leaf a tree. The trees are grown in ``lab/train_chooser.py``; here they are only
walked, all candidates at once, so that the tool needs no learning library.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_AT_ONCE = 2048  # rows, so that a long article takes no more memory than a short one


@dataclass(frozen=True, slots=True)
class Trees:
    """Nodes of all trees in one table; ``roots`` are the first node of each.

    A leaf has ``left`` == itself. ``columns`` are the names of the features, in order.
    """

    columns: tuple[str, ...]
    base: float
    roots: NDArray[np.int32]
    feature: NDArray[np.int32]
    threshold: NDArray[np.float64]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    value: NDArray[np.float64]
    depth: int

    def score(self, rows: NDArray[np.float64]) -> list[float]:
        """One score a row."""
        return [
            score
            for place in range(0, len(rows), _AT_ONCE)
            for score in self._walk(rows[place : place + _AT_ONCE])
        ]

    def _walk(self, table: NDArray[np.float64]) -> list[float]:
        import numpy as np

        nodes = np.broadcast_to(self.roots, (len(table), len(self.roots))).copy()
        line = np.arange(len(table))[:, None]
        for _ in range(self.depth):
            below = table[line, self.feature[nodes]] <= self.threshold[nodes]
            nodes = np.where(below, self.left[nodes], self.right[nodes])
        total: NDArray[np.float64] = self.base + self.value[nodes].sum(axis=1)
        return [round(float(x), 6) for x in total]


@cache
def load(name: str) -> Trees:
    """The trees in ``factcheck/assertions/NAME.json``."""
    import numpy as np

    data = json.loads(resources.files("factcheck.assertions").joinpath(f"{name}.json").read_text())
    nodes = data["nodes"]
    return Trees(
        columns=tuple(data["columns"]),
        base=data["base"],
        roots=np.asarray(data["roots"], dtype=np.int32),
        feature=np.asarray([n[0] for n in nodes], dtype=np.int32),
        threshold=np.asarray([n[1] for n in nodes], dtype=np.float64),
        left=np.asarray([n[2] for n in nodes], dtype=np.int32),
        right=np.asarray([n[3] for n in nodes], dtype=np.int32),
        value=np.asarray([n[4] for n in nodes], dtype=np.float64),
        depth=data["depth"],
    )
