"""The report as Markdown: CommonMark with GitHub's tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from factcheck.model import Detail, Query
from factcheck.report import index, wording
from factcheck.report import markdown_words as words
from factcheck.report.commonmark import address, bullets, escape, named, quote, table
from factcheck.report.index import Lot
from factcheck.report.record import STATES, Item, Point, Report, Rest, Tally, View
from factcheck.report.typography import clip


def render(report: Report) -> str:
    """The report as one Markdown document, ending with a line feed."""
    parts = (
        _head(report),
        _standing(report),
        _counts(report),
        _section("Must fix", report.must_fix, _fix),
        _section("Could not confirm", report.unconfirmed, _unsettled),
        _section("Reviewers differ", report.differ, _differing) if report.differ else (),
        _section("Check again", report.recheck, _again) if report.recheck else (),
        _section("Open", report.left, _open),
        _queries(report.queries),
        _high(report.high),
        _single(report.single_source),
        _record(report.items),
        _retired(report.retired),
        _sources(report.sources),
        _set_aside(report),
        _findings(report),
        ("## Method and limits", bullets(map(escape, wording.method(report)))),
    )
    return "\n\n".join(block for part in parts for block in part) + "\n"


def _head(report: Report) -> Iterator[str]:
    yield f"# Fact-check: {escape(report.article.title or '(no title)')}"
    yield bullets(
        f"{label[:1].upper()}{label[1:]}: {address(value)}" for label, value in wording.head(report)
    )


def _standing(report: Report) -> Iterator[str]:
    yield f"## {escape(report.standing.headline)}"
    standing = report.standing
    for lead, points in (("Because:", standing.reasons), ("Worth knowing:", standing.caveats)):
        if points:
            yield lead
            yield bullets(map(_point, points))


def _point(point: Point) -> str:
    few, more = wording.first_few(point.ids, wording.FEW)
    return escape(point.text) + (f": {words.listed(few)}{more}" if few else "")


def _counts(report: Report) -> Iterator[str]:
    if not report.items:
        return
    yield table(
        ("Verdict", "Assertions", "Meaning"),
        (
            (words.word(c.word, c.state), f"{c.number:,}", escape(c.meaning))
            for c in report.verdicts
            if c.number
        ),
        numbers={1},
    )
    for title, tallies in (("Priority", report.priorities), ("Layer", report.layers)):
        yield _tallies(title, tallies)


def _tallies(title: str, tallies: Sequence[Tally]) -> str:
    shown = [s for s in STATES if any(t.of(s) for t in tallies)]
    heads = (title, "All", *(wording.LABELS[s].capitalize() for s in shown))
    rows = (
        (escape(t.name) or "(none)", f"{t.total:,}", *(f"{t.of(s):,}" for s in shown))
        for t in tallies
    )
    return table(heads, rows, numbers=set(range(1, len(heads))))


def _section(
    title: str, items: Sequence[Item], entry: Callable[[Item], Iterator[str]]
) -> Iterator[str]:
    yield f"## {title} ({len(items):,})"
    if not items:
        yield "None."
    for item in items:
        yield f"### {_heading(item)}"
        yield from entry(item)


def _heading(item: Item) -> str:
    a = item.assertion
    facts = [words.word(a.verdict, item.state)]
    if a.priority != "normal":
        facts.append(f"{escape(a.priority)} priority")
    facts += [escape(a.layer), escape(a.kind)]
    return f"{escape(wording.called(a.id))}: " + ", ".join(fact for fact in facts if fact)


def _fix(item: Item) -> Iterator[str]:
    yield "Now:"
    yield quote(item.assertion.text)
    if item.assertion.correction.strip():
        yield "Proposed:"
        yield quote(item.assertion.correction)
    else:
        yield "No proposed words yet."
    yield _why(item)


def _again(item: Item) -> Iterator[str]:
    yield "Now:"
    yield quote(item.assertion.text)
    yield "Checked:"
    yield quote(item.assertion.recheck)
    if facts := list(_people(item)):
        yield bullets(facts)


def _unsettled(item: Item) -> Iterator[str]:
    yield quote(item.assertion.text)
    if item.assertion.correction.strip():
        yield "Proposed:"
        yield quote(item.assertion.correction)
    yield _why(item)


def _differing(item: Item) -> Iterator[str]:
    yield quote(item.assertion.text)
    yield "\n".join(map(_view, item.views))


def _view(view: View) -> str:
    inner = [f"Proposed: {escape(view.correction)}"] if view.correction.strip() else []
    inner += [f"Note: {escape(view.note)}"] if view.note.strip() else []
    inner += [f"Evidence: {words.cited(citation)}" for citation in view.citations]
    head = f"- {escape(view.reviewer.strip() or 'Nobody named')}: {words.word(view.verdict, view.state)}"
    return f"{head}\n{bullets(inner, indent='  ')}" if inner else head


def _open(item: Item) -> Iterator[str]:
    yield quote(item.assertion.text)
    facts = list(_people(item))
    details = list(map(_detail, item.assertion.details))
    if details:
        facts.append(f"Details: {'; '.join(details)}")
    facts += _findings_on(item)
    if facts:
        yield bullets(facts)


def _detail(detail: Detail) -> str:
    resolved = f" ({escape(detail.resolved)})" if detail.resolved not in {"", detail.text} else ""
    return escape(clip(detail.text, wording.FEW_WORDS)) + resolved


def _why(item: Item) -> str:
    found = list(_findings_on(item)) or ["No note and no evidence on record."]
    return bullets([*_people(item), *found])


def _people(item: Item) -> Iterator[str]:
    """Where it stands, who said it, who checked it."""
    a = item.assertion
    if place := wording.place(a):
        yield escape(place)
    if a.speaker:
        yield f"Spoken by {escape(a.speaker)}" + (" (inferred)" if a.speaker_inferred else "")
    if a.reviewer.strip():
        is_open = item.state in {"unchecked", "unrecognised"}
        yield ("With " if is_open else "Checked by ") + escape(a.reviewer)


def _findings_on(item: Item) -> Iterator[str]:
    if item.assertion.note.strip():
        yield "Note: " + escape(item.assertion.note)
    for citation in item.citations:
        yield "Evidence: " + words.cited(citation)
    if answer := wording.reply(item.assertion):
        yield "Reply: " + escape(answer)


def _queries(queries: Sequence[Query]) -> Iterator[str]:
    if queries:
        yield f"## Queries about the text ({len(queries):,})"
        yield "\n".join(map(_query, queries))


def _query(query: Query) -> str:
    inner = [f"About: {words.ids(query.assertions)}"] if query.assertions else []
    inner += [f"Why: {escape(query.why)}"] if query.why.strip() else []
    inner.append(f"Answer: {escape(query.answer)}" if query.answered else "Not answered yet.")
    return f"- {escape(query.text)}\n" + bullets(inner, indent="  ")


def _high(items: Sequence[Item]) -> Iterator[str]:
    yield f"## High priority ({len(items):,})"
    above = [
        f"{wording.LABELS[state].capitalize()}, above: {words.ids(ids)}"
        for state, ids in index.unsettled(items)
    ]
    settled = [
        f"{named(wording.called(i.assertion.id), _few_words(i))} ({words.verdict(i)})"
        for i in index.settled(items)
    ]
    yield bullets([*above, *settled]) or "None."


def _single(items: Sequence[Item]) -> Iterator[str]:
    yield f"## Resting on one source ({len(items):,})"
    yield bullets(map(_lot, index.by_source(items))) or "None."


def _lot(lot: Lot) -> str:
    head = words.reference(lot.reference)
    if lot.title:
        head = named(lot.reference, clip(lot.title, wording.FEW_WORDS))
    high = f"; of high priority: {words.ids(lot.high)}" if lot.high else ""
    if lot.high == lot.ids:
        high = ", of high priority"
    return f"{head}: {words.ids(lot.ids)}{high}"


def _few_words(item: Item) -> str:
    return clip(item.assertion.text, wording.FEW_WORDS)


def _record(items: Sequence[Item]) -> Iterator[str]:
    yield f"## Line by line ({len(items):,})"
    if not items:
        yield "None."
    for paragraph, group in groupby(items, lambda i: i.assertion.paragraph):
        yield f"### Paragraph {paragraph}"
        yield "\n".join(map(_recorded, group))


def _recorded(item: Item) -> str:
    a = item.assertion
    facts = [f"**{words.word(a.verdict, item.state)}**", escape(a.layer), escape(a.kind)]
    if a.speaker:
        facts.append(f"spoken by {escape(a.speaker)}")
    if a.reviewer.strip():
        facts.append(escape(a.reviewer))
    if item.recheck:
        facts.append("check again")
    inner = [", ".join(fact for fact in facts if fact)]
    if item.state in {"confirmed", "not-checkable"}:
        if a.correction.strip():
            inner.append("Proposed: " + escape(a.correction))
        inner += _findings_on(item)
    if not item.assertion.disagreed:
        inner += (f"Opinion: {_view(view)[2:]}" for view in item.views)
    return f"- {named(wording.called(a.id), a.text)}\n" + bullets(inner, indent="  ")


def _retired(items: Sequence[Item]) -> Iterator[str]:
    if items:
        yield f"## No longer in the article ({len(items):,})"
        yield bullets(
            f"{named(wording.called(i.assertion.id), i.assertion.text)} ({words.verdict(i)})"
            for i in items
        )


def _sources(rests: Sequence[Rest]) -> Iterator[str]:
    yield f"## Sources ({len(rests):,})"
    if not rests:
        yield "None."
        return
    yield "\n".join(map(_source, rests))


def _source(rest: Rest) -> str:
    inner: list[str] = []
    if rest.source is None:
        missing = "" if rest.known else " is not described in the worksheet"
        head = words.reference(rest.reference) + missing
    else:
        title = rest.source.title or rest.source.file or "(no title)"
        head = named(rest.reference, title)
        about = wording.about(rest.source)
        inner += [", ".join(map(escape, about))] if about else []
        for label, place in wording.places(rest.source):
            inner.append(
                f"{label[:1].upper()}{label[1:]}: {address(place)}" if label else address(place)
            )
    parts = (
        ("Bears on", rest.bears),
        ("Contradicts", rest.contradicts),
        ("Context for", rest.context),
        ("The only evidence for", rest.alone),
    )
    inner += [f"{label}: {words.ids(ids)}" for label, ids in parts if ids]
    if not rest.used:
        inner.append("Nothing rests on it.")
    return f"- {head}\n" + bullets(inner, indent="  ")


def _set_aside(report: Report) -> Iterator[str]:
    yield f"## Set aside as not checkable ({len(report.set_aside):,})"
    if not report.set_aside:
        yield "None."
        return
    yield bullets(
        f"Sentence {s.sentence}, {escape(s.reason)}: {escape(s.text)}" for s in report.set_aside
    )


def _findings(report: Report) -> Iterator[str]:
    if report.faults:
        yield f"## What factcheck check finds ({len(report.faults):,})"
        yield bullets(
            f"{escape(f.severity)}, line {f.line}: {escape(f.message)} ({escape(f.rule)})"
            for f in report.faults
        )
