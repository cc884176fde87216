"""What became of every assertion, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.report.changes import Piece, compare
from factcheck.report.layout import Page, flow, heading, labelled, page, sign
from factcheck.report.typography import Line, Run, tidy
from factcheck.report.wording import plural, ranges
from factcheck.updating.normal import same, words
from factcheck.updating.record import STATES, Carried, Outcome, State

_TITLES: dict[State, str] = {
    "unchanged": "Unchanged: the same words, the same sentence",
    "moved": "Moved: the same words elsewhere",
    "reworded": "Reworded: other words, or other words around them",
    "gone": "Gone: kept as [[retired]]",
    "back": "Back: retired before, in the article again",
    "new": "New",
}
_LISTED: tuple[State, ...] = ("unchanged", "moved")


def lines(outcome: Outcome, cells: int) -> Iterator[Line]:
    """The table for a terminal ``cells`` wide; never wider than 100."""
    groups = {state: [c for c in outcome.carried if c.state == state] for state in STATES}
    ids = [c.before.id for c in outcome.carried] + [each.id for each in outcome.new]
    sheet = page(cells, ids)
    yield from _summary(sheet, outcome, groups)
    for state, group in groups.items():
        if group:
            yield from heading(sheet, _TITLES[state], len(group))
            yield from _group(sheet, group, listed=state in _LISTED)
    if outcome.new:
        yield from heading(sheet, _TITLES["new"], len(outcome.new))
        for each in outcome.new:
            first = sign(sheet, None, each.id)
            yield from flow(sheet, (each.text, ""), indent=sheet.hang, first=first)


def _group(sheet: Page, group: Sequence[Carried], *, listed: bool) -> Iterator[Line]:
    """Each with its words; where they are ``listed`` by number only those that are to be checked again."""
    if listed:
        yield from flow(sheet, (", ".join(map(tidy, ranges(c.before.id for c in group))), "id"))
    for carried in group:
        if carried.recheck or not listed:
            yield from _entry(sheet, carried)


def _summary(sheet: Page, outcome: Outcome, groups: dict[State, list[Carried]]) -> Iterator[Line]:
    numbers = [(len(group), state) for state, group in groups.items()]
    numbers = [*((n, s) for n, s in numbers if s != "new"), (len(outcome.new), "new")]
    now = len([c for c in outcome.carried if c.now is not None]) + len(outcome.new)
    before = len([c for c in outcome.carried if not c.retired])
    yield from flow(sheet, (outcome.article.title or "(no title)", "title"))
    told = ", ".join(f"{number:,} {state}" for number, state in numbers if number)
    yield from flow(sheet, (f"{plural(before, 'assertion')} before, {now:,} now: {told}", ""))
    if outcome.rechecks:
        verb = "has" if len(outcome.rechecks) == 1 else "have"
        said = f"{plural(len(outcome.rechecks), 'verdict')} {verb} to be checked again: "
        listed = ", ".join(map(tidy, ranges(c.before.id for c in outcome.rechecks)))
        yield from flow(sheet, (said, "strong"), (listed, "id"))


def _entry(sheet: Page, carried: Carried) -> Iterator[Line]:
    first = sign(sheet, None, carried.before.id)
    if carried.now is None:
        yield from flow(sheet, (carried.before.text, ""), indent=sheet.hang, first=first)
        if carried.before.verdict:
            yield from labelled(sheet, "verdict", (carried.before.verdict, "muted"))
        return
    told = carried.recheck or carried.before.text
    if same(told, carried.now.text):
        yield from flow(sheet, (carried.now.text, ""), indent=sheet.hang, first=first)
        return
    if f" {words(carried.now.text)} " in f" {words(told)} ":
        yield from flow(sheet, (carried.now.text, ""), indent=sheet.hang, first=first)
        yield from labelled(sheet, "stood in", (" ".join(told.split()), "muted"))
        return
    was, now = compare(told, carried.now.text)
    yield from flow(sheet, *_marked(now, "now"), indent=sheet.hang, first=first)
    yield from labelled(sheet, "was", *_marked(was, "was"))


def _marked(pieces: Sequence[Piece], role: str) -> Iterator[Run]:
    for text, touched in pieces:
        yield (text, role if touched else "")
