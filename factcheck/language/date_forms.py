"""How dates and times are written in news English, as data: one row a form.

``_`` stands for one or more blanks (a tab or a hard space counts as one), never for a line's end. A pattern's
named groups are the parts that :mod:`factcheck.language.date_rules` reads; a group ``at`` marks the
words meant where the pattern needs a word before them to be sure.
"""

from __future__ import annotations

import re


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
REFUSED_BEFORE = {
    "weekday": frozenset(
        [
            "black",
            "ash",
            "super",
            "cyber",
            "bloody",
            "palm",
            "giving",
            "sheffield",
            "meatless",
            "casual",
        ]
    ),
    "habit": frozenset(("happy",)),
    "year": frozenset(
        [
            "than",
            "over",
            "nearly",
            "almost",
            "no.",
            "number",
            "$",
            "£",
            "€",
            "#",
            "route",
            "flight",
            "section",
            "article",
            "room",
            "page",
            "resolution",
            "bill",
            "highway",
            "windows",
        ]
    ),
}

_MONTH = rf"(?:(?:{_LONG.replace(' ', '|')})\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
# Some months are people, verbs and words as well: on their own they need a word that tells.
_PLAIN = r"(?:(?:January|February|July|September|October|November|December)\b|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)"
_DOUBLE = r"(?:March|April|May|June|August)\b"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_PART = r"(?i:morning|afternoon|evening|night|lunchtime|midday|noon)"
_TO = r"(?:_?[-–—]_?|_(?:to|until|till|through|and)_)"
_EDGE = r"(?:[Ee]arly|[Ll]ate|[Mm]id|[Tt]he_(?:very_)?(?:start|beginning|end|middle)_of)"
_CUE = r"\b(?i:in|since|by|until|till|through|from|to|of|during|for|after|before|and|or|between|each|every|on|around)"
_SEASON = r"(?i:spring|summer|autumn|fall|winter)"
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

