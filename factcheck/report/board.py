"""The table of ``status``: a line of numbers for each worksheet, what they mean below it."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Sequence

from factcheck.checks.characters import width
from factcheck.model import Query
from factcheck.report.layout import MARGIN, Page, blank, flow, page
from factcheck.report.overview import Row
from factcheck.report.typography import Line, Run, tidy
from factcheck.report.wording import first_few, plural

_STATES = {"clear": "clear", "clear-after-fixes": "clear after fixes", "hold": "hold"}
_HEADS = ("checked", "high", "normal", "low")
_LABEL = 10  # cells
_FEW = 8  # ids shown of a list; the report has all


def lines(rows: Sequence[Row], cells: int) -> Iterator[Line]:
    """The table for a terminal ``cells`` wide; never wider than 100."""
    sheet = page(cells, ())
    state = max((len(_state(row)) for row in rows), default=0)
    numbers = [_numbers(row) for row in rows]
    sizes = [max(map(len, column)) for column in zip(_HEADS, *numbers, strict=True)]
    room = sheet.cells - len(MARGIN) - sum(size + 2 for size in sizes) - state - 2
    above = " " * (len(MARGIN) + room + 2 + state + 2 + sizes[0])
    yield ((above, ""), ("open".rjust(2 + sizes[1]), "muted"))
    yield _line(("worksheet", "muted"), ("", ""), _HEADS, (room, state), sizes)
    for row, counts in zip(rows, numbers, strict=True):
        yield blank()
        name = tidy(row.title or row.path)
        if width(name) > room:
            yield from flow(sheet, (name, "strong"))
            name = ""
        state_run = (_state(row), _look(row))
        yield _line((name, "strong"), state_run, counts, (room, state), sizes)
        yield from _below(sheet, row)


def _line(
    name: Run, state: Run, counts: Sequence[str], columns: tuple[int, int], sizes: Sequence[int]
) -> Line:
    room, wide = columns
    role = "muted" if counts is _HEADS else ""
    return (
        (MARGIN, ""),
        name,
        (" " * (room - width(name[0]) + 2), ""),
        state,
        (" " * (wide - len(state[0])), ""),
        *(("  " + n.rjust(size), role) for n, size in zip(counts, sizes, strict=True)),
    )


def _state(row: Row) -> str:
    return _STATES[row.outcome] if row.outcome else "unreadable"


def _look(row: Row) -> str:
    return {"clear": "confirmed", "clear-after-fixes": "unconfirmed"}.get(row.outcome or "", "fix")


def _numbers(row: Row) -> tuple[str, ...]:
    if row.error:
        return ("",) * len(_HEADS)
    return (f"{row.checked:,}/{row.total:,}", *(f"{number:,}" for number in row.open))


def _below(sheet: Page, row: Row) -> Iterator[Line]:
    if row.error:
        yield from _labelled(sheet, "why", (row.error.removeprefix(f"{row.path}: "), ""))
        if row.hint:
            yield from _labelled(sheet, "hint", (row.hint, ""))
        return
    yield from _labelled(sheet, "file", (row.path, ""))
    if row.broken:
        command = f"factcheck check {shlex.quote(row.path)}"
        said = f"{plural(row.broken, 'block')} cannot be read whole, what can is counted; run {command}"
        yield from _labelled(sheet, "broken", (said, "fix"))
    yield from _labelled(sheet, "verdicts", *_verdicts(row))
    yield from _labelled(sheet, "who", *_people(row))
    if row.recheck:
        few, more = first_few(row.recheck, _FEW)
        said = f"{len(row.recheck):,} to check again"
        told: list[Run] = [
            (said, "warning"),
            (": ", ""),
            (", ".join(map(tidy, few)), "id"),
            (more, ""),
        ]
        yield from _labelled(sheet, "changed", *told)
    if row.queries:
        yield from _labelled(sheet, "queries", *_asked(row.queries))
    for number, point in enumerate(row.blocks):
        runs: list[Run] = [(point.text, "")]
        if point.ids:
            few, more = first_few(point.ids, _FEW)
            runs += [(": ", ""), (", ".join(map(tidy, few)), "id"), (more, "")]
        yield from _labelled(sheet, "" if number else "blocked", *runs)


def _labelled(sheet: Page, label: str, *runs: Run) -> Iterator[Line]:
    first = (("    ", ""), (label, "muted"))
    yield from flow(sheet, *runs, indent=4 + _LABEL, first=first if runs else ())


def _asked(queries: Sequence[Query]) -> Iterator[Run]:
    yield (f"{len(queries):,} open", "warning")
    yield (f": {tidy(queries[0].text)}", "")
    if len(queries) > 1:
        yield (f" and {len(queries) - 1:,} more", "")


def _verdicts(row: Row) -> Iterator[Run]:
    for number, count in enumerate(row.verdicts):
        word = tidy(count.word) or ("blank" if count.word else "unchecked")
        yield (", " if number else "", "")
        yield (f"{count.number:,} ", "")
        yield (word, count.state)


def _people(row: Row) -> Iterator[Run]:
    told: list[tuple[str, str]] = []
    for person in row.checkers:
        counts = ((person.checked, "checked"), (person.left, "left"))
        done = ", ".join(f"{number:,} {what}" for number, what in counts if number)
        told.append((tidy(person.name), done))
    if row.unassigned:
        told.append(("nobody", f"{row.unassigned:,} left"))
    yield from _semicolons(told)


def _semicolons(pairs: Iterable[tuple[str, str]]) -> Iterator[Run]:
    for number, (name, counts) in enumerate(pairs):
        yield ("; " if number else "", "")
        yield (name, "strong")
        yield (f" {counts}", "")
