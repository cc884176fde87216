"""Date and time expressions in news English, and the calendar dates that they mean.

No library guesses here: what the words and the day of publication do not settle stays open.
Nothing is loaded; both functions are pure.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.language import date_forms, date_relative, date_rules, rows
from factcheck.language.date_setting import Setting
from factcheck.model import Span

FORMS: rows.Table = (*date_forms.CALENDAR, *date_relative.RELATIVE)
"""Every way to write a time, one row a form; :data:`date_rules.RULES` says what each means."""
_CUED = rows.index(FORMS)

_LAST_WORD = re.compile(r"(\S+)\s*$")
_NEXT_WORDS = re.compile(r"[\W_]?(?: ?[a-z]+){0,2}", re.IGNORECASE)
_LISTED = re.compile(r"(?:, |,? (?:and|or) )")
_INDEFINITE = frozenset(
    "a an any each every some most one another other first second third fourth last final alternate".split()
)
_COUNTED_FROM = frozenset(("before", "after", "following", "prior", "preceding"))
_NIGHTS = frozenset(("overnight", "through the night"))
_DAYS = frozenset(("weekday", "day", "iso"))
_NEARBY = 300  # characters in which "overnight" may be the night of a day named before
_TOUCHING = 4  # and in which it is that of a day named after: "overnight on Tuesday"
_LOOKED_AT = 6  # expressions before
# What is issued or held on one day: "a Tuesday statement" is that of this Tuesday.
_OCCASIONS = frozenset(
    "statement report interview letter tweet post speech ruling memo filing email note briefing vote release order "
    "decision announcement article editorial conference appearance address debate meeting hearing attack raid crash "
    "shooting fire explosion earthquake bombing game match win loss victory defeat blog video call".split()
)


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that name a time, at ``span`` of the text they were found in.

    ``form`` is the row of :data:`FORMS` that fits, ``parts`` the pattern's groups, ``before`` the word
    just before and ``after`` the two just behind, in lower case.
    """

    span: Span
    text: str
    form: str
    parts: tuple[tuple[str, str], ...]
    before: str = ""
    after: tuple[str, ...] = ()

    @property
    def clock(self) -> bool:
        """Whether it is a time of the day and no date."""
        return self.form == "time"


def find(text: str) -> tuple[Expression, ...]:
    """The date and time expressions of ``text`` in order, none inside another."""
    level = rows.level(text)
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
        found.append(Expression(span, span.of(text), form, parts, word, _after(level, span.end)))
    return tuple(
        replace(each, form="vague") if _is_another_night(found, number) else each
        for number, each in enumerate(found)
    )


def _is_another_night(found: Sequence[Expression], number: int) -> bool:
    """``It began on Tuesday night and burned overnight``: not surely the night before the publication."""
    here = found[number]
    if here.form != "today" or here.text.casefold() not in _NIGHTS:
        return False
    before = (e for e in found[max(number - _LOOKED_AT, 0) : number] if e.form in _DAYS)
    after = (e for e in found[number + 1 : number + 2] if e.form in _DAYS)
    return any(here.span.start - e.span.end <= _NEARBY for e in before) or any(
        e.span.start - here.span.end <= _TOUCHING for e in after
    )


_Match = tuple[Span, int, str, tuple[tuple[str, str], ...], str]


def _matches(text: str) -> Iterator[_Match]:
    for order, match in rows.matches(FORMS, _CUED, text):
        form, group = FORMS[order].kind, "at" if "at" in match.re.groupindex else 0
        span = Span(match.start(group), match.end(group))
        word = _LAST_WORD.search(text, max(span.start - 20, 0), span.start)
        before = word.group(1).casefold() if word else ""
        if before in date_forms.REFUSED_BEFORE.get(form, ()):
            continue
        parts = tuple((k, " ".join(v.split())) for k, v in match.groupdict().items() if v)
        yield span, order, form, parts, before


def _after(text: str, end: int) -> tuple[str, ...]:
    words = _NEXT_WORDS.match(text, end, end + 40)
    return tuple(words.group().casefold().split()) if words else ()


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
    if expression.form in ("weekday", "today") and _is_any(expression):
        return ""
    setting = Setting(dict(expression.parts), published, past, tuple(anchors), expression.before)
    try:
        return date_rules.RULES[expression.form](setting)
    except (ValueError, OverflowError):  # 30 February, or before the year 1
        return ""


def _is_any(expression: Expression) -> bool:
    """``a Tuesday``, ``the first Monday in June``, ``the Friday before the vote``: no day near the news."""
    if expression.before in ("a", "an") and _OCCASIONS.intersection(expression.after):
        return False
    counted = expression.before == "the" and expression.after[:1]
    return expression.before in _INDEFINITE or bool(counted and counted[0] in _COUNTED_FROM)
