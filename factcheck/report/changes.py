"""Which words a proposed change touches."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import accumulate

Piece = tuple[str, bool]
"""Words, and whether the change touches them."""

_TOKEN = re.compile(r"\w+(?:[.,]\d+)*|\s+|[^\w\s]")
_ALIKE = 0.5  # below this share of common words the two are different texts, and marks are noise
_LONGEST = 400  # tokens; a longer passage is shown without marks


def compare(current: str, proposed: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """``current`` and ``proposed``, each cut into words that the change touches and words it keeps.

    The pieces join to the whole text. Texts that have little in common come back as one untouched
    piece each: then the whole is replaced.
    """
    old, new = _TOKEN.findall(current), _TOKEN.findall(proposed)
    plain = ((current, False),), ((proposed, False),)
    if not old or not new or max(len(old), len(new)) > _LONGEST:
        return plain
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return plain
    before: list[Piece] = []
    after: list[Piece] = []
    for tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        touched = tag != "equal"
        before += _pieces("".join(old[old_start:old_end]), touched=touched)
        after += _pieces("".join(new[new_start:new_end]), touched=touched)
    return tuple(before), tuple(after)


def edits(current: str, proposed: str) -> tuple[tuple[int, int, str], ...]:
    """What :func:`compare` tells as edits of ``current``: from, to, and the words that come there.

    Made all at once they give ``proposed``. Texts that have little in common give one edit of the whole.
    """
    before, after = compare(current, proposed)
    if not any(touched for _, touched in (*before, *after)):
        return () if current == proposed else ((0, len(current), proposed),)
    old, new = _TOKEN.findall(current), _TOKEN.findall(proposed)
    places = [0, *accumulate(map(len, old))]
    found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return tuple(
        (places[old_start], places[old_end], "".join(new[new_start:new_end]))
        for tag, old_start, old_end, new_start, new_end in found
        if tag != "equal"
    )


def _pieces(text: str, *, touched: bool) -> list[Piece]:
    """``text`` as pieces; the spaces around words that a change touches are no part of them."""
    if not touched:
        return [(text, False)] if text else []
    words = text.strip()
    start = text.index(words)
    around = (text[:start], False), (words, True), (text[start + len(words) :], False)
    return [piece for piece in around if piece[0]]
