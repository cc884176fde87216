"""Which of a sentence's candidates become assertions, in which layer, of what kind.

Each candidate has a value for each layer: how well it would agree with what a professional checker
underlines, learnt from annotated articles (``lab/train``). The best come first; one that
says what a better one says already is left out, and one that shares words with better ones needs a
higher value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from factcheck.assertions import boilerplate, columns, features, kinds, network, pieces
from factcheck.assertions.candidates import Candidate
from factcheck.assertions.encoder import Encoded
from factcheck.assertions.reading import Reading
from factcheck.assertions.speech import Clause
from factcheck.model import Kind, Layer

# Fixed on annotated articles that the network had not seen: where precision meets recall, leaning to
# recall, since a missed assertion is worse than an extra line.
ENOUGH = 0.38
SHARED = 0.2
SAME = 0.5
# What a report says is one thing, that it was said another: where no span tells it, one of this value will do.
SAYING = 0.3
# What a statement with its subject is worth beside its predicate alone, where they are nearly as good.
WHOLE = 0.06

_TWICE = 0.8  # shared words from which on two spans are the same, whatever their layers
_LAYERS: tuple[Layer, ...] = get_args(Layer)


@dataclass(frozen=True, slots=True)
class Choice:
    """A candidate that is an assertion, with the layer and kind that fit best."""

    span: Candidate
    layer: Layer
    kind: Kind


@dataclass(frozen=True, slots=True)
class Option:
    """A candidate in one layer, its value there (about 0 to 1) and its kind."""

    value: float
    choice: Choice


def choose(
    reading: Reading, encoded: Encoded, proposed: Mapping[int, Sequence[Candidate]]
) -> dict[int, tuple[Choice, ...]]:
    """Of each sentence's candidates those that are chosen, in text order, the longer first.

    ``encoded`` are the sentences of ``reading`` as the encoder sees them. At least one: the whole sentence joins where the others hold less than a quarter of its words.
    """
    offered = iter(options(reading, encoded, [c for group in proposed.values() for c in group]))
    chosen = {}
    for number, group in proposed.items():
        mine = [option for _ in group for option in next(offered)]
        some = pick(reading, [option for option in mine if option.value >= ENOUGH])
        some = _joined(reading, number, _with_sayings(reading, number, some, mine))
        chosen[number] = (
            some if _is_enough(reading, number, some) else _with_whole(reading, number, some, mine)
        )
    return chosen


def options(
    reading: Reading, encoded: Encoded, candidates: Sequence[Candidate]
) -> list[tuple[Option, ...]]:
    """Each candidate in the layers in which it is good enough; whole sentences in every layer."""
    if not candidates:
        return []
    rows = features.rows(reading, candidates, columns.spans(reading, candidates))
    judged = network.load().judge(encoded, pieces.of(reading, encoded.cut, candidates), rows)
    said = kinds.likeliest(judged.kinds, said=True)
    other = kinds.likeliest(judged.kinds, said=False)
    # Few candidates are worth anything: the others cost no look at each layer.
    worth = judged.values.max(axis=1) >= min(ENOUGH, SAYING)
    return [
        tuple(
            Option(value, Choice(candidate, layer, said[i] if layer == "said" else other[i]))
            for layer, value in zip(_LAYERS, judged.values[i].tolist(), strict=True)
            if value >= ENOUGH or whole or (layer == "said" and value >= SAYING)
        )
        if (whole := "sentence" in candidate.roles) or worth[i]
        else ()
        for i, candidate in enumerate(candidates)
    ]


def _with_sayings(
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
            and option.value >= SAYING
            and _holds([option.choice.span], cue)
            and all(overlap(reading, option.choice.span, c.span) <= _TWICE for c in chosen)
        ]
        if fit:
            best = max(fit, key=lambda option: option.value).choice
            told.append(best.span)
            chosen = in_order((*chosen, best))
    return chosen


def _joined(reading: Reading, number: int, chosen: tuple[Choice, ...]) -> tuple[Choice, ...]:
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
    same = overlap(reading, choice.span, whole.span) > _TWICE
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


def _is_enough(reading: Reading, number: int, chosen: Sequence[Choice]) -> bool:
    low, high = reading.bounds[number - 1]
    claimed = {
        i for c in chosen for i in range(c.span.start, c.span.end) if reading.words(i, i + 1)
    }
    return len(claimed) >= max(1, 0.25 * reading.words(low, high))


def _with_whole(
    reading: Reading, number: int, chosen: Sequence[Choice], offered: Sequence[Option]
) -> tuple[Choice, ...]:
    whole = [option for option in offered if "sentence" in option.choice.span.roles]
    best = max(whole, key=lambda option: option.value).choice if whole else line(reading, number)
    return in_order({*chosen, best})


def line(reading: Reading, number: int) -> Choice:
    """A whole sentence as it stands: a row of a table; the line below a post, that somebody wrote it."""
    low, high = reading.bounds[number - 1]
    layer: Layer = "narration"
    kind: Kind = "description"
    if boilerplate.is_credit(reading.sentences[number - 1].span.of(reading.text)):
        layer, kind = "said", "attribution"
    elif any(token.like_num for token in reading.tokens(number)):
        kind = "statistic"
    span = Candidate(low, high, number, low, frozenset(("sentence",)), frozenset((layer,)))
    return Choice(span, layer, kind)


def pick(reading: Reading, offered: Sequence[Option]) -> tuple[Choice, ...]:
    """The chosen ones in text order, the longer first where two begin alike."""
    chosen: list[Choice] = []
    for option in sorted(offered, key=lambda o: -_rank(o)):
        mine = option.choice
        overlaps = [(overlap(reading, mine.span, other.span), other) for other in chosen]
        if any(_repeats(share, mine, other) for share, other in overlaps):
            continue
        if mine.layer == "said" and any(_is_same_saying(reading, mine, o) for o in chosen):
            continue
        if option.value - SHARED * sum(share for share, _ in overlaps) >= ENOUGH:
            chosen.append(mine)
    return in_order(_without_tags(reading, chosen))


def _rank(option: Option) -> float:
    """An option's value, with a little more where the verb has its subject: that reads as a statement."""
    return option.value + (WHOLE if {"core", "bare"} & option.choice.span.roles else 0)


def _without_tags(reading: Reading, chosen: Sequence[Choice]) -> Iterator[Choice]:
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


def in_order(chosen: Iterable[Choice]) -> tuple[Choice, ...]:
    """In text order, the longer first where two begin alike."""
    return tuple(sorted(chosen, key=lambda c: (c.span.start, -c.span.end, c.layer)))


def _repeats(share: float, mine: Choice, other: Choice) -> bool:
    return share >= SAME and (mine.layer == other.layer or share > _TWICE)


def _is_same_saying(reading: Reading, mine: Choice, other: Choice) -> bool:
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


def overlap(reading: Reading, one: Candidate, other: Candidate) -> float:
    """Shared words as a share of the words of both (Jaccard), 0 to 1."""
    shared = reading.words(max(one.start, other.start), min(one.end, other.end))
    both = reading.words(one.start, one.end) + reading.words(other.start, other.end) - shared
    return shared / both if both else 0.0
