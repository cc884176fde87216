"""The report as Markdown: CommonMark with GitHub's tables.

Every word of an article or a worksheet is escaped: it shows as it was written and never becomes
markup, HTML, an entity, a link or a formula. Stretches of spaces become one, as Markdown has it; control
characters are made visible. What a particular site does after rendering (it may make something of
``@name``, ``:smile:`` or an e-mail address) cannot be escaped away.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from factcheck.checks.characters import visible
from factcheck.report import wording
from factcheck.report.record import STATES, Citation, Item, Point, Report, Rest, State, Tally

_MARKUP = re.compile(
    r"[\\`*_\[\]<>&|~#$]|(?<=http):|(?<=https):|(?<=ftp):|(?<=www)\.", re.IGNORECASE
)
_BLOCK_START = re.compile(r"[-+=:]|\d{1,9}(?=[.)])")
_URL = re.compile(r"https?://[^\s<>\\]+", re.IGNORECASE)
_HASH = re.compile(r"[0-9a-f]{64}")


def escape(text: str) -> str:
    """``text`` on one line, as Markdown that shows exactly its words."""
    flat = " ".join(re.split("[ \t\n]+", visible(text))).strip(" ")
    escaped = _MARKUP.sub(lambda m: "\\" + m.group(), flat)
    start = _BLOCK_START.match(escaped)
    if start is None:
        return escaped
    if escaped[0].isdigit():
        return f"{start.group()}\\{escaped[start.end() :]}"
    return "\\" + escaped


def render(report: Report) -> str:
    """The report as one Markdown document, ending with a line feed."""
    parts = (
        _head(report),
        _standing(report),
        _counts(report),
        _section("Must fix", report.must_fix, _fix),
        _section("Could not confirm", report.unconfirmed, _unsettled),
        _section("Open", report.open, _open),
        _index("High priority", report.high, _verdict),
        _index("Resting on one source", report.single_source, lambda i: _reference(i.rests_on[0])),
        _record(report.items),
        _sources(report.sources),
        _set_aside(report),
        _findings(report),
        ("## Method and limits", _bullets(map(escape, wording.method(report)))),
    )
    return "\n\n".join(block for part in parts for block in part) + "\n"


def _head(report: Report) -> Iterator[str]:
    yield f"# Fact-check: {escape(report.article.title or '(no title)')}"
    yield _bullets(
        f"{label[:1].upper()}{label[1:]}: {_address(value)}"
        for label, value in wording.head(report)
    )


def _standing(report: Report) -> Iterator[str]:
    yield f"## {escape(report.standing.headline)}"
    standing = report.standing
    for lead, points in (("Because:", standing.reasons), ("Worth knowing:", standing.caveats)):
        if points:
            yield lead
            yield _bullets(map(_point, points))


def _point(point: Point) -> str:
    few, more = wording.first_few(point.ids, wording.FEW)
    return escape(point.text) + (f": {_ids(few)}{more}" if few else "")


def _counts(report: Report) -> Iterator[str]:
    if not report.items:
        return
    yield _table(
        ("Verdict", "Assertions", "Meaning"),
        (
            (_word(c.word, c.state), f"{c.number:,}", escape(c.meaning))
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
    return _table(heads, rows, numbers=set(range(1, len(heads))))


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
    facts = [_word(a.verdict, item.state)]
    if a.priority != "normal":
        facts.append(f"{escape(a.priority)} priority")
    facts += [escape(a.layer), escape(a.kind)]
    return f"{escape(a.id)}: " + ", ".join(fact for fact in facts if fact)


def _fix(item: Item) -> Iterator[str]:
    yield "Now:"
    yield _quote(item.assertion.text)
    if item.assertion.correction.strip():
        yield "Proposed:"
        yield _quote(item.assertion.correction)
    else:
        yield "No proposed words yet."
    yield _why(item)


def _unsettled(item: Item) -> Iterator[str]:
    yield _quote(item.assertion.text)
    if item.assertion.correction.strip():
        yield "Proposed:"
        yield _quote(item.assertion.correction)
    yield _why(item)


def _open(item: Item) -> Iterator[str]:
    yield _quote(item.assertion.text)
    facts = list(_people(item))
    ticks = [
        escape(d.text) + (f" ({escape(d.resolved)})" if d.resolved not in {"", d.text} else "")
        for d in item.assertion.details
    ]
    if ticks:
        facts.append(f"To tick: {'; '.join(ticks)}")
    facts += _findings_on(item)
    if facts:
        yield _bullets(facts)


def _why(item: Item) -> str:
    found = list(_findings_on(item)) or ["No note and no evidence on record."]
    return _bullets([*_people(item), *found])


def _people(item: Item) -> Iterator[str]:
    a = item.assertion
    if a.speaker:
        yield f"Spoken by {escape(a.speaker)}" + (" (inferred)" if a.speaker_inferred else "")
    if a.reviewer.strip():
        is_open = item.state in {"unchecked", "unrecognised"}
        yield ("With " if is_open else "Checked by ") + escape(a.reviewer)


def _findings_on(item: Item) -> Iterator[str]:
    if item.assertion.note.strip():
        yield "Note: " + escape(item.assertion.note)
    for citation in item.citations:
        yield "Evidence: " + _cited(citation)


def _index(title: str, items: Sequence[Item], what: Callable[[Item], str]) -> Iterator[str]:
    yield f"## {title} ({len(items):,})"
    if not items:
        yield "None."
        return
    yield _bullets(f"{_named(i.assertion.id, i.assertion.text)} ({what(i)})" for i in items)


def _record(items: Sequence[Item]) -> Iterator[str]:
    yield f"## Line by line ({len(items):,})"
    if not items:
        yield "None."
    for paragraph, group in groupby(items, lambda i: i.assertion.paragraph):
        yield f"### Paragraph {paragraph}"
        yield "\n".join(map(_recorded, group))


def _recorded(item: Item) -> str:
    a = item.assertion
    facts = [f"**{_word(a.verdict, item.state)}**", escape(a.layer), escape(a.kind)]
    if a.speaker:
        facts.append(f"spoken by {escape(a.speaker)}")
    if a.reviewer.strip():
        facts.append(escape(a.reviewer))
    inner = [", ".join(fact for fact in facts if fact)]
    if item.state in {"confirmed", "not-checkable"}:
        if a.correction.strip():
            inner.append("Proposed: " + escape(a.correction))
        inner += _findings_on(item)
    return f"- {_named(a.id, a.text)}\n" + _bullets(inner, indent="  ")


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
        head = _reference(rest.reference) + missing
    else:
        title = rest.source.title or rest.source.file or "(no title)"
        head = _named(rest.reference, title)
        about = wording.about(rest.source)
        inner += [", ".join(map(escape, about))] if about else []
        for label, place in wording.places(rest.source):
            inner.append(
                f"{label[:1].upper()}{label[1:]}: {_address(place)}" if label else _address(place)
            )
    parts = (
        ("Bears on", rest.bears),
        ("Contradicts", rest.contradicts),
        ("Context for", rest.context),
        ("The only evidence for", rest.alone),
    )
    inner += [f"{label}: {_ids(ids)}" for label, ids in parts if ids]
    if not rest.used:
        inner.append("Nothing rests on it.")
    return f"- {head}\n" + _bullets(inner, indent="  ")


def _set_aside(report: Report) -> Iterator[str]:
    yield f"## Set aside as not checkable ({len(report.set_aside):,})"
    if not report.set_aside:
        yield "None."
        return
    yield _bullets(
        f"Sentence {s.sentence}, {escape(s.reason)}: {escape(s.text)}" for s in report.set_aside
    )


def _findings(report: Report) -> Iterator[str]:
    if report.faults:
        yield f"## What factcheck check finds ({len(report.faults):,})"
        yield _bullets(
            f"{escape(f.severity)}, line {f.line}: {escape(f.message)} ({escape(f.rule)})"
            for f in report.faults
        )


def _verdict(item: Item) -> str:
    return _word(item.assertion.verdict, item.state)


def _word(verdict: str, state: State) -> str:
    return escape(wording.verdict(verdict, state))


def _reference(reference: str) -> str:
    return _address(reference) if _URL.fullmatch(reference) else escape(reference)


def _address(place: str) -> str:
    """A web address as a link, a hash as code, anything else as words: no other scheme links."""
    if _URL.fullmatch(place) and visible(place) == place:
        return f"<{place}>"
    return f"`{place}`" if _HASH.fullmatch(place) else escape(place)


def _cited(citation: Citation) -> str:
    text = _reference(citation.reference)
    if citation.source and citation.source.title:
        text = f"\\[{text}\\] {escape(citation.source.title)}"
    if not citation.known:
        text += " (not described in the worksheet)"
    text += "".join(f", {escape(part)}" for part in (citation.locator, citation.stance) if part)
    return text + (f": “{escape(citation.passage)}”" if citation.passage.strip() else "")


def _ids(ids: Iterable[str]) -> str:
    return ", ".join(map(escape, ids))


def _quote(text: str) -> str:
    """``text`` as a block quotation, its own lines kept."""
    shown = [escape(line) for line in visible(text).split("\n")]
    return "\n>\n".join(f"> {line}" for line in shown if line) or "> (no words)"


def _named(name: str, text: str) -> str:
    """``name`` in bold, then ``text``; both escaped."""
    bold = escape(name.strip())
    return f"**{bold}** {escape(text)}" if bold else escape(text)


def _bullets(entries: Iterable[str], indent: str = "") -> str:
    return "\n".join(f"{indent}- {entry}" for entry in entries)


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]], numbers: set[int]) -> str:
    rule = ("---:" if column in numbers else "---" for column in range(len(heads)))
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, rule, *rows))
