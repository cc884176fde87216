"""A number of things with its parts listed right behind: ``nine firefighters, five men and three women``.

Any plural noun may be what is counted. That the list says what the things are, and not what else
there was (``12 points, five rebounds and three assists``), is read off the sentence: the parts are
men, women and the like, or the list stands in brackets, or between the noun and its verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.assertions.queries.amounts import Amount
from factcheck.assertions.queries.story import Doubt, Rule, Story, span_of
from factcheck.assertions.queries.sums import added_up, some_add_up
from factcheck.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_SEXES = "man men woman women male males female females boy boys girl girls"
_AGES = "adult adults child children baby babies infant infants toddler toddlers teenager teenagers"
_STANDINGS = "student students teacher teachers civilian civilians soldier soldiers"
_PEOPLE = frozenset(f"{_SEXES} {_AGES} {_STANDINGS}".split())
# Nobody is two of one line, but a woman may be a student.
_DISJOINT = tuple(
    frozenset(line.split())
    for line in (
        _SEXES,
        _AGES,
        "men women child children",
        "civilian civilians soldier soldiers",
        "student students teacher teachers",
    )
)
# What a player has besides: a list behind these goes on, even in brackets.
_SCORED = frozenset(
    "points rebounds assists goals yards runs tackles carries catches saves shots hits wins games innings "
    "strikeouts walks homers tries sets laps".split()
)
_HARMED = frozenset(
    "people persons deaths fatalities injuries casualties victims cases arrests".split()
)
_OPENED = frozenset((",", "(", "—", "–", ":", "-"))
_WORDS = ("NOUN", "PROPN", "ADJ", "VERB")
_FINITE = ("VBD", "VBP", "VBZ", "MD")
_LONGEST = 3  # words between a number and its noun
_GAP = 8  # words between the noun and its list: "12 people on Monday, seven men …"
_OF_MORE = re.compile(
    r"\b(?:[Oo]f|[Aa]mong|[Ff]rom) (?:the |its |their |these |those |all )?$"
)  # "11 of the 12 people"
_PLACED = re.compile(
    r", (?:including|among them) (?P<parts>\d[\d,]*(?P<place> in [A-Z][\w’-]+(?: [A-Z][\w’-]+)?)?"
    r"(?:, \d[\d,]*\b(?(place) in [A-Z][\w’-]+(?: [A-Z][\w’-]+)?))*"
    r",? and \d[\d,]*\b(?(place) in [A-Z][\w’-]+))(?!\w|[.,]\d| (?:of|%|per|years?|months?)\b)"
)


@dataclass(frozen=True, slots=True)
class _List:
    """The parts behind a total, their nouns in small letters, and the token behind the last.

    ``opened`` is the mark before the first part, ``some`` says that the list need not be complete.
    """

    parts: tuple[Amount, ...]
    nouns: tuple[str, ...]
    opened: str
    some: bool
    closed: Token | None


def of_parts(story: Story) -> Iterator[Doubt]:
    """``12 people, seven men and four women``; with "including", parts that are too many."""
    starts = {amount.span.start: amount for amount in story.amounts}
    listed_before: set[Amount] = set()
    for total in story.amounts:
        noun = _counted(story, total) if total not in listed_before else None
        listed = _list_behind(story, starts, noun) if noun is not None else None
        if noun is None or listed is None:
            continue
        listed_before.update(listed.parts)
        if some_add_up(listed.parts, total):
            continue
        more = sum(part.value for part in listed.parts) > total.value
        if listed.some:
            proven = more and any(set(listed.nouns) <= apart for apart in _DISJOINT)
        else:
            people = set(listed.nouns) <= _PEOPLE and not _is_subject(listed)
            proven = people or _must_be_parts(noun, listed, total)
        if proven:
            yield from added_up(story, total, listed.parts)


def _counted(story: Story, total: Amount) -> Token | None:
    """The plural noun that a number counts."""
    lead = story.text[max(total.span.start - 12, 0) : total.span.start]
    if total.unit or not total.is_bare or total.value < 2 or _OF_MORE.search(lead):
        return None
    number = story.token(total.span.end - 1)
    for token in story.tokens[number.i + 1 : number.i + 2 + _LONGEST]:
        if token.pos_ not in _WORDS or token.is_sent_start:
            return None
        if token.tag_ in ("NNS", "NNPS"):
            return token
    return None


def _list_behind(story: Story, starts: dict[int, Amount], noun: Token) -> _List | None:
    """The list that begins behind ``noun``, or a few words later where it is one of people."""
    tokens = story.tokens
    for place in range(noun.i + 1, min(noun.i + 1 + _GAP, len(tokens) - 1)):
        token = tokens[place]
        if token.is_sent_start or token.like_num or token.text in (".", ";") or "\n" in token.text:
            return None
        if token.text in _OPENED:
            found = _list_at(story, starts, place + 1, token.text)
            direct = place == noun.i + 1
            fits = found is not None and (direct or found.some or set(found.nouns) <= _PEOPLE)
            return found if fits else None
    return None


def _list_at(story: Story, starts: dict[int, Amount], place: int, opened: str) -> _List | None:
    tokens = story.tokens
    words = [token.lower_ for token in tokens[place : place + 2]]
    some = words[:1] == ["including"] or words == ["among", "them"]
    place += (words[:1] == ["including"]) + 2 * (words == ["among", "them"])
    parts: list[Amount] = []
    nouns: list[str] = []
    joined = False
    while (item := _item(story, starts, place)) is not None:
        part, noun = item
        parts.append(part)
        nouns.append(noun.lower_)
        place = noun.i + 1
        after = [token.lower_ for token in tokens[place : place + 2]]
        if joined:
            if after[:1] in (["and"], ["or"]) or after in ([",", "and"], [",", "or"]):
                return None
            break
        joined = after[:1] == ["and"] or after == [",", "and"]
        if not joined and after[:1] != [","]:
            break
        place += 2 if after == [",", "and"] else 1
    else:
        return None  # "seven men and others"
    complete = joined or (opened == "(" and len(parts) > 1)
    closed = tokens[place] if place < len(tokens) else None
    return _List(tuple(parts), tuple(nouns), opened, some, closed) if complete else None


def _item(story: Story, starts: dict[int, Amount], place: int) -> tuple[Amount, Token] | None:
    """``five young men`` or ``a woman`` at a token: the number and the noun."""
    tokens = story.tokens
    if place >= len(tokens):
        return None
    first = tokens[place]
    amount = starts.get(first.idx)
    one = amount is None and first.lower_ in ("a", "an")
    if one:
        amount = Amount(span_of(first), "figure", 1.0, 0.0, "", "")
    if amount is None or amount.unit or not amount.is_bare:
        return None
    after = story.token(amount.span.end - 1).i + 1
    noun = None
    for token in tokens[after : after + _LONGEST]:
        if token.pos_ not in _WORDS or token.is_sent_start:
            break
        noun = token
    if noun is None or noun.pos_ not in ("NOUN", "PROPN"):
        return None
    span = Span(amount.span.start, span_of(noun).end) if one else amount.span
    return replace(amount, span=span), noun


def _is_subject(listed: _List) -> bool:
    """``After police freed 12 people, seven men and four women were charged``: the list is no aside."""
    return listed.closed is not None and listed.closed.pos_ in ("VERB", "AUX", "ADV")


def _must_be_parts(noun: Token, listed: _List, total: Amount) -> bool:
    """Whether the list stands in brackets, or between the noun and its verb, and nearly adds up."""
    miss = abs(sum(part.value for part in listed.parts) - total.value)
    near = miss <= max(2.0, total.value / 4) and all(p.value < total.value for p in listed.parts)
    if listed.closed is None or noun.lower_ in _SCORED or not near:
        return False
    if listed.opened == "(":
        return listed.closed.text == ")"
    if listed.opened != listed.closed.text or listed.closed.i + 1 >= len(noun.doc):
        return False
    verb = listed.closed.nbor()
    return verb.tag_ in _FINITE and not verb.is_sent_start


def of_places(story: Story) -> Iterator[Doubt]:
    """``30 deaths, including 12 in Ostburg, 10 in Elm and 9 in Norwick``."""
    for total in story.amounts:
        noun = _counted(story, total)
        if noun is None:
            continue
        match = _PLACED.match(story.text, noun.idx + len(noun))
        if match is None or (not match["place"] and noun.lower_ not in _HARMED):
            continue
        numbers = re.finditer(r"(?<![\w.])\d[\d,]*(?<!,)", match["parts"])
        parts = [_part(match.start("parts"), number) for number in numbers]
        if sum(part.value for part in parts) > total.value:
            yield from added_up(story, total, parts)


def _part(start: int, number: re.Match[str]) -> Amount:
    span = Span(start + number.start(), start + number.end())
    return Amount(span, "figure", float(number[0].replace(",", "")), 0.0, "", "")


RULES: tuple[Rule, ...] = (
    Rule(
        "sum-of-parts",
        of_parts,
        (
            "Police arrested 12 people, seven men and four women, on Monday.",
            "Police arrested 12 people, including nine men and four women, on Monday.",
            "Nine firefighters, five men and three women, were treated on Monday.",
            "Nine officers, five men and three women, were treated on Monday.",
            "The raid freed 12 people on Monday, seven men, three women and a child.",
            "Three officers, a sergeant and a corporal, were hurt on Monday.",
            "Nine boats, five trawlers and three tugs, were lost on Monday.",
            "The storm sank nine boats (five trawlers and three tugs) on Monday.",
        ),
        (
            "Police arrested 12 people, eight men and four women, on Monday.",
            "Police arrested 12 people, including seven men and four women, on Monday.",
            "Police arrested 12 people, including nine students and four women, on Monday.",
            "Police arrested 12 people. Seven men and four women were charged on Monday.",
            "Police arrested 12 people, seven men, four women and a child, on Monday.",
            "Police arrested 12 people, seven men, three women and others, on Monday.",
            "Eleven of the 12 people, seven men and four women, were hurt on Monday.",
            "Of the 12 people, seven men and four women, only Ann Hale spoke on Monday.",
            "After police freed 12 people, seven men and four women were charged on Monday.",
            "Fourteen people, ten adults and four children, two girls and two boys, were hurt.",
            "Nine firefighters, five men and four women, were treated on Monday.",
            "About nine firefighters, five men and three women, were treated on Monday.",
            "Hale had nine points, five rebounds and three assists on Monday.",
            "Hale had nine points (five rebounds and three assists) on Monday.",
            "The house has nine rooms, five baths and three kitchens, and a garden.",
            "The storm sank nine boats, five carts and three cars on Monday.",
            "The army sent nine ships, 20 tanks and 300 trucks, said Ann Hale.",
        ),
    ),
    Rule(
        "sum-of-places",
        of_places,
        (
            "The agency counted 30 deaths, including 12 in Ostburg, 10 in Elmer and 9 in Norwick.",
            "The agency counted 30 deaths, including 12, 10 and 9, on Monday.",
        ),
        (
            "The agency counted 30 deaths, including 12 in Ostburg and 10 in Norwick.",
            "The agency counted 31 deaths, including 12 in Ostburg, 10 in Elmer and 9 in Norwick.",
            "The city runs 30 buses, including 12, 10 and 9, on Monday.",
            "The agency counted 30 deaths, including 12 in Ostburg. In Elmer 20 people were hurt.",
        ),
    ),
)
