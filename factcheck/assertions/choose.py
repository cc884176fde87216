"""Which of a sentence's candidates become assertions, in which layer, of what kind.

Each candidate has a value for each layer: how well it would agree with what a professional checker
underlines, learnt from annotated articles (``lab/train``). The best come first; one that
says what a better one says already is left out, and one that shares words with better ones needs a
higher value.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

from factcheck.assertions import boilerplate, columns, features, kinds, network, pieces, sayings
from factcheck.assertions.candidates import Candidate
from factcheck.assertions.choices import TWICE, Choice, Option, in_order, overlap
from factcheck.assertions.encoder import Encoded
from factcheck.assertions.reading import Reading
from factcheck.model import Kind, Layer

# Fixed on annotated articles that the network had not seen: where precision meets recall, leaning to
# recall, since a missed assertion is worse than an extra line.
ENOUGH = 0.38
SHARED = 0.2
SAME = 0.5
# What a statement with its subject is worth beside its predicate alone, where they are nearly as good.
WHOLE = 0.06

_LAYERS: tuple[Layer, ...] = get_args(Layer)


def choose(
    reading: Reading, encoded: Encoded, proposed: Mapping[int, Sequence[Candidate]]
) -> dict[int, tuple[Choice, ...]]:
    """Of each sentence's candidates those that are chosen, in text order, the longer first.

    ``encoded`` are the sentences of ``reading`` as the encoder sees them. At least one: the whole sentence
    joins where the others hold less than a quarter of its words.
    """
    offered = iter(options(reading, encoded, [c for group in proposed.values() for c in group]))
    chosen = {}
    for number, group in proposed.items():
        mine = [option for _ in group for option in next(offered)]
        some = pick(reading, [option for option in mine if option.value >= ENOUGH])
        some = sayings.joined(reading, number, sayings.with_all(reading, number, some, mine))
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
    worth = judged.values.max(axis=1) >= min(ENOUGH, sayings.ENOUGH)
    return [
        tuple(
            Option(value, Choice(candidate, layer, said[i] if layer == "said" else other[i]))
            for layer, value in zip(_LAYERS, judged.values[i].tolist(), strict=True)
            if value >= ENOUGH or whole or (layer == "said" and value >= sayings.ENOUGH)
        )
        if (whole := "sentence" in candidate.roles) or worth[i]
        else ()
        for i, candidate in enumerate(candidates)
    ]


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
        if mine.layer == "said" and any(sayings.is_same(reading, mine, o) for o in chosen):
            continue
        if option.value - SHARED * sum(share for share, _ in overlaps) >= ENOUGH:
            chosen.append(mine)
    return in_order(sayings.without_tags(reading, chosen))


def _rank(option: Option) -> float:
    """An option's value, with a little more where the verb has its subject: that reads as a statement."""
    return option.value + (WHOLE if {"core", "bare"} & option.choice.span.roles else 0)


def _repeats(share: float, mine: Choice, other: Choice) -> bool:
    return share >= SAME and (mine.layer == other.layer or share > TWICE)
