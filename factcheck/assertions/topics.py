"""Words that tell what kind of statement a span makes, as data.

Each topic is a pattern over the article's text in small letters; the chooser learns what its words mean
for the kind. A test holds an example for each that fires and one that does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_LAW = (
    r"law|laws|legal|legally|illegal|bill|act|ban|banned|court|judge|ruling|ruled|charge[sd]?|"
    r"convict\w*|sentence[sd]?|constitution\w*|legislation|regulation\w*|policy|policies|treaty|"
    r"sanction\w*|warrant|indict\w*|veto\w*|nominee|candidate|endors\w*|investigation|impeach\w*|"
    r"lawsuit|sued|suing|prosecut\w*|bond|custody|tariffs?|rights|licen[cs]e|mandate|allow(?:s|ed)? to|"
    r"prohibit\w*|require[sd]?|amendment|referendum|visa|oppos\w+|support(?:s|ed|ing)?|vot(?:e[sd]?|ing)"
)
_CAUSE = (
    r"because|due to|caus(?:e|ed|es|ing)|led to|leading to|leads? to|result(?:s|ed|ing)? (?:in|of)|"
    r"as a result|thanks to|owing to|in response to|prompt(?:s|ed|ing)|trigger\w*|driven by|amid"
)
_PURPOSE = (
    r"so that|in order to|contribut\w* to|forc(?:ed|ing)|helped? (?:to )?\w+|after|following|"
    r"blamed? (?:on|for)|as part of|over concerns|since"
)
_PLAN = (
    r"will|shall|scheduled|due to|set to|expected to|plans? to|planned|slated|to be held|upcoming|"
    r"next (?:week|month|year|spring|summer|autumn|fall|winter)|is to|are to|would|is due"
)
_AMOUNT = (
    r"per ?cent|million|billion|trillion|thousands?|dozens?|hundreds?|half|majority|average|rate"
)
_ROLE = (
    r"\w*(?:er|or|ist|man|woman|person|ent|ant|eer|ian|ary)s?|chief|head|judge|coach|star|host|ceo|mp|"
    r"mayor|boss|guard|nurse|aide|king|queen|prince|pope|mother|father|wife|husband|son|daughter"
)
_BODY = r"firm|company|group|agency|bank|team|party|newspaper|organi[sz]ation|club|council|union|university"
_CHANGE = (
    r"r[io]se|risen|rises|fell|falls?|fallen|grew|grown|increas\w+|decreas\w+|declin\w+|dropp?(?:ed|s|ing)?|"
    r"gain(?:ed|s)?|added|jumped|climbed|slipped|up|down"
)
_PAST = r"former|previously|earlier|ago|already|once|until|since|formerly|last"
_STATE = r"is|are|was|were|has|have|had|been|remains?|includ\w+|contains?|consists?|known|called|based|located"
PATTERNS: dict[str, re.Pattern[str]] = {
    name: re.compile(rf"(?<!\w)(?:{words})(?!\w)")
    for name, words in {
        "law": _LAW,
        "cause": _CAUSE,
        "purpose": _PURPOSE,
        "plan": _PLAN,
        "amount": _AMOUNT,
        "role_word": _ROLE,
        "body_word": _BODY,
        "change": _CHANGE,
        "past": _PAST,
        "state": _STATE,
    }.items()
} | {"sign": re.compile(r"[$£€¥%]|\d")}


def places(text: str) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Each topic with where in ``text`` its words stand, in characters."""
    small = text.lower()
    if len(small) != len(text):  # the dotted capital I becomes two characters
        small = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for name, pattern in PATTERNS.items():
        yield name, [match.span() for match in pattern.finditer(small)]
