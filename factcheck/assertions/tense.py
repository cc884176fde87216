"""Whether what is told of a time lies in the past: read off the verb that governs it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

from factcheck.model import Span

_WILL = frozenset(
    (
        "will",
        "shall",
        "'ll",
        "’ll",
        "wo",
        "ca",
        "can",
        "may",
        "might",
        "should",
        "would",
        "must",
        "could",
    )
)
_PLANNING = re.compile(
    r"\b(?:due|set|slated|scheduled|expected|planned|plans?|planning|intends?|hopes?|aims?|going|about|likely|"
    r"has|have|needs?|wants?|vow(?:s|ed)?|promise[sd]?|agreed|upcoming|ahead)\s+(?:to|for)\b",
    re.IGNORECASE,
)
_SINCE = frozenset(("since",))
_AHEAD = frozenset(("next", "upcoming", "coming", "no later than"))


def past(doc: Doc, span: Span) -> bool | None:
    """Whether the words at ``span`` (characters of ``doc``) tell of the past.

    False for what is announced, planned or in the present tense of a timetable; None where no
    verb tells.
    """
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    if found is None or not len(found):
        return None
    token = found.root
    if found.start > 0 and doc[found.start - 1].lower_ in _SINCE:
        return True
    verb = _governor(token)
    return None if verb is None else _told(verb)


def _governor(token: Token) -> Token | None:
    """The nearest verb above a token."""
    while token.head.i != token.i:
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
    return token if token.pos_ in ("VERB", "AUX") else None


def _told(verb: Token) -> bool | None:
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    words = {c.lower_ for c in helpers}
    perfect = any(c.lemma_ == "have" for c in helpers)
    if words & _WILL:
        return True if perfect else False
    if perfect:
        return True
    if verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in helpers):
        return None if _planned(verb) else True
    if verb.tag_ == "VB" and "to" in words:
        return _infinitive(verb)
    if verb.tag_ == "VBN" and not helpers:
        return True
    if verb.tag_ == "VBG":
        return None if not helpers else False
    if verb.tag_ in ("VBZ", "VBP", "VBN"):
        return True if verb.lemma_ in ("say", "tell", "show", "come") else False
    return None


def _planned(verb: Token) -> bool:
    return verb.lemma_ in ("schedule", "expect", "set", "plan", "slate")


def _infinitive(verb: Token) -> bool | None:
    """``to be held`` looks ahead; ``failed to meet`` and ``came to see`` do not."""
    above = verb.head
    if above.i == verb.i or above.pos_ not in ("VERB", "AUX", "ADJ", "NOUN"):
        return False
    return False if above.tag_ != "VBD" or _planned(above) else None
