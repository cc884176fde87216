"""Names and titles: what an article calls people, bodies, places, works and laws.

The pipeline's entities, cleaned at their ends, and every run of capitalised words that it missed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.assertions.roles import HONORIFICS, NO_NAMES, PARTICLES, ROLES
from factcheck.language import abbreviations
from factcheck.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

_NAMES = ("PERSON", "ORG", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE")
_KINDS = dict.fromkeys(_NAMES, "name") | dict.fromkeys(("GPE", "LOC", "FAC"), "place")
_NO_NAMES = NO_NAMES | abbreviations.STARTERS | abbreviations.WEEKDAYS_MONTHS_ZONES
_DETERMINERS = frozenset(
    ("the", "a", "an", "this", "that", "its", "their", "his", "her", "our", "my")
)
_NUMERAL = re.compile(r"(?:\d[\w.-]*|[IVX]{1,4})$")
_INITIALISM = re.compile(  # NATO, S&P; G7, COVID-19; iPhone
    r"[A-Z][A-Z&.-]+s?$|[A-Z]{1,6}-?\d{1,4}[A-Z]?$|[a-z]{1,2}[A-Z]\w+$"
)
_DIVIDERS = frozenset('"“”;:—–―()[]•|')
_OPENERS = frozenset("\"“‘':•*—…([") | {"..."}


def names(doc: Doc) -> tuple[tuple[str, Span], ...]:
    """Kind ("name" or "place") and place of every name, in order, none inside another."""
    taken = bytearray(len(doc))
    found: list[tuple[str, Span]] = []
    for entity in doc.ents:
        kind = _KINDS.get(entity.label_, "")
        for start, end in _cleaned(entity) if kind else ():
            if any(_capital(token) for token in doc[start:end]):
                found.append((kind, _span(doc, start, end)))
                taken[start:end] = b"\1" * (end - start)
    found += [("name", _span(doc, start, end)) for start, end in _runs(doc, taken)]
    return tuple(sorted(found, key=lambda item: item[1]))


def _span(doc: Doc, start: int, end: int) -> Span:
    return Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))


# -- the pipeline's entities -----------------------------------------------------------------


def _cleaned(entity: TokenSpan) -> Iterator[tuple[int, int]]:
    """An entity's tokens without articles, titles, possessives and marks; cut at line ends."""
    doc, start = entity.doc, entity.start
    for place in range(entity.start, entity.end + 1):
        if place == entity.end or doc[place].is_space or doc[place].text in _DIVIDERS:
            first, last = start, place
            while first < last and _leads(doc[first]):
                first += 1
            while first < last and _trails(doc[last - 1], entity):
                last -= 1
            if first < last:
                yield first, last
            start = place + 1


def _leads(token: Token) -> bool:
    if token.lower_ in _DETERMINERS:
        return token.is_lower or bool(token.is_sent_start)
    return token.is_punct or token.tag_ == "POS" or token.lower_.rstrip(".") in HONORIFICS


def _trails(token: Token, entity: TokenSpan) -> bool:
    if token.is_punct or token.tag_ == "POS" or token.text in ("'s", "’s"):
        return True
    # "Harbour Board President Ann Hale", read as a body and a person.
    ahead = entity.end < len(entity.doc) and entity.doc[entity.end].ent_type_ == "PERSON"
    return ahead and token.i > entity.start and token.lower_ in ROLES


# -- capitalised words that are no entity ----------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Spelling:
    """How an article writes its words: with capitals inside its sentences, and without."""

    proper: frozenset[str]
    common: frozenset[str]


def _spelling(tokens: Sequence[Token]) -> _Spelling:
    proper, common = set(), set()
    for token in tokens:
        if token.is_lower:
            common.add(token.text)
        elif token.pos_ == "PROPN" and _capital(token) and not _begins(token):
            proper.add(token.lower_)
    return _Spelling(frozenset(proper), frozenset(common))


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() or bool(_INITIALISM.match(token.text))


def _begins(token: Token) -> bool:
    """Whether a capital is owed to the place: the first word of a sentence or quotation."""
    if token.i == 0 or token.is_sent_start:
        return True
    before = token.nbor(-1)
    return before.is_space or before.text in _OPENERS


