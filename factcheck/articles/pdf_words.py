"""A word that was cut at the end of a line: is the hyphen its own, or only the line's?

Typesetters cut long words, so the hyphen goes, unless the words around say otherwise: the text has
the compound elsewhere ("long-term"), the halves are numbers ("twenty-one") or they are the sort
that English joins with hyphens ("self-", "-based", "-year-old").
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_CUT = re.compile(r"(?P<before>[-\u2010]?)(?P<head>[^\W\d_]+)[-\u2010]$")
_TAIL = re.compile(r"(?P<tail>[^\W\d_]+)(?P<after>[-\u2010]?)")
_WORD = re.compile(r"[^\W_]+(?:[-\u2010][^\W_]+)*")
_TENS = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
_ONES = frozenset(
    "one two three four five six seven eight nine first second third fourth fifth sixth seventh"
    " eighth ninth".split()
)
# Whole words that begin compounds. Not "co-", "ex-", "pre-" and the like: "ex-" at the end of a
# line is the beginning of "expect" more often than of "ex-wife".
_HEADS = frozenset(
    "all anti award best better cross decades eight first five four full half hard high large last"
    " late long low mid nine second self seven short single six small third three top two vice"
    " well world year".split()
)
_TAILS = frozenset(
    "backed based century class driven elect friendly funded general led level owned related scale"
    " size sized speaking term wing year".split()
)
_SUFFIXES = frozenset("ness ship teen ward wards less able ible ment tion".split())
_JOINING = frozenset({"and", "or", "to", "und", "nor"})


class Vocabulary:
    """The words and compounds that a text has within its lines, in small letters."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: set[str] = set()
        cut = False
        for line in lines:
            whole = [match[0].replace("\u2010", "-") for match in _WORD.finditer(line.lower())]
            ends_cut = line.endswith(("-", "\u2010"))
            self._words.update(whole[int(cut) : len(whole) - ends_cut])
            cut = ends_cut

    def __contains__(self, word: str) -> bool:
        return word in self._words


def mend(line: str, following: str, words: Vocabulary) -> str:
    """Two lines of a paragraph as one text."""
    line, following = line.rstrip(), following.lstrip()
    if line.endswith("\u00ad"):
        return line[:-1] + following
    if re.search(r"\w[—/]$", line) and re.match(r"\w", following):
        return line + following
    if not re.search(r"\w[-\u2010]$", line) or not re.match(r"[^\W_]", following):
        return f"{line} {following}"
    cut, tail = _CUT.search(line), _TAIL.match(following)
    if not cut or not tail or not tail["tail"][0].islower():
        return line + following  # "F-16", "Jean-Paul"
    if tail["tail"] in _JOINING:
        return f"{line} {following}"  # "pre- and postwar"
    keep = _is_compound(cut["head"].lower(), tail["tail"], words, cut["before"] or tail["after"])
    return line + following if keep else line[:-1] + following


def _is_compound(head: str, tail: str, words: Vocabulary, more: str) -> bool:
    """Whether the hyphen is the word's own; ``more`` is a further hyphen before or behind."""
    if f"{head}-{tail}" in words or more:
        return True
    if head + tail in words:
        return False
    usual = head in _TENS and tail in _ONES
    usual |= head in _HEADS and len(tail) > 3 and tail not in _SUFFIXES
    usual |= tail in _TAILS and len(head) > 3
    return usual or (min(len(head), len(tail)) > 3 and head in words and tail in words)
