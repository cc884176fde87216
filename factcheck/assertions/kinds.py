"""What kind of statement an assertion is, by the desk's list.

Rules in the order in which a checker would ask: is it quoted, reported, a name with its title, a
number, a date, an appointment, the law, a cause; else what happened, or how things are. The words
are data; each list has an example that fires and one that does not in the tests.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.assertions.candidates import Candidate
from factcheck.assertions.reading import Reading
from factcheck.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEGAL = re.compile(
    r"\b(law|laws|legal|legally|illegal|bill|act|ban|banned|court|judge|ruling|ruled|charge[sd]?|"
    r"convict\w*|sentence[sd]?|constitution\w*|legislation|regulation\w*|policy|policies|treaty|"
    r"sanction\w*|warrant|indict\w*|veto\w*|nominee|candidate|endors\w*|investigation|impeach\w*|"
    r"lawsuit|sued|suing|prosecut\w*|bond|custody|tariffs?|rights|licen[cs]e|mandate|allow(?:s|ed)? to|"
    r"prohibit\w*|require[sd]?|amendment|referendum|visa)\b",
    re.IGNORECASE,
)
_CAUSE = re.compile(
    r"\b(because|due to|caus(?:e|ed|es|ing)|led to|leading to|leads? to|result(?:s|ed|ing)? in|"
    r"as a result|thanks to|owing to|in response to|prompt(?:s|ed|ing)|forc(?:ed|ing)|trigger\w*|"
    r"so that|in order to|contribut\w* to|driven by|helped? (?:to )?\w+|amid|after|following|blamed? (?:on|for))\b",
    re.IGNORECASE,
)
_STRONG_CAUSE = re.compile(
    r"\b(because|due to|caus(?:e|ed|es|ing)|led to|leading to|leads? to|result(?:s|ed|ing)? (?:in|of)|"
    r"as a result|thanks to|owing to|in response to|prompt(?:s|ed|ing)|trigger\w*|driven by|amid)\b",
    re.IGNORECASE,
)
_SCHEDULE = re.compile(
    r"\b(will|shall|scheduled|due to|set to|expected to|plans? to|planned|slated|to be held|upcoming|"
    r"next (?:week|month|year|spring|summer|autumn|fall|winter)|is to|are to|would)\b",
    re.IGNORECASE,
)
_NUMERIC = frozenset(("CARDINAL", "MONEY", "PERCENT", "QUANTITY"))
_QUANTITY = re.compile(
    r"[$£€¥%]|\b(?:per ?cent|million|billion|trillion|thousands?|dozens?|half|majority)\b|\d",
    re.IGNORECASE,
)
_ROLE_NOUN = re.compile(
    r"(?:er|or|ist|man|woman|person|ent|ant|eer|ian|ary|chief|head|judge|coach|star|host|ceo|mp|"
    r"mayor|boss|guard|nurse|aide|king|queen|prince|pope|mother|father|wife|husband|son|daughter|firm|"
    r"company|group|agency|bank|team|party|newspaper)s?$",
    re.IGNORECASE,
)


def of(reading: Reading, candidate: Candidate) -> Kind:
    """The kind of ``candidate``, decided by its layer, its grammar and its words."""
    doc = reading.doc
    head = doc[candidate.head]
    text = reading.span(candidate.start, candidate.end).of(reading.text)
    tokens = [t for t in doc[candidate.start : candidate.end] if not t.is_space]
    if candidate.layer == "said":
        return "quotation" if _is_quotation(reading, candidate) else "attribution"
    if _is_identity(reading, candidate, head):
        return "identity-title"
    verb = any(t.tag_ in ("VBD", "VBZ", "VBP", "VBN", "VBG", "MD") for t in tokens)
    return _by_words(text, tokens, head, verb=verb)


def _by_words(text: str, tokens: list[Token], head: Token, *, verb: bool) -> Kind:
    future = any(t.tag_ == "MD" and t.lower_ in ("will", "shall", "'ll", "’ll") for t in tokens)
    dated = any(t.ent_type_ in ("DATE", "TIME") for t in tokens)
    if _only_date(tokens):
        return "date"
    if future or (_SCHEDULE.search(text) and _is_ahead(tokens)):
        return "schedule"
    if _counts(tokens, text):
        return "statistic"
    if _STRONG_CAUSE.search(text) or (
        head.dep_ == "advcl" and head.tag_ in ("VB", "VBG") and _CAUSE.search(text)
    ):
        return "causal"
    if _LEGAL.search(text):
        return "legal-political-position"
    if not verb or head.lemma_ in ("be", "have", "remain", "seem", "include", "mean"):
        return "description"
    if head.tag_ in ("VBD", "VBN") or dated:
        return "event"
    return "description" if head.tag_ in ("VBZ", "VBP") else "event"


def _is_quotation(reading: Reading, candidate: Candidate) -> bool:
    inside = sum(reading.quoted[i] >= 0 for i in range(candidate.start, candidate.end))
    return inside >= 3 and inside >= 0.3 * len(candidate)


def _is_identity(reading: Reading, candidate: Candidate, head: Token) -> bool:
    """A name with what it is: no verb of its own."""
    tokens = reading.doc[candidate.start : candidate.end]
    if any(
        t.pos_ in ("VERB", "AUX") and t.dep_ not in ("acl", "relcl", "amod", "compound")
        for t in tokens
    ):
        return False
    if any(t.like_num for t in tokens):
        return False
    named = reading.people.within(candidate.start, candidate.end) is not None
    role = any(_ROLE_NOUN.search(t.text) and t.pos_ in ("NOUN", "PROPN") for t in tokens)
    if named:
        return bool(candidate.roles & {"person", "identity", "apposition", "chunk"}) or role
    return "apposition" in candidate.roles and role and head.pos_ in ("NOUN", "PROPN")


def _only_date(tokens: list[Token]) -> bool:
    content = [t for t in tokens if t.pos_ in ("NOUN", "PROPN", "NUM", "VERB", "ADJ")]
    dates = sum(t.ent_type_ in ("DATE", "TIME") for t in content)
    return bool(content) and dates >= 0.75 * len(content)


def _is_ahead(tokens: list[Token]) -> bool:
    """Nothing in it has happened: no past tense."""
    return not any(
        t.tag_ == "VBD" and t.lemma_ not in ("be", "expect", "schedule", "plan") for t in tokens
    )


def _counts(tokens: list[Token], text: str) -> bool:
    numbers = [
        t
        for t in tokens
        if t.ent_type_ in _NUMERIC or (t.like_num and t.ent_type_ not in ("DATE", "TIME"))
    ]
    if not numbers:
        return False
    if any(t.ent_type_ in ("MONEY", "PERCENT", "QUANTITY") for t in numbers):
        return True
    strong = [t for t in numbers if t.lower_ not in ("one", "first", "two", "second", "1", "2")]
    return bool(strong) and bool(_QUANTITY.search(text) or len(strong) >= 1)
