"""The ends of a span: no orphaned comma, conjunction or mark, nothing cut in half."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.assertions.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

_EDGE = frozenset((",", ";", ":", "-", "–", "—", "--", "...", "…", "."))
_OPEN = {")": "(", "]": "["}
_SHUT = {"(": ")", "[": "]"}
_MARKS = frozenset(('"', "“", "”", "'", "‘", "’", "''", "``"))
_JOINERS = frozenset(("and", "but", "or", "that", "yet", "so", "nor"))


def trim(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """Without commas, conjunctions and unpaired marks at the ends; None if nothing is left."""
    doc = reading.doc
    while start < end and _orphan(doc[start], range(start + 1, end), _SHUT):
        start += 1
    while start < end and _orphan(doc[end - 1], range(start, end - 1), _OPEN):
        end -= 1
    if start >= end or start in reading.inner or end in reading.inner:
        return None
    return _closed(reading, start, end)


def _closed(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """With the bracket that closes an open one; None for half a bracket."""
    words = reading.span(start, end).of(reading.text)
    if not any(mark in words for mark in "()[]"):
        return start, end
    texts = [t.text for t in reading.doc[start:end]]
    for opened, shut in _SHUT.items():
        missing = texts.count(opened) - texts.count(shut)
        if missing == 1 and end < len(reading.doc) and reading.doc[end].text == shut:
            end += 1
        elif missing:
            return None
    return start, end


def _orphan(token: Token, rest: range, partners: dict[str, str]) -> bool:
    """Whether a token at the end of a span, ``rest`` being its others, belongs to what stands outside."""
    text = token.text
    if text in _EDGE or token.is_space:
        return True
    if text in _MARKS:
        return not any(token.doc[i].text in _MARKS for i in rest)
    if text in "()[]":
        partner = partners.get(text, "")
        return not partner or not any(token.doc[i].text == partner for i in rest)
    return len(rest) > 0 and token.lower_ in _JOINERS and token.dep_ in ("cc", "mark")
