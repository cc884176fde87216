"""The passage of the new draft that has most of an assertion's words, in whatever order.

For sentences that were taken apart and put together anew. Words count by how rare they are, figures a
little more, small words not at all; endings are cut off. A passage is only taken if it has most of the
words, no other sentence has about as many, and both deny something or neither does.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from factcheck.model import Span
from factcheck.updating.passages import SMALL
from factcheck.updating.versions import Version

_LEAST = 0.5  # share of the words
_MARGIN = 0.1  # by which the best sentence must lead
_PARTNER = 0.15  # what it counts that a sentence is known to be the old one reworded
_FIGURE = 1.3
_STRAY = 0.04  # what each word of a passage costs that the assertion does not have
_FEWEST = 2  # words that both must have
_MANY = 5  # words that hardly come together twice
_ENDINGS = ("ing", "ed", "es", "s", "d", "ly")
_NO = frozenset(
    "no not never none nobody nothing neither nor without cannot t hardly denied".split()
)


@dataclass(frozen=True, slots=True)
class Sought:
    """The passage that was found, and the share of the assertion's words that it has."""

    tokens: Span
    share: float


class Seeker:
    """Looks for assertions of the old draft in the sentences ``free`` of the new one."""

    def __init__(self, old: Version, new: Version, free: Collection[int]) -> None:
        self._old, self._new = old, new
        self._index: dict[str, list[int]] = defaultdict(list)
        seen: Counter[str] = Counter()
        for version in (old, new):
            for bound in version.bounds:
                seen.update(set(_stems(version, bound)))
        total = len(old.bounds) + len(new.bounds)
        self._weights = {
            stem: math.log(1 + total / number) * (_FIGURE if stem[0].isdigit() else 1.0)
            for stem, number in seen.items()
        }
        for number in sorted(free):
            for stem in set(_stems(new, new.bounds[number])):
                self._index[stem].append(number)

    def seek(self, tokens: Span, partners: Iterable[int]) -> Sought | None:
        """The passage for ``tokens`` of the old draft; ``partners`` are its sentence's known ones."""
        wanted = set(_stems(self._old, tokens))
        whole = sum(self._weights[stem] for stem in wanted)
        scores: Counter[int] = Counter()
        for stem in wanted:
            for number in self._index.get(stem, ()):
                scores[number] += self._weights[stem] / whole  # type: ignore[assignment]
        known = set(partners)
        ranked = sorted(
            ((share + _PARTNER * (n in known), n) for n, share in scores.items()), reverse=True
        )
        if not ranked or scores[ranked[0][1]] < _LEAST:
            return None
        if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN:
            return None
        number = ranked[0][1]
        found = self._window(self._new.bounds[number], wanted, whole)
        if found is None:
            return None
        if number in known:
            return found
        if _denies(self._old, tokens) != _denies(self._new, found.tokens):
            return None
        return found if self._belongs(tokens, wanted, found.tokens) else None

    def _belongs(self, tokens: Span, wanted: set[str], image: Span) -> bool:
        """Whether few words are not only there by chance: what stood around them is there as well."""
        if len(wanted & set(_stems(self._new, image))) >= _MANY:
            return True
        numbers = self._old.sentences(tokens)
        around = range(max(0, numbers[0] - 1), numbers[-1] + 1)
        context = {stem for n in around for stem in _stems(self._old, self._old.bounds[n])}
        at = self._new.sentence(image.start)
        near = {
            stem
            for n in range(max(0, at - 1), at + 1)
            for stem in _stems(self._new, self._new.bounds[n])
        }
        return not near.isdisjoint(context - wanted)

    def share(self, tokens: Span, image: Span) -> float:
        """The share of the words of ``tokens``, of the old draft, that ``image`` of the new one has."""
        wanted = set(_stems(self._old, tokens))
        whole = sum(self._weights[stem] for stem in wanted)
        both = wanted & set(_stems(self._new, image))
        return sum(self._weights[stem] for stem in both) / whole if whole else 0.0

    def _window(self, bound: Span, wanted: set[str], whole: float) -> Sought | None:
        """The part of a sentence that has the most wanted words and the fewest others."""
        places = [
            (n, stem)
            for n in range(bound.start, bound.end)
            for stem in [_stem(self._new, n)]
            if stem in wanted
        ]
        best: tuple[float, Span, float] | None = None
        for at, (start, _) in enumerate(places):
            have: set[str] = set()
            for end, stem in places[at:]:
                have.add(stem)
                share = sum(self._weights[each] for each in have) / whole
                length = sum(self._new.tokens[n].said for n in range(start, end + 1))
                score = share - _STRAY * max(0, length - len(wanted))
                if len(have) >= min(_FEWEST, len(wanted)) and (best is None or score > best[0]):
                    best = score, Span(start, end + 1), share
        if best is None or best[2] < _LEAST or len(wanted) < _FEWEST:
            return None
        return Sought(best[1], best[2])


def _denies(version: Version, tokens: Span) -> bool:
    return any(t.form.casefold() in _NO for t in version.tokens[tokens.start : tokens.end])


def _stems(version: Version, tokens: Span) -> list[str]:
    return [stem for n in range(tokens.start, tokens.end) if (stem := _stem(version, n))]


def _stem(version: Version, number: int) -> str:
    """The token without its ending; "" for marks, single letters and small words."""
    form = version.tokens[number].form.casefold()
    if not form[-1].isalnum() or form in SMALL or (len(form) == 1 and form.isalpha()):
        return ""
    for ending in _ENDINGS:
        if form.endswith(ending) and len(form) - len(ending) >= 3 and form.isalpha():
            return form.removesuffix(ending)
    return form
