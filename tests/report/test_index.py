"""What the report says by number."""

from __future__ import annotations

import pytest

from factcheck import report
from factcheck.report import index
from factcheck.report.index import Lot


def test_high_priority_by_where_it_stands(compiled: report.Report) -> None:
    assert index.unsettled(compiled.high) == (
        ("fix", ("1", "7a")),
        ("unconfirmed", ("2", "6")),
        ("unchecked", ("7",)),
    )
    assert index.settled(compiled.high) == ()
    assert [i.assertion.id for i in index.settled(compiled.items)] == ["3", "4", "9"]


def test_one_source_by_the_source(compiled: report.Report) -> None:
    address = "https://vessnay.example/" + "street-names/" * 9 + "2024"
    assert index.by_source(compiled.single_source) == (
        Lot("s2", "Council meeting, 28 June", ("3",), ()),
        Lot("s1", "Employment by municipality 2023", ("1",), ("1",)),
        Lot("s3", "Fire inquiry: *interim* <report>", ("5",), ()),
        Lot("s9", "", ("7a",), ("7a",)),
        Lot(address, "", ("11",), ()),
    )


@pytest.mark.parametrize("name", ["terminal", "markdown"])
def test_full_words_stand_once_before_the_record(name: str, compiled: report.Report) -> None:
    above, _, record = report.FORMATS[name](compiled).partition("Line by line")
    open_words = "The mayor has led the town since 2011."
    assert (above.count(open_words), record.count(open_words)) == (1, 1)
    fine = "a fine of"
    assert (above.count(fine), record.count(fine)) == (1, 1)
