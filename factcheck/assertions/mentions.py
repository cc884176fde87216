"""Names and titles: what an article calls people, bodies, places, works and laws.

The pipeline's entities, cleaned at their ends, and every run of capitalised words that it missed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.language import abbreviations
from factcheck.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

_KINDS = {
    "PERSON": "name",
    "ORG": "name",
    "NORP": "name",
    "PRODUCT": "name",
    "EVENT": "name",
    "WORK_OF_ART": "name",
    "LAW": "name",
    "LANGUAGE": "name",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
HONORIFICS = frozenset("mr mrs ms miss mx dr sir dame lord lady madam messrs".split())
TITLES = frozenset(
    "president vice-president gov governor lt lieutenant sen senator rep representative congressman congresswoman "
    "prof professor rev reverend fr father sister brother rabbi imam pope cardinal archbishop bishop sheikh "
    "justice judge chief prime minister chancellor king queen prince princess duke duchess emperor sultan emir "
    "mayor councillor councilman councilwoman commissioner secretary attorney general gen col colonel maj major capt "
    "captain sgt sergeant cpl corporal pvt private cmdr commander adm admiral officer detective inspector "
    "superintendent sheriff deputy constable marshal ambassador envoy speaker leader whip chairman chairwoman chair "
    "chairperson director ceo cfo coo cto founder co-founder owner manager coach head editor reporter correspondent "
    "journalist columnist anchor host author writer novelist poet actor actress singer rapper musician comedian "
    "director producer artist designer model lawyer solicitor barrister prosecutor analyst economist strategist "
    "spokesman spokeswoman spokesperson adviser advisor aide counsel consultant expert scientist researcher doctor "
    "surgeon nurse physician psychologist historian activist campaigner organizer organiser candidate nominee "
    "democrat republican billionaire businessman businesswoman entrepreneur investor banker trader engineer developer "
    "teacher principal dean student farmer pastor priest captain striker midfielder defender goalkeeper quarterback "
    "pitcher champion winner striker player driver pilot astronaut mp mep msp md premier diplomat official executive "
    "dictator warlord rebel militant gunman suspect witness resident survivor veteran widow wife husband son daughter "
    "mother father brother sister boss star legend tycoon mogul magnate lawmaker legislator politician treasurer "
    "comptroller superintendent trustee pontiff ayatollah sheik lady first".split()
)
_PARTICLES = frozenset(
    "of the for and & de del della di da dos van von der den bin ibn al el la le du on in at to".split()
)
_TIGHT = frozenset("de del della di da dos van von der den bin ibn al el la le du".split())
_NOT_NAMES = (
    abbreviations.STARTERS
    | abbreviations.WEEKDAYS_MONTHS_ZONES
    | frozenset(
        "mr mrs ms miss dr i ok tv pm am p.m. a.m. p.m a.m god yeah oh hi hello hey wow ah lol faq caption photo image video "
        "advertisement read related click share copyright".split()
    )
)
_NUMERAL = re.compile(r"(?:\d[\w.-]*|[IVX]{1,4})$")
_INITIALISM = re.compile(r"[A-Z][A-Z&.-]+s?$|[a-z]{1,2}[A-Z]\w+$")


def names(doc: Doc) -> tuple[tuple[str, Span], ...]:
    """Kind ("name" or "place") and place of every name, in order, none inside another."""
    taken = [False] * len(doc)
    found: list[tuple[str, Span]] = []
    for entity in doc.ents:
        kind = _KINDS.get(entity.label_)
        if kind is None:
            continue
        for start, end in _cleaned(doc, entity):
            if any(
                doc[i].text[:1].isupper() or _INITIALISM.match(doc[i].text)
                for i in range(start, end)
            ):
                found.append((kind, _span(doc, start, end)))
                taken[start:end] = [True] * (end - start)
    known = _known(doc)
    for start, end in _runs(doc, taken, known):
        found.append(("name", _span(doc, start, end)))
    return tuple(sorted(found, key=lambda f: f[1]))


def _span(doc: Doc, start: int, end: int) -> Span:
    return Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))


def _cleaned(doc: Doc, entity: TokenSpan) -> Iterator[tuple[int, int]]:
    """An entity's tokens without articles, titles, possessives and marks; cut at line ends."""
    start = entity.start
    for place in range(entity.start, entity.end + 1):
        if place == entity.end or doc[place].is_space or doc[place].text in '"“”;:—–―()[]•|':
            trimmed = _trim(doc, start, place)
            if trimmed:
                yield trimmed
            start = place + 1


