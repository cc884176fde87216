"""A page's runs of letters to its lines, column after column; page furniture is found here too.

A row is what stands at one height, from the left edge of the page to the right. Columns are told
by a gutter: a place that many rows leave free and that has prose on both sides. What crosses the
gutter, such as a headline, ends the columns above it and begins new ones below.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median

from factcheck.articles.pdf_glyphs import Run

CAPTION = re.compile(r"(?:table|fig(?:ure)?|chart|box|map)\b\.? ?(?:\d|[ivx]+\b)", re.IGNORECASE)
"""How the caption of a table or a picture begins."""
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ſt", "ﬆ": "st"}
)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_GAP = 0.9  # em: wider gaps divide a row
_CELL = 1.8  # em: wider gaps within a column are those of a table
_DEEPEST = 6  # divisions of a page into columns, one in the other
_MARGIN = 3  # rows at the top and at the bottom that may be furniture
_PAGE_NUMBER = re.compile(
    r"\W*(?:page|p\.|pg\.?)?\W*(?:0|[ivxl]+)\W*(?:(?:of|/|\|)\W*0)?\W*", re.IGNORECASE
)
_MARKER = re.compile(r"\W{1,2}|[(\[]?\w{1,3}[.):\]]+")

Row = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a column, in points; ``bold`` if nearly all of it is; ``cells`` of a table row."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    cells: int = 1


Column = tuple[Line, ...]


def rows(runs: Iterable[Run]) -> tuple[Row, ...]:
    """The rows of a page, from the top down, each from left to right."""
    runs = sorted(_once(runs), key=lambda run: (-run.y, run.x0))
    small = 0.8 * median(run.size for run in runs for _ in run.text) if runs else 0.0
    found: list[list[Run]] = []
    marks: list[Run] = []
    for run in runs:
        first = found[-1][0] if found else None
        if run.size <= small and len(run.text.strip()) <= 3:
            marks.append(run)
        elif first and first.y - run.y <= 0.45 * max(first.size, run.size):
            found[-1].append(run)
        else:
            found.append([run])
    lines = [(row[0].y, sorted(row, key=_left)) for row in found]
    for mark in marks:
        _attach(mark, lines)
    return tuple(_merged(row) for _, row in lines)


def columns(page: Iterable[Row]) -> Iterator[Column]:
    """The lines of a page in reading order, in one tuple for each column or part of one."""
    for block in _in_order([run for row in page for run in row]):
        lines = tuple(map(_line, rows(block)))
        if lines:
            yield lines


def furniture(pages: list[tuple[Row, ...]]) -> list[frozenset[int]]:
    """For each page the numbers of its rows that are running heads, footers and page numbers.

    They are at the edge of the page, and stand at the same height on another page with the same
    words, figures apart; a page number may also stand alone, well off the text.
    """
    found: list[frozenset[int]] = []
    heights = _heights(pages)
    for number, page in enumerate(pages):
        bottom = [*range(len(page) - 1, max(len(page) - 1 - _MARGIN, -1), -1)]
        top = [*range(min(_MARGIN, len(page)))]
        taken: set[int] = set()
        for edge in (top, bottom):
            for row in edge:
                if not (_repeated(page[row], number, heights) or _lone_number(page, row, edge)):
                    break
                taken.add(row)
        found.append(frozenset(taken))
    if all(len(taken) == len(page) for taken, page in zip(found, pages, strict=True)):
        return [frozenset()] * len(pages)
    return found


def text_of(row: Row) -> str:
    """The words of a row, divided by " | " where it has a gap as wide as one between cells."""
    return _line(row).text


Heights = dict[str, list[tuple[float, int]]]


def _heights(pages: list[tuple[Row, ...]]) -> Heights:
    """Where the rows at the edges stand: by their words, the height and the page's number."""
    found: Heights = defaultdict(list)
    for number, page in enumerate(pages):
        edges = {*range(min(_MARGIN, len(page))), *range(max(len(page) - _MARGIN, 0), len(page))}
        for row in edges:
            found[_key(page[row])].append((page[row][0].y, number))
    return found


def _repeated(row: Row, number: int, heights: Heights) -> bool:
    key = _key(row)
    words = "0" in key or sum(c.isalpha() for c in key) > 3
    return (words and not CAPTION.match(key)) and any(
        other != number and abs(y - row[0].y) <= 4 for y, other in heights[key][:500]
    )


def _lone_number(page: tuple[Row, ...], row: int, edge: list[int]) -> bool:
    """Whether ``row`` is the outermost of its edge, a page number, and well off its neighbour."""
    key = _key(page[row])
    if row != edge[0] or len(page) < 3 or len(key) > 40 or not _PAGE_NUMBER.fullmatch(key):
        return False
    inner = page[1 if row == 0 else row - 1]
    return abs(inner[0].y - page[row][0].y) > 1.8 * max(inner[0].size, page[row][0].size)


def _key(row: Row) -> str:
    """The words of ``row`` in any order, so that left and right pages are alike."""
    parts = (" ".join(re.sub(r"\d+", "0", run.text).split()) for run in row)
    return " ".join(sorted(parts)).casefold()


def _once(runs: Iterable[Run]) -> Iterator[Run]:
    """``runs`` without those that are painted over themselves, as a shadow."""
    seen: set[tuple[str, int, int]] = set()
    for run in runs:
        key = (run.text, round(run.x0 / 2), round(run.y / 2))
        if key not in seen:
            seen.add(key)
            yield run


