"""Tables of patterns, each tried only around the words that it cannot do without.

A pattern with an optional beginning is slow to refuse a place: tried at every character of an
article, some hundred of them cost more than the parse allows. So a row names its cues, words of which
every match holds at least one, and is tried in their surroundings alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factcheck.model import Span

DIGITS = "0"
"""The cue that stands for any run of digits."""
FOUR = "0000"
"""The cue that stands for a run of just four digits, as in a year."""
REACH = 80
"""Characters from a cue to either end of a match, at most, unless a row says otherwise."""
_WORD = re.compile(r"[^\W\d_]+|\d+|[$£€¥₹₽₩₪₺₦°%#@]")
_BLANKS = str.maketrans("\t\xa0\u2009\u202f", "    ")


@dataclass(frozen=True, slots=True)
class Row:
    """A pattern of some kind; see :func:`row`."""

    kind: str
    pattern: re.Pattern[str]
    cues: frozenset[str]
    reach: int = REACH


Table = tuple[Row, ...]


def row(kind: str, pattern: str, cues: str, flags: int = re.IGNORECASE, reach: int = REACH) -> Row:
    """A row from its notation.

    In ``pattern``, ``_`` stands for one or more blanks. ``cues`` are words in lower case between
    blanks: runs of letters, single currency signs, ``°``, ``%``, ``#``, ``@``, :data:`DIGITS` or
    :data:`FOUR`.
    """
    blanks = pattern.replace("[_-]", "[ -]").replace("_", "(?: +)")
    return Row(kind, re.compile(blanks, flags), frozenset(cues.split()), reach)


def level(text: str) -> str:
    """The text with every sort of blank made plain, one character to one."""
    return text.translate(_BLANKS)


def index(table: Table) -> dict[str, tuple[int, ...]]:
    """From each cue to the numbers of the rows that have it."""
    found: dict[str, tuple[int, ...]] = {}
    for number, entry in enumerate(table):
        for cue in entry.cues:
            found[cue] = (*found.get(cue, ()), number)
    return found


def matches(
    table: Table, cued: dict[str, tuple[int, ...]], text: str
) -> Iterator[tuple[int, re.Match[str]]]:
    """The matches row by row, with the row's number; those of one row in text order and apart.

    ``cued`` is the table's :func:`index`, ``text`` a :func:`level` one. No match crosses a line's end.
    """
    places: dict[int, list[Span]] = {}
    for cue, start, end in _cues(cued, text):
        for number in cued[cue]:
            around = _around(text, start, end, table[number].reach)
            windows = places.setdefault(number, [])
            if windows and windows[-1].end >= around.start:
                around = Span(windows.pop().start, around.end)
            windows.append(around)
    for number in sorted(places):
        for window in places[number]:
            for match in table[number].pattern.finditer(text, window.start, window.end):
                yield number, match


def _cues(cued: Iterable[str], text: str) -> Iterator[tuple[str, int, int]]:
    known = frozenset(cued)
    for match in _WORD.finditer(text):
        word = match.group().lower()
        if word in known:
            yield word, match.start(), match.end()
        elif word.isdecimal():
            four = len(word) == len(FOUR) and FOUR in known
            for cue in (DIGITS, FOUR) if four else (DIGITS,):
                if cue in known:
                    yield cue, match.start(), match.end()


def _around(text: str, start: int, end: int, reach: int) -> Span:
    """The cue's surroundings in its line."""
    first = text.rfind("\n", max(start - reach, 0), start) + 1 or max(start - reach, 0)
    last = text.find("\n", end, end + reach)
    return Span(first, last if last >= 0 else min(end + reach, len(text)))
