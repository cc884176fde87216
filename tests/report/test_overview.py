"""The table of status, as rows, as lines and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck import report
from factcheck.model import Query, Worksheet
from factcheck.report import board, overview
from factcheck.report.overview import Row
from factcheck.report.record import Checker


@pytest.fixture
def rows(compiled: report.Report, worksheet: Worksheet) -> tuple[Row, ...]:
    kept = worksheet.assertions[2:4]
    clear = replace(worksheet, assertions=kept, set_aside=())
    short = replace(clear, article=replace(worksheet.article, title="Short"))
    two = replace(short, assertions=(kept[0], replace(kept[1], verdict="wrong", correction="x")))
    return (
        overview.row("worksheets/vessnay.toml", compiled),
        overview.row("worksheets/short.toml", report.compile(short)),
        overview.row("worksheets/two.toml", report.compile(two)),
        Row("worksheets/bad.toml", error="worksheets/bad.toml: is no worksheet", hint="name one"),
    )


def test_row(rows: tuple[Row, ...]) -> None:
    row = rows[0]
    assert (row.title, row.path) == (
        "Vessnay counts what the *fire* took [updated]",
        "worksheets/vessnay.toml",
    )
    assert (row.checked, row.total, row.open, row.unassigned) == (9, 13, (1, 3, 0), 3)
    assert row.checkers == (Checker("A. Ruiz", 6, 0), Checker("Bo Lindqvist-Aranguren", 3, 1))
    assert (row.outcome, row.headline) == ("hold", "Hold; 4 fixes so far")
    assert [point.code for point in row.blocks] == [
        "errors",
        "unchecked-high",
        "unchecked",
        "unrecognised",
        "unconfirmed-high",
        "no-correction",
    ]
    assert [row.outcome for row in rows] == ["hold", "clear", "clear-after-fixes", None]


@pytest.mark.parametrize("cells", [60, 100])
def test_board(cells: int, rows: tuple[Row, ...], golden: Callable[[str, str], None]) -> None:
    text = "".join(
        "".join(text for text, _ in line).rstrip() + "\n" for line in board.lines(rows, cells)
    )
    golden(f"status-{cells}.txt", text)


def test_wider_than_100_is_as_100(rows: tuple[Row, ...]) -> None:
    assert list(board.lines(rows, 200)) == list(board.lines(rows, 100))


def test_document(rows: tuple[Row, ...], golden: Callable[[str, str], None]) -> None:
    golden("status.json", overview.document(rows))


def test_every_key_is_documented(rows: tuple[Row, ...]) -> None:
    data = json.loads(overview.document(rows))
    told = overview.document.__doc__ or ""
    for row in data["worksheets"]:
        inner = [value for value in row.values() if isinstance(value, list) for value in value]
        for each in (row, row["open"], *inner):
            assert [key for key in each if f"``{key}``" not in told] == []


def test_an_open_query_shows_and_does_not_hold(worksheet: Worksheet) -> None:
    kept = replace(worksheet, assertions=worksheet.assertions[2:4], set_aside=())
    asked = replace(kept, queries=(Query("3 or 4?", ("3",)), Query("5?"), Query("6?", answer="6")))
    row = overview.row("w.toml", report.compile(asked))
    assert (row.outcome, row.queries) == ("clear", asked.queries[:2])
    shown = ["".join(text for text, _ in line) for line in board.lines((row,), 80)]
    assert "    queries   2 open: 3 or 4? and 1 more" in shown
    (told,) = json.loads(overview.document([row]))["worksheets"]
    assert told["queries"] == [{"text": "3 or 4?", "ids": ["3"]}, {"text": "5?", "ids": []}]
    answered = replace(asked, queries=asked.queries[2:])
    row = overview.row("w.toml", report.compile(answered))
    assert not any("queries" in text for line in board.lines((row,), 80) for text, _ in line)


def test_a_blank_id_shows_in_what_blocks(worksheet: Worksheet) -> None:
    lost = replace(worksheet.assertions[6], id="", priority="high")
    row = overview.row("w.toml", report.compile(replace(worksheet, assertions=(lost,))))
    shown = ["".join(text for text, _ in line) for line in board.lines((row,), 80)]
    assert any(line.endswith("1 high-priority assertion is unchecked: (no id)") for line in shown)


def test_survey_shows_the_others_too(worksheet_file: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone.toml"
    first, second = overview.survey([gone, worksheet_file])
    assert (first.path, first.total, bool(first.error)) == (str(gone), 0, True)
    assert (second.path, second.total, second.error) == (str(worksheet_file), 13, "")
