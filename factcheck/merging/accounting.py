"""What people wrote in two worksheets is in the merged one, or nothing is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck.errors import LostError
from factcheck.merging.halves import Half, half
from factcheck.merging.moving import Moves
from factcheck.merging.notes import entries, names
from factcheck.merging.record import Settled
from factcheck.merging.regions import Region, Regions, regions
from factcheck.model import Assertion
from factcheck.worksheet import Document, layout
from factcheck.worksheet.format import TABLES

_OWNERS = ("assertion", "retired")


def audit(of: Regions, after: Document, settled: Sequence[Settled], moves: Moves) -> None:
    """Raise :class:`LostError` unless ``after`` has what both sides have, but for what was taken away.

    Findings must be as they were settled. Comments and the values of other keys must be there, be it
    as a comment; a source's, a query's and an unknown key's as they are written.
    """
    if after.problems:
        raise LostError("the merged worksheet could not be read back")
    lost = Counter(_findings(after, settled))
    lost.update(_comments(of, after, moves))
    lost.update(_values(of, after, moves))
    if lost:
        told = ", ".join(f"{sort} ({number})" for sort, number in sorted(lost.items()))
        raise LostError(f"the merged worksheet would lose what a person wrote: {told}")


def _findings(after: Document, settled: Sequence[Settled]) -> Iterator[str]:
    sheet = after.worksheet
    found: dict[str, list[Assertion]] = {}
    for each in (*sheet.assertions, *sheet.retired):
        found.setdefault(each.id, []).append(each)
    for one in settled:
        if one.now not in map(half, found.get(one.id, ())):
            yield "finding"
        for side in (one.ours, one.theirs):
            yield from _dropped(side, one.now, one.base or Half())


def _dropped(side: Half, now: Half, base: Half) -> Iterator[str]:
    """What one side wrote since ``base`` and is nowhere in ``now``."""
    left = (now.own, *now.opinion)
    before = (base.own, *base.opinion)
    if any(
        line not in now.reply.split("\n") + base.reply.split("\n")
        for line in side.reply.split("\n")
    ):
        yield "reply"
    for each in (side.own, *side.opinion):
        for name in ("verdict", "correction"):
            value = getattr(each, name)
            if value and value not in {getattr(o, name) for o in (*left, *before)}:
                yield name
        written = {e for o in before for e in o.evidence} | {e for o in left for e in o.evidence}
        yield from ("evidence" for e in each.evidence if e not in written)
        notes = "\n".join(o.note for o in (*left, *before))
        yield from ("note" for _, text in entries(each.note, each.reviewer) if text not in notes)
        people = names(", ".join(o.reviewer for o in (*left, *before)))
        yield from ("reviewer" for name in names(each.reviewer) if name not in people)


def _comments(of: Regions, after: Document, moves: Moves) -> Iterator[str]:
    present = Counter(comment for each in regions(after).values() for comment in each.comments)
    for side in (of.ours, of.theirs):
        wanted: Counter[str] = Counter()
        for name, region in side.items():
            if name not in moves.gone:
                wanted.update(region.comments)
        if of.base and side is of.theirs:  # what ours took out of what both had
            wanted -= Counter(c for each in of.base.values() for c in each.comments)
        missing = wanted - present
        ours = layout.remarks(next(iter(side.values())).document.worksheet)  # no person wrote them
        yield from ("comment" for each in missing.elements() if each not in ours)


def _values(of: Regions, after: Document, moves: Moves) -> Iterator[str]:
    now = regions(after)
    for side in (of.ours, of.theirs):
        for name, region in side.items():
            if name in moves.gone:
                continue
            there = now.get(name)
            for key, value in _told(region):
                before = of.base.get(name) if of.base else None
                changed = before is None or before.block.data.get(key) != region.block.data[key]
                if changed and (there is None or not _has(there, key, value)):
                    yield f"{region.block.table} {key}"


def _told(region: Region) -> Iterator[tuple[str, str]]:
    """Keys that people fill in outside of findings, and keys that we do not know."""
    table = TABLES.get(region.block.table)
    for key, value in region.block.values.items():
        known = table.get(key) if table else None
        if known is None or (known.half == "person" and region.block.table not in _OWNERS):
            raw = value.of(region.document.text).replace("\r\n", "\n")
            if region.block.data.get(key) not in ("", []):
                yield key, raw


def _has(region: Region, key: str, raw: str) -> bool:
    value = region.block.values.get(key)
    if value is not None and value.of(region.document.text).replace("\r\n", "\n") == raw:
        return True
    said = "\n".join(region.comments)
    return all(line in said for line in raw.split("\n"))
