"""The numbers that a text names, in figures or in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = {
    **{word: Decimal(n) for n, word in enumerate(_ONES)},
    **{word: Decimal(20 + 10 * n) for n, word in enumerate(_TENS)},
    "dozen": Decimal(12),
}
_SCALES = {
    "hundred": Decimal(100),
    "thousand": Decimal(10) ** 3,
    "k": Decimal(10) ** 3,
    "lakh": Decimal(10) ** 5,
    "million": Decimal(10) ** 6,
    "m": Decimal(10) ** 6,
    "mn": Decimal(10) ** 6,
    "crore": Decimal(10) ** 7,
    "billion": Decimal(10) ** 9,
    "bn": Decimal(10) ** 9,
    "trillion": Decimal(10) ** 12,
    "tn": Decimal(10) ** 12,
}
_TOKEN = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[a-z]+|[^\w\s]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as a text names it; ``step`` is what one more of its last figure is worth.

    12.4 million has a step of 0.1 million, 40 and forty one of 1.
    """

    value: Decimal
    step: Decimal = Decimal(1)

    def rounds(self, other: Decimal) -> bool:
        """Whether ``other`` may be told as this number."""
        return abs(self.value - other) <= self.step / 2


def named(text: str) -> frozenset[Number]:
    """All numbers in ``text``: ``1.2 million``, ``4,000``, ``thirty-seven``, ``two hundred``.

    A number with a scale counts with it and without: a table may give 12.4 under "millions".
    """
    return frozenset(_numbers(text))


def _numbers(text: str) -> Iterator[Number]:
    total: Number | None = None  # of the words so far: "two hundred and twelve"
    part: Number | None = None  # what a scale multiplies: "twelve" of "twelve thousand"
    for word in (*_TOKEN.findall(text.casefold()), "."):
        if word[0].isdigit():
            yield from _sum(total, part)
            total, part = None, _figures(word)
            yield part
        elif word in _SMALL:
            part = _and(part, Number(_SMALL[word]))
        elif word in _SCALES and part is not None:
            part = Number(part.value * _SCALES[word], part.step * _SCALES[word])
            if word != "hundred":
                total, part = _and(total, part), None
        elif word not in ("-", "and"):
            yield from _sum(total, part)
            total = part = None


def _and(one: Number | None, more: Number) -> Number:
    return more if one is None else Number(one.value + more.value, more.step)


def _sum(total: Number | None, part: Number | None) -> Iterator[Number]:
    last = part or total
    if last is not None:
        yield last if total is None or part is None else _and(total, part)


def _figures(word: str) -> Number:
    value = Decimal(word.replace(",", ""))
    exponent = value.as_tuple().exponent
    return Number(value, Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1))
