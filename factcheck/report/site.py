"""Several worksheets as a small site: a page each, and an index that leads to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.report import FILES, html, make
from factcheck.report.output import SUFFIXES, save
from factcheck.report.overview import Row, row
from factcheck.report.publishing import public as published
from factcheck.report.reading import Look, read

INDEX = "index.html"
_ENDINGS = {"memo": ".memo.txt", "terminal": ".txt"}


@dataclass(frozen=True, slots=True)
class Written:
    """What :func:`write` did: the files that it wrote, and why it made none of some worksheets."""

    written: tuple[Path, ...]
    errors: tuple[FactcheckError, ...]


def write(
    paths: Sequence[Path],
    folder: Path,
    name: str,
    look: Look,
    *,
    public: bool = False,
    force: bool = False,
) -> Written:
    """Write the report of each worksheet of ``paths`` to ``folder``, in the format ``name``; as html an index too.

    The folder is made if it is missing. A worksheet that cannot be read is in the index with the reason. Raises
    FactcheckError if a file cannot be written, or is none of ours, without ``force``.
    """
    _make(folder)
    written: list[Path] = []
    errors: list[FactcheckError] = []
    rows: list[tuple[Row, str]] = []
    for path, page in zip(paths, names(paths, _ending(name)), strict=True):
        try:
            report = read(path, look)
        except FactcheckError as error:
            errors.append(error)
            rows.append((Row(path.name, error=error.message, hint=error.hint), ""))
            continue
        report = published(report) if public else report
        save(folder / page, make(name, report), keep=paths, force=force)
        written.append(folder / page)
        rows.append((row(path.name, report), page))
    if name == "html":
        save(folder / INDEX, html.index(rows, public=public), keep=paths, force=force)
        written.append(folder / INDEX)
    return Written(tuple(written), tuple(errors))


def names(paths: Sequence[Path], ending: str) -> tuple[str, ...]:
    """A file's name for the report of each worksheet: its own, with a number where two are called the same.

    No page takes the name of the index.
    """
    taken = {INDEX}
    found = []
    for path in paths:
        name, number = f"{path.stem}{ending}", 1
        while name.casefold() in taken:
            number += 1
            name = f"{path.stem}-{number}{ending}"
        taken.add(name.casefold())
        found.append(name)
    return tuple(found)


def _ending(name: str) -> str:
    usual = next((suffix for suffix, format_ in SUFFIXES.items() if format_ == name), ".txt")
    return _ENDINGS.get(name, ".docx" if name in FILES else usual)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FactcheckError(
            f"{folder}: is no folder, and none can be made: {error.strerror}",
            "name a folder with -o",
        ) from None
