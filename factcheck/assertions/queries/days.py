"""Days that the calendar does not bear out, ages and years that do not fit one another."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from factcheck.assertions.queries.story import Doubt, Rule, Story
from factcheck.language.date_forms import MONTHS, WEEKDAYS
from factcheck.language.date_setting import year_of
from factcheck.model import Span

_SURE = 180  # days from the publication within which a date without a year can be of one year only
_ROUND = 370  # days in which another year's day is looked at
_AHEAD = re.compile(
    r"\b(?:scheduled|due|planned|plans?|set|expected|will|would|shall|may|might|could|until|till|by|if|"
    r"expires?|deadline|ends?|to be|was to|were to|postponed|delayed|updated|corrected|amended|through|tickets?|call(?:s|ed) for)\b",
    re.IGNORECASE,
)
_MONTH = r"(?P<month>[A-Z][a-z]{2,8})\.?"
_BORN = re.compile(
    rf"\bborn (?:[^.;()]{{0,40}}?\s)?(?:in|on) (?:the )?(?:{_MONTH} (?:(?P<day>\d{{1,2}}),? )?(?:of )?)?"
    r"(?P<year>1[89]\d\d|20\d\d)\b|\((?:born|b\.) (?P<paren>1[89]\d\d|20\d\d)\b"
)
_AGE = r", (?:(?:now|who is|who turned) )?(?:aged )?(\d{1,3})(?=[,.;)])"
_YEARS_AGO = re.compile(
    r"\b(?P<count>\d{1,3}) years ago,? (?:back )?in (?P<after>(?:1[89]|20)\d\d)\b|"
    r"\bin (?P<before>(?:1[89]|20)\d\d),? (?:exactly |just )?(?P<number>\d{1,3}) years ago(?=[,.;:)])"
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
        day = days[0]
        right = calendar.day_name[day.weekday()]
        assumed = "" if "year" in parts else f" in {day.year}"
        yield Doubt(
            f'"{item.span.of(story.text)}" was a {right}{assumed}',
            f"{story.quote(item.span)}; {day.day} {calendar.month_name[day.month]} {day.year} "
            f"is a {right} in the calendar",
            (item.span,),
        )


def _days(story: Story, parts: dict[str, str], past: bool | None) -> list[dt.date]:
    """The days that may be meant, the nearest first: where the year is printed, one.

    Where it is not, those of about a year on the side that the tense tells; none where even the
    nearest is so far away that the year is not sure.
    """
    month = MONTHS.get(parts["month"].casefold().rstrip("."), 0)
    number = int(re.sub(r"\D", "", parts["day"]) or 0)
    published = story.published
    if "year" in parts:
        day = _date(year_of(parts["year"]), month, number)
        return [day] if day else []
    if published is None or "this" in parts:
        return []
    years = (published.year + step for step in (-1, 0, 1))
    away = {(day - published).days: day for year in years if (day := _date(year, month, number))}
    fits = [n for n in away if not (past is True and n > 1) and not (past is False and n < -1)]
    near = sorted((n for n in fits if abs(n) <= _ROUND), key=abs)
    return [away[n] for n in near] if near and abs(near[0]) <= _SURE else []


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


def age_and_birth(story: Story) -> Iterator[Doubt]:
    """``Ann Hale, 41, … Hale was born in 1958``."""
    if story.published is None:
        return
    ages = _ages(story)
    for match in _BORN.finditer(story.text):
        person = _who_is_born(story, match)
        if person not in ages:
            continue
        age, place = ages[person]
        year = int(match["year"] or match["paren"])
        least, most = _age_on(story.published, year, match["month"], match["day"])
        if not least <= age <= most:
            span = Span(*match.span())
            could = f"{least}" if least == most else f"{least} or {most}"
            yield Doubt(
                f"{age} does not fit the birth in {year}: {could} on {story.published.isoformat()}",
                f"{story.quote(place)}; {story.quote(span)}",
                (place, span),
            )


def _ages(story: Story) -> dict[str, tuple[int, Span]]:
    """Each surname's printed age; none for a surname that two people bear."""
    doc = story.read.doc
    found: dict[str, tuple[int, Span]] = {}
    full: dict[str, str] = {}
    shared: set[str] = set()
    for mention in story.read.people.mentions:
        surname = mention.name.split()[-1]
        if " " in mention.name and full.setdefault(surname, mention.name) != mention.name:
            shared.add(surname)
        end = doc[mention.end - 1].idx + len(doc[mention.end - 1])
        age = re.match(_AGE, story.text[end : end + 24])
        if age:
            place = Span(doc[mention.start].idx, end + len(age[0]))
            found.setdefault(surname, (int(age[1]), place))
    return {surname: age for surname, age in found.items() if surname not in shared}


def _who_is_born(story: Story, match: re.Match[str]) -> str:
    """The surname of the subject of "was born", or of the name before the bracket; "" if unsure."""
    token = story.token(match.start())
    subject = next((c for c in token.children if c.dep_ == "nsubjpass"), None)
    if subject is not None and subject.pos_ == "PROPN":
        return subject.text
    if match["paren"]:
        before = story.token(max(match.start() - 2, 0))
        return before.text if before.pos_ == "PROPN" else ""
    return ""


def _age_on(day: dt.date, year: int, month: str | None, date: str | None) -> tuple[int, int]:
    """The ages that somebody born then may have on ``day``."""
    whole = day.year - year
    number = MONTHS.get((month or "").casefold().rstrip("."), 0)
    if not number or (number == day.month and not date):
        return whole - 1, whole
    had = (number, int(date or 0)) <= (day.month, day.day)
    return (whole, whole) if had else (whole - 1, whole - 1)


def years_ago(story: Story) -> Iterator[Doubt]:
    """``30 years ago, in 1984``."""
    if story.published is None:
        return
    for match in _YEARS_AGO.finditer(story.text):
        count = int(match["count"] or match["number"])
        year = int(match["after"] or match["before"])
        between = story.published.year - year
        loose = count % 5 == 0 and abs(between - count) <= 2
        if abs(between - count) > 1 and not loose and not story.is_quoted(match.start()):
            span = Span(*match.span())
            yield Doubt(
                f"{year} is {between} years before {story.published.year}, not {count}",
                story.quote(span),
                (span,),
            )


RULES: tuple[Rule, ...] = (
    Rule(
        "weekday",
        weekday,
        (
            "The pool closed on Friday, June 20, 2024, officials said.",
            "The pool closed on Sunday night (June 22), officials said.",
        ),
        (
            "The pool closed on Thursday, June 20, 2024, officials said.",
            "The pool closed on Sunday, June 23, officials said.",
            "The pool closed on Friday. On June 20, 2024, it was empty.",
            "The pool closed on Saturday, June 15. The trial starts Monday, Jan. 6.",
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
    Rule(
        "age-and-birth",
        age_and_birth,
        ("Ann Hale, 41, left on Monday. Hale was born in Ostburg in 1958.",),
        (
            "Ann Hale, 65, left on Monday. Hale was born in Ostburg in 1958.",
            "Ann Hale, 41, left on Monday. Her mother was born in 1958.",
            "Ann Hale, 41, left on Monday. Peter Roe was born in 1958.",
        ),
    ),
    Rule(
        "years-ago",
        years_ago,
        ("The pool opened 30 years ago, in 1984, officials said.",),
        (
            "The pool opened 40 years ago, in 1984, officials said.",
            "The pool opened 30 years ago. In 1984 the town was small.",
            "The pool was built in 1998, 15 years ago it was repaired.",
        ),
    ),
)
