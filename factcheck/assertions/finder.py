"""The finder: read, set aside, propose, choose, describe, number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from factcheck.assertions import (
    aside,
    candidates,
    choose,
    details,
    kinds,
    priority,
    queries,
    reading,
    voice,
)
from factcheck.assertions.candidates import Candidate
from factcheck.assertions.reading import Reading
from factcheck.model import Article, Assertion, Found, Reason, SetAside, Span


def find(article: Article) -> Found:
    """Every sentence of ``article`` as one or more assertions or as a set-aside, in article order.

    Ids count from "1". The same article gives the same result. Raises
    :class:`factcheck.errors.LanguageError` where no English pipeline is installed.
    """
    read = reading.read(article.text)
    inventory = details.scan(read.doc, read.people, read.quotations)
    reasons = {s.number: aside.reason(read, s.number) for s in read.sentences}
    kept = [s.number for s in read.sentences if reasons[s.number] is None]
    proposed = [candidates.propose(read, number) for number in kept]
    chosen = [
        candidate
        for number, group, some in zip(kept, proposed, choose.choose(read, proposed), strict=True)
        for candidate in _enough(read, number, group, some)
    ]
    asserted = tuple(
        replace(_describe(read, inventory, candidate, article), id=str(n))
        for n, candidate in enumerate(chosen, 1)
    )
    asked = queries.find(read, inventory, asserted, article.published)
    return Found(read.sentences, asserted, tuple(_set_aside(read, reasons)), asked)


def _set_aside(read: Reading, reasons: Mapping[int, Reason | None]) -> Iterator[SetAside]:
    for sentence in read.sentences:
        reason = reasons[sentence.number]
        if reason is not None:
            text = sentence.span.of(read.text)
            yield SetAside(text, sentence.number, sentence.paragraph, sentence.span, reason)


def _enough(
    read: Reading, number: int, proposed: Sequence[Candidate], chosen: Sequence[Candidate]
) -> tuple[Candidate, ...]:
    """With the whole sentence where the chosen ones hold less than a quarter of its words."""
    low, high = read.bounds[number - 1]
    claimed = {i for c in chosen for i in range(c.start, c.end) if read.words(i, i + 1)}
    if len(claimed) >= max(1, 0.25 * read.words(low, high)):
        return tuple(chosen)
    whole = next((c for c in proposed if "sentence" in c.roles), _whole(read, number))
    return tuple(sorted({*chosen, whole}, key=lambda c: (c.start, -c.end, c.layer)))


def _whole(read: Reading, number: int) -> Candidate:
    low, high = read.bounds[number - 1]
    return Candidate(low, high, number, low, frozenset(("sentence",)), "narration")


def _describe(
    read: Reading, inventory: details.Inventory, candidate: Candidate, article: Article
) -> Assertion:
    sentence = read.sentences[candidate.sentence - 1]
    span = _clean(read, candidate, sentence.span)
    kind = kinds.of(read, candidate)
    layer = "narration" if kind == "identity-title" else candidate.layer
    speaker, inferred = voice.speaker(read, candidate) if layer != "narration" else ("", False)
    ticks = inventory.within(span, article.published)
    text = span.of(read.text)
    return Assertion(
        id="",
        text=text,
        sentence=sentence.number,
        paragraph=sentence.paragraph,
        span=span,
        layer=layer,
        kind=kind,
        speaker=speaker,
        speaker_inferred=inferred,
        priority=priority.of(text, kind, layer, ticks),
        details=ticks,
    )


def _clean(read: Reading, candidate: Candidate, home: Span) -> Span:
    """The candidate's characters, inside its sentence.

    A whole sentence keeps its full stop, quoted words keep the marks beside them.
    """
    span = read.span(candidate.start, candidate.end)
    start, end = max(span.start, home.start), min(span.end, home.end)
    if candidate.layer == "said" and read.quoted[candidate.start] >= 0 and start - home.start == 1:
        start = home.start
    rest = read.text[end : home.end]
    if start == home.start and len(rest) <= 2 and not any(c.isalnum() for c in rest):
        end = home.end
    return Span(start, end)
