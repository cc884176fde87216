"""Blocks as a :class:`factcheck.model.Worksheet` whose every field has its proper type."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from factcheck.model import (
    Article,
    Assertion,
    Detail,
    Evidence,
    Opinion,
    Query,
    SetAside,
    Signoff,
    Source,
    Span,
    Worksheet,
)
from factcheck.scales import DESK, SCALES
from factcheck.worksheet import format as fmt
from factcheck.worksheet import passages
from factcheck.worksheet.blocks import items
from factcheck.worksheet.evidence import from_string
from factcheck.worksheet.keys import Key, Table, Type
from factcheck.worksheet.loading import Block
from factcheck.worksheet.slips import Slip, as_day, quoted, suggest

UNKNOWN_MOMENT = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
"""Stands for ``created`` where the worksheet does not say."""

_NOUNS: dict[str, Callable[..., Any]] = {
    "source": Source,
    "query": Query,
    "assertion": Assertion,
    "assertion.details": Detail,
    "assertion.evidence": Evidence,
    "assertion.opinion": Opinion,
    "assertion.opinion.evidence": Evidence,
    "retired": Assertion,
    "retired.details": Detail,
    "retired.evidence": Evidence,
    "retired.opinion": Opinion,
    "retired.opinion.evidence": Evidence,
    "set_aside": SetAside,
}
_WANTED: dict[Type, tuple[str, str]] = {
    "text": ("a text in quotes", ""),
    "verdict": ("a text in quotes", ""),
    "scale": ("a text in quotes", ""),
    "prose": ("a text in quotes", ""),
    "snapshot": ("a text in quotes", ""),
    "integer": ("a whole number without quotes", ""),
    "boolean": ("true or false, without quotes", ""),
    "date": ("a date without quotes", "write it as 2026-01-31"),
    "datetime": ("a date and time without quotes", "write it as 2026-01-31T09:00:00Z"),
    "span": ("two whole numbers, the smaller first", "write it as [120, 164]"),
    "texts": ("a list of texts", 'write it as ["s1", "s2"]'),
    "tables": ("a list", ""),
}
_FILLABLE = ("sentence", "paragraph", "span", "layer", "kind", "priority")
_BREAK = re.compile(r"\n\s*\n")


def read_blocks(text: str, blocks: Sequence[Block]) -> tuple[Worksheet, tuple[Slip, ...]]:
    """The worksheet that ``blocks`` of ``text`` hold, and the values of a wrong type.

    There is one noun for each block of its table, in the file's order, and one evidence for each
    entry. A value that is missing or of a wrong type is read as the key's default.
    """
    reader = _Reader(text)
    single: dict[str, dict[str, Any]] = {}
    rows: dict[str, list[Any]] = {name: [] for name in _NOUNS}
    for block in blocks:
        table = fmt.TABLES.get(block.table)
        if table is None:
            continue
        fields = reader.fields(table, block)
        if block.table in _NOUNS:
            _add(rows, block.table, _NOUNS[block.table](**fields))
        else:
            single.setdefault(block.table, fields)
        if block.table == "worksheet":
            reader.scale = SCALES.get(fields["scale"], DESK)
    owners = [block for block in blocks if block.table == "assertion"]
    snapshot = single.get("snapshot", {}).get("text", "")
    rows["assertion"] = _complete(owners, rows["assertion"], rows["set_aside"], snapshot)
    return _assembled(single, rows, snapshot), tuple(reader.slips)


def _add(rows: dict[str, list[Any]], table: str, noun: object) -> None:
    """Add a noun to its table, or to the block above if it is a part of that."""
    top, *inner = table.split(".")
    if not inner:
        rows[table].append(noun)
    elif rows[top]:
        rows[top][-1] = _grown(rows[top][-1], inner, noun)


def _grown(owner: Any, keys: Sequence[str], noun: object) -> Any:
    """``owner`` with ``noun`` at the end of what it has at ``keys``, each a part of the one before."""
    key, *inner = keys
    parts = getattr(owner, key)
    if not inner:
        return replace(owner, **{key: (*parts, noun)})
    if not parts:
        return owner
    return replace(owner, **{key: (*parts[:-1], _grown(parts[-1], inner, noun))})


def _assembled(
    single: dict[str, dict[str, Any]], rows: dict[str, list[Any]], snapshot: str
) -> Worksheet:
    about = dict(single.get("article", {}))
    made = dict(single.get("worksheet", {}))
    created = made.pop("created", None) or UNKNOWN_MOMENT
    signed = single.get("signoff")
    return Worksheet(
        created=created,
        sha256=about.pop("sha256", ""),
        article=Article(text=snapshot, **about),
        sources=tuple(rows["source"]),
        queries=tuple(rows["query"]),
        assertions=tuple(rows["assertion"]),
        retired=tuple(rows["retired"]),
        set_aside=tuple(rows["set_aside"]),
        signoff=None if signed is None else Signoff(**signed),
        **{"tool": "", **made},
    )


class _Reader:
    """Reads values and gathers those of a wrong type."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.slips: list[Slip] = []
        self.scale = DESK

    def fields(self, table: Table, block: Block) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key in table.keys:
            if key.name not in block.data:
                found[key.name] = key.default
                continue
            value = block.data[key.name]
            if key.type == "tables":
                found[key.name] = self._entries(table, key, block)
            else:
                found[key.name] = self._value(key, value, block.values[key.name].start)
        return found

    def _value(self, key: Key, value: object, offset: int) -> Any:
        read = _convert(key.type, value)
        if read is not None:
            return read
        wanted, hint = _WANTED[key.type]
        rescued = _rescue(key.type, value)
        if rescued is not None:
            hint = f"write {key.name} = {quoted(rescued)}"
            words = self.scale.words if key.type == "verdict" else key.words
            if words and rescued not in words:
                hint = suggest(str(rescued), words)
        instead = "" if isinstance(value, list) else f", not {_sort(value)}"
        self.slips.append(Slip(offset, f"{key.name} must be {wanted}{instead}", hint))
        return key.default if rescued is None else rescued

    def _entries(self, table: Table, key: Key, block: Block) -> tuple[Any, ...]:
        name = f"{table.name}.{key.name}"
        values = block.data[key.name]
        if values == []:
            return ()
        offsets = items(self.text, block.values[key.name])
        if not isinstance(values, list):
            hint = f"put it between [ and ]: {key.name} = [ … ]"
            message = f"{key.name} must be a list, not {_sort(values)}"
            self.slips.append(Slip(offsets[0], message, hint))
            values = [values] if isinstance(values, str | dict) else []
        return tuple(
            self._entry(key, name, value, offset)
            for value, offset in zip(values, offsets[: len(values)], strict=True)
        )

    def _entry(self, key: Key, name: str, value: object, offset: int) -> Any:
        table = fmt.TABLES[name]
        if isinstance(value, str) and key.bare:
            return from_string(value)
        given = value if isinstance(value, dict) else {}
        if given is not value:
            wanted = "a text in quotes or a { … } table" if key.bare else "a { … } table"
            message = f"an entry of {key.name} must be {wanted}, not {_sort(value)}"
            self.slips.append(Slip(offset, message))
        fields = {
            part.name: self._part(part, name, given[part.name], offset)
            if part.name in given
            else part.default
            for part in table.keys
        }
        return _NOUNS[name](**fields)

    def _part(self, key: Key, name: str, value: object, offset: int) -> Any:
        if key.type != "tables" or not isinstance(value, list):
            return self._value(key, value, offset)
        return tuple(self._entry(key, f"{name}.{key.name}", each, offset) for each in value)


