"""The lines of a PDF's columns to paragraphs.

A page knows no paragraphs, only lines. A new one begins at a wider gap, at a change of size or
weight, at an indent after a full stop, at a list's mark, and after a line that ends although the
next word had room on it. What is left over at the end of a column or page goes on in the next.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from factcheck.articles.pdf_page import CAPTION, Column, Line
from factcheck.articles.pdf_words import Vocabulary, mend

_ENDS = re.compile(r"[.!?:…][\"'”’»)\]]*[⁰¹²³⁴-⁹]*$")
_BULLET = re.compile(r"[•‣◦▪●■□○►➢✓\uf0b7\uf0a7]\s*\S")
# A line of prose may begin with these as well: "– savannas and grasslands –", "5. This".
_NUMBERED = re.compile(
    r"(?:[·–—*-]|\(?\d{1,2}[.)]|\(?[A-Za-z][.)]|\(?[ivx]{1,5}\)|\[\d{1,3}\])\s+\S"
)
_SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?\s+[A-Z]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its lines as one text, its size in points, and whether it is a heading."""

    text: str
    size: float
    heading: bool


@dataclass(frozen=True, slots=True)
class _Style:
    """What is usual in a document: the body's size and weight, the distance of lines by size."""

    size: float
    bold: bool
    leading: dict[float, float]

    def is_heading(self, line: Line) -> bool:
        return line.size > 1.12 * self.size or (line.bold and not self.bold)

    def is_note(self, line: Line) -> bool:
        return line.size < 0.93 * self.size

    def room(self, size: float) -> float:
        """The usual distance between two lines of ``size``."""
        return self.leading.get(round(size), 1.25 * size)


def paragraphs(columns: Iterable[Column]) -> tuple[Paragraph, ...]:
    """The paragraphs in ``columns``, which come in reading order, page after page."""
    columns = tuple(columns)
    style = _style(columns)
    words = Vocabulary(line.text for column in columns for line in column)
    groups: list[list[Line]] = []
    for column in columns:
        fresh = _groups(column, style)
        if groups and fresh:
            _carry_over(groups, fresh, style)
        groups += fresh
    return tuple(_paragraph(group, style, words) for group in groups if group)


def _paragraph(lines: list[Line], style: _Style, words: Vocabulary) -> Paragraph:
    parts = [lines[0].text]
    for line in lines[1:]:
        following = line.text.strip()
        parts[-1] = mend(parts[-1], following, words).removesuffix(following)
        parts.append(following)
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    heading = all(style.is_heading(line) for line in lines) and lines[0].cells == 1
    return Paragraph("".join(parts), sizes.most_common(1)[0][0], heading)


def _style(columns: Iterable[Column]) -> _Style:
    sizes: Counter[float] = Counter()
    bold = letters = 0
    gaps: dict[float, Counter[float]] = defaultdict(Counter)
    for column in columns:
        for line in column:
            sizes[round(line.size * 2) / 2] += len(line.text)
            bold += line.bold * len(line.text)
            letters += len(line.text)
        for a, b in pairwise(column):
            if round(a.size) == round(b.size) and 0 < a.y - b.y < 4 * a.size:
                gaps[round(a.size)][round(2 * (a.y - b.y)) / 2] += 1
    leading = {}
    for size, counted in gaps.items():
        # Of the usual distances the smallest: in a file of short paragraphs the most frequent one
        # is that between paragraphs.
        most = max(counted.values())
        leading[size] = min(gap for gap, count in counted.items() if count >= 0.4 * most)
    size = sizes.most_common(1)[0][0] if sizes else 0.0
    return _Style(size, 2 * bold > letters, leading)


def _groups(column: Column, style: _Style) -> list[list[Line]]:
    """The lines of each paragraph of one column."""
    groups: list[list[Line]] = []
    for block in _blocks(column, style):
        edge = _edge(block, column)
        groups.append([block[0]])
        for a, b in pairwise(block):
            if _breaks(a, b, groups[-1], edge, style):
                groups.append([b])
            else:
                groups[-1].append(b)
    return groups


