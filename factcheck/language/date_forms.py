"""How calendar dates are written in news English, as data: one row a form.

In the notation of :func:`factcheck.language.rows.row`. A pattern's named groups are the parts that
:mod:`factcheck.language.date_rules` reads; a group ``at`` marks the words meant where the pattern
needs a word before them to be sure.
"""

from __future__ import annotations

from functools import partial

from factcheck.language.rows import DIGITS, FOUR, Table, row


def _numbered(words: str, first: int = 1) -> dict[str, int]:
    return {word: number for number, word in enumerate(words.split(), first)}


_LONG = "January February March April May June July August September October November December"
_SHORT = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9}
MONTHS = _numbered(_LONG.casefold()) | _SHORT | {"oct": 10, "nov": 11, "dec": 12}
WEEKDAYS = _numbered("monday tuesday wednesday thursday friday saturday sunday", 0)
NUMBERS = _numbered(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
) | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "a couple of": 2}
ORDINALS = _numbered("first second third fourth")
DECADES = _numbered("twenties thirties forties fifties sixties seventies eighties nineties", 2)

# Words before an expression that show it to be something else.
_NO_WEEKDAY = "black ash super cyber bloody palm giving sheffield meatless casual maundy"
_NO_YEAR = "than over nearly almost no. number $ £ € # route flight section article room page resolution bill highway windows"
REFUSED_BEFORE = {
    "weekday": frozenset(_NO_WEEKDAY.split()),
    "habit": frozenset(("happy",)),
    "year": frozenset(_NO_YEAR.split()),
}

_MONTH = rf"(?:(?:{_LONG.replace(' ', '|')})\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
# Some months are people, verbs and words as well: on their own they need a word that tells.
_PLAIN = r"(?:(?:January|February|July|September|October|November|December)\b|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)"
_DOUBLE = r"(?:March|April|May|June|August)\b"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:1[5-9]\d\d|20\d\d)"
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
PART = r"(?i:morning|afternoon|evening|night|lunchtime|midday|noon)"
_TO = r"(?:_?[-–—]_?|_(?:to|until|till|through|and)_)"
_EDGE = r"(?:[Ee]arly|[Ll]ate|[Mm]id|[Tt]he_(?:very_)?(?:start|beginning|end|middle)_of)"
_CUE = (
    r"\b(?i:in|since|by|until|till|through|from|to|of|during|for|after|before|and|or|between|each|every|on|around|"
    r"than|throughout|spent|spend|spends|used|entire|whole)"
)
SEASON = r"(?i:spring|summer|autumn|fall|winter)"
# What a bare year does not stand before: there it counts things.
_COUNTED = (
    r"(?:(?:people|persons|men|women|children|words?|euros?|dollars?|pounds?|years?|months?|weeks?|days?|"
    r"hours?|minutes|seconds|miles?|kilomet\w+|km|kilograms?|kg|met(?:er|re)s?|feet|ft|acres|hectares|square|"
    r"tonn?es|tons|lbs?|mph|troops|soldiers|votes|times|jobs|homes|houses|deaths|cases|members|workers|"
    r"employees|points|pages|copies|percent|per|million|billion|thousand|hundred|rpm|rupees|yuan|yen|GMT|UTC)\b)"
)
_NOT_DAY = (
    r"(?![\d:%]|[.,]\d|-\w|_(?:percent|per_cent|million|billion|thousand|people)\b|_?[ap]\.?m\b)"
)
_THIS_YEAR = r"(?P<this>this|last|next)_year"
_PAPERS = r"(?:Times|Telegraph|Mirror|Express|Mail|Herald|Post|Sport|Star|Night_Live|Night_Football|Mass|School)"

_MONTH_WORDS = " ".join(MONTHS)
_WEEKDAY_WORDS = " ".join(WEEKDAYS)
_WEEKDAY_PLURALS = " ".join(f"{day}s" for day in WEEKDAYS)
_row = partial(row, flags=0)  # letter case tells Sunday from sunday roast and May from may

