"""A worksheet's text as blocks with their values, whatever state the text is in.

The whole text is parsed once. Only if ``tomllib`` refuses it is each block parsed alone, and in a
block that it refuses each ``key = value`` alone: so every slip is found in one run and all that can
be read is read.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from factcheck.model import Span
from factcheck.worksheet import headers, syntax
from factcheck.worksheet.blocks import Lines, Piece, cut, swallowed_header, take
from factcheck.worksheet.format import TABLES
from factcheck.worksheet.slips import Slip, stray_line, told


@dataclass(frozen=True, slots=True)
class Block:
    """One table of the file, with its place and what is written in it.

    ``table`` is the dotted name, ``""`` for what stands before the first header. ``start`` and
    ``end`` are offsets in the file's text: all blocks joined are the file. ``line`` is the
    header's. ``keys`` has line and column of each key, ``values`` the range of each value's text.
    ``data`` has the values as ``tomllib`` reads them; a value that cannot be read is missing there.
    ``broken`` says that something in the block is not TOML.
    """

    table: str
    start: int
    end: int
    line: int
    keys: Mapping[str, tuple[int, int]]
    values: Mapping[str, Span]
    data: Mapping[str, Any]
    broken: bool = False


def load(text: str, lines: Lines) -> tuple[tuple[Block, ...], tuple[Slip, ...]]:
    """The blocks of ``text``, and what in it is not TOML or not a worksheet's structure."""
    error: Exception | None = None
    try:
        whole = tomllib.loads(text.removeprefix("\ufeff"))
        pieces = tuple(cut(text))
    except (ValueError, RecursionError) as refusal:
        error = refusal
    if error or any(headers.second(piece) for piece in pieces):
        pieces = tuple(_salvaged(text))
        slips = list(_structure(pieces, lines))
        read = [_alone(text, piece, lines, slips) for piece in pieces]
        if error and not slips:
            slips.append(_whole_slip(text, error))
    else:
        slips = list(_structure(pieces, lines))
        read = _dig(whole, pieces)
    slips.sort()
    blocks = tuple(_block(*pair, lines, slips) for pair in zip(pieces, read, strict=True))
    return blocks, tuple(slips)


def _block(piece: Piece, data: Mapping[str, Any], lines: Lines, slips: list[Slip]) -> Block:
    places: dict[str, tuple[int, int]] = {}
    values: dict[str, Span] = {}
    for entry in piece.entries:
        if entry.path and entry.path[0] not in places:
            places[entry.path[0]] = lines.place(entry.start)
            values[entry.path[0]] = Span(entry.value, entry.end)
    return Block(
        piece.table,
        piece.start,
        piece.end,
        lines.place(piece.start)[0],
        places,
        values,
        data,
        broken=any(piece.start <= slip.offset < piece.end for slip in slips),
    )


def _dig(whole: Mapping[str, Any], pieces: Iterable[Piece]) -> list[dict[str, Any]]:
    """What is written in each piece itself, found in the file's data by counting."""
    taken: dict[int, int] = {}
    found = []
    for piece in pieces:
        node: Any = whole
        for depth, part in enumerate(piece.path, start=1):
            node = node[part]
            if isinstance(node, list):
                own = depth == len(piece.path)
                taken[id(node)] = taken.get(id(node), -1) + own
                node = node[taken[id(node)]]
        names = {entry.path[0] for entry in piece.entries}
        found.append({name: node[name] for name in names})
    return found


def _salvaged(text: str) -> Iterator[Piece]:
    """Cut ``text``, of which some is not TOML.

    A piece that is refused and has a line inside a string that is exactly a known header: that
    string was never closed, so the piece ends there.
    """
    position = 0
    while position < len(text):
        piece = take(text, position)
        swallowed = swallowed_header(text, piece.body, piece.end) is not None
        if swallowed and _refusal(text[position : piece.end]):
            piece = take(text, position, wary=True)
        yield from headers.part(text, piece)
        position = piece.end


def _refusal(text: str) -> Exception | None:
    try:
        tomllib.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        return error
    return None


