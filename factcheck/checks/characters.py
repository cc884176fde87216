"""Characters on a terminal: the ones that would act are shown, each has a width, lines wrap."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Controls, line and paragraph separators, lone surrogates, and the characters that turn the
# direction of what follows (UAX 9): these must not act on a terminal.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

_COLOUR = re.compile("\x1b\\[[0-9]+m")


def visible(text: str) -> str:
    """``text`` with every control character shown instead of obeyed; line feeds and tabs stay.

    Those below a space become their pictures (``␛``), others their code point (``<U+202E>``).
    CR LF and lone CR become a line feed.
    """
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNSAFE.sub(_shown, text)


def _shown(match: re.Match[str]) -> str:
    char = match.group()
    if char in "\n\t":
        return char
    if char < " ":
        return chr(0x2400 + ord(char))
    return "␡" if char == "\x7f" else f"<U+{ord(char):04X}>"


@lru_cache(maxsize=8192)
def _cells(char: str) -> int:
    """How many cells of a terminal one character takes, at most: 0 to 2."""
    if unicodedata.east_asian_width(char) in "WF":
        return 2
    # A variation selector can widen the sign before it; too wide a guess only wraps early.
    if char == "\ufe0f":
        return 1
    joining = "\u1160" <= char <= "\u11ff"
    return 0 if joining or unicodedata.category(char) in {"Mn", "Me", "Cf"} else 1


def width(text: str) -> int:
    """How many cells of a terminal ``text`` takes, at most; ``text`` is visible already."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def fold(words: str, cells: int, indent: str) -> str:
    """``words``, visible and on one line, wrapped at blanks to lines of at most ``cells`` cells.

    Lines after the first begin with ``indent``; a longer word stays whole. Colours take no room.
    """
    line, *rest = words.split(" ")
    lines: list[str] = []
    for word in rest:
        longer = f"{line} {word}"
        if width(_COLOUR.sub("", longer)) <= cells:
            line = longer
        else:
            lines.append(line)
            line = indent + word
    return "\n".join([*lines, line])


def head(words: str, cells: int) -> str:
    """The beginning of ``words``, which are visible, that fits in ``cells`` cells."""
    for at, char in enumerate(words):
        cells -= _cells(char)
        if cells < 0:
            return words[:at]
    return words


def tail(words: str, cells: int) -> str:
    """The end of ``words``, which are visible, that fits in ``cells`` cells."""
    for at in range(len(words), 0, -1):
        cells -= _cells(words[at - 1])
        if cells < 0:
            return words[at:]
    return words
