"""From an article to a new worksheet: what ``factcheck init`` does, as functions."""

from __future__ import annotations

import datetime as dt
import os
import re
import shlex
import time
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from factcheck import articles, assertions, desk, worksheet
from factcheck.desk import Desk
from factcheck.errors import ArticleError, WorksheetError
from factcheck.model import Article, Found, Mesh, Worksheet
from factcheck.scales import Scale

FOLDER = Path("worksheets")
_LONGEST_NAME = 60
_HOST = re.compile(r"www\.\S+|(?:[a-z0-9-]+\.)+[a-z]{2,}/\S*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Draft:
    """A new worksheet that is not on disk yet, with what was found; ``seconds`` it took."""

    article: Article
    found: Found
    worksheet: Worksheet
    scale: Scale
    seconds: float


def draft(
    source: str,
    *,
    title: str = "",
    byline: str = "",
    published: dt.date | None = None,
    url: str = "",
    scale: str = "",
    mesh: Mesh = "usual",
    created: dt.datetime | None = None,
    rules: Desk | None = None,
) -> Draft:
    """Read ``source`` (path, web address or ``-``) and find its assertions.

    ``title``, ``byline``, ``published`` and ``url`` win over what the article says of itself. ``mesh``
    is "usual", "all" (every sentence is numbered) or "strict" (only what surely states a fact). ``scale``
    is one of those of ``rules``, by default the scale that the house takes for new worksheets.
    Raises ArticleError, LanguageError, or WorksheetError for a scale that does not exist.
    """
    from factcheck import __version__

    rules = rules or Desk()
    scale = scale or rules.scale
    if scale not in rules.scales:
        raise WorksheetError(f"no scale is called {scale}", f"known: {', '.join(rules.scales)}")
    began = time.monotonic()
    article = read(source, title=title, byline=byline, published=published, url=url)
    found = find(article, mesh)
    sheet = worksheet.new(
        article,
        found,
        scale=scale,
        mesh=mesh,
        created=created or dt.datetime.now(dt.UTC).replace(microsecond=0),
        tool=f"factcheck {__version__}",
    )
    return Draft(article, found, sheet, rules.scales[scale], time.monotonic() - began)


def read(
    source: str,
    *,
    title: str = "",
    byline: str = "",
    published: dt.date | None = None,
    url: str = "",
) -> Article:
    """The article at ``source``, as :func:`draft` reads it. Raises ArticleError."""
    if _HOST.fullmatch(source) and not os.path.exists(source):  # noqa: PTH110 - never raises
        hint = f"check the name and the folder; for a web page write https://{source}"
        raise ArticleError(f"{source}: no such file", hint)
    return articles.load(source, title=title, byline=byline, published=published, url=url)


def find(article: Article, mesh: Mesh = "usual") -> Found:
    """What the finder makes of ``article``, as :func:`draft` asks it. Raises LanguageError."""
    return assertions.find(article, mesh)


def save(made: Draft, path: Path, *, force: bool = False) -> Path | None:
    """Write the worksheet, and the schema that its first line names beside it.

    Returns where an older worksheet was kept, if ``force`` replaced one. Raises WorksheetError if
    the file exists or cannot be written.
    """
    kept = worksheet.write(path, worksheet.render(made.worksheet, made.scale), force=force)
    desk.put_schema(path.parent, made.scale)
    return kept


def folder_of(out: Path | None) -> Path:
    """The folder that worksheets go to: ``out`` if it is one, else the one of ``out``."""
    if out is None:
        return FOLDER
    return out.parent if names_worksheet(out) else out


def accept(out: Path | None) -> None:
    """Raise WorksheetError unless ``out``, what ``-o`` names, can be a worksheet or a folder.

    A folder is one that exists, or a name without a suffix.
    """
    if out is None or out.is_dir() or names_worksheet(out):
        return
    if out.exists():
        raise WorksheetError(
            f"{out}: is a file; -o names a .toml file or a folder",
            f"end it in .toml: -o {shlex.quote(str(out.with_suffix('.toml')))}",
        )
    if out.suffix:
        raise WorksheetError(
            f"{out}: -o names a .toml file or a folder",
            f"end it in .toml: -o {shlex.quote(str(out.with_suffix('.toml')))}; "
            "or make the folder first",
        )


def names_worksheet(out: Path) -> bool:
    """Whether ``out`` names one worksheet, not a folder."""
    return out.suffix.lower() == ".toml" and not out.is_dir()


def keep_apart(source: str, path: Path, made: Mapping[Path, str]) -> None:
    """Raise WorksheetError if ``made``, what each worksheet of this run was made of, has ``path``.

    No worksheet of a run takes the place of another, whatever else may be replaced.
    """
    if path not in made:
        return
    suffix = Path(source).suffix
    word = suffix[1:].lower() if suffix not in ("", Path(made[path]).suffix) else "2"
    command = ("factcheck", "init", source, "-o", str(path.with_stem(f"{path.stem}-{word}")))
    raise WorksheetError(
        f"{source}: {path} is the worksheet of {made[path]}, made just now",
        f"give this one another name: {shlex.join(command)}",
    )


def destination(source: str, title: str, out: Path | None) -> Path:
    """Where the worksheet of ``source`` goes: ``out`` if it is a file, else a name in the folder.

    A file names its worksheet; a web page or standard input is named by its title. Raises
    WorksheetError if ``out`` is neither a worksheet nor a folder, see :func:`accept`.
    """
    accept(out)
    if out is not None and names_worksheet(out):
        return out
    folder = FOLDER if out is None else out
    return folder / f"{slug(source, title)}.toml"


def slug(source: str, title: str) -> str:
    """A file name of small letters, digits and hyphens, at most 60 characters."""
    unnamed = source == "-" or articles.is_url(source)
    name = (title or "article") if unnamed else Path(source).stem
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9_]+", "-", plain).strip("-")
    if len(words) > _LONGEST_NAME:
        words = words[:_LONGEST_NAME].rsplit("-", 1)[0]
    return words or "article"
