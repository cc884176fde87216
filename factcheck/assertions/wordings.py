"""Superlatives, comparisons and contacts, as data: patterns over the plain text.

In the notation of :func:`factcheck.language.rows.row`; a group ``at`` marks the words meant where the
pattern needs neighbours to be sure.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.language import rows
from factcheck.language.rows import DIGITS, row
from factcheck.model import Span


def _any(words: str, end: str = "") -> str:
    return f"(?:{'|'.join(words.split())}){end}"


_OWN = r"\b(?:the|its|his|her|their|our|my|an?|['’]s)"
_STEMS = (
    "big larg great high low old young new long short small tall rich poor strong weak fast slow hard soft deep "
    "wide near cold warm cool dead bright dark clean cheap fierc harsh heavi earli busi wealthi deadli loud "
    "quick rough safe sharp steep tough thick thin wild bloodi costli easi happi hott brav smart strict fair clos "
    "few bold prici healthi mighti noisi rar simpl tini wett dri bigg fitt sadd fatt thinn"
)
_EST = _any(_STEMS, "est")
_SUPERLATIVES = " ".join(f"{stem}est" for stem in _STEMS.split())
_GRADED = _any(
    "more less fewer higher lower greater bigger larger smaller better worse older younger longer shorter faster "
    "slower stronger weaker richer poorer cheaper earlier later"
)
_STEP = _any("far much even significantly slightly considerably a_lot")

ROWS: rows.Table = (
    row(
        "contact",
        r"(?:https?://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]]",
        "http https www",
        reach=2000,
    ),
    row(
        "contact", r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}\b", "@", reach=600
    ),
    row("contact", r"(?<![\w@])@\w{2,}\b|(?<![\w&#])#[A-Za-z]\w+\b", "@ #", reach=600),
    row(
        "contact",
        r"(?<![\w/.@-])(?:[a-z0-9-]{1,63}\.){1,8}(?:com|org|net|gov|edu|io|info|co\.uk|gov\.uk|org\.uk|eu|int)"
        r"(?:/[^\s<>\"“”]*[\w/])?(?!\w)",
        "com org net gov edu io info uk eu int",
        reach=2000,
    ),
    row(
        "contact",
        r"(?<![\w$£€.,-])(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,5}\)[ .-]?|\d{2,5}[ .-])\d{3,4}[ .-]?\d{3,4}(?![\w-]|[.,]\d)",
        DIGITS,
    ),
    row("superlative", r"\bfor_the_(?:very_)?(?:first|last|only)_time\b", "time"),
    row(
        "superlative",
        rf"\bnever_(?:(?:\w+_){{1,4}}before\b(?=[^\w ]|_?$|_in\b)|before\b)|"
        rf"\bnever_been_(?:{_GRADED}|(?:so|this)_[a-z-]+)\b|\bunprecedented\b",
        "never unprecedented",
    ),
    row("superlative", r"\ball-time\b|\bof_all_time\b|\brecord-(?!keeping)\w+ing\b", "time record"),
    row(
        "superlative",
        rf"{_OWN}_(?P<at>(?:very_)?first(?:-ever)?)\b(?!_(?:lady|aid|minister|amendment|name|place)\b)",
        "first",
    ),
    row(
        "superlative",
        r"(?:\bthe|['’]s)_(?P<at>leading)_(?!(?:to|up|the|an?|from|into|role|edge|light|off|by)\b)[a-z]",
        "leading",
    ),
    row("superlative", r"\ba_\w+_(?P<at>first)\b(?=[^\w ]|$|_(?:for|since)\b)", "first"),
    row("superlative", rf"{_OWN}_(?P<at>(?:one_and_)?only|sole|lone)\b(?!_if\b)", "only sole lone"),
    row(
        "superlative",
        r"\b(?:an?|its|new|world|national|all-time|(?:broke|set|holds?|beat)_the)_(?P<at>record)\b"
        r"(?!_(?:label|company|deal|store|book|is|was|for|on)\b)",
        "record",
    ),
    row(
        "superlative",
        r"\brecord\b(?=_(?:high|low|number|year|amount|level|sum|fee|time|turnout)s?\b)",
        "record",
    ),
    row("superlative", rf"\b{_EST}(?:-ever)?\b", _SUPERLATIVES),
    row(
        "superlative",
        r"(?<!\b(?:my|at) )(?<!\b(?:his|her|our) )(?<!\byour )(?<!\btheir )\b(?:best|worst)\b(?!_(?:friends?|man|of_luck|wishes|known|to|if)\b|-)",
        "best worst",
    ),
    row(
        "superlative",
        rf"{_OWN}_(?P<at>(?:most|least)_(?!(?:of|part|recent|likely)\b)[a-z-]+)\b",
        "most least",
    ),
    row(
        "superlative",
        r"\b(?:unanimous(?:ly)?|unique(?:ly)?|historic|nowhere_else|no_other)\b",
        "unanimous unanimously unique uniquely historic else other",
    ),
    row(
        "comparison",
        r"\b(?:\w+_times|twice|half)_(?:as_\w+(?:_\w+)?_as|more|the_(?:size|number|amount|rate|price|cost)|higher|larger|bigger|less)\b",
        "times twice half",
    ),
    row("comparison", rf"(?<!\bno )\b(?:{_STEP}_)?{_GRADED}(?:_[a-z-]+){{0,2}}_than\b", "than"),
    row(
        "comparison",
        r"\bas_(?:many|much|high|low|large|big|good|bad|often|likely)(?:_\w+)?_as\b",
        "as",
    ),
    row(
        "comparison",
        r"\b(?:compared|in_comparison)_(?:with|to)\b|\boutnumber(?:ed|s|ing)?\b",
        "compared comparison outnumber outnumbered outnumbers outnumbering",
        reach=2000,
    ),
    row("comparison", r"\b(?:more|less)_likely\b", "likely"),
)
_CUED = rows.index(ROWS)


def find(text: str) -> Iterator[tuple[str, Span]]:
    """Kind and place of every such wording, row by row; places may meet."""
    for number, match in rows.matches(ROWS, _CUED, rows.level(text)):
        yield ROWS[number].kind, Span(*match.span("at" if "at" in match.re.groupindex else 0))
