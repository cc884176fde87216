"""The JSON report: whole, documented key by key, and safe to print."""

from __future__ import annotations

import json as jsonlib
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import jsonschema  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from factcheck import report
from factcheck.model import Article, Finding, Worksheet
from factcheck.report import json, json_schema


def test_report(compiled: report.Report, golden: Callable[[str, str], None]) -> None:
    golden("report.json", report.FORMATS["json"](compiled))


def test_what_goes_in_comes_out(compiled: report.Report) -> None:
    data = jsonlib.loads(json.render(compiled))
    assert data["format"] == 1
    assert data["article"]["text"] == compiled.article.text
    for given_, item in zip(data["assertions"], compiled.items, strict=True):
        a = item.assertion
        start, end = given_["span"]
        assert compiled.article.text[start:end] == given_["text"] == a.text
        assert (given_["correction"], given_["note"]) == (a.correction, a.note)
    assert data["must_fix"] == ["1", "5", "7a", "11"]
    assert data["open"] == ["7", "8", "10", "12"]


def keys(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*map(keys, value.values()))
    return set().union(*map(keys, value)) if isinstance(value, list) else set()


def test_every_key_is_documented(compiled: report.Report) -> None:
    documented = set(re.findall(r"``([a-z_0-9]+)``", json.__doc__ or ""))
    data = jsonlib.loads(json.render(compiled))
    told_as_a_whole = set(data["counts"]["states"])
    assert keys(data) - told_as_a_whole - documented == set()
    assert "contact" not in keys(data)


@given(st.text())
def test_any_text_comes_back_and_none_acts_on_a_terminal(text: str) -> None:
    article = Article(text, title=text)
    sheet = Worksheet(article, datetime(2024, 6, 30, tzinfo=UTC), text)
    rendered = json.render(report.compile(sheet, [Finding("w", 1, 1, "error", text, text)]))
    data = jsonlib.loads(rendered)
    assert (data["article"]["text"], data["worksheet"]["tool"]) == (text, text)
    assert re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", rendered) is None
    rendered.encode("utf-8")


def test_a_half_character_can_be_written(worksheet: Worksheet) -> None:
    compiled = report.compile(replace(worksheet, tool="\ud800"))
    assert '"tool": "\\ud800"' in json.render(compiled)


def test_the_schema_describes_it(
    compiled: report.Report, golden: Callable[[str, str], None]
) -> None:
    golden("report.schema.json", json_schema.schema_text())
    jsonschema.Draft7Validator.check_schema(json_schema.schema())
    validator = jsonschema.Draft7Validator(json_schema.schema())
    for each in (compiled, report.public(compiled)):
        data = jsonlib.loads(report.FORMATS["json"](each))
        assert [error.message for error in validator.iter_errors(data)] == []
        assert list(data) == json_schema.schema()["required"]
    del data["method"]
    data["must_fix"] = [1]
    assert len(list(validator.iter_errors(data))) == 2