def _whole_slip(text: str, error: Exception) -> Slip:
    if isinstance(error, RecursionError):
        return Slip(0, "brackets inside brackets, too many levels deep")
    return told(text, str(error))


def _alone(text: str, piece: Piece, lines: Lines, slips: list[Slip]) -> dict[str, Any]:
    """What is written in one piece, by itself; what cannot be read is added to ``slips``."""
    chunk = text[piece.start : piece.end]
    error = _refusal(chunk)
    if error is None:
        node: Any = tomllib.loads(chunk.removeprefix("\ufeff"))
        for part in () if piece.headless else piece.path:
            node = node[part]
            node = node[-1] if isinstance(node, list) else node
        return {entry.path[0]: node[entry.path[0]] for entry in piece.entries}
    data: dict[str, Any] = {}
    before = len(slips)
    slips.extend(_entry_slips(text, piece, lines, data))
    if piece.sound and len(slips) == before:
        slip = _whole_slip(chunk, error)
        slips.append(slip._replace(offset=piece.start + slip.offset))
    return data


def _entry_slips(text: str, piece: Piece, lines: Lines, data: dict[str, Any]) -> Iterator[Slip]:
    """Read each entry alone into ``data``; yield what is wrong with the others."""
    first: dict[tuple[str, ...], int] = {}
    slipped = False  # the line before is wrong already: a line that is no entry belongs to it
    for entry in piece.entries:
        chunk = text[entry.start : entry.end]
        if not entry.path:
            if not slipped:
                yield Slip(entry.start, *stray_line(chunk))
            slipped = True
            continue
        key = ".".join(entry.path)
        if entry.path in first:
            line = lines.place(first[entry.path])[0]
            yield Slip(
                entry.start, f"{key} is given twice", f"the first is on line {line}: keep one"
            )
        first.setdefault(entry.path, entry.start)
        error = _refusal(chunk)
        slipped = error is not None
        if error is None:
            for name, value in tomllib.loads(chunk).items():
                data.setdefault(name, value)
        else:
            slip = syntax.explain(chunk, key, entry.value - entry.start, str(error))
            yield slip._replace(offset=entry.start + slip.offset)


def _structure(pieces: tuple[Piece, ...], lines: Lines) -> Iterator[Slip]:
    """What is wrong with the headers themselves and their order."""
    first: dict[str, int] = {}
    parents: dict[str, Piece] = {}
    for piece in pieces:
        table = TABLES.get(piece.table)
        if table and piece.headless:
            yield Slip(piece.start, *headers.told(table))
        if not piece.sound:
            hint = f"write {table.header}" if table else "write [[assertion]], alone on its line"
            yield Slip(piece.start, "this line is no table header as TOML writes it", hint)
        if table is None:
            continue
        if piece.sound and piece.array != table.array:
            wrong = f"[[{table.name}]]" if piece.array else f"[{table.name}]"
            yield Slip(piece.start, f"{wrong} has the wrong brackets", f"write {table.header}")
        elif not table.array and table.name in first:
            line = lines.place(first[table.name])[0]
            hint = f"the first is on line {line}: keep one"
            yield Slip(piece.start, f"{table.header} stands twice", hint)
        parent, _, key = table.name.rpartition(".")
        if parent:
            yield from _child(piece, parents.get(parent), parent, key, lines)
        first.setdefault(table.name, piece.start)
        parents[table.name] = piece


def _child(
    piece: Piece, owner: Piece | None, parent: str, key: str, lines: Lines
) -> Iterator[Slip]:
    """What is wrong with a block that belongs to the block above it."""
    header = f"[[{piece.table}]]"
    if owner is None:
        yield Slip(piece.start, f"{header} stands before any {TABLES[parent].header}")
        return
    for entry in owner.entries:
        if entry.path[:1] == (key,):
            line = lines.place(entry.start)[0]
            yield Slip(
                piece.start,
                f"{key} is given twice, as {key} = [ ] and as a {header} block",
                f"delete line {line} ({key} = …) after moving what it holds",
            )
