"""Turns of phrase by which speakers thank, ask, promise and judge, as data.

They are looked for at the beginning of a sentence, after any ``And``, ``Tonight,`` or ``Finally,``.
Each has a sentence that it catches and one that it leaves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model import Reason

_LEAD = (
    r"\W*(?:(?:and|but|so|now|then|first|second|third|next|finally|again|also|tonight|today|here|"
    r"of course|with that|in that context|in closing|at this point|before we begin|before i begin|"
    r"[a-z .]{3,40}, mr\.? \w+|to \w+ \w+ \w+),? )*"
)
_WE = r"(?:i|we)(?: (?:also|again|just|want|would like|like|wish|strongly|humbly|proudly|now|will|must|too|all|can only|to))*(?:['’]d (?:also )?like to)? (?:to )?"


@dataclass(frozen=True, slots=True)
class Formula:
    """A turn of phrase; ``firm`` ones hold even where the sentence has a figure."""

    reason: Reason
    words: re.Pattern[str]
    fires: str
    passes: str
    firm: bool = False


def _row(reason: Reason, words: str, fires: str, passes: str, *, firm: bool = False) -> Formula:
    return Formula(reason, re.compile(_LEAD + words, re.IGNORECASE), fires, passes, firm)


FORMULAS = (
    _row(
        "request",
        r"(?:thank you|thanks (?:so much|very much|again|to you)|good (?:evening|morning|afternoon)|"
        r"ladies and gentlemen|congratulations|welcome (?:to|back)|please|god bless)\b(?! note)",
        "Thank you, Madam Chair.",
        "Thanks to a loan the bridge was built.",
        firm=True,
    ),
    _row(
        "request",
        r"(?:let us|let me|let[’']s|allow me|permit me)\b",
        "Let me begin with the roads.",
        "They let us in.",
    ),
    _row(
        "request",
        _WE
        + r"(?:thank|congratulate|commend|salute|urge|implore|beg|applaud|pay tribute|acknowledge|recogni[sz]e|"
        r"appeal|make an appeal|challenge|encourage|invite|call (?:on|upon)|send greetings|express my|convey)\b",
        "I also want to thank my staff.",
        "I thanked my staff.",
    ),
    _row(
        "request",
        r"(?:i|we)(?: (?:am|are)|['’]m|['’]re)?(?: also| only| now)? ask(?:ing)? (?:you|that|the|for|all|every|each|legislators|congress)\b",
        "I ask you to vote.",
        "I asked the council for figures.",
    ),
    _row(
        "request",
        r"(?:it(?: is|['’]s) (?:(?:an?|my|our)(?: \w+){0,2} (?:honou?r|pleasure|privilege)) to|i begin by|i close by|"
        r"(?:i am|i['’]m|we are|we['’]re) (?:\w+ )?(?:pleased|honou?red|delighted|thrilled|grateful) to (?:have|be|see|welcome|join|report|stand|present))\b",
        "It is an honour to stand here.",
        "It is an honour that he won twice.",
    ),
    _row(
        "prediction",
        r"(?:i|we)(?: also| hereby)? (?:pledge|promise|vow)\b|my (?:promise|pledge|goal|hope) is\b|"
        r"(?:i am|i['’]m|we are|we['’]re) (?:(?!not)\w+ )?(?:committed to|determined to|ready to|going to)\b|"
        r"may (?:the|god|we|you|they|this|our)\b|i want (?:to|my|us|every)\b",
        "We are committed to better roads.",
        "May was the wettest month.",
    ),
    _row(
        "opinion",
        r"(?:it(?: is|['’]s) (?:high |long past |past )?time (?:to|that|we|for)|(?:i|we) have no (?:choice|doubt)|"
        r"it(?: is|['’]s) (?:hard|easy|tempting|difficult|worth|important|clear|fair|safe|no (?:wonder|surprise|accident|coincidence))\b|"
        r"there(?: is|['’]s) (?:no (?:doubt|question|substitute|excuse|room|shortage|greater|place)|nothing|something) |"
        r"make no mistake|needless to say|suffice it to say|in (?:my|our) (?:view|opinion)\b|to my mind\b|thank goodness)",
        "It is time to act.",
        "It is time-consuming, the study found.",
    ),
    _row(
        "opinion",
        r"(?:what an?|oh|how (?:very|noble|sad|ironic|dare|wonderful|strange|lucky)) ",
        "What a mess they made.",
        "What the judge ruled stands.",
    ),
)


def match(text: str) -> Formula | None:
    """The first formula with which ``text`` begins, if any."""
    bare = " ".join(text.split())
    return next((f for f in FORMULAS if f.words.match(bare)), None)
