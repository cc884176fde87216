"""A file, standard input or a web address to an :class:`~factcheck.model.Article`.

Each format has a module with one function, ``read(data: bytes) -> Document``, that knows nothing
of files and networks. To add a format: write such a module, name it in :data:`LOADERS`, and teach
:mod:`~factcheck.articles.sniff` to recognise it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from factcheck.articles import docx, files, html, markdown, odt, page, pdf, plain, prose, rtf, sniff
from factcheck.articles.document import Document
from factcheck.errors import ArticleError
from factcheck.model import Article

__all__ = ["LOADERS", "Document", "Loader", "expand", "load"]

Loader = Callable[[bytes], Document]

LOADERS: dict[str, Loader] = {
    ".txt": plain.read,
    ".text": plain.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
    ".docx": docx.read,
    ".odt": odt.read,
    ".fodt": odt.read,
    ".rtf": rtf.read,
    ".pdf": pdf.read,
}
"""Suffix, in small letters, to the function that reads bytes of that type."""


def load(
    source: str,
    *,
    title: str = "",
    byline: str = "",
    published: dt.date | None = None,
    url: str = "",
) -> Article:
    """The article at ``source``: a path, an http(s) address, or ``-`` for standard input.

    ``title``, ``byline``, ``published`` and ``url`` win over what the document says of itself.
    Raises ArticleError, with one line and a hint, for everything that cannot be read.
    """
    document = _read(source)
    if not document.paragraphs:
        raise files.empty(source)
    language, warnings = _language(document)
    return Article(
        text=document.text,
        title=prose.label(title) or document.title,
        byline=prose.label(byline) or document.byline,
        published=published or document.published,
        source=source,
        url=prose.label(url) or document.url,
        site=document.site,
        language=language,
        warnings=warnings,
        headings=document.headings,
        rows=document.rows,
    )


def expand(source: str) -> tuple[str, ...]:
    """The articles that ``source`` stands for: the files of a folder in order, else itself.

    Hidden files, files of other types and folders inside are passed over. Raises ArticleError for
    a folder without an article.
    """
    if source == "-" or is_url(source) or not files.is_folder(source):
        return (source,)
    try:
        found = sorted(str(path) for path in Path(source).iterdir() if _is_article(path))
    except OSError as error:
        raise ArticleError(
            f"{files.name(source)}: {error.strerror}", "check the folder's permissions"
        ) from None
    if not found:
        raise ArticleError(f"no articles in {files.name(source)}", f"known types: {_known()}")
    return tuple(found)


def _is_article(path: Path) -> bool:
    hidden = path.name.startswith((".", "~$"))  # "~$" are the locks of open Word documents
    return path.suffix.lower() in LOADERS and not hidden and path.is_file()


def is_url(source: str) -> bool:
    """Whether ``source`` is an http(s) address."""
    return source.lower().startswith(("http://", "https://"))


def _read(source: str) -> Document:
    if is_url(source):
        return _read_url(source)
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]+://", source):
        raise ArticleError(
            f"{files.name(source)}: only http and https addresses are read",
            "save the page and name the file instead",
        )
    data = files.read(source)
    suffix = "" if source == "-" else Path(source).suffix.lower()
    return _load(data, suffix, source)


def _read_url(source: str) -> Document:
    from factcheck.articles import fetch

    reply = fetch.fetch(source)
    if not reply.data.strip():
        raise files.empty(source)
    named = Path(urlsplit(reply.url).path).suffix.lower()
    suffix = reply.suffix or (named if named in LOADERS else "")
    document = _load(reply.data, suffix, source)
    return replace(
        document,
        url=document.url or reply.url,
        site=document.site or page.domain(reply.url),
    )


def _load(data: bytes, suffix: str, source: str) -> Document:
    try:
        loader, note = _choose(data, suffix)
        document = loader(data)
    except ArticleError as error:
        raise ArticleError(f"{files.name(source)}: {error.message}", error.hint) from None
    return replace(document, warnings=(*note, *document.warnings))


def _choose(data: bytes, suffix: str) -> tuple[Loader, tuple[str, ...]]:
    """The loader for ``data``, by its content first; a warning where the suffix says otherwise."""
    expected, found = LOADERS.get(suffix), sniff.kind(data)
    if found == ".html" and suffix in _MARKDOWN:
        found = ""  # Markdown may begin with a tag
    if found:
        actual = LOADERS[found]
        lies = bool(suffix) and actual is not expected
        note = f"named {suffix}, but it is {found[1:].upper()}: read as that"
        return actual, (note,) if lies else ()
    if not suffix:
        return plain.read, ()
    if expected is None:
        raise ArticleError(f"unknown type {suffix}", f"known types: {_known()}")
    if suffix not in _TEXT:
        raise ArticleError(
            f"this is not {suffix[1:].upper()}, or only a damaged part of it",
            "open it in the program that made it and save it again",
        )
    return expected, ()


def _language(document: Document) -> tuple[str, tuple[str, ...]]:
    """The language and the document's warnings, with one more where it is not English."""
    language = document.language or "en"
    if language != "en" or prose.foreign_script(document.text):
        note = "not English: the finder is made for English"
        return language, (*document.warnings, note)
    return language, document.warnings


def _known() -> str:
    return " ".join(LOADERS)


_MARKDOWN = frozenset({".md", ".markdown"})
_TEXT = frozenset({".txt", ".text", ".html", ".htm", ".xhtml"}) | _MARKDOWN
