"""The corrections alone, ready to mail: a short list, then the article's paragraphs with the changes marked.

The marks are CriticMarkup (criticmarkup.com): ``{~~old~>new~~}``, ``{==words==}{>>remark<<}``. Corrections that
overlap another one are in the list and, in the paragraph, a remark at the wider one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.checks.characters import visible
from factcheck.model import Span
from factcheck.report import wording
from factcheck.report.record import Citation, Item, Report

_BREAK = re.compile(r"\n\s*\n")


def render(report: Report) -> str:
    """The memo as plain text, ending with a line feed."""
    article = report.article
    title = _line(article.title) or "(no title)"
    parts = [f"Corrections to: {title}", _standing(report)]
    if not report.must_fix:
        parts.append("Nothing has to change.")
    else:
        parts += ["", *(_entry(item) for item in report.must_fix)]
        parts += ["In the text:", "", *_paragraphs(report)]
    parts.append(f"– {report.compiler}")
    return "\n".join(parts) + "\n"


def _standing(report: Report) -> str:
    checked = f"{report.checked:,} of {wording.plural(len(report.items), 'assertion')} checked"
    return f"{_line(report.standing.headline)}. {checked}.\n"


def _entry(item: Item) -> str:
    a = item.assertion
    lines = [
        f"{wording.called(_line(a.id))}. {wording.place(a)} ({wording.verdict(a.verdict, item.state)})"
    ]
    lines.append(f"   now:      {_line(a.text)}")
    lines.append(f"   proposed: {_line(a.correction) or '(no words yet)'}")
    if a.note.strip():
        lines.append(f"   why:      {_line(a.note)}")
    lines += [f"   source:   {_cited(citation)}" for citation in item.citations]
    return "\n".join(lines) + "\n"


def _cited(citation: Citation) -> str:
    named = citation.source
    what = (named.title.strip() if named else "") or citation.reference
    where = named.url if named and named.url and named.url != what else ""
    facts = [_line(each) for each in (what, citation.locator, where) if each.strip()]
    quoted = f": “{_line(citation.passage)}”" if citation.passage.strip() else ""
    return ", ".join(facts) + quoted


def _paragraphs(report: Report) -> Iterator[str]:
    """The paragraphs that something changes in, with the changes marked."""
    text = report.article.text
    wanted = [i for i in report.must_fix if 0 <= i.assertion.span.start < i.assertion.span.end]
    start = 0
    for end in (*(match.start() for match in _BREAK.finditer(text)), len(text)):
        place = Span(start, end)
        inside = [item for item in wanted if place.holds(item.assertion.span)]
        if inside:
            yield _marked(text, place, inside) + "\n"
        found = _BREAK.match(text, end)
        start = found.end() if found else end


def _marked(text: str, place: Span, items: Sequence[Item]) -> str:
    """The words of ``place`` with a mark for each of ``items`` that no wider one overlaps."""
    out, at = [], place.start
    widest = sorted(items, key=lambda i: (i.assertion.span.start, -i.assertion.span.end))
    for item in widest:
        span = item.assertion.span
        if span.start < at:
            out.append(f"{{>>{_line(item.assertion.id)}: {_remark(item)}<<}}")
            continue
        out.append(_plain(text[at : span.start]))
        out.append(_change(text[span.start : span.end], item))
        at = span.end
    return "".join((*out, _plain(text[at : place.end])))


def _change(words: str, item: Item) -> str:
    number = f"{{>>{_line(item.assertion.id)}<<}}"
    correction = _line(item.assertion.correction)
    if not correction:
        return f"{{=={_plain(words)}==}}{{>>{_line(item.assertion.id)}: no words yet<<}}"
    if correction.casefold() in ("cut", "delete"):
        return f"{{--{_plain(words)}--}}{number}"
    return f"{{~~{_plain(words)}~>{_plain(correction)}~~}}{number}"


def _remark(item: Item) -> str:
    return _plain(_line(item.assertion.correction)) or "no words yet"


def _plain(text: str) -> str:
    """``text`` in which nothing is a mark: a brace beside one of its signs gets a word joiner between."""
    shown = visible(text)
    return re.sub(
        r"(\{)(?=[~=>+-])|(?<=[~=<+-])(\})|(~)(?=>)",
        lambda m: m.group() + "\u2060" if not m[2] else "\u2060}",
        shown,
    )


def _line(text: str) -> str:
    return " ".join(visible(text).split())
