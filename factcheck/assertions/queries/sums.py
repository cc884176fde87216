"""Parts that are listed with a total and do not add up to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from factcheck.assertions.queries.amounts import Amount, printed
from factcheck.assertions.queries.story import Doubt, Rule, Story
from factcheck.model import Span

_GAP = 40  # characters between two amounts of a list
_NEAR = 0.12  # by how much of the total parts may miss it and still be meant as its parts
_COSTS = re.compile(
    r"\b(?:costs?|costing|price|priced|budget|worth|totals?|totalling|totaling|raised?|bill|project|package|plan)\b",
    re.IGNORECASE,
)
_PAYS = re.compile(
    r"\b(?:takes?|covers?|contribut\w+|pledge[ds]?|pays?|paid|provid\w+|comes?|came|coming|fund(?:s|ed)?|"
    r"financ\w+|donat\w+|grants?|allocat\w+|goes|go|going|spen[dt]|borrow\w*|loans?|chip\w* in)\b",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"\b(?:includ\w+|among|such as|mostly|mainly|another|more than|at least)\b", re.IGNORECASE
)
_OTHER = re.compile(r"\b(?:the )?(?:other|remaining)\s$")
_OF_THEM = re.compile(r"\s(?:[\w-]+ )?of (?:them|these|those|which|whom|the)\b")
_BODY = r"(?:council|board|committee|commission|panel|court|jury|assembly|senate)"
_SEATS = re.compile(rf"-?member\s(?:[\w-]+ ){{0,2}}(?P<body>{_BODY})\b", re.IGNORECASE)
_OF_ALL = re.compile(r"(?:[\"“‘]\s*)?Of (?:the|its|his|her|their|our|all)(?: \w+)? $")
_BELONG = re.compile(
    r"\b(?:belongs?|sits?|represents?|(?:is|are|were) members? of|voted|abstained|died|survived)\b",
    re.IGNORECASE,
)
_VOTED = re.compile(r"\b(?:vot\w+|votes? of) $", re.IGNORECASE)


def of_money(story: Story) -> Iterator[Doubt]:
    """``will cost $3.85 million``; then who pays ``$1.8 million``, ``$1.2 million``, ``$650,000``."""
    sentences = story.read.sentences
    for one, other in pairwise(sentences):
        whole, parts = _money(story, one.span), _money(story, other.span)
        if len(whole) != 1 or len(parts) < 3 or one.paragraph != other.paragraph:
            continue
        total, words = whole[0], other.span.of(story.text)
        if any(part.value >= total.value or part.unit != total.unit for part in parts):
            continue
        pays = len(_PAYS.findall(words))
        told = _COSTS.search(one.span.of(story.text)) and (
            pays >= 2 or (pays and _is_list(story, parts))
        )
        if told and not _SOME.search(words) and all(a.is_bare for a in (total, *parts)):
            yield from added_up(story, total, parts, near=_NEAR)


def _is_list(story: Story, parts: Sequence[Amount]) -> bool:
    """``the state £8 million, the county £3 million and the town £2 million``: one verb for all."""
    gaps = [story.text[a.span.end : b.span.start] for a, b in pairwise(parts)]
    return all(len(gap) <= _GAP for gap in gaps) and bool(re.search(r"\band\b", gaps[-1]))


def of_all(story: Story) -> Iterator[Doubt]:
    """``Of the 13 councillors, six belong to the League, five to the Union, and three to none``.

    Nobody is in two parties at once; where parts may overlap nothing is said.
    """
    for sentence in story.read.sentences:
        counted = [a for a in story.counted(sentence.span) if not a.unit and a.is_bare]
        if len(counted) < 3 or not _OF_ALL.match(
            story.text[sentence.span.start : counted[0].span.start]
        ):
            continue
        total, parts = counted[0], counted[1:]
        apart = _BELONG.search(story.text[parts[0].span.end : parts[1].span.start])
        if apart and sum(part.value for part in parts) > total.value > parts[0].value:
            yield from added_up(story, total, parts)


def of_the_rest(story: Story) -> Iterator[Doubt]:
    """``36 shells``; then ``six of them`` fell here and ``the other 15`` there."""
    for number, rest in enumerate(story.amounts):
        lead = story.text[max(rest.span.start - 16, 0) : rest.span.start]
        if rest.unit or not rest.is_bare or not _OTHER.search(lead):
            continue
        home = story.home(rest.span.start)
        before = story.amounts[max(number - 8, 0) : number]
        own = [a for a in before if a.span.start >= home.start and not a.unit]
        if not own or not _OF_THEM.match(story.text[own[0].span.end :][:30]):
            continue
        total = _whole_before(story, own[0], before)
        if total is not None and all(each.is_bare for each in own):
            noun = _noun(story, own[0])
            parts = (own[0], *(a for a in own[1:] if _noun(story, a) == noun), rest)
            if not some_add_up(parts, total):
                yield from added_up(story, total, parts)


def _whole_before(story: Story, part: Amount, before: Sequence[Amount]) -> Amount | None:
    """The greater count of the same thing, in this sentence or the one before it."""
    back = story.sentence(part.span.start) - 1
    noun = _noun(story, part)
    for each in reversed(before):
        if each.span.start >= part.span.start or each.unit:
            continue
        if story.sentence(each.span.start) < back:
            return None
        if each.value > part.value and each.is_bare and noun and _noun(story, each) == noun:
            return each
    return None


def _noun(story: Story, amount: Amount) -> str:
    """The noun that is counted, singular; "" where none is printed."""
    token = story.token(amount.span.end - 1)
    head = token.head
    return head.lemma_.casefold() if token.dep_ == "nummod" and head.pos_ == "NOUN" else ""


def of_votes(story: Story) -> Iterator[Doubt]:
    """``The seven-member council voted 6-2``."""
    seats = [(a, body) for a in story.amounts if (body := _body_of(story, a))]
    if not seats:
        return
    for item in story.inventory.items:
        if item.kind != "score" or not re.fullmatch(r"\d+[-–]\d+", item.span.of(story.text)):
            continue
        home = story.home(item.span.start)
        lead = story.text[max(item.span.start - 90, home.start) : item.span.start]
        bodies = re.findall(_BODY, lead, re.IGNORECASE)
        votes = sum(map(int, re.split("[-–]", item.span.of(story.text))))
        for size, body in seats:
            voted = _VOTED.search(lead) and bodies and bodies[-1].casefold() == body
            if voted and votes > size.value:
                yield Doubt(
                    f"{votes} votes in a {body} of {printed(size.value)}: {item.span.of(story.text)}",
                    f"{story.quote(size.span)}; {story.quote(item.span)}",
                    (item.span, size.span),
                )


def _body_of(story: Story, size: Amount) -> str:
    """The body whose size it is: ``seven-member council``; "" for another number."""
    match = _SEATS.match(size.span.of(story.text)[-7:] + story.text[size.span.end :][:40])
    return match["body"].casefold() if match and size.is_bare else ""


# -- what they share -------------------------------------------------------------------------


def _money(story: Story, span: Span) -> list[Amount]:
    return [a for a in story.counted(span) if a.kind == "money"]


def added_up(
    story: Story, total: Amount, parts: Sequence[Amount], near: float | None = None
) -> Iterator[Doubt]:
    """A doubt where the parts do not make the total; ``near``, only where they nearly do."""
    added = sum(part.value for part in parts)
    slack = total.half + sum(part.half for part in parts) if total.unit else 0.01
    miss = abs(added - total.value)
    if miss <= slack or (near is not None and miss > near * total.value):
        return
    sign = total.unit if len(total.unit) == 1 else ""
    text = (
        f"{' + '.join(p.span.of(story.text) for p in parts)} is {sign}{printed(added)}, "
        f"not {total.span.of(story.text)}"
    )
    together = story.sentence(total.span.start) == story.sentence(parts[0].span.start)
    spans = [part.span for part in parts]
    why = (
        story.quote(total.span, *spans)
        if together
        else f"{story.quote(total.span)}; {story.quote(*spans)}"
    )
    yield Doubt(text, why, (total.span, *spans))


def some_add_up(parts: Sequence[Amount], total: Amount) -> bool:
    """Whether some parts make the total: the others say more of these."""
    return any(
        abs(sum(p.value for p in some) - total.value) < 0.5
        for size in range(2, len(parts) + 1)
        for some in combinations(parts[:6], size)
    )


RULES: tuple[Rule, ...] = (
    Rule(
        "sum-of-money",
        of_money,
        (
            "The work will cost $3.85 million. The town will take $1.8 million from its fund, a grant "
            "will cover $1.2 million, and donors have pledged $650,000.",
            "The wall will cost £13.9 million. The government will pay £8.1 million, the county £3.2 "
            "million and the town itself £1.9 million.",
        ),
        (
            "The wall will cost £13.2 million. The government will pay £8.1 million, the county £3.2 "
            "million and the town itself £1.9 million.",
            "The wall will cost £14 million. The government will pay £8 million, the county £3 million "
            "and the town itself £2 million.",
            "The work will cost $3.65 million. The town will take $1.8 million from its fund, a grant "
            "will cover $1.2 million, and donors have pledged $650,000.",
            "The work will cost $9 million. The town will take $1.8 million from its fund, a grant "
            "will cover $1.2 million, and donors have pledged $650,000.",
            "The work will cost $3.85 million. That includes $1.8 million from the fund, a grant to "
            "cover $1.2 million and $650,000 that donors paid.",
        ),
    ),
    Rule(
        "sum-of-all",
        of_all,
        (
            "Of the 13 councillors, six belong to the Civic Alliance, five to the Rural Party and three "
            "sit as independents.",
        ),
        (
            "Of the 14 councillors, six belong to the Civic Alliance, five to the Rural Party and three "
            "sit as independents.",
            "Of the 13 patients, six were women, five were under 40 and three had a fever.",
            "Of the 13 councillors, six belong to the Civic Alliance and five to the Rural Party.",
        ),
    ),
    Rule(
        "sum-of-the-rest",
        of_the_rest,
        (
            "The army fired 36 shells on Monday. Six shells of them hit a road and the other 15 "
            "shells fell near a post.",
        ),
        (
            "The army fired 21 shells on Monday. Six shells of them hit a road and the other 15 "
            "shells fell near a post.",
            "The army fired 36 shells on Monday. Six shells hit a road. The other 15 towns were safe.",
        ),
    ),
    Rule(
        "sum-of-votes",
        of_votes,
        ("The seven-member council met on Monday. The council voted 6-2 to close the bridge.",),
        (
            "The seven-member council met on Monday. The council voted 5-2 to close the bridge.",
            "The seven-member council met on Monday. The board voted 6-2 to close the bridge.",
            "The seven-member board lost to the council, which voted 9-0 on Monday.",
        ),
    ),
)
