"""Percentages that do not follow from the numbers beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.assertions.queries.amounts import Amount, printed
from factcheck.assertions.queries.story import Doubt, Rule, Story
from factcheck.model import Span

_LOOSE = re.compile(r"about|around|roughly|some|nearly|almost|approx|close|estimated|just")
_BOUND = re.compile(r"more|less|over|under|least|most|up to|fewer|excess|upwards|higher|lower|many")
_MOST = 8  # shares of one whole in a sentence
_WHOLE = 101.0  # per cent of one whole, with what rounding may add
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
_OPPOSITE = (
    ("approve", "disapprove"),
    ("support", "oppose"),
    ("favor", "oppose"),
    ("favour", "oppose"),
    ("agree", "disagree"),
    ("in favor", "against"),
    ("in favour", "against"),
    ("favorable", "unfavorable"),
    ("favourable", "unfavourable"),
)


def of_a_count(story: Story) -> Iterator[Doubt]:
    """``three of the 10 members, or 40 per cent``."""
    for part, whole, share in zip(
        story.amounts, story.amounts[1:], story.amounts[2:], strict=False
    ):
        between = Span(part.span.end, whole.span.start).of(story.text)
        after = Span(whole.span.end, share.span.start).of(story.text)
        told = re.fullmatch(
            r"(?:\s[\w-]+){0,2}\s(?:out )?of\s(?:the |its |their |all |his |her )?", between
        )
        joined = re.fullmatch(r"(?:\s[\w’'-]+){0,3}(?:, or\s|\s\(|,\s|\s[—–-]\s)(?:just )?", after)
        if not (told and joined and share.unit == "%" and _plain(part, whole)):
            continue
        if part.value >= whole.value or part.unit or (whole.unit == "%"):
            continue
        if _of_something_else(story, share):
            continue
        least, most = 100 * part.low / whole.high, 100 * part.high / whole.low
        if _misses(share, least, most):
            yield Doubt(
                f"{part.span.of(story.text)} of {whole.span.of(story.text)} is "
                f"{printed(100 * part.value / whole.value)} per cent, not {share.span.of(story.text)}",
                story.quote(part.span, share.span),
                (part.span, share.span),
            )


def of_a_change(story: Story) -> Iterator[Doubt]:
    """``rose from 20 to 30, an increase of 40 per cent``; per cent where points are meant."""
    for before, after, share in zip(
        story.amounts, story.amounts[1:], story.amounts[2:], strict=False
    ):
        if not (_from_to(story, before, after) and share.unit == "%" and _plain(before, after)):
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
    if not _misses(share, min(ends), max(ends)):
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
        if len(following) < 2 or not _from_to(story, *following) or not _plain(*following):
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


def over_a_whole(story: Story) -> Iterator[Doubt]:
    """``60 per cent approve and 45 per cent disapprove``; ``and the remaining 20 per cent``."""
    for sentence in story.read.sentences:
        shares = [a for a in story.counted(sentence.span) if a.unit == "%"]
        if len(shares) < 2:
            continue
        total = sum(each.value for each in shares)
        if _are_opposites(story, shares) and total > _WHOLE:
            text = f"More than a whole: {_sum(story, shares)} is {printed(total)} per cent"
        elif _has_the_rest(story, shares) and not _some_are_whole(shares):
            text = f"No whole: {_sum(story, shares)} is {printed(total)} per cent"
        else:
            continue
        spans = tuple(each.span for each in shares)
        yield Doubt(text, story.quote(*spans), spans)


def _sum(story: Story, parts: Sequence[Amount]) -> str:
    return " + ".join(part.span.of(story.text) for part in parts)


def _are_opposites(story: Story, shares: Sequence[Amount]) -> bool:
    """Two shares of the same people, one for and one against."""
    if len(shares) != 2 or any(_BOUND.search(each.hedge) for each in shares):
        return False
    gap = Span(shares[0].span.end, shares[1].span.start).of(story.text)
    rest = story.text[shares[1].span.end : shares[1].span.end + 60]
    if len(gap) > 60 or re.search(
        r"^\s(?:of|among)\b|\b(?:last|a year|compared|from|while)\b", gap
    ):
        return False
    if re.match(r"\s(?:of|among)\b", rest):
        return False
    return any(
        re.search(rf"\b{a}", gap) and re.search(rf"\b{b}", rest.split(".")[0]) for a, b in _OPPOSITE
    )


def _has_the_rest(story: Story, shares: Sequence[Amount]) -> bool:
    """Whether the last share is "the remaining 20 per cent" of the same whole."""
    lead = story.text[max(shares[-1].span.start - 20, 0) : shares[-1].span.start]
    told = re.search(r"\bthe (?:remaining|other)\s$", lead) or re.search(
        r"\bthe rest,?\s\(?$", lead
    )
    of_more = story.text[shares[-1].span.end :].startswith((" of ", " among "))
    plain = all(each.is_bare or _LOOSE.match(each.hedge) for each in shares)
    return bool(told) and plain and not of_more and len(shares) <= _MOST


def _some_are_whole(shares: Sequence[Amount]) -> bool:
    """Whether the last share makes a whole with some of the others, as closely as they are printed."""
    *others, rest = shares
    return any(
        abs(sum(each.value for each in some) + rest.value - 100) <= (size + 1) / 2 + 0.5
        for size in range(1, len(others) + 1)
        for some in combinations(others, size)
    )


# -- what they share -------------------------------------------------------------------------


def _plain(*amounts: Amount) -> bool:
    """Exact enough to count with."""
    return not any(_BOUND.search(each.hedge) or _LOOSE.match(each.hedge) for each in amounts)


def _of_something_else(story: Story, share: Amount) -> bool:
    return bool(re.match(r"\s(?:of|more|less|higher|lower)\b", story.text[share.span.end :][:8]))


def _from_to(story: Story, before: Amount, after: Amount) -> bool:
    lead = story.text[max(before.span.start - 6, 0) : before.span.start]
    between = Span(before.span.end, after.span.start).of(story.text)
    alike = before.unit == after.unit or not before.unit or not after.unit
    return lead.endswith("from ") and bool(_TO.fullmatch(between)) and alike


def _tells_a_change(between: str, rest: str) -> bool:
    tail = between[-40:]
    if (
        "." in between
        or ";" in between
        or len(between) > 60
        or re.search(r"\bof\b.*\bof\b", between)
    ):
        return False
    if _NOUN_OF.search(tail):
        return True
    lead = _CHANGE.search(tail)
    return bool(lead and (lead["to"] in ("up", "down") or _AFTER_CHANGE.match(rest)))


def _misses(share: Amount, least: float, most: float) -> bool:
    """Whether no value between the two would be printed as ``share``."""
    slack = share.half + 0.05
    if _LOOSE.match(share.hedge) or share.hedge in ("a", "an"):
        slack += max(1.5, share.value / 12)
    if _BOUND.search(share.hedge):
        over = re.search(r"more|over|least|excess|upwards|higher", share.hedge)
        slack += max(2.0, share.value / 10)
        return most < share.value - share.half if over else least > share.value + slack
    # "66 per cent" for two thirds is cut off, not wrong.
    return share.value - slack > most or share.value + max(slack, 2 * share.half) < least


RULES: tuple[Rule, ...] = (
    Rule(
        "share-of-a-count",
        of_a_count,
        (
            "Three of the 10 members, or 40 per cent, voted no on Monday.",
            "The council said that 12 of 48 houses (35%) were empty on Monday.",
        ),
        (
            "Three of the 10 members, or 30 per cent, voted no on Monday.",
            "Two of three members (66%) voted no on Monday.",
            "The council said that 13 of 48 houses (27%) were empty on Monday.",
            "About 12 of 48 houses, or 35%, were empty. Some 1.2 of 3.9 million, or 31%, left.",
            "Three of the 10 members, 40 per cent of them new, voted no on Monday.",
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
    Rule(
        "shares-of-a-whole",
        over_a_whole,
        (
            "In the poll, 60% approve of the mayor and 45% disapprove.",
            "Half is for wages: 50% goes to nurses, 20% to doctors and the remaining 20% to cooks.",
        ),
        (
            "In the poll, 50% approve of the mayor and 45% disapprove.",
            "In the poll, 60% of men approve of the mayor and 45% of women disapprove.",
            "Some 30% are men, 20% of them old; the remaining 70% are women.",
            "Of voters, 30% chose Hale, 20% Roe, and the remaining 10% of ballots were lost.",
            "Of the budget 50% goes to nurses, 30% to doctors and the remaining 20% to cooks.",
        ),
    ),
)
