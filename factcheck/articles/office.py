"""What the documents of word processors have in common, once their markup is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from factcheck.articles import heading, prose
from factcheck.articles.document import Document, Paragraph, build
from factcheck.errors import ArticleError

# What programs write into a document's properties when nobody does.
_NOBODY = re.compile(
    r"(?:unknown|user|admin|administrator|author|owner|guest|(?:windows|microsoft office) user)?",
    re.IGNORECASE,
)
_UNTITLED = re.compile(r"(?:untitled|document|microsoft word - .*)?\s*\d*", re.IGNORECASE)


def compose(
    paragraphs: Sequence[Paragraph],
    *,
    notes: Sequence[Paragraph] = (),
    headline: str = "",
    title: str = "",
    author: str = "",
    left_out: Iterable[str] = (),
    warnings: Iterable[str] = (),
) -> Document:
    """The document of ``paragraphs``, in order, with its ``notes`` as the last paragraphs.

    A block of metadata on top is read as in plain text, and wins. ``headline`` is the first
    paragraph where it is marked as a heading; ``title`` and ``author`` are the document's
    properties. ``left_out`` names what the reader passed over: one warning tells of
    all of it. Raises ArticleError where that is all there is.
    """
    gone = ", ".join(sorted(set(left_out)))
    if gone and not any(prose.label(p.text) for p in (*paragraphs, *notes)):
        raise ArticleError(
            f"there is nothing in it but {gone}", "show the text in its program and save it again"
        )
    lines = [line for p in paragraphs if (line := Paragraph(prose.label(p.text), p.kind)).text]
    head = heading.read("\n\n".join(line.text for line in lines))
    rest = _marked(head.rest.split("\n\n"), lines)
    labelled = head.title if all(line.text != head.title for line in rest) else ""
    named = "" if _UNTITLED.fullmatch(title.strip()) else title
    return build(
        (*rest, *notes),
        title=labelled or named or headline or head.title,
        byline=head.byline or ("" if _NOBODY.fullmatch(author.strip()) else author),
        published=head.published,
        url=head.url,
        site=head.site,
        warnings=(*head.warnings, *warnings, *([f"left out: {gone}"] if gone else [])),
    )


def _marked(rest: Sequence[str], lines: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs in ``rest``, which are the last of ``lines``, but for a few on top."""
    known = lines[-len(rest) :]
    unknown = [Paragraph(text) for text in rest[: len(rest) - len(known)]]
    pairs = zip(rest[len(unknown) :], known, strict=True)
    return [*unknown, *(p if p.text == text else Paragraph(text) for text, p in pairs)]
