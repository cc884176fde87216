"""The ends of a span: no orphaned comma, conjunction or mark, nothing cut in half."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from factcheck.assertions.reading import Reading

_EDGE = frozenset((",", ";", ":", "-", "–", "—", "--", "...", "…", "."))
_OPEN = {")": "(", "]": "["}
_SHUT = {"(": ")", "[": "]"}
_BRACKETS = frozenset("()[]")
_MARKS = frozenset(('"', "“", "”", "'", "‘", "’", "''", "``"))
_NOT = frozenset(("n't", "n’t"))
_JOINERS = frozenset(("and", "but", "or", "that", "yet", "so", "nor"))


@dataclass(frozen=True, slots=True)
class Ends:
    """An article's tokens that a span may not begin or end with, or not without others, by number.

    ``loose``: commas, dashes, blanks; ``joiners``: conjunctions; ``marks``: of quotation;
    ``brackets`` with the bracket itself; ``halves``: second halves of words (``’s``, ``n’t``), of
    which ``nots`` are negations.
    """

    loose: frozenset[int]
    joiners: frozenset[int]
    marks: frozenset[int]
    brackets: Mapping[int, str]
    halves: frozenset[int]
    nots: frozenset[int]


def find(doc: Doc) -> Ends:
    """Look each token over once; candidates ask for thousands of spans."""
    words = [(token.i, token.text, token) for token in doc]
    nots = frozenset(i for i, text, _ in words if text.lower() in _NOT)
    return Ends(
        frozenset(i for i, text, token in words if text in _EDGE or token.is_space),
        frozenset(
            i for i, text, t in words if text.lower() in _JOINERS and t.dep_ in ("cc", "mark")
        ),
        frozenset(i for i, text, _ in words if text in _MARKS),
        {i: text for i, text, _ in words if text in _BRACKETS},
        nots | frozenset(i for i, text, t in words if text[0] in "'’" and _is_glued(t)),
        nots,
    )


def trim(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """Without commas, conjunctions and unpaired marks at the ends; None if nothing is left."""
    ends = reading.ends
    while start < end and _orphan(ends, start, range(start + 1, end), _SHUT):
        start += 1
    while start < end and _orphan(ends, end - 1, range(start, end - 1), _OPEN):
        end -= 1
    if start >= end or start in reading.inner or end in reading.inner:
        return None
    if start > 0 and start in ends.halves:
        start -= 1
    if end in ends.nots:
        end += 1
    return _closed(ends, start, end) if ends.brackets else (start, end)


def _is_glued(token: Token) -> bool:
    """Whether a token is the second half of a word: ``’s``; never a mark of quotation."""
    if token.i == 0 or len(token) == 1:
        return False
    before = token.nbor(-1)
    return not before.whitespace_ and before.is_alpha


def _closed(ends: Ends, start: int, end: int) -> tuple[int, int] | None:
    """With the bracket that closes an open one; None for half a bracket."""
    held = [ends.brackets[i] for i in range(start, end) if i in ends.brackets]
    for opened, shut in _SHUT.items():
        missing = held.count(opened) - held.count(shut)
        if missing == 1 and ends.brackets.get(end) == shut:
            end += 1
        elif missing:
            return None
    return start, end


def _orphan(ends: Ends, place: int, rest: range, partners: Mapping[str, str]) -> bool:
    """Whether a token at the end of a span, ``rest`` being its others, belongs to what stands outside."""
    if place in ends.loose:
        return True
    if place in ends.marks:
        return not any(i in ends.marks for i in rest)
    if place in ends.brackets:
        partner = partners.get(ends.brackets[place], "")
        return not partner or not any(ends.brackets.get(i) == partner for i in rest)
    return len(rest) > 0 and place in ends.joiners
