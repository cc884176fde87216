"""The finder: read, set aside, propose, choose, join what is left over, describe, number."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from factcheck.assertions import (
    aside,
    candidates,
    choose,
    details,
    priority,
    queries,
    reading,
    remainders,
    voice,
)
from factcheck.assertions.choose import Choice
from factcheck.assertions.reading import Reading
from factcheck.model import Article, Assertion, Found, Reason, SetAside, Span


def find(article: Article) -> Found:
    """Every sentence of ``article`` as one or more assertions or as a set-aside, in article order.

    Ids count from "1". The same article gives the same result. Raises
    :class:`factcheck.errors.LanguageError` where no English pipeline is installed.
    """
    read = reading.read(article.text, article.headings | article.rows)
    inventory = details.scan(read.doc, read.people, read.quotations)
    reasons = {
        s.number: aside.reason(read, s.number, article.headings, article.rows)
        for s in read.sentences
    }
    kept = [s.number for s in read.sentences if reasons[s.number] is None]
    asserted = tuple(
        replace(_describe(read, inventory, choice, article), id=str(n))
        for n, choice in enumerate(_chosen(read, kept, article.rows), 1)
    )
    asked = queries.find(read, inventory, asserted, article.published)
    return Found(read.sentences, asserted, tuple(_set_aside(read, reasons)), asked)


def _chosen(read: Reading, numbers: Sequence[int], rows: Container[int]) -> Iterator[Choice]:
    """What is checked of the sentences that are not set aside."""
    whole = {number for number in numbers if aside.is_whole(read, number, rows)}
    chosen = choose.choose(
        read, {n: candidates.propose(read, n) for n in numbers if n not in whole}
    )
    for number in numbers:
        if number in whole:
            yield choose.line(read, number)
        else:
            yield from remainders.join(read, number, chosen[number])


def _set_aside(read: Reading, reasons: Mapping[int, Reason | None]) -> Iterator[SetAside]:
    for sentence in read.sentences:
        reason = reasons[sentence.number]
        if reason is not None:
            text = sentence.span.of(read.text)
            yield SetAside(text, sentence.number, sentence.paragraph, sentence.span, reason)


def _describe(
    read: Reading, inventory: details.Inventory, choice: Choice, article: Article
) -> Assertion:
    sentence = read.sentences[choice.span.sentence - 1]
    span = _clean(read, choice, sentence.span)
    layer = "narration" if choice.kind == "identity-title" else choice.layer
    speaker, inferred = voice.speaker(read, choice.span) if layer != "narration" else ("", False)
    ticks = inventory.within(span, article.published)
    text = span.of(read.text)
    return Assertion(
        id="",
        text=text,
        sentence=sentence.number,
        paragraph=sentence.paragraph,
        span=span,
        layer=layer,
        kind=choice.kind,
        speaker=speaker,
        speaker_inferred=inferred,
        priority=priority.of(text, choice.kind, layer, ticks),
        details=ticks,
    )


def _clean(read: Reading, choice: Choice, home: Span) -> Span:
    """The candidate's characters, inside its sentence.

    A whole sentence keeps its full stop, quoted words keep the marks beside them.
    """
    span = read.span(choice.span.start, choice.span.end)
    start, end = max(span.start, home.start), min(span.end, home.end)
    if choice.layer == "said" and read.quoted[choice.span.start] >= 0 and start - home.start == 1:
        start = home.start
    rest = read.text[end : home.end]
    if start == home.start and len(rest) <= 2 and not any(c.isalnum() for c in rest):
        end = home.end
    return Span(start, end)