def _nameable(token: Token, spelling: _Spelling) -> bool:
    if not _capital(token) or len(token) == 1 or token.lower_ in _NO_NAMES or "]" in token.text:
        return False
    if token.lower_.rstrip(".") in HONORIFICS:
        return False
    if _INITIALISM.match(token.text):
        return token.lower_ not in spelling.common
    if not _begins(token):
        return token.pos_ in ("PROPN", "NOUN", "ADJ", "X")
    if token.lower_ in spelling.proper and token.lower_ not in spelling.common:
        return True
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    return token.pos_ == "PROPN" and (token.lower_ in spelling.proper or _capital(after))


def _runs(doc: Doc, taken: bytearray) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words outside the entities, with particles and trailing numerals."""
    tokens = tuple(doc)  # spaCy makes each of them anew when asked again
    spelling = _spelling(tokens)
    free = [not taken[token.i] and _nameable(token, spelling) for token in tokens]
    surnames = {e[-1].text for e in doc.ents if e.label_ == "PERSON" and len(e) > 1}
    place = 0
    while place < len(doc):
        if not free[place]:
            place += 1
            continue
        end = _run_end(doc, place, free, taken)
        if doc[end - 1].text in surnames or not _is_role(doc, place, end):
            yield place, end
        place = end


def _run_end(doc: Doc, start: int, free: Sequence[bool], taken: bytearray) -> int:
    end = start + 1
    while end < len(doc) and not doc[end].is_sent_start and not taken[end]:
        if free[end] or _NUMERAL.match(doc[end].text):
            end += 1
            continue
        ahead = end
        while ahead < len(doc) and doc[ahead].text in PARTICLES:
            ahead += 1
        if ahead in (end, len(doc)) or not free[ahead]:
            break
        end = ahead + 1
    return end


def _is_role(doc: Doc, start: int, end: int) -> bool:
    """``Majority Leader``, ``Chief of Staff``: a role, no name."""
    words = [token.lower_.rstrip(".") for token in doc[start:end]]
    head = words[: words.index("of")] if "of" in words else words
    return bool(head) and head[-1] in ROLES


# -- roles -----------------------------------------------------------------------------------


def titles(doc: Doc, named: Sequence[Span]) -> tuple[Span, ...]:
    """The role before or after each person's name, without the names inside it.

    ``named`` are the places of all names. In text order.
    """
    held = bytearray(doc[-1].idx + len(doc[-1]) + 1 if len(doc) else 1)
    for span in named:
        held[span.start : span.end] = b"\1" * len(span)
    found = set()
    for entity in doc.ents:
        if entity.label_ == "PERSON":
            found |= {_before(entity, held), _after(entity, held)}
    return tuple(sorted(span for span in found if span))


def _is_word_of_role(token: Token) -> bool:
    bare = token.lower_.rstrip(".")
    return bare in ROLES or bare.removesuffix("s") in ROLES or bare.startswith(("vice-", "ex-"))


def _before(entity: TokenSpan, held: bytearray) -> Span | None:
    doc, end = entity.doc, entity.start
    while end < entity.end and not held[doc[end].idx]:
        end += 1
    start = end
    while start > 0 and not doc[start].is_sent_start and _describes(doc[start - 1], held):
        start -= 1
    while end > start and doc[end - 1].lower_.rstrip(".") in HONORIFICS:
        end -= 1
    told = any(_is_word_of_role(token) for token in doc[start:end])
    return _span(doc, start, end) if told else None


def _describes(token: Token, held: bytearray) -> bool:
    """``former``, ``state``, ``Rep.``: words that may belong to a role."""
    if held[token.idx] or token.is_space or token.like_num:
        return False
    return token.text == "-" or token.pos_ in ("NOUN", "PROPN", "ADJ")


def _after(entity: TokenSpan, held: bytearray) -> Span | None:
    """``Ann Hale, chief economist at Hale & Co``: the words from the comma to the role."""
    doc, start = entity.doc, entity.end + 1
    if start >= len(doc) or doc[entity.end].text != ",":
        return None
    while start < len(doc) and doc[start].lower_ in _DETERMINERS | {"who", "is", "was"}:
        start += 1
    end = start
    while end < len(doc) and end - start < 5 and _describes(doc[end], held):
        end += 1
    while end > start and not _is_word_of_role(doc[end - 1]):
        end -= 1
    return _span(doc, start, end) if end > start else None
