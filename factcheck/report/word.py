"""The memo and the record as a Word document: the styles of Word itself, and tables that can be worked in."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from factcheck.checks.characters import visible
from factcheck.report import wording
from factcheck.report.changes import compare
from factcheck.report.record import Citation, Item, Point, Report

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

Pieces = Sequence[tuple[str, bool]]
"""Words, and whether a change touches them."""
_NO_XML = re.compile("[\ufffe\uffff\ufdd0-\ufdef]")
_WIDTHS = {
    "fixes": (0.5, 1.9, 1.9, 2.4),
    "record": (0.5, 2.5, 1.1, 2.6),
}
"""Inches; the text of a letter or A4 page is about 6.7 wide with the margins that are set."""


def render(report: Report) -> bytes:
    """The report as the bytes of a .docx file."""
    import docx
    from docx.shared import Inches

    document = docx.Document()
    _properties(document, report)
    for section in document.sections:
        section.left_margin = section.right_margin = Inches(0.8)
    document.add_heading(_clean(report.article.title or "(no title)"), 0)
    for label, value in wording.head(report):
        paragraph = document.add_paragraph(style="No Spacing")
        paragraph.add_run(f"{label}: ").bold = True
        paragraph.add_run(_clean(value))
    document.add_heading(_clean(report.standing.headline), 1)
    _bullets(document, map(_point, (*report.standing.reasons, *report.standing.caveats)))
    _fixes(document, report.must_fix)
    for title, items in (
        ("Could not confirm", report.unconfirmed),
        ("Reviewers differ", report.differ),
        ("Check again", report.recheck),
        ("Open", report.left),
    ):
        if items:
            document.add_heading(f"{title} ({len(items):,})", 1)
            _bullets(document, (f"{i.assertion.id}: {i.assertion.text}" for i in items))
    if report.queries:
        document.add_heading(f"Queries about the text ({len(report.queries):,})", 1)
        _bullets(
            document,
            (f"{q.text} – {q.answer.strip() or 'not answered yet'}" for q in report.queries),
        )
    _record(document, report.items)
    _sources(document, report)
    document.add_heading("Method and limits", 1)
    _bullets(document, wording.method(report))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _properties(document: Document, report: Report) -> None:
    about = document.core_properties
    about.title = _clean(f"Fact-check: {report.article.title}")[:250]
    about.author = report.compiler
    about.comments = f"Compiled by {report.compiler}"
    about.created = about.modified = report.created.replace(tzinfo=None)


def _point(point: Point) -> str:
    few, more = wording.first_few(point.ids, wording.FEW)
    return f"{point.text}{': ' + ', '.join(few) + more if few else ''}"


def _bullets(document: Document, lines: Iterable[str]) -> None:
    for line in lines:
        document.add_paragraph(_clean(line), style="List Bullet")


def _fixes(document: Document, items: Sequence[Item]) -> None:
    document.add_heading(f"Corrections ({len(items):,})", 1)
    if not items:
        document.add_paragraph("Nothing has to change.")
        return
    rows = []
    for item in items:
        a = item.assertion
        before, after = compare(a.text, a.correction.strip() or "(no words yet)")
        why = "\n".join(filter(None, (a.note.strip(), *map(_cited, item.citations))))
        rows.append((_whole(a.id), before, after, _whole(why)))
    _table(document, ("No.", "Now", "Proposed", "Why, source"), rows, _WIDTHS["fixes"])


def _record(document: Document, items: Sequence[Item]) -> None:
    document.add_heading(f"Line by line ({len(items):,})", 1)
    rows = [
        tuple(
            map(
                _whole,
                (
                    item.assertion.id,
                    item.assertion.text,
                    wording.verdict(item.assertion.verdict, item.state),
                    "\n".join(filter(None, _told(item))),
                ),
            )
        )
        for item in items
    ]
    if rows:
        _table(
            document, ("No.", "Assertion", "Verdict", "Why, source, by"), rows, _WIDTHS["record"]
        )


def _told(item: Item) -> Iterable[str]:
    a = item.assertion
    if item.recheck:
        yield f"Check again; it was: {a.recheck}"
    yield a.note.strip()
    yield from map(_cited, item.citations)
    if answer := wording.reply(a):
        yield f"Reply: {answer}"
    for view in item.views:
        yield f"{view.reviewer.strip() or 'Nobody named'}: {wording.verdict(view.verdict, view.state)}"
    yield a.reviewer.strip()


def _sources(document: Document, report: Report) -> None:
    document.add_heading(f"Sources ({len(report.sources):,})", 1)
    for rest in report.sources:
        paragraph = document.add_paragraph(style="List Bullet")
        title = rest.source.title if rest.source else ""
        paragraph.add_run(_clean(title or rest.reference)).bold = True
        facts = wording.about(rest.source) if rest.source else ()
        places = [place for _, place in wording.places(rest.source)] if rest.source else []
        paragraph.add_run(_clean("".join(f", {each}" for each in (*facts, *places))))


def _cited(citation: Citation) -> str:
    title = wording.named(citation.source)
    facts = [
        each for each in (title or citation.reference, citation.locator, citation.stance) if each
    ]
    quoted = f": “{citation.passage.strip()}”" if citation.passage.strip() else ""
    return ", ".join(facts) + quoted


def _whole(text: str) -> Pieces:
    return ((text, False),)


def _table(
    document: Document,
    heads: Sequence[str],
    rows: Sequence[Sequence[Pieces]],
    widths: Sequence[float],
) -> None:
    """A grid whose head is repeated on each page and whose rows stay on one page where they fit."""
    from docx.oxml import OxmlElement
    from docx.shared import Inches

    table = document.add_table(rows=1, cols=len(heads))
    table.style = "Table Grid"
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Inches(width)
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(head).bold = True
    for row in rows:
        for cell, pieces in zip(table.add_row().cells, row, strict=True):
            _fill(cell, pieces)
    for number, made in enumerate(table.rows):
        names = ("w:cantSplit", "w:tblHeader") if number == 0 else ("w:cantSplit",)
        for name in names:
            made._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 - no other way
        for cell, width in zip(made.cells, widths, strict=True):
            cell.width = Inches(width)


def _fill(cell: _Cell, pieces: Pieces) -> None:
    for text, touched in pieces:
        cell.paragraphs[0].add_run(_clean(text)).bold = touched or None


def _clean(text: str) -> str:
    """``text`` as XML can hold it, characters that would act shown instead."""
    return _NO_XML.sub("\ufffd", visible(text))
