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
_OF_WHOM = re.compile(r"\s(?:of|among) (?:the |all |those |likely |registered )*([\w-]+)")
_UNDECIDED = re.compile(
    r"(?:\s[\w’'-]+){0,4}?\s(?:undecided|unsure|uncertain|not sure|neither|no (?:opinion|answer|preference|view)|"
    r"(?:do not|don[’']t|did not|didn[’']t) know|abstain\w*|declined to (?:say|answer))\b"
)
_VOTES = re.compile(r"\b(?:percent|per cent|%) of (?:the )?(?:popular )?(?:votes?|ballots)\b")
_OTHER_TIME = re.compile(
    r"\b(?:compared|from|last|earlier|previous\w*|ago|since|in (?:19|20)\d\d|margin|turnout|round|more than one|"
    r"multiple|several|could (?:choose|pick|select|name|give)|versus|while|including|among (?:men|women)|"
    r"rose|fell|grew|increas\w+|drop\w+|also)\b",
    re.IGNORECASE,
)
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
        if not (told and joined and share.unit == "%" and plain(part, whole)):
            continue
        if part.value >= whole.value or part.unit or (whole.unit == "%"):
            continue
        if _of_something_else(story, share):
            continue
        least, most = 100 * part.low / whole.high, 100 * part.high / whole.low
        if misses(share, least, most):
            yield Doubt(
                f"{part.span.of(story.text)} of {whole.span.of(story.text)} is "
                f"{printed(100 * part.value / whole.value)} per cent, not {share.span.of(story.text)}",
                story.quote(part.span, share.span),
                (part.span, share.span),
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


def of_answers(story: Story) -> Iterator[Doubt]:
    """``48 per cent chose the bridge, 45 per cent the tunnel and 12 per cent neither``."""
    for number, sentence in enumerate(story.read.sentences):
        spans = [sentence.span]
        shares = _answers(story, sentence.span)
        before = story.read.sentences[number - 1] if number else None
        if len(shares) == 2 and before is not None and before.paragraph == sentence.paragraph:
            shares = (*_answers(story, before.span), *shares)
            spans.insert(0, before.span)
        total = sum(share.value for share in shares)
        least = sum(share.value - share.half for share in shares)
        words = " ".join(span.of(story.text) for span in spans)
        if len(shares) > 2 and least > 100 and _is_one_question(story, shares, words):
            places = tuple(share.span for share in shares)
            first = [place for place in places if place.start < sentence.span.start]
            here = [place for place in places if place.start >= sentence.span.start]
            why = "; ".join(story.quote(*some) for some in (first, here) if some)
            yield Doubt(
                f"More than a whole: {_sum(story, shares)} is {printed(total)} per cent",
                why,
                places,
            )


def _answers(story: Story, span: Span) -> tuple[Amount, ...]:
    return tuple(share for share in story.counted(span) if share.unit == "%")


def _is_one_question(story: Story, shares: Sequence[Amount], words: str) -> bool:
    """Whether all shares are of the same people, who could give one answer each."""
    if len(shares) > _MOST or not plain(*shares) or _OTHER_TIME.search(words):
        return False
    wholes = (_OF_WHOM.match(story.text, share.span.end) for share in shares)
    if len({whole[1] for whole in wholes if whole}) > 1:
        return False
    rest = any(_UNDECIDED.match(story.text, share.span.end) for share in shares)
    apart = any(re.search(rf"\b{a}", words) and re.search(rf"\b{b}", words) for a, b in _OPPOSITE)
    return rest or apart or bool(_VOTES.search(words))


# -- what they share -------------------------------------------------------------------------


def plain(*amounts: Amount) -> bool:
    """Exact enough to count with."""
    return not any(_BOUND.search(each.hedge) or _LOOSE.match(each.hedge) for each in amounts)


def _of_something_else(story: Story, share: Amount) -> bool:
    return bool(re.match(r"\s(?:of|more|less|higher|lower)\b", story.text[share.span.end :][:8]))


def misses(share: Amount, least: float, most: float) -> bool:
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
    Rule(
        "shares-of-answers",
        of_answers,
        (
            "In the survey, 48 percent chose the bridge, 45 percent the tunnel and 12 percent neither.",
            "Hale won 48 percent of the vote, with 45 percent for Roe and 12 percent for Brandle.",
            "Of those asked, 48% support the plan. Another 45% oppose it and 12% are undecided.",
        ),
        (
            "In the survey, 48 percent chose the bridge, 40 percent the tunnel and 12 percent neither.",
            "In the survey, 48 percent chose the bridge, 41 percent the tunnel and 12 percent neither.",
            "Hale won 48 percent of the vote, up from 45 percent, and Roe 12 percent.",
            "In the survey, 48 percent of men, 45 percent of women and 12 percent of boys chose neither.",
            "Of those asked, 48% own a car, 45% a bicycle and 12% a boat.",
            "In the survey, 48% chose the bridge and 45% the tunnel; 12% of women chose neither, and "
            "in 2020 it was 8%.",
        ),
    ),
)
