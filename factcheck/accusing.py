"""Words that accuse: of a crime, of misconduct. What libel suits are about."""

from __future__ import annotations

import re

WORDS = (
    r"accus(?:ed|es|ing|ations?|ers?) alleg(?:ed|es|edly|ing|ations?) charged charges arrest\w* convict\w+ "
    r"guilty indict\w+ fraud\w* brib(?:e|es|ed|ery|ing) corrupt\w* raped? rapes raping rapists? assault\w* "
    r"abus\w+ harass\w+ molest\w+ theft stole stolen robb(?:ed|ery|eries|ing|ers?) crimes? criminal\w* felon\w* "
    r"lie[ds]? lying liars? perjur\w+ cheat\w* launder\w+ traffick\w+ smuggl\w+ terroris[mt]s? racis[mt]s? "
    r"misconduct scandal\w* jail\w* prison\w* sentenced illegal\w* unlawful\w* violat\w+ "
    r"plagiari\w+ embezzl\w+ conspir\w+ kidnap\w* detain\w* suspects? suspected defraud\w* "
    r"pa?edophil\w* blackmail\w* hack(?:ed|ers?|ing) leak(?:ed|s) cover_up improper\w* falsely mislead\w* "
    r"misled threaten\w* groomed violen(?:t|ce|tly) tortur\w* "
    r"sexual\w* having_sex coup denie[sd]_(?:\w+_){0,4}(?:ever|knowing|that|any|having|being|wrong\w*)"
)
"""Regular expressions in small letters, divided by blanks; ``_`` is the blank or hyphen inside one."""
_CHOICE = "|".join(WORDS.split()).replace("_", r"[\s-]")
_ANY = re.compile(rf"\b(?:{_CHOICE})\b")


def accuses(text: str) -> bool:
    """Whether ``text`` has a word that accuses."""
    return _ANY.search(text.lower()) is not None
