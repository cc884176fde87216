"""Whether two words may be one name in two spellings, by their letters alone."""

from __future__ import annotations

import re

_SHORTEST = 4  # letters of a name in which one letter may be another
_ENDINGS = ("s", "es", "ies", "n", "an", "ian", "ite", "ism", "ist", "y", "ie", "ing", "o", "a")
_NOT_LETTERS = re.compile(r"[\W\d_]")
# One name in several spellings; a table, since they are more than a letter apart.
_SAME = tuple(
    frozenset(line.split())
    for line in (
        "mohammed muhammad mohamed mohammad muhammed mohamad",
        "stephen steven",
        "catherine katherine kathryn catharine",
        "jeffrey geoffrey jeffery",
        "philip phillip",
        "alan allan allen",
        "stuart stewart",
        "hussein hussain hossein husayn",
        "yusuf yousef youssef yousuf",
        "ahmed ahmad",
    )
)


def distance(one: str, other: str, most: int) -> int:
    """Letters to change, add, drop or swap with a neighbour; ``most`` + 1 where it is more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, against in enumerate(other, 1):
            cost = min(row[-1] + 1, before[j] + 1, before[j - 1] + (letter != against))
            swapped = i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against
            row.append(min(cost, earlier[j - 2] + 1) if swapped else cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def alike(one: str, other: str, *, most: int = 1) -> bool:
    """Whether two different words are one name in two spellings, by their letters alone."""
    a, b = sorted((one.casefold(), other.casefold()), key=len)
    if any(a in same and b in same for same in _SAME):
        return a != b
    if a == b or a[0] != b[0] or len(b) - len(a) > most or len(a) < _SHORTEST:
        return False
    if _NOT_LETTERS.search(a + b):
        return False
    if b != a + a[-1] and any(b in (a + end, a.removesuffix("y") + end) for end in _ENDINGS):
        return False  # Dorlans, Kennedies, Trumpism; but Zelenskyy
    longer = b.startswith(a) and len(b) - len(a) > 1  # Trump, Trumpet
    return not longer and distance(a, b, most) <= most