CALENDAR: Table = (
    _row(
        "iso",
        rf"(?P<year>{YEAR})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?![\d-])",
        FOUR,
    ),
    _row(
        "slashed",
        r"(?<![\d/.])(?P<a>\d{1,2})(?P<mark>[/.])(?P<b>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)(?![\d/])",
        DIGITS,
    ),
    # November 20 to December 11, July 8-10, 2015; 3 to 5 May
    _row(
        "day_range",
        rf"(?P<month>{_MONTH})_(?P<day>{_DAY}){_TO}(?:(?P<month2>{_MONTH})_)?(?P<day2>{_DAY})\b{_NOT_DAY}"
        rf"(?:,?_(?P<year>{YEAR})\b)?",
        _MONTH_WORDS,
    ),
    _row(
        "day_range",
        rf"(?<![\d.,$£€])(?P<day>{_DAY})(?:_(?P<month>{_MONTH}))?{_TO}(?P<day2>{_DAY})_(?P<month2>{_MONTH})"
        rf"(?:,?_(?P<year>{YEAR})\b)?",
        _MONTH_WORDS,
    ),
    _row(
        "nine_eleven",
        r"\bSept(?:\.|ember)?_11(?:th)?(?=,?_(?:terror\w*_)?(?:attacks|hijack\w+)\b)",
        "sept september",
    ),
    # June 30, 2024; Thursday, May 7, 2015; Sunday night (March 4); February 6 this year
    _row(
        "day",
        rf"(?:(?P<weekday>{WEEKDAY})(?:_{PART})?(?:,_?|_))?(?P<month>{_MONTH})_(?:the_)?(?P<day>{_DAY})\b"
        rf"(?![\d:%]|[.,]\d|_(?:percent|per_cent|million|billion|thousand|people)\b|_?[ap]\.?m\b)"
        rf"(?:(?:,_?|_)(?P<year>{YEAR})\b(?!_{_COUNTED})|[_-](?:of_)?{_THIS_YEAR})?",
        _MONTH_WORDS,
    ),
    _row(
        "day",
        rf"(?P<weekday>{WEEKDAY})(?:_{PART})?_?\((?P<month>{_MONTH})_(?P<day>{_DAY})\)",
        _MONTH_WORDS,
    ),
    # 30 June 2024, the 14th of May, Monday 3 June
    _row(
        "day",
        rf"(?:(?P<weekday>{WEEKDAY})(?:_{PART})?(?:,_?|_)(?:the_)?)?(?<![\d.,$£€])(?P<day>{_DAY})_(?:of_)?"
        rf"(?P<month>{_MONTH})(?:(?:,_?|_)(?P<year>{YEAR})\b(?!_{_COUNTED})|_{_THIS_YEAR})?",
        _MONTH_WORDS,
    ),
    # from May to July, April and May, October-December 2019
    _row(
        "month_range",
        rf"(?:(?:[Ff]rom|[Bb]etween)_)?(?P<month>{_MONTH})(?:_(?P<year1>{YEAR}))?{_TO}(?P<month2>{_MONTH})"
        rf"(?!_{_DAY}\b(?!\d))(?:,?_(?:of_)?(?P<year>{YEAR})\b)?",
        _MONTH_WORDS,
    ),
    # May 2019, the end of May 2019, February of 1986, 2021 July
    _row(
        "month",
        rf"(?:(?P<edge>{_EDGE})[_-])?(?P<month>{_MONTH})(?:,?_|_of_)(?P<year>{YEAR})\b(?!_{_COUNTED})",
        _MONTH_WORDS,
    ),
    _row(
        "month",
        rf"(?P<year>{YEAR})_(?P<month>{_MONTH})(?!_\d)",
        _MONTH_WORDS,
    ),
    _row(
        "month",
        rf"(?P<month>{_MONTH})_(?:of_)?{_THIS_YEAR}",
        _MONTH_WORDS,
    ),
    _row(
        "month",
        rf"(?:(?P<edge>{_EDGE}|[Ee]arly_in|[Ll]ate_in)[_-]|(?P<this>(?i:this|last|next))_(?:(?P<side>past|coming)_)?)(?P<month>{_MONTH})(?!_\d)",
        _MONTH_WORDS,
    ),
    _row(
        "month",
        rf"(?P<month>{_PLAIN})(?!_\d)",
        _MONTH_WORDS,
    ),
    _row(
        "month",
        rf"{_CUE}_(?P<at>(?P<month>{_DOUBLE}))(?!_\d|_[A-Z]|['’]s_[a-z])",
        _MONTH_WORDS,
    ),
    _row("month", rf"\b(?i:in|since|during)_(?P<at>(?P<month>{_DOUBLE}))(?=_[A-Z])", _MONTH_WORDS),
    _row(
        "month",
        rf"\b(?i:the|a|its|their|his|her|our)_(?P<at>(?P<month>{_DOUBLE}))(?=_[a-z])(?!_(?:on|for|of|by|from|to|in|against)\b)",
        _MONTH_WORDS,
    ),
    _row(
        "year_range",
        rf"(?:(?:[Ff]rom|[Bb]etween)_)?(?<![\d.,$£€#/–-])(?P<year>{YEAR})(?:_?[-–—/]_?|_(?:to|until|till|through)_)"
        rf"(?P<year2>{YEAR}|\d\d)\b(?![-–/]\d|[.,:]\d|%)(?!_{_COUNTED})",
        FOUR,
    ),
    _row(
        "year_range",
        rf"[Bb]etween_(?P<year>{YEAR})_and_(?P<year2>{YEAR})\b(?!_{_COUNTED})",
        FOUR,
    ),
    _row(
        "decade",
        r"(?:the_)?(?:(?P<edge>early|mid|late)(?:_to_late)?[_-])?(?<![\w$£€])(?P<decade>(?:1[5-9]|20)\d0|['’‘]\d0)['’]?s\b",
        DIGITS,
    ),
    _row(
        "year",
        rf"(?P<edge>{_EDGE}|[Ee]arly_in|[Ll]ate_in)[_-](?P<year>{YEAR})\b(?!_{_COUNTED})",
        FOUR,
    ),
    _row(
        "year",
        rf"(?<![\d.,:$£€#/–—@-])(?<![A-Za-z])(?P<year>(?:19|20)\d\d)(?![\d:%/]|[.,]\d|-\d|[_-]{_COUNTED})\b",
        FOUR,
    ),
    _row(
        "year",
        rf"(?:{_CUE}_|\b(?i:the|his|her|its|their|year)_|\()(?P<at>(?P<year>1[5-8]\d\d))(?![\d:%/]|[.,]\d|-\d|[_-]{_COUNTED})\b",
        FOUR,
    ),
    # from this year up to 2027
    _row(
        "year_range",
        rf"(?:(?:[Ff]rom|[Bb]etween)_)?(?i:{_THIS_YEAR})_(?:up_)?(?:to|until|till|through)_(?P<year2>{YEAR})\b(?!_{_COUNTED})",
        FOUR,
    ),
    _row(
        "weekday_range",
        rf"(?:(?P<from>[Ff]rom)_)?(?P<weekday>{WEEKDAY})(?:_{PART})?(?:_?[-–—]_?|_(?:to|until|till|through)_)(?P<weekday2>{WEEKDAY})(?:_{PART})?\b(?!_{_PAPERS}\b)",
        _WEEKDAY_WORDS,
    ),
    _row(
        "weekday",
        rf"(?:(?P<edge>(?i:early|late|earlier))_(?:on_)?)?(?:(?P<this>(?i:last|this|next))_(?:(?P<side>past|coming)_)?)?"
        rf"(?P<weekday>{WEEKDAY})(?:[_-](?:(?:early|late)[_-])?{PART})?\b(?!_{_PAPERS}\b)",
        _WEEKDAY_WORDS,
    ),
    _row(
        "habit",
        rf"{WEEKDAY}s\b",
        _WEEKDAY_PLURALS,
    ),
    _row(
        "today",
        r"(?:(?P<edge>(?i:earlier|later))_)?(?<!USA )(?P<word>today|Today)\b(?!_Show|(?<=Today)_show)",
        "today",
    ),
    _row(
        "quarter",
        r"\bQ(?P<quarter>[1-4])(?:(?:_of)?_(?P<year>20\d\d|19\d\d))?\b",
        "q",
    ),
)