def _trim(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    while start < end and _outer(doc[start]):
        start += 1
    while start < end and (
        doc[end - 1].tag_ == "POS" or doc[end - 1].is_punct or doc[end - 1].text in ("'s", "’s")
    ):
        end -= 1
    return (start, end) if start < end else None


def _outer(token: Token) -> bool:
    bare = token.lower_.rstrip(".")
    return (
        token.is_punct
        or bare in HONORIFICS
        or (
            bare in ("the", "a", "an", "this", "that", "its", "their", "his", "her", "our")
            and (token.is_lower or token.is_sent_start is True)
        )
        or token.tag_ == "POS"
    )


def _known(doc: Doc) -> frozenset[str]:
    """Words that the article writes with a capital inside its sentences."""
    return frozenset(
        token.lower_
        for token in doc
        if _capital(token) and not _begins(token) and token.pos_ == "PROPN"
    )


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() or bool(_INITIALISM.match(token.text))


def _begins(token: Token) -> bool:
    """Whether a capital is owed to the place: the first word of a sentence or quotation."""
    if token.i == 0 or token.is_sent_start:
        return True
    before = token.nbor(-1)
    return before.text in ('"', "“", "‘", "'", ":", "•", "*", "—", "...", "…") or before.is_space


def _nameable(token: Token, known: frozenset[str]) -> bool:
    if not _capital(token) or token.is_punct or token.lower_ in _NOT_NAMES:
        return False
    if token.lower_.rstrip(".") in HONORIFICS | {"st", "jr", "sr"} or len(token) == 1:
        return False
    if not _begins(token):
        return token.pos_ in ("PROPN", "NOUN", "ADJ", "X") or bool(_INITIALISM.match(token.text))
    if token.pos_ != "PROPN":
        return False
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    return token.lower_ in known or _capital(after) or bool(_INITIALISM.match(token.text))


def _runs(doc: Doc, taken: list[bool], known: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words outside the entities, with particles and trailing numerals."""
    place = 0
    while place < len(doc):
        if taken[place] or not _nameable(doc[place], known):
            place += 1
            continue
        start = end = place
        end += 1
        while end < len(doc) and not doc[end].is_sent_start and not taken[end]:
            token = doc[end]
            if _nameable(token, known) or _NUMERAL.match(token.text):
                end += 1
            elif token.text == "-" or (token.lower_ in _PARTICLES and token.is_lower):
                ahead = end + 1
                while ahead < len(doc) and doc[ahead].lower_ in _PARTICLES and doc[ahead].is_lower:
                    ahead += 1
                follows = ahead < len(doc) and not taken[ahead] and _nameable(doc[ahead], known)
                joins = token.lower_ in _TIGHT | {"of", "for", "the", "&", "-"}
                if not follows or not joins:
                    break
                end = ahead + 1
            else:
                break
        if not _only_title(doc, start, end):
            yield start, end
        place = end


def _only_title(doc: Doc, start: int, end: int) -> bool:
    return all(doc[i].lower_.rstrip(".") in TITLES for i in range(start, end))


def titles(doc: Doc, named: tuple[tuple[str, Span], ...]) -> tuple[Span, ...]:
    """The role that stands before or after a person's name, without the names inside it."""
    found = []
    held = bytearray(len(doc.text) + 1)
    for _, span in named:
        held[span.start : span.end] = b"\1" * len(span)
    for entity in doc.ents:
        if entity.label_ == "PERSON":
            found += [s for s in (_before(doc, entity, held), _after(doc, entity, held)) if s]
    return tuple(sorted(set(found)))


def _role(token: Token) -> bool:
    bare = token.lower_.rstrip(".")
    return bare in TITLES or bare.rstrip("s") in TITLES or bare.startswith(("vice-", "ex-", "co-"))


def _before(doc: Doc, entity: TokenSpan, held: bytearray) -> Span | None:
    first = entity.start
    while first < entity.end and held[doc[first].idx] == 0:
        first += 1
    start = first
    while start > 0 and not doc[start].is_sent_start and _describes(doc[start - 1], held):
        start -= 1
    if start == first or not any(_role(doc[i]) for i in range(start, first)):
        return None
    return _span(doc, start, first)


def _describes(token: Token, held: bytearray) -> bool:
    if held[token.idx] or token.is_punct or token.is_space or token.like_num:
        return token.text == "-"
    return token.pos_ in ("NOUN", "PROPN", "ADJ") and token.lower_ not in HONORIFICS


def _after(doc: Doc, entity: TokenSpan, held: bytearray) -> Span | None:
    """``Ann Hale, chief economist at Hale & Co``: the words from the comma to the role."""
    place = entity.end
    if place + 1 >= len(doc) or doc[place].text != ",":
        return None
    start = place + 1
    while start < len(doc) and doc[start].lower_ in (
        "the",
        "a",
        "an",
        "its",
        "his",
        "her",
        "their",
        "who",
        "was",
        "is",
    ):
        start += 1
    end = start
    while end < len(doc) and end - start < 5 and _describes(doc[end], held):
        end += 1
    while end > start and not _role(doc[end - 1]):
        end -= 1
    return _span(doc, start, end) if end > start else None
