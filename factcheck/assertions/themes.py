"""What a desk checks first, and what it checks last, as words by theme.

Each theme says why it matters, and has a text that it catches and one that it leaves. Words are
regular expressions in small letters, ``_`` stands for the blank or hyphen inside one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck import accusing


@dataclass(frozen=True, slots=True)
class Theme:
    """Words that raise or lower the priority, with a text they catch and one they leave.

    ``words`` is searched in texts in small letters: several times as fast as a search in any letters.
    """

    name: str
    words: re.Pattern[str]
    fires: str
    passes: str


def _theme(name: str, words: str, fires: str, passes: str) -> Theme:
    choice = "|".join(words.split()).replace("_", r"[\s-]")
    return Theme(name, re.compile(rf"\b(?:{choice})\b"), fires, passes)


HIGH = (
    # Families read it; a wrong name or number here cannot be taken back.
    _theme(
        "death and injury",
        r"kill(?:ed|s|ing|ers?)? dead died dies dying deaths? fatal(?:ly|ity|ities)? injur(?:ed|y|ies|ing) wound(?:ed|s|ing) "
        r"casualt(?:y|ies) murder\w* homicid\w+ suicid\w+ massacre\w* behead\w+ executed executions? "
        r"drown\w* stabb\w+ shot_(?:and|dead|by|in|at|him|her|them|himself|herself) shooting\w* bomb(?:ed|ing|ings|ers?)? "
        r"victims? bodies corpse\w* genocide manslaughter overdos\w+ lost_(?:their|his|her)_(?:lives|life) "
        r"hospitali[sz]ed maimed paraly[sz]ed critical_condition body_of",
        "two people died in the flood",
        "the garden was in bloom",
    ),
    # Accusing a person of a crime or of misconduct is what libel suits are about.
    _theme(
        "accusation and crime",
        accusing.WORDS,
        "the treasurer was accused of fraud",
        "the treasurer was elected",
    ),
    # The law is quoted exactly or not at all.
    _theme(
        "law",
        r"lawsuits? sued court courts ruled ruling banned ban outlaw\w* prosecut(?:ed|ors?|ion|ions) "
        r"investigat(?:ed|ion|ions|ing) subpoena\w* sanctions? impeached allowed_by_law",
        "the court ruled against the town",
        "the tennis club opened",
    ),
    # Readers act on it: medicine, weather, danger.
    _theme(
        "health and safety",
        r"health cancer vaccin\w+ virus\w* diseases? epidemic infect\w+ toxic\w* poison\w* symptoms? diagnos\w+ "
        r"drugs? dos(?:e|es|age) overdose unsafe contaminat\w+ carcinogen\w* side_effects? outbreak\w* radiation "
        r"deficien(?:t|cy|cies) pregnan\w+ nutrition\w* surger(?:y|ies) surgeons? treatments? medicines? "
        r"safe safely damag(?:e|es|ed|ing) hurricanes? cyclones? floods? flooding earthquakes? tsunamis? "
        r"recall(?:ed)?_of abandon(?:ed|ing)",
        "the vaccine prevents the disease",
        "the choir prevented nothing",
    ),
    # A finding of science sounds final; it is copied without its hedges.
    _theme(
        "science",
        r"researchers_(?:say|said|found) study_(?:found|finds|shows?|showed|published|suggests?|says?|said|revealed) stud(?:y|ies)_(?:have|has) scientists? warming "
        r"emissions? carbon ozone temperatures? climate_(?:change|scientists?|models?|sensitivity) surveys?_(?:found|shows?|showed)",
        "scientists found a new gas",
        "she studies law",
    ),
    # A share, a sum, a record or a trend is copied by others.
    _theme(
        "statistics and money",
        r"per_?cent percentage_points? millions? billions? trillions? dollars unemployment jobless poverty "
        r"on_average average_of incomes? revenues? record_(?:high|low|number|levels?|\w+day) (?:hundreds|tens|dozens)_of_thousands "
        r"(?:fewer|less|more)_than_half half_(?:of|the) (?:one|two|three|\d+)_in_(?:\w+) more_than_(?:double|triple)\w* doubled tripled "
        r"laid_off layoffs votes delegates payroll vast_majority",
        "half of the town left",
        "some left",
    ),
    # Only one can be the largest, and somebody will write in.
    _theme(
        "superlative",
        r"largest biggest highest lowest smallest deadliest worst oldest youngest poorest richest longest shortest fastest "
        r"strongest heaviest for_the_(?:first|last|only)_time unprecedented never_before the_only only_the "
        r"first_(?:ever|woman|man|person|female|black|country|state|president|time_(?:since|in|that|a)) "
        r"most_(?!of|people|recent|likely|notably|important|part|other|difficult)\w+(?:ed|al|ent|ive|ic|ous|ly_\w+)",
        "it is the largest bridge in the county",
        "the first half ended level",
    ),
)
LOW = (
    # How somebody felt or what he was like: nobody is harmed.
    _theme(
        "oneself",
        r"i_(?:am|was|have|had|love|like|liked|enjoy|remember|think|thought|feel|felt|know|knew|try|tried|grew|want|wanted|went|just|could|always|really) "
        r"i[’']m i[’']ve we[’']re we[’']ve we_(?:are|were|have|all|do|did|know|want|need|try|get|had|love|believe|just|can|could) "
        r"our my myself interested excited happy proud me",
        "I remember the smell of the old bus",
        "police remember the case",
    ),
    # The scene: light, weather, clothes, gestures, applause.
    _theme(
        "atmosphere",
        r"smil(?:e|ed|es|ing) laugh\w* grinn\w+ nodd\w+ wav(?:ed|ing) cheer\w* applau\w+ hugg?\w* shrugg\w* sigh\w* crowded "
        r"stood standing sat sitting seated dressed wearing wore costumes? cosplay\w* festive atmosphere mood glow\w* "
        r"colou?rful sunny music danc\w+ lanterns? theme looked_like looks_like pose[sd]? posing",
        "she smiled and waved",
        "she paid and left",
    ),
    # Everybody knows it, or nobody could say when it is so.
    _theme(
        "vague",
        r"a_lot lots a_great_deal quite_a something somewhere someone somehow things kind_of sort_of everyone everybody each "
        r"in_many_ways always an?_(?:wide|broad)_range various interviews dynamic environment ways people_(?:can|are|have)",
        "there are things to do for everybody",
        "there are 40 tills",
    ),
)
