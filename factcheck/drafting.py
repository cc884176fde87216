"""From an article to a new worksheet: what ``factcheck init`` does, as functions."""

from __future__ import annotations

import datetime as dt
import re
import time
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from factcheck import articles, assertions, worksheet
from factcheck.errors import WorksheetError
from factcheck.model import SCALES, Article, Found, Worksheet

FOLDER = Path("worksheets")
SCHEMA_NAME = "worksheet.schema.json"
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Draft:
    """A new worksheet that is not on disk yet, with what was found; ``seconds`` it took."""

    article: Article
    found: Found
    worksheet: Worksheet
    seconds: float


def draft(
    source: str,
    *,
    title: str = "",
    byline: str = "",
    published: dt.date | None = None,
    url: str = "",
    scale: str = "desk",
    created: dt.datetime | None = None,
) -> Draft:
    """Read ``source`` (path, web address or ``-``) and find its assertions.

    ``title``, ``byline``, ``published`` and ``url`` win over what the article says of itself.
    Raises ArticleError, LanguageError, or WorksheetError for a scale that does not exist.
    """
    from factcheck import __version__

    if scale not in SCALES:
        raise WorksheetError(f"no scale is called {scale}", f"known: {', '.join(SCALES)}")
    began = time.monotonic()
    article = articles.load(source, title=title, byline=byline, published=published, url=url)
    found = assertions.find(article)
    sheet = worksheet.new(
        article,
        found,
        scale=scale,
        created=created or dt.datetime.now(dt.UTC).replace(microsecond=0),
        tool=f"factcheck {__version__}",
    )
    return Draft(article, found, sheet, time.monotonic() - began)


def save(made: Draft, path: Path, *, force: bool = False) -> Path | None:
    """Write the worksheet, and the schema that its first line names beside it.

    Returns where an older worksheet was kept, if ``force`` replaced one. Raises WorksheetError if
    the file exists or cannot be written.
    """
    kept = worksheet.write(path, worksheet.render(made.worksheet), force=force)
    worksheet.renew(path.parent / SCHEMA_NAME, worksheet.schema_text())
    return kept


def destination(source: str, title: str, out: Path | None) -> Path:
    """Where the worksheet of ``source`` goes: ``out`` if it is a file, else a name in the folder.

    ``out`` may name a folder (it exists, or ends in a slash or without ``.toml``). A file names its
    worksheet; a web page or standard input is named by its title.
    """
    if out is not None and out.suffix == ".toml" and not out.is_dir():
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
