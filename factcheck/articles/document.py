"""What every format's reader returns: paragraphs and what is known about them."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from factcheck.articles import prose

Kind = Literal["prose", "title", "heading", "header", "row"]
"""What the document's markup calls a paragraph.

``title`` is a heading of the first level, ``heading`` one of a lower level, ``header`` the row of a
table that names its columns, ``row`` any other.
"""

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
        else:
            kinds += ["heading" if p.kind in ("title", "heading") else "prose" for p in run]
    if paragraphs and paragraphs[0].kind == "title":
        kinds[0] = "prose"
    return kinds


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
