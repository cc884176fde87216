"""Changes to a worksheet's text that leave everything else as a person typed it.

An :class:`Edit` replaces a range of characters. The functions here make edits of a
:class:`~factcheck.worksheet.document.Document`; :func:`apply` carries them out all at once. What no
edit names keeps its bytes: comments, order, blank lines, line ends, a BOM.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from factcheck.model import Span
from factcheck.worksheet import comments, layout
from factcheck.worksheet.blocks import array_end
from factcheck.worksheet.document import Document
from factcheck.worksheet.format import TABLES
from factcheck.worksheet.loading import Block

_HEADER = re.compile(r"([ \t]*\[\[?[ \t]*)([^\]]*?)([ \t]*\]\]?)")


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """The characters ``start`` to ``end`` of a worksheet's text give way to ``text``."""

    start: int
    end: int
    text: str


def apply(text: str, edits: Iterable[Edit]) -> str:
    """``text`` with all ``edits`` made; several at one place follow one another as given.

    Raises ValueError if two of them replace the same characters.
    """
    parts: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda each: (each.start, each.end)):
        if edit.start < done:
            raise ValueError(f"two edits meet at offset {edit.start}")
        parts += (text[done : edit.start], edit.text)
        done = edit.end
    return "".join((*parts, text[done:]))


def set_value(document: Document, block: Block, name: str, value: Any) -> Edit:
    """Give key ``name`` of ``block`` the model's ``value``; a key that is missing is written.

    A new key goes below the last one that precedes it in the table's order. A comment beside the
    old value stays. Raises KeyError if the table has no such key.
    """
    table = TABLES[block.table]
    key = next(each for each in table.keys if each.name == name)
    return put(document, block, name, layout.written(table, key, value))


def put(document: Document, block: Block, name: str, written: str) -> Edit:
    """Give key ``name`` of ``block`` a value as TOML writes it; a key that is missing is added.

    One that the table does not know goes below all others.
    """
    written = _lines(document, written)
    if name in block.values:
        old = block.values[name]
        return Edit(old.start, old.end, written)
    table = TABLES.get(block.table)
    known = table.names if table else ()
    above = known[: known.index(name)] if name in known else tuple(block.values)
    return _line(document, _below(document, block, above), f"{name} = {written}")


def remark(document: Document, block: Block, words: Iterable[str]) -> tuple[Edit, ...]:
    """Comments, each on a line of its own, below the last key of ``block``."""
    place = _below(document, block, block.values)
    return tuple(_line(document, place, each) for each in words)


def renew_value(document: Document, block: Block, name: str, value: Any) -> tuple[Edit, ...]:
    """:func:`set_value` that keeps comments inside of the old value, as lines above the key.

    No edit where the old value is written just as the new one would be.
    """
    edit = set_value(document, block, name, value)
    if name not in block.values or document.text[edit.start : edit.end] == edit.text:
        return () if document.text[edit.start : edit.end] == edit.text else (edit,)
    start = document.text.rfind("\n", 0, edit.start) + 1
    kept = [span.of(document.text) for span in comments.find(document.text, edit.start, edit.end)]
    lines = "".join(f"{comment}{newline(document)}" for comment in kept)
    return (Edit(start, start, lines), edit) if lines else (edit,)


def remove_block(document: Document, block: Block) -> Edit:
    """Take ``block`` out; its comments stay, each on a line of its own, and so do those below it."""
    text = document.text
    last = max([value.end for value in block.values.values()], default=block.start)
    end = _next_line(text, max(last, text.index("[", block.start)))
    kept = [span.of(text) for span in comments.find(text, block.start, end)]
    blank = re.compile(r"(?:[ \t]*\r?\n)*").match(text, end)
    end = min(block.end, blank.end() if blank else end)
    lines = "".join(f"{comment}{newline(document)}" for comment in kept)
    return Edit(block.start, end, lines + newline(document) if lines else "")


def remove_key(document: Document, block: Block, name: str) -> Edit:
    """Take the line or lines of key ``name`` out of ``block``, with a comment at their end."""
    value = block.values[name]
    start = document.text.rfind("\n", 0, value.start) + 1
    return Edit(start, _next_line(document.text, value.end), "")