CALENDAR: tuple[tuple[str, str], ...] = (
    ("iso", rf"(?P<year>{_YEAR})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?![\d-])"),
    (
        "slashed",
        r"(?<![\d/.])(?P<a>\d{1,2})(?P<mark>[/.])(?P<b>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)(?![\d/])",
    ),
    # November 20 to December 11, July 8-10, 2015; 3 to 5 May
    (
        "day_range",
        rf"(?P<month>{_MONTH})_(?P<day>{_DAY}){_TO}(?:(?P<month2>{_MONTH})_)?(?P<day2>{_DAY})\b{_NOT_DAY}"
        rf"(?:,?_(?P<year>{_YEAR})\b)?",
    ),
    (
        "day_range",
        rf"(?<![\d.,$£€])(?P<day>{_DAY})(?:_(?P<month>{_MONTH}))?{_TO}(?P<day2>{_DAY})_(?P<month2>{_MONTH})"
        rf"(?:,?_(?P<year>{_YEAR})\b)?",
    ),
    # June 30, 2024; Thursday, May 7, 2015; Sunday night (March 4); February 6 this year
    (
        "day",
        rf"(?:(?P<weekday>{_WEEKDAY})(?:_{_PART})?(?:,_?|_))?(?P<month>{_MONTH})_(?:the_)?(?P<day>{_DAY})\b"
        rf"(?![\d:%]|[.,]\d|_(?:percent|per_cent|million|billion|thousand|people)\b|_?[ap]\.?m\b)"
        rf"(?:(?:,_?|_)(?P<year>{_YEAR})\b(?!_{_COUNTED})|[_-](?:of_)?{_THIS_YEAR})?",
    ),
    ("day", rf"(?P<weekday>{_WEEKDAY})(?:_{_PART})?_?\((?P<month>{_MONTH})_(?P<day>{_DAY})\)"),
    # 30 June 2024, the 14th of May, Monday 3 June
    (
        "day",
        rf"(?:(?P<weekday>{_WEEKDAY})(?:_{_PART})?(?:,_?|_)(?:the_)?)?(?<![\d.,$£€])(?P<day>{_DAY})_(?:of_)?"
        rf"(?P<month>{_MONTH})(?:(?:,_?|_)(?P<year>{_YEAR})\b(?!_{_COUNTED})|_{_THIS_YEAR})?",
    ),
    # from May to July, April and May, October-December 2019
    (
        "month_range",
        rf"(?:(?:[Ff]rom|[Bb]etween)_)?(?P<month>{_MONTH})(?:_(?P<year1>{_YEAR}))?{_TO}(?P<month2>{_MONTH})"
        rf"(?!_{_DAY}\b(?!\d))(?:,?_(?:of_)?(?P<year>{_YEAR})\b)?",
    ),
    # May 2019, the end of May 2019, February of 1986, 2021 July
    (
        "month",
        rf"(?:(?P<edge>{_EDGE})[_-])?(?P<month>{_MONTH})(?:,?_|_of_)(?P<year>{_YEAR})\b(?!_{_COUNTED})",
    ),
    ("month", rf"(?P<year>{_YEAR})_(?P<month>{_MONTH})(?!_\d)"),
    ("month", rf"(?P<month>{_MONTH})_(?:of_)?{_THIS_YEAR}"),
    (
        "month",
        rf"(?:(?P<edge>{_EDGE})[_-]|(?P<this>(?i:this|last|next))_(?:past_)?)(?P<month>{_MONTH})(?!_\d)",
    ),
    ("month", rf"(?P<month>{_PLAIN})(?!_\d)"),
    ("month", rf"{_CUE}_(?P<at>(?P<month>{_DOUBLE}))(?!_\d|_[A-Z]|['’]s_[a-z])"),
    (
        "month",
        rf"\b(?i:the|a|its|their|his|her|our)_(?P<at>(?P<month>{_DOUBLE}))(?=_[a-z])(?!_(?:on|for|of|by|from|to|in|against)\b)",
    ),
    (
        "year_range",
        rf"(?:(?:[Ff]rom|[Bb]etween)_)?(?<![\d.,$£€#/–-])(?P<year>{_YEAR})(?:_?[-–—/]_?|_(?:to|until|till|through)_)"
        rf"(?P<year2>{_YEAR}|\d\d)\b(?![-–/]\d|[.,:]\d|%)(?!_{_COUNTED})",
    ),
    ("year_range", rf"[Bb]etween_(?P<year>{_YEAR})_and_(?P<year2>{_YEAR})\b(?!_{_COUNTED})"),
    (
        "decade",
        r"(?:the_)?(?:(?P<edge>early|mid|late)(?:_to_late)?[_-])?(?<![\w$£€])(?P<decade>(?:1[5-9]|20)\d0|['’‘]\d0)['’]?s\b",
    ),
    ("year", rf"(?P<edge>{_EDGE}|[Ee]arly_in|[Ll]ate_in)[_-](?P<year>{_YEAR})\b(?!_{_COUNTED})"),
    (
        "year",
        rf"(?<![\d.,:$£€#/–—@-])(?<![A-Za-z])(?P<year>(?:19|20)\d\d)(?![\d:%/]|[.,]\d|-\d|[_-]{_COUNTED})\b",
    ),
    (
        "year",
        rf"(?:{_CUE}_|\b(?i:the|his|her|its|their|year)_|\()(?P<at>(?P<year>1[5-8]\d\d))(?![\d:%/]|[.,]\d|-\d|[_-]{_COUNTED})\b",
    ),
    (
        "weekday",
        rf"(?:(?P<edge>(?i:early|late|earlier))_(?:on_)?)?(?:(?P<this>(?i:last|this|next))_(?:past_|coming_)?)?"
        rf"(?P<weekday>{_WEEKDAY})(?:[_-](?:(?:early|late)[_-])?{_PART})?\b(?!_{_PAPERS}\b)",
    ),
    ("habit", rf"{_WEEKDAY}s\b"),
    ("today", r"(?:(?P<edge>(?i:earlier|later))_)?(?<!USA )(?P<word>today|Today)\b(?!_show)"),
    ("quarter", r"\bQ(?P<quarter>[1-4])(?:(?:_of)?_(?P<year>20\d\d|19\d\d))?\b"),
)

