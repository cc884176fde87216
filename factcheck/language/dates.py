"""Date and time expressions in news English, and the calendar dates that they mean.

No library guesses here: what the words and the day of publication do not settle stays open.
Nothing is loaded; both functions are pure.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.language import date_forms, date_rules
from factcheck.language.date_setting import Setting
from factcheck.model import Span

_LAST_WORD = re.compile(r"(\S+)\s*$")
_LISTED = re.compile(r"(?:, |,? (?:and|or) )")
_BLANKS = str.maketrans("\t\xa0\u2009\u202f", "    ")
_INDEFINITE = frozenset(("a", "an", "any", "each", "every", "some", "most"))


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that name a time, at ``span`` of the text they were found in.

    ``form`` is the row of :data:`factcheck.language.date_forms.FORMS` that fits, ``parts`` the
    pattern's groups, ``before`` the word just before, in lower case.
    """

    span: Span
    text: str
    form: str
    parts: tuple[tuple[str, str], ...]
    before: str = ""

    @property
    def clock(self) -> bool:
        """Whether it is a time of the day and no date."""
        return self.form == "time"


def find(text: str) -> tuple[Expression, ...]:
    """The date and time expressions of ``text`` in order, none inside another."""
    level = text.translate(_BLANKS)
    ranked = sorted(_matches(level), key=lambda m: (m[0].start, -len(m[0]), m[1]))
    found: list[Expression] = []
    for span, _, form, parts, before in ranked:
        last = found[-1] if found else None
        if last is not None and last.span.end > span.start:
            continue
        listed = (
            last is not None
            and last.form == form
            and _LISTED.fullmatch(level, last.span.end, span.start)
        )
        word = last.before if last is not None and listed else before  # "a Tuesday or Sunday"
        found.append(Expression(span, span.of(text), form, parts, word))
    return tuple(found)


_Match = tuple[Span, int, str, tuple[tuple[str, str], ...], str]


def _matches(text: str) -> Iterator[_Match]:
    for order, (form, pattern) in enumerate(date_forms.FORMS):
        for match in pattern.finditer(text):
            group = "at" if "at" in pattern.groupindex else 0
            span = Span(match.start(group), match.end(group))
            word = _LAST_WORD.search(text, max(span.start - 20, 0), span.start)
            before = word.group(1).casefold() if word else ""
            if before in date_forms.REFUSED_BEFORE.get(form, ()):
                continue
            parts = tuple((k, " ".join(v.split())) for k, v in match.groupdict().items() if v)
            yield span, order, form, parts, before


def resolve(
    expression: Expression,
    published: dt.date | None,
    *,
    past: bool | None = True,
    anchors: Sequence[str] = (),
) -> str:
    """What the expression means: an ISO day, ``2023-05``, ``2023``, a range ``A/B``, or "".

    ``past`` says whether what happened then lies before the publication (None: not known, then
    the nearest is meant). ``anchors`` are resolved expressions before this one, the nearest first:
    "two days later" counts from them. "" means that it is not certain.
    """
    if expression.form in ("weekday", "today") and expression.before in _INDEFINITE:
        return ""
    setting = Setting(dict(expression.parts), published, past, tuple(anchors), expression.before)
    try:
        return date_rules.RULES[expression.form](setting)
    except (ValueError, OverflowError):  # 30 February, or before the year 1
        return ""
