"""What a saved page or document says of itself: who published what, and when."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import FactcheckError

_PAGES = (".html", ".htm", ".xhtml")
_KINDS = {
    ".html": "web-page",
    ".htm": "web-page",
    ".xhtml": "web-page",
    ".csv": "dataset",
    ".tsv": "dataset",
    ".xlsx": "dataset",
    ".xls": "dataset",
    ".ods": "dataset",
    ".json": "dataset",
    ".pdf": "document",
    ".docx": "document",
    ".odt": "document",
    ".rtf": "document",
    ".txt": "document",
    ".md": "document",
    ".mp3": "recording",
    ".m4a": "recording",
    ".wav": "recording",
    ".mp4": "recording",
}
_NEWS = re.compile(rb'"@type"\s*:\s*\[?\s*"(?:\w*NewsArticle|NewsStory)"')


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself; every field may be empty. ``kind`` is one of a source's kinds."""

    kind: str = ""
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: dt.date | None = None


def about(data: bytes, suffix: str, url: str = "") -> About:
    """What ``data``, of a file of that type and from ``url``, says of itself; what cannot be read is empty."""
    kind = _KINDS.get(suffix, "")
    try:
        if suffix in _PAGES:
            return _page(data, url)
        return _document(data, suffix, kind)
    except FactcheckError:
        return About(kind)


def _page(data: bytes, url: str) -> About:
    from factcheck.articles import encoding, html, page  # only where a page is read

    told = page.read(html.parse(encoding.decode(data)[0]))
    kind = "news-report" if _NEWS.search(data) else "web-page"
    site = "" if told.site == page.domain(url) else told.site
    return About(kind, told.title, told.byline, site, told.published)


def _document(data: bytes, suffix: str, kind: str) -> About:
    from factcheck.articles import LOADERS

    if suffix not in LOADERS or suffix in (".txt", ".md"):
        return About(kind)
    read = LOADERS[suffix](data)
    return About(kind, read.title, read.byline, "", read.published)


def of_file(path: Path) -> About:
    """What the file at ``path`` says of itself. Raises OSError."""
    return about(path.read_bytes(), path.suffix.lower())
