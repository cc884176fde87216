"""PDF: .pdf.

pdfminer.six reads the letters, in a process of its own (:mod:`~factcheck.articles.pdf_glyphs`);
lines, columns and paragraphs are put together here. ``python -m lab.pdf_libraries FOLDER``
compares with pypdf: on plain pages the two find the same words, but only pdfminer.six says where
on the page each letter stands, which columns, headings and page furniture are told by.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from factcheck.articles import heading, pdf_layout, pdf_page, prose
from factcheck.articles.document import Document, build
from factcheck.articles.pdf_glyphs import CHARACTERS, LATE, PAGES, Content, Page, Run
from factcheck.errors import ArticleError

SECONDS = 60
"""The longest that a whole file may take."""
PAGE_SECONDS = 7
"""The longest that one page, or the opening of the file, may take."""
MEGABYTES = 900
"""The most memory that reading may take, where the system can limit it (Linux)."""

PROBLEMS = {
    "password": (
        "this PDF is protected by a password",
        "open it with the password and save or print it as a PDF without one",
    ),
    "encryption": (
        "this PDF is protected in a way that is not known here",
        "open it in a PDF viewer and print it as a PDF",
    ),
    "damaged": (
        "this PDF is damaged, or only a part of it is here",
        "fetch or save it again, or open it in a PDF viewer and print it as a PDF",
    ),
    "pages": (f"this PDF has over {PAGES} pages, too long for an article", "cut out the article"),
    "characters": (
        f"this PDF holds over {CHARACTERS:,} characters, too long for an article",
        "cut out the article",
    ),
    "memory": (
        "this PDF takes too much memory to read: damaged, or made to do harm",
        "if you trust it, open it in a PDF viewer and print it as a PDF",
    ),
    "time": (
        "this PDF takes too long to read: damaged, or made to do harm",
        "if you trust it, open it in a PDF viewer and print it as a PDF",
    ),
    "scan": (
        "no text in it: a scan, or pictures of pages",
        "recognise its text first (OCR), for instance with ocrmypdf",
    ),
    "letters": (
        "the text cannot be read: its fonts do not say which letters they show",
        "recognise its text first (OCR), for instance with ocrmypdf --force-ocr",
    ),
}
_NO_TITLE = re.compile(
    r"(?:microsoft (?:word|powerpoint|excel)|(?:un)?titled?\b|no title|none|null|layout ?\d*$|print"
    r"|document ?\d*$|slide ?\d*$|pagina|page ?\d*$|about:blank|https?:|file:|www\.|\(?anonymous"
    r"|<.*>$|.*\.(?:docx?|pdf|rtf|odt|txt|html?|indd|qxp|qxd|tex|dvi|pptx?|pages|pub|ai|eps)$)",
    re.IGNORECASE,
)
_NO_AUTHOR = re.compile(
    r"(?:admin(?:istrator)?|user ?\d*|owner|author|unknown|default|guest|root|none|null|n/a|pc|me"
    r"|microsoft(?: office)?(?: user)?|preferred customer|home|test|scanner|anonymous|\W*)$"
    r"|.*(?:@|\d{3}|\\|https?:)",
    re.IGNORECASE,
)


def read(data: bytes) -> Document:
    """The article in ``data``: its paragraphs without running heads, footers and page numbers.

    Raises ArticleError for a file that needs a password, is damaged, has no text layer, or takes
    more pages, memory or time than an article does.
    """
    return compose(_content(data))


def words(data: bytes) -> str:
    """All text in ``data``, running heads and page numbers too. Raises ArticleError as :func:`read`."""
    content = _content(data)
    columns, _ = _columns(content, whole=True)
    text = "\n\n".join(paragraph.text for paragraph in pdf_layout.paragraphs(columns))
    _require_text(text, damaged=_is_damaged(content))
    return text


def compose(content: Content) -> Document:
    """The article that ``content`` paints. Raises ArticleError if no text is in it."""
    columns, left_out = _columns(content)
    paragraphs = pdf_layout.paragraphs(columns)
    text = "\n\n".join(paragraph.text for paragraph in paragraphs)
    _require_text(text, damaged=_is_damaged(content))
    head = heading.read(text)
    return build(
        head.rest.split("\n\n"),
        title=_title(content.title) or head.title or _headline(paragraphs),
        byline=head.byline or _author(content.author),
        published=head.published,
        url=head.url,
        site=head.site,
        language=_language(content.language),
        warnings=(*_warnings(content, text, left_out), *head.warnings),
    )


def _content(data: bytes) -> Content:
    """What the file holds, read by another process that may be killed."""
    call = f"from factcheck.articles.pdf_glyphs import main; main({PAGE_SECONDS}, {MEGABYTES})"
    places = os.pathsep.join(place or str(Path.cwd()) for place in sys.path)
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter, our own words
            # -P: not from the current folder, where somebody else's module may lie.
            [sys.executable, "-P", "-X", "utf8", "-c", call],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env={**os.environ, "PYTHONPATH": places},
        )
    except subprocess.TimeoutExpired:
        raise _refuse("time") from None
    if done.returncode:
        raise _died(done.returncode, done.stderr.decode("utf-8", "replace"))
    found = json.loads(done.stdout)
    if "problem" in found:
        raise _refuse(found["problem"])
    pages = found.pop("pages")
    return Content(
        pages=[Page(**{**page, "runs": [Run(**run) for run in page["runs"]]}) for page in pages],
        **found,
    )


def _died(code: int, said: str) -> Exception:
    """Why the other process ended early."""
    if "ModuleNotFoundError" in said:
        return RuntimeError(said)
    if code == LATE:
        return _refuse("time")
    return _refuse("memory" if code < 0 or "MemoryError" in said else "damaged")


def _refuse(problem: str) -> ArticleError:
    return ArticleError(*PROBLEMS[problem])


def _columns(content: Content, *, whole: bool = False) -> tuple[list[pdf_page.Column], list[str]]:
    """The columns of all pages, text set sideways last, and the page furniture left out.

    With ``whole`` nothing is left out.
    """
    upright, sideways = [], []
    for page in content.pages:
        turns = Counter[int]()
        for run in page.runs:
            turns[run.turn] += len(run.text)
        main = turns.most_common(1)[0][0] if turns else 0
        upright.append(pdf_page.rows(run for run in page.runs if run.turn == main))
        others = sorted(turns.keys() - {main})
        sideways += [pdf_page.rows(r for r in page.runs if r.turn == turn) for turn in others]
    columns: list[pdf_page.Column] = []
    left_out: list[str] = []
    edges = [frozenset[int]()] * len(upright) if whole else pdf_page.furniture(upright)
    for page_rows, edge in zip(upright, edges, strict=True):
        left_out += [pdf_page.text_of(page_rows[number]) for number in sorted(edge)]
        columns += pdf_page.columns(r for n, r in enumerate(page_rows) if n not in edge)
    for page_rows in sideways:
        columns += pdf_page.columns(page_rows)
    return columns, left_out


def _require_text(text: str, *, damaged: bool) -> None:
    unknown = text.count("\ufffd")
    letters = sum(c.isalnum() for c in text)
    if unknown > letters:
        raise _refuse("letters")
    if not letters:
        raise _refuse("damaged" if damaged else "scan")


def _is_damaged(content: Content) -> bool:
    return content.rebuilt or any(page.broken for page in content.pages)


def _warnings(content: Content, text: str, left_out: list[str]) -> Iterator[str]:
    if _is_damaged(content):
        yield "the PDF is damaged: parts of it may be missing"
    empty = [str(n) for n, page in enumerate(content.pages, 1) if page.images and not page.runs]
    if empty:
        yield f"no text on page(s) {', '.join(empty)}: a scan or a picture"
    if content.attachments:
        yield "other files are packed into this PDF: these are not read"
    if unknown := text.count("\ufffd"):
        yield f"{unknown} character(s) that the fonts do not name, shown as \ufffd"
    lines = [*dict.fromkeys(prose.one_line(line) for line in left_out if _has_letters(line))]
    numbers = sum(not _has_letters(line) for line in left_out)
    for line in lines[:10]:
        yield f"left out at the edge of the page: {line[:100]}"
    if len(lines) > 10:
        yield f"left out at the edge of the page: {len(lines) - 10} more lines like these"
    if numbers:
        yield f"left out {numbers} page number(s)"


def _has_letters(line: str) -> bool:
    return any(c.isalpha() for c in line)


def _title(said: str) -> str:
    title = prose.label(said)
    plausible = 4 < len(title) < 300 and " " in title and not _NO_TITLE.match(title)
    return title if plausible and "\ufffd" not in title else ""


def _author(said: str) -> str:
    author = prose.label(said)
    plausible = 3 < len(author) < 120 and " " in author and not _NO_AUTHOR.match(author)
    return author if plausible and "\ufffd" not in author else ""


def _headline(paragraphs: tuple[pdf_layout.Paragraph, ...]) -> str:
    """The heading that the first page begins with, if it is larger than all after it."""
    first = next((p for p in paragraphs[:3] if p.heading), None)
    largest = max((p.size for p in paragraphs), default=0)
    large = first is not None and first.size >= 0.99 * largest and len(first.text) < 250
    return first.text if first and large and first.text.count(" ") > 1 else ""


def _language(said: str) -> str:
    match = re.match(r"([A-Za-z]{2})(?![A-Za-z])", said)
    return match[1].lower() if match else ""
