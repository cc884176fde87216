"""Ages and years that do not fit one another: a birth, an anniversary."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping

from factcheck.assertions.queries.story import Doubt, Rule, Story
from factcheck.language.date_forms import MONTHS
from factcheck.model import Span

_MONTH = r"(?P<month>[A-Z][a-z]{2,8})\.?"
_BORN = re.compile(
    rf"\bborn (?:[^.;()]{{0,40}}?\s)?(?:in|on) (?:the )?(?:{_MONTH} (?:(?P<day>\d{{1,2}}),? )?(?:of )?)?"
    r"(?P<year>1[89]\d\d|20\d\d)\b|\((?:born|b\.) (?P<paren>1[89]\d\d|20\d\d)\b"
)
_AGE = (
    r"(?:, (?:(?:now|who is|who turned) )?(?:aged )?|,? \(| is |, who is )(\d{1,3})"
    r"(?=[,.;)]| years old[,.;)])"
)
_APPOSED = re.compile(r"(?: years old)?[,)]+ (?:(?:and|who was) )?")
_YEARS_AGO = re.compile(
    r"\b(?P<count>\d{1,3}) years ago,? (?:back )?in (?P<after>(?:1[89]|20)\d\d)\b|"
    r"\bin (?P<before>(?:1[89]|20)\d\d),? (?:exactly |just )?(?P<number>\d{1,3}) years ago(?=[,.;:)])"
)


def age_and_birth(story: Story) -> Iterator[Doubt]:
    """``Ann Hale, 41, … Hale was born in 1958``."""
    if story.published is None:
        return
    ages = _ages(story)
    for match in _BORN.finditer(story.text):
        person = _who_is_born(story, match, ages)
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


def _who_is_born(story: Story, match: re.Match[str], ages: Mapping[str, tuple[int, Span]]) -> str:
    """The surname of the subject of "was born", or of the name before the words; "" if unsure."""
    for surname, (_, place) in ages.items():  # Ann Hale, 41, born in 1958
        if place.end < match.start() and _APPOSED.fullmatch(story.text, place.end, match.start()):
            return surname
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
        "age-and-birth",
        age_and_birth,
        (
            "Ann Hale, 41, left on Monday. Hale was born in Ostburg in 1958.",
            "Captain Ann Hale, 51, born in 1968, was kept in hospital.",
            "Ann Hale, 51, who was born in Ostburg in 1968, left on Monday.",
            "Ann Hale is 41 years old. Hale was born in Ostburg in 1958.",
        ),
        (
            "Ann Hale, 65, left on Monday. Hale was born in Ostburg in 1958.",
            "Ann Hale, 41, left on Monday. Her mother was born in 1958.",
            "Ann Hale, 41, left on Monday. Peter Roe was born in 1958.",
            "Captain Ann Hale, 56, born in 1968, was kept in hospital.",
            "Captain Ann Hale, 55, born in 1968, was kept in hospital.",
            "Ann Hale, 41, and her mother, born in 1958, left on Monday.",
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
