"""Days that the calendar does not bear out, and past ones that are still to come."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from factcheck.assertions.queries.story import Doubt, Rule, Story
from factcheck.language.date_forms import MONTHS, WEEKDAYS
from factcheck.language.date_setting import year_of
from factcheck.language.date_years import near
from factcheck.model import Span

_LEAP = 2024  # a year that has every day of the calendar
_CLOSE = 2  # sentences before in which a bare year may be that of a day
_AHEAD = re.compile(
    r"\b(?:scheduled|due|planned|plans?|set|expected|will|would|shall|may|might|could|until|till|by|if|"
    r"expires?|deadline|ends?|to be|was to|were to|postponed|delayed|updated|corrected|amended|through|tickets?|call(?:s|ed) for)\b",
    re.IGNORECASE,
)


def weekday(story: Story) -> Iterator[Doubt]:
    """``Friday, Sept. 5, 2024``, which was a Thursday."""
    for item in story.inventory.dates:
        parts = dict(item.date.parts) if item.date else {}
        if not item.date or item.date.form != "day" or "weekday" not in parts:
            continue
        days = _days(story, parts, item.past)
        wanted = WEEKDAYS[parts["weekday"].casefold()]
        if not days or any(day.weekday() == wanted for day in days):
            continue
        if "year" not in parts and _of_a_printed_year(story, item.span, days[0], wanted):
            continue
        yield _no_such_day(story, item.span, days[0], has_year="year" in parts)


def _no_such_day(story: Story, span: Span, day: dt.date, *, has_year: bool) -> Doubt:
    right = calendar.day_name[day.weekday()]
    assumed = "" if has_year else f" in {day.year}"
    tense = "is" if story.published is not None and day > story.published else "was"
    return Doubt(
        f'"{span.of(story.text)}" {tense} a {right}{assumed}',
        f"{story.quote(span)}; {day.day} {calendar.month_name[day.month]} {day.year} "
        f"is a {right} in the calendar",
        (span,),
    )


def _days(story: Story, parts: dict[str, str], past: bool | None) -> tuple[dt.date, ...]:
    """The days that may be meant, the likeliest first: where the year is printed, one."""
    month = MONTHS.get(parts["month"].casefold().rstrip("."), 0)
    number = int(re.sub(r"\D", "", parts["day"]) or 0)
    if "year" in parts:
        day = _date(year_of(parts["year"]), month, number)
        return (day,) if day else ()
    if story.published is None or "this" in parts or not _date(_LEAP, month, number):
        return ()
    return near(month, number, story.published, past)


def _of_a_printed_year(story: Story, span: Span, day: dt.date, wanted: int) -> bool:
    """Whether the weekday is right in a year that the text has before: ``In 1963 … on Friday, Nov. 22``.

    A bare year counts where it stands close by, a day or month with its year wherever it stands.
    """
    home = story.sentence(span.start)
    for item in story.inventory.dates:
        parts = dict(item.date.parts) if item.date else {}
        if item.date is None or "year" not in parts or item.span.start > story.home(span.start).end:
            continue
        close = home - story.sentence(item.span.start) <= _CLOSE
        other = _date(year_of(parts["year"]), day.month, day.day)
        if other and other.weekday() == wanted and (close or item.date.form in ("day", "month")):
            return True
    return False


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def after_publication(story: Story) -> Iterator[Doubt]:
    """``I went back the next Tuesday``, which has not come when the article is published."""
    published = story.published
    if published is None:
        return
    for item in story.inventory.dates:
        expression = item.date
        if expression is None or item.past is not True or not _is_certain(story, item.span):
            continue
        if expression.form != "beside" and "year" not in dict(expression.parts):
            continue
        meaning = story.meaning(item)
        if _later(meaning, published):
            yield Doubt(
                f'"{item.span.of(story.text)}" ({meaning}) is told as past, but the article is of '
                f"{published.isoformat()}",
                story.quote(item.span),
                (item.span,),
            )
            return  # one is enough: where the day of publication is wrong, all are


def _later(meaning: str, published: dt.date) -> bool:
    """Whether a day, month or year lies wholly after the publication."""
    return (
        len(meaning) in (4, 7, 10)
        and "/" not in meaning
        and meaning > published.isoformat()[: len(meaning)]
    )


def _is_certain(story: Story, span: Span) -> bool:
    """A past verb rules the words themselves, and nothing before them looks ahead.

    "The July 3 game was moved" says when the game is, not when it was moved.
    """
    home = story.home(span.start)
    near = story.text[max(span.start - 80, home.start) : span.start]
    token = story.token(span.start)
    while (
        token.idx < span.end and span.start <= token.head.idx < span.end and token.head.i != token.i
    ):
        token = token.head
    above = token.head if token.head.pos_ != "ADP" else token.head.head
    plain = above.tag_ == "VBD" or any(
        c.tag_ == "VBD" and c.dep_ == "auxpass" for c in above.children
    )
    if not plain or _AHEAD.search(near) or re.search(r"\b(?:the|an?|its|their)\s$", near, re.I):
        return False
    return not story.is_quoted(span.start)


RULES: tuple[Rule, ...] = (
    Rule(
        "weekday",
        weekday,
        (
            "The pool closed on Friday, June 20, 2024, officials said.",
            "The pool closed on Sunday night (June 22), officials said.",
            "The pool closed on Tuesday, June 27, officials said.",
            "The pool closed on Tuesday, July 3, officials said.",
            "The pool will open on Wednesday, July 3, with a fair. It will close on Friday, Aug. 10.",
            "The pool was built in 2019. It is old. It is small. It closed on Tuesday, June 25. "
            "It was closed on Tuesday, June 11. The mayor spoke on Wednesday, June 27.",
        ),
        (
            "The pool closed on Thursday, June 20, 2024, officials said.",
            "The pool closed on Sunday, June 23, officials said.",
            "The pool closed on Friday. On June 20, 2024, it was empty.",
            "The pool closed on Saturday, June 15. The trial starts Monday, Jan. 6.",
            "In 1963 the pool was new. It closed on Saturday, June 22, after a storm.",
            "The pool opened on June 1, 1963. It was green. It was large. Many came. It closed on "
            "Saturday, June 22, after a storm.",
            "The pool closed on Monday, July 3. The fair ended on Thursday, Feb. 29.",
        ),
    ),
    Rule(
        "after-publication",
        after_publication,
        (
            "The pool opened on July 3, 2024, to a large crowd.",
            "I visited the fair on June 27. I went back the next Tuesday and nobody was there.",
        ),
        (
            "The pool opened on June 3, 2024, to a large crowd.",
            "The pool was scheduled to open on July 3, 2024.",
            "The July 3, 2024, game was moved. Tickets sold out for the July 3, 2024, show.",
            "The pool will open on July 3, 2024. Its plan expires on July 5, 2025.",
            "This article was updated on July 3, 2024.",
            "I visited the fair on June 20. I went back the next Tuesday and nobody was there.",
        ),
    ),
)