def append_entries(
    document: Document, block: Block, name: str, entries: Iterable[Any]
) -> tuple[Edit, ...]:
    """Add ``entries`` to the end of the array at key ``name``; what stands in it stays as it is.

    The key's type is "tables" or "texts". Raises KeyError if ``block`` does not have the key.
    """
    table = TABLES[block.table]
    key = next(each for each in table.keys if each.name == name)
    written = list(layout.entries(table, key, entries))
    old = block.values[name]
    text = document.text
    last, comma = array_end(text, old)
    empty = last == old.start + 1
    comma = comma or empty
    if "\n" not in text[old.start : old.end]:
        lead = "" if empty else " " if comma else ", "
        return (Edit(last, last, lead + ", ".join(written)),)
    closing = text.rfind("\n", 0, old.end) + 1
    if text[closing : old.end - 1].strip() or closing <= last:
        closing = old.end - 1  # the bracket stands on the last entry's line
        lines = "".join(f"{newline(document)}  {entry}," for entry in written) + newline(document)
    else:
        lines = "".join(f"  {entry},{newline(document)}" for entry in written)
    added = Edit(closing, closing, lines)
    return (added,) if comma else (Edit(last, last, ","), added)


def rename(document: Document, block: Block, name: str) -> Edit:
    """Give ``block`` the table name ``name``; brackets, blanks and a comment stay."""
    start = document.text.index("[", block.start)
    match = _HEADER.match(document.text, start)
    if match is None:
        raise ValueError(f"no header at offset {start}")
    return Edit(match.start(2), match.end(2), name)


def insert(
    document: Document,
    after: Block,
    table: str,
    values: Mapping[str, Any],
    *,
    above_comments: bool = False,
) -> Edit:
    """A new block of ``table`` below ``after`` and what belongs to it, blank lines around it.

    With ``above_comments`` it goes right below the keys of ``after``, whatever comments follow them.
    ``values`` has the model's values by the keys' names, as in :func:`layout.block`.
    """
    written = _lines(document, layout.block(TABLES[table], values))
    break_ = newline(document)
    place = extent(document, after).end
    if above_comments:
        place = _below(document, after, after.values)
    before = document.text[:place]
    if before and not before.endswith("\n"):
        written = break_ + written
    follows = document.text[place:].lstrip("\ufeff \t")
    blank_below = not follows or follows.startswith(("\n", "\r\n"))
    return Edit(place, place, f"{break_}{written}{'' if blank_below else break_}")


def extent(document: Document, block: Block) -> Span:
    """``block`` with what belongs to it: comments right above it, blocks of its own below.

    It ends with its last line that is not blank; comments right above the next block are that one's.
    """
    end = position(document, block) + 1
    while end < len(document.blocks) and document.blocks[end].table.startswith(f"{block.table}."):
        end += 1
    start = block.start - len(_comments_before(document.text, block.start))
    last = document.blocks[end - 1].end
    if end < len(document.blocks):
        last -= len(_comments_before(document.text, last))
    body = document.text[block.start : last]
    kept = len(body.rstrip())
    return Span(start, _next_line(document.text, block.start + kept) if kept else last)


def comments_above(document: Document, block: Block) -> Span:
    """The comment lines right above ``block``, which belong to it."""
    return Span(block.start - len(_comments_before(document.text, block.start)), block.start)


def position(document: Document, block: Block) -> int:
    """The number of ``block`` among all of ``document``, from 0."""
    return bisect_left(document.blocks, block.start, key=lambda each: each.start)


def newline(document: Document) -> str:
    """How lines end in the file: as its first one does."""
    first = document.text.find("\n")
    return "\r\n" if first > 0 and document.text[first - 1] == "\r" else "\n"


def _comments_before(text: str, place: int) -> str:
    """The comment lines that end right at ``place``, without a blank line between."""
    start = place
    while start and text[start - 1] == "\n":
        line = text.rfind("\n", 0, start - 1) + 1
        if not text[line:start].lstrip().startswith("#"):
            break
        start = line
    return text[start:place]


def _below(document: Document, block: Block, names: Iterable[str]) -> int:
    """Where the line after the last of the keys ``names`` begins; else after the header.

    What stands above the first header has none: there it is where that one's comments begin.
    """
    ends = [block.values[name].end for name in names if name in block.values]
    if ends:
        return _next_line(document.text, max(ends))
    if not block.table:
        return block.end - len(_comments_before(document.text, block.end))
    return _next_line(document.text, document.text.index("[", block.start))


def _line(document: Document, place: int, line: str) -> Edit:
    break_ = newline(document)
    if place and document.text[place - 1] != "\n":
        return Edit(place, place, break_ + line)
    return Edit(place, place, line + break_)


def _lines(document: Document, written: str) -> str:
    return written.replace("\n", newline(document))


def _next_line(text: str, position: int) -> int:
    end = text.find("\n", position)
    return len(text) if end < 0 else end + 1
