"""A person's half of an assertion, as settled, in our worksheet: the fewest bytes that say it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from factcheck.merging.halves import Half
from factcheck.merging.regions import Pair, Region
from factcheck.model import Evidence, Opinion
from factcheck.worksheet import Block, edit, layout
from factcheck.worksheet.edit import Edit
from factcheck.worksheet.format import TABLES

_PLAIN = ("recheck", "verdict", "correction", "reply_sought", "reply", "note", "reviewer")
_LEFT_OUT = ("recheck", "reply_sought", "reply")  # while they are empty


def written(region: Region, before: Half, now: Half) -> Iterator[Edit]:
    """The edits that make ``now`` of ``before``, a person's half of the assertion at ``region``."""
    document, block = region.document, region.block
    for name in _PLAIN:
        value = getattr(now, name)
        if value == getattr(before, name):
            continue
        if name in _LEFT_OUT and value in (None, ""):
            yield edit.remove_key(document, block, name)
        else:
            yield from edit.renew_value(document, block, name, value)
    yield from _evidence(region, block, before.evidence, now.evidence)
    gone = _gone(_below(region, block, "evidence"), before.evidence, now.evidence)
    yield from _opinions(region, before.opinion, now.opinion, gone)


def remarked(pair: Pair) -> Iterator[Edit]:
    """The comments that only the other side has, or made, below the keys of our block."""
    known = Counter(pair.ours.comments) | Counter(pair.base.comments if pair.base else ())
    known.update(layout.remarks(pair.theirs.document.worksheet))
    missing = (Counter(pair.theirs.comments) - known).elements()
    yield from edit.remark(pair.ours.document, pair.ours.block, missing)


def _evidence(
    region: Region, block: Block, before: Sequence[Evidence], now: Sequence[Evidence]
) -> Iterator[Edit]:
    if now == before:
        return
    document = region.document
    blocks = _below(region, block, "evidence")
    inline = len(before) - len(blocks)
    if not blocks:
        if inline and tuple(now[:inline]) == tuple(before):
            yield from edit.append_entries(document, block, "evidence", now[inline:])
        else:
            yield from edit.renew_value(document, block, "evidence", tuple(now))
        return
    gone = _gone(blocks, before, now)
    new = [each for each in now if each not in before]
    yield from _inserted(region, gone, blocks[-1], f"{block.table}.evidence", new)
    yield from (edit.remove_block(document, part) for part in gone)


def _gone(
    blocks: Sequence[Block], before: Sequence[Evidence], now: Sequence[Evidence]
) -> list[Block]:
    """The ``blocks``, each an entry of ``before``, of what is no longer there."""
    return [part for each, part in zip(before, blocks, strict=False) if each not in now]


def _opinions(
    region: Region, before: Sequence[Opinion], now: Sequence[Opinion], leaving: Sequence[Block]
) -> Iterator[Edit]:
    """``leaving`` are other parts of the assertion that go."""
    if now == before:
        return
    document, block = region.document, region.block
    if "opinion" in block.values:
        yield from edit.renew_value(document, block, "opinion", tuple(now))
        return
    left, kept, gone = list(now), [], []
    for each, part in zip(before, _below(region, block, "opinion"), strict=True):
        same = (n for n in left if (n.reviewer, n.verdict) == (each.reviewer, each.verdict))
        own = next(same, None)
        if own is None:
            gone += [part, *_below(region, part, "evidence")]
        else:
            left.remove(own)
            kept.append((each, part, own))
    # Below the last block that stays: where one goes, its blank lines go too.
    last = takewhile(lambda part: part in (*gone, *leaving), reversed(region.parts))
    yield from _inserted(region, [*last][::-1], block, f"{block.table}.opinion", left)
    yield from (edit.remove_block(document, part) for part in gone)
    for each, part, own in kept:
        for name in ("correction", "note"):
            if getattr(own, name) != getattr(each, name):
                yield from edit.renew_value(document, part, name, getattr(own, name))
        yield from _evidence(region, part, each.evidence, own.evidence)


def _below(region: Region, block: Block, name: str) -> list[Block]:
    """The parts of ``block`` called ``name`` that are blocks of their own."""
    found = []
    for part in region.parts:
        if part.start <= block.start:
            continue
        if part.table == block.table:
            break
        if part.table == f"{block.table}.{name}":
            found.append(part)
    return found


def _inserted(
    region: Region, gone: Sequence[Block], after: Block, table: str, nouns: Iterable[object]
) -> Iterator[Edit]:
    """Blocks of ``table``: where the first of ``gone`` was, else below ``after`` and its parts."""
    document = region.document
    for noun in nouns:
        values = {name: getattr(noun, name) for name in TABLES[table].names}
        if gone:
            text = f"{layout.block(TABLES[table], values)}\n".replace("\n", edit.newline(document))
            yield Edit(gone[0].start, gone[0].start, text)
        else:
            yield edit.insert(document, after, table, values)
