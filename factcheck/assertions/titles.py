"""The role beside a person's name: ``Mayor Ann Hale``, ``Ann Hale, the town's chief engineer``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.assertions.mentions import DETERMINERS
from factcheck.assertions.roles import HONORIFICS, ROLES
from factcheck.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan


def find(doc: Doc, named: Sequence[Span]) -> tuple[Span, ...]:
    """The role before or after each person's name, without the names inside it.

    ``named`` are the places of all names. In text order.
    """
    held = bytearray(doc[-1].idx + len(doc[-1]) + 1 if len(doc) else 1)
    for span in named:
        held[span.start : span.end] = b"\1" * len(span)
    found = set()
    for entity in (*(e for e in doc.ents if e.label_ == "PERSON"), *_unknown(doc, named)):
        found |= {_before(entity, held), _after(entity, held), _apart(entity, held)}
    return tuple(sorted(span for span in found if span))


def _unknown(doc: Doc, named: Sequence[Span]) -> Iterator[TokenSpan]:
    """Names right after a capitalised role that are none of the pipeline's."""
    for span in named:
        found = doc.char_span(span.start, span.end)
        if found is None or found[0].ent_type_ or found.start == 0:
            continue
        before = doc[found.start - 1]
        if before.is_title and _is_word_of_role(before):
            yield found


def _is_word_of_role(token: Token) -> bool:
    bare = token.lower_.rstrip(".")
    return (
        bare in ROLES
        or bare in ("member", "members")
        or bare.removesuffix("s") in ROLES
        or bare.startswith(("vice-", "ex-"))
    )


def _span(doc: Doc, start: int, end: int) -> Span:
    return Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))


def _before(entity: TokenSpan, held: bytearray) -> Span | None:
    doc, end = entity.doc, entity.start
    while end < entity.end and not held[doc[end].idx]:
        end += 1
    if end == entity.end:  # ticked as something else, or as nothing
        return None
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
    while start < len(doc) and doc[start].lower_ in DETERMINERS | {"who", "is", "was"}:
        start += 1
    owner = next((t.i for t in doc[start : start + 4] if t.tag_ == "POS"), start - 1)
    start = owner + 1  # "the town's chief engineer"
    end = start
    while end < len(doc) and end - start < 5 and _describes(doc[end], held):
        end += 1
    while end > start and not _is_word_of_role(doc[end - 1]):
        end -= 1
    return _span(doc, start, end) if end > start else None


def _apart(entity: TokenSpan, held: bytearray) -> Span | None:
    """``Its director, Ann Hale``: the role before a comma, from the word that says whose."""
    doc, end = entity.doc, entity.start - 1
    if end < 1 or doc[end].text != "," or entity.root.dep_ != "appos":
        return None
    start = end
    while start > 0 and not doc[start].is_sent_start and _describes(doc[start - 1], held):
        start -= 1
    whose = start > 0 and (doc[start - 1].lower_ in DETERMINERS or doc[start - 1].tag_ == "POS")
    told = start < end and _is_word_of_role(doc[end - 1])
    return _span(doc, start, end) if whose and told else None
