"""Numbers as printed: counts, shares, amounts, ages, measures and scores, in figures and in words.

Patterns as data, in the notation of :func:`factcheck.language.rows.row`, the more telling first: a
later row does not see what an earlier one has taken. A hedge ("more than", "about") belongs to its
number, since a checker ticks both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.language import rows
from factcheck.language.rows import DIGITS, row
from factcheck.model import Span


def _any(words: str, end: str = "") -> str:
    """One of the words; a trailing ``*`` stands for an optional s."""
    return f"(?:{'|'.join(words.replace('*', 's?').split())}){end}"


_ONE_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TEN_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_MANY_WORDS = "dozen hundred thousand million billion trillion"
_ONES = _any(_ONE_WORDS)
_TENS = rf"(?:{_any(_TEN_WORDS)}(?:-{_ONES})?)"
_MANY = _any(_MANY_WORDS)
_WORD = (
    rf"(?:half_a_{_MANY}|(?:a_)?half-{_MANY}|"
    rf"(?:{_TENS}|{_ONES}|an?|several|a_few)(?:_{_MANY})+(?:_and_(?:{_TENS}|{_ONES}))?|{_TENS}|{_ONES})"
)
_FRACTION = r"(?:-\d/\d{1,2}|/\d{1,2}(?![\d/]))"  # 1-1/2, 7/32
_DIGITS = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+){_FRACTION}?"
_SIZE = rf"(?:[ -]?{_any('thousand million billion trillion hundred crore lakh bn mn tn m b k')}\b)"
_AMOUNT = rf"{_DIGITS}{_SIZE}?"
_NUMBER = rf"\[?(?:(?<![\w.,/-])(?:[+−-]|minus_)?{_AMOUNT}|(?<![\w-]){_WORD})\]?"
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
    r"(?:\b(?:(?:just_|well_|slightly_|far_|no_|not_)?(?:(?:more|less|fewer|higher|lower|greater|better)_than|over|under)|"
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
_TIME_WORDS = (
    "milliseconds? second* minute* hour* day* night* week* weekend* month* year* decade* centuries century "
    "generation*"
)
_TIME = _any(_TIME_WORDS)
_LENGTH_WORDS = (
    "mile* kilomet(?:er|re)* met(?:er|re)* centimet(?:er|re)* millimet(?:er|re)* yard* feet foot inch(?:es)? "
    "acre* hectare* km²? cm mm ft"
)
_LENGTH = (
    rf"(?:(?:square|cubic|nautical|light|lane)[ -])?{_any(_LENGTH_WORDS)}"
    r"(?:(?:_per_|_?/_?)(?:hour|h|gallon|second|day)\b)?"
)
_OTHER_WORDS = (
    "mph kph km/h kmh knots horsepower hp bhp kilowatt* kwh? megawatt* mwh? gigawatt* gwh? watt* volt* "
    "kilogram* kilo* kg gram* milligram* mg lbs? ounce* oz stone ton* tonne* lit(?:er|re)* gallon* "
    "barrel*(?:_(?:per|a)_day)? bpd pint* degree*(?:_(?:celsius|fahrenheit))? °_?[cf]? bytes [kmgt]b "
    "megabytes gigabytes megapixels calories decibels basis_points cylinder* point*"
)
_OTHER = rf"(?:(?:metric|short|long)[ -])?{_any(_OTHER_WORDS)}"
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
_NOT_ORDINAL = r"(?!-(?:hand|guess\w*|rate|class|string|party)\b|_to_none|_part(?:y|ies)\b)"
# "A second later", "for a second": a moment, or an amount of time.
_AFTER_A_SECOND = (
    "(?:later|ago|earlier|before|after|to|too|or|and|of|that|as|if|when|in|at|on|for|longer|is|was|part(?:y|ies)|hand|"
    "rate|class)"
)
_PERCENT = r"(?:%|-?_?(?:percent(?:age_points?)?|per_cent|pct\.?|percentiles?)\b)"
_PARTS = _any("third* quarter* fifth* sixth* seventh* eighth* ninth* tenth* hundredth* halves half")
# "A third party" is no third.
_OF_WHAT = (
    r"(?=_?$|_?[^\w ]|_(?:of|more|less|as|from|to|in|by|and|or|since|higher|lower|over|on|at)\b)"
)

# Cues: the words that a row cannot do without.
_NUMBERS = f"{DIGITS} {_ONE_WORDS} {_TEN_WORDS} {_MANY_WORDS} half"
_LARGE = "tens hundreds dozens scores thousands millions billions trillions"
_COINS = (
    "dollar dollars sterling euro euros pounds cent cents pence yen yuan renminbi rupee rupees rouble roubles ruble "
    "rubles peso pesos franc francs krona kroner krone lira rand naira won bitcoin bitcoins usd eur gbp bucks"
)
_TIMES = (
    "millisecond milliseconds second seconds minute minutes hour hours day days night nights week weeks weekend "
    "weekends month months year years decade decades century centuries generation generations"
)
_UNITS = (
    f"{_TIMES} mile miles kilometer kilometers kilometre kilometres meter meters metre metres centimeter centimeters "
    "centimetre centimetres millimeter millimeters millimetre millimetres yard yards feet foot inch inches acre acres "
    "hectare hectares km cm mm ft mph kph kmh knots horsepower hp bhp kilowatt kilowatts kw kwh megawatt megawatts mw "
    "mwh gigawatt gigawatts gw gwh watt watts volt volts kilogram kilograms kilo kilos kg gram grams milligram "
    "milligrams mg lb lbs ounce ounces oz stone ton tons tonne tonnes liter liters litre litres gallon gallons barrel "
    "barrels bpd pint pints degree degrees ° bytes kb mb gb tb megabytes gigabytes megapixels calories decibels basis "
    "cylinder cylinders point points"
)
_RANKS = (
    "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)
_SHARES = (
    "third thirds quarter quarters fifth fifths sixth sixths seventh sevenths eighth eighths ninth ninths tenth "
    "tenths hundredth hundredths halves half"
)
_SIGNS = "$ £ € ¥ ₹ ₽ ₩ ₪ ₺ ₦ rs usd eur gbp rm chf r"
# A noun that is counted: plural, and no short word that ends in s ("as", "this").
_DET = r"(?:of_)?(?:the_|its_|their_|our_|his_|her_|these_|those_)?"
_PLURAL = r"(?:(?!(?:this|does|thus|plus|less)\b)[A-Za-z-]{3,}(?<!s)s|[a-z]*(?:men|women)|people|children|persons)\b"

ROWS: rows.Table = (
    row("money", rf"\bbetween_{_SIGN}_?{_AMOUNT}_and_{_SIGN}?_?{_AMOUNT}(?![\w%])", _SIGNS),
    row(
        "money",
        rf"{_HEDGE}{_SIGN}_?{_AMOUNT}(?:{_OR}{_SIGN}?_?{_AMOUNT})?(?![\w%])(?:_dollars\b)?",
        _SIGNS,
    ),
    row("money", rf"{_HEDGE}(?<![\w.,/-])\d{{1,2}}p\b(?!-)", "p"),
    row(
        "percent",
        rf"{_HEDGE}{_RANGE}(?:-plus)?_?{_PERCENT}",
        "% percent percentage percentile percentiles per pct",
    ),
    row("age", rf"{_NUMBER}[ -]+(?:year|month|week|day)s?[ -]+olds?\b", "old olds"),
    row(
        "age",
        rf"\b(?:aged?|ages)_(?:of_)?{_RANGE}(?:(?:,_|,?_and_){_NUMBER}\b(?!_other|_[a-z-]+s\b))*(?:_(?:years|months|weeks|days)\b)?",
        "age aged ages",
    ),
    row(
        "age",
        r"\b(?:in|into)_(?:his|her|their)_(?:early_|mid-?|late_)?(?:\d0s|teens|\w+ties)\b",
        "his her their",
    ),
    row(
        "age",
        r"\b(?:(?:he|she|who)_(?:is|was|turned|turns)|died_at)_(?:just_|only_)?(?P<at>\d{1,3})"
        r"(?=[,.;]|$|_(?:when|at|and|years|in|on|this|last)\b)",
        DIGITS,
        reach=40,
    ),
    row(
        "money",
        rf"{_HEDGE}(?:{_RANGE}|{_PLURALS}_of|\bmulti-?{_MANY})[ -]{_COIN}",
        _COINS,
    ),
    row(
        "measure",
        r"\b\d{1,2}-foot-\d{1,2}\b|\b\d{1,2}['’]_?\d{1,2}(?:[\"”]|['’]{2})",
        DIGITS,
    ),
    row(
        "measure",
        rf"{_HEDGE}(?:{_NUMBER}-(?:and-a-half-|plus-)?|{_RANGE}(?:-and-a-half|_and_a_half|-plus)?"
        rf"(?:_(?:more|straight|consecutive|full|working|business))?_?){_UNIT}\b(?:[ -](?:long|high|tall|wide|deep)\b)?",
        _UNITS,
    ),
    row("measure", rf"{_HEDGE}\bhalf_an?_{_TIME}\b", "half"),
    row(
        "figure",
        rf"{_HEDGE}(?<![\d.,–-])\b(?:{_ONES}|\d+)_(?:in|out_of)_(?:every_)?(?:{_ONES}|\d{{1,3}}(?:,\d{{3}})*(?!\d))\b",
        "in out",
        reach=40,
    ),
    row(
        "figure",
        rf"{_HEDGE}\b(?:{_ONES}|\d+)(?:-to-(?:{_ONES}|\d+)|_to_one)\b",
        "to",
        reach=40,
    ),
    row(
        "figure",
        rf"{_HEDGE}\b(?:{_ONES}[ -]{_PARTS}|a_{_PARTS}{_OF_WHAT}|(?<!second )(?<!first )(?<!other )half(?!-|_(?:time|way|brother|sister|an?|as)\b))\b",
        _SHARES,
    ),
    row(
        "score",
        rf"(?<![\d$£€/.–-])(?<!Boeing )\d{{1,3}}[-–]\d{{1,3}}(?:[-–]\d{{1,2}})?(?:_\(\d+(?:-\d+)?\))?"
        rf"(?![\d/–-]|\.\d|_?{_PERCENT}|{_SIZE}|-\w|_people\b)",
        DIGITS,
        reach=24,
    ),
    row(
        "measure",
        rf"{_HEDGE}\b(?:{_PLURALS}|several|a_few|a_couple|many|\ba_matter_of)(?:_of)?_{_UNIT}\b",
        _UNITS,
    ),
    row(
        "measure",
        r"\b(?:for|spending|spent|after|over|in|took|takes?|be)_(?P<at>(?:hours|weeks|months|years|decades|centuries)"
        r"(?:_long\b)?)(?!_(?:ago|later|earlier))\b",
        "hours weeks months years decades centuries",
    ),
    row(
        "measure",
        rf"\b(?:for|within|over|after|last(?:s|ed)|take|took|in)_(?P<at>{_HEDGE}an?_(?!night\b){_TIME})\b"
        rf"(?!_(?:ago|later|earlier|after|before))|(?P<at2>\b(?:(?:less|more)_than|nearly|almost|about)_an?_{_TIME})\b"
        rf"(?!_(?:ago|later|earlier|after|before))",
        _TIMES,
    ),
    row("figure", r"\b\d+-(?:for|of)-\d+\b|\b\d+(?:\.\d+)?x\b", DIGITS, reach=24),
    row("figure", r"(?:#|\b(?:no\.?|number|nos\.)_?)\d+\b", "# no number nos"),
    row(
        "figure",
        rf"\b(?:{_NUMBER})[- ]?fold\b|{_HEDGE}\b(?:{_COUNT}|several|many|a_few)_times\b",
        f"fold times {' '.join(w + 'fold' for w in _ONE_WORDS.split())}",
    ),
    row(
        "figure",
        rf"\b\d{{1,3}}(?:,?\d{{3}})*(?:st|nd|rd|th)\b|(?<!split[ -])(?<!per )(?<!\ba )\b{_ORDINAL}\b{_NOT_ORDINAL}|"
        rf"(?<=\ba )\b{_ORDINAL}\b(?=[ -](?!{_AFTER_A_SECOND}\b)[a-z])",
        f"{DIGITS} {_RANKS}",
        reach=40,
    ),
    row(
        "figure",
        r"\bfirst(?=[ -](?:time|round|half|quarter|set|game|place|stage|phase|degree|term|year|day|week|month|season|"
        r"person|woman|man)s?\b)",
        "first",
        reach=40,
    ),
    row(
        "figure",
        r"\b(?:twice|thrice|tripled?|quadrupled?|doubled?|halved|double(?=_(?:the|that|its|what|in)\b)|"
        r"double-(?:digit|century)|triple|multiple)\b(?!_(?:down|as)\b|-)",
        "twice thrice triple tripled quadruple quadrupled double doubled halved multiple",
    ),
    row(
        "figure",
        r"\bback-to-back\b|\bmulti-?(?:game|day|week|month|year|decade|nation|state|agency|party)\b",
        "back multi multigame multiday multiweek multimonth multiyear multidecade multination multistate multiagency "
        "multiparty",
    ),
    row(
        "figure",
        rf"{_HEDGE}\b{_PLURALS}\b|\b(?:an?_)?(?:majority|couple|pair)(?=_of\b)|\bthe_(?P<at>pair|trio|quartet)\b|"
        rf"\b(?:a|only|small)_handful\b|\ba_few(?=_\w+s\b)|"
        rf"\b(?:a_)?majority\b(?!_(?:leader|whip)\b)|\bseveral\b(?!_{_MANY})|\bsingle\b(?=_\w+)",
        f"{_LARGE} majority couple pair trio quartet handful few several single",
    ),
    row(
        "figure",
        rf"{_HEDGE}{_COUNT}(?!\w)(?:-plus\b|\+)?(?:-{_COUNTED}\b)?(?:_or_more\b)?",
        _NUMBERS,
        reach=48,
    ),
    row(
        "figure",
        rf"\b(?:most(?=_{_DET}[A-Za-z-]+(?<!s)s\b)(?!_(?:this|was|perhaps)\b)|"
        rf"both(?!_(?:of|the)?_?(?:\w+_)?and\b)(?=_{_DET}(?:[a-z-]+_)?{_PLURAL})|"
        rf"all(?=_(?:on_board\b|{_DET}{_PLURAL}))|many(?=_of_(?:the|its|their|his|her|them|those)\b)|none(?=_of\b))",
        "most both all many none",
    ),
)
_CUED = rows.index(ROWS)
_ASCENDING = re.compile(r"(\d+)[-–](\d+)$")
_COUNTED_NEXT = re.compile(rf" +{_PLURAL}", re.IGNORECASE)


def find(text: str) -> tuple[tuple[str, Span], ...]:
    """Kind and place of every number in ``text``, in order; none meets another."""
    return tuple(sorted(_matches(rows.level(text)), key=lambda found: found[1]))


def _matches(text: str) -> Iterator[tuple[str, Span]]:
    taken = bytearray(len(text))
    for number, match in rows.matches(ROWS, _CUED, text):
        kind = ROWS[number].kind
        start, end = match.span(match.lastgroup or 0)
        end = start + len(text[start:end].rstrip(" ,."))
        start = end - len(text[start:end].lstrip(" ,"))
        if start >= end or any(taken[start:end]) or (kind == "score" and _is_range(text, match)):
            continue
        taken[start:end] = b"\1" * (end - start)
        yield kind, Span(start, end)


def _is_range(text: str, match: re.Match[str]) -> bool:
    """``10-15 boats`` counts boats, ``21-6`` before whatever word is a score."""
    ascending = _ASCENDING.fullmatch(match.group())
    if ascending is None or int(ascending[1]) >= int(ascending[2]):
        return False
    return _COUNTED_NEXT.match(text, match.end()) is not None
