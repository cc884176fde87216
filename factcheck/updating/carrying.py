"""Every assertion of a worksheet carried to a new draft, as data; nothing is read or written.

:mod:`.placing` says where words stand now, :mod:`.matching` which of the finder's assertions they are,
:mod:`.machine` what becomes of the machine's keys. What is left of the finder's is new.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from factcheck.model import Assertion, Span, Worksheet
from factcheck.updating import asides, asking, numbering, returning
from factcheck.updating.drafts import Drafts
from factcheck.updating.machine import Machine
from factcheck.updating.matching import Cut, match, overlap
from factcheck.updating.passages import SMALL
from factcheck.updating.placing import Placer, Placing
from factcheck.updating.record import Carried, Outcome
from factcheck.updating.versions import Version
from factcheck.worksheet import passages

_WIDER = 0.6  # share of words from which a reworded assertion takes the finder's cut


@dataclass(frozen=True, slots=True)
class _Placed:
    """An assertion, ``number``-th of its table, where it stands now, and the finder's for it."""

    number: int
    retired: bool
    assertion: Assertion
    placing: Placing
    twin: int | None = None


def carry(sheet: Worksheet, drafts: Drafts) -> Outcome:
    """What becomes of every assertion, set-aside and query of ``sheet``."""
    placed = _matched(tuple(_placed(sheet, drafts)), drafts)
    carried = tuple(_settled(placed, drafts))
    covered = {c.now.sentence for c in carried if c.now is not None}
    kept = asides.keep(sheet.set_aside, drafts, covered)
    twins = {each.twin for each in placed if each.twin is not None}
    known = covered | {aside.now.sentence for aside in kept}
    highest = numbering.highest(sheet)
    new = tuple(
        replace(each, id=str(number), status="new")
        for number, each in enumerate(_new(drafts, twins, carried, known), highest + 1)
    )
    covered |= {each.sentence for each in new}
    names = numbering.names(drafts.found, carried, new, drafts.new)
    asked, new_asked = asking.queries(sheet.queries, drafts.found.queries, names, drafts.again)
    return Outcome(
        article=drafts.article,
        carried=carried,
        new=new,
        asides=kept,
        new_asides=asides.fresh(drafts.found.set_aside, kept, covered),
        queries=asked,
        new_queries=new_asked,
        highest=highest + len(new),
    )


def _placed(sheet: Worksheet, drafts: Drafts) -> list[_Placed]:
    """Where all assertions stand now; retired ones last."""
    placer = Placer(drafts.both, drafts.free)
    text = drafts.old.text
    placings = [
        placer.place(each, passages.certain(each.text, each.span, text))
        for each in sheet.assertions
    ]
    taken = [placing.tokens for placing in placings if placing.tokens]
    back = returning.find(sheet.retired, drafts.new, drafts.free, taken)
    rows = ((False, sheet.assertions, placings), (True, sheet.retired, back))
    return [
        _Placed(number, retired, assertion, placing)
        for retired, assertions, found in rows
        for number, (assertion, placing) in enumerate(zip(assertions, found, strict=True))
    ]


def _matched(placed: Sequence[_Placed], drafts: Drafts) -> tuple[_Placed, ...]:
    """Each with the number of the finder's assertion that it is, if it is one."""
    standing = [n for n, each in enumerate(placed) if each.placing.tokens]
    ours = [
        Cut(
            placed[n].placing.tokens or Span(0, 0),
            placed[n].assertion.layer,
            placed[n].assertion.kind,
        )
        for n in standing
    ]
    found = [Cut(drafts.new.touched(f.span), f.layer, f.kind) for f in drafts.found.assertions]
    twins = {standing[a]: b for a, b in match(ours, found).items()}
    return tuple(replace(each, twin=twins.get(n)) for n, each in enumerate(placed))


def _settled(placed: Sequence[_Placed], drafts: Drafts) -> list[Carried]:
    """What becomes of each; nothing of those that stay retired."""
    machine = Machine(drafts)
    carried = []
    for each in placed:
        if each.placing.tokens is not None:
            twin = None if each.twin is None else drafts.found.assertions[each.twin]
            placing = _widened(each.placing, each.assertion, twin, drafts.new)
            state, now = machine.settle(each.assertion, placing, twin, retired=each.retired)
            carried.append(
                Carried(state, each.number, each.assertion, now, now.recheck, each.retired)
            )
        elif not each.retired:
            told = each.assertion.recheck or each.placing.recheck
            carried.append(Carried("gone", each.number, each.assertion, None, told))
    return carried


def _widened(
    placing: Placing, assertion: Assertion, twin: Assertion | None, new: Version
) -> Placing:
    """``placing`` on the finder's cut, if it is not much wider and leaves none of the words out."""
    tokens = placing.tokens
    if twin is None or tokens is None or placing.firm or twin.layer != assertion.layer:
        return placing
    cut = new.touched(twin.span)
    outside = [n for n in range(tokens.start, tokens.end) if not cut.start <= n < cut.end]
    whole = all(not new.tokens[n].said or new.tokens[n].form in SMALL for n in outside)
    return replace(placing, tokens=cut) if whole and overlap(cut, tokens) >= _WIDER else placing


def _new(
    drafts: Drafts, twins: Collection[int], carried: Sequence[Carried], known: Collection[int]
) -> list[Assertion]:
    """The finder's assertions that nobody has: of changed sentences, and of those not ``known``."""
    places = {c.now.span for c in carried if c.now is not None}
    new = drafts.new
    return [
        each
        for number, each in enumerate(drafts.found.assertions)
        if number not in twins and each.span not in places
        if each.sentence not in known
        or not drafts.free.isdisjoint(new.sentences(new.touched(each.span)))
    ]
