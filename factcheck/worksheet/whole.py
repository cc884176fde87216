"""Whether a worksheet can be built upon: all of it can be read, and its text is what was numbered."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.errors import WorksheetError
from factcheck.worksheet.document import Document


def refuse_broken(document: Document, then: str) -> None:
    """Raise WorksheetError if a part of the worksheet cannot be read, or its snapshot was changed.

    ``then`` is what a person does once that is put right, such as "update".
    """
    if document.problems:
        first = document.problems[0]
        more = len(document.problems) - 1
        also = f", and {more} more" if more else ""
        raise WorksheetError(
            f"{document.path}:{first.line}: cannot be read whole: {first.message}{also}",
            f"put right what factcheck check reports, then {then}; nothing was changed",
        )
    if not document.worksheet.article.text:
        raise WorksheetError(
            f"{document.path}: there is no [snapshot] with the text that was numbered",
            f"restore it from an earlier copy, then {then}; nothing was changed",
        )
    noted = document.worksheet.sha256.lower()
    if noted and noted != document.worksheet.article.sha256:
        raise WorksheetError(
            f"{document.path}: the snapshot is not the text that was numbered (its SHA-256 differs)",
            "restore it from an earlier copy: words that were changed by hand cannot be followed",
        )


def refuse_ambiguous(document: Document, then: str) -> None:
    """Raise WorksheetError if an assertion or a source has no id of its own, so that it cannot be told."""
    for line, message in _ambiguous(document):
        raise WorksheetError(
            f"{document.path}:{line}: {message}",
            f"give each an id of its own, then {then}; nothing was changed",
        )


def _ambiguous(document: Document) -> Iterator[tuple[int, str]]:
    for what, tables in (("assertion", ("assertion", "retired")), ("source", ("source",))):
        seen: set[str] = set()
        for block in document.blocks:
            if block.table not in tables:
                continue
            name = str(block.data.get("id", ""))
            if not name.strip():
                yield block.line, f"this {what} has no id"
            elif name in seen:
                yield block.line, f'two {what}s are called "{name}"'
            seen.add(name)
