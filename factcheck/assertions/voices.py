"""The speaker of each quotation.

A quotation takes the reporting clause that its own sentence gives it: what comes before it, else the tag
behind it. Without one it goes with the breath that it is part of, then with whom the sentences before
it speak of, then with the running speaker; all of these are said to be inferred.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.assertions import sources
from factcheck.assertions.quotes import Quotation
from factcheck.assertions.sources import Cast
from factcheck.assertions.speech import Clause
from factcheck.model import Sentence, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_MANY = 4  # words that a signed quotation has at least
_SIGNED = re.compile(
    r"\W\s*[—–-]{1,2}\s?(?P<name>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3})\s*(?:,[^\n]*)?(?:\n|$)"
)


@dataclass(frozen=True, slots=True)
class Voice:
    """The speaker of a quotation, and whether it was inferred from the running speaker."""

    speaker: str
    inferred: bool


@dataclass(frozen=True, slots=True)
class Stage:
    """What the choice of a speaker looks at. ``outside`` are the clauses outside of quotations, by sentence."""

    text: str
    doc: Doc
    cast: Cast
    quoted: Sequence[int]
    sentences: Sequence[Sentence]
    outside: Mapping[int, tuple[Clause, ...]]
    owners: Mapping[int, str]


def stage(
    doc: Doc,
    cast: Cast,
    quoted: Sequence[int],
    sentences: Sequence[Sentence],
    found: Sequence[Clause],
    owners: Mapping[int, str],
) -> Stage:
    """Set out the clauses by sentence."""
    outside: dict[int, tuple[Clause, ...]] = {}
    for clause in found:
        if clause.speaker and quoted[clause.cue] < 0:
            outside[clause.sentence] = (*outside.get(clause.sentence, ()), clause)
    return Stage(doc.text, doc, cast, quoted, sentences, outside, owners)


def find(quotations: Sequence[Quotation], on: Stage) -> tuple[Voice, ...]:
    """The speaker of each quotation, in their order; ``owners`` names who wrote a whole paragraph."""
    tagged = [_own(quotation, on) for quotation in quotations]
    groups: dict[int, str] = {}
    for quotation, speaker in zip(quotations, tagged, strict=True):
        if speaker:
            groups.setdefault(quotation.group, speaker)
    out: list[Voice] = []
    running, last = "", 0
    for quotation, own in zip(quotations, tagged, strict=True):
        here = _touched(quotation.span, on.sentences)
        speaker = own or groups.get(quotation.group, "")
        inferred = not speaker
        if not speaker:
            paragraph = on.sentences[here[0] - 1].paragraph
            speaker = on.owners.get(paragraph, "") or _since(last, here[0], on) or running
            inferred = bool(speaker)
        out.append(Voice(speaker, inferred))
        running, last = speaker or running, here[-1]
    return tuple(out)


def _touched(span: Span, sentences: Sequence[Sentence]) -> range:
    """The numbers of the sentences that a span meets, at least one."""
    first = bisect_right(sentences, span.start, key=lambda s: s.span.end)
    last = bisect_right(sentences, span.end - 1, key=lambda s: s.span.start)
    first = min(first, len(sentences) - 1)
    return range(first + 1, max(last, first + 1) + 1)


def _own(quotation: Quotation, on: Stage) -> str:
    """The speaker by the clauses of the quotation's own first and last sentence."""
    here = _touched(quotation.span, on.sentences)
    doc = on.doc
    signed = _SIGNED.match(
        quotation.span.of(on.text)[-1:] + on.text[quotation.span.end : quotation.span.end + 80]
    )
    if signed and quotation.words(on.text) > _MANY:
        return on.cast.names.resolve(signed["name"])
    leading = [c for c in on.outside.get(here[0], ()) if doc[c.cue].idx < quotation.span.start]
    trailing = [c for c in on.outside.get(here[-1], ()) if doc[c.cue].idx >= quotation.span.end]
    opens = quotation.span.start <= on.sentences[here[0] - 1].span.start
    close = next((c for c in trailing[:1] if _beside(c, quotation, on)), None)
    if _announced(quotation, on) and not any(c.reports for c in leading):
        subject = _announcer(quotation, on)
        if subject:
            return subject
    if close and (opens or not _leads(leading, quotation, on)):
        return close.speaker
    if leading:
        return _holder(leading, quotation, on).speaker
    if trailing:
        strong = [c for c in trailing if c.reports] or trailing
        return strong[0].speaker
    return ""


