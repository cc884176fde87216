"""That somebody said something: told of each report, once, and with what was said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from factcheck.assertions.candidates import Candidate
from factcheck.assertions.choices import TWICE, Choice, Option, in_order, overlap
from factcheck.assertions.reading import Reading
from factcheck.assertions.speech import Clause
from factcheck.model import Kind

# Where no span tells a report, one of this value will do; fixed on annotated articles.
ENOUGH = 0.3


def with_all(
    reading: Reading, number: int, chosen: tuple[Choice, ...], offered: Sequence[Option]
) -> tuple[Choice, ...]:
    """``chosen`` with the best span for each report of the sentence that no chosen one tells."""
    told = [choice.span for choice in chosen if choice.layer == "said"]
    for clause in reading.spoken(number):
        cue = clause.cue
        if not clause.reports or reading.quoted[cue] >= 0 or _is_told(reading, clause, told):
            continue
        fit = [
            option
            for option in offered
            if option.choice.layer == "said"
            and option.value >= ENOUGH
            and _holds([option.choice.span], cue)
            and all(overlap(reading, option.choice.span, c.span) <= TWICE for c in chosen)
        ]
        if fit:
            best = max(fit, key=lambda option: option.value).choice
            told.append(best.span)
            chosen = in_order((*chosen, best))
    return chosen


def joined(reading: Reading, number: int, chosen: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """``chosen``, where what was said and who said it are one span and not two beside one another.

    That somebody said so is nothing to look up without what was said.
    """
    for clause in reading.spoken(number):
        said = [c for c in chosen if c.layer == "said"]
        tag = next((c for c in said if _holds([c.span], clause.cue)), None)
        if tag is None:
            continue
        what = next((c for c in said if _is_of(clause, c) and _are_beside(reading, c, tag)), None)
        whole = _whole(reading, clause, tag, what)
        if whole is not None:
            rest = (c for c in chosen if c not in (what, tag))
            kept = (c for c in rest if not _is_twice(reading, clause, c, whole))
            chosen = in_order((*kept, whole))
    return chosen


def _is_twice(reading: Reading, clause: Clause, choice: Choice, whole: Choice) -> bool:
    """Whether a choice is the saying once more, with the verb in it, taken for what was said."""
    same = overlap(reading, choice.span, whole.span) > TWICE
    return same and _holds([choice.span], clause.cue)


def _is_of(clause: Clause, choice: Choice) -> bool:
    """Whether a choice is of what the clause reports, without its verb."""
    low, high = clause.content
    inside = low - 1 <= choice.span.start and choice.span.end <= high + 1
    return inside and not _holds([choice.span], clause.cue)


def _are_beside(reading: Reading, one: Choice, other: Choice) -> bool:
    first, second = sorted((one.span, other.span), key=lambda span: span.start)
    return first.end <= second.start and not reading.words(first.end, second.start)


def _whole(reading: Reading, clause: Clause, tag: Choice, what: Choice | None) -> Choice | None:
    """The tag with ``what`` was said, or with all that the clause reports; None if it has some of it."""
    if what is None:
        low, high = clause.content
        if low >= high or (low < tag.span.end and tag.span.start < high):
            return None
        kind: Kind = "quotation" if reading.quoted[low] >= 0 else tag.kind
        what = replace(tag, span=replace(tag.span, start=low, end=high), kind=kind)
        if not _are_beside(reading, what, tag):
            return None
    start, end = min(what.span.start, tag.span.start), max(what.span.end, tag.span.end)
    return replace(what, span=replace(what.span, start=start, end=end))


def _is_told(reading: Reading, clause: Clause, told: Sequence[Candidate]) -> bool:
    """Whether a span has the reporting verb in it, or is what is quoted with it."""
    low, high = clause.content
    quoted = (s for s in told if reading.quoted[s.start] >= 0)
    return _holds(told, clause.cue) or any(low <= s.start and s.end <= high + 1 for s in quoted)


def _holds(spans: Iterable[Candidate], token: int) -> bool:
    return any(span.start <= token < span.end for span in spans)


def without_tags(reading: Reading, chosen: Sequence[Choice]) -> Iterator[Choice]:
    """``engineer Marta Quill told the board``, beside what she said: only who she is is left to check."""
    said = [choice.span for choice in chosen if choice.layer == "said"]
    for choice in chosen:
        clause = _tag_of(reading, choice, said)
        if clause is None:
            yield choice
            continue
        start = max(choice.span.start, clause.source[0])
        end = min(choice.span.end, clause.source[1])
        mention = reading.people.within(start, end)
        if mention is not None and mention.start in reading.people.firsts:
            who = replace(choice.span, start=start, end=end)
            yield Choice(who, "narration", "identity-title")


def _tag_of(reading: Reading, choice: Choice, said: Sequence[Candidate]) -> Clause | None:
    """The reporting clause of whose tag a narration is a part, where one of the spans ``said`` tells it."""
    if choice.layer != "narration":
        return None
    span = choice.span
    for clause in reading.spoken(span.sentence):
        low, high = clause.tag
        if (
            low <= span.start <= clause.cue < span.end <= high
            and span.start < clause.source[1]
            and clause.source[0] < span.end
            and any(s.start <= clause.cue < s.end for s in said)
        ):
            return clause
    return None


def is_same(reading: Reading, mine: Choice, other: Choice) -> bool:
    """Whether two spans say of one cue that somebody said it.

    ``"…," she said`` is one thing to look up: neither ``she said`` nor the words alone come beside it.
    """
    outer, inner = sorted((mine.span, other.span), key=len, reverse=True)
    if other.layer != "said" or not reading.words(
        max(outer.start, inner.start), min(outer.end, inner.end)
    ):
        return False
    cues, own = (
        [
            c.cue
            for c in reading.spoken(outer.sentence)
            if span.start <= c.cue < span.end and reading.quoted[c.cue] < 0
        ]
        for span in (outer, inner)
    )
    apart = reading.words(inner.start, outer.start) or reading.words(outer.end, inner.end)
    return own == cues if own else not apart
