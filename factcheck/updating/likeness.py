"""How alike two sentences are: half by their rare words, half by their letters.

Letters are compared with rapidfuzz (the normalised Indel similarity); words by the share that both have,
each weighed by how rare it is in the two drafts. Only sentences that share some of their rarest words
are compared at all, so the work grows with the length of the drafts and not with its square.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

from factcheck.updating.versions import Version

_MOST = 8  # sentences that one is compared with
_COMMON = 40  # a word in more sentences than that leads nowhere
_MARK = 0.05  # weight of a mark, which is no word


class Likeness:
    """Compares the sentences ``free_old`` with ``free_new``, numbered from 0."""

    def __init__(
        self, old: Version, new: Version, free_old: Sequence[int], free_new: Sequence[int]
    ) -> None:
        self.free_old = tuple(free_old)
        self._free_new = tuple(free_new)
        self._keys = old.keys, new.keys
        self._bags = {
            0: {i: _bag(old.keys[i]) for i in range(len(old.keys))},
            1: {j: _bag(new.keys[j]) for j in range(len(new.keys))},
        }
        number = Counter(
            word for side in self._bags.values() for bag in side.values() for word in bag
        )
        total = len(old.keys) + len(new.keys)
        self._weights = {
            word: math.log(1 + total / seen) if word[-1].isalnum() else _MARK
            for word, seen in number.items()
        }

    def candidates(self) -> dict[tuple[int, int], float]:
        """The likeness, 0 to 1, of each old sentence to the few new ones that share its rare words."""
        index: dict[str, list[int]] = defaultdict(list)
        for j in self._free_new:
            for word in self._bags[1][j]:
                if word[-1].isalnum():
                    index[word].append(j)
        found: dict[tuple[int, int], float] = {}
        for i in self.free_old:
            shared: Counter[int] = Counter()
            for word in self._bags[0][i]:
                near = index.get(word, ())
                if len(near) <= _COMMON:
                    for j in near:
                        shared[j] += self._weights[word]  # type: ignore[assignment]
            for j, _ in shared.most_common(_MOST):
                found[i, j] = self._alike(i, j)
        return found

    def new_in_old(self, j: int, i: int, *, beside: int) -> float:
        """The share of new sentence ``j`` that is in old ``i`` and not used by new ``beside``."""
        return self._share(self._bags[1][j], self._bags[0][i] - self._bags[1][beside])

    def old_in_new(self, i: int, j: int, *, beside: int) -> float:
        """The share of old sentence ``i`` that is in new ``j`` and not used by old ``beside``."""
        return self._share(self._bags[0][i], self._bags[1][j] - self._bags[0][beside])

    def _alike(self, i: int, j: int) -> float:
        from rapidfuzz import fuzz

        one, other = self._bags[0][i], self._bags[1][j]
        both = self._weight(one & other)
        words = 2 * both / (self._weight(one) + self._weight(other))
        return (words + fuzz.ratio(self._keys[0][i], self._keys[1][j]) / 100) / 2

    def _share(self, part: Counter[str], whole: Counter[str]) -> float:
        weight = self._weight(part)
        return self._weight(part & whole) / weight if weight else 0.0

    def _weight(self, bag: Counter[str]) -> float:
        return sum(self._weights[word] * number for word, number in bag.items())


def _bag(key: str) -> Counter[str]:
    return Counter(key.casefold().split(" "))
