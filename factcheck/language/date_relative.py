"""How times are written that count from another time, and hours and feasts, as data: one row a form.

Read like :mod:`factcheck.language.date_forms`; letter case does not matter here.
"""

from __future__ import annotations

from factcheck.language.date_forms import DECADES, PART, SEASON, WEEKDAY, YEAR
from factcheck.language.rows import DIGITS, Table, row

_NUMBER = (
    r"(?:\d{1,3}|a_couple_of|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
    r"fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty)"
)
_RANGE = rf"{_NUMBER}(?:_?[-–—]_?|_(?:to|or)_){_NUMBER}"
_FEW = r"(?:a_few|several|some|many|few|(?:a_)?couple(?:_of)?|dozens_of|hundreds_of|thousands_of|countless|recent)"
_UNIT = (
    r"(?:second|minute|hour|day|night|week|weekend|month|quarter|year|decade|century|generation)"
)
_UNITS = r"(?:seconds|minutes|hours|days|nights|weeks|weekends|months|years|decades|centuries|generations)"
_ABOUT = (
    r"(?:\b(?P<about>almost|nearly|about|around|roughly|just_over|just_under|more_than|less_than|over|some|just|"
    r"only|at_least|exactly)_)?"
)
_OF = rf"(?:of_|in_|,_)?(?:(?P<this>this|last|next|the)_year|(?P<year>{YEAR})\b)"
_HALVES = rf"(?P<ordinal>first|second)[_-]half_{_OF}"
_HOLIDAY = (
    r"christmas(?:_day|_eve)?|boxing_day|new_year['’]?s_(?:day|eve)|halloween|(?:st\.?_)?valentine['’]?s_day|"
    r"independence_day|fourth_of_july|july_fourth|veterans_day|good_friday|easter(?:_sunday|_monday)?|"
    r"thanksgiving(?:_day)?|labor_day|memorial_day|election_day|black_friday|juneteenth|st\.?_patrick['’]?s_day|"
    r"martin_luther_king(?:,?_jr\.?)?_day|presidents['’]?_day|columbus_day|palm_sunday|ash_wednesday|maundy_thursday|"
    r"april_fools?['’]?s?_day|earth_day|international_women['’]?s_day|anzac_day|australia_day|canada_day|"
    r"bastille_day|cinco_de_mayo|armistice_day|remembrance_day|all_saints['’]?_day"
)
_FEASTS = (
    "christmas boxing day eve halloween independence july fourth good easter thanksgiving black juneteenth palm ash "
    "maundy cinco"
)
_SIDES = "past last previous next coming following preceding recent"
_AFTER = "later earlier after before prior afterward afterwards"
_FISCAL = r"(?:fiscal|financial|tax|school|academic)"
_EVENING = r"(?:morning|afternoon|evening|night)"
_ZONE = (
    r"(?:(?:local|eastern|central|pacific|mountain|london|british|beijing|tokyo)(?:_(?:standard|daylight|summer))?_time|"
    r"GMT|UTC|BST|CES?T|E[SD]?T|P[SD]?T|C[SD]T|M[SD]T|IST|AE[SD]T|Eastern|Pacific)"
)

