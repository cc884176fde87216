"""Plain text: .txt."""

from __future__ import annotations

from factcheck.articles import encoding, heading, lines, prose
from factcheck.articles.document import Document, build


def read(data: bytes) -> Document:
    """The article in ``data``; a block of metadata on top is read as such.

    Raises ArticleError for bytes that are no text.
    """
    text, guessed = encoding.decode(data)
    text, dropped = prose.clean(text)
    head = heading.read(text)
    return build(
        lines.paragraphs(head.rest),
        title=head.title,
        byline=head.byline,
        published=head.published,
        url=head.url,
        site=head.site,
        warnings=(*guessed, *dropped, *head.warnings),
    )