def _convert(wanted: Type, value: object) -> Any:
    """``value`` as the model holds it, or None if it is not of the wanted type."""
    match wanted, value:
        case (("text" | "verdict" | "scale" | "prose" | "snapshot"), str()) | ("boolean", bool()):
            return value
        case ("datetime", dt.datetime()) | ("integer", int()) if not isinstance(value, bool):
            return value
        case ("date", dt.date()) if not isinstance(value, dt.datetime):
            return value
        case ("span", [int(start), int(end)]) if 0 <= start <= end:
            return Span(int(start), int(end))
        case ("texts", list()) if all(isinstance(each, str) for each in value):
            return tuple(value)
    return None


def _rescue(wanted: Type, value: object) -> Any:
    """What a value of a wrong type can only mean, or None."""
    if wanted in ("text", "verdict", "scale", "prose") and isinstance(value, int | float | dt.date):
        return str(value).lower() if isinstance(value, bool) else str(value)
    if wanted == "date" and isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, str):
        try:
            match wanted:
                case "date":
                    return as_day(value) or dt.date.fromisoformat(value.strip())
                case "integer":
                    return int(value)
        except ValueError:
            return None
    return None


def _sort(value: object) -> str:
    """What ``value`` is, in plain words."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            return "a text in quotes"
        case int() | float():
            return "a number"
        case list():
            return "a list"
        case dict():
            return "a table"
    return "a date or time"


def _complete(
    blocks: Iterable[Block],
    assertions: Sequence[Assertion],
    set_aside: Sequence[SetAside],
    snapshot: str,
) -> list[Assertion]:
    """Fill in what a person left out who wrote a block by hand, say "7a" beside "7"."""
    by_id = {each.id: each for each in assertions}
    return [
        each
        if all(name in block.data for name in _FILLABLE)
        else _completed(block, each, by_id, (*assertions, *set_aside), snapshot)
        for block, each in zip(blocks, assertions, strict=True)
    ]


def _completed(
    block: Block,
    assertion: Assertion,
    by_id: dict[str, Assertion],
    claimed: Iterable[Assertion | SetAside],
    snapshot: str,
) -> Assertion:
    span = (
        assertion.span
        if "span" in block.keys
        else (passages.only(assertion.text, snapshot) or Span(0, 0))
    )
    known: dict[str, Any] = {"span": span}
    if span:
        holders = [c for c in claimed if c.span.holds(span) and c is not assertion]
        known["paragraph"] = 1 + len(_BREAK.findall(snapshot, 0, span.start))
        if holders:
            known["sentence"] = min(holders, key=lambda held: len(held.span)).sentence
    number = re.match(r"\d+", assertion.id)
    parent = by_id.get(number.group()) if number else None
    if parent and parent is not assertion:
        names = (*_FILLABLE, "speaker", "speaker_inferred")
        known |= {name: getattr(parent, name) for name in names if name != "span"}
    return replace(assertion, **{k: v for k, v in known.items() if k not in block.keys})
