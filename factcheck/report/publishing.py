"""A report for the public: what is not for everybody is taken out of the very record.

Left out are sources that are not on the record, with everything that names them; notes marked private (a
paragraph that begins with ``private:``); paths on somebody's machine and addresses of its network; what each reviewer found
where they differ, and how well they agree; and what the check finds, which is the desk's own affair. Contacts
of sources never reach any report.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import urlsplit

from factcheck.model import Source
from factcheck.report.record import Citation, Item, Point, Report, Rest, Standing

_PRIVATE = re.compile(r"\s*\[?private\b\]?\s*:?", re.IGNORECASE)
_ONLINE = ("http://", "https://")
_WITHIN = re.compile(
    r"localhost|[^.:]+|.*\.(?:local|localhost|internal|lan|home|corp|intranet)|[\d.]+|.*:.*"
)
_INTERNAL = ("errors", "warnings", "differ", "signoff-void")
HIDDEN = "a source that is not on the record"


def public(report: Report) -> Report:
    """``report`` as everybody may read it; one that is public already comes back as it is."""
    if report.public:
        return report
    hidden = _hidden(report)

    def item(each: Item) -> Item:
        a = each.assertion
        told = replace(a, note=without_private(a.note), evidence=(), opinion=())
        return replace(each, assertion=told, citations=_cited(each.citations, hidden), views=())

    items = {id(each): item(each) for each in (*report.items, *report.retired)}

    def same(group: tuple[Item, ...]) -> tuple[Item, ...]:
        return tuple(items[id(each)] for each in group)

    return replace(
        report,
        public=True,
        article=replace(report.article, source=_place(report.article.source)),
        rulebook="",
        standing=_standing(report.standing),
        agreement=None,
        unsigned="",
        signoff=None if report.unsigned else report.signoff,
        items=same(report.items),
        must_fix=same(report.must_fix),
        unconfirmed=same(report.unconfirmed),
        open=same(report.open),
        differ=(),
        recheck=same(report.recheck),
        retired=same(report.retired),
        high=same(report.high),
        single_source=same(report.single_source),
        queries=tuple(replace(q, answer=_or_answered(q.answer)) for q in report.queries),
        sources=tuple(_rest(rest, hidden) for rest in report.sources),
        findings=(),
    )


def without_private(note: str) -> str:
    """``note`` without the paragraphs that are marked private."""
    paragraphs = re.split(r"\n\s*\n", note)
    kept = []
    for paragraph in paragraphs:
        lines = paragraph.split("\n")
        first = next((n for n, line in enumerate(lines) if _PRIVATE.match(line)), len(lines))
        kept.append("\n".join(lines[:first]))
    return "\n\n".join(each for each in kept if each.strip())


def _standing(standing: Standing) -> Standing:
    """The outcome, without what concerns the desk alone; that it holds the piece is told."""
    reasons, caveats = (
        tuple(point for point in points if point.code not in _INTERNAL)
        for points in (standing.reasons, standing.caveats)
    )
    if standing.outcome == "hold" and not reasons:
        reasons = (Point("unfinished", "The check is not finished"),)
    return replace(standing, reasons=reasons, caveats=caveats)


def _or_answered(answer: str) -> str:
    return without_private(answer) or ("answered" if answer.strip() else "")


def _hidden(report: Report) -> dict[str, str]:
    """What each source that is not on the record is called instead, by its id."""
    off = [r.reference for r in report.sources if r.source and r.source.on_record is False]
    return {name: f"unnamed {number}" for number, name in enumerate(off, start=1)}


def _source(source: Source, hidden: Mapping[str, str]) -> Source:
    if source.id in hidden:
        return Source(
            hidden[source.id],
            source.kind,
            source.tier,
            HIDDEN,
            on_record=False,
            accessed=source.accessed,
        )
    named = tuple(hidden.get(each, each) for each in source.independent_of)
    url = source.url if _is_public(source.url) else ""
    return replace(source, file="", url=url, independent_of=named)


def _citation(citation: Citation, hidden: Mapping[str, str]) -> Citation:
    source = citation.source and _source(citation.source, hidden)
    if citation.reference in hidden:
        return Citation(hidden[citation.reference], source, known=True, stance=citation.stance)
    return replace(citation, source=source, reference=_place(citation.reference) or "a file")


def _cited(citations: tuple[Citation, ...], hidden: Mapping[str, str]) -> tuple[Citation, ...]:
    return tuple(_citation(each, hidden) for each in citations)


def _rest(rest: Rest, hidden: Mapping[str, str]) -> Rest:
    source = rest.source and _source(rest.source, hidden)
    reference = hidden.get(rest.reference) or _place(rest.reference) or "a file"
    return replace(rest, reference=reference, source=source)


def _place(text: str) -> str:
    """``text`` unless it is a path on somebody's machine or of its network; of that nothing."""
    if text.lower().startswith(_ONLINE):
        return text if _is_public(text) else ""
    is_path = "/" in text or "\\" in text or bool(PurePosixPath(text).suffix)
    absolute = PureWindowsPath(text).is_absolute() or PurePosixPath(text).is_absolute()
    return "" if is_path or absolute or text == "-" else text


def _is_public(url: str) -> bool:
    """Whether an address may be one of the public internet, by its name alone."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    return not _WITHIN.fullmatch(host) or _is_global(host)


def _is_global(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return False
