"""The report for a terminal, and as plain text.

``lines`` gives the report as runs of text with the names of their roles, for a terminal of any
width; :mod:`factcheck.console` colours them. ``render`` is the same without roles, 80 cells wide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from factcheck.checks.characters import width
from factcheck.model import Query
from factcheck.report import entries, index, wording
from factcheck.report.layout import (
    GLYPHS,
    MARGIN,
    Page,
    bar,
    blank,
    flow,
    heading,
    legend,
    page,
    table,
)
from factcheck.report.record import STATES, Count, Item, Report, Rest
from factcheck.report.typography import Line, Run, clip, tidy


def render(report: Report, cells: int = 80) -> str:
    """The report as plain text, no line wider than ``cells``, 60 to 100 (more counts as 100).

    On fewer the words still wrap, but a table may stick out. Ends with a line feed.
    """
    return "".join(
        "".join(text for text, _ in line).rstrip(" ") + "\n" for line in lines(report, cells)
    )


def lines(report: Report, cells: int) -> Iterator[Line]:
    """The report's lines for a terminal ``cells`` wide; never wider than 100."""
    sheet = page(cells, (i.assertion.id for i in (*report.items, *report.retired)))
    yield from _head(sheet, report)
    yield from _standing(sheet, report)
    yield from _counts(sheet, report)
    yield from _section(sheet, "Must fix", report.must_fix, entries.fix)
    yield from _section(sheet, "Could not confirm", report.unconfirmed, entries.unsettled)
    if report.differ:
        yield from _section(sheet, "Reviewers differ", report.differ, entries.differing)
    if report.recheck:
        yield from _section(sheet, "Check again", report.recheck, entries.again)
    yield from _section(sheet, "Open", report.left, entries.unchecked)
    yield from _queries(sheet, report.queries)
    yield from _index(sheet, report)
    yield from _record(sheet, report.items)
    yield from _retired(sheet, report.retired)
    yield from _sources(sheet, report.sources)
    yield from _set_aside(sheet, report)
    yield from _findings(sheet, report)
    yield from heading(sheet, "Method and limits")
    for sentence in wording.method(report):
        yield from flow(sheet, (sentence, ""), indent=4, first=((MARGIN, ""), ("–", "muted")))


def _head(sheet: Page, report: Report) -> Iterator[Line]:
    article = report.article
    yield blank()
    yield from flow(sheet, (article.title or "(no title)", "title"))
    for label, value in wording.head(report):
        yield from flow(
            sheet, (value, ""), indent=len(MARGIN) + 11, first=((MARGIN, ""), (label, "muted"))
        )


def _standing(sheet: Page, report: Report) -> Iterator[Line]:
    standing = report.standing
    yield blank()
    head, _, rest = standing.headline.partition("; ")
    # One cell into the margin: a block of colour whose words are in line with the others.
    yield ((MARGIN[1:], ""), (f" {head.upper()} ", standing.outcome))
    if rest:
        yield from flow(sheet, (f"{rest}.", ""))
    for mark, points in (("•", standing.reasons), ("◦", standing.caveats)):
        for point in points:
            runs: list[Run] = [(point.text, "strong" if mark == "•" else "")]
            if point.ids:
                few, more = wording.first_few(point.ids, wording.FEW)
                runs += [(": ", ""), (", ".join(map(tidy, few)), "id"), (more, "")]
            yield from flow(sheet, *runs, indent=4, first=((MARGIN, ""), (mark, "muted")))


def _counts(sheet: Page, report: Report) -> Iterator[Line]:
    if not report.items:
        return
    yield blank()
    yield ((MARGIN, ""), *bar(report.total, sheet.cells - len(MARGIN)))
    yield from legend(sheet, report.total)
    yield blank()
    yield from _verdicts(sheet, report.verdicts)
    yield blank()
    yield from table(sheet, {"priority": report.priorities, "layer": report.layers})


def _verdicts(sheet: Page, counts: Iterable[Count]) -> Iterator[Line]:
    given = [c for c in counts if c.number]
    given.sort(key=lambda c: STATES.index(c.state))
    words = [tidy(c.word) or ("blank" if c.word else "unchecked") for c in given]
    column = min(max(map(width, words)), 24)
    for count, word in zip(given, words, strict=True):
        shown = clip(word, column)
        first: Line = (
            (MARGIN, ""),
            (GLYPHS[count.state], count.state),
            (f"{count.number:>5,}  ", "strong"),
            (shown, ""),
        )
        yield from flow(sheet, (count.meaning, "muted"), indent=12 + column, first=first)


def _section(
    sheet: Page,
    title: str,
    items: Sequence[Item],
    entry: Callable[[Page, Item], Iterator[Line]],
) -> Iterator[Line]:
    yield from heading(sheet, title, len(items))
    for number, item in enumerate(items):
        if number:
            yield blank()
        yield from entry(sheet, item)


def _queries(sheet: Page, queries: Sequence[Query]) -> Iterator[Line]:
    if not queries:
        return
    yield from heading(sheet, "Queries about the text", len(queries))
    for number, each in enumerate(queries):
        if number:
            yield blank()
        yield from entries.query(sheet, each)


def _index(sheet: Page, report: Report) -> Iterator[Line]:
    yield from heading(sheet, "High priority", len(report.high))
    for state, ids in index.unsettled(report.high):
        yield from entries.above(sheet, state, ids)
    settled = index.settled(report.high)
    column = entries.column_for(i.assertion.verdict for i in settled)
    for item in settled:
        yield entries.line_of(sheet, item, column)
    yield from heading(sheet, "Resting on one source", len(report.single_source))
    for lot in index.by_source(report.single_source):
        yield from entries.lot(sheet, lot)


def _record(sheet: Page, items: Sequence[Item]) -> Iterator[Line]:
    yield from heading(sheet, "Line by line", len(items))
    for number, (paragraph, group) in enumerate(groupby(items, lambda i: i.assertion.paragraph)):
        if number:
            yield blank()
        yield ((MARGIN, ""), (f"paragraph {paragraph}", "muted"))
        for item in group:
            yield from entries.recorded(sheet, item)


def _retired(sheet: Page, items: Sequence[Item]) -> Iterator[Line]:
    if not items:
        return
    yield from heading(sheet, "No longer in the article", len(items))
    column = entries.column_for(wording.verdict(i.assertion.verdict, i.state) for i in items)
    for item in items:
        yield entries.line_of(sheet, item, column)


def _sources(sheet: Page, rests: Sequence[Rest]) -> Iterator[Line]:
    yield from heading(sheet, "Sources", len(rests))
    ids = (width(tidy(r.reference)) for r in rests if r.source or not r.known)
    column = min(max(ids, default=0), 12)
    for number, rest in enumerate(rests):
        if number:
            yield blank()
        yield from entries.source(sheet, rest, column)


def _set_aside(sheet: Page, report: Report) -> Iterator[Line]:
    yield from heading(sheet, "Set aside as not checkable", len(report.set_aside))
    column = len(str(report.sentences))
    for entry in report.set_aside:
        yield from entries.set_aside(sheet, entry, column)


def _findings(sheet: Page, report: Report) -> Iterator[Line]:
    if not report.faults:
        return
    yield from heading(sheet, "What factcheck check finds", len(report.faults))
    for f in report.faults:
        runs = ((f.message, ""), (f" [{f.rule}]", "muted"))
        where: Line = (
            (MARGIN, ""),
            (f"{f.severity:<8}", f.severity),
            (f"line {f.line:,}", "muted"),
        )
        yield from flow(sheet, *runs, indent=22, first=where)
