"""The sources of a worksheet as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks.characters import width
from factcheck.report import wording
from factcheck.report.layout import MARGIN, Page, flow, heading, page
from factcheck.report.typography import Line, Run, clip, tidy
from factcheck.sourcing.listing import Listed, Listing

_LABEL = 12
_COPIES = {"none": "", "kept": "as it was saved", "changed": "changed since", "gone": "not there"}
_LONGEST_ID = 14


def lines(listing: Listing, cells: int) -> Iterator[Line]:
    """Each source with its tier, what rests on it and what is missing, for a terminal ``cells`` wide, 100 at most."""
    sheet = page(cells, ())
    yield from flow(sheet, (listing.title or "(no title)", "title"))
    if listing.policy:
        yield from flow(sheet, ("the house asks for ", "muted"), ("; ".join(listing.policy), ""))
    described = [each for each in listing.sources if each.rest.source]
    others = [each for each in listing.sources if not each.rest.source]
    yield from heading(sheet, "Sources", len(described))
    for each in described:
        yield from _source(sheet, each, _column(described))
    if others:
        yield from heading(sheet, "Not described", len(others))
        for each in others:
            yield from _source(sheet, each, 0)


def _column(listed: list[Listed]) -> int:
    longest = max((width(tidy(each.rest.reference)) for each in listed), default=0)
    return min(longest, _LONGEST_ID) + 2


def _source(sheet: Page, listed: Listed, column: int) -> Iterator[Line]:
    rest = listed.rest
    indent = len(MARGIN) + column
    if source := rest.source:
        first: Line = ((MARGIN, ""), (clip(wording.called(rest.reference), _LONGEST_ID), "id"))
        title = source.title.strip() or "(no title)"
        yield from flow(sheet, (title, "strong"), indent=indent, first=first)
        facts = wording.about(source)
        if facts:
            yield from flow(sheet, (" · ".join(facts), ""), indent=indent)
        for label, place in wording.places(source):
            if label != "SHA-256":
                known = f" ({_COPIES[listed.copy]})" if label == "file" else ""
                runs: tuple[Run, ...] = ((place, "source"), (known, "muted"))
                yield from _labelled(sheet, indent, label or "at", *runs)
    elif rest.known:
        yield from flow(sheet, (rest.reference, "source"), indent=indent)
    else:
        yield from flow(sheet, (rest.reference, "id"), indent=indent)
    for label, told in _rests(listed):
        yield from _labelled(sheet, indent, label, (told, ""))
    if listed.missing:
        yield from _labelled(sheet, indent, "missing", ("; ".join(listed.missing), "warning"))


def _labelled(sheet: Page, indent: int, label: str, *runs: Run) -> Iterator[Line]:
    first: Line = ((" " * indent, ""), (label, "muted"))
    yield from flow(sheet, *runs, indent=indent + max(_LABEL, len(label)) + 1, first=first)


def _rests(listed: Listed) -> Iterator[tuple[str, str]]:
    """What becomes of the rest without it, as ``(label, words)``."""
    rest = listed.rest
    told = []
    if listed.falls:
        told.append(f"{_ids(listed.falls)} {'falls' if len(listed.falls) == 1 else 'fall'}")
    if listed.weakens:
        verb = "rests" if len(listed.weakens) == 1 else "rest"
        told.append(f"{_ids(listed.weakens)} {verb} on less than the house asks for")
    nothing = "nothing falls" if rest.used else "nothing falls: no evidence names it"
    yield "if it falls", "; ".join(told) or nothing
    left = [each for each in rest.bears if each not in (*listed.falls, *listed.weakens)]
    if left:
        yield "also behind", _ids(left)
    if rest.context:
        yield "context for", _ids(rest.context)


def _ids(ids: tuple[str, ...] | list[str]) -> str:
    return wording.enumerated(wording.ranges(ids))