COUNTED: Table = (
    row(
        "ago",
        rf"{_ABOUT}\[?\b(?P<count>{_NUMBER})\]?_(?P<unit>{_UNIT})s?_ago\b(?:_(?:on_)?(?P<on>today|{WEEKDAY})\b)?",
        "ago",
    ),
    row("vague", rf"{_ABOUT}\b{_RANGE}_(?P<units>{_UNITS})_(?P<side>ago)\b", "ago"),
    row("vague", rf"{_ABOUT}\b{_NUMBER}_{_UNIT}s?_and_a_half_ago\b", "ago"),
    row("vague", rf"{_ABOUT}(?:{_FEW}_)?\b(?P<units>{_UNITS})_(?P<side>ago)\b", "ago"),
    row(
        "same_last_year",
        r"the_same_(?P<unit>month|period|week|time|quarter|day|stage|point)_(?:in_|of_)?(?:last_year|a_year_(?:ago|earlier|before)|"
        r"the_(?:previous|prior)_year)\b",
        "same",
    ),
    row("so_far", r"so_far_this_(?P<unit>year|month|week|season)\b", "far"),
    row("so_far", r"\b(?P<unit>year|month|week)[_-]to[_-]date\b", "date"),
    row(
        "past",
        rf"\b(?P<side>past|last|previous|next|coming|following)_{_ABOUT}(?P<count>{_NUMBER})_(?P<unit>{_UNIT})s?\b",
        _SIDES,
    ),
    row(
        "past",
        r"the_(?P<side>past|last)_(?P<unit>day|week|month|year|decade|century)\b(?!_of|['’]s)",
        "past last",
    ),
    row(
        "vague",
        rf"\b(?P<side>past|last|next|coming|following|preceding|recent)_(?:{_FEW}_)?(?P<units>{_UNITS})\b",
        _SIDES,
    ),
    row("vague", rf"\bwithin_(?:{_FEW}_)?(?P<units>{_UNITS})\b", "within"),
    row(
        "vague",
        rf"\bwithin_{_ABOUT}(?:the_(?:next|first|last)_)?(?P<count>{_NUMBER})_(?P<unit>{_UNIT})s?\b",
        "within",
    ),
    row("vague", rf"{_ABOUT}\b{_RANGE}_{_UNITS}_(?:later|earlier|after|before|prior)\b", _AFTER),
    row(
        "later",
        rf"{_ABOUT}\b(?P<count>{_NUMBER})_(?P<unit>{_UNIT})s?_(?P<side>later|earlier|after|before|prior|afterwards?)\b",
        _AFTER,
    ),
    row(
        "vague",
        rf"{_ABOUT}(?:{_FEW}_)?\b(?P<units>{_UNITS})_(?:later|earlier|after|before|afterwards?)\b",
        _AFTER,
    ),
    row(
        "vague",
        rf"the_(?:{_UNITS}_(?:(?:immediately_)?(?:since|following|before|after|preceding)|leading_up_to|that_followed)|"
        rf"(?:day|week|month|year)_(?:following|preceding|leading_up_to|that_followed))\b",
        "since following preceding leading followed before after",
    ),
    row(
        "beside",
        rf"the_(?:very_)?(?P<side>next|following|previous|same|very_same|preceding)_(?:(?P<weekday>{WEEKDAY})"
        rf"(?:_{PART})?|(?P<unit>day|night|morning|afternoon|evening|week|weekend|month|year))\b",
        "next following previous same preceding",
    ),
    row(
        "beside",
        r"the_(?P<unit>day|night|week|weekend|month|year)_(?P<side>before|after|prior)\b"
        r"(?=_?(?:[,.;:!?)\"”’—–\n]|$)|_(?:as|when|and|but|to|in|on|at|by|because|while|with)\b)",
        "before after prior",
    ),
    row(
        "vague",
        r"the_(?:day|night|week|weekend|month|year)_(?:before|after|prior)\b",
        "before after prior",
    ),
    row(
        "beside",
        rf"(?:(?:later|earlier)_)?\b(?P<side>that)_(?:(?:same|very)_)?(?:(?P<unit>day|night|morning|afternoon|evening|"
        rf"week|weekend|month|year)|(?P<weekday>{WEEKDAY})(?:_{PART})?)\b",
        "that",
    ),
    row(
        "beside",
        r"\b(?:later|earlier|late|early)_in_(?P<side>the)_(?P<unit>day|week|month|year|evening|morning)\b",
        "later earlier late early",
    ),
    row(
        "unit",
        r"(?:\b(?P<edge>earlier|later|late|early)_)?\b(?P<this>this|last|next)_(?P<past>past_|coming_)?"
        r"(?P<unit>week|weekend|month|year|decade|century|quarter)s?\b(?!-)(?!_(?:old|long)\b)",
        "this last next",
    ),
    row(
        "unit",
        r"\b(?:over|during|through|throughout|at|for|on|after|before|of|by|this)_"
        r"(?P<at>(?P<this>the)_(?:(?:past|last)_)?(?P<unit>weekend))\b",
        "weekend",
    ),
    row(
        "vague",
        r"\brecently\b|\brecent\b|\b(?:shortly|soon)_(?:after|before)(?:wards?)?\b|\bat_the_time\b(?!_of\b)",
        "recently recent shortly soon time",
    ),
    row("vague", r"\b(?:this|last|next)_season\b", "season"),
)

