"""A worksheet that goes to another folder: paths of saved copies are counted from there."""

from __future__ import annotations

from pathlib import Path

from factcheck import worksheet
from factcheck.worksheet import Document, edit, paths


def rebase(document: Document, folder: Path) -> Document:
    """``document`` with the paths of its sources' files counted from ``folder``; the rest as it was.

    Paths that name a place by themselves stay, and so does all if the worksheet lies in ``folder``.
    """
    home = Path(document.path).parent
    if home.resolve() == folder.resolve():
        return document
    pairs = zip(document.rows("source"), document.worksheet.sources, strict=True)
    edits = [
        edit.set_value(document, block, "file", paths.counted(home / source.file, folder))
        for block, source in pairs
        if source.file.strip() and not Path(source.file).is_absolute()
    ]
    return worksheet.parse(edit.apply(document.text, edits), document.path)
