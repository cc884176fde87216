"""What an update found, as edits of the worksheet's file: the fewest bytes that say it."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from factcheck.model import Article, Assertion, Query, SetAside
from factcheck.updating.normal import same
from factcheck.updating.record import Carried, Outcome
from factcheck.worksheet import Block, Document, edit
from factcheck.worksheet.edit import Edit
from factcheck.worksheet.format import TABLES

_ABOUT = ("title", "byline", "published", "source", "url")
_ALWAYS = frozenset({"text", "status", "recheck"})
_ABOVE = {
    "set_aside": ("set_aside", "assertion", "retired"),
    "query": ("query", "source", "article", "worksheet"),
}
_PLACE = ("span", "sentence", "paragraph")


def rewrite(document: Document, outcome: Outcome, now: dt.datetime) -> str:
    """The text of the worksheet after the update; ``now`` is when a sign-off is voided."""
    leaving = tuple(_leaving(document, outcome))
    edits = [
        *_header(document, outcome, now),
        *_assertions(document, outcome, leaving),
        *_set_aside(document, outcome, leaving),
        *_queries(document, outcome, leaving),
        *(edit.remove_block(document, block) for block in leaving),
        *_snapshot(document, outcome.article),
    ]
    return edit.apply(document.text, edits)


def _header(document: Document, outcome: Outcome, now: dt.datetime) -> Iterator[Edit]:
    article = outcome.article
    for block in document.rows("article")[:1]:
        for name in _ABOUT:
            if value := getattr(article, name):
                yield from _renew(document, block, {name: value})
        yield from _renew(document, block, {"sha256": article.sha256})
    for block in document.rows("worksheet")[:1]:
        if outcome.highest and (outcome.new or "highest" in block.keys):
            yield from _renew(document, block, {"highest": outcome.highest})
    for block in document.rows("signoff")[:1]:
        if "voided" not in block.keys:
            yield edit.set_value(document, block, "voided", now)


def _snapshot(document: Document, article: Article) -> Iterator[Edit]:
    for block in document.rows("snapshot")[:1]:
        yield edit.set_value(document, block, "text", article.text)


def _leaving(document: Document, outcome: Outcome) -> Iterator[Block]:
    """The blocks of set-asides and queries that do not stay, and hold nothing that a person added."""
    stay = {
        "set_aside": {aside.number for aside in outcome.asides},
        "query": {asked.number for asked in outcome.queries},
    }
    for table, numbers in stay.items():
        for number, block in enumerate(document.rows(table)):
            if number not in numbers and set(block.keys) <= set(TABLES[table].names):
                yield block


def _assertions(document: Document, outcome: Outcome, leaving: Sequence[Block]) -> Iterator[Edit]:
    current, retired = document.rows("assertion"), document.rows("retired")
    blocks = {
        (carried.number, carried.retired): (retired if carried.retired else current)[carried.number]
        for carried in outcome.carried
    }
    standing: list[tuple[int, Block]] = []
    for carried in outcome.carried:
        block = blocks[carried.number, carried.retired]
        if carried.now is None:
            yield from _renamed(document, block, "retired")
            yield from _retire(document, block, carried)
            continue
        if carried.retired:
            yield from _renamed(document, block, "assertion")
        yield from _carry(document, block, carried.before, carried.now, outcome.article.text)
        standing.append((carried.now.span.start, block))
    standing.sort(key=lambda pair: pair[0])
    for each in outcome.new:
        after = _before(standing, each.span.start) or _above(document, "assertion", leaving)
        *_, after = (after, *_inner(document, after))  # its evidence must stay below it
        yield _insert(document, after, "assertion", each)


def _renamed(document: Document, block: Block, name: str) -> Iterator[Edit]:
    """``block`` and the blocks that are part of it, called after another table."""
    yield edit.rename(document, block, name)
    for each in _inner(document, block):
        yield edit.rename(document, each, name + each.table.removeprefix(block.table))


def _inner(document: Document, block: Block) -> Iterator[Block]:
    """The blocks that are part of ``block``, wherever they stand below it."""
    for each in document.blocks[edit.position(document, block) + 1 :]:
        if each.table == block.table:
            return
        if each.table.startswith(f"{block.table}."):
            yield each


def _retire(document: Document, block: Block, carried: Carried) -> Iterator[Edit]:
    """What has to be known if the words come back: their sentence, or that a re-check was due."""
    if carried.before.recheck.strip():
        yield from _renew(document, block, {"status": "reworded"})
        return
    if "status" in block.keys:
        yield edit.remove_key(document, block, "status")
    if carried.recheck and not same(carried.recheck, carried.before.text):
        yield from _renew(document, block, {"recheck": carried.recheck})


def _carry(
    document: Document, block: Block, before: Assertion, now: Assertion, text: str
) -> Iterator[Edit]:
    """The machine's keys that changed. A block written by hand gets no key that it can do without."""
    inner = {each.table.rpartition(".")[2] for each in _inner(document, block)}
    for key in TABLES["assertion"].keys:
        value = getattr(now, key.name)
        if key.half == "person" or key.name == "id" or key.name in inner:
            continue
        changed = value != getattr(before, key.name)
        wanted = key.name in {*block.keys, *_ALWAYS} or _needed(key.name, block, now, text)
        if not wanted or not (changed or key.name in _PLACE):
            continue
        if key.optional and value in ("", False):
            if key.name in block.keys:
                yield edit.remove_key(document, block, key.name)
        else:
            yield from _renew(document, block, {key.name: value})


