"""Every byte that a person wrote is there after an update, or nothing is written.

What is counted: comments; the raw text of a person's keys, under the id of their assertion or under their
source; unknown keys; unknown tables; queries with an answer; ids. All of the old worksheet must be in
the new one, as often.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factcheck.errors import LostError
from factcheck.worksheet import Block, Document, comments
from factcheck.worksheet.format import TABLES

Item = tuple[str, ...]
_OWNERS = ("assertion", "retired")


def audit(before: Document, after: Document) -> None:
    """Raise :class:`LostError` unless all that people wrote in ``before`` is in ``after`` too."""
    lost = Counter(_human(before)) - Counter(_human(after))
    if lost:
        sorts = Counter(item[0] for item in lost.elements())
        told = ", ".join(f"{sort} ({number})" for sort, number in sorted(sorts.items()))
        raise LostError(f"the new worksheet would lose what a person wrote: {told}")
    if after.problems and not before.problems:
        raise LostError("the new worksheet could not be read back")


def _human(document: Document) -> Iterator[Item]:
    for span in comments.find(document.text):
        yield "comment", span.of(document.text)
    owner = ""
    for block in document.blocks:
        if block.table in _OWNERS:
            owner = str(block.data.get("id", ""))
            yield "id", owner
        yield from _of_block(document, block, owner)


def _of_block(document: Document, block: Block, owner: str) -> Iterator[Item]:
    table = TABLES.get(block.table)
    name = _unretired(block.table)
    whose = owner if name.startswith("assertion") else str(block.data.get("id", ""))
    if table is None and block.table:
        yield "table", name, whose if name.startswith("assertion.") else ""
    for key, value in block.values.items():
        raw = value.of(document.text)
        known = table.get(key) if table else None
        if known is None:
            yield "unknown key", name, whose, key, raw
        elif known.half == "person" and not (block.table == "query" and raw in ('""', "''")):
            yield f"{key}", name, whose, raw
    if block.table == "query" and block.data.get("answer"):
        yield "answered query", *(v.of(document.text) for v in block.values.values())


def _unretired(table: str) -> str:
    return "assertion" + table.removeprefix("retired") if table.startswith("retired") else table
