"""Which sentences of the new draft have the words of which old ones.

Equal sentences first: those that stand once in both drafts, then their equal neighbours, then repeated
ones where order leaves no choice. What is left is compared by likeness, only with sentences that share
rare words, and joined only where no other sentence is about as near, or where neighbours decide. Last
come the halves of sentences that were split or joined. Where two are equally near, neither is taken.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.updating.likeness import Likeness
from factcheck.updating.versions import Version

FLOOR = 0.42
"""Likeness, 0 to 1, below which two sentences are not one reworded."""
FLOOR_ELSEWHERE = 0.65
"""The same for two that stand at different places in the order."""
MARGIN = 0.06
"""A sentence whose likeness is less than this below the best is about as near."""
_WIDEST = 12  # sentences that look alike, beyond which order proves nothing
_HALF = 0.6
"""The share of a sentence's words that must be in another for it to be a half of that."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """For each old sentence the new ones that have its words, numbered from 0.

    ``exact`` has the old sentences whose partner has the very same words; ``moved`` those whose
    partners stand elsewhere in the order.
    """

    partners: tuple[tuple[int, ...], ...]
    exact: frozenset[int]
    moved: frozenset[int]


def align(old: Version, new: Version, returning: Collection[str] = ()) -> Alignment:
    """Find the partners of all sentences of ``old`` in ``new``.

    A new sentence whose words are among ``returning`` and equal no old one is nobody's partner: the
    words of a retired assertion come back in it.
    """
    pairs = _exact(old.keys, new.keys)
    exact = frozenset(pairs)
    order = _Order(_chain(pairs))
    taken = set(pairs.values())
    free_old = [i for i in range(len(old.keys)) if i not in pairs]
    free_new = [j for j, key in enumerate(new.keys) if j not in taken and key not in returning]
    likeness = Likeness(old, new, free_old, free_new)
    pairs |= _Rewording(likeness, pairs, order, (len(old.keys), len(new.keys))).pairs()
    partners: dict[int, tuple[int, ...]] = {i: (j,) for i, j in pairs.items()}
    partners |= _halves(likeness, partners, exact, set(free_new) - set(pairs.values()))
    moved = frozenset(i for i, found in partners.items() if not order.keeps(i, found[0]))
    return Alignment(tuple(partners.get(i, ()) for i in range(len(old.keys))), exact, moved)


def _exact(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Old sentences to new ones of the same words, wherever there is no choice."""
    places = _places(old), _places(new)
    pairs = {
        found[0]: places[1][key][0]
        for key, found in places[0].items()
        if len(found) == 1 and len(places[1].get(key, ())) == 1
    }
    _spread(pairs, old, new)
    for gaps in (_Order(_chain(pairs)), None):
        for olds, news in _same(pairs, old, new, gaps):
            if len(olds) == len(news) and (gaps or len(olds) == 1):
                pairs |= dict(zip(olds, news, strict=True))
        _spread(pairs, old, new)
    return pairs


