"""A header that was deleted is told once, whatever stood below it."""

from __future__ import annotations

import pytest

from factcheck import checks, worksheet
from factcheck.model import sha256

TEXT = "Ana said so. It cost 11. A fine sight. Is it?"
SHEET = f"""\
[worksheet]
format = 1
scale = "desk"

[article]
title = "The bridge"
sha256 = "{sha256(TEXT)}"

[[source]]
id = "s1"
title = "Minutes"

[[query]]
text = "12 or 11?"
assertions = ["1"]
why = "11 (sentence 1)"
answer = "11"

[[query]]
text = "Two years or three?"
answer = "Two."

[[assertion]]
id = "1"
text = "Ana said so."
sentence = 1
paragraph = 1
span = [0, 12]
verdict = "confirmed"
evidence = ["https://council.example/a"]
reviewer = "Ana"

[[assertion]]
id = "2"
text = "It cost 11."
sentence = 2
paragraph = 1
span = [13, 24]
details = [
  {{ kind = "figure", text = "11" }},
]
verdict = "wrong"
correction = "12"
reviewer = "Ana"
[[assertion.evidence]]
source = "s1"

[[set_aside]]
text = "A fine sight."
sentence = 3
paragraph = 1
span = [25, 38]
reason = "opinion"

[[set_aside]]
text = "Is it?"
sentence = 4
paragraph = 1
span = [39, 45]
reason = "question"

[snapshot]
text = "{TEXT}"
"""
LINES = SHEET.split("\n")
HEADERS = [number for number, line in enumerate(LINES) if line.startswith("[")]


def found(text: str) -> list[tuple[int, str, str]]:
    document = worksheet.parse(text, "w.toml")
    assert "".join(text[block.start : block.end] for block in document.blocks) == text
    return [
        (each.line, each.severity, each.message)
        for each in checks.run(document)
        if each.severity != "note"
    ]


def test_the_worksheet_as_it_should_be_has_no_findings() -> None:
    assert found(SHEET) == []


@pytest.mark.parametrize(
    "number",
    [n for n in HEADERS if LINES[n].startswith("[[") and "." not in LINES[n]],
    ids=lambda n: f"{LINES[n]} {n + 1}",
)
def test_a_deleted_header_is_told_once(number: int) -> None:
    lines = [*LINES[:number], *LINES[number + 1 :]]
    message = f"the header {LINES[number]} seems to be missing above this line"
    assert found("\n".join(lines)) == [(number + 1, "error", message)]


def test_two_deleted_headers_are_told_each() -> None:
    text = SHEET.replace('[[assertion]]\nid = "1"', 'id = "1"').replace(
        '[[assertion]]\nid = "2"', 'id = "2"'
    )
    message = "the header [[assertion]] seems to be missing above this line"
    assert [told for _, _, told in found(text)] == [message, message]


def test_what_stands_below_it_is_read() -> None:
    text = SHEET.replace('[[assertion]]\nid = "2"', 'id = "2"')
    sheet = worksheet.parse(text, "w.toml").worksheet
    assert sheet == worksheet.parse(SHEET, "w.toml").worksheet


@pytest.mark.parametrize(
    ("doubled", "message"),
    [('id = "1"', "id is given twice"), ("sentence = 1", "sentence is given twice")],
)
def test_one_key_given_twice_is_no_missing_header(doubled: str, message: str) -> None:
    text = SHEET.replace(doubled, f"{doubled}\n{doubled}")
    assert [told for _, _, told in found(text)] == [message]


def test_the_header_of_the_article() -> None:
    message = "the header [article] seems to be missing above this line"
    assert found(SHEET.replace("[article]\n", "")) == [(5, "error", message)]
