"""The JSON Schema of the report as JSON: what :mod:`factcheck.report.json` describes in words, for programs."""

from __future__ import annotations

import json
from typing import Any

from factcheck.report.json import FORMAT
from factcheck.report.record import STATES

Schema = dict[str, Any]
_TEXT: Schema = {"type": "string"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_TRUTH: Schema = {"type": "boolean"}
_MAYBE: Schema = {"type": ["boolean", "null"]}
_DAY: Schema = {"type": ["string", "null"], "format": "date"}
_STATE: Schema = {"enum": list(STATES)}


def _object(**properties: Schema) -> Schema:
    """An object with just these keys, all of them present."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(properties),
        "properties": properties,
    }


def _list(of: Schema) -> Schema:
    return {"type": "array", "items": of}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


_IDS = _list(_TEXT)
_SPAN: Schema = {"type": "array", "items": _COUNT, "minItems": 2, "maxItems": 2}
_POINT = _object(code=_TEXT, text=_TEXT, ids=_IDS)
_STATES = _object(**dict.fromkeys(STATES, _COUNT))
_TALLY = _object(name=_TEXT, total=_COUNT, states=_STATES)
_CITATION = _object(reference=_TEXT, known=_TRUTH, locator=_TEXT, passage=_TEXT, stance=_TEXT)
_OPINION = _object(
    reviewer=_TEXT,
    verdict=_TEXT,
    state=_STATE,
    evidence=_list(_CITATION),
    correction=_TEXT,
    note=_TEXT,
)
_ASSERTION = _object(
    id=_TEXT,
    text=_TEXT,
    sentence=_COUNT,
    paragraph=_COUNT,
    span=_SPAN,
    layer=_TEXT,
    kind=_TEXT,
    speaker=_TEXT,
    speaker_inferred=_TRUTH,
    priority=_TEXT,
    details=_list(_object(kind=_TEXT, text=_TEXT, resolved=_TEXT)),
    status=_TEXT,
    recheck=_TEXT,
    verdict=_TEXT,
    state=_STATE,
    correction=_TEXT,
    note=_TEXT,
    reply_sought=_MAYBE,
    reply=_TEXT,
    reviewer=_TEXT,
    single_source=_TRUTH,
    evidence=_list(_CITATION),
    opinions=_list(_OPINION),
)
_SOURCE = _object(
    id=_TEXT,
    kind=_TEXT,
    tier=_TEXT,
    title=_TEXT,
    author=_TEXT,
    publisher=_TEXT,
    published=_DAY,
    url=_TEXT,
    archived=_TEXT,
    accessed=_DAY,
    file=_TEXT,
    sha256=_TEXT,
    on_record=_MAYBE,
    interest=_TEXT,
    independent_of=_IDS,
)
_REST = _object(
    reference=_TEXT,
    known=_TRUTH,
    used=_TRUTH,
    source=_or_null(_SOURCE),
    bears=_IDS,
    contradicts=_IDS,
    context=_IDS,
    alone=_IDS,
)


def schema() -> Schema:
    """The schema as a plain dict, ready for ``json.dumps``; the same at every call."""
    counts = _object(
        assertions=_COUNT,
        checked=_COUNT,
        states=_STATES,
        verdicts=_list(_object(verdict=_TEXT, number=_COUNT, state=_STATE, meaning=_TEXT)),
        priorities=_list(_TALLY),
        layers=_list(_TALLY),
    )
    whole = _object(
        format={"const": FORMAT},
        compiler=_TEXT,
        public=_TRUTH,
        standing=_object(
            outcome={"enum": ["clear", "clear-after-fixes", "hold"]},
            headline=_TEXT,
            fixes=_COUNT,
            reasons=_list(_POINT),
            caveats=_list(_POINT),
        ),
        article=_object(
            title=_TEXT,
            byline=_TEXT,
            published=_DAY,
            source=_TEXT,
            url=_TEXT,
            site=_TEXT,
            language=_TEXT,
            sha256=_TEXT,
            recorded_sha256=_TEXT,
            sentences=_COUNT,
            text=_TEXT,
        ),
        worksheet=_object(format={"type": "integer"}, created=_TEXT, tool=_TEXT, scale=_TEXT),
        policy=_object(asks=_list(_TEXT), file=_TEXT),
        checkers=_list(_object(name=_TEXT, checked=_COUNT, left=_COUNT)),
        signoff=_or_null(
            _object(by=_TEXT, role=_TEXT, at={"type": ["string", "null"]}, void=_TEXT)
        ),
        agreement=_or_null(
            _object(
                reviewers=_list(_TEXT),
                items=_COUNT,
                percent={"type": "number", "minimum": 0, "maximum": 100},
                measure=_TEXT,
                coefficient={"type": ["number", "null"]},
                enough=_COUNT,
            )
        ),
        counts=counts,
        must_fix=_IDS,
        could_not_confirm=_IDS,
        open=_IDS,
        differ=_IDS,
        recheck=_IDS,
        high_priority=_IDS,
        single_source=_IDS,
        assertions=_list(_ASSERTION),
        retired=_list(_ASSERTION),
        queries=_list(_object(text=_TEXT, assertions=_IDS, why=_TEXT, answer=_TEXT)),
        sources=_list(_REST),
        set_aside=_list(
            _object(text=_TEXT, sentence=_COUNT, paragraph=_COUNT, span=_SPAN, reason=_TEXT)
        ),
        unaccounted=_list(_COUNT),
        findings=_list(
            _object(
                severity=_TEXT, rule=_TEXT, line=_COUNT, column=_COUNT, message=_TEXT, hint=_TEXT
            )
        ),
        method=_list(_TEXT),
    )
    about = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "factcheck report",
        "description": f"What factcheck report -f json writes, format {FORMAT}.",
    }
    return {**about, **whole}


def schema_text() -> str:
    """The schema as the text of a JSON file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
