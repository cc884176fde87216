"""How the terminal report lays out its parts: margins, hanging blocks, the bar, tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.checks.characters import width
from factcheck.report.record import STATES, State, Tally
from factcheck.report.typography import Line, Run, clip, tidy, wrap
from factcheck.report.wording import LABELS, called

WIDEST = 100
"""Cells; a longer line is hard to read, however wide the terminal."""
MARGIN = "  "
GLYPHS: dict[State, str] = {
    "confirmed": "█",
    "fix": "▞",
    "unconfirmed": "▒",
    "not-checkable": "─",
    "unchecked": "·",
    "unrecognised": "?",
}
"""One sign a state, told apart without colour."""
_HEADS: dict[State, tuple[str, str]] = {
    "confirmed": ("", "confirmed"),
    "fix": ("", "to fix"),
    "unconfirmed": ("could not", "confirm"),
    "not-checkable": ("not", "checkable"),
    "unchecked": ("", "unchecked"),
    "unrecognised": ("not on", "the scale"),
}


@dataclass(frozen=True, slots=True)
class Page:
    """``cells`` is the width of the page with its left margin, ``ids`` that of the id column."""

    cells: int
    ids: int

    @property
    def hang(self) -> int:
        """Where the words of an entry begin: after margin, sign, id and two spaces."""
        return len(MARGIN) + 2 + self.ids + 2


def page(cells: int, ids: Iterable[str]) -> Page:
    """A page for a terminal ``cells`` wide that has to show ``ids``."""
    longest = max((width(tidy(called(i))) for i in ids), default=1)
    return Page(max(24, min(cells, WIDEST)), min(longest, 8))


def blank() -> Line:
    """An empty line."""
    return ()


def flow(page: Page, *runs: Run, indent: int = len(MARGIN), first: Line = ()) -> Iterator[Line]:
    """``runs`` wrapped at ``indent``; ``first`` stands in the space before the first line.

    Where ``first`` needs more than ``indent`` cells it gets a line of its own.
    """
    taken = sum(width(text) for text, _ in first)
    margin: Line = ((" " * indent, ""),)
    lead: Line = (*first, (" " * (indent - taken), ""))
    if first and taken >= indent:
        yield from [first] if taken <= page.cells else _wrapped(page, first)
        lead, first = margin, ()
    for line in wrap(runs, page.cells - indent):
        yield (*lead, *line)
        lead, first = margin, ()
    if first:
        yield first


def _wrapped(page: Page, line: Line) -> Iterator[Line]:
    for part in wrap(line, page.cells - len(MARGIN)):
        yield ((MARGIN, ""), *part)


def heading(page: Page, title: str, number: int | None = None) -> Iterator[Line]:
    """A blank line, the title, how many entries it has, and a rule to the page's edge."""
    yield blank()
    shown = "" if number is None else f" {number:,}" if number else " none"
    rule = page.cells - len(MARGIN) - width(title) - len(shown) - 1
    yield ((MARGIN, ""), (title, "heading"), (shown, "strong"), (" " + "─" * rule, "rule"))


def sign(page: Page, state: State | None, identity: str) -> Line:
    """The margin of an entry: its state's sign and its id, right-aligned."""
    glyph: Run = (GLYPHS[state], state) if state else (" ", "")
    name = tidy(called(identity))
    return ((MARGIN, ""), glyph, (" " * max(1, 1 + page.ids - width(name)), ""), (name, "id"))


def labelled(page: Page, label: str, *runs: Run, column: int = 10) -> Iterator[Line]:
    """A quiet label under an entry and its words beside it."""
    first = ((" " * page.hang, ""), (label, "muted"))
    yield from flow(page, *runs, indent=page.hang + column, first=first)


def bar(tally: Tally, cells: int) -> Line:
    """``cells`` cells shared out by state: proportional, and at least one for any that occurs."""
    present = [(state, n) for state, n in zip(STATES, tally.numbers, strict=True) if n]
    if not present:
        return ()
    shares = [max(1.0, n * cells / tally.total) for _, n in present]
    whole = [int(share) for share in shares]
    # The largest remainders get the cells left over; the longest stretch gives back any excess.
    by_rest = sorted(range(len(whole)), key=lambda i: whole[i] - shares[i])
    for i in by_rest[: max(0, cells - sum(whole))]:
        whole[i] += 1
    while sum(whole) > cells and max(whole) > 1:
        whole[whole.index(max(whole))] -= 1
    return tuple((GLYPHS[state] * n, state) for (state, _), n in zip(present, whole, strict=True))


def legend(page: Page, tally: Tally) -> Iterator[Line]:
    """Each state that occurs with its sign and number, as many to a line as fit."""
    line: list[Run] = [(MARGIN, "")]
    used = len(MARGIN)
    for state in STATES:
        number = tally.of(state)
        if not number:
            continue
        text = f" {LABELS[state]} {number:,}"
        if used + 1 + len(text) > page.cells and len(line) > 1:
            yield tuple(line)
            line, used = [(MARGIN, "")], len(MARGIN)
        line += [(GLYPHS[state], state), (text, ""), ("   ", "")]
        used += 1 + len(text) + 3
    yield tuple(line[:-1])


def table(page: Page, groups: Mapping[str, Sequence[Tally]]) -> Iterator[Line]:
    """Numbers by state, a row for each tally, the groups below one another under one head.

    Heads are words on two lines where these fit, else the signs of the legend.
    """
    everything = [t for tallies in groups.values() for t in tallies]
    shown = [s for s in STATES if any(t.of(s) for t in everything)]
    first = max(width(tidy(name)) for name in (*groups, *(t.name for t in everything)))
    first = min(first, 24)
    words = len(MARGIN) + first + 6 + sum(2 + max(map(len, _HEADS[s])) for s in shown) <= page.cells
    if not words:
        first = max(8, min(first, page.cells - len(MARGIN) - 6 * (1 + len(shown))))
    heads = [_HEADS[s] if words else ("", GLYPHS[s]) for s in shown]
    sizes = [4, *(max(4, *map(len, head)) for head in heads)]
    for number, (title, tallies) in enumerate(groups.items()):
        if number:
            yield blank()
        top, low = zip(("", "all"), *heads, strict=True)
        if words and not number and any(top):
            yield _row("", "muted", first, top, sizes)
        yield _row(title, "muted", first, low if not (words and number) else (), sizes)
        for tally in tallies:
            numbers = (tally.total, *(tally.of(s) for s in shown))
            name = clip(tally.name or "(none)", first)
            yield _row(name, "", first, [f"{n:,}" for n in numbers], sizes)


def _row(name: str, role: str, first: int, cells: Sequence[str], sizes: Sequence[int]) -> Line:
    padded = name + " " * max(0, first - width(name))
    return (
        (MARGIN, ""),
        (padded, role),
        *(
            ("  " + cell.rjust(size), "faint" if cell == "0" else role)
            for cell, size in zip(cells, sizes, strict=False)
        ),
    )
