"""Numbers as printed: counts, shares, amounts, ages, measures and scores, in figures and in words.

Patterns as data, the more telling first: a later row does not see what an earlier one has taken.
``_`` stands for one or more blanks. A hedge ("more than", "about") belongs to its number, since a
checker ticks both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Span


def _any(words: str, end: str = "") -> str:
    """One of the words; a trailing ``*`` stands for an optional s."""
    return f"(?:{'|'.join(words.replace('*', 's?').split())}){end}"


_ONES = _any(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = rf"(?:{_any('twenty thirty forty fifty sixty seventy eighty ninety')}(?:-{_ONES})?)"
_MANY = _any("dozen hundred thousand million billion trillion")
_WORD = rf"(?:half_a_{_MANY}|(?:{_TENS}|{_ONES}|an?|several|a_few)(?:_{_MANY})+|{_TENS}|{_ONES})"
_FRACTION = r"(?:-\d/\d{1,2}|/\d{1,2}(?![\d/]))"  # 1-1/2, 7/32
_DIGITS = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+){_FRACTION}?"
_SIZE = rf"(?:[ -]?{_any('thousand million billion trillion hundred crore lakh bn mn tn m b k')}\b)"
_AMOUNT = rf"{_DIGITS}{_SIZE}?"
_NUMBER = rf"\[?(?:(?<![\w.,/-])[+-]?{_AMOUNT}|(?<![\w-]){_WORD})\]?"
_OR = r"(?:_?[-–—]_?|_or_)"
_TO = r"(?:_?[-–—]_?|_(?:to|or)_(?:more_|about_)?)"  # where both share the unit
_SECOND = rf"(?:{_AMOUNT}|{_WORD})"
_BETWEEN = rf"\bbetween_{_NUMBER}_and_{_SECOND}"
_COUNT = rf"(?:{_BETWEEN}|{_NUMBER}(?:{_OR}{_SECOND})?)"
_RANGE = rf"(?:{_BETWEEN}|{_NUMBER}(?:{_TO}{_SECOND})?)"
_PLURALS = (
    r"(?:(?:tens|hundreds|dozens|scores|thousands|millions|billions|trillions)"
    r"(?:_of_(?:thousands|millions|billions))?)"
)
_HEDGE = (
    r"(?:\b(?:(?:just_|well_|slightly_)?(?:(?:more|less|fewer|higher|lower|greater|better)_than|over|under)|"
    r"at_least|at_most|up_to|as_(?:many|much|few|little|low|high)_as|(?:just_)?(?:about|around)|approximately|"
    r"approx\.|roughly|nearly|almost|close_to|some|an_estimated|an_average_of|upwards?_of|only|"
    r"a_total_of|in_excess_of)_)?"
)
_SIGN = (
    r"(?-i:(?:\b(?:US|A|AU|C|CA|NZ|HK|S|R|U\.S\._?)_?)?\$|[£€¥₹₽₩₪₺₦]|"
    r"\b(?:Rs\.?|USD|EUR|GBP|RM|CHF|R)(?=_?\d))"
)
_COIN = (
    r"(?:(?:U\.S\._|US_|Canadian_|Australian_|Hong_Kong_)?dollars?|pounds_sterling|"
    + _any(
        "euro* pounds cent* pence yen yuan renminbi rupee* rouble* ruble* peso* francs? krona kroner? lira "
        "rand naira won bitcoin* usd eur gbp bucks"
    )
    + r")\b"
)
_TIME = _any(
    "milliseconds? second* minute* hour* day* night* week* weekend* month* year* decade* centuries century "
    "generation*"
)
_LENGTH = r"(?:(?:square|cubic|nautical|light)[ -])?" + _any(
    "mile* kilomet(?:er|re)* met(?:er|re)* centimet(?:er|re)* millimet(?:er|re)* yard* feet foot inch(?:es)? "
    "acre* hectare* km²? cm mm ft"
)
_OTHER = _any(
    "mph kph km/h kmh knots horsepower hp bhp kilowatt* kwh? megawatt* mwh? gigawatt* gwh? watt* volt* "
    "kilogram* kilo* kg gram* milligram* mg lbs? ounce* oz stone ton* tonne* lit(?:er|re)* gallon* "
    "barrel*(?:_(?:per|a)_day)? bpd pint* degree*(?:_(?:celsius|fahrenheit))? °_?[cf]? bytes [kmgt]b "
    "megabytes gigabytes megapixels calories decibels basis_points cylinder* point*"
)
_UNIT = rf"(?:{_LENGTH}|{_OTHER}|{_TIME})"
_COUNTED = _any(
    "time page member game set seat point store?y person way man part vote run goal piece room bedroom door car "
    "judge state nation party strong and-a-half century",
    "s?",
)
_ORDINALS = _any(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_ORDINAL = rf"(?:(?!first){_ORDINALS}|(?:twenty|thirty|forty|fifty)-{_ORDINALS})"
_PERCENT = r"(?:%|-?_?(?:percent(?:age_points?)?|per_cent|pct\.?|percentiles?)\b)"
_PARTS = _any("third* quarter* fifth* sixth* seventh* eighth* ninth* tenth* hundredth* halves half")
# "A third party" is no third.
_OF_WHAT = (
    r"(?=_?$|_?[^\w ]|_(?:of|more|less|as|from|to|in|by|and|or|since|higher|lower|over|on|at)\b)"
)

PATTERNS: tuple[tuple[str, str], ...] = (
    ("money", rf"\bbetween_{_SIGN}_?{_AMOUNT}_and_{_SIGN}?_?{_AMOUNT}(?![\w%])"),
    ("money", rf"{_HEDGE}{_SIGN}_?{_AMOUNT}(?:{_OR}{_SIGN}?_?{_AMOUNT})?(?![\w%])"),
    ("percent", rf"{_HEDGE}{_RANGE}(?:-plus)?_?{_PERCENT}"),
    ("age", rf"{_NUMBER}[ -]+(?:year|month|week|day)s?[ -]+olds?\b"),
    ("age", rf"\b(?:aged?|ages)_(?:of_)?{_RANGE}(?:_(?:years|months|weeks|days)\b)?"),
    ("age", r"\b(?:in|into)_(?:his|her|their)_(?:early_|mid-?|late_)?(?:\d0s|teens|\w+ties)\b"),
    ("money", rf"{_HEDGE}(?:{_RANGE}|{_PLURALS}_of)[ -]{_COIN}"),
    ("measure", r"\b\d{1,2}-foot-\d{1,2}\b|\b\d{1,2}['’]_?\d{1,2}(?:[\"”]|['’]{2})"),
    (
        "measure",
        rf"{_HEDGE}(?:{_NUMBER}-(?:and-a-half-|plus-)?|{_RANGE}(?:-and-a-half|_and_a_half|-plus)?"
        rf"(?:_(?:more|straight|consecutive|full))?_?){_UNIT}\b(?:[ -](?:long|high|tall|wide|deep)\b)?",
    ),
    ("measure", rf"{_HEDGE}\bhalf_an?_{_TIME}\b"),
    ("figure", rf"\b(?:{_ONES}|\d+)_(?:in|out_of)_(?:every_)?(?:{_ONES}|\d+)\b"),
    (
        "figure",
        rf"{_HEDGE}\b(?:{_ONES}[ -]{_PARTS}|a_{_PARTS}{_OF_WHAT}|(?<!second )(?<!first )(?<!other )half(?!-|_(?:time|way|brother|sister|an?)\b))\b",
    ),
    (
        "score",
        rf"(?<![\d$£€/.–-])\d{{1,3}}[-–]\d{{1,3}}(?:[-–]\d{{1,2}})?(?:_\(\d+(?:-\d+)?\))?(?![\d/–-]|\.\d|_?{_PERCENT}|{_SIZE}|-\w|_people\b|_[a-z]+(?<!s)s\b)",
    ),
    ("measure", rf"{_HEDGE}(?:{_PLURALS}|several|a_few|a_couple|many)(?:_of)?_{_UNIT}\b"),
    (
        "measure",
        r"\b(?:for|spending|spent|after|over|in|took|takes?|be)_(?P<at>(?:hours|weeks|months|years|decades|centuries)"
        r"(?:_long\b)?)(?!_(?:ago|later|earlier))\b",
    ),
    (
        "measure",
        rf"\b(?:for|within|over|after|than|nearly|almost|about|last(?:s|ed))_(?P<at>an?_{_TIME})\b(?!_(?:ago|later|earlier|after|before))",
    ),
    ("figure", r"\b\d+-(?:for|of)-\d+\b|\b\d+(?:\.\d+)?x\b"),
    ("figure", r"(?:#|\b(?:no\.?|number|nos\.)_?)\d+\b"),
    ("figure", rf"\b(?:{_NUMBER})-?fold\b|{_HEDGE}\b(?:{_COUNT}|several|many|a_few)_times\b"),
    (
        "figure",
        rf"\b\d+(?:st|nd|rd|th)\b|(?<!split[ -])(?<!per )(?!(?<=\ba )second\b)\b{_ORDINAL}\b"
        r"(?!-(?:hand|guess\w*|rate|class|string|party)\b|_to_none|_part(?:y|ies)\b)|\bfirst(?=[ -](?:time|round|half|quarter|set|game|"
        r"place|stage|phase|degree|term|year|day|week|month|season|person|woman|man)s?\b)",
    ),
    (
        "figure",
        r"\b(?:twice|thrice|tripled?|quadrupled?|doubled?|halved|double(?=_(?:the|that|its|what|in)\b)|double-(?:digit|century)|triple|multiple)\b(?!_(?:down|as)\b|-)",
    ),
    (
        "figure",
        rf"{_HEDGE}{_PLURALS}\b|\b(?:an?_)?(?:majority|couple|pair)(?=_of\b)|\b(?:a|only|small)_handful\b|\ba_few(?=_\w+s\b)|"
        rf"\b(?:a_)?majority\b(?!_(?:leader|whip)\b)|\bseveral\b(?!_{_MANY})|\bsingle\b(?=_\w+)",
    ),
    ("figure", rf"{_HEDGE}{_COUNT}(?!\w)(?:-plus\b|\+)?(?:-{_COUNTED}\b)?(?:_or_more\b)?"),
    (
        "figure",
        r"\b(?:most(?=_(?:of_)?(?:the_|its_|their_|our_|his_|her_)?[A-Za-z-]+(?<!s)s\b)(?!_(?:this|was|perhaps)\b)|"
        r"both(?!_(?:of|the)?_?(?:\w+_)?and\b)(?=_(?:of_)?(?:the_|its_|their_|our_|his_|her_)?(?:[\w-]+ed_)?[A-Za-z-]+(?<!s)s\b))",
    ),
)

_TABLE = tuple((k, re.compile(p.replace("_", "(?: +)"), re.IGNORECASE)) for k, p in PATTERNS)
_BLANKS = str.maketrans("\t\xa0\u2009\u202f", "    ")


def find(text: str) -> tuple[tuple[str, Span], ...]:
    """Kind and place of every number in ``text``, in order; none meets another."""
    return tuple(sorted(_matches(text.translate(_BLANKS)), key=lambda found: found[1]))


def _matches(text: str) -> Iterator[tuple[str, Span]]:
    taken = bytearray(len(text))
    for kind, pattern in _TABLE:
        for match in pattern.finditer(text):
            start, end = match.span("at" if "at" in pattern.groupindex else 0)
            end = start + len(text[start:end].rstrip(" ,."))
            start = end - len(text[start:end].lstrip(" ,"))
            if start < end and not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                yield kind, Span(start, end)
