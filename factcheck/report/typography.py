"""Text for a terminal: tidied, cut and wrapped.

Nothing in here colours anything. A line is a tuple of runs, each a text with the name of its role;
:mod:`factcheck.console` gives a role its colour.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from factcheck.checks.characters import visible, width

Run = tuple[str, str]
"""Text and the name of its role; an empty role is plain text."""
Line = tuple[Run, ...]

_SPACES = re.compile("[ \t]+")
_WORD = re.compile("[^ \n]+|\n")
_SOFT_HYPHEN = "\u00ad"  # some terminals draw it, others do not
_NO_START = frozenset("、。，．・：；？！）」』】〉》〕｝ー,.;:!?)]}’”»%")
_NO_END = frozenset("（「『【〈《〔｛([{‘“«")


def tidy(text: str) -> str:
    """``text`` on one line, made visible, each stretch of spaces and line ends one space."""
    return " ".join(re.split("[ \t\n]+", visible(text).replace(_SOFT_HYPHEN, ""))).strip(" ")


def clip(text: str, cells: int) -> str:
    """``text`` on one line, cut with an ellipsis to at most ``cells`` cells.

    The cut is after a whole word, unless that would leave less than half of the room filled.
    """
    text = tidy(text)
    if width(text) <= cells:
        return text
    kept = used = 0
    for index, char in enumerate(text):
        used += width(char)
        if used > cells - 1:
            break
        kept = index + 1
    word_end = text.rfind(" ", 0, kept + 1)
    if width(text[: max(0, word_end)]) * 2 >= cells:
        kept = word_end
    return text[:kept].rstrip() + "…"


def wrap(runs: Iterable[Run], cells: int) -> Iterator[Line]:
    """``runs`` as one flowing text, in lines of at most ``cells`` cells (at least 2).

    Breaks at spaces, beside a wide character, and elsewhere only inside a word that is longer than
    a line. A line feed starts a new line. Texts are made visible here.
    """
    shown = [(_flat(text), role) for text, role in runs]
    whole = "".join(text for text, _ in shown)
    for start, end in _lines(whole, max(2, cells)):
        yield _slice(shown, start, end)


def _flat(text: str) -> str:
    if text.isascii() and text.isprintable() and "  " not in text:
        return text
    return _SPACES.sub(" ", visible(text).replace(_SOFT_HYPHEN, ""))


def _slice(runs: Sequence[Run], start: int, end: int) -> Line:
    if len(runs) == 1:
        return ((runs[0][0][start:end], runs[0][1]),)
    taken: list[Run] = []
    at = 0
    for text, role in runs:
        piece = text[max(0, start - at) : max(0, end - at)]
        if piece:
            taken.append((piece, role))
        at += len(text)
    return tuple(taken)


def _lines(text: str, cells: int) -> Iterator[tuple[int, int]]:
    """The half-open places in ``text`` that each line takes; spaces at a break belong to none."""
    start = end = used = 0
    begun = False  # whether the line holds a word; an empty one is kept for an empty paragraph
    for match in _WORD.finditer(text):
        if match.group() == "\n":
            yield (start, end) if begun else (match.start(), match.start())
            begun = False
            continue
        at, stop = match.span()
        while at < stop:
            need = width(text[at:stop])
            gap = width(text[end:at]) if begun else 0
            room = cells - (used + gap if begun else 0)
            fits = need <= room
            piece = stop if fits else at + _fits(text[at:stop], room, whole_line=not begun)
            if piece > at:
                if not begun:
                    start, used, begun, gap = at, 0, True, 0
                used += gap + width(text[at:piece])
                end = at = piece
            if at < stop:
                yield start, end
                begun = False
    if begun:
        yield start, end


def _fits(word: str, room: int, *, whole_line: bool) -> int:
    """How many characters of ``word`` to put into ``room`` cells; at least one on an empty line."""
    best = count = used = 0
    for index, char in enumerate(word):
        size = width(char)
        if used + size > room and size:
            break
        used += size
        count = index + 1
        if _may_break(word, count):
            best = count
    if best or not whole_line:
        return best
    # Longer than a line: an address is best cut after a mark of its own.
    mark = max(word.rfind(each, count // 2, count) + 1 for each in "/?&=-_.")
    return mark or max(1, count)


def _may_break(word: str, index: int) -> bool:
    if index >= len(word):
        return False
    before, after = word[index - 1], word[index]
    if after in _NO_START or before in _NO_END or width(after) == 0:
        return False
    return width(before) == 2 or width(after) == 2
