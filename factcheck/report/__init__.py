"""Worksheet → Report → document.

:func:`read` reads, checks and compiles a file. :func:`compile` works out every fact once; each of ``FORMATS`` turns the same
:class:`~factcheck.report.record.Report` into a document and returns it. Nothing here prints.
"""

from __future__ import annotations

from collections.abc import Callable

from factcheck.report import claimreview, html, json, markdown, memo, table, terminal, word
from factcheck.report.compilation import compile  # noqa: A004 - reads as report.compile
from factcheck.report.output import choose, save
from factcheck.report.publishing import public
from factcheck.report.reading import read
from factcheck.report.record import Report

__all__ = [
    "FILES",
    "FORMATS",
    "NAMES",
    "Format",
    "Report",
    "choose",
    "compile",
    "make",
    "public",
    "read",
    "save",
]

Format = Callable[[Report], str]

FORMATS: dict[str, Format] = {
    "terminal": terminal.render,
    "markdown": markdown.render,
    "html": html.render,
    "memo": memo.render,
    "csv": table.render,
    "json": json.render,
    "claimreview": claimreview.render,
}
"""Name → function that makes a text. To add a format: one module with ``render``, a line here, its suffixes in
``SUFFIXES`` of :mod:`factcheck.report.output`."""
FILES: dict[str, Callable[[Report], bytes]] = {"docx": word.render}
"""The same for documents that are no text."""
NAMES = (*FORMATS, *FILES)


def make(name: str, report: Report) -> str | bytes:
    """``report`` in the format called ``name``, one of ``NAMES``. Raises FactcheckError, see the formats."""
    return FILES[name](report) if name in FILES else FORMATS[name](report)
