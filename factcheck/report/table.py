"""The report as a table: a row an assertion, for spreadsheets.

CSV with commas, quotes where they are needed and CRLF (RFC 4180), UTF-8 with a byte-order mark, without which
Excel takes it for an older encoding. A cell that a spreadsheet would take for a formula begins with an
apostrophe (OWASP, CSV Injection); characters that would act are shown instead.
"""

from __future__ import annotations

import csv
import io

from factcheck.checks.characters import visible
from factcheck.report import wording
from factcheck.report.record import Citation, Item, Report

COLUMNS = (
    "id",
    "verdict",
    "state",
    "priority",
    "layer",
    "kind",
    "speaker",
    "text",
    "correction",
    "note",
    "reply",
    "reviewer",
    "sources",
    "passages",
    "details",
    "check again",
    "paragraph",
    "sentence",
    "start",
    "end",
)
MARK = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def render(report: Report) -> str:
    """The report as CSV; the first row has the names of ``COLUMNS``."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for item in report.items:
        writer.writerow(map(defused, _row(item)))
    return MARK + out.getvalue()


def defused(cell: str | int) -> str | int:
    """``cell`` as a spreadsheet shows it: words, never a formula."""
    if isinstance(cell, int):
        return cell
    text = visible(cell)
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


def _row(item: Item) -> tuple[str | int, ...]:
    a = item.assertion
    return (
        a.id,
        a.verdict,
        wording.LABELS[item.state],
        a.priority,
        a.layer,
        a.kind,
        a.speaker,
        a.text,
        a.correction,
        a.note,
        wording.reply(a),
        a.reviewer,
        "\n".join(map(_source, item.citations)),
        "\n".join(c.passage for c in item.citations if c.passage.strip()),
        "; ".join(d.text for d in a.details),
        a.recheck,
        a.paragraph,
        a.sentence,
        a.span.start,
        a.span.end,
    )


def _source(citation: Citation) -> str:
    title = wording.named(citation.source)
    facts = (title or citation.reference, citation.locator, citation.stance)
    return ", ".join(fact for fact in facts if fact.strip())
