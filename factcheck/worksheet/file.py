"""Which worksheets there are, and the one of an article that nobody has checked yet."""

from __future__ import annotations

import datetime as dt
import glob
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from factcheck.errors import WorksheetError
from factcheck.model import Article, Found, Mesh, Worksheet

FOLDER = "worksheets"
"""Where worksheets lie, in the folder that one works in."""

_TITLE_WORDS = 8
_HEADER = re.compile(rb"^\s*\[\[?[ \t]*[\"']?worksheet\b", re.MULTILINE)


def new(
    article: Article,
    found: Found,
    *,
    scale: str,
    created: dt.datetime,
    tool: str,
    mesh: Mesh = "usual",
) -> Worksheet:
    """The worksheet of an article that nobody has checked yet.

    An article without a headline is called by its first words. Its ``site`` and ``warnings`` have
    no place in a worksheet and are left out.
    """
    return Worksheet(
        replace(article, title=article.title or first_words(article.text), site="", warnings=()),
        created=created,
        tool=tool,
        scale=scale,
        mesh=mesh,
        highest=len(found.assertions),
        sha256=article.sha256,
        queries=found.queries,
        assertions=found.assertions,
        set_aside=found.set_aside,
    )


def first_words(text: str) -> str:
    """What an article without a headline is called."""
    words = text.split()
    return " ".join(words[:_TITLE_WORDS]) + (" …" if len(words) > _TITLE_WORDS else "")


def find(paths: Iterable[str | Path] = ()) -> tuple[Path, ...]:
    """The worksheets that ``paths`` mean: files, folders, and patterns such as ``*.toml``.

    A folder means the worksheets directly in it; no paths at all mean the folder ``worksheets``.
    A file that is named is taken as it is, whether it is a worksheet or not.

    Raises :class:`WorksheetError` if a folder or a pattern has no worksheet.
    """
    wanted = [Path(each) for each in paths] or [Path(FOLDER)]
    return tuple(dict.fromkeys(each for path in wanted for each in _meant(path)))


def _meant(path: Path) -> list[Path]:
    name = str(path)
    if path.is_dir():
        found = [each for each in sorted(path.glob("*.toml")) if _has_header(each)]
        missing = f"{name}: no worksheet in this folder"
    elif glob.has_magic(name) and not path.exists():
        anchor = Path(path.anchor)
        found = sorted(anchor.glob(str(path.relative_to(path.anchor))))
        missing = f"{name}: no file is called so"
    elif path == Path(FOLDER) and not path.exists():
        found = []
        missing = f"there is no folder {FOLDER} here"
    else:
        return [path]
    if not found:
        raise WorksheetError(missing, "make one with factcheck init ARTICLE, or name a worksheet")
    return found


def _has_header(path: Path) -> bool:
    """Whether the file has a [worksheet] header; one that cannot be read may have."""
    try:
        return bool(_HEADER.search(path.read_bytes()))
    except OSError:
        return path.is_file()
