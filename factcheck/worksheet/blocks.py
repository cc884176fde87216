"""A worksheet's text, cut into blocks at its table headers.

The cutter knows TOML's strings, comments and brackets, so a line inside a string or an array is
never taken for a header, and it keeps going where the text is not TOML: an array that is never
closed ends at the next line that begins a key or a known table. The pieces, joined, are the text.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.model import Span
from factcheck.worksheet.format import TABLES

_PART = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_NAME = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_STRING = r""""(?!"")(?:[^"\\\n]|\\.)*"|'(?!'')[^'\n]*'"""
_REST = r"[ \t]*(?:#[^\n]*)?\r?(?=\n|\Z)"

_HEADER = re.compile(rf"[ \t]*(\[\[?)[ \t]*({_NAME})[ \t]*(\]\]?){_REST}")
_ASSIGNMENT = re.compile(rf"[ \t]*({_NAME})[ \t]*=[ \t]*")
_PLAIN_VALUE = re.compile(rf"({_STRING}|[^\s\"'#\[\]{{}}]+){_REST}")
_PARTS = re.compile(_PART)
_NOTHING = re.compile(r"[ \t]*(?:#[^\n]*)?\r?(?=\n|\Z)")
_WORD = re.compile(r"[A-Za-z0-9_-]+")
_TOKEN = re.compile(
    r'"""|\'\'\'|"(?:[^"\\\n]|\\.)*"?|\'[^\'\n]*\'?|#[^\n]*|[\[\]{},\n]|[^\S\n]+|'
    r'[^"\'#\[\]{},\s]+'
)
# Unrolled, since possessive quantifiers go wrong in some releases of Python 3.11.
_BASIC_END = re.compile(r'[^"\\]*(?:(?:\\.|""?(?!"))[^"\\]*)*"{3,5}', re.DOTALL)
_LITERAL_END = re.compile(r"'{3,5}")
_KNOWN = re.compile(
    rf"^[ \t]*\[\[?(?:{'|'.join(map(re.escape, TABLES))})\]\]?{_REST}", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A ``key = value`` in the text: offsets of the key, of the value and of the value's end.

    ``path`` has the parts of the key; it is empty for a line that is no ``key = value``.
    """

    path: tuple[str, ...]
    start: int
    value: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A block as cut: its header's name and brackets, its range and its entries.

    ``path`` has the parts of the name; it is empty for what stands before the first header.
    ``body`` is the offset at which the entries begin. ``sound`` says whether the header is written
    as TOML wants it; ``headless`` that it has none, but begins where one seems to be missing.
    """

    path: tuple[str, ...]
    array: bool
    sound: bool
    start: int
    body: int
    end: int
    entries: tuple[Entry, ...]
    headless: bool = False

    @property
    def table(self) -> str:
        """The dotted name; a part that holds other than letters, digits, - and _ is quoted."""
        return ".".join(p if _WORD.fullmatch(p) else f'"{p}"' for p in self.path)


class Lines:
    """Lines and columns, both from 1, of offsets in ``text``; only a line feed ends a line."""

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column of ``offset``."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int) -> int:
        """The offset at which ``line`` begins; the text's length if there is no such line."""
        return self._starts[line - 1] if line <= len(self._starts) else len(self._text)

    def line(self, number: int) -> str:
        """The line itself, without its end."""
        return self._text[self.offset(number) : self.offset(number + 1)].rstrip("\r\n")


def cut(text: str) -> Iterator[Piece]:
    """Cut ``text`` into pieces; what a string opens, it holds until it is closed."""
    position = 0
    while position < len(text):
        piece = take(text, position)
        yield piece
        position = piece.end


def take(text: str, start: int, *, wary: bool = False) -> Piece:
    """The piece that begins at ``start``.

    ``wary`` also ends a string over several lines at the next line that is exactly a known
    header: right for a string that somebody forgot to close.
    """
    path: tuple[str, ...] = ()
    array, sound, position = False, True, start
    if start == 0 and text.startswith("\ufeff"):
        position = 1
    if _at_header(text, start):
        path, array, sound, position = _header(text, start)
    body = position
    entries: list[Entry] = []
    while position < len(text) and not _at_header(text, position):
        entry, position = _entry(text, position, wary=wary)
        if entry:
            entries.append(entry)
    return Piece(path, array, sound, start, body, position, tuple(entries))


def swallowed_header(text: str, start: int, end: int) -> int | None:
    """Offset of the first line from ``start`` to ``end`` that is exactly a known header, or None.

    Between the header of a block and its end such a line can only stand inside a string.
    """
    match = _KNOWN.search(text, start, end)
    return match.start() if match else None


def items(text: str, value: Span) -> tuple[int, ...]:
    """Offsets of the entries of the array at ``value``; of the value itself if it is no array."""
    if not text.startswith("[", value.start):
        return (value.start,)
    found: list[int] = []
    open_brackets = ["["]
    position, awaited = value.start + 1, True
    while position < value.end and (token := _TOKEN.match(text, position)):
        word = token.group()
        position = token.end()
        if word.isspace() or word[0] == "#":
            continue
        if len(open_brackets) == 1:
            if awaited and word not in ("]", ","):
                found.append(token.start())
            awaited = word == ","
        _turn(open_brackets, word)
        if word in ('"""', "'''"):
            position = _string_end(text, position, word, wary=False)
    return tuple(found)


def array_end(text: str, value: Span) -> tuple[int, bool]:
    """Where the last entry of the array at ``value`` ends, and whether a comma follows it.

    The comma's own end where there is one; the place after the bracket in an empty array.
    """
    end, comma = value.start + 1, False
    position, depth = end, 1
    while position < value.end and (token := _TOKEN.match(text, position)):
        word = token.group()
        position = token.end()
        if word.isspace() or word[0] == "#":
            continue
        depth += (word in ("[", "{")) - (word in ("]", "}"))
        if depth == 0:
            break
        if word in ('"""', "'''"):
            position = _string_end(text, position, word, wary=False)
        end, comma = position, word == "," and depth == 1
    return end, comma


def _at_header(text: str, position: int) -> bool:
    while text[position : position + 1] in (" ", "\t", "\ufeff"):
        position += 1
    return text.startswith("[", position)


def _next_line(text: str, position: int) -> int:
    end = text.find("\n", position)
    return len(text) if end < 0 else end + 1


def _header(text: str, start: int) -> tuple[tuple[str, ...], bool, bool, int]:
    after = _next_line(text, start)
    opened = text.index("[", start)
    match = _HEADER.match(text, opened)
    if match and len(match[1]) == len(match[3]):
        return _parts(match[2]), len(match[1]) == 2, True, after
    words = _WORD.findall(text[opened:after].partition("]")[0])
    return tuple(words) or ("?",), text.startswith("[[", opened), False, after


def _parts(name: str) -> tuple[str, ...]:
    return tuple(_unquote(part) for part in _PARTS.findall(name))


def _unquote(part: str) -> str:
    if part[0] not in "\"'":
        return part
    try:
        return next(iter(tomllib.loads(f"{part} = 0")))
    except ValueError:
        return part[1:-1]


def _entry(text: str, position: int, *, wary: bool) -> tuple[Entry | None, int]:
    """The entry on the line at ``position``, if there is one, and where the next line begins."""
    match = _ASSIGNMENT.match(text, position)
    if match is None:
        after = _next_line(text, position)
        if _NOTHING.match(text, position):
            return None, after
        line = text[position:after]
        start = position + len(line) - len(line.lstrip())
        return Entry((), start, start, position + len(line.rstrip())), after
    name = match[1]
    path = _parts(name) if "." in name or name[0] in "\"'" else (name,)
    value = match.end()
    end = _value_end(text, value, wary=wary)
    return Entry(path, match.start(1), value, end), _next_line(text, end)


def _value_end(text: str, start: int, *, wary: bool) -> int:
    """Where the value that begins at ``start`` ends, closed or not."""
    if plain := _PLAIN_VALUE.match(text, start):
        return plain.end(1)
    open_brackets: list[str] = []
    position = end = start
    while token := _TOKEN.match(text, position):
        word = token.group()
        position = token.end()
        if word == "\n":
            if not open_brackets or _breaks_off(text, position, open_brackets[-1]):
                break
        elif word in ('"""', "'''"):
            position = end = _string_end(text, position, word, wary=wary)
        elif word[0] != "#" and not word.isspace():
            _turn(open_brackets, word)
            end = position
    return end


def _turn(open_brackets: list[str], word: str) -> None:
    """Open or close a bracket; one that closes another sort closes what is open inside it."""
    if word in ("[", "{"):
        open_brackets.append(word)
    elif word in ("]", "}"):
        opener = "[" if word == "]" else "{"
        if opener in open_brackets:
            while open_brackets.pop() != opener:
                pass


def _breaks_off(text: str, position: int, innermost: str) -> bool:
    """Whether the line at ``position`` cannot belong to the array that is still open."""
    if _KNOWN.match(text, position):
        return True
    return innermost == "[" and bool(_ASSIGNMENT.match(text, position))


def _string_end(text: str, position: int, quotes: str, *, wary: bool) -> int:
    if quotes == "'''":
        ending = _LITERAL_END.search(text, position)
    else:
        ending = _BASIC_END.match(text, position)
    end = ending.end() if ending else len(text)
    header = _KNOWN.search(text, position, end) if wary else None
    if header:
        end = header.start()
    if ending and not header:
        return end
    return position + len(text[position:end].rstrip())
