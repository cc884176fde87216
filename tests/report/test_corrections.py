"""Words that somebody proposed are in every report, whatever the verdict."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from factcheck import report
from factcheck.model import Article, Assertion, Span, Worksheet
from factcheck.scales import DESK

TEXT = "The pool is the oldest in the county."


@pytest.mark.parametrize("verdict", [v.word for v in DESK.verdicts])
@pytest.mark.parametrize("name", [name for name in report.FORMATS if name != "claimreview"])
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
    made = report.FORMATS[name](report.compile(sheet))
    if name == "html":
        made = re.sub(r"<[^>]+>", "", made)  # the words that change are marked
    made = " ".join(made.split())
    assert "It may be the oldest pool" in made
