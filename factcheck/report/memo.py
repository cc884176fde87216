"""The corrections alone, ready to mail: a short list, then the article's paragraphs with the changes marked.

The marks are CriticMarkup (criticmarkup.com): ``{~~old~>new~~}``, ``{==words==}{>>remark<<}``. A correction that
meets another one stands in the list and, in the paragraph, as a remark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.checks.characters import visible
from factcheck.checks.corrections import is_cut
from factcheck.model import Span
from factcheck.report import wording
from factcheck.report.changes import edits
from factcheck.report.record import Citation, Item, Report

_BREAK = re.compile(r"\n\s*\n")
_SIGNS = re.compile(r"\{(?=(\+\+|--|~~|==|>>))[+=~>-]|[+=~<-](?=\})\}|~>")


def render(report: Report) -> str:
    """The memo as plain text, ending with a line feed."""
    article = report.article
    title = _line(article.title) or "(no title)"
    parts = [f"Corrections to: {title}", f"Version: {wording.version(report)}", _standing(report)]
    wanted = _wanted(report)
    if not report.must_fix:
        parts.append("Nothing has to change.\n")
    if wanted:
        parts += (_entry(item) for item in wanted)
        parts += ["In the text:", "", *_paragraphs(report, wanted)]
    parts.append(f"– {report.compiler}")
    return "\n".join(parts) + "\n"


def _wanted(report: Report) -> tuple[Item, ...]:
    """What must change, and whatever else somebody proposed other words for."""
    fixes = {id(item) for item in report.must_fix}
    every = (i for i in report.items if id(i) not in fixes and i.assertion.correction.strip())
    wanted = (*report.must_fix, *every)
    return tuple(sorted(wanted, key=lambda i: (i.assertion.span.start, -i.assertion.span.end)))


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


def _paragraphs(report: Report, items: Sequence[Item]) -> Iterator[str]:
    """The paragraphs that something changes in, with the changes marked."""
    text = report.article.text
    wanted = [i for i in items if 0 <= i.assertion.span.start < i.assertion.span.end]
    start = 0
    for end in (*(match.start() for match in _BREAK.finditer(text)), len(text)):
        place = Span(start, end)
        inside = [item for item in wanted if place.holds(item.assertion.span)]
        if inside:
            yield _marked(text, place, inside) + "\n"
        found = _BREAK.match(text, end)
        start = found.end() if found else end


def _marked(text: str, place: Span, items: Sequence[Item]) -> str:
    """The words of ``place`` with a mark for each change; one that several items ask for is one mark."""
    out: list[str] = []
    at = place.start
    for (start, end, new), askers in _changes(text, items):
        numbers = ", ".join(_line(item.assertion.id) for item in askers)
        if start < at:  # it meets another change: a remark tells it whole
            out += (f"{{>>{numbers}: {_remark(item)}<<}}" for item in askers)
            continue
        out.append(_plain(text[at:start]))
        out.append(f"{_mark(_plain(text[start:end]), _plain(_line_kept(new)))}{{>>{numbers}<<}}")
        at = end
    return "".join((*out, _plain(text[at : place.end])))


def _changes(text: str, items: Sequence[Item]) -> list[tuple[tuple[int, int, str], list[Item]]]:
    """Every change that ``items`` ask for, in the order of the text, wider ones first, and who asks for it."""
    found: dict[tuple[int, int, str], list[Item]] = {}
    for item in items:
        span, correction = item.assertion.span, item.assertion.correction
        words = text[span.start : span.end]
        if not correction.strip():
            wanted: Sequence[tuple[int, int, str]] = ((0, len(words), words),)
        elif is_cut(correction):
            wanted = ((0, len(words), ""),)
        else:
            wanted = edits(words, correction)
        for start, end, new in wanted:
            found.setdefault((span.start + start, span.start + end, new), []).append(item)
    return sorted(found.items(), key=lambda pair: (pair[0][0], -pair[0][1]))


def _mark(old: str, new: str) -> str:
    if old == new:
        return f"{{=={old}==}}"
    if not new:
        return f"{{--{old}--}}"
    return f"{{~~{old}~>{new}~~}}" if old else f"{{++{new}++}}"


def _remark(item: Item) -> str:
    return _plain(_line(item.assertion.correction)) or "no words yet"


def _plain(text: str) -> str:
    """``text`` in which nothing is a mark: a word joiner stands inside what would be one."""
    return _SIGNS.sub(lambda match: "\u2060".join(match.group()), visible(text))


def _line_kept(text: str) -> str:
    """``text`` on one line, with the blanks at its ends."""
    return re.sub(r"\s+", " ", visible(text))


def _line(text: str) -> str:
    return " ".join(visible(text).split())
