"""Whether a time lies before the publication or after it: read off the verb that governs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_AHEAD = frozenset(
    ("will", "shall", "'ll", "’ll", "wo", "can", "may", "might", "should", "would", "must")
)
_PLANNING = frozenset(
    "schedule reschedule expect set plan slate postpone delay defer adjourn extend".split()
)
_MEASURED_FROM = frozenset(("from", "than", "with"))  # "sales are up from May"
_PRESENT = ("VBZ", "VBP")
_BEGINNING = frozenset(("starting", "beginning", "effective"))
_ABOUT_THE_PAST = frozenset(
    ("say", "tell", "show", "come", "note", "report", "find", "recall", "date")
)


def past(doc: Doc, span: Span) -> bool | None:
    """Whether the words at ``span`` (characters of ``doc``) tell of the past.

    False for what is announced, planned, due by then, or in a timetable's present tense; None where
    no verb tells.
    """
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    if found is None:
        return None
    before = [t.lower_ for t in doc[max(found.start - 2, 0) : found.start]]
    if before[-1:] == ["since"]:
        return True
    if before in (["later", "than"], ["ahead", "of"]):
        return False
    verb = _governor(found.root)
    told = _told_of(verb, found.root)
    if before[-1:] and before[-1] in _BEGINNING:
        return None if told else False
    if before[-1:] and before[-1] in _MEASURED_FROM and verb is not None and verb.tag_ in _PRESENT:
        return None
    return told


def _told_of(verb: Token | None, token: Token) -> bool | None:
    if verb is None:
        return None
    told = _told(verb)
    return told if told is True or not _of_a_noun(token) else _told_above(verb)


def _of_a_noun(token: Token) -> bool:
    """``an attack Friday``, ``the ruling on 8 July``: the verb need not share the noun's time."""
    above = token.head
    if above.pos_ == "ADP" and above.head.i != above.i:
        above = above.head
    return above.pos_ in ("NOUN", "PROPN") and above.i < token.i


def _told_above(verb: Token) -> bool | None:
    """True where a verb further up is in the past, else unknown."""
    while verb.head.i != verb.i:
        verb = verb.head
        if verb.pos_ in ("VERB", "AUX") and _told(verb) is True:
            return True
    return None


def _governor(token: Token) -> Token | None:
    """The nearest verb above a token, or the token itself."""
    while token.head.i != token.i:
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
    return token if token.pos_ in ("VERB", "AUX") else None


def _told(verb: Token) -> bool | None:
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if verb.lemma_ in _PLANNING:
        return False
    if any(c.lemma_ == "have" for c in helpers):
        return True
    if any(c.lower_ in _AHEAD for c in helpers):
        return None if _would_not(verb) else False
    if verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in helpers):
        return True
    if verb.tag_ == "VB" and any(c.lower_ == "to" for c in helpers):
        return _infinitive(verb)
    if verb.tag_ in ("VBN", "VBG") and not helpers:
        return True if verb.tag_ == "VBN" else None
    return verb.lemma_ in _ABOUT_THE_PAST if verb.tag_ in ("VBZ", "VBP", "VBG", "VBN") else None


def _would_not(verb: Token) -> bool:
    """``She would not comment on Monday`` has happened."""
    words = {c.lower_ for c in verb.children}
    return "would" in words and bool(words & {"not", "n't", "n’t"})


def _infinitive(verb: Token) -> bool | None:
    """``is to be held`` looks ahead; ``announced her decision to veto the bill on Wednesday`` need not."""
    return None if _told_above(verb) else False
