"""Lines to paragraphs: is a line break the end of a paragraph, or only the edge of the page?

A program that wraps text breaks a line where the next word does not fit any more. So the lengths
of the lines tell: in wrapped text nearly every break is forced by the width, in a list, a poem or
a file with one paragraph a line hardly any is.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

_WIDEST = 140
_ITEM = re.compile(
    r"\s*(?:[-*+•‣◦▪●·–—]\s+|(?:\d{1,3}|[A-Za-z]|[ivx]{1,5})[.)]\s+|\(\w{1,3}\)\s+|#{1,6}\s)"
)
_ENDS = re.compile(r"[.!?:…][\"'”’)\]]*$|[\"”]$")
_HYPHEN = re.compile(r"(?P<head>[^\W\d_]+)[-\u2010]$")
_TAIL = re.compile(r"[^\W\d_]+")


def paragraphs(text: str, *, tabs: int = 8) -> tuple[str, ...]:
    """The paragraphs of ``text``: blank lines divide, wrapped lines are joined.

    Lines end in line feeds. List items, headings and files of one paragraph a line are kept apart.
    """
    blocks = _blocks(text.expandtabs(tabs))
    width = _width([line for block in blocks for line in block])
    wrapped = _is_wrapped(blocks, width)
    words = _vocabulary(text)
    out: list[str] = []
    for block in blocks:
        out += _join(block, width, wrapped, words)
    return tuple(out)


def _blocks(text: str) -> list[list[str]]:
    blocks: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip():
            blocks[-1].append(line.rstrip())
        elif blocks[-1]:
            blocks.append([])
    blocks = [block for block in blocks if block]
    return [[block[0] for block in blocks]] if _double_spaced(blocks) else blocks


def _double_spaced(blocks: list[list[str]]) -> bool:
    """Whether a blank line stands after every wrapped line, as some programs paste."""
    if len(blocks) < 6 or any(len(block) > 1 for block in blocks):
        return False
    lines = [block[0] for block in blocks]
    runs_on = sum(_runs_on(a, b) for a, b in itertools.pairwise(lines))
    return runs_on > 0.5 * len(lines)


def _width(lines: list[str]) -> int:
    """The width that the lines were wrapped to, if they were; long lines were not."""
    lengths = sorted(len(line) for line in lines if len(line) <= _WIDEST and " " in line.strip())
    return lengths[int(0.98 * (len(lengths) - 1))] if lengths else 0


def _is_wrapped(blocks: list[list[str]], width: int) -> bool:
    pairs = [
        pair for block in blocks for pair in itertools.pairwise(block) if not _ITEM.match(pair[1])
    ]
    if not pairs or width < 30:
        return False
    full = sum(_forced(a, b, width) for a, b in pairs)
    open_ended = sum(not _ENDS.search(a) for a, _ in pairs)
    return full >= 0.5 * len(pairs) and open_ended >= 0.4 * len(pairs)


def _forced(line: str, following: str, width: int) -> bool:
    """Whether the first word of ``following`` had no room left on ``line``."""
    room = width - len(line)
    return -10 <= room <= len(following.split(maxsplit=1)[0]) + 1


def _runs_on(line: str, following: str) -> bool:
    """Whether a sentence goes on from ``line`` to ``following``."""
    start = following.lstrip()[:1]
    return not _ENDS.search(line) and (start.islower() or line.endswith(","))


def _join(block: list[str], width: int, wrapped: bool, words: frozenset[str]) -> list[str]:
    out: list[str] = []
    for number, line in enumerate(block):
        previous = block[number - 1] if number else ""
        if out and _continues(previous, line, out[-1], width, wrapped):
            out[-1] = hyphenated(out[-1], line.strip(), words.__contains__, keep=True)
        else:
            out.append(line.strip())
    return out


def _continues(previous: str, line: str, paragraph: str, width: int, wrapped: bool) -> bool:
    if _ITEM.match(line) or len(previous) > _WIDEST:
        return False
    indent, before = _indent(line), _indent(previous)
    if _ITEM.match(paragraph) and indent > before and _ITEM.match(previous):
        return True  # the second line of a list item hangs under its first
    if wrapped and indent > before + 1:
        return False  # the first line of a paragraph is set in
    if _runs_on(previous, line):
        return len(previous) >= max(30, 0.6 * width)
    return wrapped and _forced(previous, line, width)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _vocabulary(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.lower()))


def hyphenated(line: str, following: str, known: Callable[[str], bool], *, keep: bool) -> str:
    """The two lines as one; a word that was cut at the end of ``line`` is whole again.

    ``known`` tells whether the article has a word (in small letters) elsewhere: "govern-" and
    "ment" are joined if "government" is known, keep their hyphen if "govern-ment" is. Where
    neither is, ``keep`` decides.
    """
    head, tail = _HYPHEN.search(line), _TAIL.match(following)
    if not head or not tail or not tail[0][0].islower():
        return f"{line} {following}"
    first, second = head["head"].lower(), tail[0].lower()
    if known(first + second) or (not keep and not known(f"{first}-{second}")):
        return line[:-1] + following
    return line + following
