"""Blocks that only one of two worksheets has: the new ones come, those taken away go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.merging.regions import Identity, Region, Regions
from factcheck.worksheet import Block, Document, edit, standing
from factcheck.worksheet.edit import Edit
from factcheck.worksheet.format import TABLES

_OWNERS = ("assertion", "retired")
_IN_ARTICLE_ORDER = (*_OWNERS, "set_aside")
_DELETABLE = (*_OWNERS, "source", "query", "set_aside")


@dataclass(frozen=True, slots=True)
class Moves:
    """``gone`` are those that one side took away: of theirs, not taken over; of ours, taken out.

    ``added`` and ``kept`` name what came, and what was deleted on one side and changed on the other.
    """

    edits: tuple[Edit, ...]
    gone: frozenset[Identity]
    added: tuple[str, ...]
    kept: tuple[str, ...]


def moves(of: Regions) -> Moves:
    """What has to come from theirs and what has to go from ours."""
    base = of.base or {}
    theirs = [each for name, each in of.theirs.items() if name not in of.ours]
    ours = [each for name, each in of.ours.items() if name not in of.theirs]
    gone = frozenset(
        each.identity
        for side, lacking in ((theirs, of.ours), (ours, of.theirs))
        for each in side
        if _taken_away(each, base.get(each.identity), lacking)
    )
    coming = [each for each in theirs if each.identity not in gone]
    leaving = [each.span for each in ours if each.identity in gone]
    left = [each for each in (*coming, *ours) if each.identity not in gone]
    return Moves(
        (*(Edit(span.start, span.end, "") for span in leaving), *_inserted(of, coming, gone)),
        gone,
        tuple(each.called for each in coming if each.identity not in base),
        tuple(each.called for each in left if each.identity in base),
    )


def _taken_away(region: Region, before: Region | None, lacking: Mapping[Identity, Region]) -> bool:
    """Whether the side that lacks ``region`` took it away, and the other left it as it was."""
    if region.block.table not in _DELETABLE:
        return False
    if before is not None:
        return before.text == region.text
    if region.block.table != "set_aside" or region.comments:
        return False
    return _promoted(next(iter(lacking.values())).document, region)


def _promoted(document: Document, region: Region) -> bool:
    """Whether ``document`` has an assertion in the sentence that ``region`` sets aside."""
    sheet = region.document.worksheet
    aside = sheet.set_aside[region.number]
    known = set(region.block.data) <= set(TABLES["set_aside"].names)
    return known and any(aside.span.holds(c.span) for c in standing.assertions(document) if c.span)


def _inserted(of: Regions, coming: Sequence[Region], gone: frozenset[Identity]) -> Iterator[Edit]:
    """Each block below the one that stands above it on the other side, else where its table is."""
    stay = [each.block for name, each in of.ours.items() if name not in gone]
    wanted = {each.identity for each in coming}
    above: dict[str, Block] = {}
    for name, region in of.theirs.items():
        if name in of.ours:
            above[region.block.table] = of.ours[name].block
        elif name in wanted:
            document = next(iter(of.ours.values())).document
            block = above.get(region.block.table)
            yield _below(document, block, region) if block else _first(document, stay, region)


def _below(document: Document, block: Block, region: Region) -> Edit:
    place = edit.extent(document, block).end
    before, follows = document.text[:place], document.text[place:]
    lead = "" if before.endswith("\n") else "\n"
    blank = not follows.strip() or follows.startswith(("\n", "\r\n"))
    return _lines(document, place, f"{lead}\n{region.text}{'' if blank else chr(10)}")


def _first(document: Document, stay: Sequence[Block], region: Region) -> Edit:
    """Where the blocks of its table are, else below the last of a table that comes before it.

    What follows the article comes first among them, since what stands above it there does; else last.
    """
    rows = [block for block in stay if block.table == region.block.table]
    if rows and region.block.table not in _IN_ARTICLE_ORDER:
        return _below(document, rows[-1], region)
    if rows:
        place = edit.comments_above(document, rows[0]).start
        return _lines(document, place, f"{region.text}\n")
    names = list(TABLES)
    own = region.block.table
    before = names[: names.index(own)] if own in names else names
    above = [b for b in stay if b.table in before and b.table != "snapshot"]
    return _below(document, (above or stay)[-1], region)


def _lines(document: Document, place: int, text: str) -> Edit:
    return Edit(place, place, text.replace("\n", edit.newline(document)))