def _blocks(column: Column, style: _Style) -> list[list[Line]]:
    """The lines between which there is no wide gap and no change of looks."""
    blocks = [[column[0]]]
    for a, b in pairwise(column):
        gap = a.y - b.y
        wide = gap > 1.3 * max(style.room(a.size), style.room(b.size)) or gap <= 0
        looks = a.bold != b.bold or abs(a.size - b.size) > 0.12 * max(a.size, b.size)
        goes_on = _runs_on(a, b) and _forced(a, b, max(line.x1 for line in column))
        if wide or a.cells > 1 or b.cells > 1 or (looks and not goes_on):
            blocks.append([b])
        else:
            blocks[-1].append(b)
    return blocks


def _edge(block: list[Line], column: Column) -> float:
    """The right edge that the lines of ``block`` were wrapped at."""
    own, whole = max(line.x1 for line in block), max(line.x1 for line in column)
    width = whole - min(line.x0 for line in column)
    going_on = sum(_runs_on(a, b) for a, b in pairwise(block))
    return own if going_on >= 0.4 * len(block) or whole - own < 0.3 * width else whole


def _is_body(line: Line, style: _Style) -> bool:
    """Whether ``line`` is neither of a note nor of a table or its caption."""
    return not style.is_note(line) and line.cells == 1 and not CAPTION.match(line.text)


def _breaks(a: Line, b: Line, group: list[Line], edge: float, style: _Style) -> bool:
    """Whether a paragraph ends between ``a`` and ``b``, two lines of one block."""
    ends = bool(_ENDS.search(a.text))
    forced = _forced(a, b, edge)
    marked = _BULLET.match(group[0].text) or _NUMBERED.match(group[0].text)
    if _BULLET.match(b.text):
        return True
    if _NUMBERED.match(b.text) and (ends or not forced or (marked and _level(b, group[0]))):
        return True
    if style.is_heading(a) and style.is_heading(b):
        return bool(_SECTION.match(b.text))
    em = max(a.size, b.size)
    if b.x0 > a.x0 + 0.7 * em and ends and not marked:
        return True
    hanging = len(group) > 1 and group[1].x0 > group[0].x0 + 0.7 * em
    if hanging and b.x0 < a.x0 - 0.7 * em and ends:
        return True
    return not forced and not _runs_on(a, b)


def _level(a: Line, b: Line) -> bool:
    """Whether the two lines begin at the same place."""
    return abs(a.x0 - b.x0) < 0.3 * a.size


def _runs_on(a: Line, b: Line) -> bool:
    """Whether a sentence goes on from ``a`` to ``b``."""
    start = b.text[:1]
    return not _ENDS.search(a.text) and (start.islower() or a.text.endswith((",", "-", "\u2010")))


def _forced(a: Line, b: Line, edge: float) -> bool:
    """Whether the first word of ``b`` had no room left on ``a``."""
    word = len(b.text.split(maxsplit=1)[0]) if b.text.strip() else 0
    letter = (b.x1 - b.x0) / max(len(b.text), 1)
    return edge - a.x1 < (word + 1) * letter + 0.2 * b.size


def _carry_over(groups: list[list[Line]], fresh: list[list[Line]], style: _Style) -> None:
    """Move the rest of a paragraph to its beginning in the column or page before.

    Notes at the foot of a column and captions at the head of the next stand between the two.
    """
    for before in reversed(groups[-12:]):
        if _is_body(before[-1], style) and not CAPTION.match(before[0].text):
            break
    else:
        return
    for after in fresh[:8]:
        if _is_body(after[0], style) and not style.is_heading(after[0]):
            break
    else:
        return
    a, b = before[-1], after[0]
    if style.is_heading(a) or _ENDS.search(a.text) or _BULLET.match(b.text):
        return
    if abs(a.size - b.size) > 0.07 * a.size or not b.text:
        return
    full = len(before) > 1 and _forced(a, b, max(line.x1 for line in before))
    if _runs_on(a, b) or full:
        before.extend(after)
        fresh.remove(after)
