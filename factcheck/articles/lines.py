"""Lines to paragraphs: is a line break the end of a paragraph, or only the edge of the page?

A program that wraps text breaks a line where the next word does not fit any more. So the lengths
of the lines tell: in wrapped text nearly every break is forced by the width, in a list, a poem or
a file with one paragraph a line hardly any is.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence

_WIDEST = 140
_SAMPLE = 2000
_ITEM = re.compile(
    r"\s*(?:[-*+•‣◦▪●·–—]\s+|(?:\d{1,3}|[A-Za-z]|[ivx]{1,5})[.)]\s+|\(\w{1,3}\)\s+|#{1,6}\s)"
)
_BULLET = re.compile(r"\s*[-*+•‣◦▪●]\s")
_ENDS = re.compile(r"[.!?:…][\"'”’)\]]*$|[\"”]$")
_HYPHEN = re.compile(r"(?P<head>[^\W_]+)[-\u2010]$")
_TAIL = re.compile(r"[^\W_]+")
_SUSPENDED = frozenset({"and", "or", "to"})  # "two- and three-year terms"


def paragraphs(text: str, *, tabs: int = 8) -> tuple[str, ...]:
    """The paragraphs of ``text``: blank lines divide, wrapped lines are joined.

    Lines end in line feeds. List items, headings and files of one paragraph a line are kept apart.
    """
    blocks = _blocks(text.expandtabs(tabs))
    pairs = [
        pair for block in blocks for pair in itertools.pairwise(block) if not _ITEM.match(pair[1])
    ]
    width = _width(pairs[:_SAMPLE])
    wrapped = _is_wrapped(pairs[:_SAMPLE], width)
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


def _width(pairs: Sequence[tuple[str, str]]) -> int:
    """The width that explains most of the breaks; longer lines are wrapped by no program."""
    lengths = {len(line) for line, _ in pairs if len(line) <= _WIDEST}
    return max(lengths, key=lambda w: (sum(_forced(*p, w) for p in pairs), w), default=0)


def _is_wrapped(pairs: Sequence[tuple[str, str]], width: int) -> bool:
    if not pairs or width < 30:
        return False
    full = sum(_forced(*pair, width) for pair in pairs)
    open_ended = sum(not _ENDS.search(line) for line, _ in pairs)
    runs_on = sum(_runs_on(*pair) for pair in pairs)
    return (full >= 0.5 * len(pairs) and open_ended >= 0.4 * len(pairs)) or (
        runs_on >= 0.5 * len(pairs)
    )


def _forced(line: str, following: str, width: int) -> bool:
    """Whether the first word of ``following`` had no room left on ``line``."""
    room = width - len(line)
    fits = len(following) <= width + 5
    return fits and -5 <= room <= len(following.split(maxsplit=1)[0]) + 1


def _runs_on(line: str, following: str) -> bool:
    """Whether a sentence goes on from ``line`` to ``following``."""
    start = following.lstrip()[:1]
    return not _ENDS.search(line) and (start.islower() or line.endswith(","))


def _join(block: list[str], width: int, wrapped: bool, words: frozenset[str]) -> list[str]:
    out: list[list[str]] = []
    edge = min(map(_indent, block))
    for number, line in enumerate(block):
        previous = block[number - 1] if number else ""
        set_in = wrapped and _indent(line) > edge + 1  # the first line of a paragraph
        if out and (
            _hangs(previous, line, out[-1][0])
            or (not set_in and _continues(previous, line, width, wrapped))
        ):
            out[-1][-1] = before(out[-1][-1], line.strip(), words.__contains__, keep=True)
            out[-1].append(line.strip())
        else:
            out.append([line.strip()])
    return ["".join(parts) for parts in out]


def _hangs(previous: str, line: str, paragraph: str) -> bool:
    """Whether ``line`` is the second of a list item, which hangs under the first."""
    item = _ITEM.match(paragraph) and _ITEM.match(previous) and not _ITEM.match(line)
    return bool(item) and _indent(line) > _indent(previous)


def _continues(previous: str, line: str, width: int, wrapped: bool) -> bool:
    full = wrapped and _forced(previous, line, width)
    # "(R) said", "6. Now" and "— including" begin a line by chance where the one before is full.
    chance = full and not _BULLET.match(line) and not _ENDS.search(previous)
    if (_ITEM.match(line) and not chance) or len(previous) > _WIDEST:
        return False
    if _runs_on(previous, line):
        return len(previous) >= max(30, 0.6 * width)
    return full or (wrapped and len(previous) >= 0.75 * width and not _ENDS.search(previous))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _vocabulary(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.lower()))


def before(line: str, following: str, known: Callable[[str], bool], *, keep: bool) -> str:
    """``line`` as it stands before ``following`` in a paragraph: with a blank, or with its hyphen
    and without a blank, or without the hyphen where a word was cut.

    ``known`` tells whether the article has a word (in small letters) elsewhere: "govern-" and
    "ment" are one word if "government" is known, keep the hyphen if "govern-ment" is. Where
    neither is, ``keep`` decides.
    """
    head, tail = _HYPHEN.search(line), _TAIL.match(following)
    if not head or not tail or tail[0] in _SUSPENDED:
        return f"{line} "
    first, second = head["head"].lower(), tail[0].lower()
    cut = known(first + second) or (not keep and not known(f"{first}-{second}"))
    return line[:-1] if cut and tail[0][0].islower() else line
