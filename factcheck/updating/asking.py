"""Queries carried to a new draft: answered ones stay, the machine's open ones are asked anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from factcheck.model import Found, Query
from factcheck.updating.normal import words
from factcheck.updating.record import Asked


def queries(
    old: Sequence[Query],
    new: Sequence[Query],
    names: Mapping[str, str],
    again: Callable[[], Found],
) -> tuple[tuple[Asked, ...], tuple[Query, ...]]:
    """The queries of the worksheet that stay, and those that are new.

    One that a person wrote or answered stays as it is; an open one of the machine's stays if the new
    draft still asks it. ``names`` are the worksheet's ids by the finder's; ``again`` finds what the
    finder made of the old draft, which tells the machine's queries from a person's.
    """
    asked = {words(each.text): _named(each, names) for each in new}
    kept: list[Asked] = []
    stays: set[str] = set()
    for number, each in enumerate(old):
        key = words(each.text)
        if each.answer:
            kept.append(Asked(number, each))
        elif key in asked:
            kept.append(Asked(number, replace(asked[key], text=each.text)))
        elif key not in {words(query.text) for query in again().queries}:
            kept.append(Asked(number, each))
        else:
            continue
        stays.add(key)
    return tuple(kept), tuple(query for key, query in asked.items() if key not in stays)


def _named(query: Query, names: Mapping[str, str]) -> Query:
    ids = dict.fromkeys(names[each] for each in query.assertions if each in names)
    return replace(query, assertions=tuple(ids))
