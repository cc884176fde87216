"""Whether a time lies before the publication or after it: read off the verb that governs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_AHEAD = frozenset(
    ("will", "shall", "'ll", "’ll", "wo", "can", "may", "might", "should", "would", "must")
)
_PLANNING = frozenset("schedule expect set plan slate".split())
# "Due to begin", "set to be held": what stands in the infinitive is still to come.
_PENDING = _PLANNING | frozenset(("due", "about", "likely", "bound", "poise"))
_PUTTING_OFF = frozenset("reschedule postpone delay defer adjourn extend".split())
_GOALS = frozenset(("for", "until", "till", "to", "by", "through"))  # "postponed until Friday"
# What is held on a day that is fixed before.
_OCCASIONS = frozenset(
    "meeting conference hearing vote election primary runoff referendum game match race final event rally debate summit "
    "briefing session trial ceremony award show concert festival launch call talk funeral gala premiere deadline".split()
)
_MEASURED_FROM = frozenset(("from", "than", "with"))  # "sales are up from May"
_PRESENT = ("VBZ", "VBP")
# "In the Corn Hall at 7 p.m. on Monday": the hour and the hall are no happenings.
_BARE = frozenset(("TIME", "FAC", "GPE", "LOC"))
# "Police are investigating a theft on Monday": what is looked into has happened.
_LOOKING_INTO = frozenset(("investigate", "probe", "examine", "question", "hunt", "search"))
_LIMITS = frozenset(("by", "until", "till", "before"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
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
    root = found.root
    while root.dep_ == "conj" and root.head.ent_type_ == "DATE":  # "on Monday and Tuesday"
        root = root.head
    verb = _governor(root)
    if verb is not None and verb.lemma_ in _PLANNING | _PUTTING_OFF:
        return _planned(verb, root, before[-1:])
    if verb is not None and before[-1:] and before[-1] in _LIMITS and _orders(verb):
        return False
    if verb is not None and _is_due(root, verb):
        return False
    told = _told_of(verb, root)
    if before[-1:] and before[-1] in _BEGINNING:
        return None if told else False
    if before[-1:] and before[-1] in _MEASURED_FROM and verb is not None and verb.tag_ in _PRESENT:
        return None
    return told


def _told_of(verb: Token | None, token: Token) -> bool | None:
    if verb is None:
        return None
    told = _told(verb)
    noun = _noun_of(token)
    if told is True or noun is None or (told is False and noun.lemma_.lower() in _OCCASIONS):
        return told
    return True if _told_above(verb) else None


def _planned(verb: Token, token: Token, lead: list[str]) -> bool | None:
    """``postponed until Friday``, ``set a hearing for Friday``; on Friday it may have been set."""
    if lead and lead[0] in _GOALS:
        return False
    set_then = verb.tag_ == "VBD" and token.i < verb.i and not _helped(verb)
    if verb.lemma_ in _PLANNING and not set_then:
        return False
    return _told(verb)


def _helped(verb: Token) -> bool:
    return any(c.dep_ in ("aux", "auxpass") for c in verb.children)


def _noun_of(token: Token) -> Token | None:
    """``an attack Friday``, ``the ruling on 8 July``: the verb need not share the noun's time."""
    above = token.head
    while above.head.i != above.i and (above.pos_ == "ADP" or above.ent_type_ in _BARE):
        above = above.head
    return above if above.pos_ in ("NOUN", "PROPN") and above.i < token.i else None


def _is_due(token: Token, verb: Token) -> bool:
    """``a hearing due in the Corn Hall on Monday``, whatever the sentence tells of the hearing."""
    place, above = token.i, token
    while above.i != verb.i:
        above = above.head
        if any(c.lower_ == "due" and above.i < c.i < place for c in above.children):
            return above.pos_ in ("NOUN", "PROPN")
    return False


def _told_above(verb: Token) -> bool | None:
    """What the nearest verb further up tells that is in the past or ahead, but for "to"."""
    while verb.head.i != verb.i:
        verb = verb.head
        told = _told(verb) if verb.pos_ in ("VERB", "AUX") else None
        if told is True or (told is False and verb.tag_ == "VBN"):
            return told
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
    if any(c.lemma_ == "have" or c.lower_ in ("having", "'ve", "’ve") for c in helpers):
        return True
    if any(c.lower_ in _AHEAD for c in helpers):
        return None if _would_not(verb) else False
    if verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in helpers):
        return True
    if _orders(verb):
        return None
    if verb.tag_ == "VB" and any(c.lower_ == "to" for c in helpers):
        return _infinitive(verb)
    if verb.tag_ == "VBG" and verb.lemma_ in _LOOKING_INTO:
        return None
    if verb.tag_ in ("VBN", "VBG") and not helpers:
        return True if verb.tag_ == "VBN" else None
    if verb.tag_ not in ("VBZ", "VBP", "VBG", "VBN"):
        return None
    if verb.lemma_ == "report":  # "The Gazette reports that", and "Hale & Co reports earnings"
        return not any(c.dep_ == "dobj" for c in verb.children)
    return verb.lemma_ in _ABOUT_THE_PAST


def _orders(verb: Token) -> bool:
    """``Call or write by Friday``."""
    first = verb
    while first.dep_ == "conj":
        first = first.head
    helped = any(c.dep_ in _SUBJECTS or c.dep_ == "aux" for c in first.children)
    return verb.tag_ == first.tag_ == "VB" and first.dep_ == "ROOT" and not helped


def _would_not(verb: Token) -> bool:
    """``She would not comment on Monday`` has happened."""
    words = {c.lower_ for c in verb.children}
    return "would" in words and bool(words & {"not", "n't", "n’t"})


def _infinitive(verb: Token) -> bool | None:
    """``is to be held`` looks ahead; ``announced her decision to veto the bill on Wednesday`` need not."""
    if verb.head.lemma_.lower() in _PENDING and _is_pending(verb.head):
        return False
    return None if _told_above(verb) is True else False


def _is_pending(word: Token) -> bool:
    """``is due to``, and "was due to" where somebody said so; without that it may have fallen through."""
    verb = word if word.pos_ in ("VERB", "AUX") else word.head
    finite = (verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass")))
    return verb.dep_ == "ccomp" or any(t.tag_ in _PRESENT for t in finite)
