"""Which assertions and sources of two worksheets of one draft are the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace

from factcheck.merging.record import Renamed
from factcheck.model import Assertion, Source, Worksheet
from factcheck.worksheet import numbering, passages

_TELLING = ("title", "url", "archived", "file", "sha256")
"""Fields of which one alone says which source is meant."""


def assertions(
    ours: Worksheet, theirs: Worksheet, base: Worksheet | None
) -> tuple[dict[str, str], tuple[Renamed, ...]]:
    """What each id of ``theirs`` is called in ``ours``, and those that have to be called otherwise.

    The same assertion has the same id and the same words, or the same words in the same place and
    layer under another id. An id that both have had since ``base`` is one assertion, whatever its
    words are now. Any other one is new here; if its id is taken, it gets the next that is free.
    """
    mine = {each.id: each for each in _all(ours)}
    known = {each.id for each in _all(base)} if base else set()
    called: dict[str, str] = {}
    rest: list[Assertion] = []
    for each in _all(theirs):
        twin = mine.get(each.id)
        if twin is not None and (each.id in known or _words(twin) == _words(each)):
            called[each.id] = each.id
        else:
            rest.append(each)
    found = set(called.values())
    places = _places(ours, (each for each in _all(ours) if each.id not in found))
    for each in list(rest):
        twins = places.get(_place(theirs, each), ())
        if len(twins) == 1 and twins[0] not in found:
            called[each.id] = twins[0]
            found.add(twins[0])
            rest.remove(each)
    taken = {*mine, *(each.id for each in _all(theirs)), *known}
    renamed = []
    for each in rest:
        if each.id in mine:
            called[each.id] = _free(each.id, taken, max(ours.highest, theirs.highest))
            taken.add(called[each.id])
            renamed.append(Renamed("assertion", each.id, called[each.id]))
        else:
            called[each.id] = each.id
    return called, tuple(renamed)


def sources(
    ours: Worksheet, theirs: Worksheet, base: Worksheet | None
) -> tuple[dict[str, str], tuple[Renamed, ...]]:
    """What each id of ``theirs`` is called in ``ours``, and those that have to be called otherwise.

    A source is the same if its id was there in ``base``, if no field contradicts the one that has its
    id and one at least says as much, or if it has another one's address and no field contradicts that.
    An id that evidence names and nobody describes is not taken for what the other side calls so.
    """
    mine = {each.id: each for each in ours.sources}
    known = {each.id for each in base.sources} if base else set()
    called = {
        each.id: each.id
        for each in theirs.sources
        if each.id in mine and (each.id in known or _fits(mine[each.id], each))
    }
    taken = {*mine, *(each.id for each in theirs.sources), *_cited(ours), *_cited(theirs)}
    open_here, open_there = (_undescribed(sheet, base) for sheet in (ours, theirs))
    for each in theirs.sources:
        if each.id in called:
            continue
        left = [one for one in ours.sources if one.id not in called.values()]
        twin = next((one for one in left if _described(one, each)), None)
        if twin is not None:
            called[each.id] = twin.id
        elif each.id in mine or each.id in open_here:
            called[each.id] = _free(each.id, taken, 0)
            taken.add(called[each.id])
        else:
            called[each.id] = each.id
    called |= {name: f"{name}-undescribed" for name in sorted(open_there & set(mine))}
    renamed = [Renamed("source", name, now) for name, now in called.items() if name != now]
    return called, tuple(renamed)


def _all(sheet: Worksheet) -> tuple[Assertion, ...]:
    return (*sheet.assertions, *sheet.retired)


def _cited(sheet: Worksheet) -> Iterator[str]:
    """The ids that evidence names, described or not."""
    for each in _all(sheet):
        for evidence in (each.evidence, *(opinion.evidence for opinion in each.opinion)):
            yield from (entry.source for entry in evidence if entry.source)


def _undescribed(sheet: Worksheet, base: Worksheet | None) -> set[str]:
    """The ids that evidence names and no source has; what both came from had, both mean the same by."""
    known = {each.id for each in sheet.sources}
    return set(_cited(sheet)) - known - (set(_cited(base)) if base else set())


def _words(assertion: Assertion) -> str:
    return " ".join(assertion.text.split())


Place = tuple[int, int, str, str]


def _place(sheet: Worksheet, assertion: Assertion) -> Place:
    span = passages.certain(assertion.text, assertion.span, sheet.article.text) or assertion.span
    return span.start, span.end, _words(assertion), assertion.layer


def _places(sheet: Worksheet, group: Iterable[Assertion]) -> Mapping[Place, list[str]]:
    found: dict[Place, list[str]] = {}
    for each in group:
        found.setdefault(_place(sheet, each), []).append(each.id)
    return found


def _free(name: str, taken: set[str], highest: int) -> str:
    """A name like ``name`` that nobody has: the next part of 7 for 7a, the next number for 32."""
    number = numbering.number(name)
    if number and not name.isdecimal():
        return numbering.next_part(number, taken)
    if number:
        return str(1 + max(highest, *map(numbering.number, taken)))
    stem = name.rstrip("0123456789")
    counted = name[len(stem) :]
    if counted:
        count = int(counted)
        while f"{stem}{count}" in taken:
            count += 1
        return f"{stem}{count}"
    count = 2
    while f"{name}-{count}" in taken:
        count += 1
    return f"{name}-{count}"


def _fits(one: Source, other: Source) -> bool:
    """Whether both are surely one: no field contradicts the other, and one at least says as much."""
    pairs = [
        (getattr(one, each.name), getattr(other, each.name), each.name)
        for each in fields(Source)
        if each.name not in ("id", "independent_of")
    ]
    told = [(mine, yours, name) for mine, yours, name in pairs if not _blank(mine or yours)]
    shared = any(mine == yours and name in _TELLING for mine, yours, name in told)
    return (shared or one == replace(other, id=one.id)) and all(
        mine == yours or _blank(mine) or _blank(yours) for mine, yours, _ in told
    )


def _blank(value: object) -> bool:
    return value in (None, "", ())


def _described(one: Source, other: Source) -> bool:
    """Whether both have the same address and fit, or say all the same under two ids."""
    same_address = bool(one.url) and one.url == other.url and _fits(one, other)
    return same_address or replace(one, id=other.id) == other
