"""A worksheet follows a later draft of its article.

:func:`update` reads both, works out what becomes of every assertion, and writes the worksheet anew.
:func:`carry` is its core: plain data in, plain data out. Alignment in :mod:`.alignment`, an assertion's
place in :mod:`.placing`, edits in :mod:`.rewriting`, the last look before writing in :mod:`.accounting`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

from factcheck import desk, drafting, worksheet
from factcheck.errors import LostError
from factcheck.language import sentences
from factcheck.model import MESHES, Article, Found, Mesh, Span
from factcheck.updating import returning
from factcheck.updating.accounting import audit
from factcheck.updating.carrying import carry
from factcheck.updating.drafts import compare
from factcheck.updating.record import STATES, Carried, Outcome, State
from factcheck.updating.rewriting import rewrite
from factcheck.worksheet import Document, disk
from factcheck.worksheet.whole import refuse_broken

__all__ = [
    "STATES",
    "Carried",
    "LostError",
    "Outcome",
    "State",
    "Updated",
    "follow",
    "update",
]


@dataclass(frozen=True, slots=True)
class Updated:
    """What :func:`update` did: ``outcome`` is None if the article's text is the same.

    ``kept`` is where the old worksheet now is; None if nothing was written. ``warnings`` say what the
    reader of the article dropped or repaired.
    """

    path: Path
    before: Document
    after: str
    outcome: Outcome | None
    kept: Path | None = None
    warnings: tuple[str, ...] = ()


def update(
    path: str | Path,
    source: str,
    *,
    title: str = "",
    byline: str = "",
    published: dt.date | None = None,
    url: str = "",
    write: bool = True,
) -> Updated:
    """Bring the worksheet at ``path`` to the draft at ``source`` (path, web address or ``-``).

    Nothing is written if the article's text is the same, or without ``write``. Raises ArticleError,
    LanguageError, DeskError, WorksheetError for a worksheet that cannot be read whole, or
    :class:`LostError`, a bug of ours, if the new worksheet lacked a byte that a person wrote; then nothing is written.
    """
    path = Path(path)
    document = worksheet.read(path)
    refuse_broken(document, "update")
    scale = desk.of(path.parent).scale_of(document.worksheet.scale)
    article = _known(
        drafting.read(source, title=title, byline=byline, published=published, url=url),
        document.worksheet.article,
    )
    if article.text == document.worksheet.article.text:
        return Updated(path, document, document.text, None)
    mesh: Mesh = next((each for each in MESHES if each == document.worksheet.mesh), "usual")
    find = partial(drafting.find, mesh=mesh)
    after, outcome = follow(document, article, find(article), find)
    kept = None
    if write and after != document.text:
        kept = disk.revise(path, document, after, backup=True)
        desk.put_schema(path.parent, scale)
    return Updated(path, document, after, outcome, kept, article.warnings)


def _known(article: Article, before: Article) -> Article:
    """``article`` with what the draft ``before`` it was known by and it does not say itself."""
    title = article.title
    if not title and before.title == worksheet.first_words(before.text):
        title = worksheet.first_words(article.text)
    return replace(
        article,
        title=title or before.title,
        byline=article.byline or before.byline,
        published=article.published or before.published,
        url=article.url or before.url,
    )


def follow(
    document: Document,
    article: Article,
    found: Found,
    again: Callable[[Article], Found],
    now: dt.datetime | None = None,
) -> tuple[str, Outcome | None]:
    """The worksheet's text after ``article``, in which the finder made ``found``, and what was found.

    ``again`` is the finder itself, asked about the snapshot where a key of the machine's is in doubt.
    The text is the same, and the outcome None, if the article's text is. Raises :class:`LostError`.
    """
    sheet = document.worksheet
    if article.text == sheet.article.text:
        return document.text, None

    @cache
    def first() -> Found:
        return again(sheet.article)

    texts = sheet.article.text, article
    cuts = _cut(sheet.article.text), _cut(article.text)
    coming_back = returning.sentences(sheet.retired)
    outcome = carry(sheet, compare(texts, cuts, found, first, coming_back))
    moment = now or dt.datetime.now(dt.UTC).replace(microsecond=0)
    after = rewrite(document, outcome, moment)
    audit(document, worksheet.parse(after, document.path))
    return after, outcome


def _cut(text: str) -> list[Span]:
    return [sentence.span for sentence in sentences.split(text)]
