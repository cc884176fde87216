"""Names: what an article calls people, bodies, places, works and laws.

The pipeline's entities, cleaned at their ends, and every run of capitalised words that it missed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.assertions import datelines
from factcheck.assertions.roles import HONORIFICS, NO_NAMES, PARTICLES, ROLES
from factcheck.language import abbreviations
from factcheck.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

_NAMES = ("PERSON", "ORG", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE")
_KINDS = dict.fromkeys(_NAMES, "name") | dict.fromkeys(("GPE", "LOC", "FAC"), "place")
_NO_NAMES = NO_NAMES | abbreviations.STARTERS | abbreviations.WEEKDAYS_MONTHS_ZONES
DETERMINERS = frozenset(
    ("the", "a", "an", "this", "that", "its", "their", "his", "her", "our", "my")
)
# Roles that are a part of what somebody is called, or a first name: Prince Harry, Dean Holt.
_FIRST_NAMES = frozenset(
    "king queen prince princess pope duke duchess emperor sultan emir sheikh father mother brother sister "
    "judge justice dean major general marshal captain doctor bishop star head".split()
)
_BODIES = frozenset(
    "company bank university trust council group office department board committee association society union "
    "party court house hall street road bridge club school college service fund foundation agency bureau".split()
)
_NUMERAL = re.compile(r"(?:\d[\w.-]*|[IVX]{1,4})$")
_INITIALISM = re.compile(  # NATO, S&P; G7, COVID-19; iPhone
    r"[A-Z][A-Z&.-]+s?$|[A-Z]{1,6}-?\d{1,4}[A-Z]?$|[a-z]{1,2}[A-Z]\w+$"
)
_DIVIDERS = frozenset('"“”;:—–―()[]•|')
_OPENERS = frozenset("\"“‘':•*—…([") | {"..."}


def names(doc: Doc) -> tuple[tuple[str, Span], ...]:
    """Kind ("name" or "place") and place of every name, in order, none inside another."""
    tokens = tuple(doc)  # spaCy makes each of them anew when asked again
    spelling = _spelling(tokens)
    taken = bytearray(len(doc))
    found: list[tuple[str, Span]] = []
    for entity in doc.ents:
        kind = _KINDS.get(entity.label_, "")
        if not kind or _is_common(entity, spelling):
            continue
        for start, end in _cleaned(entity):
            if any(_capital(token) for token in doc[start:end]):
                last = _designated(doc, start, end)
                found.append((kind, _span(doc, start, last)))
                taken[start:last] = b"\1" * (last - start)
    found += [
        ("name", _span(doc, start, end)) for start, end in _runs(doc, tokens, spelling, taken)
    ]
    return tuple(sorted(_placed(doc.text, found), key=lambda item: item[1]))


def _placed(text: str, found: Sequence[tuple[str, Span]]) -> Iterator[tuple[str, Span]]:
    """What a dateline names is a place wherever it stands; the agency beside it is nothing to tick."""
    lines = datelines.find(text)
    places = {place.of(text).casefold() for line in lines for place in line.places}
    yield from (("place", place) for line in lines for place in line.places)
    for kind, span in found:
        line = next((line for line in lines if line.span.meets(span)), None)
        if line is None:
            yield "place" if span.of(text).casefold() in places else kind, span
        elif not any(part and part.meets(span) for part in (*line.places, line.agency)):
            yield "place", span


def _span(doc: Doc, start: int, end: int) -> Span:
    return Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))


# -- the pipeline's entities -----------------------------------------------------------------


def _cleaned(entity: TokenSpan) -> Iterator[tuple[int, int]]:
    """An entity's tokens without articles, titles, possessives and marks; cut at line ends."""
    doc, start = entity.doc, entity.start
    for place in range(entity.start, entity.end + 1):
        if place == entity.end or doc[place].is_space or doc[place].text in _DIVIDERS:
            first, last = max(start, _called(entity)), place
            while first < last and _leads(doc[first], entity):
                first += 1
            while first < last and _trails(doc[last - 1], entity):
                last -= 1
            if first < last:
                yield first, last
            start = place + 1


def _is_common(entity: TokenSpan, spelling: _Spelling) -> bool:
    """``Cartels said``: a capital owed to the sentence, where the article writes of cartels as well."""
    if len(entity) > 1 or entity.label_ == "PERSON" or not entity[0].is_sent_start:
        return False
    word = entity[0].lower_
    return word in spelling.common and word not in spelling.proper


def _designated(doc: Doc, start: int, end: int) -> int:
    """``FGM 148 Javelin``: the end with the number and the name that follow letters."""
    if end - start > 1 or end + 1 >= len(doc) or not doc[start].is_upper:
        return end
    if not doc[end].text.isdecimal() or doc[end + 1].tag_ != "NNP" or not _capital(doc[end + 1]):
        return end
    return end + 2 if not doc[end + 1].ent_type_ else end + 1


def _called(entity: TokenSpan) -> int:
    """Where the name begins in ``Councillor Tobin Eskrigg`` and ``Town Treasurer Marisel Ondrake``."""
    first = entity.start
    if entity.label_ != "PERSON" or entity[0].lower_ in _FIRST_NAMES:
        return first
    for token in entity[:-1]:
        left = entity.end - token.i - 1
        role = token.lower_.rstrip(".") in ROLES and token.lower_ not in _FIRST_NAMES
        if role and (left > 1 or token.i == first):
            return token.i + 1
    return first


def _leads(token: Token, entity: TokenSpan) -> bool:
    if token.lower_ in DETERMINERS:
        quoted = entity.end < len(entity.doc) and entity.doc[entity.end].is_quote  # “The Lamp”
        return token.is_lower or (_begins(token) and not (quoted and not token.is_sent_start))
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


def _runs(
    doc: Doc, tokens: Sequence[Token], spelling: _Spelling, taken: bytearray
) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words outside the entities, with particles and trailing numerals."""
    free = [not taken[token.i] and _nameable(token, spelling) for token in tokens]
    surnames = {e[-1].text for e in doc.ents if e.label_ == "PERSON" and len(e) > 1}
    place = 0
    while place < len(doc):
        if not free[place]:
            place += 1
            continue
        end = _run_end(doc, place, free, taken)
        if doc[end - 1].text in surnames or not _is_role(doc, place, end):
            yield place + _role_before(doc, place, end), end
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


def _role_before(doc: Doc, start: int, end: int) -> int:
    """How many words of a run are a role, before the two names of a person that the pipeline did not know."""
    words = [token.lower_ for token in doc[start:end]]
    called = len(words) in (3, 4) and all(token.is_title for token in doc[start:end])
    told = called and words[-3] in ROLES - _FIRST_NAMES and words[-1] not in _BODIES
    return len(words) - 2 if told else 0


def _is_role(doc: Doc, start: int, end: int) -> bool:
    """``Majority Leader``, ``Chief of Staff``: a role, no name."""
    words = [token.lower_.rstrip(".") for token in doc[start:end]]
    head = words[: words.index("of")] if "of" in words else words
    return bool(head) and head[-1] in ROLES
