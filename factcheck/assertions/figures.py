"""Numbers as printed: counts, shares, amounts, ages, measures and scores, in figures and in words.

Patterns as data, the more telling first: where two fit at a place, the earlier row has it. ``_``
stands for one or more blanks. A hedge ("more than", "about") belongs to its number, since a checker
ticks both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Span

_ONES = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|eighteen|nineteen"
)
_TENS = rf"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:{_ONES}))?"
_WORD = rf"(?:(?:{_TENS}|{_ONES}|a|an|several|a_few)(?:_(?:dozen|hundred|thousand|million|billion|trillion))+|{_TENS}|{_ONES}|half_a_dozen)"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(?:-\d/\d{1,2}|/\d{1,2}(?![\d/]))?"
_SIZE = r"(?:[ -]?(?:thousand|million|billion|trillion|hundred|crore|lakh|bn|mn|tn|[mMbBkK])\b)"
_NUMBER = rf"(?:\[?(?:(?<![\w.,/-])[+-]?{_DIGITS}{_SIZE}?|\b{_WORD})\]?)"
_RANGE = (
    rf"{_NUMBER}(?:(?:_?[-–—]_?|_(?:to|and|or)_(?:more_|about_)?)(?:{_DIGITS}{_SIZE}?|{_WORD}))?"
)
_PLURALS = r"(?:(?:tens|hundreds|dozens|scores|thousands|millions|billions|trillions)(?:_of_(?:thousands|millions|billions))?)"
_HEDGE = (
    r"(?:\b(?:(?:just_|well_|slightly_|a_little_)?(?:more|less|fewer|higher|lower|greater|better)_than|(?:just_|well_)?(?:over|under)|"
    r"at_least|at_most|up_to|as_(?:many|much|few|little|low|high)_as|about|around|approximately|approx\.|roughly|"
    r"nearly|almost|close_to|some|an_estimated|an_average_of|upwards?_of|between|only|around_about|a_total_of|in_excess_of)_)?"
)
_SIGN = r"(?:(?:\b(?:US|A|AU|C|CA|NZ|HK|S|R|U\.S\._?)_?)?\$|[£€¥₹₽₩₪₺₦]|\b(?:Rs\.?|USD|EUR|GBP|RM|CHF|R)(?=_?\d))"
_COIN = (
    r"(?:(?:U\.S\._|US_|Canadian_|Australian_|Hong_Kong_)?dollars?|euros?|pounds_sterling|pounds|cents?|pence|yen|yuan|renminbi|"
    r"rupees?|roubles?|rubles?|pesos?|francs?|krona|kroner?|lira|rand|naira|won|bitcoins?|USD|EUR|GBP|bucks)\b"
)
_TIME_UNIT = r"(?:(?:milli)?seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|months?|years?|decades?|centuries|century|generations?)"
_LENGTH_UNIT = (
    r"(?:(?:square|cubic|nautical|light)[ -])?(?:miles?|kilomet(?:er|re)s?|met(?:er|re)s?|centimet(?:er|re)s?|millimet(?:er|re)s?|"
    r"yards?|feet|foot|inch(?:es)?|acres?|hectares?|km²?|cm|mm|ft|sq_ft)"
)
_OTHER_UNIT = (
    r"(?:mph|kph|km/h|kmh|knots|horsepower|hp|bhp|kilowatts?|kW|kWh|megawatts?|MW|gigawatts?|GW|watts?|volts?|"
    r"kilograms?|kilos?|kg|grams?|milligrams?|mg|micrograms?|lbs?|ounces?|oz|stone|tons?|tonnes?|metric_tons|"
    r"lit(?:er|re)s?|gallons?|barrels?(?:_(?:per|a)_day)?|bpd|pints?|degrees?(?:_(?:Celsius|Fahrenheit))?|°_?[CF]?|"
    r"bytes|[KMGT]B|megabytes|gigabytes|pixels|megapixels|calories|decibels|basis_points|cylinders?|points?)"
)
_MEASURE = rf"(?:{_LENGTH_UNIT}|{_OTHER_UNIT}|{_TIME_UNIT})"
_ORDINAL_WORD = (
    r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|"
    r"sixteenth|seventeenth|eighteenth|nineteenth|twentieth|(?:twenty|thirty|forty|fifty)-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))"
)
_PERCENT = r"(?:%|-?_?(?:percent(?:age_points?)?|per_cent|pct\.?|percentiles?)\b)"
_PARTS = (
    r"(?:thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?|halves)"
)

PATTERNS: tuple[tuple[str, str], ...] = (
    (
        "money",
        rf"{_HEDGE}{_SIGN}_?{_DIGITS}{_SIZE}?(?:(?:_?[-–—]_?|_(?:to|and|or)_){_SIGN}?_?{_DIGITS}{_SIZE}?)?(?![\w%])",
    ),
    (
        "percent",
        rf"{_HEDGE}{_NUMBER}(?:-plus)?(?:(?:_?[-–—]_?|_(?:to|and|or)_)(?:{_DIGITS}|{_WORD}))?_?{_PERCENT}",
    ),
    # 42-year-old, aged 42, nine-month-old, 73 years old, in his 40s
    ("age", rf"{_NUMBER}[ -]+(?:year|month|week|day)s?[ -]+olds?\b"),
    ("age", rf"\b(?:aged?|ages)_(?:of_)?(?:between_)?{_RANGE}(?:_(?:years|months|weeks|days)\b)?"),
    (
        "age",
        r"\b(?:in|into)_(?:his|her|their)_(?:early_|mid-?|late_)?(?:\d0s|teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b",
    ),
    ("money", rf"{_HEDGE}(?:{_RANGE}|{_PLURALS}_of)[ -]{_COIN}"),
    (
        "measure",
        rf"{_HEDGE}(?:{_NUMBER}-(?:and-a-half-|plus-)?{_MEASURE}\b|{_RANGE}(?:-and-a-half|_and_a_half|-plus)?(?:_more|_straight|_consecutive|_full)?_?{_MEASURE}\b)(?:[ -](?:long|high|tall|wide|deep)\b)?",
    ),
    ("measure", rf"{_HEDGE}\bhalf_an?_{_TIME_UNIT}\b"),
    (
        "figure",
        rf"\b(?:one|two|three|four|five|six|seven|eight|nine|\d+)_(?:in|out_of)_(?:every_)?(?:{_ONES}|\d+)\b",
    ),
    (
        "figure",
        rf"{_HEDGE}(?:\b(?:one|two|three|four|five|six|seven|eight|nine|a)[ -]{_PARTS}|\bhalf(?!-?(?:time|way|back|-hour))|\ba_quarter)\b(?:_of\b)?",
    ),
    (
        "score",
        r"(?<![\d$£€/.–-])\d{1,3}[-–]\d{1,3}(?:_\(\d+(?:-\d+)?\))?(?![\d/–-]|\.\d|_?(?:%|percent|per_cent|million|billion)|-?_?(?:year|month|day|week|hour|minute|inch|foot|mile|game|point|man|seat|member)s?\b|_[a-z]+(?<!s)s\b)",
    ),
    ("measure", rf"{_HEDGE}(?:{_PLURALS}|several|a_few|a_couple|many)(?:_of)?_{_MEASURE}\b"),
    (
        "measure",
        r"\b(?:for|spending|spent|after|over|in|took|take|takes)_(?P<at>(?:weeks|months|years|decades|centuries|hours)(?!_(?:ago|later|earlier)))\b",
    ),
    ("figure", r"(?:#|\b(?:[Nn]o\.?|[Nn]umber|[Nn]os\.)_?)\d+\b"),
    (
        "figure",
        rf"\b(?:{_ONES}|{_TENS}|\d+(?:\.\d+)?)-?fold\b|\b(?:{_NUMBER}|several|many|a_few)_times\b",
    ),
    (
        "figure",
        rf"\b\d+(?:st|nd|rd|th)\b|(?<!split[ -])(?<!per )(?<!a )(?<!each )\b{_ORDINAL_WORD}\b(?!-hand)",
    ),
    (
        "figure",
        r"\b(?:twice|thrice|tripled?|quadrupled?|doubled?|halved|double-\w+|single|multiple)\b",
    ),
    (
        "figure",
        rf"{_HEDGE}{_PLURALS}\b(?:_of\b)?|{_HEDGE}\b(?:an?_)?(?:dozen|majority|handful|couple|pair|quarter)(?=_of\b)|\bseveral\b(?!_(?:dozen|hundred|thousand|million))|\b(?:a_)?(?:majority|dozen)\b|\ba_(?:couple|handful)_of\b(?:_\w+s\b)?",
    ),
    (
        "figure",
        rf"{_HEDGE}{_RANGE}(?![\w])(?:-plus\b|\+)?(?:-(?:time|page|member|game|set|seat|point|storey|story|person|way|man|part|part|vote|run|goal|piece|room|bedroom|door|car|judge|person|state|nation|party|strong|and-a-half)s?\b)?(?:_or_more\b)?",
    ),
    (
        "figure",
        r"\b(?:most|both)(?=_(?:of_)?(?:the_|its_|their_|our_|his_|her_)?[A-Za-z-]+s\b)(?!_(?:\w+ous|less|always|perhaps|thus|this|is|was|as|plus)\b)",
    ),
)

_TABLE = tuple(
    (kind, re.compile(pattern.replace("_", "(?: +)"), re.IGNORECASE)) for kind, pattern in PATTERNS
)
_HEDGED = re.compile(_HEDGE.replace("_", "(?: +)"), re.IGNORECASE)
_BLANKS = str.maketrans("\t\xa0\u2009\u202f", "    ")


def find(text: str) -> tuple[tuple[str, Span], ...]:
    """Kind and place of every number in ``text``, in order, none inside another."""
    ranked = sorted(_matches(text.translate(_BLANKS)), key=lambda m: (m[1].start, m[2]))
    found: list[tuple[str, Span]] = []
    for kind, span, order in ranked:
        if found and found[-1][1].meets(span):
            continue
        del order
        found.append((kind, span))
    return tuple(found)


def _matches(text: str) -> Iterator[tuple[str, Span, int]]:
    """The matches of all rows; a row does not see what an earlier one has taken."""
    taken = bytearray(len(text))
    for order, (kind, pattern) in enumerate(_TABLE):
        for match in pattern.finditer(text):
            group = "at" if "at" in pattern.groupindex else 0
            start, end = match.span(group)
            while end > start and text[end - 1] in " ,.":
                end -= 1
            while start < end and text[start] == " ":
                start += 1
            if start == end or any(taken[start:end]):
                continue
            taken[start:end] = b"\1" * (end - start)
            yield kind, Span(start, end), order
