"""Where a table header seems to be missing: two blocks that run into one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.worksheet.blocks import Piece
from factcheck.worksheet.format import TABLES
from factcheck.worksheet.keys import Table

_FEWEST = 2  # keys out of place; one alone is given twice or misspelt
_TABLES = tuple(table for table in TABLES.values() if "." not in table.name)


def part(text: str, piece: Piece) -> Iterator[Piece]:
    """``piece`` as it is, or cut wherever a header seems to be missing.

    What is cut off is ``headless`` and has the path of the table that it seems to be.
    """
    while found := second(piece):
        at, table = found
        start = text.rfind("\n", 0, piece.entries[at].start) + 1
        yield replace(piece, end=start, entries=piece.entries[:at])
        piece = Piece(
            path=(table.name,),
            array=table.array,
            sound=True,
            start=start,
            body=start,
            end=piece.end,
            entries=piece.entries[at:],
            headless=True,
        )
    yield piece


def second(piece: Piece) -> tuple[int, Table] | None:
    """Number of the entry of ``piece`` with which another block begins, and that block's table.

    It begins with the first key of its table, and at least two of its keys are out of place where
    they stand: given already, or unknown to the table of ``piece``.
    """
    table = TABLES.get(piece.table)
    if table is None:
        return None
    known = frozenset(table.names)
    names = [".".join(entry.path) for entry in piece.entries]
    given: set[str] = set()
    for at, name in enumerate(names):
        if at and name and (name in given or name not in known):
            run = _until_again(names[at:])
            strange = {each for each in run if each in given or each not in known}
            may_be = [other for other in _TABLES if other.names[0] == name]
            numbers = [len(strange & set(other.names)) for other in may_be]
            if max(numbers, default=0) >= _FEWEST:
                return at, may_be[numbers.index(max(numbers))]
        given.add(name)
    return None


def told(table: Table) -> tuple[str, str]:
    """Message and hint about the missing header of a ``table``."""
    return (
        f"the header {table.header} seems to be missing above this line",
        f"put {table.header} on a line of its own above it",
    )


def _until_again(names: Sequence[str]) -> Sequence[str]:
    """``names`` up to the first that comes a second time."""
    seen: set[str] = set()
    for at, name in enumerate(names):
        if name in seen:
            return names[:at]
        seen.add(name)
    return names
