"""The ids of assertions: which was the highest, which one comes next. None is ever given twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.worksheet.document import Document

_NUMBER = re.compile(r"([1-9][0-9]{0,8})([A-Za-z]*)")


def number(name: str) -> int:
    """The number that the id ``name`` begins with, 7 for "7" and "7b"; 0 for any other id."""
    match = _NUMBER.fullmatch(name)
    return int(match[1]) if match else 0


def following(document: Document) -> int:
    """The number after the highest that was ever given, in any block that has an id."""
    return 1 + max([document.worksheet.highest, *(known for known, _ in _given(document))])


def part(document: Document, name: str) -> str:
    """The id for the next part of the assertion ``name``: "7a" for "7", then "7b" … "7z", "7aa".

    Parts of parts are counted with them: the next part of "7a" is "7b". Raises ValueError if
    ``name`` has no number.
    """
    whole = number(name)
    if not whole:
        raise ValueError(f"{name!r} has no number")
    return next_part(whole, (f"{known}{letters}" for known, letters in _given(document)))


def next_part(whole: int, taken: Iterable[str]) -> str:
    """The id for the next part of number ``whole``, of which those in ``taken`` are given."""
    matches = (_NUMBER.fullmatch(name) for name in taken)
    parts = (_count(match[2]) for match in matches if match and int(match[1]) == whole)
    return f"{whole}{_letters(max(parts, default=0) + 1)}"


def _given(document: Document) -> Iterator[tuple[int, str]]:
    """The numbers and letters of all ids, whatever block has them: its header may be misspelt."""
    for block in document.blocks:
        match = _NUMBER.fullmatch(str(block.data.get("id", "")))
        if match and block.table != "source":
            yield int(match[1]), match[2]


def _count(letters: str) -> int:
    """The place of ``letters`` in a … z, aa …: 1 for a, 27 for aa, 0 for none."""
    total = 0
    for letter in letters.lower():
        total = total * 26 + ord(letter) - ord("a") + 1
    return total


def _letters(total: int) -> str:
    letters = ""
    while total:
        total, rest = divmod(total - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
