"""The finder: read, set aside, propose, choose, join what is left over, describe, number."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from factcheck.assertions import (
    aside,
    candidates,
    checkable,
    choose,
    details,
    priority,
    queries,
    reading,
    remainders,
    sieve,
    voice,
)
from factcheck.assertions.checkable import Judgement
from factcheck.assertions.choices import Choice
from factcheck.assertions.encoder import Encoded
from factcheck.assertions.reading import Reading
from factcheck.language import sentences
from factcheck.model import Article, Assertion, Found, Mesh, Reason, SetAside, Span


def find(article: Article, mesh: Mesh = "usual") -> Found:
    """Every sentence of ``article`` as one or more assertions or as a set-aside, in article order.

    ``mesh`` says what is numbered: what may be checkable, everything, or what surely states a fact. Ids
    count from "1". The same article gives the same result. Raises
    :class:`factcheck.errors.LanguageError` where no English pipeline is installed.
    """
    # Both threads need it; two that import it at once may each find it half made.
    import numpy  # noqa: F401

    cut = sentences.split(article.text, article.headings | article.rows)
    with ThreadPoolExecutor(1) as beside:  # the encoder needs no parse, and works while it is made
        judging = beside.submit(checkable.read, [s.span.of(article.text) for s in cut])
        read = reading.parsed(article.text, cut)
        encoded, judged = judging.result()
    inventory = details.scan(read.doc, read.people, read.quotations)
    reasons = sieve.reasons(read, article, judged, mesh)
    kept = [s.number for s in read.sentences if reasons[s.number] is None]
    # What only a wide mesh keeps is numbered as it stands: the chooser learnt from what is checkable.
    idle = sieve.reasons(read, article, judged) if mesh == "all" else {}
    pieces = {n for n in kept if idle.get(n) or aside.is_whole(read, n, article.rows)}
    asserted = tuple(
        replace(_describe(read, inventory, choice, article, judged), id=str(n))
        for n, choice in enumerate(_chosen(read, encoded, kept, pieces, judged), 1)
    )
    asked = queries.find(read, inventory, asserted, article.published)
    return Found(read.sentences, asserted, tuple(_set_aside(read, reasons)), asked)


def _chosen(
    read: Reading,
    encoded: Encoded,
    numbers: Sequence[int],
    whole: Container[int],
    judged: Sequence[Judgement],
) -> Iterator[Choice]:
    """What is checked of the sentences that are not set aside; those in ``whole`` in one piece each."""
    proposed = {n: candidates.propose(read, n) for n in numbers if n not in whole}
    chosen = choose.choose(read, encoded, proposed)
    ticked = remainders.places(read)
    for number in numbers:
        if number in whole:
            yield choose.line(read, number)
        else:
            facts = sieve.clauses(read, chosen[number], judged[number - 1])
            yield from remainders.join(read, ticked.get(number, ()), facts)


def _set_aside(read: Reading, reasons: Mapping[int, Reason | None]) -> Iterator[SetAside]:
    for sentence in read.sentences:
        reason = reasons[sentence.number]
        if reason is not None:
            text = sentence.span.of(read.text)
            yield SetAside(text, sentence.number, sentence.paragraph, sentence.span, reason)


def _describe(
    read: Reading,
    inventory: details.Inventory,
    choice: Choice,
    article: Article,
    judged: Sequence[Judgement],
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
        priority=priority.of(text, choice.kind, layer, ticks, _urgency(read, choice, judged)),
        details=ticks,
    )


def _urgency(read: Reading, choice: Choice, judged: Sequence[Judgement]) -> float:
    """What the model expects of the sentence, for a span that has most of its words."""
    low, high = read.bounds[choice.span.sentence - 1]
    mostly = 2 * read.words(choice.span.start, choice.span.end) >= read.words(low, high)
    return judged[choice.span.sentence - 1].urgency if mostly else priority.UNKNOWN


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
