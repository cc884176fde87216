"""Paragraphs that are somebody's words without quotation marks.

Posts and letters signed below (``— Tessa Roe (@roe) March 3, 2020``), interviews (``Q:``, ``A:``,
``ROE:``), and what follows a colon: ``Roe wrote on Chatter:``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from factcheck.assertions.names import Names
from factcheck.model import Sentence, Span

_CREDIT = re.compile(
    r"^\s*(?:—|–|--|-)\s*(?P<name>[^()@—\n]{2,60}?)\s*\((?P<at>@\w+)\)"
    r"|^\s*(?P<handle>@\w{2,20})\s*$"
    r"|^\s*(?:—|–|--)\s*(?P<signed>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3})\s*(?:,.{0,60})?$"
)
_LABEL = re.compile(r"^[\"“]?(?P<label>Q|A|[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3})\s?:\s")
_SIGNATURE = re.compile(
    r"^\s*(?P<who>@\w{2,20}|[A-Z][a-z’'-]+(?: [A-Z]\.)?(?: [A-Z][\w’'-]+){1,2})\.?\s*$"
)
_LETTERS = 3  # signatures that make a page of letters
_LONGEST_POST = 3  # paragraphs above a credit line


def find(text: str, sentences: Sequence[Sentence], names: Names) -> dict[int, str]:
    """Paragraph number to the person whose words it holds."""
    spans = _paragraphs(sentences)
    owners: dict[int, str] = {}
    owners.update(_interviews(text, spans, names))
    owners.update(_letters(text, spans, names))
    for number, span in spans.items():
        match = _CREDIT.match(span.of(text))
        if match is None:
            continue
        who = match["name"] or match["signed"] or match["handle"]
        owners[number] = names.resolve(who)
        for above in range(number - 1, max(number - 1 - _LONGEST_POST, 0), -1):
            if above in owners or above not in spans or not _is_post(spans[above].of(text)):
                break
            owners[above] = names.resolve(who)
            if not _goes_on(spans.get(above - 1), text):
                break
    return owners


def _letters(text: str, spans: dict[int, Span], names: Names) -> dict[int, str]:
    """Readers' letters: whatever stands above a line that is nothing but a name, up to the one before.

    Only where an article has several such lines; one alone may be a byline or a caption.
    """
    signed = {
        number: match["who"]
        for number, span in spans.items()
        if (match := _SIGNATURE.match(span.of(text)))
    }
    after = spans.get(max(signed, default=0) + 1)
    if len(signed) < _LETTERS or (after is not None and not after.of(text).isupper()):
        return {}  # names above what follows are headings
    owners: dict[int, str] = {}
    for number, who in signed.items():
        owners[number] = names.resolve(who)
        above = number - 1
        while above in spans and above not in signed and not spans[above].of(text).isupper():
            if above < number - 1 and text[spans[above].start] in '“"':
                break
            owners[above] = names.resolve(who)
            above -= 1
    return owners


def announced(
    text: str, sentences: Sequence[Sentence], said: Mapping[int, str], owners: Mapping[int, str]
) -> dict[int, str]:
    """``Roe wrote:`` and a paragraph without marks below it: ``said`` is the last speaker by sentence.

    Adds to ``owners``; the paragraph must hold neither marks nor a reporting clause of its own.
    """
    found = dict(owners)
    for before, after in pairwise(sentences):
        if before.paragraph == after.paragraph or before.span.of(text).rstrip()[-1:] != ":":
            continue
        quotes = any(mark in after.span.of(text) for mark in '“"')
        if before.number in said and not quotes and after.number not in said:
            found.setdefault(after.paragraph, said[before.number])
    return found


def _is_post(paragraph: str) -> bool:
    return len(paragraph) <= 600 and not paragraph.rstrip().endswith(":")


def _goes_on(above: Span | None, text: str) -> bool:
    """Whether the paragraph above belongs to the post too: only where it ends in the middle of one."""
    return above is not None and above.of(text).rstrip().endswith(("…", "...", "1/", "/"))


def _paragraphs(sentences: Sequence[Sentence]) -> dict[int, Span]:
    spans: dict[int, Span] = {}
    for sentence in sentences:
        known = spans.get(sentence.paragraph)
        start = known.start if known else sentence.span.start
        spans[sentence.paragraph] = Span(start, sentence.span.end)
    return spans


def _interviews(text: str, spans: dict[int, Span], names: Names) -> dict[int, str]:
    """Labels at the beginning of a line, where there are at least two different ones."""
    labels = {
        number: match["label"]
        for number, span in spans.items()
        if (match := _LABEL.match(span.of(text)))
    }
    if len(set(labels.values())) < 2:
        return {}
    owners: dict[int, str] = {}
    current = ""
    for number in sorted(spans):
        if number in labels:
            label = labels[number]
            current = "" if label in ("Q", "A") else names.resolve(label.title())
        if current:
            owners[number] = current
    return owners
