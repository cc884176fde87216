"""Printed numbers as values that can be counted with, and how exactly they are printed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.language.date_forms import NUMBERS
from factcheck.model import Span

KINDS = frozenset(("figure", "money", "percent", "measure"))
"""The kinds of details that hold a number which may be counted with."""

_SIZES = {
    "hundred": 1e2,
    "k": 1e3,
    "thousand": 1e3,
    "lakh": 1e5,
    "m": 1e6,
    "mn": 1e6,
    "million": 1e6,
    "crore": 1e7,
    "b": 1e9,
    "bn": 1e9,
    "billion": 1e9,
    "tn": 1e12,
    "trillion": 1e12,
}
_TEENS = dict(
    zip(
        "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(),
        range(11, 20),
        strict=True,
    )
)
_TENS = dict(
    zip(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(),
        range(20, 100, 10),
        strict=True,
    )
)
_WORDS = {w: n for w, n in NUMBERS.items() if w.isalpha() and len(w) > 2} | _TEENS | _TENS
_COUNT = rf"(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_WORDS)}))?|{'|'.join(_WORDS)}"
_SIZE = rf"(?:[ \xa0-]?({'|'.join(sorted(_SIZES, key=len, reverse=True))})\b)?"
_NUMBER = re.compile(
    rf"(?P<before>.*?)(?P<number>(?<![\d.,])(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?|\b(?:{_COUNT})\b){_SIZE}"
    r"(?P<after>.*)",
    re.IGNORECASE | re.DOTALL,
)
_SIGN = re.compile(
    r"(?:US|A|AU|C|CA|NZ|HK|S|R|U\.S\.\s?)?[$£€¥₹₽₩₪₺₦]\s*$|\b(?:Rs\.?|R|USD|EUR|GBP)\s*$"
)
_UNIT = re.compile(r"[\s-]*(%|[a-z]+(?: (?:cents?|sterling|points?)\b)?)?[\s\])]*", re.IGNORECASE)
_PERCENT = {"%": "%", "percent": "%", "per cent": "%", "pct": "%"}
_POINTS = frozenset(("percentage point", "percentage points"))


@dataclass(frozen=True, slots=True)
class Amount:
    """A number at its place.

    ``value`` is what is printed, ``half`` half of the last printed place: 3.8 million is
    3,800,000 with 50,000. ``hedge`` are the words before it ("about"), ``unit`` is ``%``, ``points``
    (of per cent), a sign or word of money, the word of measure, or "".
    """

    span: Span
    kind: str
    value: float
    half: float
    hedge: str
    unit: str

    @property
    def low(self) -> float:
        """The least value that is printed so."""
        return self.value - self.half

    @property
    def high(self) -> float:
        """The greatest value that is printed so."""
        return self.value + self.half

    @property
    def is_bare(self) -> bool:
        """Whether it stands without "about", "more than" and the like."""
        return not self.hedge


def read(text: str, span: Span, kind: str) -> Amount | None:
    """The number printed at ``span``; None where there is none, or more than one."""
    match = _NUMBER.fullmatch(span.of(text))
    if match is None or re.search(r"\d", match["before"] + match["after"]):
        return None
    value, half = _value(match["number"], match[3] or "")
    before = match["before"].strip().casefold()
    sign = _SIGN.search(match["before"])
    hedge = before[: sign.start()].strip() if sign else before
    rest = _UNIT.fullmatch(match["after"])
    if rest is None or hedge.endswith(("/", "-", ".")):
        return None
    word = " ".join((rest[1] or "").casefold().split())
    if word in _POINTS:
        word = "points"
    unit = _PERCENT.get(word, word) or _plain(sign)
    if unit in ("%", "points"):
        half = half or 0.5
    return Amount(span, kind, value, half, hedge, unit)


def _plain(sign: re.Match[str] | None) -> str:
    return sign[0].strip().removeprefix("US").removeprefix("U.S.").strip() if sign else ""


def _value(number: str, size: str) -> tuple[float, float]:
    """A number's value and half of its last printed place."""
    scale = _SIZES.get(size.casefold(), 1.0)
    if number[0].isalpha():
        tens, _, ones = number.casefold().partition("-")
        return (_WORDS[tens] + _WORDS.get(ones, 0)) * scale, scale / 2 if size else 0.0
    digits = number.replace(",", "")
    whole, _, decimals = digits.partition(".")
    place = 10.0 ** -len(decimals)
    if not decimals and not size:
        zeros = min(len(whole) - len(whole.rstrip("0")), len(whole) - 2)
        place = 10.0**zeros if zeros >= 2 else 0.0
    return float(digits) * scale, place * scale / 2


def printed(value: float) -> str:
    """A value as a person would print it: ``3.65 million``, ``21``, ``37.1``."""
    for name, size in (("trillion", 1e12), ("billion", 1e9), ("million", 1e6)):
        if abs(value) >= size:
            return f"{_short(value / size)} {name}"
    return f"{value:,.0f}" if abs(value) >= 1000 else _short(value)


def _short(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
