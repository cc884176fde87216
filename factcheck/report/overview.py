"""A row for each worksheet: how far it is, who has what left, what blocks sign-off.

What blocks it are the reasons to hold of :mod:`factcheck.report.standing`: ``status`` and
``report`` never disagree.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck import worksheet
from factcheck.errors import FactcheckError
from factcheck.model import Query
from factcheck.report.compilation import compile  # noqa: A004 - reads as report.compile
from factcheck.report.reading import Look, unaided
from factcheck.report.record import Checker, Count, Outcome, Point, Report

FORMAT = 1
"""Version of the JSON that :func:`document` gives."""


@dataclass(frozen=True, slots=True)
class Row:
    """One worksheet. Of one that cannot be read only ``path``, ``error`` and ``hint`` are set.

    ``broken`` is how many blocks hold something that cannot be read; the other numbers count what can.
    ``open`` counts assertions without a known verdict by priority, high, normal and low (one of a
    strange priority counts as normal); ``unassigned`` those of them that carry nobody's name.
    ``queries`` are those that nobody has answered; ``recheck`` are the ids of assertions whose words
    changed since they were checked.
    """

    path: str
    title: str = ""
    checked: int = 0
    total: int = 0
    open: tuple[int, int, int] = (0, 0, 0)
    unassigned: int = 0
    verdicts: tuple[Count, ...] = ()
    checkers: tuple[Checker, ...] = ()
    outcome: Outcome | None = None
    headline: str = ""
    blocks: tuple[Point, ...] = ()
    queries: tuple[Query, ...] = ()
    broken: int = 0
    recheck: tuple[str, ...] = ()
    error: str = ""
    hint: str = ""


def row(path: str, report: Report, broken: int = 0) -> Row:
    """The row of the worksheet at ``path`` that ``report`` was compiled from.

    ``broken`` is how many of its blocks are.
    """
    priorities = [item.assertion.priority for item in report.open]
    high, low = priorities.count("high"), priorities.count("low")
    return Row(
        path,
        report.article.title,
        report.checked,
        len(report.items),
        (high, len(priorities) - high - low, low),
        sum(not item.assertion.reviewer.strip() for item in report.open),
        tuple(count for count in report.verdicts if count.number),
        report.checkers,
        report.standing.outcome,
        report.standing.headline,
        report.standing.reasons,
        tuple(query for query in report.queries if not query.answered),
        broken,
        tuple(item.assertion.id for item in report.recheck),
    )


def survey(paths: Iterable[str | Path], look: Look = unaided) -> tuple[Row, ...]:
    """A row for each worksheet of ``paths``; one that cannot be read has the reason in its row.

    ``look`` finds what is wrong with it.
    """
    return tuple(_surveyed(path, look) for path in paths)


def _surveyed(path: str | Path, look: Look) -> Row:
    try:
        document = worksheet.read(path)
        report = compile(document.worksheet, *look(document))
        return row(str(path), report, _broken(document))
    except FactcheckError as error:
        return Row(str(path), error=error.message, hint=error.hint)


def _broken(document: worksheet.Document) -> int:
    """How many blocks hold something that cannot be read."""
    starts = [block.line for block in document.blocks]
    return len({bisect_right(starts, problem.line) for problem in document.problems})


def document(rows: Iterable[Row]) -> str:
    """All rows as one JSON object: ``format`` (1) and ``worksheets``, each with

    ``path``, ``title``, ``outcome`` (as in a report; null if unreadable), ``headline``,
    ``checked``, ``total``, ``open`` (``high``, ``normal``, ``low``, ``unassigned``), ``verdicts``
    (``verdict``, ``number``, ``state``), ``checkers`` (``name``, ``checked``, ``left``), ``blocks``
    (``code``, ``text``, ``ids``), ``queries`` (those that nobody has answered, each with ``text``
    and ``ids``), ``recheck`` (ids of assertions whose words changed since they were checked), ``broken`` (how many blocks hold something that cannot be read; the rest is
    counted), ``error`` and ``hint`` (empty if it could be read).
    """
    found = {"format": FORMAT, "worksheets": [_row(each) for each in rows]}
    return json.dumps(found, indent=2) + "\n"


def _row(row: Row) -> dict[str, Any]:
    high, normal, low = row.open
    return {
        "path": row.path,
        "title": row.title,
        "outcome": row.outcome,
        "headline": row.headline,
        "checked": row.checked,
        "total": row.total,
        "open": {"high": high, "normal": normal, "low": low, "unassigned": row.unassigned},
        "verdicts": [
            {"verdict": c.word, "number": c.number, "state": c.state} for c in row.verdicts
        ],
        "checkers": [{"name": c.name, "checked": c.checked, "left": c.left} for c in row.checkers],
        "blocks": [{"code": p.code, "text": p.text, "ids": list(p.ids)} for p in row.blocks],
        "queries": [{"text": q.text, "ids": list(q.assertions)} for q in row.queries],
        "recheck": list(row.recheck),
        "broken": row.broken,
        "error": row.error,
        "hint": row.hint,
    }
