"""The report as JSON, for other programs. UTF-8, keys always present and in this order.

:mod:`factcheck.report.json_schema` says the same for programs. An absent date or an unknown truth value is ``null``; other absent things are ``""`` or ``[]``.
Dates are ISO 8601. Lists of ids point into ``assertions``.

``format``
    1. It changes when a key changes its meaning or goes; new keys may come without.
``public``
    Whether what is not for everybody was taken out.
``compiler``
    Name and version of the software that compiled the report.
``standing``
    ``outcome`` (``clear``, ``clear-after-fixes``, ``hold``), ``headline`` for people, ``fixes``
    (how many assertions must change), ``reasons`` to hold and ``caveats``, each with ``code``,
    ``text`` and ``ids``. :mod:`factcheck.report.standing` lists the codes and defines the outcomes.
``article``
    ``title``, ``byline``, ``published``, ``source`` as the user gave it, ``url``, ``site``,
    ``language``, ``sha256`` of the text now, ``recorded_sha256`` from when it was numbered,
    ``sentences`` (how many), ``text``. Spans count characters (code points) of ``text``, half-open.
``worksheet``
    ``format``, ``created``, ``tool`` that made it, ``scale``.
``policy``
    ``asks`` (what the house asks of sources, a phrase each; ``[]``: nothing), ``file`` that says so.
``checkers``
    ``name``, ``checked`` (verdicts given), ``left`` (open assertions that carry the name).
``signoff``
    ``null``, or ``by``, ``role``, ``at``, ``void`` (why it no longer holds; ``""`` if it does).
``agreement``
    ``null``, or of those who checked apart: ``reviewers``, ``items`` (assertions that two or more of them
    checked), ``percent`` of pairs of verdicts that are the same, ``measure``, ``coefficient`` (``null``
    where it is not defined), ``enough`` (how many items it takes to mean something).
``counts``
    ``assertions``, ``checked``; ``states``: number by state, every state present; ``verdicts``:
    ``verdict`` (``""``: unchecked), ``number``, ``state``, ``meaning``; ``priorities`` and
    ``layers``: ``name``, ``total``, ``states``.
``must_fix``, ``could_not_confirm``, ``open``, ``differ``, ``recheck``, ``high_priority``, ``single_source``
    Ids; ``differ`` are those of ``open`` on which reviewers differ; ``recheck`` are those whose words changed since they were checked; ``open`` has high priority first, the others are in article order.
``assertions``
    In article order: ``id``, ``text``, ``sentence``, ``paragraph``, ``span`` (two numbers),
    ``layer``, ``kind``, ``speaker``, ``speaker_inferred``, ``priority``, ``details`` (``kind``,
    ``text``, ``resolved``), ``status`` (what became of it in this draft; ``""`` in a first one),
    ``recheck`` (what was checked, if the words changed since), ``verdict``, ``state`` (:data:`factcheck.report.record.State`),
    ``correction``, ``note``, ``reply_sought``, ``reply``, ``reviewer``, ``single_source``, ``evidence`` (``reference``: id or
    URL, ``known``: false for an id that nobody described, ``locator``, ``passage``, ``stance``),
    ``opinions`` (``reviewer``, ``verdict``, ``state``, ``evidence``, ``correction``, ``note``).
``retired``
    Assertions of which something was found before their words left the article: the same keys, their
    places those in the last draft that had them. Nothing counts them.
``queries``
    What does not fit in the article's own words, the open ones first: ``text``, ``assertions``
    (ids), ``why``, ``answer`` (``""``: open).
``sources``
    ``reference``, ``known``, ``used``; ``source``: ``null`` for one that nobody described, else
    ``id``, ``kind``, ``tier``, ``title``, ``author``, ``publisher``, ``published``, ``url``, ``archived``,
    ``accessed``, ``file``, ``sha256``, ``on_record``, ``interest``, ``independent_of``;
    ``bears``, ``contradicts``, ``context``, ``alone``: ids of what rests on it
    (:class:`factcheck.report.record.Rest`).
``set_aside``
    ``text``, ``sentence``, ``paragraph``, ``span``, ``reason``.
``unaccounted``
    Numbers of sentences that are neither in an assertion nor set aside.
``findings``
    What the check says: ``severity``, ``rule``, ``line``, ``column``, ``message``, ``hint``.
``method``
    Sentences for people on how the report came to be and where it ends.
"""

from __future__ import annotations

import json
import re
from typing import Any

from factcheck.model import Source, Span
from factcheck.report import wording
from factcheck.report.agreement import Agreement
from factcheck.report.record import STATES, Citation, Item, Point, Report, Rest, Tally, View

FORMAT = 1
"""Version of this format."""

# What acts on a terminal or a line-reader even inside a JSON string; JSON can spell it out.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def render(report: Report) -> str:
    """The report as one JSON object, indented, ending with a line feed."""
    text = json.dumps(_document(report), ensure_ascii=False, indent=2)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text) + "\n"


