"""Notes of several people in one: each under the names of those who wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterable

_BETWEEN = re.compile(r"\s*[,;]\s*")

Entry = tuple[str, str]
"""Who wrote it, ``""`` if nobody says; what was written."""


def names(reviewer: str) -> tuple[str, ...]:
    """The people that ``reviewer`` names: "Ana, Ben" are two."""
    return tuple(dict.fromkeys(name for name in _BETWEEN.split(reviewer.strip()) if name))


def together(*reviewers: str) -> str:
    """All people that are named, each once."""
    return ", ".join(dict.fromkeys(name for each in reviewers for name in names(each)))


def entries(note: str, reviewer: str) -> tuple[Entry, ...]:
    """``note`` as its entries: a line that begins with names of ``reviewer`` and a colon begins one.

    The note of one person is one entry.
    """
    people = names(reviewer)
    if not note.strip():
        return ()
    if len(people) < 2:
        return ((together(reviewer), note),)
    name = "|".join(re.escape(each) for each in sorted(people, key=len, reverse=True))
    starts = list(re.finditer(rf"^((?:{name})(?:, (?:{name}))*): ", note, re.MULTILINE))
    if not starts:
        return ((together(reviewer), note),)
    ends = [*(match.start() - 1 for match in starts[1:]), len(note)]
    found = [(m[1], note[m.end() : end]) for m, end in zip(starts, ends, strict=True)]
    if lead := note[: max(starts[0].start() - 1, 0)]:
        found.insert(0, ("", lead))
    return tuple(found)


def joined(found: Iterable[Entry], reviewer: str) -> str:
    """One note of entries, each text once, under the names of all who wrote it.

    What all of ``reviewer`` wrote, or nobody in particular, needs no name.
    """
    by_text: dict[str, str] = {}
    for name, text in found:
        by_text[text] = together(by_text.get(text, ""), name)
    everybody = set(names(reviewer))
    plain = [text for text, name in by_text.items() if not name]
    named = [(name, text) for text, name in by_text.items() if name]
    if not plain and len(named) == 1 and set(names(named[0][0])) == everybody:
        return named[0][1]
    return "\n".join([*plain, *(f"{name}: {text}" for name, text in named)])
