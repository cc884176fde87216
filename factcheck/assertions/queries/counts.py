"""A figure that is given in two ways: the same thing, plainly meant again, and another number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.assertions.queries.amounts import Amount
from factcheck.assertions.queries.story import Doubt, Rule, Story
from factcheck.assertions.roles import ROLES
from factcheck.model import Span

_SUFFERED = {
    "injured": "injured",
    "hurt": "injured",
    "wounded": "injured",
    "killed": "killed",
    "dead": "killed",
    "died": "killed",
    "arrested": "arrested",
    "detained": "detained",
    "missing": "missing",
    "rescued": "rescued",
    "evacuated": "evacuated",
    "hospitalised": "hospitalised",
    "hospitalized": "hospitalised",
}
_WHO = r"(?:people|persons|others|passengers|men|women|children|students|soldiers|civilians|workers|officers)"
_STATE = rf"(?P<state>{'|'.join(_SUFFERED)})"
_FATE = re.compile(
    rf"\s(?:{_WHO}\s)?(?:(?:were|was|are|have been|had been|had|have)\s)?(?:also\s)?{_STATE}\b"
)
_OTHERWISE = re.compile(r"\s(?:since|so far|in|over|during|this|last|on|across|by|from)\b")
_DEFINITE = re.compile(r"\b(?:[Tt]he|[Aa]ll|[Tt]hese|[Tt]hose)\s$")
_UNITS = frozenset("page story storey acre room bed bedroom seat lane".split())
_SAME_UNIT = {"storey": "story"}
_FOR_YEARS = re.compile(
    r"(?P<noun>[a-z]{4,})\s(?:(?:for|over|in|during|covering)\s(?:the\s)?(?:period|years|time)\s)?"
    r"(?:from|between)\s(?P<first>(?:19|20)\d\d)\s(?:to|and|until|through)\s(?P<last>(?:19|20)\d\d)\b"
)


@dataclass(frozen=True, slots=True)
class _Toll:
    """So many people to whom one thing happened; ``again`` if they are spoken of as known.

    ``known`` says that the same number was printed before.
    """

    amount: Amount
    state: str
    again: bool
    known: bool


def of_people(story: Story) -> Iterator[Doubt]:
    """``12 people were injured``; ``the 14 injured``."""
    told: dict[str, list[_Toll]] = {}
    for toll in _tolls(story):
        before = told.setdefault(toll.state, [])
        if toll.again and len({each.amount.value for each in before}) == 1:
            first = before[0].amount
            if not toll.known and toll.amount.value > first.value:
                yield _differ(story, first.span, toll.amount.span, _SUFFERED[toll.state])
        before.append(toll)


def _tolls(story: Story) -> Iterator[_Toll]:
    printed: set[float] = set()
    for amount in story.amounts:
        known = amount.value in printed
        printed.add(amount.value)
        match = _FATE.match(story.text[amount.span.end :][:50])
        if match is None or amount.unit or not amount.is_bare:
            continue
        lead = story.text[max(amount.span.start - 10, 0) : amount.span.start]
        rest = story.text[amount.span.end + match.end() :][:12]
        again = bool(_DEFINITE.search(lead)) and not _OTHERWISE.match(rest)
        if re.search(r"\b(?:other|another|further|least)\s$", lead):
            continue
        yield _Toll(amount, _SUFFERED[match["state"]], again, known)


def of_measures(story: Story) -> Iterator[Doubt]:
    """``a 131-page document``; ``the 113-page document``."""
    told: dict[tuple[str, str], dict[float, Span]] = {}
    one: dict[tuple[str, str], bool] = {}  # whether it was introduced as "a document"
    for amount in story.amounts:
        words = story.text[amount.span.start : amount.span.end + 20]
        unit = re.match(r"[\w.,]+-([a-z]+)\b", words)
        noun = _following(story, amount) if unit and unit[1] in _UNITS else ""
        if unit is None or not noun or not amount.is_bare:
            continue
        key = (_SAME_UNIT.get(unit[1], unit[1]), noun)
        lead = story.text[max(amount.span.start - 10, 0) : amount.span.start]
        before = told.setdefault(key, {})
        one.setdefault(key, bool(re.search(r"\b(?:[Aa]n?|[Oo]ne)\s$", lead)))
        again = one[key] and re.search(r"\b(?:[Tt]he|[Tt]his)\s$", lead)
        if again and len(before) == 1 and amount.value not in before:
            first = next(iter(before.values()))
            if story.sentence(first.start) != story.sentence(amount.span.start):
                yield _differ(story, first, amount.span, noun)
        before.setdefault(amount.value, amount.span)


def _following(story: Story, amount: Amount) -> str:
    """The noun that a "131-page" describes, singular."""
    token = story.token(amount.span.end - 1)
    for step in range(1, 4):
        if token.i + step >= len(token.doc):
            return ""
        after = token.nbor(step)
        if after.pos_ == "NOUN" and (
            token.i + step + 1 >= len(token.doc) or after.nbor(1).pos_ not in ("NOUN", "PROPN")
        ):
            return after.lemma_.casefold()
        if after.pos_ not in ("ADJ", "NOUN") and after.text != "-":
            return ""
    return ""


def of_years(story: Story) -> Iterator[Doubt]:
    """``arrears from 2004 to 2009``; ``arrears from 2006 to 2009``."""
    told: dict[str, tuple[str, str, Span]] = {}
    for match in _FOR_YEARS.finditer(story.text):
        noun, first, last = match["noun"], match["first"], match["last"]
        if noun in ROLES or noun.endswith(("ed", "ly", "er", "or", "ing")):
            continue
        here = (first, last, Span(*match.span()))
        before = told.setdefault(noun, here)
        if (before[0] == first) != (before[1] == last):
            yield _differ(story, before[2], here[2], noun)


def of_ages(story: Story) -> Iterator[Doubt]:
    """``Ann Hale, 41,``; ``Hale, 43,``."""
    told: dict[str, tuple[str, Span]] = {}
    surnames: dict[str, set[str]] = {}
    doc = story.read.doc
    for mention in story.read.people.mentions:
        if " " in mention.name:
            surnames.setdefault(mention.name.split()[-1].casefold(), set()).add(mention.name)
    for mention in story.read.people.mentions:
        end = doc[mention.end - 1].idx + len(doc[mention.end - 1])
        age = re.match(r", (?:aged )?(\d{1,2})(?=[,.;)])", story.text[end : end + 14])
        person = mention.name.split()[-1].casefold()
        if age is None or len(surnames.get(person, ())) > 1:
            continue
        here = (age[1], Span(doc[mention.start].idx, end + len(age[0])))
        before = told.setdefault(person, here)
        if before[0] != age[1]:
            yield _differ(story, before[1], here[1], "age")


def _differ(story: Story, first: Span, second: Span, what: str) -> Doubt:
    return Doubt(
        f"Two figures for one thing ({what})? "
        f'"{first.of(story.text)}" and "{second.of(story.text)}"',
        f"{story.quote(first)}; {story.quote(second)}",
        (first, second),
    )


RULES: tuple[Rule, ...] = (
    Rule(
        "count-of-people",
        of_people,
        ("On Monday 12 people were injured in a fire. The 14 injured were taken to Ostburg.",),
        (
            "On Monday 12 people were injured in a fire. The 12 injured were taken to Ostburg.",
            "On Monday 12 people were injured in a fire and two died. The two dead were from Ostburg.",
            "On Monday 12 people were injured in a fire. In May, 14 people were injured in Ostburg.",
            "On Monday 12 people were injured. The 45 injured since May were from Ostburg.",
            "On Monday 12 people were injured and 3 people were injured on Tuesday. All 15 injured left.",
        ),
    ),
    Rule(
        "count-of-measures",
        of_measures,
        ("A 131-page document was found on Monday. The 113-page document was wet.",),
        (
            "A 131-page document was found on Monday. The 131-page document was wet.",
            "A 131-page document and a 113-page document were found. The 113-page document was wet.",
            "A 131-page document was found on Monday. A 113-page document was wet.",
            "The 12-story building and the 30-story building closed. The 30-story building burned.",
        ),
    ),
    Rule(
        "count-of-years",
        of_years,
        (
            "The city claims arrears for the period from 2004 to 2009. The law is not meant for "
            "arrears from 2006 to 2009.",
        ),
        (
            "The city claims arrears for the period from 2004 to 2009. The law is not meant for "
            "taxes from 2006 to 2009.",
            "Ann Hale was mayor from 2004 to 2009. Peter Roe was mayor from 1999 to 2004.",
            "Prices rose from 2004 to 2009. Prices fell from 2009 to 2012.",
        ),
    ),
    Rule(
        "count-of-ages",
        of_ages,
        ("Ann Hale, 41, left on Monday. Hale, 43, said that it was late.",),
        (
            "Ann Hale, 41, left on Monday. Peter Hale, 43, said that it was late.",
            "Ann Hale, 41, left on Monday. Hale, 41, said that it was late.",
        ),
    ),
)
