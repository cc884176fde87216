"""The report as one HTML page: the annotated article, the record beside it, nothing loaded from anywhere.

Everything works with scripts switched off but filters, search and keys. Every word of an article or a
worksheet goes through Jinja's escaping, and characters that would act are shown instead.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck import __version__
from factcheck.checks.characters import visible
from factcheck.report import anchors, wording
from factcheck.report.changes import compare
from factcheck.report.html import marks
from factcheck.report.record import STATES, Item, Report, State

if TYPE_CHECKING:
    from jinja2 import Environment

    from factcheck.report.overview import Row

_HERE = Path(__file__).parent
_URL = re.compile(r"https?://[^\s<>\"\\]+", re.IGNORECASE)
_FEW = 40  # ids that are listed after one another; the record has all of them
SIGNS: dict[State, str] = {
    "confirmed": "✓",
    "fix": "✗",
    "unconfirmed": "?",
    "not-checkable": "–",
    "unchecked": "○",
    "unrecognised": "!",
}
"""One sign a state, told apart without colour."""


def render(report: Report) -> str:
    """The report as one self-contained HTML page."""
    style, script = _part("style.css"), _part("script.js")
    places = _anchors(report)
    page = _environment().get_template("page.html")
    made: str = page.render(
        report=report,
        paragraphs=list(marks.paragraphs(report.article.text, report.items)),
        style=style,
        script=script,
        policy=policy(style, script),
        anchor=lambda item: places[id(item)],
        to=lambda identity: places.get(identity, ""),
        reviewers=sorted({i.assertion.reviewer.strip() for i in report.items} - {""}),
        states=[state for state in STATES if report.total.of(state)],
        bar=list(_bar(report)),
        few=_FEW,
    )
    return made + "\n"


def index(rows: Sequence[tuple[Row, str]], *, public: bool) -> str:
    """A page that leads to others: each worksheet with how it stands and the file that its page is in."""
    style = _part("style.css")
    page = _environment().get_template("index.html")
    made: str = page.render(
        rows=rows,
        public=public,
        style=style,
        policy=policy(style, ""),
        compiler=f"factcheck {__version__}",
    )
    return made + "\n"


def policy(*parts: str) -> str:
    """The Content-Security-Policy of a page that has only these ``parts`` as its style and script."""
    style, script = (
        base64.b64encode(hashlib.sha256(part.encode()).digest()).decode() for part in parts
    )
    return (
        f"default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _anchors(report: Report) -> dict[Any, str]:
    """The name of each item's place on the page, by the item and by its id."""
    items = (*report.items, *report.retired)
    found: dict[Any, str] = {}
    for item, name in zip(items, anchors.names(items), strict=True):
        found[id(item)] = name
        found.setdefault(item.assertion.id, name)
    return found


def _bar(report: Report) -> list[tuple[State, float, float]]:
    """Each state that occurs with where its stretch of a bar of 100 begins, and how long it is."""
    stretches, at = [], 0.0
    for state in STATES:
        share = 100 * report.total.of(state) / max(1, report.total.total)
        if share:
            stretches.append((state, round(at, 3), round(share, 3)))
        at += share
    return stretches


@cache
def _part(name: str) -> str:
    return (_HERE / name).read_text("utf-8").strip()


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "shown": visible,
        "plural": wording.plural,
        "ranges": wording.ranges,
        "day": wording.day,
        "called": wording.called,
        "named": wording.named,
        "is_link": lambda text: bool(_URL.fullmatch(text)) and visible(text) == text,
    }
    made.globals |= {
        "wording": wording,
        "signs": SIGNS,
        "labels": wording.LABELS,
        "compare": compare,
        "standfirst": _standfirst,
    }
    return made


def _standfirst(item: Item) -> tuple[str, ...]:
    """What kind of assertion it is, a phrase each."""
    a = item.assertion
    guessed = " (inferred)" if a.speaker_inferred else ""
    facts = (
        f"{a.priority} priority" if a.priority != "normal" else "",
        a.layer,
        a.kind,
        f"spoken by {a.speaker}{guessed}" if a.speaker else "",
        wording.place(a),
    )
    return tuple(fact for fact in facts if fact)
