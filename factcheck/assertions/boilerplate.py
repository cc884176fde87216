"""What stands in an article without being part of it: credits, links, labels, datelines, captions.

Patterns as data. Each has an example that it catches and one that looks like it and is a statement;
the tests hold both against the table. A pattern meets the whole sentence, without blanks around it;
``alone`` ones only where the sentence is a paragraph of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAYS = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_CLOCK = r"\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s(?:gmt|bst|et|est|edt|utc|cet))?"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern with the sentence that it is for (``fires``) and one that it must let pass."""

    name: str
    words: re.Pattern[str]
    fires: str
    passes: str
    alone: bool = False


def _row(name: str, pattern: str, fires: str, passes: str, *, alone: bool = False) -> Pattern:
    return Pattern(name, re.compile(pattern, re.IGNORECASE), fires, passes, alone)


PATTERNS = (
    _row(
        "separator",
        r"[\W_]*",
        "* * *",
        "A * B is a product.",
    ),
    _row(
        "label",
        r"(?:abstract|full text|press release|letters?|summary|transcript|correction|editor[’']s note)[.:]",
        "FULL TEXT.",
        "The full text: four pages on bridges.",
    ),
    _row(
        "credit",
        r"\(?(?:image|photo(?:graph)?s?|picture|pic|audio|video|graphic|illustration|credit|source)s?"
        r"(?: (?:credit|by|courtesy|via))*\s?[:/–—-]\s?.{1,90}",
        "Image: Marta Quill.",
        "The image showed a burning car.",
    ),
    _row(
        "credit",
        r"\(?(?:photo|image|picture|video|graphic|illustration)s? (?:by|courtesy of|via|credit) .{1,80}",
        "Photo by Marta Quill/The Herald",
        "Photographs of the crash were published on Monday.",
        alone=True,
    ),
    _row(
        "agency",
        r"(?:©|\(c\)|copyright\b).*|.{0,60}\ball rights reserved\b.*|"
        r".{0,80}\bmay not be (?:published|reproduced|republished|rewritten)\b.*",
        "Copyright 2026 The Herald.",
        "The copyright case was heard on Monday.",
    ),
    _row(
        "agency",
        r"\(?(?:additional )?(?:reporting|writing|editing|compiled|contributions?|production|graphics?) by\b.*",
        "Reporting by Marta Quill; editing by Ben Oake",
        "The reporting won three prizes.",
    ),
    _row(
        "agency",
        r"\(?(?:with )?(?:files|reporting|material|contributions?|input)s? from(?-i:(?: (?:[A-Z][\w.’'-]*|the|and|in|of))+)\)?\.?",
        "With files from the Northern Press",
        "Files from the ministry show a loss of $3 million.",
        alone=True,
    ),
    _row(
        "contributor",
        r".{2,80}\bcontributed (?:reporting |research )?(?:to|for) this (?:report|story|article|piece)\.?",
        "Ben Oake contributed to this report.",
        "Rain contributed to this disaster.",
    ),
    _row(
        "author",
        r"(?:follow|email|contact|reach|write to) (?:him|her|them|us|me|the (?:author|writer|reporter)|@\w+|[\w ]{2,30} (?:on|at))\b.*"
        r"(?:@|twitter|facebook|instagram|bluesky|linkedin|threads|e-?mail|whatsapp|\bat\b).*",
        "Follow her on Twitter at @mquill.",
        "Police followed him on foot.",
    ),
    _row(
        "byline",
        r"by (?-i:(?:[A-Z][\w.'’-]+ ?){2,4})(?:(?:,|\band\b|\|) ?[^.]{1,60})?",
        "By Marta Quill and Ben Oake",
        "By Monday the river had fallen.",
        alone=True,
    ),
    _row(
        "updated",
        r"this (?:article|story|post|piece|report|page|headline|text) (?:has been|was|is being|will be|is) "
        r"(?:\w+ )?(?:updated|corrected|adapted|amended|edited|republished|originally|translated|excerpted|published)\b.*",
        "This article has been updated to include new figures.",
        "The report was published by the ministry.",
    ),
    _row(
        "updated",
        rf"\(?(?:last |first )?(?:updated|published|posted|modified)(?: on| at)?\s?[:|]?\s?(?:{_DAYS}|{_MONTHS}|\d).{{0,60}}",
        "Last updated: 3 May 2026 at 10:30",
        "Updated figures show a fall of 3 per cent.",
        alone=True,
    ),
    _row(
        "link",
        r"\W*(?:read|see|watch|listen|click|tap|find out|learn|view|subscribe|sign up|download|get|check out|discover|explore|join|shop|more)\b"
        r"(?: (?:more|also|now|here|next|full|related|on|to read|about|below|this|our|the (?:full|original|latest|rest|app|video|live)))+\b.{0,140}",
        "Read more: the bridge that never was",
        "See the bridge for yourself.",
        alone=True,
    ),
    _row(
        "link",
        r"\W*(?:related|recommended|more (?:on|from|in)|most (?:read|popular)|don[’']t miss|also (?:read|on|in)|"
        r"watch|read|listen|see also|see more|trending|editors?[’'] picks?|up next|in other news)(?:\s(?:articles?|stories|content|news|video))?\s?[:|–—-]\s?.{0,160}",
        "Related: Ten bridges to see",
        "Watch how the river fell: it fell fast.",
        alone=True,
    ),
    _row(
        "link",
        r"(?:related (?:articles?|stories|content|topics?|news)|advertisement|sponsored(?: content)?|continue reading.*|story continues.*|"
        r"article continues.*|scroll (?:down|to).*|skip (?:to|past) .*|share(?: this.*| on .*)?|comments?|print|save|menu|home|search|"
        r"getty images|shutterstock|reuters|afp|ap|loading.*|back to top|sources?|references?|notes?|tags?:?.*|topics?:?.*|categories:.*|filed under.*|"
        r"read more.*|see more.*|click here.*|abstract|full text|press release|letters|editorial|opinion|exclusive|breaking|live|video|watch|photos?|gallery|interview|facebook|twitter|summary)[.:]?",
        "Story continues below",
        "Sources close to the mayor denied it.",
        alone=True,
    ),
    _row(
        "link",
        r"\((?:graphic|click|tap|here|pic\.twitter\.com/\S+|https?://\S+|www\.\S+)\b[^.]{0,90}(?:here\)?|\S*/\S*)\)?|pic\.twitter\.com/\S+|https?://\S+",
        "(Click for a chart of exports in 2025 - here)",
        "Here the river is wide.",
    ),
    _row(
        "newsletter",
        r".{0,120}\b(?:newsletters?|mailing list|inbox)\b.{0,80}|(?:sign up|subscribe)\b.{0,120}",
        "Sign up to our daily newsletter for the top stories",
        "Subscribers fell by 3 per cent in 2025, the publisher said.",
        alone=True,
    ),
    _row(
        "dateline",
        rf"(?:{_DAYS},? )?(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTHS}|{_MONTHS} \d{{1,2}}(?:st|nd|rd|th)?)(?:,? (?:19|20)\d\d)?(?:,? {_CLOCK})?\.?",
        "Friday, May 8, 2026",
        "On Friday, May 8, 2026, the bridge fell.",
    ),
    _row(
        "dateline",
        rf"\(?(?:{_CLOCK}|noon|midnight|\d{{1,2}} ?[ap]\.?m\.?|(?:19|20)\d\d)\)?[.:]?",
        "12:05 a.m.",
        "12:05 is when it fell.",
    ),
    _row(
        "dateline",
        r"(?-i:[A-Z][A-Z .,'’-]{2,40}(?:,? [A-Z][\w.]+)?)(?: \((?:reuters|ap|afp|cnn|upi|pa)\))?\s?[-–—]+",
        "OSTBURG (Reuters) -",
        "OSTBURG - a town of rivers - is flooded.",
    ),
    _row(
        "embed",
        r"@\w+[.:]?",
        "@mquill",
        "@mquill wrote that the bridge was safe.",
    ),
    _row(
        "caption",
        r"(?:file (?:photo|picture|image)|handout|stock (?:photo|image)|screen ?(?:shot|grab))\b[^.]*\.?(?: \(.*\))?",
        "File photo of the Ostburg bridge.",
        "A file photo shows that it had four pillars, the court heard. It fell.",
    ),
    _row(
        "caption",
        r"[^.:]{2,60} \((?:left|right|centre|center|top|bottom|pictured|above|from left)\b[^)]*\)[^.]*\.?(?<!said)",
        "Quill (left) and Oake (right) on 3 May 2026.",
        "The party leans left (and loses).",
        alone=True,
    ),
    _row(
        "statement",
        r"(?:club|official|full|company|press|joint) (?:statement|release)[.:]?",
        "Club statement:",
        "The club statement named two players.",
    ),
    _row(
        "disclaimer",
        r".{0,40}\b(?:views?|opinions?)(?: and opinions?)? expressed (?:in|here|by|are)\b.*|.{0,200}\(all times [\w ]{3,40}\):?",
        "The views expressed in this article are the author’s own.",
        "He expressed the view that the bridge was safe.",
    ),
    _row(
        "lead-in",
        r"(?:and )?(?:here|below|these|the following|this|they|it|key \w+)\b[^.]{0,80}\b(?:are|is|include|includes|occurs|look|what|know)\b[^.]{0,80}:",
        "Here are some of the highlights:",
        "The council voted on two motions: both fell.",
    ),
    _row(
        "signature",
        r"[-–—]{1,2} ?(?-i:[A-Z][A-Z ,.'’]{3,60})",
        "-- WEARY IN OSTBURG",
        "- It rained all day.",
    ),
    _row(
        "source list",
        r"(?-i:[A-Z][\w.'’-]+ ){0,4}[\"“][^\"”]{8,160}[\"”] ?[—–-] ?[A-Z][^.]{2,60}, (?:\w+ \d{1,2}, )?(?:19|20)\d\d\.?",
        "“Bridge falls in Ostburg” — The Herald, May 8, 2026",
        "“The bridge fell in 2025” — and nobody said why.",
    ),
)

_POSTED = re.compile(
    r"[—–-]* ?[^()@]{2,60} ?\(@\w+\),?(?: (?:on )?(?=.*\d)[\w ,:.·]{3,40})?", re.IGNORECASE
)


def is_credit(text: str) -> bool:
    """Whether ``text`` is the line below a post that names its author and account: all can be checked."""
    return _POSTED.fullmatch(" ".join(text.split())) is not None


def match(text: str, *, alone: bool) -> Pattern | None:
    """The first pattern that the whole of ``text`` meets, if any.

    ``alone`` says whether the sentence is a paragraph of its own.
    """
    bare = " ".join(text.split())
    return next((p for p in PATTERNS if (alone or not p.alone) and p.words.fullmatch(bare)), None)
