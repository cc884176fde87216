"""How the terminal report shows one assertion, one piece of evidence, one source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.checks.characters import width
from factcheck.model import Query, SetAside
from factcheck.report import wording
from factcheck.report.changes import Piece, compare
from factcheck.report.index import Lot
from factcheck.report.layout import GLYPHS, MARGIN, Page, flow, labelled, sign
from factcheck.report.record import Citation, Item, Rest, State
from factcheck.report.typography import Line, Run, clip, tidy

DOT: Run = ("\u00a0· ", "faint")  # a line may end with the dot, never begin with it
_SHORT = 24
"""Longest verdict or reference that the index gives a whole column to."""


def fix(page: Page, item: Item) -> Iterator[Line]:
    """What must change: the words now, the words proposed, why."""
    yield from _title(page, item)
    now, proposed = compare(item.assertion.text, item.assertion.correction)
    yield from labelled(page, "now", *_marked(now, "was"))
    if item.assertion.correction.strip():
        yield from labelled(page, "proposed", *_marked(proposed, "now"))
    else:
        yield from labelled(page, "proposed", ("no proposed words yet", "warning"))
    yield from _why(page, item)


def again(page: Page, item: Item) -> Iterator[Line]:
    """What has to be checked again: the words now, what was checked."""
    yield from _title(page, item)
    was, now = compare(item.assertion.recheck, item.assertion.text)
    yield from labelled(page, "now", *_marked(now, "now"))
    yield from labelled(page, "checked", *_marked(was, "was"))


def unsettled(page: Page, item: Item) -> Iterator[Line]:
    """What could not be confirmed: the words, softer ones if proposed, and what was tried."""
    yield from _title(page, item)
    yield from flow(page, (item.assertion.text, ""), indent=page.hang)
    if item.assertion.correction.strip():
        yield from labelled(page, "proposed", (item.assertion.correction, "now"))
    yield from _why(page, item)


def differing(page: Page, item: Item) -> Iterator[Line]:
    """What reviewers differ on: the words, and what each of them found."""
    yield from _title(page, item)
    yield from flow(page, (item.assertion.text, ""), indent=page.hang)
    yield from _views(page, item)


def _views(page: Page, item: Item) -> Iterator[Line]:
    for view in item.views:
        name: Run = (view.reviewer.strip() or "nobody named", "strong")
        word: Run = (wording.verdict(view.verdict, view.state), view.state)
        yield from labelled(page, "opinion", name, (": ", ""), word)
        if view.correction.strip():
            yield from labelled(page, "", ("proposed: ", "muted"), (view.correction.strip(), "now"))
        if view.note.strip():
            yield from labelled(page, "", (view.note.strip(), ""))
        for citation in view.citations:
            yield from labelled(page, "", *_cited(citation))


def unchecked(page: Page, item: Item) -> Iterator[Line]:
    """What nobody has settled: the words, and the details to compare in them."""
    yield from _title(page, item)
    yield from flow(page, (item.assertion.text, ""), indent=page.hang)
    details: list[Run] = []
    for detail in item.assertion.details:
        details += [DOT] if details else []
        details.append((clip(detail.text, wording.FEW_WORDS), ""))
        if detail.resolved not in {"", detail.text}:
            details.append((f" ({detail.resolved})", "muted"))
    if details:
        yield from labelled(page, "details", *details)
    if item.assertion.note.strip() or item.citations or wording.reply(item.assertion):
        yield from _why(page, item, label="so far")


def query(page: Page, asked: Query) -> Iterator[Line]:
    """What does not fit in the article: the question, the proof, the answer if there is one."""
    glyph: Run = ("–", "muted") if asked.answered else ("?", "warning")
    yield from flow(page, (asked.text, "strong"), indent=page.hang, first=((MARGIN, ""), glyph))
    if asked.assertions:
        yield from labelled(page, "about", _numbers(asked.assertions))
    if asked.why.strip():
        yield from labelled(page, "why", (asked.why, ""))
    answer: Run = (asked.answer.strip(), "") if asked.answered else ("not answered yet", "warning")
    yield from labelled(page, "answer", answer)


def line_of(page: Page, item: Item, column: int) -> Line:
    """One line of an index: sign, id, verdict in ``column`` cells, the words cut to fit."""
    shown = clip(wording.verdict(item.assertion.verdict, item.state), column)
    lead = sign(page, item.state, item.assertion.id)
    taken = sum(width(t) for t, _ in lead)
    gap = " " * max(1, page.hang - taken)
    pad = " " * (column - width(shown) + 2)
    room = page.cells - max(page.hang, taken + 1) - column - 2
    words = clip(item.assertion.text, room)
    return (*lead, (gap, ""), (shown, item.state), (pad + words, ""))


def column_for(texts: Iterable[str]) -> int:
    """Cells for the middle column of an index with these ``texts``."""
    return min(max(map(width, map(tidy, texts)), default=0), _SHORT)


def above(page: Page, state: State, ids: Iterable[str]) -> Iterator[Line]:
    """The assertions of a state, by number: a section above has their words."""
    first: Line = ((MARGIN, ""), (GLYPHS[state], state))
    runs = ((f"{wording.LABELS[state]}, above: ", ""), _numbers(ids))
    yield from flow(page, *runs, indent=len(MARGIN) + 2, first=first)


def lot(page: Page, lot: Lot) -> Iterator[Line]:
    """A source and the numbers of what rests on it alone."""
    runs: list[Run] = [(lot.reference, "source")]
    if lot.title:
        title = clip(lot.title, wording.FEW_WORDS)
        runs = [("[", "muted"), *runs, ("] ", "muted"), (title, "")]
    runs += [(": ", ""), _numbers(lot.ids)]
    if lot.high == lot.ids:
        runs.append((", of high priority", "muted"))
    elif lot.high:
        runs += [("; of high priority: ", "muted"), _numbers(lot.high)]
    yield from flow(page, *runs, indent=len(MARGIN) + 2, first=((MARGIN, ""), ("–", "muted")))


def _numbers(ids: Iterable[str]) -> Run:
    return ", ".join(map(tidy, wording.ranges(ids))), "id"


def recorded(page: Page, item: Item) -> Iterator[Line]:
    """One entry of the line-by-line record; evidence in full where no section above has it."""
    a = item.assertion
    first = sign(page, item.state, a.id)
    yield from flow(page, (a.text, ""), indent=page.hang, first=first)
    facts: list[Run] = [(wording.verdict(a.verdict, item.state), item.state)]
    if a.priority == "high":
        facts.append(("high priority", "high"))
    facts += [(a.layer, "muted"), (a.kind, "muted")]
    if a.speaker:
        facts.append((f"spoken by {a.speaker}", "muted"))
    if a.reviewer.strip():
        facts.append((a.reviewer, "muted"))
    if item.recheck:
        facts.append(("check again", "warning"))
    yield from flow(page, *_joined(facts), indent=page.hang)
    if item.state in {"confirmed", "not-checkable"}:
        if a.correction.strip():
            yield from flow(page, ("proposed: ", "muted"), (a.correction, ""), indent=page.hang)
        if a.note.strip():
            yield from flow(page, (a.note, ""), indent=page.hang)
        for citation in item.citations:
            yield from flow(page, *_cited(citation, titled=False), indent=page.hang)
        if answer := wording.reply(a):
            yield from flow(page, ("reply: ", "muted"), (answer, ""), indent=page.hang)
    if not a.disagreed:
        yield from _views(page, item)


def source(page: Page, rest: Rest, column: int) -> Iterator[Line]:
    """A source, its id in a column of its own, what is known of it, and what rests on it."""
    indent = len(MARGIN) + column + 2
    described = rest.source
    if described is None:
        if rest.known:
            yield from flow(page, (rest.reference, "source"), indent=indent, first=((MARGIN, ""),))
        else:
            told = ("not described in the worksheet", "warning")
            first = ((MARGIN, ""), (tidy(rest.reference), "id"))
            yield from flow(page, told, indent=indent, first=first)
    else:
        title = described.title or described.file or "(no title)"
        first = ((MARGIN, ""), (tidy(rest.reference), "id"))
        yield from flow(page, (title, "strong"), indent=indent, first=first)
        about = wording.about(described)
        if about:
            yield from flow(page, *_joined([(fact, "") for fact in about]), indent=indent)
        for label, place in wording.places(described):
            shown = f"{label} " if label else ""
            yield from flow(page, (shown, "muted"), (place, "source"), indent=indent)
    yield from flow(page, *_uses(rest), indent=indent)


def set_aside(page: Page, entry: SetAside, column: int) -> Iterator[Line]:
    """A sentence that was set aside, with its number and the reason."""
    first: Line = (
        (MARGIN, ""),
        (f"sentence {entry.sentence:>{column}}", "muted"),
        ("  " + tidy(entry.reason), ""),
    )
    yield from flow(page, (entry.text, "muted"), indent=26 + column, first=first)


def _title(page: Page, item: Item) -> Iterator[Line]:
    a = item.assertion
    facts: list[Run] = [(wording.verdict(a.verdict, item.state), item.state)]
    facts.append((wording.place(a), "muted"))
    if a.priority != "normal":
        facts.append((f"{a.priority} priority", "high" if a.priority == "high" else "muted"))
    facts += [(a.layer, "muted"), (a.kind, "muted")]
    if a.speaker:
        guessed = " (inferred)" if a.speaker_inferred else ""
        facts.append((f"spoken by {a.speaker}{guessed}", "muted"))
    if a.reviewer.strip():
        with_whom = "with " if item.state in {"unchecked", "unrecognised"} else "checked by "
        facts.append((with_whom + a.reviewer, "muted"))
    yield from flow(page, *_joined(facts), indent=page.hang, first=sign(page, item.state, a.id))


def _why(page: Page, item: Item, label: str = "why") -> Iterator[Line]:
    if item.assertion.note.strip():
        yield from labelled(page, label, (item.assertion.note.strip(), ""))
        label = ""
    for citation in item.citations:
        yield from labelled(page, label, *_cited(citation))
        label = ""
    if label:
        yield from labelled(page, label, ("no note and no evidence on record", "warning"))
    if answer := wording.reply(item.assertion):
        yield from labelled(page, "reply", (answer, ""))


def _cited(citation: Citation, *, titled: bool = True) -> Iterator[Run]:
    if titled and (name := wording.named(citation.source)):
        yield ("[", "muted")
        yield (citation.reference, "source")
        yield ("] ", "muted")
        yield (name, "")
    else:
        yield (citation.reference, "source")
    if not citation.known:
        yield (" (not described in the worksheet)", "warning")
    if citation.locator:
        yield (f", {citation.locator}", "")
    if citation.stance:
        yield (f", {citation.stance}", "muted")
    if citation.passage.strip():
        yield (": “", "")
        yield (citation.passage.strip(), "passage")
        yield ("”", "")


def _uses(rest: Rest) -> Iterator[Run]:
    if not rest.used:
        yield ("nothing rests on it", "muted")
    parts = (
        ("bears on", rest.bears),
        ("contradicts", rest.contradicts),
        ("context for", rest.context),
        ("the only evidence for", rest.alone),
    )
    for number, (label, ids) in enumerate((label, ids) for label, ids in parts if ids):
        if number:
            yield DOT
        yield (f"{label} ", "muted")
        yield _numbers(ids)


def _joined(runs: Sequence[Run]) -> Iterator[Run]:
    for number, run in enumerate(run for run in runs if run[0]):
        if number:
            yield DOT
        yield run


def _marked(pieces: Iterable[Piece], role: str) -> Iterator[Run]:
    for text, touched in pieces:
        yield (text, role if touched else "")