def _left(run: Run) -> float:
    return run.x0


def _attach(mark: Run, lines: list[tuple[float, list[Run]]]) -> None:
    """Put ``mark``, a small sign, into the row that it is raised or lowered from; else make one.

    ``lines`` are the heights of the rows, from the top down, and their runs from left to right.
    """
    top = bisect_left(lines, -mark.y - 20, key=lambda line: -line[0])
    near: list[tuple[float, Run, list[Run]]] = []
    for _, row in lines[top : top + 12]:
        at = bisect_left(row, mark.x0, key=_left)
        for run in row[max(at - 1, 0) : at + 1]:
            far = abs(mark.y - run.y) / run.size
            beside = run.x0 - run.size <= mark.x1 and mark.x0 <= run.x1 + run.size
            if beside and far <= 0.6:
                near.append((far, run, row))
    if not near:
        insort(lines, (mark.y, [mark]), key=lambda line: -line[0])
        return
    _, run, row = min(near, key=lambda found: found[0])
    raised = mark.text.strip().isdecimal() and mark.y - run.y > 0.2 * run.size
    text = mark.text.translate(_RAISED) if raised else mark.text
    insort(row, replace(mark, text=text), key=_left)


def _merged(row: list[Run]) -> Row:
    """``row`` with the runs joined that no wide gap divides."""
    out: list[Run] = []
    for run in row:
        last = out[-1] if out else None
        if last and run.x0 - last.x1 < _GAP * max(last.size, run.size):
            out[-1] = _join(last, run)
        else:
            out.append(run)
    return tuple(out)


def _join(a: Run, b: Run) -> Run:
    apart = b.x0 - a.x1 > 0.12 * max(a.size, b.size)
    glue = " " if apart and not (a.text.endswith(" ") or b.text.startswith(" ")) else ""
    wide = a if len(a.text) >= len(b.text) else b  # not the note's mark that stands higher
    text = a.text + glue + b.text
    return replace(wide, text=text, x0=a.x0, x1=max(a.x1, b.x1), bold=a.bold + b.bold)


def _in_order(runs: list[Run], depth: int = 0) -> Iterator[list[Run]]:
    gutter = _gutter(runs) if depth < _DEEPEST else None
    if gutter is None:
        yield runs
        return
    side = {id(run): _side(run, gutter) for run in runs}
    top_down = sorted(runs, key=lambda run: -run.y)
    for crossing, band in groupby(top_down, key=lambda run: side[id(run)] == 0):
        part = list(band)
        if crossing:
            yield part
            continue
        for half in (-1, 1):
            half_page = [run for run in part if side[id(run)] == half]
            yield from _in_order(half_page, depth + 1)


def _side(run: Run, gutter: float) -> int:
    """-1 left of the gutter, 1 right of it, 0 across."""
    if run.x1 <= gutter + 3:
        return -1
    return 1 if run.x0 >= gutter - 3 else 0


def _gutter(runs: list[Run]) -> float | None:
    """The left edge of a column that has another to its left, if there is one."""
    starts = Counter(round(run.x0) for run in runs)
    best, found = 0.0, None
    for start, count in starts.most_common(16):
        if count < 3:
            break
        sides: dict[int, list[Run]] = {-1: [], 0: [], 1: []}
        for run in runs:
            sides[_side(run, start)].append(run)
        left, across, right = (sum(len(run.text) for run in side) for side in sides.values())
        score = min(left, right) - 0.5 * across
        if score > best and _are_columns(sides[-1], sides[1]):
            best, found = score, float(start)
    return found


def _are_columns(left: list[Run], right: list[Run]) -> bool:
    """Whether these are two columns of prose, or prose beside a table that goes its own way.

    The cells of one table stand at the same heights.
    """
    prose = _prose(left) + _prose(right)
    if prose != 1:
        return prose == 2
    heights = {round(run.y + nearby) for run in right for nearby in (-1, 0, 1)}
    level = sum(round(run.y) in heights for run in left)
    return min(len(left), len(right)) >= 10 and level < 0.6 * len(left)


def _prose(runs: list[Run]) -> bool:
    """Whether most of ``runs`` fill their side as lines of prose do, and cells of a table do not."""
    width = max((run.x1 for run in runs), default=0) - min((run.x0 for run in runs), default=0)
    full = [
        len(run.text)
        for run in runs
        if run.x1 - run.x0 >= max(0.35 * width, 6 * run.size) and run.text.count(" ") >= 2
    ]
    return len(full) >= 3 and sum(full) >= 0.6 * sum(len(run.text) for run in runs)


def _line(row: Row) -> Line:
    parts, cells = [row[0].text.strip()], 1
    for a, b in pairwise(row):
        wide = b.x0 - a.x1 > _CELL * max(a.size, b.size)
        cell = wide and not (a is row[0] and _MARKER.fullmatch(a.text.strip()))
        cells += cell
        parts.append((" | " if cell else " ") + b.text.strip())
    text = "".join(parts).translate(_LIGATURES)
    letters = sum(not c.isspace() for c in text)
    widest = max(row, key=lambda run: len(run.text))
    bold = sum(run.bold for run in row) >= 0.9 * letters
    return Line(text, row[0].x0, max(run.x1 for run in row), widest.y, widest.size, bold, cells)
