"""A worksheet's file → Report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from factcheck import checks, worksheet
from factcheck.desk import Desk
from factcheck.errors import WorksheetError
from factcheck.model import Finding
from factcheck.report.compilation import compile  # noqa: A004 - reads as report.compile
from factcheck.report.record import Report

Look = Callable[[worksheet.Document], tuple[Sequence[Finding], Desk]]
"""What finds what is wrong with a worksheet, and by which rules of the house."""


def unaided(document: worksheet.Document) -> tuple[Sequence[Finding], Desk]:
    """The rules alone: no saved copies, no rules of a house."""
    return checks.run(document), Desk()


def read(path: str | Path, look: Look = unaided) -> Report:
    """Read the worksheet at ``path``, have ``look`` check it, compile it.

    Raises :class:`WorksheetError` if it cannot be read, or if anything in it cannot: a report of
    the rest would leave out in silence what a person wrote.
    """
    document = worksheet.read(path)
    if document.problems:
        first, number = document.problems[0], len(document.problems)
        what = "this" if number == 1 else f"{number:,} things in it, this the first,"
        raise WorksheetError(
            f"{path}:{first.line}:{first.column}: {what} cannot be read: {first.message}",
            "put it right first; factcheck check shows what can be read and what cannot",
        )
    return compile(document.worksheet, *look(document))
