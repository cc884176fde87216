"""A worksheet's file → Report."""

from __future__ import annotations

from pathlib import Path

from factcheck import checks, worksheet
from factcheck.errors import WorksheetError
from factcheck.report.compilation import compile  # noqa: A004 - reads as report.compile
from factcheck.report.record import Report
from factcheck.report.wording import plural


def read(path: str | Path) -> Report:
    """Read the worksheet at ``path``, check it, compile it.

    Raises :class:`WorksheetError` if it cannot be read, or if anything in it cannot: a report of
    the rest would leave out in silence what a person wrote.
    """
    document = worksheet.read(path)
    if document.problems:
        first, number = document.problems[0], len(document.problems)
        raise WorksheetError(
            f"{path}: {plural(number, 'thing')} in it cannot be read, the first in line "
            f"{first.line}, column {first.column}: {first.message}",
            f"fix {'this' if number == 1 else 'these'} first; factcheck check shows "
            f"{'it' if number == 1 else 'them'}",
        )
    return compile(document.worksheet, checks.run(document))
