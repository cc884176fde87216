"""What every format's reader returns: paragraphs and what is known about them."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from factcheck.articles import prose

Kind = Literal["prose", "title", "heading", "header", "row"]
"""What the document's markup calls a paragraph.

``title`` is a heading of the first level, ``heading`` one of a lower level, ``header`` the row of a
table that names its columns, ``row`` any other.
"""

_STANDFIRST = 8  # words, at least
_SENTENCE = re.compile(r"[.…][\"'”’)]*$")
_LONGEST_ROW = 600  # characters; a table with longer rows only lays out a page


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph on its way from a reader to a document."""

    text: str
    kind: Kind = "prose"


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read: clean paragraphs, each one line, and its metadata.

    ``language`` is a two-letter code, or empty when the document does not say. ``warnings`` are
    one-liners about what was dropped or repaired. ``headings`` and ``rows`` are numbers of
    paragraphs, from 1: the headings of sections and of tables, and the other rows of tables.
    """

    paragraphs: tuple[str, ...]
    title: str = ""
    byline: str = ""
    published: dt.date | None = None
    url: str = ""
    site: str = ""
    language: str = ""
    warnings: tuple[str, ...] = ()
    headings: frozenset[int] = frozenset()
    rows: frozenset[int] = frozenset()

    @property
    def text(self) -> str:
        """The paragraphs, divided by one blank line."""
        return "\n\n".join(self.paragraphs)


def build(
    paragraphs: Iterable[str | Paragraph],
    *,
    title: str = "",
    byline: str = "",
    published: dt.date | None = None,
    url: str = "",
    site: str = "",
    language: str = "",
    warnings: Iterable[str] = (),
) -> Document:
    """A document of ``paragraphs``, cleaned; empty ones and bare rules (``* * *``) are left out.

    Every string may hold anything: control characters, terminal escapes, line breaks. A heading of
    the first level on top is the headline, which is checked like prose.
    """
    given = [p if isinstance(p, Paragraph) else Paragraph(p) for p in paragraphs]
    joined, found = prose.clean("\n\n".join(prose.one_line(p.text) for p in given))
    lines = [prose.one_line(line) for line in joined.split("\n\n")] if given else []
    kept = [
        replace(paragraph, text=line)
        for line, paragraph in zip(lines, given, strict=True)
        if line and not prose.is_rule(line)
    ]
    kinds = _kinds(kept)
    return Document(
        paragraphs=tuple(p.text for p in kept),
        title=prose.label(title),
        byline=prose.label(byline),
        published=published,
        url=prose.label(url),
        site=prose.label(site),
        language=language,
        warnings=tuple(dict.fromkeys((*warnings, *found))),
        headings=_numbers(kinds, "heading"),
        rows=_numbers(kinds, "row"),
    )


def _numbers(kinds: Sequence[Kind], kind: Kind) -> frozenset[int]:
    return frozenset(number for number, one in enumerate(kinds, 1) if one == kind)


def _kinds(paragraphs: Sequence[Paragraph]) -> list[Kind]:
    """The paragraphs' kinds, as ``prose``, ``heading`` and ``row``."""
    kinds: list[Kind] = []
    for is_table, run in itertools.groupby(paragraphs, key=_is_row):
        if is_table:
            kinds += _table([*run])
            continue
        for paragraph in run:
            is_heading = paragraph.kind in ("title", "heading") and not _states(paragraph, kinds)
            kinds.append("heading" if is_heading else "prose")
    return kinds


def _states(heading: Paragraph, above: Sequence[Kind]) -> bool:
    """Whether ``heading``, below paragraphs of such kinds, is a headline or a standfirst.

    Many pages mark a standfirst, a sentence or two with facts of their own, as a heading.
    """
    if not above and heading.kind == "title":
        return True
    long = len(heading.text.split()) >= _STANDFIRST
    on_top = len(above) < 2 and "row" not in above
    return long and (on_top or _SENTENCE.search(heading.text) is not None)


def _is_row(paragraph: Paragraph) -> bool:
    """Whether it is a row with several cells."""
    row = paragraph.kind in ("header", "row") and " | " in paragraph.text
    return row and len(paragraph.text) <= _LONGEST_ROW


def _table(rows: Sequence[Paragraph]) -> list[Kind]:
    """``heading`` for the rows that name the columns, ``row`` for those that fill them.

    Where the markup names no such row, one on top without a figure is it, above rows with figures.
    """
    names = sum(1 for _ in itertools.takewhile(lambda p: p.kind == "header", rows))
    if not names and not _has_figure(rows[0]) and any(map(_has_figure, rows[1:])):
        names = 1
    if names == len(rows):
        names = 0
    return ["heading" if number < names else "row" for number in range(len(rows))]


def _has_figure(paragraph: Paragraph) -> bool:
    return any(c.isdigit() for c in paragraph.text)
