"""What every format's reader returns: paragraphs and what is known about them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.articles import prose


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read: clean paragraphs, each one line, and its metadata.

    ``language`` is a two-letter code, or empty when the document does not say. ``warnings`` are
    one-liners about what was dropped or repaired.
    """

    paragraphs: tuple[str, ...]
    title: str = ""
    byline: str = ""
    published: dt.date | None = None
    url: str = ""
    site: str = ""
    language: str = ""
    warnings: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The paragraphs, divided by one blank line."""
        return "\n\n".join(self.paragraphs)


def build(
    paragraphs: Iterable[str],
    *,
    title: str = "",
    byline: str = "",
    published: dt.date | None = None,
    url: str = "",
    site: str = "",
    language: str = "",
    warnings: Iterable[str] = (),
) -> Document:
    """A document of ``paragraphs``, cleaned; empty ones and bare rules (``* * *``) are left out.

    Every string may hold anything: control characters, terminal escapes, line breaks.
    """
    joined, found = prose.clean("\n\n".join(prose.one_line(p) for p in paragraphs))
    kept = (prose.one_line(p) for p in joined.split("\n\n"))
    return Document(
        paragraphs=tuple(p for p in kept if p and not prose.is_rule(p)),
        title=prose.label(title),
        byline=prose.label(byline),
        published=published,
        url=prose.label(url),
        site=prose.label(site),
        language=language,
        warnings=tuple(dict.fromkeys((*warnings, *found))),
    )
