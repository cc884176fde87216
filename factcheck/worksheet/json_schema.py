"""The JSON Schema of a worksheet, for editors: completion, hover texts and red underlines.

Draft 7, the version that both taplo and tombi read in full.
"""

from __future__ import annotations

import json
from typing import Any

from factcheck.scales import DESK, Scale
from factcheck.worksheet.format import TABLES
from factcheck.worksheet.keys import Key, Table

DRAFT = "http://json-schema.org/draft-07/schema#"
_SIMPLE: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "prose": {"type": "string"},
    "snapshot": {"type": "string"},
    "integer": {"type": "integer", "minimum": 0},
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "datetime": {"type": "string", "format": "date-time"},
    "span": {
        "type": "array",
        "items": {"type": "integer", "minimum": 0},
        "minItems": 2,
        "maxItems": 2,
    },
    "texts": {"type": "array", "items": {"type": "string"}},
}


def schema(scale: Scale = DESK) -> dict[str, Any]:
    """The schema of worksheets of ``scale`` as a plain dict, ready for ``json.dumps``."""
    top = [table for table in TABLES.values() if "." not in table.name]
    return {
        "$schema": DRAFT,
        "title": "factcheck worksheet",
        "description": "Every checkable assertion of an article, with verdicts and evidence.",
        "type": "object",
        "additionalProperties": False,
        "required": [table.name for table in top if table.required],
        "properties": {table.name: _whole(table, scale) for table in top},
    }


def schema_text(scale: Scale = DESK) -> str:
    """The schema of worksheets of ``scale`` as the text of a JSON file; the same at every call."""
    return json.dumps(schema(scale), indent=2, ensure_ascii=False) + "\n"


def _whole(table: Table, scale: Scale) -> dict[str, Any]:
    one = _table(table, scale)
    if not table.array:
        return one
    return {"type": "array", "description": table.about, "items": one}


def _table(table: Table, scale: Scale) -> dict[str, Any]:
    return {
        "type": "object",
        "description": table.about,
        "additionalProperties": False,
        "required": [key.name for key in table.keys if key.required],
        "properties": {key.name: _key(table, key, scale) for key in table.keys},
    }


def _key(table: Table, key: Key, scale: Scale) -> dict[str, Any]:
    described = {"description": key.about}
    if key.type == "tables":
        entry = _table(TABLES[f"{table.name}.{key.name}"], scale)
        if key.bare:
            text = {"type": "string", "minLength": 1, "description": "An address or a source's id."}
            entry = {"anyOf": [text, entry]}
        return {**described, "type": "array", "items": entry}
    if key.type == "verdict":
        return {**described, **_verdicts(scale)}
    if key.type == "scale":
        return {**described, "type": "string", "enum": [scale.name]}
    if key.words:
        words = [*([""] if key.may_be_blank else []), *key.words]
        return {**described, "type": "string", "enum": words}
    return {**described, **_SIMPLE[key.type]}


def _verdicts(scale: Scale) -> dict[str, Any]:
    """The scale's words, and what each means in the form that taplo shows beside its completions."""
    meanings = ["Unchecked.", *(verdict.meaning for verdict in scale.verdicts)]
    docs = {"docs": {"enumValues": meanings}}
    return {"type": "string", "enum": ["", *scale.words], "x-taplo": docs}
