"""The desk's triage: what would hurt if it were wrong comes first.

Themes with their reason, as data. The words are looked for in the assertion's own text; figures,
money and superlatives come from its details.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.model import Detail, Priority


@dataclass(frozen=True, slots=True)
class Theme:
    """Words that make an assertion a risk, why, one text that they catch and one that they leave."""

    name: str
    words: re.Pattern[str]
    fires: str
    passes: str


def _theme(name: str, words: str, fires: str, passes: str) -> Theme:
    pattern = rf"\b(?:{'|'.join(words.split())})\b"
    return Theme(name, re.compile(pattern.replace("_", r"[\s-]"), re.IGNORECASE), fires, passes)


HIGH = (
    # Families read it; a wrong name here cannot be taken back.
    _theme(
        "death and injury",
        r"kill\w* dead died dies dying deaths? death_toll fatal\w* injur\w+ wound\w+ casualt\w+ murder\w* "
        r"homicid\w+ suicid\w+ massacre\w* behead\w+ execut(?:ed|ion|ions) drown\w* stabb\w+ shot shooting\w* "
        r"bomb\w* victims? bodies corpse\w* genocide manslaughter overdos\w+ hospitali[sz]ed",
        "two people died in the flood",
        "the garden was in bloom",
    ),
    # Accusing a person of a crime or of misconduct is what libel suits are about.
    _theme(
        "accusation and crime",
        r"accus\w+ alleg\w+ charged charges arrest\w* convict\w+ guilty indict\w+ fraud\w* brib\w+ corrupt\w* "
        r"rape[ds]? rapist\w* assault\w* abus\w+ harass\w+ molest\w+ theft stole\w* robb\w+ crim\w+ felon\w* "
        r"lie[ds]? lying liars? perjur\w+ cheat\w* launder\w+ traffick\w+ smuggl\w+ terror\w* racis\w+ "
        r"misconduct scandal\w* jail\w* prison\w* sentenced illegal\w* unlawful\w* violat\w+ impeach\w* "
        r"plagiari\w+ embezzl\w+ conspir\w+ kidnap\w* detain\w* suspects? suspected defraud\w* pedophil\w* "
        r"paedophil\w* blackmail\w* hack(?:ed|ers?|ing) leak(?:ed|s)? cover_up",
        "the treasurer was accused of fraud",
        "the treasurer was elected",
    ),
    # The law is quoted exactly or not at all.
    _theme(
        "law",
        r"lawsuits? sued suing court ruled ruling unconstitutional banned outlaw\w* prosecut\w+ investigat\w+ "
        r"sanctions?",
        "the court ruled against the town",
        "the tennis club opened",
    ),
    # Readers act on it.
    _theme(
        "health and safety",
        r"cancer vaccin\w+ virus\w* disease\w* epidemic pandemic infect\w+ toxic\w* poison\w* symptom\w* "
        r"diagnos\w+ cure[ds]? drugs? dos(?:e|es|age) unsafe hazard\w* contaminat\w+ carcinogen\w* "
        r"side_effects? outbreak\w* nuclear radiation",
        "the vaccine prevents the disease",
        "the choir prevented nothing",
    ),
    # A share or a sum is copied by others.
    _theme(
        "statistics and money",
        r"per_?cent percentage million billion trillion majority unemployment poverty debt deficit",
        "a majority left",
        "some left",
    ),
)
_FIGURE = re.compile(r"[$£€¥]\s?\d|\d\s?%|\b\d{1,3}(?:,\d{3})+\b")
_SUPERLATIVE = re.compile(
    r"\b(?:first(?:_|\s)ever|for the first time|the (?:first|only|last|most|least|worst|best|largest|biggest|smallest|highest|lowest|oldest|youngest|fastest|longest|deadliest|\w+est)\b|record(?:-|\s)(?:high|low|breaking|setting)|unprecedented|never before)",
    re.IGNORECASE,
)
_HIGH_DETAILS = frozenset(("money", "percent", "superlative"))


def of(text: str, kind: str, layer: str, details: Sequence[Detail]) -> Priority:
    """How much it would hurt if ``text`` were wrong.

    ``kind`` and ``layer`` are the assertion's, ``details`` what a checker ticks in it.
    """
    if any(theme.words.search(text) for theme in HIGH):
        return "high"
    if kind == "statistic" or any(d.kind in _HIGH_DETAILS for d in details):
        return "high"
    if _FIGURE.search(text) or _SUPERLATIVE.search(text):
        return "high"
    return "normal"
