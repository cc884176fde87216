"""The finder: read, set aside, propose, choose, describe, number."""

from __future__ import annotations

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
from factcheck.model import Article, Assertion, Found, SetAside, Span


def find(article: Article) -> Found:
    """Every sentence of ``article`` as one or more assertions or as a set-aside, in article order.

    Ids count from "1". The same article gives the same result. Raises
    :class:`factcheck.errors.LanguageError` where no English pipeline is installed.
    """
    read = reading.read(article.text)
    inventory = details.scan(read.doc, read.people, read.quotations)
    asserted: list[Assertion] = []
    set_aside: list[SetAside] = []
    for sentence in read.sentences:
        reason = aside.reason(read, sentence.number)
        if reason is not None:
            set_aside.append(
                SetAside(
                    sentence.span.of(read.text),
                    sentence.number,
                    sentence.paragraph,
                    sentence.span,
                    reason,
                )
            )
            continue
        asserted += [
            _describe(read, inventory, candidate, article)
            for candidate in _chosen(read, sentence.number)
        ]
    numbered = tuple(replace(a, id=str(n)) for n, a in enumerate(asserted, 1))
    asked = queries.find(read, inventory, numbered, article.published)
    return Found(read.sentences, numbered, tuple(set_aside), asked)


def _chosen(read: Reading, number: int) -> tuple[Candidate, ...]:
    """The sentence's assertions: at least one, the whole sentence where nothing smaller serves."""
    proposed = candidates.propose(read, number)
    chosen = list(choose.pick(read, proposed, choose.scores(read, proposed)))
    low, high = read.bounds[number - 1]
    claimed = frozenset().union(*(choose.words(read, c.start, c.end) for c in chosen))
    if len(claimed) < max(1, 0.25 * len(choose.words(read, low, high))):
        whole = [c for c in proposed if "sentence" in c.roles]
        chosen += [c for c in whole[:1] if c not in chosen] or [_whole(read, number)]
    return tuple(sorted(chosen, key=lambda c: (c.start, -c.end, c.layer)))


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