def _places(keys: Sequence[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        found[key].append(place)
    return found


def _spread(pairs: dict[int, int], old: Sequence[str], new: Sequence[str]) -> None:
    """Add equal sentences beside those of ``pairs``: first below each, then above."""
    taken = set(pairs.values())
    for step in (1, -1):
        for first in sorted(pairs, reverse=step < 0):
            i, j = first + step, pairs[first] + step
            while (
                0 <= i < len(old)
                and 0 <= j < len(new)
                and old[i] == new[j]
                and i not in pairs
                and j not in taken
            ):
                pairs[i] = j
                taken.add(j)
                i, j = i + step, j + step


def _same(
    pairs: Mapping[int, int], old: Sequence[str], new: Sequence[str], order: _Order | None
) -> Iterator[tuple[list[int], list[int]]]:
    """Sentences of the same words that have no partner yet, of each gap of ``order``, or of all."""
    taken = set(pairs.values())
    groups: dict[tuple[str, int], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for i, key in enumerate(old):
        if i not in pairs:
            groups[key, order.gap(i) if order else 0][0].append(i)
    for j, key in enumerate(new):
        if j not in taken:
            groups[key, order.gap_of_new(j) if order else 0][1].append(j)
    yield from groups.values()


def _chain(pairs: Mapping[int, int]) -> tuple[tuple[int, int], ...]:
    """The longest part of ``pairs`` in which both sides rise: what did not move."""
    tails: list[int] = []
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for i, j in sorted(pairs.items()):
        at = bisect_left(tails, j)
        tails[at : at + 1] = [j]
        ends[at : at + 1] = [i]
        before[i] = ends[at - 1] if at else None
    found: list[tuple[int, int]] = []
    last = ends[-1] if ends else None
    while last is not None:
        found.append((last, pairs[last]))
        last = before[last]
    return tuple(reversed(found))


class _Order:
    """The sentences that kept their order, and the gaps between them, in both drafts."""

    def __init__(self, chain: Sequence[tuple[int, int]]) -> None:
        self._old = [i for i, _ in chain]
        self._new = [j for _, j in chain]
        self._chain = frozenset(chain)

    def gap(self, i: int) -> int:
        """The number of the gap, or of the sentence above it, that old sentence ``i`` is in."""
        return bisect_right(self._old, i)

    def gap_of_new(self, j: int) -> int:
        """The same for a new sentence."""
        return bisect_right(self._new, j)

    def keeps(self, i: int, j: int) -> bool:
        """Whether ``i`` and ``j`` stand at the same place in the order."""
        return (i, j) in self._chain or self.gap(i) == self.gap_of_new(j)


class _Rewording:
    """Joins sentences that are alike, as far as that leaves no choice."""

    def __init__(
        self, likeness: Likeness, pairs: Mapping[int, int], order: _Order, sizes: tuple[int, int]
    ) -> None:
        self._scores = {
            pair: score
            for pair, score in likeness.candidates().items()
            if score >= (FLOOR if order.keeps(*pair) else FLOOR_ELSEWHERE)
        }
        self._of_old: dict[int, list[int]] = defaultdict(list)
        self._of_new: dict[int, list[int]] = defaultdict(list)
        for i, j in self._scores:
            self._of_old[i].append(j)
            self._of_new[j].append(i)
        self._order = order
        # What stands before the first sentences is alike, and so is what stands after the last.
        self._known = dict(pairs) | {-1: -1, sizes[0]: sizes[1]}
        self._found: dict[int, int] = {}
        self._taken: set[int] = set()

    def pairs(self) -> dict[int, int]:
        ranked = sorted(self._scores, key=lambda pair: (-self._scores[pair], pair))
        more = True
        while more:
            while self._round(ranked):
                pass
            more = self._take_in_order(ranked)
        return self._found

    def _round(self, ranked: Sequence[tuple[int, int]]) -> bool:
        """Join what leaves no choice; whether anything was, which may leave less choice elsewhere."""
        before = len(self._found)
        for pair in ranked:
            self._take(pair)
        return len(self._found) > before

    def _free(self, pair: tuple[int, int]) -> bool:
        return pair[0] not in self._found and pair[1] not in self._taken

    def _take(self, pair: tuple[int, int]) -> None:
        if not self._free(pair):
            return
        support = self._support(pair)
        if not any(self._support(rival) >= support for rival in self._rivals(pair)):
            self._join(pair)

    def _join(self, pair: tuple[int, int]) -> None:
        self._found[pair[0]] = self._known[pair[0]] = pair[1]
        self._taken.add(pair[1])

    def _rivals(self, pair: tuple[int, int]) -> list[tuple[int, int]]:
        """The pairs with one of the two sentences that are about as near, or nearer."""
        i, j = pair
        others = [(i, other) for other in self._of_old[i] if other != j]
        others += [(other, j) for other in self._of_new[j] if other != i]
        least = self._scores[pair] - MARGIN
        return [each for each in others if self._free(each) and self._scores[each] > least]

    def _support(self, pair: tuple[int, int]) -> int:
        """How much of what stands around the two belongs together too."""
        i, j = pair
        above = self._known.get(i - 1) == j - 1
        below = self._known.get(i + 1) == j + 1
        return 2 * above + 2 * below + self._order.keeps(i, j)

    def _take_in_order(self, ranked: Sequence[tuple[int, int]]) -> bool:
        """Join equally near sentences of a gap in their order, if there are as many in both drafts."""
        before = len(self._found)
        seen: set[int] = set()
        for pair in ranked:
            if not self._free(pair) or pair[0] in seen or not self._order.keeps(*pair):
                continue
            olds, news = self._group(pair)
            seen |= set(olds)
            rows = list(zip(olds, news, strict=False))
            if len(olds) == len(news) and all(row in self._scores for row in rows):
                for row in rows:
                    self._join(row)
        return len(self._found) > before

    def _group(self, pair: tuple[int, int]) -> tuple[list[int], list[int]]:
        """All sentences that rival pairs link with ``pair``; unlike in number if there is no order."""
        olds, news, todo = {pair[0]}, {pair[1]}, [pair]
        while todo and len(olds) <= _WIDEST:
            for rival in self._rivals(todo.pop()):
                if rival[0] not in olds or rival[1] not in news:
                    olds.add(rival[0])
                    news.add(rival[1])
                    todo.append(rival)
        wide = len(olds) > _WIDEST or len(news) > _WIDEST
        if wide or not all(self._order.keeps(i, j) for i in olds for j in news):
            return sorted(olds), []
        return sorted(olds), sorted(news)


def _halves(
    likeness: Likeness,
    partners: Mapping[int, tuple[int, ...]],
    exact: Collection[int],
    free: set[int],
) -> dict[int, tuple[int, ...]]:
    """Further partners: the other half of a sentence that was split, or that was joined to another."""
    found: dict[int, tuple[int, ...]] = {}
    for i in sorted(set(partners) - set(exact)):
        (j,) = partners[i]
        for other in (j - 1, j + 1):
            if other in free and likeness.new_in_old(other, i, beside=j) >= _HALF:
                found[i] = tuple(sorted({*found.get(i, (j,)), other}))
                free.discard(other)
    for i in likeness.free_old:
        for beside in (i - 1, i + 1):
            if i in partners or i in found or beside in exact or beside not in partners:
                continue
            (j,) = partners[beside]
            if likeness.old_in_new(i, j, beside=beside) >= _HALF:
                found[i] = (j,)
    return found
