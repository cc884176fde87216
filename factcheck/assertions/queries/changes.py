"""Rises and falls: the figures before and after, the share between them, the word for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.assertions.queries.amounts import Amount, printed
from factcheck.assertions.queries.shares import misses, plain
from factcheck.assertions.queries.story import Doubt, Rule, Story
from factcheck.model import Span

_CHANGE = re.compile(
    r",?\s*(?:(?:or|which (?:is|was)|that (?:is|was)|representing|meaning)\s)?\(?"
    r"(?P<lead>an? (?:[a-z-]+ ){0,2}?|(?P<to>up|down|or) )$"
)
_AFTER_CHANGE = re.compile(
    r"\s*(?P<up>increase|rise|jump|gain|growth|surge|climb|up)|"
    r"\s*(?P<down>decrease|drop|fall|decline|cut|reduction|loss|plunge|slump|down)"
)
_NOUN_OF = re.compile(
    r",?\s*(?:—|–|-|\(|or|which (?:is|was))?\s*an?\s(?:[a-z]+ )?"
    r"(?:increase|rise|jump|gain|growth|surge|climb|decrease|drop|fall|decline|cut|reduction|plunge|slump)"
    r"\sof\s$"
)
_TO = re.compile(r"(?:\s[\w’'-]+){0,4}\s(?:to|down to|up to)\s(?:just |only )?$")
_FACTOR = re.compile(
    r"\b(?P<hedge>(?:more|less) than |nearly |almost |about )?(?P<word>doubl|tripl|halv|quadrupl)(?:ed|ing|es?)\b"
)
_TIMES = {"doubl": 2.0, "tripl": 3.0, "quadrupl": 4.0, "halv": 0.5}
_ORDINALS = frozenset(("st", "nd", "rd", "th"))
_UP = (
    r"ris(?:es?|ing|en)|rose|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|soar(?:s|ed|ing)?|surg(?:e[sd]?|ing)|"
    r"gr[eo]w(?:s|n|ing)?|increas(?:e[sd]?|ing)|gain(?:s|ed|ing)?|up|advanc(?:e[sd]?|ing)"
)
_DOWN = (
    r"fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|declin(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|plung(?:e[sd]?|ing)|"
    r"slump(?:s|ed|ing)?|tumbl(?:e[sd]?|ing)|s[aiu]nk(?:s|ing)?|shr[aiu]nk(?:s|ing)?|slid(?:es?|ing)?|"
    r"plummet(?:s|ed|ing)?|down"
)
_MADE_UP = r"rais(?:e[sd]?|ing)|increas(?:e[sd]?|ing)|lift(?:s|ed|ing)?|hik(?:e[sd]?|ing)"
_MADE_DOWN = (
    r"cut(?:s|ting)?|reduc(?:e[sd]?|ing)|lower(?:s|ed|ing)?|slash(?:es|ed|ing)?|trim(?:s|med|ming)?"
)
_MOVED = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:\s\w+ly)?(?:\sby)?(?:\sa further)?,?\s*$|"
    rf"\b(?:(?P<made_up>{_MADE_UP})|(?P<made_down>{_MADE_DOWN}))\s(?:the|its|their|his|her|our)"
    r"(?:\s[\w’'-]+){1,5}(?:\sby)?,?\s*$"
)
_ENDS = re.compile(r"(?:,|\s\()?\s?\b(?P<word>from|to)\s(?:just |only )?$")
_BETWEEN = re.compile(r"(?:\s[\w’'-]+){0,4}?,?\s(?P<word>from|to)\s(?:just |only )?")
# Where less is better or more is less, or the share is of something else than the two figures.
_RANKED = re.compile(
    r"\b(?:rank\w*|place[ds]?|spots?|list|charts?|table|standings|seed\w*|positions?|polls?|No|number one|grades?|"
    r"odds|handicap|par|dollars?|euros?|yen|yuan|rupees?|rou?bles?|pesos?|lira|rand|francs?|currenc\w+|"
    r"exchange|minus|below|negative|feet|metres|meters|stor(?:ies|eys)|floors?|times?|a\.m|p\.m)\b"
)
_OTHER_BASE = re.compile(
    r"\b(?:adjust\w+|annuali[sz]ed|annual(?:ly)?|constant|currenc\w+|organic\w*|like-for-like|same-store|comparable|"
    r"exclud\w+|average|a year|per year|each year|inflation)\b",
    re.IGNORECASE,
)
_FAR = (
    20.0  # times that two figures of one thing may differ before one is thought to lack a "million"
)


@dataclass(frozen=True, slots=True)
class _Move:
    """A rise (``up``) or fall told by the word at ``word``, with its figures and, if given, its share."""

    word: Span
    up: bool
    before: Amount
    after: Amount
    share: Amount | None


def direction(story: Story) -> Iterator[Doubt]:
    """``fell from 6,200 to 6,500``."""
    for move in _moves(story):
        if move.before.value == move.after.value or _goes_as_told(move):
            continue
        home = story.home(move.word.start).of(story.text)
        if _RANKED.search(home) or not plain(move.before, move.after) or _is_range(story, move):
            continue
        figures = (each.span.of(story.text) for each in (move.before, move.after))
        yield Doubt(
            f'"{move.word.of(story.text)}"? From {" to ".join(figures)} is a '
            f"{'fall' if move.up else 'rise'}",
            story.quote(move.word, move.before.span, move.after.span),
            (move.word, move.before.span, move.after.span),
        )


def of_a_move(story: Story) -> Iterator[Doubt]:
    """``fell 21 per cent, to $18.04 from $20.50``."""
    for move in _moves(story):
        exact = plain(move.before, move.after) and move.before.value > 0
        if move.share is None or not exact or not _goes_as_told(move):
            continue
        if not _OTHER_BASE.search(story.home(move.word.start).of(story.text)):
            yield from _compare(story, move.before, move.after, move.share)


def _goes_as_told(move: _Move) -> bool:
    return (move.after.value > move.before.value) == move.up


def _is_range(story: Story, move: _Move) -> bool:
    """``dropped from 10 to 15 bombs``, ``fell from 10 to 15 per cent``: how much, not whence and where to."""
    if move.before.unit != move.after.unit:
        return True
    last = story.token(move.after.span.end - 1)
    counts = last.i + 1 < len(last.doc) and last.nbor().pos_ in ("NOUN", "ADJ")
    return not (move.up or move.after.unit) and counts and move.after.value < 1000


def _moves(story: Story) -> Iterator[_Move]:
    for number, (one, other) in enumerate(zip(story.amounts, story.amounts[1:], strict=False)):
        home = story.home(one.span.start)
        ends = _ENDS.search(story.text[home.start : one.span.start])
        between = _BETWEEN.fullmatch(story.text, one.span.end, other.span.start)
        if ends is None or between is None or ends["word"] == between["word"]:
            continue
        if not _is_alike(one, other):
            continue
        place = home.start + ends.start()
        share = story.amounts[number - 1] if number else None
        if share is not None and (share.unit != "%" or share.span.end != place):
            share = None
        lead = story.text[home.start : share.span.start if share else place]
        moved = _MOVED.search(lead)
        if moved is None or not moved.lastgroup or "\n" in story.text[place : other.span.end]:
            continue
        word = Span(*(home.start + end for end in moved.span(moved.lastgroup)))
        before, after = (one, other) if ends["word"] == "from" else (other, one)
        yield _Move(word, moved.lastgroup.endswith("up"), before, after, share)


def _is_alike(one: Amount, other: Amount) -> bool:
    """Whether both are figures of one thing: of one unit, not so far apart that "million" is left out."""
    units = {one.unit, other.unit}
    if units & _ORDINALS or len(units - {""}) > 1 or min(one.value, other.value) <= 0:
        return False
    return max(one.value, other.value) <= _FAR * min(one.value, other.value)


def of_a_change(story: Story) -> Iterator[Doubt]:
    """``rose from 20 to 30, an increase of 40 per cent``; per cent where points are meant."""
    for before, after, share in zip(
        story.amounts, story.amounts[1:], story.amounts[2:], strict=False
    ):
        if not (_from_to(story, before, after) and share.unit == "%" and plain(before, after)):
            continue
        between = Span(after.span.end, share.span.start).of(story.text)
        rest = story.text[share.span.end : share.span.end + 12]
        if not _tells_a_change(between, rest) or before.value <= 0:
            continue
        yield from _compare(story, before, after, share)


def _compare(story: Story, before: Amount, after: Amount, share: Amount) -> Iterator[Doubt]:
    change = 100 * abs(after.value - before.value) / before.value
    ends = [
        100 * abs(a / b - 1) for a in (after.low, after.high) for b in (before.low, before.high)
    ]
    if not misses(share, min(ends), max(ends)):
        return
    words = [each.span.of(story.text) for each in (before, after, share)]
    points = abs(after.value - before.value)
    of_shares = before.unit == after.unit == "%"
    text = (
        f"From {words[0]} to {words[1]} is {printed(points)} percentage points, not {words[2]}"
        if of_shares and abs(points - share.value) <= share.half + 0.5
        else f"From {words[0]} to {words[1]} is a change of {printed(change)} per cent, not {words[2]}"
    )
    yield Doubt(text, story.quote(before.span, share.span), (share.span, after.span))


def of_a_factor(story: Story) -> Iterator[Doubt]:
    """``doubled from 20 to 30``."""
    for match in _FACTOR.finditer(story.text):
        home = story.home(match.start())
        following = story.counted(Span(match.end(), min(home.end, match.end() + 60)))[:2]
        if len(following) < 2 or not _from_to(story, *following) or not plain(*following):
            continue
        before, after = following
        told = Span(match.end(), before.span.start).of(story.text)
        if before.value <= 0 or not re.fullmatch(r"(?:\s[\w’'-]+){0,3}?\s?from\s", told):
            continue
        ratio, times = after.value / before.value, _TIMES[match["word"]]
        near = abs(ratio / times - 1) < 0.13
        hedge = (match["hedge"] or "").strip()
        fits = {
            "more than": ratio > times * 0.99,
            "nearly": times * 0.8 < ratio < times * 1.02,
            "almost": times * 0.8 < ratio < times * 1.02,
        }.get(hedge, near or hedge == "less than")
        if not fits:
            place = Span(*match.span())
            yield Doubt(
                f"From {before.span.of(story.text)} to {after.span.of(story.text)} is "
                f"{printed(ratio)} times as much: “{match[0]}”?",
                story.quote(place, after.span),
                (place, after.span),
            )


# -- what they share ---------------------------------------------------------------------------


def _from_to(story: Story, before: Amount, after: Amount) -> bool:
    lead = story.text[max(before.span.start - 6, 0) : before.span.start]
    between = Span(before.span.end, after.span.start).of(story.text)
    return lead.endswith("from ") and bool(_TO.fullmatch(between)) and _is_alike(before, after)


def _tells_a_change(between: str, rest: str) -> bool:
    tail = between[-40:]
    if len(between) > 60 or re.search(r"[.;]|\bof\b.*\bof\b", between):
        return False
    if _NOUN_OF.search(tail):
        return True
    lead = _CHANGE.search(tail)
    return bool(lead and (lead["to"] in ("up", "down") or _AFTER_CHANGE.match(rest)))


RULES: tuple[Rule, ...] = (
    Rule(
        "direction",
        direction,
        (
            "The population fell from 6,200 to 6,500 last year.",
            "The council raised the fare on all lines from $25 to $20 on Monday.",
            "Visits rose 5 percent, to 6,200 from 6,500, on Monday.",
            "Crime is up from 120 to 110 cases, the council said on Monday.",
        ),
        (
            "The population fell from 6,500 to 6,200 last year.",
            "The population fell from 2.5 to 2.1 million last year.",
            "Hale fell from 6 to 10 in the ranking on Monday. Roe rose from 10th to 6th.",
            "The army dropped from 10 to 15 bombs on Monday. Prices fell from 10 to 15 percent.",
            "The council raised the fare on all lines from $20 to $25 on Monday.",
            "The rupee fell from 74 to 76 to the dollar on Monday.",
            "The rock fell from 20 to 30 feet on Monday.",
        ),
    ),
    Rule(
        "share-of-a-move",
        of_a_move,
        (
            "Shares fell 21 percent, to $18.04 from $20.50, on Monday.",
            "The fare rose 50 percent, from $20 to $25, on Monday.",
            "Visits rose by 10 percent from 6,000 to 6,200 on Monday.",
        ),
        (
            "Shares fell 12 percent, to $18.04 from $20.50, on Monday.",
            "The fare rose 25 percent, from $20 to $25, on Monday.",
            "The fare rose about 26 percent, from $20 to $25, on Monday.",
            "Sales rose 8% to $1.2 billion from $1.1 billion on Monday.",
            "Adjusted for inflation, the fare rose 5 percent, from $20 to $25, on Monday.",
            "The fare rose 3 percent. From $20 to $25 was paid on Monday.",
        ),
    ),
    Rule(
        "share-of-a-change",
        of_a_change,
        (
            "Visits rose from 20 to 30, an increase of 40 per cent, in 2023.",
            "The rate rose from 4% to 6%, a 2% increase, in 2023.",
            "Membership fell from 62 children to 23, a drop of 53%.",
        ),
        (
            "Visits rose from 20 to 30, an increase of 50 per cent, in 2023.",
            "The rate rose from 4% to 6%, a 50% increase, in 2023.",
            "The rate rose from 4% to 6%, an increase of 2 percentage points, in 2023.",
            "Membership fell from 62 children to 23, a drop of 63%.",
            "Sales rose from $1.2 million to $1.5 million, up 27%.",
            "Visits rose from 2.1 to 2.5 million, an increase of 19 per cent.",
            "Visits rose from 20 to 30. Sales saw an increase of 40 per cent.",
        ),
    ),
    Rule(
        "share-of-a-factor",
        of_a_factor,
        (
            "The number of visits doubled from 20 to 30 last year.",
            "The price more than tripled from $10 to $28 in 2023.",
        ),
        (
            "The number of visits doubled from 20 to 39 in 2023.",
            "The number of visits more than doubled from 20 to 55 in 2023.",
            "The number of visits nearly doubled, from 20 to 37, in 2023.",
        ),
    ),
)
