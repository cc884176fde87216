"""One article, read: sentences, parse, people, quotations and who speaks. Everything else builds on it."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from factcheck.assertions import (
    bodies,
    edges,
    names,
    owners,
    people,
    quotes,
    referents,
    sources,
    speech,
    voices,
    writings,
)
from factcheck.language import pipeline, sentences
from factcheck.model import Sentence, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_WHOLE = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "PERSON"))


@dataclass(frozen=True, slots=True)
class Reading:
    """What the language layer and the speech rules know about a text.

    ``bounds[n - 1]`` are the token numbers of sentence ``n``; ``numbers[i]`` is the sentence of token
    ``i``; ``worded[i]`` how many of the tokens before ``i`` are words; ``inner`` the tokens
    that go on with a date, figure or person's name, which nothing may cut; ``ends`` the tokens that no
    span ends with; ``quoted[i]`` the quotation that
    holds token ``i``, or -1; ``heard`` the reporting clauses by
    sentence; ``owners`` who wrote a paragraph without quotation marks; ``subjects`` the person or
    organisation that a sentence is about, where it has no reporting clause.
    """

    text: str
    doc: Doc
    sentences: tuple[Sentence, ...]
    bounds: tuple[tuple[int, int], ...]
    numbers: tuple[int, ...]
    worded: tuple[int, ...]
    inner: frozenset[int]
    ends: edges.Ends
    people: names.Names
    quotations: tuple[quotes.Quotation, ...]
    quoted: tuple[int, ...]
    clauses: tuple[speech.Clause, ...]
    voices: tuple[voices.Voice, ...]
    heard: Mapping[int, tuple[speech.Clause, ...]]
    owners: Mapping[int, str]
    subjects: Mapping[int, str]

    def spoken(self, number: int) -> tuple[speech.Clause, ...]:
        """The reporting clauses of sentence ``number``."""
        return self.heard.get(number, ())

    def tokens(self, number: int) -> tuple[Token, ...]:
        """The tokens of sentence ``number`` without blanks."""
        start, end = self.bounds[number - 1]
        return tuple(t for t in self.doc[start:end] if not t.is_space)

    def words(self, start: int, end: int) -> int:
        """How many of the tokens ``start`` to ``end`` are words; none where the range is empty."""
        return self.worded[end] - self.worded[start] if start < end else 0

    def span(self, start: int, end: int) -> Span:
        """The characters of a range of tokens."""
        last = self.doc[end - 1]
        return Span(self.doc[start].idx, last.idx + len(last))


def read(text: str, whole: Container[int] = ()) -> Reading:
    """Read an article's text; each of the paragraphs ``whole`` is one sentence.

    Raises :class:`LanguageError` without an English pipeline.
    """
    return parsed(text, sentences.split(text, whole))


def parsed(text: str, found: tuple[Sentence, ...]) -> Reading:
    """Read an article's text that is cut into the sentences ``found``; see :func:`read`."""
    doc = pipeline.parse(text, found)
    bounds = _bounds(doc, found)
    numbers = _numbers(len(doc), bounds)
    persons = names.collect(doc)
    quotations = quotes.find(text)
    quoted = _quoted(doc, quotations)
    cast = _cast(doc, persons, numbers, quoted)
    clauses = speech.clauses(doc, cast, numbers, quoted)
    said = {c.sentence: c.speaker for c in clauses if c.reports and c.speaker and quoted[c.cue] < 0}
    signed = owners.announced(text, found, said, owners.find(text, found, persons))
    stage = voices.stage(doc, cast, quoted, found, clauses, signed)
    heard = _heard(clauses)
    silent = (s.number for s in found if s.number not in heard)
    return Reading(
        text,
        doc,
        found,
        bounds,
        numbers,
        _worded(doc),
        _inner(doc),
        edges.find(doc),
        persons,
        quotations,
        quoted,
        clauses,
        voices.find(quotations, stage),
        heard,
        signed,
        {n: subject for n in silent if (subject := voices.subject_of(n, stage))},
    )


def _cast(
    doc: Doc, persons: names.Names, numbers: Sequence[int], quoted: Sequence[int]
) -> sources.Cast:
    organisations = bodies.collect(doc, persons)
    described = people.describe(doc, persons)
    meant = referents.resolve(doc, persons, described, organisations, numbers, quoted)
    cast = sources.Cast(persons, meant, {b.head: b.name for b in organisations})
    written = writings.issuers(doc, cast, numbers, quoted)
    return replace(cast, meant={**written, **meant})


def _worded(doc: Doc) -> tuple[int, ...]:
    return tuple(accumulate((not (t.is_punct or t.is_space) for t in doc), initial=0))


def _inner(doc: Doc) -> frozenset[int]:
    return frozenset(i for e in doc.ents if e.label_ in _WHOLE for i in range(e.start + 1, e.end))


def _heard(clauses: Sequence[speech.Clause]) -> dict[int, tuple[speech.Clause, ...]]:
    heard: dict[int, tuple[speech.Clause, ...]] = {}
    for clause in clauses:
        heard[clause.sentence] = (*heard.get(clause.sentence, ()), clause)
    return heard


def _bounds(doc: Doc, found: Sequence[Sentence]) -> tuple[tuple[int, int], ...]:
    bounds = []
    place = 0
    for sentence in found:
        while place < len(doc) and doc[place].idx + len(doc[place]) <= sentence.span.start:
            place += 1
        start = place
        while place < len(doc) and doc[place].idx < sentence.span.end:
            place += 1
        bounds.append((start, max(place, min(start + 1, len(doc)))))
    return tuple(bounds)


def _numbers(length: int, bounds: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    numbers = [1] * length
    for number, (start, _) in enumerate(bounds, 1):
        end = bounds[number][0] if number < len(bounds) else length
        numbers[start:end] = [number] * (end - start)
    return tuple(numbers)


def _quoted(doc: Doc, quotations: Sequence[quotes.Quotation]) -> tuple[int, ...]:
    held = [-1] * len(doc)
    place = 0
    for index, quotation in enumerate(quotations):
        while place < len(doc) and doc[place].idx < quotation.span.start:
            place += 1
        while place < len(doc) and doc[place].idx < quotation.span.end:
            held[place] = index
            place += 1
    return tuple(held)
