"""The place in capitals before a dash with which a report begins: ``HARBOUR, May 3 (Wire) —``.

It says where the report was written and belongs to no assertion as a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.model import Span

_LINE = re.compile(
    r"^[ \t]*(?P<place>[A-Z][A-Z.’' /-]+[A-Z.])(?P<more>,[^—–\n()]{1,40})?"
    r"(?:[ \t]*(?P<agency>\([^()\n]{2,40}\)))?[ \t]*(?:—|–|--| - )",
    re.MULTILINE,
)
_PLACE = re.compile(r"[^/]+")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The whole line before the dash, and the places in capitals."""

    span: Span
    places: tuple[Span, ...]
    agency: Span | None


_HEADING = 500  # characters in which a headline may stand above it


def find(text: str) -> tuple[Dateline, ...]:
    """The datelines of an article: at its beginning or below its heading, later on with their agency."""
    return tuple(_matches(text))


def _matches(text: str) -> Iterator[Dateline]:
    for match in _LINE.finditer(text):
        if match["agency"] or _opens(text, match.start()):
            start, end = match.span("place")
            places = (Span(m.start(), m.end()) for m in _PLACE.finditer(text, start, end))
            agency = Span(*match.span("agency")) if match["agency"] else None
            yield Dateline(Span(start, match.end()), tuple(places), agency)


def _opens(text: str, start: int) -> bool:
    """Whether the article begins at ``start``: nothing above, or a line that is no sentence."""
    above = text[:start].rstrip() if start <= _HEADING else "."
    return not above.endswith((".", "!", ":", "”", '"'))
