"""Superlatives, comparisons and contacts, as data: patterns over the plain text.

``_`` stands for one or more blanks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Span

_EST = (
    r"(?:big|larg|great|high|low|old|young|new|long|short|small|tall|rich|poor|strong|weak|fast|slow|hard|soft|deep|wide|"
    r"near|hot|cold|warm|cool|dead|bless|bright|dark|clean|cheap|late|fin|fierce|harsh|heavi|earli|busi|wealthi|dead?li|"
    r"loud|quick|rough|safe|sharp|steep|tough|thick|thin|wild|bloodi|costli|easi|happi|hottest|brav|smart|strict|fair|clos|"
    r"few|grav|bold|pric[ei]|health?i|mighti|nois?i|rar|simpl|tini|ugli|wettest|dri)est"
)
PATTERNS: tuple[tuple[str, str], ...] = (
    ("contact", r"(?:https?://|www\.)[^\s<>\"“”]+[^\s<>\"“”.,;:!?)\]]"),
    ("contact", r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b"),
    ("contact", r"(?<![\w@])@\w{2,}\b|(?<![\w&#])#[A-Za-z]\w+\b"),
    (
        "contact",
        r"(?<![\w/.@])(?:[a-z0-9-]+\.)+(?:com|org|net|gov|edu|io|info|co\.uk|gov\.uk|org\.uk|eu|int)(?:/[^\s<>\"“”]*[\w/])?\b",
    ),
    (
        "contact",
        r"(?<![\w$£€.,-])(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,5}\)[ .-]?)?\d{3,5}[ .-]\d{3,4}[.-]?\d{3,4}(?![\w-]|[.,]\d)",
    ),
    ("superlative", r"\bfor_the_(?:very_)?(?:first|last|second|third)_time\b"),
    (
        "superlative",
        r"\b(?:never|not)_(?:been_|be_)?before\b|\bnever_before\b|\bnever_(?:been|had|seen)\b|\b(?:un|once-)?(?:precedented|paralleled|rivalled)\b|\bunprecedented\b|\ball-time\b|\bof_all_time\b|\brecord-(?:breaking|setting|high|low|\w+ing)\b",
    ),
    (
        "superlative",
        r"\b(?:the|its|his|her|their|a|our|my)_(?P<at>(?:very_)?first(?:-ever)?)\b(?!_(?:lady|place,|aid|minister|amendment|name|hand|and_foremost)\b)",
    ),
    (
        "superlative",
        r"\b(?:the|its|his|her|their|an|our|my)_(?P<at>(?:one_and_)?only|sole|lone)\b|\b(?P<at2>only)_(?=(?:one|a_few|a_handful)\b)|\bonly(?=_(?:to|in|on|by)_)",
    ),
    (
        "superlative",
        r"\brecord\b(?=_(?:high|low|number|year|amount|level|sum|fee|time|profit|loss|sale|crowd|turnout|breaking|\w+s\b))|\b(?:a|the|its|set|new|broke|world|national)_(?P<at>record)\b(?!_(?:of_the|label|company|deal|store|straight|book|keep))",
    ),
    (
        "superlative",
        rf"\b(?:the_|its_|his_|her_|their_|one_of_the_)?(?:(?:second|third|fourth|fifth|sixth|\d+th|world['’]s|all-time)[ -])?(?P<at>(?:(?:second|third|fourth|fifth|single)[ -])?{_EST}(?:-ever)?)\b",
    ),
    (
        "superlative",
        r"\b(?P<at>(?:best|worst)(?:-ever)?)\b(?!_(?:friend|man|of_luck|wishes|known|to|way|if|in_mind)\b)",
    ),
    (
        "superlative",
        r"\b(?:the|its|his|her|their|['’]s)_(?P<at>(?:most|least)_(?!of\b|part\b|recent\b|likely\b)[a-z-]+)\b",
    ),
    ("superlative", r"\b(?P<at>unanimous(?:ly)?|unique|uniquely|historic|nowhere_else|no_other)\b"),
    (
        "comparison",
        r"\b(?:\w+_times|twice|half|three_times|\d+_times)_(?:as_\w+(?:_\w+)?_as|more|the_(?:size|number|amount|rate|price|cost)|higher|larger|bigger|greater|less)\b",
    ),
    (
        "comparison",
        r"\b(?:far_|much_|even_|significantly_|slightly_|considerably_)?(?:more|less|fewer|higher|lower|greater|bigger|larger|smaller|better|worse|older|younger|longer|shorter|faster|slower|stronger|weaker|richer|poorer|cheaper|earlier|later|rather_more)(?:_[a-z-]+(?:_[a-z]+)?)?_than\b",
    ),
    (
        "comparison",
        r"\bas_(?:many|much|high|low|large|big|far|long|good|bad|often|likely)(?:_\w+)?_as\b|\b(?:compared|in_comparison)_(?:with|to)\b|\boutnumber(?:ed|s|ing)?\b|\bmore_likely\b|\bless_likely\b",
    ),
)
_TABLE = tuple((k, re.compile(p.replace("_", "(?: +)"), re.IGNORECASE)) for k, p in PATTERNS)
_BLANKS = str.maketrans("\t\xa0", "  ")


def find(text: str) -> Iterator[tuple[str, Span]]:
    """Kind and place of every such wording; rows may overlap one another."""
    level = text.translate(_BLANKS)
    for kind, pattern in _TABLE:
        for match in pattern.finditer(level):
            groups = [g for g in ("at", "at2") if g in pattern.groupindex and match.group(g)]
            yield kind, Span(*match.span(groups[0] if groups else 0))