_NUMBER = (
    r"(?:\d{1,3}|a_couple_of|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
    r"fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty)"
)
_FEW = r"(?:a_few|several|some|many|few|dozens_of|hundreds_of|thousands_of|countless|recent)"
_UNIT = (
    r"(?:second|minute|hour|day|night|week|weekend|month|quarter|year|decade|century|generation)"
)
_UNITS = r"(?:seconds|minutes|hours|days|nights|weeks|weekends|months|years|decades|centuries|generations)"
_ABOUT = (
    r"(?:(?P<about>almost|nearly|about|around|roughly|just_over|just_under|more_than|less_than|over|some|just|"
    r"only|at_least|exactly)_)?"
)
_OF = rf"(?:of_|in_|,_)?(?:(?P<this>this|last|next|the)_year|(?P<year>{_YEAR})\b)"
_HALVES = rf"(?P<ordinal>first|second)[_-]half_{_OF}"
_HOLIDAY = (
    r"christmas(?:_day|_eve)?|boxing_day|new_year['’]?s_(?:day|eve)|halloween|valentine['’]?s_day|"
    r"independence_day|fourth_of_july|july_fourth|veterans_day|good_friday|easter(?:_sunday|_monday)?|"
    r"thanksgiving(?:_day)?|labor_day|memorial_day|election_day|black_friday|juneteenth|st\.?_patrick['’]?s_day|"
    r"martin_luther_king(?:,?_jr\.?)?_day"
)