def _needed(name: str, block: Block, now: Assertion, text: str) -> bool:
    """Whether a block that lacks key ``name`` has to get it: words that stand twice need a span."""
    if name == "span":
        return text.count(now.text) > 1
    return name in ("speaker", "speaker_inferred") and "layer" in block.keys and bool(now.speaker)


def _set_aside(document: Document, outcome: Outcome, leaving: Sequence[Block]) -> Iterator[Edit]:
    blocks = document.rows("set_aside")
    standing: list[tuple[int, Block]] = []
    for aside in outcome.asides:
        before = document.worksheet.set_aside[aside.number]
        yield from _changed(document, blocks[aside.number], before, aside.now)
        standing.append((aside.now.span.start, blocks[aside.number]))
    standing.sort(key=lambda pair: pair[0])
    for each in outcome.new_asides:
        after = _before(standing, each.span.start) or _last(document, "set_aside", leaving)
        yield _insert(document, after, "set_aside", each)


def _queries(document: Document, outcome: Outcome, leaving: Sequence[Block]) -> Iterator[Edit]:
    blocks = document.rows("query")
    for asked in outcome.queries:
        before = document.worksheet.queries[asked.number]
        yield from _changed(document, blocks[asked.number], before, asked.now)
    for each in outcome.new_queries:
        yield _insert(document, _last(document, "query", leaving), "query", each)


def _changed(
    document: Document, block: Block, before: Query | SetAside, now: Query | SetAside
) -> Iterator[Edit]:
    for key in TABLES[block.table].keys:
        value = getattr(now, key.name)
        if key.half == "machine" and value != getattr(before, key.name) and key.name in block.keys:
            yield from _renew(document, block, {key.name: value})


def _renew(document: Document, block: Block, values: Mapping[str, Any]) -> Iterator[Edit]:
    for name, value in values.items():
        if name not in block.data or _stored(block.data[name]) != _stored(value):
            yield from edit.renew_value(document, block, name, value)


def _stored(value: Any) -> Any:
    """A value of the model or of the file, so that the two can be compared."""
    start, end = getattr(value, "start", None), getattr(value, "end", None)
    if start is not None and end is not None:
        return [start, end]
    return list(value) if isinstance(value, tuple) else value


def _insert(document: Document, after: Block, table: str, noun: object) -> Edit:
    values = {name: getattr(noun, name) for name in TABLES[table].names}
    return edit.insert(document, after, table, values)


def _before(standing: Sequence[tuple[int, Block]], start: int) -> Block | None:
    """The block of what stands last before ``start`` in the new draft."""
    at = bisect_right(standing, start, key=lambda pair: pair[0])
    return standing[at - 1][1] if at else None


def _last(document: Document, table: str, leaving: Sequence[Block]) -> Block:
    """The last block of ``table`` that stays, else of what stands above that table."""
    for name in _ABOVE[table]:
        rows = [block for block in document.rows(name) if block not in leaving]
        if rows:
            return rows[-1]
    return _above(document, table, leaving)


def _above(document: Document, table: str, leaving: Sequence[Block]) -> Block:
    """The block above the first of ``table`` that stays; above the snapshot if there is none."""
    for name in (table, "retired", "set_aside", "snapshot"):
        if rows := document.rows(name):
            above = document.blocks[: edit.position(document, rows[0])]
            return next((b for b in reversed(above) if b.table and b not in leaving), rows[0])
    return document.blocks[-1]
