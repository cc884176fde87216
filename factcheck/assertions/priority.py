"""The desk's triage: what would hurt if it were wrong comes first.

``high``: a theme of :mod:`.themes`, money, a share, a count of some size, a statistic; or the model
(:mod:`.checkable`) expects that of its sentence. ``low``: nothing to tick in it, and words of a trivial theme
or a sentence that the model takes for trivial. All else is ``normal``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.assertions import themes
from factcheck.model import Detail, Priority

_SUMS = frozenset(("money", "percent"))
_PRINTED = re.compile(r"[$£€¥]\s?\d|\d\s?%")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_TREND = re.compile(
    r"\b(?:more than|less than|fewer than|at least|nearly|almost|roughly|about|over|up to|only|total|"
    r"rose|fell|gr[eo]w\w*|increas\w+|declin\w+|dropp\w+|cut|won|lost|lead|points?)\b",
    re.IGNORECASE,
)
UNKNOWN = 2.0
"""The urgency of what the model was not asked about: an ordinary statement's."""
HURTS = 2.5
IDLE = 1.3

_MANY = 100  # a count that nobody sees at a glance
_SOME = 10  # enough where words compare or tell of a change
_EXACT = frozenset(("quotation", "identity-title"))
_IDLE = frozenset(("quoted", "comparison", "title", "contact"))


def of(
    text: str,
    kind: str,
    layer: str,
    details: Sequence[Detail],
    urgency: float = UNKNOWN,
) -> Priority:
    """How much it would hurt if ``text`` were wrong.

    ``kind`` and ``layer`` are the assertion's, ``details`` what a checker ticks in it; ``urgency`` is what
    the model expects of it, 0 to 3.
    """
    return explain(text, kind, layer, details, urgency)[0]


def explain(
    text: str,
    kind: str,
    layer: str,
    details: Sequence[Detail],
    urgency: float = UNKNOWN,
) -> tuple[Priority, str]:
    """The priority, and the name of the theme that gave it, "model" or nothing."""
    why = _risk(text, kind, details)
    if why:
        return "high", why
    if urgency >= HURTS and kind not in _EXACT:
        return "high", "model"
    # A person's exact words, name and title are never trivial to that person.
    if kind in _EXACT or layer == "said" or any(d.kind not in _IDLE for d in details):
        return "normal", ""
    trivial = _theme(themes.LOW, text) or ("model" if urgency <= IDLE else "")
    return ("low", trivial) if trivial else ("normal", "")


def _theme(among: Sequence[themes.Theme], text: str) -> str:
    """The name of the first theme that has words in ``text``, if any."""
    small = text.lower()
    return next((theme.name for theme in among if theme.words.search(small)), "")


def _risk(text: str, kind: str, details: Sequence[Detail]) -> str:
    """The theme that makes ``text`` a risk, if any."""
    grave = _theme(themes.HIGH, text)
    if grave:
        return grave
    if kind == "statistic":
        return "statistic"
    for detail in details:
        if detail.kind in _SUMS:
            return detail.kind
        if detail.kind == "figure" and _is_large(detail.text, text):
            return "figure"
    return "figure" if _PRINTED.search(text) else ""


def _is_large(figure: str, text: str) -> bool:
    """Whether a count is one that readers take as a statistic."""
    found = _NUMBER.search(figure)
    if found is None:
        return False
    value = float(found.group().replace(",", ""))
    return value >= _MANY or (value >= _SOME and bool(_TREND.search(text)))