RELATIVE: tuple[tuple[str, str], ...] = (
    (
        "decade",
        r"the_(?:(?P<edge>early|mid|late)[_-])?(?P<decade>(?:twen|thir|for|fif|six|seven|eigh|nine)ties)\b",
    ),
    (
        "century",
        r"(?:the_)?(?:(?:early|mid|late)[_-])?\b(?P<century>[12]?\d)(?:st|nd|rd|th)[_-]century\b",
    ),
    ("quarter", rf"(?:the_)?\b(?P<ordinal>first|second|third|fourth)[_-]quarter_{_OF}"),
    (
        "quarter",
        r"(?:the_)?(?:(?P<this>this|last|next)_)?(?:fiscal_)?\b(?P<ordinal>first|second|third|fourth)[_-]quarter\b",
    ),
    ("half", rf"(?:the_)?\b{_HALVES}"),
    ("first_months", rf"the_first_(?P<count>{_NUMBER})_months_{_OF}"),
    (
        "season",
        rf"(?:(?P<edge>early|late|mid)[_-])?\b(?P<season>{_SEASON})(?:_of)?_(?P<year>{_YEAR})\b",
    ),
    (
        "season",
        rf"(?:(?:earlier|later|early|late)_)?(?P<this>this|last|next)_(?:past_|coming_)?(?P<season>{_SEASON})\b",
    ),
    (
        "season",
        r"\b(?:in|since|by|during|until|through)_(?P<at>(?:the_)?(?P<season>spring|summer|autumn|winter))\b(?!_of)",
    ),
    (
        "unit_edge",
        r"the_(?:very_)?(?P<edge>start|beginning|end|middle)_of_(?P<this>the|this|last|next)_(?P<unit>year|month|week)\b",
    ),
    (
        "unit_edge",
        r"(?P<this>this|last|next)_(?P<unit>year)['’]s_(?P<edge>end|start)\b|(?P<edge2>year)[_-]end\b",
    ),
    ("ago", rf"{_ABOUT}\[?\b(?P<count>{_NUMBER})\]?_(?P<unit>{_UNIT})s?_ago\b"),
    ("vague", rf"{_ABOUT}(?:{_FEW}_)?\b(?P<units>{_UNITS})_(?P<side>ago)\b"),
    (
        "past",
        rf"\b(?P<side>past|last|previous|next|coming|following)_{_ABOUT}(?P<count>{_NUMBER})_(?P<unit>{_UNIT})s?\b",
    ),
    (
        "past",
        r"the_(?P<side>past|last)_(?P<unit>day|week|month|year|decade|century)\b(?!_of|['’]s)",
    ),
    (
        "vague",
        rf"\b(?P<side>past|last|next|coming|following|preceding|recent)_(?:{_FEW}_)?(?P<units>{_UNITS})\b",
    ),
    ("vague", rf"\bwithin_(?:{_FEW}_)?(?P<units>{_UNITS})\b"),
    (
        "vague",
        rf"\bwithin_{_ABOUT}(?:the_(?:next|first|last)_)?(?P<count>{_NUMBER})_(?P<unit>{_UNIT})s?\b",
    ),
    (
        "later",
        rf"{_ABOUT}\b(?P<count>{_NUMBER})_(?P<unit>{_UNIT})s?_(?P<side>later|earlier|after|before|prior|afterwards?)\b",
    ),
    (
        "vague",
        rf"{_ABOUT}(?:{_FEW}_)?\b(?P<units>{_UNITS})_(?:later|earlier|after|before|afterwards?)\b",
    ),
    (
        "beside",
        rf"the_(?P<side>next|following|previous|same|very_same|preceding)_(?:(?P<weekday>{_WEEKDAY})(?:_{_PART})?|(?P<unit>day|night|morning|afternoon|evening|week|weekend|month|year))\b",
    ),
    (
        "beside",
        r"the_(?P<unit>day|night|week|weekend|month|year)_(?P<side>before|after|prior)\b"
        r"(?=_?(?:[,.;:!?)\"”’—–\n]|$)|_(?:as|when|and|but|to|in|on|at|by|because|while|with)\b)",
    ),
    ("vague", r"the_(?:day|night|week|weekend|month|year)_(?:before|after|prior)\b"),
    (
        "beside",
        r"(?:(?:later|earlier)_)?\b(?P<side>that)_(?:(?:same|very)_)?(?P<unit>day|night|morning|afternoon|evening|week|weekend|month|year)\b",
    ),
    (
        "beside",
        r"\b(?:later|earlier|late|early)_in_(?P<side>the)_(?P<unit>day|week|month|year|evening|morning)\b",
    ),
    (
        "unit",
        r"(?:(?P<edge>earlier|later|late|early)_)?\b(?P<this>this|last|next)_(?P<past>past_|coming_)?"
        r"(?P<unit>week|weekend|month|year|decade|century|quarter)s?\b(?!-)(?!_(?:old|long)\b)",
    ),
    (
        "unit",
        r"\b(?:over|during|through|throughout|at|for|on|after|before|of|by|this)_(?P<at>(?P<this>the)_(?:(?:past|last)_)?(?P<unit>weekend))\b",
    ),
    (
        "today",
        r"(?:(?P<edge>earlier|later|late)_)?\b(?P<word>tonight|yesterday|tomorrow)(?:_(?:morning|afternoon|evening|night))?\b",
    ),
    (
        "today",
        r"\b(?P<word>the_day_before_yesterday|the_day_after_tomorrow|this_(?:morning|afternoon|evening)|last_night|(?:through_the_|over)night)\b",
    ),
    ("now", r"\bcurrently\b"),
    ("vague", r"\b(?:this|last|next)_season\b"),
    ("holiday", rf"\b(?P<holiday>{_HOLIDAY})\b(?:,?_(?P<year>{_YEAR})\b)?"),
    ("nine_eleven", r"(?<![\d/])9/11\b(?!/)"),
    (
        "vague",
        r"\brecently\b|\brecent\b|\b(?:shortly|soon)_(?:after|before)(?:wards?)?\b|\bat_the_time\b(?!_of\b)",
    ),
    (
        "time",
        r"(?<![\d:.])(?:[01]?\d|2[0-3]):[0-5]\d(?:_?[ap]\.?m\b\.?|_?hrs|_hours)?(?:_(?:local_time|{ZONE})\b)?(?![:\d])",
    ),
    (
        "time",
        r"(?<![\d:.,$£€])(?:1[0-2]|0?[1-9])(?:[.:][0-5]\d)?_?[ap](?:\.m\.?|m\b)(?:_(?:local_time|{ZONE})\b)?",
    ),
    (
        "time",
        r"\b(?:in|into|during|by|through)_(?P<at>the_(?:early_|late_)?(?:morning|afternoon|evening|small_hours|early_hours))\b",
    ),
    ("time", r"\b(?:early|late|mid)-(?:morning|afternoon|evening)\b"),
    (
        "time",
        r"\b(?:at|by|before|until|after|around|about|from)_(?P<at>noon|midnight|midday|dawn|dusk|sunrise|sunset)\b",
    ),
    (
        "time",
        r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d\d?)_o['’]clock\b",
    ),
)
_ZONE = r"GMT|UTC|BST|CES?T|E[SD]?T|P[SD]?T|C[SD]T|M[SD]T|IST|AE[SD]T|Eastern|Pacific"


def _compile(pattern: str, flags: int = 0) -> re.Pattern[str]:
    classes = pattern.replace("{ZONE}", _ZONE).replace("[_-]", "[ -]")
    return re.compile(classes.replace("_", "(?: +)"), flags)


FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    *((form, _compile(pattern)) for form, pattern in CALENDAR),
    *((form, _compile(pattern, re.IGNORECASE)) for form, pattern in RELATIVE),
)
