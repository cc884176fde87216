"""Worksheet → Report → document.

:func:`read` reads, checks and compiles a file. :func:`compile` works out every fact once; each of ``FORMATS`` turns the same
:class:`~factcheck.report.record.Report` into a document and returns it. Nothing here prints.
"""

from __future__ import annotations

from collections.abc import Callable

from factcheck.report import json, markdown, terminal
from factcheck.report.compilation import compile  # noqa: A004 - reads as report.compile
from factcheck.report.output import choose, save
from factcheck.report.reading import read
from factcheck.report.record import Report

__all__ = ["FORMATS", "Format", "Report", "choose", "compile", "read", "save"]

Format = Callable[[Report], str]

FORMATS: dict[str, Format] = {
    "terminal": terminal.render,
    "markdown": markdown.render,
    "json": json.render,
}
"""Name → function. To add a format: one module with ``render``, a line here, its suffixes in
``SUFFIXES`` of :mod:`factcheck.report.output`."""
