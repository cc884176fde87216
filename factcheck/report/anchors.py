"""The name of each assertion's place on a page, the same in every format that has pages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.report.record import Item

_PLAIN = re.compile(r"[A-Za-z0-9_.-]+")


def names(items: Sequence[Item]) -> tuple[str, ...]:
    """For each of ``items`` the name of its place: ``a14`` for 14.

    An id that can name no place, or that two have, gives way to the item's number among ``items``: ``n3``.
    """
    found: list[str] = []
    taken: set[str] = set()
    for number, item in enumerate(items):
        name = f"a{item.assertion.id}"
        if not _PLAIN.fullmatch(item.assertion.id) or name in taken:
            name = f"n{number}"
        found.append(name)
        taken.add(name)
    return tuple(found)
