"""Words that somebody proposed are in every report, whatever the verdict."""

from __future__ import annotations

import datetime as dt

import pytest

from factcheck import report
from factcheck.model import Article, Assertion, Span, Worksheet
from factcheck.scales import DESK

TEXT = "The pool is the oldest in the county."


@pytest.mark.parametrize("verdict", [v.word for v in DESK.verdicts])
@pytest.mark.parametrize("name", report.FORMATS)
def test_no_proposed_word_is_dropped(verdict: str, name: str) -> None:
    assertion = Assertion(
        "1",
        TEXT,
        1,
        1,
        Span(0, len(TEXT)),
        "narration",
        "description",
        verdict=verdict,
        correction="It may be the oldest pool.",
        note="No list of pools was found.",
        reviewer="AB",
    )
    sheet = Worksheet(
        Article(TEXT, title="Pool", source="pool.txt"),
        created=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
        tool="factcheck",
        assertions=(assertion,),
    )
    made = " ".join(report.FORMATS[name](report.compile(sheet)).split())
    assert "It may be the oldest pool" in made