NAMED: Table = (
    row(
        "decade",
        r"the_(?:(?P<edge>early|mid|late)[_-])?(?P<decade>(?:twen|thir|for|fif|six|seven|eigh|nine)ties)\b",
        " ".join(DECADES),
    ),
    row(
        "century",
        r"(?:the_)?(?:\b(?:early|mid|late)[_-])?\b(?P<century>[12]?\d)(?:st|nd|rd|th)[_-]century\b",
        "century",
    ),
    row(
        "quarter",
        rf"(?:the_)?\b(?P<ordinal>first|second|third|fourth)[_-]quarter_{_OF}",
        "quarter",
    ),
    row(
        "quarter",
        r"(?:the_)?(?:\b(?P<this>this|last|next)_)?(?:fiscal_)?\b(?P<ordinal>first|second|third|fourth)[_-]quarter\b",
        "quarter",
    ),
    row("half", rf"(?:the_)?\b{_HALVES}", "half"),
    row("first_months", rf"the_first_(?P<count>{_NUMBER})_months_{_OF}", "first"),
    row(
        "fiscal",
        rf"(?:\b(?:the_)?(?:current|previous|last|this|next|coming|new)_)?\b{_FISCAL}_years?(?:_(?:of_)?"
        rf"(?P<year>{YEAR})(?:[-–/](?P<year2>{YEAR}|\d\d))?)?\b",
        "year years",
    ),
    row("fiscal", rf"\b(?:fiscal_|FY_?)(?P<year>{YEAR})\b", "fiscal fy"),
    row(
        "fiscal",
        rf"(?P<year>{YEAR})[-–/](?P<year2>{YEAR}|\d\d)_{_FISCAL}_year\b|\b(?P<year3>{YEAR})_{_FISCAL}_year\b",
        "year",
    ),
    row(
        "season",
        rf"(?:\b(?P<edge>early|late|mid)[_-])?\b(?P<season>{SEASON})(?:_of)?_(?P<year>{YEAR})\b",
        "spring summer autumn fall winter",
    ),
    row(
        "season",
        rf"(?:\b(?:earlier|later|early|late)_)?\b(?P<this>this|last|next)_(?:past_|coming_)?(?P<season>{SEASON})\b",
        "spring summer autumn fall winter",
    ),
    row(
        "season",
        r"\b(?:in|since|by|during|until|through)_(?P<at>(?:the_)?(?P<season>spring|summer|autumn|winter))\b(?!_of)",
        "spring summer autumn winter",
    ),
    row(
        "unit_edge",
        r"the_(?:very_)?(?P<edge>start|beginning|end|middle)_of_(?P<this>the|this|last|next)_(?P<unit>year|month|week)\b",
        "start beginning end middle",
    ),
    row(
        "unit_edge",
        r"\b(?P<this>this|last|next)_(?P<unit>year)['’]s_(?P<edge>end|start)\b|\b(?P<edge2>year)[_-]end\b",
        "end start",
    ),
    row(
        "today",
        rf"(?:\b(?P<edge>earlier|later|late)_)?\b(?P<word>tonight|yesterday|tomorrow)(?:_{_EVENING})?\b",
        "tonight yesterday tomorrow",
    ),
    row(
        "today",
        r"\b(?P<word>the_day_before_yesterday|the_day_after_tomorrow|this_(?:morning|afternoon|evening)|last_night|"
        r"(?:through_the_|over)night)\b",
        "yesterday tomorrow morning afternoon evening night overnight",
    ),
    row("now", r"\bcurrently\b", "currently"),
    row("holiday", rf"\b(?P<holiday>{_HOLIDAY})\b(?:,?_(?P<year>{YEAR})\b)?", _FEASTS),
    row("nine_eleven", r"(?<![\d/])9/11\b(?!/)", DIGITS),
)

HOURS: Table = (
    row(
        "time",
        rf"(?<![\d:.])(?:[01]?\d|2[0-3]):[0-5]\d(?:_?[ap]\.?_?m\b\.?|_?hrs|_hours)?(?:_{_ZONE}\b)?(?![:\d])",
        DIGITS,
    ),
    row(
        "time",
        rf"(?<![\d:.,$£€])(?:1[0-2]|0?[1-9])(?:[.:][0-5]\d)?_?[ap](?:\._?m\.?|m\b)(?:_{_ZONE}\b)?",
        "a p am pm",
    ),
    row(
        "time",
        r"\b(?:in|into|during|by|through)_(?P<at>the_(?:early_|late_)?(?:morning|afternoon|evening|small_hours|early_hours))\b",
        "morning afternoon evening hours",
    ),
    row(
        "time",
        r"\b(?:early|late|mid)-?(?:morning|afternoon|evening)\b",
        "early late mid midmorning midafternoon",
    ),
    row(
        "time",
        rf"\b(?:at|by|before|until|after|around|about|from)_(?P<at>(?:noon|midnight|midday|dawn|dusk|sunrise|sunset)(?:_{_ZONE}\b)?)\b",
        "noon midnight midday dawn dusk sunrise sunset",
    ),
    row(
        "time",
        r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d\d?)_o['’]clock\b",
        "clock",
    ),
)
RELATIVE: Table = (*NAMED, *COUNTED, *HOURS)
