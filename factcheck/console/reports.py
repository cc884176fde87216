"""What the reports of a worksheet, and of several, look like on a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.console.screen import paint, put
from factcheck.report import board, terminal

if TYPE_CHECKING:
    from factcheck.report import Report
    from factcheck.report.overview import Row


def show(report: Report) -> None:
    """Print the report on stdout: as wide as the terminal, in colour where that is welcome."""
    from rich.console import Console

    screen = Console()
    put(paint(terminal.lines(report, screen.width), screen))


def overview(rows: Sequence[Row]) -> None:
    """Print the table of ``status`` on stdout, as wide as the terminal."""
    from rich.console import Console

    screen = Console()
    put(paint(board.lines(rows, screen.width), screen))