def _announced(quotation: Quotation, on: Stage) -> bool:
    """``The banner's message was clear: “…”``: a colon before the quotation."""
    return on.text[max(quotation.span.start - 3, 0) : quotation.span.start].rstrip()[-1:] == ":"


def _announcer(quotation: Quotation, on: Stage) -> str:
    """The subject of the last verb before a colon."""
    here = _touched(quotation.span, on.sentences)[0]
    token = _at(on.doc, on.sentences[here - 1].span.start)
    found = None
    while token is not None and token.idx < quotation.span.start:
        if token.dep_ == "nsubj" and on.quoted[token.i] < 0 and token.head.i > token.i:
            found = token
        token = token.nbor() if token.i + 1 < len(on.doc) else None
    return sources.name(found, on.cast, sources.Running()) if found is not None else ""


def _beside(clause: Clause, quotation: Quotation, on: Stage) -> bool:
    """Whether a tag follows the quotation at once: ``“…,” the mayor said``, ``“…” said the mayor``."""
    start = on.doc[clause.tag[0]].idx
    return clause.reports and start - quotation.span.end <= 3


def _leads(leading: Sequence[Clause], quotation: Quotation, on: Stage) -> bool:
    """Whether a clause before the quotation runs into it."""
    return any(
        c.reports and (c.content[0] == c.content[1] or _holds(c, quotation, on)) for c in leading
    )


def _holds(clause: Clause, quotation: Quotation, on: Stage) -> bool:
    start, end = clause.content
    if start == end:
        return False
    first, last = on.doc[start], on.doc[end - 1]
    return first.idx <= quotation.inner.start and quotation.inner.start < last.idx + len(last)


def _holder(leading: Sequence[Clause], quotation: Quotation, on: Stage) -> Clause:
    """Of the clauses before a quotation the one it hangs from, else one of speech, else the last."""
    last = leading[-1]
    end = on.doc[last.tag[1] - 1]
    if last.reports and quotation.span.start - (end.idx + len(end)) <= 3:
        return last
    holding = [c for c in leading if _holds(c, quotation, on)]
    if holding:
        return holding[-1]
    reporting = [c for c in leading if c.reports]
    return reporting[-1] if reporting else leading[-1]


def _since(last: int, here: int, on: Stage) -> str:
    """Whom the sentences between the quotation before and this one speak of last.

    Only the nearest sentences of narration count: the last reporting clause, else the person who is
    the subject.
    """
    for number in range(here - 1, max(last, here - 3, 0), -1):
        spoken = [c for c in on.outside.get(number, ()) if c.reports]
        if spoken:
            return spoken[-1].speaker
        subject = subject_of(number, on)
        if subject:
            return subject
    return ""


def subject_of(number: int, on: Stage) -> str:
    """The person or organisation that is the subject of a sentence of narration; empty for others."""
    span = on.sentences[number - 1].span
    token: Token | None = _at(on.doc, span.start)
    while token is not None and token.idx < span.end:
        if token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ == "ROOT":
            if on.quoted[token.i] >= 0:
                return ""
            known = token.i in on.cast.meant or on.cast.names.at(token.i) is not None
            return sources.name(token, on.cast, sources.Running()) if known else ""
        token = token.nbor() if token.i + 1 < len(on.doc) else None
    return ""


def _at(doc: Doc, place: int) -> Token | None:
    low, high = 0, len(doc)
    while low < high:
        middle = (low + high) // 2
        if doc[middle].idx < place:
            low = middle + 1
        else:
            high = middle
    return doc[low] if low < len(doc) else None
