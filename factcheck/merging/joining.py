"""Two worksheets of one draft as one: ours, with what theirs has and it lacks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from factcheck import worksheet
from factcheck.merging import keys, moving, pairing
from factcheck.merging.accounting import audit
from factcheck.merging.halves import NAMES, half, settle
from factcheck.merging.notes import names
from factcheck.merging.record import Outcome, Settled
from factcheck.merging.regions import Pair, Region, Regions, pairs, regions
from factcheck.merging.renaming import renamed
from factcheck.merging.writing import remarked, written
from factcheck.model import Assertion, Worksheet
from factcheck.worksheet import Document, edit, numbering
from factcheck.worksheet.edit import Edit

_OWNERS = ("assertion", "retired")
_SKIPPED: Mapping[str, tuple[str, ...]] = {
    "worksheet": ("format", "created", "tool", "highest", "merged"),
    "article": ("source", "sha256"),
    "snapshot": ("text",),
    "signoff": ("voided",),
    **dict.fromkeys(_OWNERS, ("id", "sentence", "paragraph", "status", *NAMES)),
}


def join(
    ours: Document, theirs: Document, base: Document | None, now: dt.datetime
) -> tuple[str, Outcome]:
    """The text of ``ours`` with all that ``theirs`` has, and what came of it.

    All are of the same draft. ``base`` is what both came from, if that is known: what one side took
    away since then, and the other left as it was, goes. ``now`` is when a sign-off is voided.
    Raises :class:`LostError` if anything that a person wrote would be missing.
    """
    before = base.worksheet if base else None
    ids, renumbered = pairing.assertions(ours.worksheet, theirs.worksheet, before)
    sources, recalled = pairing.sources(ours.worksheet, theirs.worksheet, before)
    theirs = renamed(theirs, ids, sources)
    all_of = Regions(regions(ours), regions(theirs), regions(base) if base else None)
    both = tuple(pairs(all_of))
    settled = tuple(_settled(both))
    same = tuple(keys.joined(pair, _SKIPPED.get(pair.ours.block.table, ())) for pair in both)
    moves = moving.moves(all_of)
    edits = (
        *chain.from_iterable(each.edits for each in same),
        *chain.from_iterable(map(remarked, both)),
        *chain.from_iterable(_written(each) for each in settled),  # with blocks below the keys
        *moves.edits,
        *_counted(ours, theirs, base),
    )
    after = _voided(edit.apply(ours.text, edits), ours, theirs, now)
    read = worksheet.parse(after, ours.path)
    audit(all_of, read, settled, moves)
    differing = {each.id for each in settled if each.conflict}
    return after, Outcome(
        conflicts=tuple(a for a in read.worksheet.assertions if a.id in differing),
        joined=tuple(each.id for each in settled if each.joined),
        taken=tuple(each.id for each in settled if each.taken),
        added=moves.added,
        kept=moves.kept,
        renamed=(*renumbered, *recalled),
        differences=tuple(chain.from_iterable(each.differences for each in same)),
    )


def _settled(both: Sequence[Pair]) -> Iterator[Settled]:
    for pair in both:
        if pair.ours.block.table in _OWNERS:
            ours, theirs = half(_noun(pair.ours)), half(_noun(pair.theirs))
            before = half(_noun(pair.base)) if pair.base else None
            yield Settled(pair.ours, ours, theirs, settle(ours, theirs, before), before)


def _noun(region: Region) -> Assertion:
    sheet = region.document.worksheet
    nouns = sheet.assertions if region.block.table == "assertion" else sheet.retired
    return nouns[region.number]


def _written(each: Settled) -> Iterator[Edit]:
    return written(each.region, each.ours, each.now)


def _counted(ours: Document, theirs: Document, base: Document | None) -> Iterator[Edit]:
    """The highest number ever given, and who checked apart from one another."""
    block = ours.rows("worksheet")[0]
    mine = ours.worksheet
    given = (numbering.following(each) - 1 for each in (ours, theirs))
    highest = max(given)
    if highest > mine.highest and (mine.highest or theirs.worksheet.highest):
        yield edit.set_value(ours, block, "highest", highest)
    if base is None or mine.merged or theirs.worksheet.merged:
        people = _people(mine, theirs.worksheet)
        if len(people) > 1 and people != mine.merged:
            yield from edit.renew_value(ours, block, "merged", people)


def _people(*sheets: Worksheet) -> tuple[str, ...]:
    """Everybody who is named alone in one of ``sheets``, in the order of the alphabet."""
    found = set(chain.from_iterable(sheet.merged for sheet in sheets))
    for each in chain.from_iterable((*s.assertions, *s.retired) for s in sheets):
        people = (names(o.reviewer) for o in (half(each).own, *each.opinion) if o.verdict)
        found.update(*(named for named in people if len(named) == 1))  # a pair worked together
    return tuple(sorted(found))


def _voided(after: str, ours: Document, theirs: Document, now: dt.datetime) -> str:
    """The text with its sign-off voided, if what was signed is not what the worksheet says now."""
    if not any(each.worksheet.signoff for each in (ours, theirs)):
        return after
    document = worksheet.parse(after, ours.path)
    signed = document.worksheet.signoff
    if signed is None or signed.voided is not None:
        return after
    if any(_said(document) == _said(each) for each in (ours, theirs) if each.worksheet.signoff):
        return after
    edits = (edit.set_value(document, block, "voided", now) for block in document.rows("signoff"))
    return edit.apply(after, edits)


def _said(document: Document) -> tuple[Assertion, ...]:
    """What was found, whatever the places are."""
    return tuple(replace(each, status="") for each in document.worksheet.assertions)
