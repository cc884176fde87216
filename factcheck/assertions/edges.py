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
_NOT = frozenset(("n't", "n’t"))
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
    return _closed(reading, *_unsplit(reading, start, end))


def _unsplit(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """With the rest of a word that the pipeline cuts in two: ``He’s``, ``didn’t``."""
    doc = reading.doc
    if start > 0 and _is_clitic(doc[start]):
        start -= 1
    if end < len(doc) and doc[end].lower_ in _NOT:
        end += 1
    return start, end


def _is_clitic(token: Token) -> bool:
    """Whether a token is the second half of a word: ``’s``, ``n’t``; never a mark of quotation."""
    if token.lower_ in _NOT:
        return True
    glued = not token.nbor(-1).whitespace_ and token.nbor(-1).is_alpha
    return glued and token.text[0] in "'’" and len(token) > 1


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