def _document(report: Report) -> dict[str, Any]:
    standing = report.standing
    return {
        "format": FORMAT,
        "compiler": report.compiler,
        "public": report.public,
        "standing": {
            "outcome": standing.outcome,
            "headline": standing.headline,
            "fixes": standing.fixes,
            "reasons": [_point(p) for p in standing.reasons],
            "caveats": [_point(p) for p in standing.caveats],
        },
        "article": _article(report),
        "worksheet": {
            "format": report.format,
            "created": report.created.isoformat(),
            "tool": report.tool,
            "scale": report.scale.name,
        },
        "policy": {"asks": list(report.policy), "file": report.rulebook},
        "checkers": [
            {"name": c.name, "checked": c.checked, "left": c.left} for c in report.checkers
        ],
        "signoff": _signoff(report),
        "agreement": _agreement(report.agreement) if report.agreement else None,
        "counts": _counts(report),
        "must_fix": _ids(report.must_fix),
        "could_not_confirm": _ids(report.unconfirmed),
        "open": _ids(report.open),
        "differ": _ids(report.differ),
        "recheck": _ids(report.recheck),
        "high_priority": _ids(report.high),
        "single_source": _ids(report.single_source),
        "assertions": [_assertion(i) for i in report.items],
        "retired": [_assertion(i) for i in report.retired],
        "queries": [
            {"text": q.text, "assertions": list(q.assertions), "why": q.why, "answer": q.answer}
            for q in report.queries
        ],
        "sources": [_rest(r) for r in report.sources],
        "set_aside": [
            {
                "text": s.text,
                "sentence": s.sentence,
                "paragraph": s.paragraph,
                "span": _span(s.span),
                "reason": s.reason,
            }
            for s in report.set_aside
        ],
        "unaccounted": list(report.unaccounted),
        "findings": [
            {
                "severity": f.severity,
                "rule": f.rule,
                "line": f.line,
                "column": f.column,
                "message": f.message,
                "hint": f.hint,
            }
            for f in report.findings
        ],
        "method": list(wording.method(report)),
    }


def _article(report: Report) -> dict[str, Any]:
    article = report.article
    return {
        "title": article.title,
        "byline": article.byline,
        "published": article.published.isoformat() if article.published else None,
        "source": article.source,
        "url": article.url,
        "site": article.site,
        "language": article.language,
        "sha256": article.sha256,
        "recorded_sha256": report.recorded,
        "sentences": report.sentences,
        "text": article.text,
    }


def _counts(report: Report) -> dict[str, Any]:
    return {
        "assertions": report.total.total,
        "checked": report.checked,
        "states": _states(report.total),
        "verdicts": [
            {"verdict": c.word, "number": c.number, "state": c.state, "meaning": c.meaning}
            for c in report.verdicts
        ],
        "priorities": [_tally(t) for t in report.priorities],
        "layers": [_tally(t) for t in report.layers],
    }


def _tally(tally: Tally) -> dict[str, Any]:
    return {"name": tally.name, "total": tally.total, "states": _states(tally)}


def _states(tally: Tally) -> dict[str, int]:
    return dict(zip(STATES, tally.numbers, strict=True))


def _assertion(item: Item) -> dict[str, Any]:
    a = item.assertion
    return {
        "id": a.id,
        "text": a.text,
        "sentence": a.sentence,
        "paragraph": a.paragraph,
        "span": _span(a.span),
        "layer": a.layer,
        "kind": a.kind,
        "speaker": a.speaker,
        "speaker_inferred": a.speaker_inferred,
        "priority": a.priority,
        "details": [{"kind": d.kind, "text": d.text, "resolved": d.resolved} for d in a.details],
        "status": a.status,
        "recheck": a.recheck,
        "verdict": a.verdict,
        "state": item.state,
        "correction": a.correction,
        "note": a.note,
        "reply_sought": a.reply_sought,
        "reply": a.reply,
        "reviewer": a.reviewer,
        "single_source": item.single_source,
        "evidence": [_citation(c) for c in item.citations],
        "opinions": [_view(v) for v in item.views],
    }


def _view(view: View) -> dict[str, Any]:
    return {
        "reviewer": view.reviewer,
        "verdict": view.verdict,
        "state": view.state,
        "evidence": [_citation(c) for c in view.citations],
        "correction": view.correction,
        "note": view.note,
    }


def _signoff(report: Report) -> dict[str, Any] | None:
    signed = report.signoff
    if signed is None:
        return None
    at = signed.at.isoformat() if signed.at else None
    return {"by": signed.by, "role": signed.role, "at": at, "void": report.unsigned}


def _agreement(agreement: Agreement) -> dict[str, Any]:
    return {
        "reviewers": list(agreement.reviewers),
        "items": agreement.items,
        "percent": agreement.percent,
        "measure": agreement.measure,
        "coefficient": agreement.coefficient,
        "enough": agreement.enough,
    }


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        "reference": citation.reference,
        "known": citation.known,
        "locator": citation.locator,
        "passage": citation.passage,
        "stance": citation.stance,
    }


def _rest(rest: Rest) -> dict[str, Any]:
    return {
        "reference": rest.reference,
        "known": rest.known,
        "used": rest.used,
        "source": _source(rest.source) if rest.source else None,
        "bears": list(rest.bears),
        "contradicts": list(rest.contradicts),
        "context": list(rest.context),
        "alone": list(rest.alone),
    }


def _source(source: Source) -> dict[str, Any]:
    """Every field but ``contact``, named one by one so that a new field cannot slip in."""
    return {
        "id": source.id,
        "kind": source.kind,
        "tier": source.tier,
        "title": source.title,
        "author": source.author,
        "publisher": source.publisher,
        "published": source.published.isoformat() if source.published else None,
        "url": source.url,
        "archived": source.archived,
        "accessed": source.accessed.isoformat() if source.accessed else None,
        "file": source.file,
        "sha256": source.sha256,
        "on_record": source.on_record,
        "interest": source.interest,
        "independent_of": list(source.independent_of),
    }


def _point(point: Point) -> dict[str, Any]:
    return {"code": point.code, "text": point.text, "ids": list(point.ids)}


def _ids(items: tuple[Item, ...]) -> list[str]:
    return [item.assertion.id for item in items]


def _span(span: Span) -> list[int]:
    return [span.start, span.end]
