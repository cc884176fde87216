"""The overall state of a fact-check: clear, clear after fixes, or hold.

*Hold* when any of these is so, each a reason of its own:

- ``errors``: ``factcheck check`` finds errors in the worksheet;
- ``no-assertions``: there is nothing in it to check;
- ``unchecked-high``, ``unchecked``: assertions without a verdict, of whatever priority;
- ``differ``: reviewers differ, and nobody has said what holds;
- ``recheck``: verdicts on words that a later draft changed, and that nobody has looked at again;
- ``unrecognised``: a verdict that the scale does not have, so that nobody knows what was meant;
- ``unconfirmed-high``: high-priority assertions that could not be confirmed;
- ``no-correction``: words that must change, and no proposal what to;
- ``unaccounted``: sentences that are neither in an assertion nor set aside;
- ``lost``: a number was given that no assertion has any more;
- ``signoff-void``: it was signed off, and changed since;
- ``text-changed``: the article's text is no longer the one that was numbered.

*Clear after N fixes* when nothing holds it and N assertions must change, each with a proposal.
*Clear* when nothing holds it and nothing must change.

Caveats never hold a piece, and are always shown: ``queries`` (about the article's own words, not
answered), ``unconfirmed`` (normal and low priority), ``no-evidence`` (a finding with no source on
record), ``single-source-high``, ``warnings``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from factcheck.model import Finding, Query
from factcheck.report.record import Item, Outcome, Point, Standing
from factcheck.report.wording import enumerated, plural, tallied

_REASONS = ("number-missing", "words-changed", "reviewers-differ", "signoff-void")
"""Findings that hold a piece, each told as a reason of its own."""


def judge(
    items: Sequence[Item],
    findings: Sequence[Finding],
    unaccounted: Sequence[int],
    *,
    text_intact: bool,
    queries: Sequence[Query] = (),
    unsigned: str = "",
) -> Standing:
    """The standing of a worksheet with these ``items`` and these ``findings`` of its check.

    ``unsigned`` says why its sign-off no longer holds, if so.
    """
    reasons = (
        *_of_the_file(items, findings, unaccounted, text_intact=text_intact),
        *_of_the_items(items),
        *((Point("signoff-void", f"The sign-off is void: {unsigned}"),) if unsigned else ()),
    )
    caveats = (*_asked(queries), *_caveats(items, findings))
    fixes = sum(item.state == "fix" for item in items)
    outcome: Outcome = "hold" if reasons else "clear-after-fixes" if fixes else "clear"
    return Standing(outcome, fixes, reasons, caveats, _headline(outcome, fixes, items))


def _headline(outcome: Outcome, fixes: int, items: Iterable[Item]) -> str:
    if outcome == "hold":
        return f"Hold; {plural(fixes, 'fix', 'fixes')} so far" if fixes else "Hold"
    head = "Clear" if outcome == "clear" else f"Clear after {plural(fixes, 'fix', 'fixes')}"
    unsettled = sum(item.state == "unconfirmed" for item in items)
    if not unsettled:
        return head
    return f"{head}; {plural(unsettled, 'assertion')} could not be confirmed"


def _of_the_file(
    items: Sequence[Item],
    findings: Sequence[Finding],
    unaccounted: Sequence[int],
    *,
    text_intact: bool,
) -> Iterator[Point]:
    errors = [f.rule for f in findings if f.severity == "error" and f.rule not in _REASONS]
    if errors:
        said = f"factcheck check finds {plural(len(errors), 'error')}"
        yield Point("errors", f"{said}: {tallied(Counter(errors))}")
    if not text_intact:
        yield Point("text-changed", "The article's text is no longer the one that was numbered")
    lost = [f.message for f in findings if f.rule == "number-missing"]
    if lost:
        yield Point("lost", f"A block is gone: {enumerated(lost)}")
    if not items:
        yield Point("no-assertions", "The worksheet has no assertions: nothing was checked")
    if unaccounted:
        what = "Sentence" if len(unaccounted) == 1 else "Sentences"
        verb = "is" if len(unaccounted) == 1 else "are"
        numbers = enumerated(str(n) for n in unaccounted)
        yield Point("unaccounted", f"{what} {numbers} {verb} neither numbered nor set aside")


def _of_the_items(items: Sequence[Item]) -> Iterator[Point]:
    unchecked = [i for i in items if i.state == "unchecked" and not i.assertion.disagreed]
    high = [i for i in unchecked if i.assertion.priority == "high"]
    rest = [i for i in unchecked if i.assertion.priority != "high"]
    further = "further " if high else ""
    yield from _point(
        "unchecked-high",
        high,
        "high-priority assertion is unchecked",
        "high-priority assertions are unchecked",
    )
    yield from _point(
        "unchecked",
        rest,
        f"{further}assertion is unchecked",
        f"{further}assertions are unchecked",
    )
    yield from _point(
        "differ",
        [i for i in items if i.assertion.disagreed],
        "assertion on which reviewers differ",
        "assertions on which reviewers differ",
    )
    yield from _point(
        "recheck",
        [i for i in items if i.recheck],
        "assertion has to be checked again: its words changed",
        "assertions have to be checked again: their words changed",
    )
    yield from _point(
        "unrecognised",
        [i for i in items if i.state == "unrecognised"],
        "assertion has a verdict that is not on the scale",
        "assertions have verdicts that are not on the scale",
    )
    yield from _point(
        "unconfirmed-high",
        [i for i in items if i.state == "unconfirmed" and i.assertion.priority == "high"],
        "high-priority assertion could not be confirmed",
        "high-priority assertions could not be confirmed",
    )
    yield from _point(
        "no-correction",
        [i for i in items if i.state == "fix" and not i.assertion.correction.strip()],
        "assertion must change and has no proposed words",
        "assertions must change and have no proposed words",
    )


def _asked(queries: Iterable[Query]) -> Iterator[Point]:
    left = [query for query in queries if not query.answered]
    if left:
        verb = "is" if len(left) == 1 else "are"
        said = f"{plural(len(left), 'query', 'queries')} about the article's own words {verb} open"
        yield Point("queries", said, tuple(dict.fromkeys(i for q in left for i in q.assertions)))


def _caveats(items: Sequence[Item], findings: Sequence[Finding]) -> Iterator[Point]:
    yield from _point(
        "unconfirmed",
        [i for i in items if i.state == "unconfirmed" and i.assertion.priority != "high"],
        "assertion of lesser priority could not be confirmed",
        "assertions of lesser priority could not be confirmed",
    )
    yield from _point(
        "no-evidence",
        [i for i in items if i.state in {"confirmed", "fix"} and not i.citations],
        "assertion was settled with no evidence on record",
        "assertions were settled with no evidence on record",
    )
    yield from _point(
        "single-source-high",
        [i for i in items if i.single_source and i.assertion.priority == "high"],
        "high-priority assertion rests on one source",
        "high-priority assertions rest on one source",
    )
    warnings = [f.rule for f in findings if f.severity == "warning" and f.rule not in _REASONS]
    if warnings:
        said = f"factcheck check gives {plural(len(warnings), 'warning')}"
        yield Point("warnings", f"{said}: {tallied(Counter(warnings))}")


def _point(code: str, items: Sequence[Item], one: str, several: str) -> Iterator[Point]:
    """The point about ``items``, if there are any."""
    if items:
        ids = tuple(i.assertion.id for i in items)
        yield Point(code, plural(len(items), one, several), ids)
