"""Where quotations begin and end.

Marks are read paragraph by paragraph with their state: a quotation that is still open at the end of
a paragraph goes on when the next one begins with an opening mark (the printers' rule), or when one of
the next few closes it before any other opens; else it was never closed and ends with its paragraph.
Straight and curly marks; single marks as used in Britain are told from apostrophes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.language import sentences
from factcheck.model import Span

_TYPED = "''"  # two apostrophes, as old wires and databases print a double mark
_FAR = 8  # paragraphs after which an open quotation is given up
_DOUBLE = {"“": "”", "„": "”", '"': '"', "«": "»"}
_ELISIONS = re.compile(r"[‘’'](?:em|tis|twas|cause|til|till|bout|n|cos|\d0s)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words in one paragraph.

    ``span`` holds the marks, ``inner`` the words between them. ``group`` numbers what one person
    says in one breath: the parts of a quotation over several paragraphs share it.
    """

    span: Span
    inner: Span
    group: int
    closed: bool

    def words(self, text: str) -> int:
        """How many words are quoted."""
        return len(self.inner.of(text).split())


def find(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations of ``text``, in order."""
    found: list[Quotation] = []
    paragraphs = tuple(sentences.paragraphs(text))
    carried, until = False, (-1, 0)
    for number, paragraph in enumerate(paragraphs):
        start = paragraph.start
        if carried and number <= until[0]:
            # The quotation goes on without a mark of its own, to its end or to the paragraph's.
            closed = number == until[0]
            stop = until[1] if closed else paragraph.end
            span = Span(start, stop + closed)
            if text[start:stop].strip():
                found.append(Quotation(span, Span(start, stop), found[-1].group, closed))
            start, carried = span.end, not closed
            if not closed:
                continue
        parts = tuple(_in_paragraph(text, Span(start, paragraph.end)))
        for part, (span, inner, closed) in enumerate(parts):
            goes_on = carried and part == 0 and span.start == paragraph.start and bool(found)
            group = found[-1].group if goes_on else (found[-1].group + 1 if found else 0)
            found.append(Quotation(span, inner, group, closed))
        carried = bool(parts) and not parts[-1][2]
        until = _closed_later(text, paragraphs, number + 1) if carried else (-1, 0)
    return tuple(found)


def _closed_later(text: str, paragraphs: tuple[Span, ...], first: int) -> tuple[int, int]:
    """The paragraph and place of a mark that closes what is open before ``first``; (-1, 0) for none."""
    for number in range(first, min(first + _FAR, len(paragraphs))):
        paragraph = paragraphs[number]
        place = paragraph.start
        while place < paragraph.end and text[place] not in _DOUBLE and text[place] != "”":
            place += 1
        if place == paragraph.end:
            continue
        closes = text[place] == "”" or (text[place] == '"' and _stray(text, place, paragraph))
        return (number, place) if closes and place > paragraph.start else (-1, 0)
    return -1, 0


def _in_paragraph(text: str, paragraph: Span) -> Iterator[tuple[Span, Span, bool]]:
    place = paragraph.start
    while place < paragraph.end:
        closer = _closer(text, place, paragraph)
        if not closer:
            place += 1
            continue
        begin = place + len(closer)
        end = _find_end(text, begin, paragraph.end, closer)
        stop = paragraph.end if end is None else end
        last = stop if end is None else stop + len(closer)
        if text[begin:stop].strip():
            yield Span(place, last), Span(begin, stop), end is not None
        place = max(last, place + 1)


def _closer(text: str, place: int, paragraph: Span) -> str:
    """The mark that would close the quotation that opens here; empty if none opens."""
    mark = text[place]
    if text.startswith(_TYPED, place):
        opens = place == paragraph.start or text[place - 1] in " ([—–-"
        return _TYPED if opens and text[place + 2 : place + 3].isalnum() else ""
    if mark in _DOUBLE:
        if mark == '"' and _is_inch(text, place):
            return ""
        if mark == '"' and _stray(text, place, paragraph):
            return ""
        return _DOUBLE[mark]
    if mark in "‘'" and _opens_single(text, place, paragraph):
        return "’" if mark == "‘" else "'"
    return ""


def _is_inch(text: str, place: int) -> bool:
    return place > 0 and text[place - 1].isdigit() and not text[place + 1 : place + 2].isalpha()


def _stray(text: str, place: int, paragraph: Span) -> bool:
    """A closing mark with no opening one before it."""
    after = text[place + 1 : place + 2]
    before = text[place - 1 : place] if place > paragraph.start else " "
    return not before.isspace() and not after.isalnum() and before not in "([—–-"


def _opens_single(text: str, place: int, paragraph: Span) -> bool:
    before = text[place - 1] if place > paragraph.start else " "
    after = text[place + 1 : place + 2]
    if not (before.isspace() or before in "([—–-") or not (after.isalnum() or after in "[.…£$€"):
        return False
    if _ELISIONS.match(text, place):
        return False
    closer = "’" if text[place] == "‘" else "'"
    return _find_single_end(text, place + 1, paragraph.end, closer) is not None


def _find_end(text: str, start: int, end: int, closer: str) -> int | None:
    if closer == _TYPED:
        place = text.find(_TYPED, start, end)
        return place if place >= 0 else None
    if closer in "’'":
        return _find_single_end(text, start, end, closer)
    place = text.find(closer, start, end)
    while closer == '"' and place >= 0 and _is_inch(text, place):
        later = text.find('"', place + 1, end)
        if later < 0 or text[later - 1].isspace():
            break  # the next mark opens another quotation, so this one closes
        place = later
    other = {"”": '"', '"': "”"}.get(closer, "")  # “mixed marks"
    if other and (place < 0 or closer == '"'):
        mixed = text.find(other, start, end if place < 0 else place)
        nested = text.find("“", start, mixed) if mixed >= 0 else -1
        if mixed >= 0 and (nested < 0 or closer == "”"):
            place = mixed
    return place if place >= 0 else None


def _find_single_end(text: str, start: int, end: int, closer: str) -> int | None:
    """The closing single mark: the first that no letter follows and that is no plural's ``s'``."""
    fallback = None
    for place in range(start + 1, end):
        if text[place] != closer:
            continue
        before, after = text[place - 1], text[place + 1 : place + 2]
        if after.isalnum() or before.isspace():
            continue
        if before in ',.!?…”"' or before != "s" or not after.isspace():
            return place
        fallback = place if fallback is None else fallback
    return fallback
