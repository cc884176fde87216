"""Another worksheet with the ids of this one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from factcheck import worksheet
from factcheck.errors import LostError
from factcheck.model import Assertion, Evidence, Span, Worksheet
from factcheck.worksheet import Block, Document, edit, layout
from factcheck.worksheet.blocks import items
from factcheck.worksheet.edit import Edit
from factcheck.worksheet.format import TABLES

_OWNERS = ("assertion", "retired")
_WITH_EVIDENCE = ("assertion", "retired", "assertion.opinion", "retired.opinion")
_TEXT = r"""\"{3}(?:[^"\\]|\\.|"{1,2}(?!"))*"{3,5}|'{3}.*?'{3,5}|\"(?:[^"\\\n]|\\.)*"|'[^'\n]*'"""
_STRING = re.compile(_TEXT, re.DOTALL)
_SOURCE = re.compile(rf"(?<=[{{,\s])source\s*=\s*({_TEXT})|{_TEXT}", re.DOTALL)


def renamed(
    document: Document, assertions: Mapping[str, str], sources: Mapping[str, str]
) -> Document:
    """``document`` with its assertions and sources called as the mappings say."""
    edits = [
        *_of_assertions(document, assertions),
        *_of_sources(document, sources),
        *_of_evidence(document, sources),
    ]
    if not edits:
        return document
    after = worksheet.parse(edit.apply(document.text, edits), document.path)
    if after.worksheet != _meant(document.worksheet, assertions, sources):
        raise LostError("an id could not be changed without changing more")
    return after


def _meant(
    sheet: Worksheet, assertions: Mapping[str, str], sources: Mapping[str, str]
) -> Worksheet:
    """``sheet`` with its ids changed."""

    def cited(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
        return tuple(replace(e, source=sources.get(e.source, e.source)) for e in evidence)

    def stated(group: tuple[Assertion, ...]) -> tuple[Assertion, ...]:
        return tuple(
            replace(
                each,
                id=assertions.get(each.id, each.id),
                evidence=cited(each.evidence),
                opinion=tuple(replace(o, evidence=cited(o.evidence)) for o in each.opinion),
            )
            for each in group
        )

    def listed(ids: tuple[str, ...], called: Mapping[str, str]) -> tuple[str, ...]:
        return tuple(called.get(each, each) for each in ids)

    return replace(
        sheet,
        assertions=stated(sheet.assertions),
        retired=stated(sheet.retired),
        sources=tuple(
            replace(
                each,
                id=sources.get(each.id, each.id),
                independent_of=listed(each.independent_of, sources),
            )
            for each in sheet.sources
        ),
        queries=tuple(
            replace(each, assertions=listed(each.assertions, assertions)) for each in sheet.queries
        ),
    )


def _of_assertions(document: Document, called: Mapping[str, str]) -> Iterator[Edit]:
    for table in _OWNERS:
        for block in document.rows(table):
            yield from _name(document, block, called)
    for block, query in zip(document.rows("query"), document.worksheet.queries, strict=True):
        yield from _names(document, block, "assertions", query.assertions, called)


def _of_sources(document: Document, called: Mapping[str, str]) -> Iterator[Edit]:
    for block, source in zip(document.rows("source"), document.worksheet.sources, strict=True):
        yield from _name(document, block, called)
        yield from _names(document, block, "independent_of", source.independent_of, called)


def _name(document: Document, block: Block, called: Mapping[str, str]) -> Iterator[Edit]:
    before = str(block.data.get("id", ""))
    now = called.get(before, before)
    if now != before:
        yield edit.set_value(document, block, "id", now)


def _names(
    document: Document,
    block: Block,
    key: str,
    ids: tuple[str, ...],
    called: Mapping[str, str],
) -> Iterator[Edit]:
    now = tuple(called.get(each, each) for each in ids)
    if now != ids:
        yield from edit.renew_value(document, block, key, now)


def _of_evidence(document: Document, called: Mapping[str, str]) -> Iterator[Edit]:
    changed = {before: now for before, now in called.items() if before != now}
    for block in document.blocks if changed else ():
        if block.table.endswith(".evidence") and block.table in TABLES:
            before = str(block.data.get("source", ""))
            if before in changed:
                yield edit.set_value(document, block, "source", changed[before])
        elif "evidence" in block.values and block.table in _WITH_EVIDENCE:
            yield from _entries(document, block, changed)


def _entries(document: Document, block: Block, changed: Mapping[str, str]) -> Iterator[Edit]:
    """The ids in an array of evidence, each where it stands: all else in it is a person's."""
    value = block.values["evidence"]
    offsets = (*items(document.text, value), value.end)
    entries = block.data["evidence"]
    for number, entry in enumerate(entries if isinstance(entries, list) else ()):
        name = entry.get("source") if isinstance(entry, dict) else entry
        if isinstance(name, str) and name in changed:
            place = _written(document.text, offsets[number], offsets[number + 1])
            if place is not None:
                yield Edit(place.start, place.end, layout.string(changed[name]))


def _written(text: str, start: int, end: int) -> Span | None:
    """Where the id of a source stands in an entry of evidence."""
    if text[start] != "{":
        match = _STRING.match(text, start, end)
        return Span(*match.span()) if match else None
    for match in _SOURCE.finditer(text, start, end):
        if match[1]:
            return Span(*match.span(1))
    return None
